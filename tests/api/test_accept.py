"""Which type a request is answered in."""

import pytest

from app.api.accept import preferred

JSON, SVG, PNG = "application/json", "image/svg+xml", "image/png"


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/*", JSON),
        ("Application/JSON; charset=utf-8", JSON),
        ("image/svg+xml", SVG),
        ("IMAGE/PNG", PNG),
        ("image/*", SVG),
        ("image/png, image/svg+xml", SVG),
        ("image/png, image/svg+xml;q=0.9", PNG),
        ("image/png;q=0.5, application/json;q=0.4", PNG),
        ("image/png;q=0.4, application/json;q=0.5", JSON),
        ("image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8", SVG),
        ("text/html,application/xhtml+xml,*/*;q=0.8", JSON),
        ("image/*, image/svg+xml;q=0", PNG),
        ("*/*, application/json;q=0", SVG),
        ("application/json;q=0, image/png;q=0.001", PNG),
        ("image/png ; level=1 ; q=0.7 , image/svg+xml ; q=0.6", PNG),
        ("nonsense, image/png", PNG),
        ("image/png;q=2, image/svg+xml;q=0.1", SVG),
        ("image/png;q=0.12345, image/svg+xml", SVG),
        ("text/html", None),
        ("image/gif, text/*", None),
        ("application/json;q=0", None),
        ("*/*;q=0", None),
        ("*/json", None),
        ("nonsense", None),
        ("/, image/, ;q=1", None),
    ],
)
def test_the_answer_s_type(accept: str | None, answered: str | None) -> None:
    assert preferred(accept, (JSON, SVG, PNG)) == answered
