"""A clinical number: said once, with its unit and what it rests on."""

from dataclasses import dataclass

from app.domain.decimals import round_decimal
from app.domain.sources.cite import Citations
from app.domain.words import exact, with_unit


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that a fact is compared with.

    `unit` is a UCUM code. In an f-string it stands with its unit, `bare` without.
    """

    value: float
    unit: str
    cites: Citations

    def __str__(self) -> str:
        return with_unit(exact(self.value), self.unit)

    def __format__(self, spec: str) -> str:
        return exact(self.value) if spec == "bare" else str(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedBand:
    """The best, central and worst value of one quantity, each with what it rests on."""

    best: Threshold
    central: Threshold
    worst: Threshold


def middle(low: Threshold, high: Threshold) -> float:
    """Half-way between two numbers, in their unit: our choice where a source gives a range."""
    return round_decimal((low.value + high.value) / 2)
