"""How a number comes about: its formula in symbols and in numbers beside the function itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

from app.domain.sources.cite import Citation, claim_ids

Basis: TypeAlias = Literal["input", "document", "derived", "assumption", "outside"]
Quantity: TypeAlias = float | str | Sequence[float]
"""A number, numbers to be added up, or an expression that stands as it is."""
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """One number of the projection's arithmetic.

    `symbols` is what a reader sees, `numbers` the same with a gap in braces for each quantity, in
    a grammar that a machine can work out: + - * / **, brackets, min, max and ln. `function` takes
    the quantities by the names of the gaps. Constants are put into both texts from the names that
    the function uses, so that they cannot say something else.
    """

    symbols: str
    numbers: str
    function: Callable[..., float]
    unit: str = "1"
    basis: Basis = "derived"
    cites: tuple[Citation, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the document's claims that it rests on."""
        return claim_ids(self.cites)

    def in_numbers(self, **quantities: Quantity) -> str:
        """The formula with the numbers in place."""
        return self.numbers.format_map({name: _shown(each) for name, each in quantities.items()})


def number(value: float) -> str:
    """A number with all of its digits; a negative one in brackets.

    >>> number(182), number(0.1 + 0.2), number(-1.5)
    ('182', '0.30000000000000004', '(-1.5)')
    """
    return f"({value!r})" if value < 0 else repr(value)


def _shown(quantity: Quantity) -> str:
    match quantity:
        case str() as expression:
            return expression
        case int() | float() as value:
            return number(value)
        case values:
            return " + ".join(map(number, values))


def known(value: _Value | None) -> _Value:
    """A value that the projection could not have been made without.

    Raises ValueError where it is missing all the same: the steps are of another projection.
    """
    if value is None:
        message = "the projection was not made from these facts"
        raise ValueError(message)
    return value
