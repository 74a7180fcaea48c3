"""The weight that is lost while the effect of sermorelin is there, and how much of it is spared."""

from collections.abc import Sequence
from operator import mul, sub
from typing import Final, NamedTuple, Protocol

from app.domain.formula import Formula
from app.domain.projection.course import (
    FADED,
    FADED_CITES,
    MEAN_BUILD_UP,
    RISEN,
    RISEN_CITES,
    Course,
    daily_build_up,
)
from app.domain.projection.effect import GENERAL_CLAIM
from app.domain.projection_thresholds import GENERAL_CLAIM_END
from app.domain.units import DAYS_PER_WEEK

PEAK: Final = Formula(
    symbols=f"m_max = k / {MEAN_BUILD_UP} * e; on each day phi(t) = phi_c * (1 - m(t)), "
    "m(t) = m_max * r(t)",
    numbers=f"{{k}} / {MEAN_BUILD_UP} * {{e}}",
    function=lambda *, k, e: k / MEAN_BUILD_UP * e,
)
"""The fall of the lean share once the effect is built up."""
SPARED: Final = Formula(
    symbols="M = sum over days of m(t_d) * dW_d = m_max * S",
    numbers="{peak} * {touched}",
    function=lambda *, peak, touched: peak * touched,
    unit="kg",
)
SPARED_STRICT: Final = Formula(
    symbols=f"M = sum over days of min({GENERAL_CLAIM:g}, m_max * r(t_d)) * dW_d",
    numbers="{parts}",
    function=lambda *, parts: sum(parts),
    unit="kg",
    cites=GENERAL_CLAIM_END.cites,
)
"""The weight whose lean is spared, on each day as far as the general claim at the most."""
MEAN_OF_HORIZON: Final = Formula(
    symbols="R = S / W",
    numbers="{touched} / {lost}",
    function=lambda *, touched, lost: touched / lost,
)
"""Mean build-up over the weight lost."""


def touched_weight(*, ends: bool) -> Formula:
    """S: the weight lost, each day's part counted by the build-up; `ends` if treatment does."""
    return Formula(
        symbols="S = sum over days d of r(t_d) * dW_d, "
        f"t_d = (d - 1/2) / {DAYS_PER_WEEK} + t_0, {RISEN}" + (f"; {FADED}" if ends else ""),
        numbers="{parts}",
        function=lambda *, parts: sum(parts),
        unit="kg",
        basis="assumption",
        cites=(*RISEN_CITES, *FADED_CITES) if ends else RISEN_CITES,
    )


class Sparing(Protocol):
    """How much of the weight lost over the horizon has its lean spared."""

    def spared_kg(self, reduction: float) -> float: ...


class Exposure(NamedTuple):
    """The weight lost by each day beside the build-up r of the effect in the middle of that day.

    `loss_by_day_kg[d]` is the weight lost by the end of day d, and `touched_by_week_kg` the sum of
    r(t_d) dW_d by the end of each week from 0 on.
    """

    loss_by_day_kg: Sequence[float]
    build_up: Sequence[float]
    touched_by_week_kg: Sequence[float]
    strict: bool

    def spared_by_week_kg(self, reduction: float) -> list[float]:
        """The weight whose lean is spared: the sum of m(t_d) dW_d by the end of each week.

        m = peak r with peak = `reduction` / MEAN_BUILD_UP, `reduction` being k e, the fall of the
        lean share over a course as long as the trials, of even loss; `strict` holds m to the
        document's general claim.
        """
        peak = reduction / MEAN_BUILD_UP
        if self.strict and peak > GENERAL_CLAIM:
            # Only where the ceiling is reached do the weeks need a sum of their own.
            held = [min(GENERAL_CLAIM, peak * risen) for risen in self.build_up]
            return _by_week(held, self.loss_by_day_kg)
        return [peak * touched for touched in self.touched_by_week_kg]

    def spared_kg(self, reduction: float) -> float:
        """The same at the horizon alone."""
        return self.spared_by_week_kg(reduction)[-1]


def exposure_of(course: Course, loss_by_day_kg: Sequence[float], *, strict: bool) -> Exposure:
    """The exposure along a path."""
    risen = daily_build_up(course, len(loss_by_day_kg) - 1)
    return Exposure(loss_by_day_kg, risen, _by_week(risen, loss_by_day_kg), strict)


def _by_week(weights: Sequence[float], loss_by_day_kg: Sequence[float]) -> list[float]:
    """The loss of each day times its weight, summed by the end of each week from 0 on."""
    sums = [0.0]
    total = 0.0
    for start in range(0, len(weights), DAYS_PER_WEEK):
        end = start + DAYS_PER_WEEK
        week = weights[start:end]
        if week.count(week[0]) == DAYS_PER_WEEK:
            # Most weeks: before the effect begins, or at its height.
            total += week[0] * (loss_by_day_kg[end] - loss_by_day_kg[start])
        else:
            daily = map(sub, loss_by_day_kg[start + 1 : end + 1], loss_by_day_kg[start:end])
            total += sum(map(mul, week, daily))
        sums.append(total)
    return sums
