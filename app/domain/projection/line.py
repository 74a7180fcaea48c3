"""A part of the whole that grows in a straight line: its value and its formula from one place."""

from dataclasses import dataclass

from app.domain.decimals import round_decimal
from app.domain.formula import number
from app.domain.threshold import Threshold
from app.domain.words import exact


def clamp(value: float) -> float:
    """`value` held to [0, 1]."""
    return 1.0 if value > 1 else value if value > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """Nothing at `none` (at zero where it is left out), all of it from `full` on.

    `symbol` stands for the quantity in the formula, `held` says how the formula keeps it in [0, 1].
    """

    symbol: str
    full: Threshold
    none: Threshold | None = None
    held: str = "min(1, max(0, {}))"

    def part(self, quantity: float) -> float:
        """clamp((quantity - none) / (full - none)), from 0 to 1."""
        if self.none is None:
            return clamp(quantity / self.full.value)
        return clamp((quantity - self.none.value) / (self.full.value - self.none.value))

    def in_symbols(self) -> str:
        """The formula as a reader has it, the length of the line worked out."""
        start = 0.0 if self.none is None else self.none.value
        return self._written(self.symbol, exact(round_decimal(abs(self.full.value - start))))

    def in_numbers(self, quantity: float) -> str:
        """The formula of this quantity, in numbers."""
        full = f"{self.full:bare}"
        return self._written(number(quantity), self._since(full))

    def _written(self, quantity: str, length: str) -> str:
        return self.held.format(f"{self._since(quantity)} / {length}")

    def _since(self, end: str) -> str:
        """How far it is from `none`, written so that the line's length is positive."""
        if self.none is None:
            return end
        rising = self.full.value > self.none.value
        return f"({end} - {self.none:bare})" if rising else f"({self.none:bare} - {end})"
