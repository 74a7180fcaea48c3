"""How far sermorelin's effect has built up, from the start of treatment to after its end."""

from dataclasses import dataclass
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.projection.assumption import Assumption

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


@dataclass(frozen=True, slots=True)
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


def build_up(week: float, end_week: float | None) -> float:
    """Part of the full effect, r(t), reached at `week` of treatment, 0-1."""
    if end_week is not None and week > end_week:
        return _risen(end_week) * max(0.0, 1 - (week - end_week) / FADE_WEEKS)
    return _risen(week)


def _risen(week: float) -> float:
    return min(1.0, max(0.0, (week - ONSET_WEEK) / (PEAK_WEEK - ONSET_WEEK)))


def daily_build_up(course: Course, days: int) -> list[float]:
    """R at the middle of each of the next `days` days after as_of."""
    return [
        build_up((day - 0.5) / 7 + course.offset_weeks, course.end_week)
        for day in range(1, days + 1)
    ]
