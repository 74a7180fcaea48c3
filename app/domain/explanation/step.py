"""One step of the projection's arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from app.domain.formula import Basis, Formula, Quantity
from app.domain.projection.band import Band

BandName: TypeAlias = Literal["best", "central", "worst"]
BAND_NAMES: Final[tuple[BandName, ...]] = ("best", "central", "worst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A number of the chain: what it is, how it comes about, and what it rests on.

    `formula` is in symbols, `in_numbers` the same with the numbers in place, in the grammar of
    `Formula`. What the body-weight model gives is a number of its own there, since no line can
    hold the model.
    """

    id: str
    what: str
    formula: str
    in_numbers: str
    value: float
    unit: str
    basis: Basis
    claims: tuple[str, ...] = ()


def step_of(
    formula: Formula,
    id_: str,
    what: str,
    /,
    *,
    value: float,
    basis: Basis | None = None,
    **quantities: Quantity,
) -> Step:
    """The step that a formula makes with these quantities; `basis` stands for its own if given."""
    return Step(
        id=id_,
        what=what,
        formula=formula.symbols,
        in_numbers=formula.in_numbers(**quantities),
        value=value,
        unit=formula.unit,
        basis=basis or formula.basis,
        claims=formula.claims,
    )


def each(band: Band) -> Iterator[tuple[BandName, float]]:
    """The three values with their names."""
    return zip(BAND_NAMES, (band.best, band.central, band.worst), strict=True)
