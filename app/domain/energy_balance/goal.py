"""The constant intake that reaches a goal weight in time, and the intake that then holds it."""

import math
from collections import deque
from dataclasses import dataclass
from typing import Final

from app.domain.energy_balance.baseline import Baseline, Person, baseline_of
from app.domain.energy_balance.constants import BASELINE_SODIUM_MG_PER_DAY
from app.domain.energy_balance.daily import drive_of, every_day, refuse_body
from app.domain.energy_balance.equations import initial_state, weight_of
from app.domain.energy_balance.errors import (
    BeyondTheBodyError,
    GoalUnreachableError,
    OutsideModelError,
)
from app.domain.energy_balance.guards import MOST_INTAKE_KCAL_PER_DAY, Limits, floors_of
from app.domain.energy_balance.holding import holding_intake_kcal_per_day
from app.domain.energy_balance.quantities import Body
from app.domain.energy_balance.root import rising_root
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.weekly import body_after

TOLERANCE_KG: Final = 5e-10
"""How near the answer's weight comes to the goal: nearer than what breaks a limit, on which a goal
may stand."""
_MOST_STEPS: Final = 50
"""Two or three are usual; a diet far outside the model's purpose may never settle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The answer, in kg and kcal/d.

    `maintenance_intake_at_end_kcal` holds the body reached, once adaptation has settled;
    `baseline_maintenance_kcal` held the body at the start.
    """

    intake_to_reach_goal_kcal: float
    final_weight_kg: float
    final_fat_mass_kg: float
    maintenance_intake_at_end_kcal: float
    baseline_maintenance_kcal: float


def solve_goal(
    person: Person,
    *,
    goal_weight_kg: float,
    days: int,
    activity_change_pct: float = 0.0,
    limits: Limits | None,
) -> Goal:
    """Find the intake from day 0 on that makes body weight the goal after `days` >= 1 days.

    Sodium is scaled with intake from 4000 mg/d, carbohydrate keeps its share of energy, and the
    activity parameter changes by `activity_change_pct` percent. Weight rises with intake, so
    there is one answer at most.

    Raises GoalUnreachableError if the least intake of the limits (0 without limits) still
    leaves the body too heavy, if 20,000 kcal/d leave it too light ("search"), or if the path of
    the answer breaks a limit (BMI, loss, fat, compartments) on any day after the first;
    BeyondTheBodyError if the body breaks one on day 0; OutsideModelError as `baseline_of` and
    for days, goal or activity outside their ranges.
    """
    if days < 1 or not (goal_weight_kg > 0 and math.isfinite(goal_weight_kg)):
        raise OutsideModelError("days or goal_weight_kg is outside the model")
    baseline = baseline_of(person)
    refuse_body(baseline, floors_of(limits, baseline), day=0, body=initial_state(baseline))
    search = _Search(baseline, goal_weight_kg, days, activity_change_pct)
    try:
        return search.goal(limits)
    except BeyondTheBodyError as error:
        raise GoalUnreachableError(error.reason) from error


@dataclass(frozen=True, slots=True)
class _Search:
    baseline: Baseline
    goal_weight_kg: float
    days: int
    activity_change_pct: float

    def goal(self, limits: Limits | None) -> Goal:
        intake, body = self._polished(self._intake(limits), limits)
        return Goal(
            intake_to_reach_goal_kcal=intake,
            final_weight_kg=weight_of(self.baseline, body),
            final_fat_mass_kg=body[0],
            maintenance_intake_at_end_kcal=holding_intake_kcal_per_day(
                self.baseline, body, activity_factor=1 + self.activity_change_pct / 100
            ),
            baseline_maintenance_kcal=self.baseline.energy_intake_kcal_per_day,
        )

    def _intake(self, limits: Limits | None) -> float:
        """The answer by weekly steps, which may miss the goal; daily steps decide at both ends."""
        least, most = _least(limits), MOST_INTAKE_KCAL_PER_DAY
        if self._daily_miss_kg(least) > TOLERANCE_KG:
            raise GoalUnreachableError("intake")
        if self._daily_miss_kg(most) < -TOLERANCE_KG:
            raise GoalUnreachableError("search")
        if self._miss_kg(least) >= 0:
            return least
        if self._miss_kg(most) <= 0:
            return most
        found = rising_root(self._miss_kg, low=least, high=most, tolerance=TOLERANCE_KG)
        if found is None:
            raise GoalUnreachableError("search")
        return found

    def _polished(self, intake: float, limits: Limits | None) -> tuple[float, Body[float]]:
        """The answer by daily steps, with the body it leads to; its path keeps the limits."""
        kg_per_kcal = self._miss_kg(intake + 1) - self._miss_kg(intake)
        least = _least(limits)
        for _ in range(_MOST_STEPS):
            miss = self._daily_miss_kg(intake)
            if abs(miss) <= TOLERANCE_KG:
                return intake, self._body_after(intake, limits)
            intake = min(max(intake - miss / kg_per_kcal, least), MOST_INTAKE_KCAL_PER_DAY)
        raise GoalUnreachableError("search")

    def _daily_miss_kg(self, intake: float) -> float:
        return weight_of(self.baseline, self._body_after(intake, None)) - self.goal_weight_kg

    def _body_after(self, intake: float, limits: Limits | None) -> Body[float]:
        path = every_day(self.baseline, self._course(intake), self.days, limits=limits)
        *_, body = deque(path, maxlen=1).pop()
        return body

    def _miss_kg(self, intake: float) -> float:
        course = self._course(intake)
        drive = drive_of(
            self.baseline,
            course,
            intake_change=course.intake_changes[0].value,
            sodium_change=course.sodium_changes[0].value,
        )
        body = body_after(self.baseline, drive, self.days, functions=math)
        return weight_of(self.baseline, body) - self.goal_weight_kg

    def _course(self, intake: float) -> Course:
        """The diet at this intake, with sodium scaled (NIDDK body weight simulator)."""
        at_baseline = self.baseline.energy_intake_kcal_per_day
        sodium_change = BASELINE_SODIUM_MG_PER_DAY * (intake / at_baseline - 1)
        return Course(
            intake_changes=(Change(0, intake - at_baseline),),
            sodium_changes=(Change(0, sodium_change),),
            activity_change_pct=self.activity_change_pct,
        )


def _least(limits: Limits | None) -> float:
    return 0.0 if limits is None else limits.min_intake_kcal_per_day
