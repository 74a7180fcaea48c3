"""A course of changes followed day by day, with the limits checked on every day."""

import math
from collections.abc import Iterator

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.equations import initial_state, integrate, weight_of
from app.domain.energy_balance.errors import BeyondTheBodyError
from app.domain.energy_balance.guards import Limits, StateLimits, breach, floors_of, refuse_intake
from app.domain.energy_balance.quantities import Body, Inputs
from app.domain.energy_balance.schedule import Course, stretches
from app.domain.energy_balance.step import step_of

Day = tuple[int, Inputs[float], Body[float]]
"""The day's number, what acts from its start on, and the body at its start."""


def every_day(
    baseline: Baseline, course: Course, through_day: int, *, limits: Limits | None
) -> Iterator[Day]:
    """Each day from 0 to `through_day`.

    Raises BeyondTheBodyError on the first day past a limit, DuplicateChangeDayError and
    OutsideModelError for a schedule that cannot be read.
    """
    floors = floors_of(limits, baseline)
    body = initial_state(baseline)
    refuse_body(baseline, floors, day=0, body=body)
    for start, end, intake_change, sodium_change in stretches(course, through_day):
        drive = drive_of(baseline, course, intake_change=intake_change, sodium_change=sodium_change)
        refuse_intake(floors, start, baseline.energy_intake_kcal_per_day + intake_change)
        yield start, drive, body
        step = step_of(baseline, drive, 1, functions=math)
        bodies = integrate(step, body, end - start, functions=math)
        for day, body in enumerate(bodies, start + 1):
            refuse_body(baseline, floors, day=day, body=body)
            if day < end:
                yield day, drive, body


def drive_of(
    baseline: Baseline, course: Course, *, intake_change: float, sodium_change: float
) -> Inputs[float]:
    """What acts on a person on a course while its schedules give these two changes."""
    carb_fraction = course.carb_fraction
    return Inputs(
        intake_change,
        sodium_change,
        baseline.carb_fraction if carb_fraction is None else carb_fraction,
        1 + course.activity_change_pct / 100,
    )


def refuse_body(
    baseline: Baseline, floors: StateLimits[float], *, day: int, body: Body[float]
) -> None:
    """Raise BeyondTheBodyError for a body past a limit."""
    fat, lean, fluid, _, _ = body
    reason = breach(
        floors,
        weight_kg=weight_of(baseline, body),
        fat_kg=fat,
        lean_change_kg=lean,
        fluid_change_kg=fluid,
    )
    if reason is not None:
        raise BeyondTheBodyError(day, reason)
