"""How far sermorelin's effect has built up, from the start of treatment to after its end."""

from collections.abc import Iterator
from math import floor
from typing import Final, NamedTuple

from app.domain.facts.facts import Facts
from app.domain.formula import Formula, number
from app.domain.projection.assumption import Assumption
from app.domain.projection.line import clamp
from app.domain.projection_thresholds import TRIAL_WEEKS
from app.domain.threshold import middle
from app.domain.thresholds import (
    FADED_FIRST_WEEK,
    FADED_LAST_WEEK,
    ONSET_FIRST_WEEK,
    ONSET_LAST_WEEK,
    PEAK_FIRST_WEEK,
    PEAK_LAST_WEEK,
)
from app.domain.units import DAYS_PER_WEEK
from app.domain.value import value

ONSET_WEEK: Final = middle(ONSET_FIRST_WEEK, ONSET_LAST_WEEK)
"""Middle of the document's onset [assumption]."""
PEAK_WEEK: Final = middle(PEAK_FIRST_WEEK, PEAK_LAST_WEEK)
"""Middle of the document's peak [assumption]."""
FADE_WEEKS: Final = middle(FADED_FIRST_WEEK, FADED_LAST_WEEK)
"""Middle of the document's weeks back to baseline [assumption]."""
_RISE_WEEKS: Final = PEAK_WEEK - ONSET_WEEK
_FULL_WEEKS: Final = TRIAL_WEEKS.value - PEAK_WEEK
_MID_DAY: Final = 1 / 2

RISEN: Final = f"r(t) = min(1, max(0, (t - {ONSET_WEEK:g}) / {_RISE_WEEKS:g}))"
"""The build-up, t in weeks of treatment; T is the week of its end."""
FADED: Final = f"after T: r(T) * max(0, 1 - (t - T) / {FADE_WEEKS:g})"
RISEN_CITES: Final = (*ONSET_FIRST_WEEK.cites, *PEAK_FIRST_WEEK.cites)
FADED_CITES: Final = FADED_FIRST_WEEK.cites


def _full_course(half: str) -> str:
    weeks = f"0 * {ONSET_WEEK:g} + {half} * {_RISE_WEEKS:g} + 1 * {_FULL_WEEKS:g}"
    return f"({weeks}) / {TRIAL_WEEKS:bare}"


FULL_COURSE: Final = Formula(
    symbols=_full_course("1/2"),
    numbers=_full_course("1 / 2"),
    function=lambda: (_RISE_WEEKS / 2 + _FULL_WEEKS) / TRIAL_WEEKS.value,
    basis="assumption",
    cites=RISEN_CITES,
)
"""The mean build-up over the weeks of the trials, from the start of treatment."""
FULL_COURSE_TOLD: Final = (
    f"Mean build-up over the first {TRIAL_WEEKS}: nothing for {ONSET_WEEK:g}, half of it on "
    f"average for {_RISE_WEEKS:g}, all of it for {_FULL_WEEKS:g}"
)
MEAN_BUILD_UP: Final = FULL_COURSE.function()

BUILD_UP: Final = Assumption(
    "effect-build-up",
    f"The effect grows in a straight line from week {ONSET_WEEK:g} to week {PEAK_WEEK:g} of "
    "treatment, the middles of the document's onset and peak, and fades over "
    f"{FADE_WEEKS:g} weeks after the end.",
)
_START_ASSUMED: Final = Assumption(
    "treatment-starts-on-as-of",
    "started_on is unknown: the treatment is reckoned from as_of.",
)
_PLANNED_WEEKS_PASSED: Final = Assumption(
    "planned-weeks-passed",
    "The planned weeks are over but the treatment is active: planned_weeks is ignored.",
)

WEEKS_BEFORE: Final = Formula(
    symbols=f"(as_of - started_on) / {DAYS_PER_WEEK}",
    numbers=f"{{days}} / {DAYS_PER_WEEK}",
    function=lambda *, days: days / DAYS_PER_WEEK,
    unit="wk",
)
"""Weeks of treatment before as_of; negative for a start ahead."""
END: Final = f"min(planned_weeks, (stopped_on - started_on) / {DAYS_PER_WEEK}, t_0 if stopping)"
"""The week of treatment in which it ends."""


class End(NamedTuple):
    """A week of treatment in which it would end; `days` are those since the start, by dates."""

    week: float
    days: int | None = None

    def in_numbers(self) -> str:
        """How the week comes about."""
        if self.days is None:
            return number(self.week)
        return WEEKS_BEFORE.in_numbers(days=f"{self.days}")


@value
class Course:
    """Weeks are counted from the start of treatment.

    `offset_weeks` is the place of as_of (negative for a start ahead), `end_week` the end of
    treatment or None where none is planned: the first of `ends`.
    """

    offset_weeks: float
    end_week: float | None
    ends: tuple[End, ...]
    assumptions: tuple[Assumption, ...]


def course_of(facts: Facts) -> Course:
    """Place the projection on the course of treatment (contract, section 4)."""
    plan = facts.sermorelin
    days = 0 if plan.started_on is None else (facts.as_of - plan.started_on).days
    offset = WEEKS_BEFORE.function(days=days)
    passed = (
        plan.planned_weeks is not None
        and facts.treatment.active is True
        and plan.planned_weeks <= offset
    )
    ends = tuple(_ends(facts, offset, passed=passed))
    assumptions = (
        BUILD_UP,
        *(() if plan.started_on is not None else (_START_ASSUMED,)),
        *((_PLANNED_WEEKS_PASSED,) if passed else ()),
    )
    return Course(offset, min((end.week for end in ends), default=None), ends, assumptions)


def _ends(facts: Facts, offset: float, *, passed: bool) -> Iterator[End]:
    """All that would end the treatment; planned weeks that have passed do not."""
    plan = facts.sermorelin
    if plan.planned_weeks is not None and not passed:
        yield End(plan.planned_weeks)
    if plan.stopped_on is not None and plan.stopped_on > facts.as_of:
        days = (plan.stopped_on - (plan.started_on or facts.as_of)).days
        yield End(WEEKS_BEFORE.function(days=days), days)
    if plan.stopping and facts.treatment.active is True:
        yield End(offset)


def daily_build_up(course: Course, days: int) -> list[float]:
    """Part of the full effect, r(t) in 0-1, at the middle of each of the next `days` days.

    `RISEN` until the end of treatment, then `FADED`. Built by phases, since most days are in a
    flat one.
    """
    offset, end, week = course.offset_weeks, course.end_week, DAYS_PER_WEEK
    onset, peak = _days_until(ONSET_WEEK, offset, days), _days_until(PEAK_WEEK, offset, days)
    risen = [0.0] * onset
    risen += [_risen((day - _MID_DAY) / week + offset) for day in range(onset + 1, peak + 1)]
    risen += [1.0] * (days - peak)
    if end is None:
        return risen
    reached, ended = clamp(_risen(end)), _days_until(end, offset, days)
    gone = _days_until(end + FADE_WEEKS, offset, days)
    left = [
        1 - ((day - _MID_DAY) / week + offset - end) / FADE_WEEKS
        for day in range(ended + 1, gone + 1)
    ]
    return risen[:ended] + [reached * part for part in left] + [0.0] * (days - gone)


def _days_until(week: float, offset_weeks: float, days: int) -> int:
    """How many of the next `days` days have their middle at or before this week of treatment."""
    return min(days, max(0, floor(DAYS_PER_WEEK * (week - offset_weeks) + _MID_DAY)))


def _risen(week: float) -> float:
    return (week - ONSET_WEEK) / _RISE_WEEKS
