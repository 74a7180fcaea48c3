"""Many people at once, day by day, with the equations of the scalar path on arrays.

The only module that needs NumPy, which comes with the project's extra named "batch".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Final

import numpy as np
import numpy.typing as npt

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.equations import initial_state, integrate, weight_of
from app.domain.energy_balance.errors import OutsideModelError
from app.domain.energy_balance.guards import (
    MOST_INTAKE_KCAL_PER_DAY,
    ROUNDING_KG,
    Limits,
    StateLimits,
    floors_of,
)
from app.domain.energy_balance.quantities import Body, Inputs
from app.domain.energy_balance.schedule import Course, by_day
from app.domain.energy_balance.step import step_of

Array = npt.NDArray[np.float64]
Days = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

PEOPLE_AT_ONCE: Final = 5000
"""So many that the arrays of a step stay in a core's own cache."""


@dataclass(frozen=True, slots=True)
class DailyStates:
    """States at the start of days 0 to the last (rows) for each person (columns), kg and kcal/d.

    `refused_on_day` is the first day on which a person is past a limit, -1 if none; from that
    day on that person's states are NaN.
    """

    weight_kg: Array
    fat_mass_kg: Array
    lean_tissue_kg: Array
    extracellular_fluid_kg: Array
    glycogen_kg: Array
    adaptive_thermogenesis_kcal_per_day: Array
    refused_on_day: Days


@dataclass(frozen=True, slots=True)
class Rests:
    """The baselines of many as `BaselineParameters` has them, and their two other masses."""

    weight_kg: Array
    fat_mass_kg: Array
    energy_intake_kcal_per_day: Array
    carbohydrate_intake_kcal_per_day: Array
    activity_kcal_per_kg_per_day: Array
    expenditure_shift_kcal_per_day: Array
    glycogen_rate_kcal_per_day_per_kg2: Array
    lean_tissue_kg: Array
    extracellular_fluid_kg: Array


_READ: Final = attrgetter(*(field.name for field in fields(Rests)))


def rests_of(baselines: Sequence[Baseline]) -> Rests:
    return Rests(*columns_of(map(_READ, baselines)))


def daily_states(
    baselines: Sequence[Baseline], courses: Sequence[Course], days: int, limits: Limits | None
) -> DailyStates:
    """Every state of every person on days 0 to `days` >= 0, one course a person.

    Equal to `trajectory.states` to 1e-9 kg. Raises DuplicateChangeDayError and OutsideModelError
    for a schedule that cannot be read, for no people, or for courses that are not one a person.
    """
    if not baselines or len(baselines) != len(courses) or days < 0:
        raise OutsideModelError("people, courses or days are outside the model")
    out = np.empty((6, days + 1, len(baselines)))
    refused = np.full(len(baselines), -1, dtype=np.int64)
    for start in range(0, len(baselines), PEOPLE_AT_ONCE):
        some = slice(start, start + PEOPLE_AT_ONCE)
        _fill(out[:, :, some], refused[some], baselines[some], courses[some], limits)
    weight, fat, lean, fluid, glycogen, adaptation = out
    return DailyStates(weight, fat, lean, fluid, glycogen, adaptation, refused)


def _fill(
    out: Array,
    refused: Days,
    baselines: Sequence[Baseline],
    courses: Sequence[Course],
    limits: Limits | None,
) -> None:
    rests = rests_of(baselines)
    floors = StateLimits(*columns_of(floors_of(limits, baseline) for baseline in baselines))
    body = initial_state(rests)
    _write(out, 0, body, rests)
    _refuse(out, refused, 0, ~_within(floors, out[:, 0], body))
    for start, end, drive in _drives(baselines, courses, out.shape[1] - 1):
        intake = rests.energy_intake_kcal_per_day + drive.intake_change_kcal_per_day
        eaten = (floors.intake_kcal_per_day <= intake) & (intake <= MOST_INTAKE_KCAL_PER_DAY)
        _refuse(out, refused, start, ~eaten)
        safe = drive._replace(intake_change_kcal_per_day=drive.intake_change_kcal_per_day * eaten)
        step = step_of(rests, safe, 1, np)
        bodies = integrate(step, body, end - start, np)
        for day, body in enumerate(bodies, start + 1):
            _write(out, day, body, rests)
            _refuse(out, refused, day, ~_within(floors, out[:, day], body))


def _write(out: Array, day: int, body: Body[Array], rests: Rests) -> None:
    fat, lean, fluid, glycogen, adaptation = body
    row = out[:, day]
    row[0] = weight_of(rests, body)
    row[1] = fat
    row[2] = rests.lean_tissue_kg + lean
    row[3] = rests.extracellular_fluid_kg + fluid
    row[4] = glycogen
    row[5] = adaptation


def _within(floors: StateLimits[Array], row: Array, body: Body[Array]) -> Flags:
    """Who is past no limit: `guards.breach`, for many."""
    fat, lean, fluid, _, _ = body
    weight = row[0]
    within: Flags = (
        (weight >= floors.weight_by_bmi_kg)
        & (weight >= floors.weight_by_loss_kg)
        & (fat + ROUNDING_KG >= floors.fat_share * weight)
        & (lean >= floors.lean_change_kg)
        & (fluid >= floors.fluid_change_kg)
    )
    return within


def _refuse(out: Array, refused: Days, day: int, past: Flags) -> None:
    """Note who is past a limit for the first time, and blank the day of all who ever were."""
    refused[past & (refused < 0)] = day
    gone = refused >= 0
    if gone.any():
        out[:, day, gone] = np.nan


def _drives(
    baselines: Sequence[Baseline], courses: Sequence[Course], days: int
) -> Iterator[tuple[int, int, Inputs[Array]]]:
    """The stretches on which nobody's schedule changes, as `schedule.stretches` cuts them for one.

    A course that many people share is read once.
    """
    shared = list({id(course): course for course in courses}.values())
    places = {id(course): place for place, course in enumerate(shared)}
    who = np.array([places[id(course)] for course in courses])
    schedules = [(by_day(one.intake_changes), by_day(one.sodium_changes)) for one in shared]
    carb_fraction = np.array(
        [
            baseline.carb_fraction if course.carb_fraction is None else course.carb_fraction
            for baseline, course in zip(baselines, courses, strict=True)
        ]
    )
    activity = np.array([1 + one.activity_change_pct / 100 for one in shared])[who]
    cuts = {0, days}.union(*(schedule for pair in schedules for schedule in pair))
    starts = sorted(day for day in cuts if day <= days)
    now = np.zeros((2, len(shared)))
    for start, end in zip(starts, [*starts[1:], days], strict=True):
        for place, pair in enumerate(schedules):
            for row, schedule in enumerate(pair):
                now[row, place] = schedule.get(start, now[row, place])
        yield start, end, Inputs(now[0, who], now[1, who], carb_fraction, activity)


def columns_of(rows: Iterable[tuple[float, ...]]) -> Array:
    """One contiguous array for each field of the rows."""
    return np.ascontiguousarray(np.array(list(rows)).T)
