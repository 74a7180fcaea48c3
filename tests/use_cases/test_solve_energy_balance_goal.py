"""The intake that reaches a goal, and that no body is led where it does not survive."""

from typing import Final

import pytest

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import GoalUnreachableError
from app.domain.energy_balance.person import Person
from app.use_cases.solve_energy_balance_goal import solve_energy_balance_goal

PERSON: Final = Person(
    sex="female", age_years=45, height_cm=168, weight_kg=84, physical_activity_level=1.5
)


def test_a_goal_is_reached_and_then_held() -> None:
    goal = solve_energy_balance_goal(PERSON, goal_weight_kg=77, days=182, activity_change_pct=20.0)
    assert goal.final_weight_kg == pytest.approx(77)
    kept = goal.baseline_maintenance_kcal
    assert kept == baseline_of(PERSON).energy_intake_kcal_per_day
    assert goal.intake_to_reach_goal_kcal < goal.maintenance_intake_at_end_kcal


def test_a_goal_that_no_body_survives_is_refused() -> None:
    with pytest.raises(GoalUnreachableError) as caught:
        solve_energy_balance_goal(PERSON, goal_weight_kg=60, days=28, activity_change_pct=0.0)
    assert caught.value.reason == "intake"
