"""The path under one constant intake, by weeks and, where wanted, by days."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub, truediv
from typing import Final

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.daily import every_day, refuse_body
from app.domain.energy_balance.equations import initial_state, weight_of
from app.domain.energy_balance.errors import OutsideModelError
from app.domain.energy_balance.guards import Limits, StateLimits, floors_of, refuse_intake
from app.domain.energy_balance.quantities import Inputs, Q
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.weekly import bodies_by_week, body_after, settling_days

NEAR_KG: Final = 0.2
NEAR_FAT_SHARE: Final = 0.01
"""So near a floor on some step, the days between have to be looked at one by one."""

Masses = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Body weight and composition at the start of each week: entry k is day 7 k.

    Lean tissue leaves out extracellular fluid and glycogen with its water.
    """

    weight_kg: Masses
    fat_mass_kg: Masses
    fat_free_mass_kg: Masses
    lean_tissue_kg: Masses
    _settling_weight_kg: Masses

    def weight_by_day_kg(self) -> list[float]:
        """Body weight at the start of each day from 0 to the last, within 3 g of the equations.

        (Somebody who lives on very little carbohydrate settles slowly: 10 g between two weeks.)
        """
        return by_day(self._settling_weight_kg, self.weight_kg)


def constant_path(
    baseline: Baseline, intake_change_kcal_per_day: float, weeks: int, *, limits: Limits | None
) -> Path:
    """The path over `weeks` >= 1 at a constant intake, all else unchanged.

    Within 1 g of the equations at the start of each week (Hall 2011). Raises BeyondTheBodyError
    naming the first day past a limit, and OutsideModelError for no weeks.
    """
    if weeks < 1:
        raise OutsideModelError("weeks is outside the model")
    floors = floors_of(limits, baseline)
    refuse_body(baseline, floors, day=0, body=initial_state(baseline))
    refuse_intake(floors, 0, baseline.energy_intake_kcal_per_day + intake_change_kcal_per_day)
    drive = Inputs(intake_change_kcal_per_day, 0.0, baseline.carb_fraction, 1.0)
    bodies = bodies_by_week(baseline, drive, weeks, functions=math)
    weights = tuple([weight_of(baseline, body) for body in bodies])
    fats, leans, fluids, _, _ = zip(*bodies, strict=True)
    if limits is not None and _is_near(
        floors, weights=weights, fats=fats, leans=leans, fluids=fluids
    ):
        course = Course(intake_changes=(Change(0, intake_change_kcal_per_day),))
        for _ in every_day(baseline, course, 7 * weeks, limits=limits):
            pass  # raises on the day, if there is one
    return _path(baseline, settling_days(weeks), weights=weights, fats=fats, leans=leans)


def constant_weight_kg(baseline: Baseline, intake_change_kcal_per_day: float, weeks: int) -> float:
    """Body weight alone, at the end of `constant_path` and without its limits on the body.

    Made for the ends of an uncertainty band. Raises BeyondTheBodyError for an intake below
    nothing or above 20,000 kcal/d, and OutsideModelError for no weeks.
    """
    if weeks < 1:
        raise OutsideModelError("weeks is outside the model")
    intake = baseline.energy_intake_kcal_per_day + intake_change_kcal_per_day
    refuse_intake(floors_of(None, baseline), 0, intake)
    drive = Inputs(intake_change_kcal_per_day, 0.0, baseline.carb_fraction, 1.0)
    return weight_of(baseline, body_after(baseline, drive, 7 * weeks, functions=math))


def _is_near(
    floors: StateLimits[float], *, weights: Masses, fats: Masses, leans: Masses, fluids: Masses
) -> bool:
    """Whether some step comes so near a floor that a day between may be past it."""
    lightest = max(floors.weight_by_bmi_kg, floors.weight_by_loss_kg)
    return (
        min(weights) < lightest + NEAR_KG
        or min(map(truediv, fats, weights)) < floors.fat_share + NEAR_FAT_SHARE
        or min(leans) < floors.lean_change_kg + NEAR_KG
        or min(fluids) < floors.fluid_change_kg + NEAR_KG
    )


def _path(
    baseline: Baseline, settling: int, *, weights: Masses, fats: Masses, leans: Masses
) -> Path:
    by_week = weights[:settling:7] + weights[settling:]
    fat_by_week = fats[:settling:7] + fats[settling:]
    lean_by_week = leans[:settling:7] + leans[settling:]
    lean = baseline.lean_tissue_kg
    return Path(
        by_week,
        fat_by_week,
        tuple(map(sub, by_week, fat_by_week)),
        tuple([lean + change for change in lean_by_week]),
        weights[:settling],
    )


def by_day(settling: Sequence[Q], by_week: Sequence[Q]) -> list[Q]:
    """The settling days as they are; between the weeks after them a parabola.

    Its bend, kg/d2, is the mean of those at both ends of the week: it falls short of the straight
    line by bend d (7 - d) / 2 on day d, so a day's difference grows by one bend a day.
    """
    days = list(settling)
    weeks = by_week[len(settling) // 7 :]
    bends = [(c - 2 * b + a) / 49 for a, b, c in zip(weeks, weeks[1:], weeks[2:], strict=False)]
    bends = [bends[0], *bends, bends[-1]] if bends else []
    for (first, last), (bend, next_bend) in zip(pairwise(weeks), pairwise(bends), strict=True):
        grows = (bend + next_bend) / 2
        step = (last - first) / 7 - 3 * grows
        second = first + step
        third = second + (step := step + grows)
        fourth = third + (step := step + grows)
        fifth = fourth + (step := step + grows)
        sixth = fifth + (step := step + grows)
        days += first, second, third, fourth, fifth, sixth, sixth + step + grows
    days.append(weeks[-1])
    return days
