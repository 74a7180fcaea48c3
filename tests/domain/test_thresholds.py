"""Clinical numbers stand in the thresholds: none is typed where something is worked out from them.

That each cites something that is in the knowledge base needs no test: `claim` and `reference` look
it up.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from app.domain import projection_thresholds, thresholds
from app.domain.threshold import CitedBand, Threshold

_DOMAIN: Final = Path(__file__).parents[2] / "app" / "domain"
_MACHINERY: Final = {_DOMAIN / "rules" / "rule.py"}
"""What a rule is; it compares nothing itself."""
_WITHOUT_NUMBERS: Final = (
    *sorted(set((_DOMAIN / "rules").rglob("*.py")) - _MACHINERY),
    *sorted((_DOMAIN / "projection").rglob("*.py")),
    _DOMAIN / "dosing_limits.py",
    _DOMAIN / "dosing_window.py",
)
_ALLOWED: Final = {0, 1, 2, 3, 7}
"""Nothing, all, half, a square, the three of a band, the days of a week."""


def _numbers(source: str) -> Iterator[tuple[int, float]]:
    """Numbers in the code, with their lines; what texts and formats say is not among them."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as number):
                yield node.lineno, number
            case _:
                pass


@pytest.mark.parametrize("path", _WITHOUT_NUMBERS, ids=lambda path: str(path.relative_to(_DOMAIN)))
def test_no_clinical_number_is_typed_in_the_code(path: Path) -> None:
    found = [
        (line, number) for line, number in _numbers(path.read_text()) if number not in _ALLOWED
    ]
    assert found == [], "take it from thresholds.py, projection_thresholds.py or units.py"


def test_a_number_anywhere_in_the_code_is_found() -> None:
    source = "LIMIT = 300\ndef f(x, most=-4.5):\n    return f'{x > 0.25}' if x else 0\n"
    assert [number for _, number in _numbers(source)] == [300, 4.5, 0, 0.25]


def _all_thresholds() -> Iterator[Threshold]:
    for module in (thresholds, projection_thresholds):
        for held in vars(module).values():
            for one in held if isinstance(held, tuple) else (held,):
                if isinstance(one, Threshold):
                    yield one
                elif isinstance(one, CitedBand):
                    yield from (one.best, one.central, one.worst)


def test_every_threshold_has_a_unit_and_cites_something() -> None:
    found = list(_all_thresholds())
    assert len(found) > 100
    assert all(one.unit and one.cites for one in found)
