"""Where the horizon lies on the course of treatment, and how far the effect builds up on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from app.domain.explanation.step import Step, number
from app.domain.facts.facts import Facts
from app.domain.projection.course import MEAN_BUILD_UP, Course, daily_build_up

_BUILD_UP_CLAIMS: Final = ("igf1-onset-2-4", "igf1-kinetics-peak")
_FADE_CLAIM: Final = "stop-igf1-baseline"
_PLANNED_WEEKS_PASSED: Final = "planned-weeks-passed"
"""The assumption by which a course says that its planned weeks are ignored."""
_FULL_COURSE: Final = Step(
    id="full-course-build-up",
    what="Mean build-up over the first 26 weeks: nothing for 3, half of it on average for 7, all "
    "of it for 16",
    formula="(0 * 3 + 1/2 * 7 + 1 * 16) / 26",
    in_numbers="(0 * 3 + 1 / 2 * 7 + 1 * 16) / 26",
    value=MEAN_BUILD_UP,
    unit="1",
    basis="assumption",
    claims=_BUILD_UP_CLAIMS,
)


@dataclass(frozen=True, slots=True)
class Days:
    """Weight lost on each day, in kg, and the build-up r in its middle."""

    loss_kg: tuple[float, ...]
    build_up: tuple[float, ...]

    def weighted_kg(self, *, factor: float = 1.0, cap: float = 1.0) -> tuple[float, ...]:
        """min(cap, factor * r) dW, summed over each week."""
        parts = (
            min(cap, factor * risen) * loss
            for risen, loss in zip(self.build_up, self.loss_kg, strict=True)
        )
        totals = list(accumulate(parts, initial=0.0))[::7]
        return tuple(after - before for before, after in pairwise(totals))


def days_of(course: Course, loss_by_day_kg: Sequence[float]) -> Days:
    """Each day of the horizon."""
    losses = tuple(after - before for before, after in pairwise(loss_by_day_kg))
    return Days(losses, tuple(daily_build_up(course, len(losses))))


def weekly_sum(parts: Sequence[float]) -> str:
    """The weeks' parts, added up."""
    return " + ".join(number(part) for part in parts)


def course_steps(facts: Facts, course: Course, days: Days, weight_kg: float) -> Iterator[Step]:
    """The offset, the end of treatment if one is planned, and the build-up over the horizon."""
    yield _offset(facts, course)
    if course.end_week is not None:
        yield _end(facts, course, course.end_week)
    yield _FULL_COURSE
    yield from _build_up(course, days, weight_kg)


def _offset(facts: Facts, course: Course) -> Step:
    started_on = facts.sermorelin.started_on
    return Step(
        id="weeks-before",
        what="t_0, weeks of treatment before as_of; negative for a start ahead"
        + ("" if started_on else ". started_on is unknown: reckoned from as_of"),
        formula="(as_of - started_on) / 7",
        in_numbers=f"{(facts.as_of - started_on).days} / 7" if started_on else "0",
        value=course.offset_weeks,
        unit="wk",
        basis="derived" if started_on else "assumption",
    )


def _end(facts: Facts, course: Course, end_week: float) -> Step:
    ends = tuple(_ends(facts, course))
    given = len(ends) == 1 and facts.sermorelin.planned_weeks == end_week
    return Step(
        id="treatment-end",
        what="T, the week of treatment in which it ends: the earliest of what is planned",
        formula="min(planned_weeks, (stopped_on - started_on) / 7, t_0 if stopping)",
        in_numbers=ends[0] if len(ends) == 1 else f"min({', '.join(ends)})",
        value=end_week,
        unit="wk",
        basis="input" if given else "derived",
    )


def _ends(facts: Facts, course: Course) -> Iterator[str]:
    """What would end the treatment, in numbers, as `course_of` weighs it."""
    plan = facts.sermorelin
    passed = any(assumed.id == _PLANNED_WEEKS_PASSED for assumed in course.assumptions)
    if plan.planned_weeks is not None and not passed:
        yield number(plan.planned_weeks)
    if plan.stopped_on is not None and plan.stopped_on > facts.as_of:
        yield f"{(plan.stopped_on - (plan.started_on or facts.as_of)).days} / 7"
    if plan.stopping and facts.treatment.active is True:
        yield number(course.offset_weeks)


def _build_up(course: Course, days: Days, weight_kg: float) -> Iterator[Step]:
    weeks = days.weighted_kg()
    touched = sum(weeks)
    fade = "; after T: r(T) * max(0, 1 - (t - T) / 3)" if course.end_week is not None else ""
    yield Step(
        id="build-up-weight",
        what="S: the weight lost, each day's part counted by the build-up r of the effect in the "
        "middle of that day; the numbers are the sums of the weeks",
        formula="S = sum over days d of r(t_d) * dW_d, t_d = (d - 1/2) / 7 + t_0, "
        f"r(t) = min(1, max(0, (t - 3) / 7)){fade}",
        in_numbers=weekly_sum(weeks),
        value=touched,
        unit="kg",
        basis="assumption",
        claims=_BUILD_UP_CLAIMS if course.end_week is None else (*_BUILD_UP_CLAIMS, _FADE_CLAIM),
    )
    yield Step(
        id="mean-build-up",
        what="R: mean build-up over the weight lost",
        formula="R = S / W",
        in_numbers=f"{number(touched)} / {number(weight_kg)}",
        value=touched / weight_kg,
        unit="1",
        basis="derived",
    )
