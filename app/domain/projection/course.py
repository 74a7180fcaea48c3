"""How far sermorelin's effect has built up, from the start of treatment to after its end."""

from math import floor
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.projection.assumption import Assumption
from app.domain.value import value

ONSET_WEEK: Final = 3.0
"""Middle of the document's onset of 2-4 weeks; claim igf1-onset-2-4 [assumption]."""
PEAK_WEEK: Final = 10.0
"""Middle of the document's peak at 8-12 weeks; claim igf1-kinetics-peak [assumption]."""
FADE_WEEKS: Final = 3.0
"""Middle of the document's 2-4 weeks back to baseline; claim stop-igf1-baseline [assumption]."""
MEAN_BUILD_UP: Final = 0.75
"""Mean of the build-up over the first 26 weeks: (0 x 3 + 1/2 x 7 + 1 x 16) / 26."""

BUILD_UP: Final = Assumption(
    "effect-build-up",
    "The effect grows in a straight line from week 3 to week 10 of treatment, the middles of "
    "the document's onset and peak, and fades over 3 weeks after the end.",
)
_START_ASSUMED: Final = Assumption(
    "treatment-starts-on-as-of",
    "started_on is unknown: the treatment is reckoned from as_of.",
)
_PLANNED_WEEKS_PASSED: Final = Assumption(
    "planned-weeks-passed",
    "The planned weeks are over but the treatment is active: planned_weeks is ignored.",
)


@value
class Course:
    """Weeks are counted from the start of treatment.

    `offset_weeks` is the place of as_of (negative for a start ahead), `end_week` the end of
    treatment or None where none is planned.
    """

    offset_weeks: float
    end_week: float | None
    assumptions: tuple[Assumption, ...]


def course_of(facts: Facts) -> Course:
    """Place the projection on the course of treatment (contract, section 4)."""
    plan, active = facts.sermorelin, facts.treatment.active is True
    origin = facts.as_of if plan.started_on is None else plan.started_on
    offset = (facts.as_of - origin).days / 7
    assumptions = [BUILD_UP] if plan.started_on is not None else [BUILD_UP, _START_ASSUMED]
    ends: list[float] = []
    if plan.planned_weeks is not None:
        if active and plan.planned_weeks <= offset:
            assumptions.append(_PLANNED_WEEKS_PASSED)
        else:
            ends.append(plan.planned_weeks)
    if plan.stopped_on is not None and plan.stopped_on > facts.as_of:
        ends.append((plan.stopped_on - origin).days / 7)
    if plan.stopping and active:
        ends.append(offset)
    return Course(offset, min(ends, default=None), tuple(assumptions))


def daily_build_up(course: Course, days: int) -> list[float]:
    """Part of the full effect, r(t) in 0-1, at the middle of each of the next `days` days.

    r(t) = clamp((t - 3) / 7), and r(T) max(0, 1 - (t - T) / 3) after the end T of treatment,
    t_d = (d - 1/2) / 7 + offset. Built by phases, since most days are in a flat one.
    """
    offset, end = course.offset_weeks, course.end_week
    onset, peak = _days_until(ONSET_WEEK, offset, days), _days_until(PEAK_WEEK, offset, days)
    risen = [0.0] * onset
    risen += [_risen((day - 0.5) / 7 + offset) for day in range(onset + 1, peak + 1)]
    risen += [1.0] * (days - peak)
    if end is None:
        return risen
    reached, ended = _clamp(_risen(end)), _days_until(end, offset, days)
    gone = _days_until(end + FADE_WEEKS, offset, days)
    left = [1 - ((day - 0.5) / 7 + offset - end) / FADE_WEEKS for day in range(ended + 1, gone + 1)]
    return risen[:ended] + [reached * part for part in left] + [0.0] * (days - gone)


def _days_until(week: float, offset_weeks: float, days: int) -> int:
    """How many of the next `days` days have their middle at or before this week of treatment."""
    return min(days, max(0, floor(7 * (week - offset_weeks) + 0.5)))


def _risen(week: float) -> float:
    return (week - ONSET_WEEK) / (PEAK_WEEK - ONSET_WEEK)


def _clamp(value: float) -> float:
    return min(1.0, max(0.0, value))
