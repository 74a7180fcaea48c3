"""Where the horizon lies on the course of treatment, and how far the effect builds up on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from app.domain.explanation.step import Step, step_of
from app.domain.facts.facts import Facts
from app.domain.projection.course import (
    END,
    FULL_COURSE,
    FULL_COURSE_TOLD,
    MEAN_BUILD_UP,
    WEEKS_BEFORE,
    Course,
    daily_build_up,
)
from app.domain.projection.exposure import MEAN_OF_HORIZON, touched_weight
from app.domain.units import DAYS_PER_WEEK


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
        totals = list(accumulate(parts, initial=0.0))[::DAYS_PER_WEEK]
        return tuple(after - before for before, after in pairwise(totals))


def days_of(course: Course, loss_by_day_kg: Sequence[float]) -> Days:
    """Each day of the horizon."""
    losses = tuple(after - before for before, after in pairwise(loss_by_day_kg))
    return Days(losses, tuple(daily_build_up(course, len(losses))))


def course_steps(facts: Facts, course: Course, days: Days, *, weight_kg: float) -> Iterator[Step]:
    """The offset, the end of treatment if one is planned, and the build-up over the horizon."""
    yield _offset(facts, course)
    if course.end_week is not None:
        yield _end(facts, course, course.end_week)
    yield step_of(FULL_COURSE, "full-course-build-up", FULL_COURSE_TOLD, value=MEAN_BUILD_UP)
    yield from _build_up(course, days, weight_kg)


def _offset(facts: Facts, course: Course) -> Step:
    started_on, what = facts.sermorelin.started_on, "t_0, weeks of treatment before as_of"
    days = f"{(facts.as_of - started_on).days}" if started_on else ""
    return Step(
        id="weeks-before",
        what=f"{what}; negative for a start ahead"
        + ("" if started_on else ". started_on is unknown: reckoned from as_of"),
        formula=WEEKS_BEFORE.symbols,
        in_numbers=WEEKS_BEFORE.in_numbers(days=days) if started_on else "0",
        value=course.offset_weeks,
        unit=WEEKS_BEFORE.unit,
        basis=WEEKS_BEFORE.basis if started_on else "assumption",
    )


def _end(facts: Facts, course: Course, end_week: float) -> Step:
    ends = [end.in_numbers() for end in course.ends]
    given = len(ends) == 1 and facts.sermorelin.planned_weeks == end_week
    return Step(
        id="treatment-end",
        what="T, the week of treatment in which it ends: the earliest of what is planned",
        formula=END,
        in_numbers=ends[0] if len(ends) == 1 else f"min({', '.join(ends)})",
        value=end_week,
        unit="wk",
        basis="input" if given else "derived",
    )


def _build_up(course: Course, days: Days, weight_kg: float) -> Iterator[Step]:
    weeks = days.weighted_kg()
    touched = sum(weeks)
    yield step_of(
        touched_weight(ends=course.end_week is not None),
        "build-up-weight",
        "S: the weight lost, each day's part counted by the build-up r of the effect in the "
        "middle of that day; the numbers are the sums of the weeks",
        value=touched,
        parts=weeks,
    )
    yield step_of(
        MEAN_OF_HORIZON,
        "mean-build-up",
        "R: mean build-up over the weight lost",
        value=MEAN_OF_HORIZON.function(touched=touched, lost=weight_kg),
        touched=touched,
        lost=weight_kg,
    )
