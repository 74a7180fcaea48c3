"""The picture as it is sent: readable XML that names itself, or the reason why there is none."""

import xml.etree.ElementTree as ET

import pytest

from app.api.charts.picture import picture_of
from app.api.problems import ProblemError
from tests.api.charts.cases import drawable, drawn, example
from tests.api.charts.example_picture import FILE, example_picture

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: bytes) -> str:
    """Everything that is written in the picture, line by line."""
    root = ET.fromstring(svg)  # noqa: S314 - our own
    written = (" ".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    return "\n".join(written)


async def test_the_svg_says_what_it_shows() -> None:
    written = texts(await example_picture())
    for words in (
        "Projected lean and fat loss",
        "Lean mass lost (kg)",
        "Fat lost (kg)",
        "Weeks from the day of the case",
        "Control",
        "Sermorelin",
        "effect detectable from weeks 12–16 of treatment",
        "not a confidence interval",
        "Weight loss: as stated in the case.",
        "Decision support, not medical advice and not a prescription.",
    ):
        assert words in written


async def test_the_svg_names_and_describes_itself() -> None:
    root = ET.fromstring(await example_picture())  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title, description = list(root)[:2]
    assert (title.tag, title.text) == (f"{SVG}title", "Projected lean and fat loss")
    assert description.tag == f"{SVG}desc"
    assert description.text is not None
    assert description.text.startswith(
        "Lost after 26 weeks: without sermorelin, lean mass 1.73 kg (1.63–1.84) and fat 5.1 kg "
        "(5.0–5.2); with sermorelin, lean mass 1.00 kg (0.55–1.32) and fat 5.8 kg (5.5–6.2)."
    )


async def test_the_svg_holds_no_script_no_address_and_no_patient() -> None:
    case = example()
    case["patient_ref"] = "somebody-4711"
    svg = (await picture_of(drawn(case), "image/svg+xml")).decode()
    assert "somebody-4711" not in svg
    assert "<script" not in svg
    assert "<image" not in svg
    assert "href=" not in svg
    addresses = {part.split('"')[0] for part in svg.split("http://")[1:]}
    assert addresses == {"www.w3.org/2000/svg", "www.w3.org/1999/xlink"}  # names, not places
    assert "https://" not in svg


@pytest.mark.parametrize(
    ("case", "status", "reason", "pointers"),
    [
        (
            example(projection_options={"weight_loss_kg": None}, energy=None),
            "unavailable",
            "Nothing says how much weight would be lost.",
            ["/projection_options/weight_loss_kg", "/energy/deficit_kcal_per_day"],
        ),
        (
            example(
                projection_options={"weight_loss_kg": None}, energy={"deficit_kcal_per_day": -200}
            ),
            "not-applicable",
            "No energy deficit: the document sees no effect outside one.",
            [],
        ),
    ],
    ids=["unavailable", "not applicable"],
)
async def test_without_a_projection_the_problem_gives_the_reason(
    case: dict[str, object], status: str, reason: str, pointers: list[str]
) -> None:
    with pytest.raises(ProblemError) as refused:
        await picture_of(drawable(case), "image/svg+xml")
    assert refused.value.code == "projection-not-made"
    first, *others = refused.value.errors
    assert (first.pointer, first.code, first.detail) == ("", status, reason)
    assert [(each.pointer, each.code) for each in others] == [
        (each, "missing") for each in pointers
    ]


async def test_the_committed_picture_is_what_the_service_draws() -> None:
    assert FILE.read_bytes() == await example_picture(), (
        "draw it anew: python -m tests.api.charts.example_picture"
    )
