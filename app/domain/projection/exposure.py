"""The weight that is lost while the effect of sermorelin is there, and how much of it is spared."""

from collections.abc import Sequence
from itertools import accumulate
from operator import mul, sub
from typing import Final, NamedTuple, Protocol

from app.domain.projection.course import MEAN_BUILD_UP, Course, daily_build_up
from app.domain.projection.effect import GENERAL_CLAIM

_WEEK: Final = 7


class Sparing(Protocol):
    """How much of the weight lost over the horizon has its lean spared."""

    def spared_kg(self, reduction: float) -> float: ...


class Exposure(NamedTuple):
    """The weight lost on each day beside the build-up r of the effect in the middle of that day.

    `touched_by_week_kg` is the sum of r(t_d) dW_d by the end of each week from 0 on.
    """

    loss_on_day_kg: Sequence[float]
    build_up: Sequence[float]
    touched_by_week_kg: Sequence[float]
    strict: bool

    def spared_by_week_kg(self, reduction: float) -> list[float]:
        """The weight whose lean is spared: the sum of m(t_d) dW_d by the end of each week.

        m = peak r with peak = `reduction` / 0.75, `reduction` being k e, the fall of the lean
        share over 26 weeks of even loss; `strict` holds m to the document's general claim.
        """
        peak = reduction / MEAN_BUILD_UP
        if self.strict and peak > GENERAL_CLAIM:
            # Only where the ceiling is reached do the weeks need a sum of their own.
            held = [min(GENERAL_CLAIM, peak * risen) for risen in self.build_up]
            return _by_week(held, self.loss_on_day_kg)
        return [peak * touched for touched in self.touched_by_week_kg]

    def spared_kg(self, reduction: float) -> float:
        """The same at the horizon alone."""
        return self.spared_by_week_kg(reduction)[-1]


def exposure_of(course: Course, loss_by_day_kg: Sequence[float], *, strict: bool) -> Exposure:
    """The exposure along a path; `loss_by_day_kg[d]` is the weight lost by the end of day d."""
    daily = list(map(sub, loss_by_day_kg[1:], loss_by_day_kg))
    risen = daily_build_up(course, len(daily))
    return Exposure(daily, risen, _by_week(risen, daily), strict)


def _by_week(weights: Sequence[float], daily_kg: Sequence[float]) -> list[float]:
    return list(accumulate(map(mul, weights, daily_kg), initial=0.0))[::_WEEK]
