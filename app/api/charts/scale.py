"""The measure of a panel: kilograms and weeks in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final, Literal, Self

from app.api.schemas.out import BandOut

PLOT_WIDTH: Final = 250
HEIGHT: Final = 184
ENDS: Final[tuple[Literal["best", "central", "worst"], ...]] = ("best", "central", "worst")
_LEAST_RANGE_KG: Final = 0.01
_MOST_STEPS: Final = 5
_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """The axes of one panel: the bands lie from `low` to `high` kg, and `top` is the upper edge."""

    low: float
    high: float
    top: float
    weeks: int

    @classmethod
    def around(cls, bands: Sequence[BandOut], weeks: int, *, headroom: int) -> Self:
        """From nought, or a gain, to so many pixels above the greatest loss."""
        values = [band[end] for band in bands for end in ENDS]
        low = min(0.0, *values)
        high = max(low + _LEAST_RANGE_KG, *values)
        return cls(low, high, low + (high - low) * HEIGHT / (HEIGHT - headroom), weeks)

    def ticks(self) -> list[float]:
        """Round numbers of kilograms from `low` to `high`, at most six."""
        rough = (self.high - self.low) / _MOST_STEPS
        power = 10.0 ** floor(log10(rough))
        step = next(part * power for part in _ROUND if part * power >= rough)
        return [count * step for count in range(ceil(self.low / step), floor(self.high / step) + 1)]

    def y(self, kg: float) -> float:
        """Pixels from the top edge."""
        return HEIGHT * (self.top - kg) / (self.top - self.low)

    def kg(self, y: float) -> float:
        """The kilograms at so many pixels from the top edge."""
        return self.top - y * (self.top - self.low) / HEIGHT

    def x(self, week: float) -> float:
        """Pixels from the left edge."""
        return PLOT_WIDTH * week / self.weeks
