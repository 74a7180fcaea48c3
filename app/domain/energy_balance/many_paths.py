"""The paths of many people under one constant intake each: `path` on arrays.

NumPy is needed here, which comes with the project's extra named "batch".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Final

import numpy as np
import numpy.typing as npt

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.equations import weight_of
from app.domain.energy_balance.guards import (
    MOST_INTAKE_KCAL_PER_DAY,
    Limits,
    StateLimits,
    floors_of,
)
from app.domain.energy_balance.path import NEAR_FAT_SHARE, NEAR_KG, by_day
from app.domain.energy_balance.quantities import Body, Inputs
from app.domain.energy_balance.weekly import bodies_by_week, body_after, settling_days

Array = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Rests:
    """The baselines of many, as `BaselineParameters` has them."""

    weight_kg: Array
    fat_mass_kg: Array
    energy_intake_kcal_per_day: Array
    carbohydrate_intake_kcal_per_day: Array
    activity_kcal_per_kg_per_day: Array
    expenditure_shift_kcal_per_day: Array
    glycogen_rate_kcal_per_day_per_kg2: Array


_READ: Final = attrgetter(*(field.name for field in fields(_Rests)))


@dataclass(frozen=True, slots=True)
class ManyPaths:
    """A column for each person, kg; rows of `weight_by_day_kg` are the starts of the days.

    `is_clear` is false for whoever comes near a limit or past it: `path.constant_path` has the
    last word on them, and their columns mean nothing. `shifted_weight_kg` has a row for each shift
    of the expenditure.
    """

    is_clear: Flags
    weight_by_day_kg: Array
    fat_mass_loss_kg: Array
    lean_tissue_loss_kg: Array
    shifted_weight_kg: Array


def constant_paths(
    baselines: Sequence[Baseline],
    intake_changes_kcal_per_day: Sequence[float],
    weeks: int,
    *,
    limits: Limits,
    shifts_kcal_per_day: Sequence[float],
) -> ManyPaths:
    """The paths of at least one person over `weeks` >= 1.

    Equal to `path.constant_path` and `path.constant_weight_kg` to 1e-9 kg.
    """
    rests = _Rests(*_columns_of(map(_READ, baselines)))
    floors = StateLimits(*_columns_of(floors_of(limits, each) for each in baselines))
    changes = np.array(intake_changes_kcal_per_day)
    intake = rests.energy_intake_kcal_per_day + changes
    eaten = (floors.intake_kcal_per_day <= intake) & (intake <= MOST_INTAKE_KCAL_PER_DAY)
    carb_fraction = np.array([each.carb_fraction for each in baselines])
    still = np.zeros(len(baselines))
    drive = Inputs(changes * eaten, still, carb_fraction, still + 1.0)
    bodies = bodies_by_week(rests, drive, weeks, functions=np)
    weights = [weight_of(rests, body) for body in bodies]
    settling = settling_days(weeks)
    first, last = bodies[0], bodies[-1]
    return ManyPaths(
        eaten & _is_far(floors, np.array(weights), bodies),
        np.array(by_day(weights[:settling], weights[:settling:7] + weights[settling:])),
        first[0] - last[0],
        first[1] - last[1],
        np.array(
            [
                _weight_kg(rests, drive, 7 * weeks, shift_kcal_per_day=shift)
                for shift in shifts_kcal_per_day
            ]
        ),
    )


def _weight_kg(
    rests: _Rests, drive: Inputs[Array], days: int, *, shift_kcal_per_day: float
) -> Array:
    """Body weight at the end with the expenditure shifted from balance."""
    shifted = replace(
        rests,
        expenditure_shift_kcal_per_day=np.full_like(rests.weight_kg, shift_kcal_per_day),
    )
    return weight_of(shifted, body_after(shifted, drive, days, functions=np))


def _is_far(floors: StateLimits[Array], weights: Array, bodies: Sequence[Body[Array]]) -> Flags:
    """Who stays on every step so far from each floor that no day between can be past it."""
    fats, leans, fluids = (np.array(mass) for mass in list(zip(*bodies, strict=True))[:3])
    lightest = np.maximum(floors.weight_by_bmi_kg, floors.weight_by_loss_kg)
    far: Flags = (
        (weights.min(axis=0) >= lightest + NEAR_KG)
        & ((fats / weights).min(axis=0) >= floors.fat_share + NEAR_FAT_SHARE)
        & (leans.min(axis=0) >= floors.lean_change_kg + NEAR_KG)
        & (fluids.min(axis=0) >= floors.fluid_change_kg + NEAR_KG)
    )
    return far


def _columns_of(rows: Iterable[tuple[float, ...]]) -> Array:
    """One contiguous array for each field of the rows."""
    return np.ascontiguousarray(np.array(list(rows)).T)
