"""Three values ordered by the share of lean mass in the loss."""

from collections.abc import Callable

from app.domain.threshold import CitedBand
from app.domain.value import value


@value
class Band:
    """Best, central, worst: an envelope of document figures, not a confidence interval.

    Best is the smallest share of lean mass in the weight lost.
    """

    best: float
    central: float
    worst: float


def combine(first: Band, second: Band, join: Callable[[float, float], float]) -> Band:
    """Join two bands value by value."""
    return Band(
        join(first.best, second.best),
        join(first.central, second.central),
        join(first.worst, second.worst),
    )


def band_of(cited: CitedBand) -> Band:
    """The three values of a cited band."""
    return Band(cited.best.value, cited.central.value, cited.worst.value)
