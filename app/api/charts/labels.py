"""Where the labels at the ends of the lines go, so that no two of them overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.api.charts.scale import HEIGHT, Scale
from app.api.charts.words import kilograms, span
from app.api.schemas.out import BandOut

LINE_HEIGHT: Final = 14
_LINES: Final = 3
_GAP: Final = 4
_APART: Final = _LINES * LINE_HEIGHT + _GAP
_MARGIN: Final = _LINES * LINE_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an arm and its figures at the horizon; heights in kg on the panel's axis."""

    line_kg: float
    middle_kg: float
    lines: tuple[tuple[float, str], ...]


def placed(ends: Sequence[tuple[str, BandOut]], scale: Scale) -> list[Label]:
    """A label for each arm, at the end of its central line or as near as there is room."""
    middles = _apart([scale.y(band["central"]) for _, band in ends])
    return [
        _label(name, band, middle=y, scale=scale)
        for (name, band), y in zip(ends, middles, strict=True)
    ]


def _apart(wanted: Sequence[float]) -> list[float]:
    """The heights kept inside the panel, and two of them pushed apart as far as they need."""
    inside = [min(max(height, _MARGIN), HEIGHT - _MARGIN) for height in wanted]
    if len(inside) == 1:
        return inside
    first, second = inside
    lacking = max(0.0, _APART - abs(second - first)) / 2
    push = -lacking if wanted[0] <= wanted[1] else lacking
    first, second = first + push, second - push
    shift = max(0.0, _MARGIN - min(first, second)) - max(
        0.0, max(first, second) - (HEIGHT - _MARGIN)
    )
    return [first + shift, second + shift]


def _label(name: str, band: BandOut, *, middle: float, scale: Scale) -> Label:
    low, high = min(band["best"], band["worst"]), max(band["best"], band["worst"])
    texts = (
        name.capitalize(),
        f"{kilograms(band['central'], scale.high)} kg",
        f"({span(low, high, scale.high)})",
    )
    lines = tuple(
        (scale.kg(middle + (index - (_LINES - 1) / 2) * LINE_HEIGHT), text)
        for index, text in enumerate(texts)
    )
    return Label(scale.kg(scale.y(band["central"])), scale.kg(middle), lines)
