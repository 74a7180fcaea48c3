"""One step of the projection's arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, TypeVar

from app.domain.projection.band import Band

Basis: TypeAlias = Literal["input", "document", "derived", "assumption", "outside"]
BandName: TypeAlias = Literal["best", "central", "worst"]
BAND_NAMES: Final[tuple[BandName, ...]] = ("best", "central", "worst")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A number of the chain: what it is, how it comes about, and what it rests on.

    `formula` is in symbols, `in_numbers` the same with the numbers in place, in a grammar that a
    machine can work out: + - * / **, brackets, min, max and ln. What the body-weight model gives
    is a number of its own there, since no line can hold the model.
    """

    id: str
    what: str
    formula: str
    in_numbers: str
    value: float
    unit: str
    basis: Basis
    claims: tuple[str, ...] = ()


def number(value: float) -> str:
    """A number with all of its digits; a negative one in brackets.

    >>> number(182), number(0.1 + 0.2), number(-1.5)
    ('182', '0.30000000000000004', '(-1.5)')
    """
    return f"({value!r})" if value < 0 else repr(value)


def each(band: Band) -> Iterator[tuple[BandName, float]]:
    """The three values with their names."""
    return zip(BAND_NAMES, (band.best, band.central, band.worst), strict=True)


def known(value: _Value | None) -> _Value:
    """A value that the projection could not have been made without.

    Raises ValueError where it is missing all the same: the steps are of another projection.
    """
    if value is None:
        message = "the projection was not made from these facts"
        raise ValueError(message)
    return value
