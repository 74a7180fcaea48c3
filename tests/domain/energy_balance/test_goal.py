"""Goals: the simulator's answers, the way back, and what cannot be reached."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import (
    BeyondTheBodyError,
    GoalUnreachableError,
    OutsideModelError,
)
from app.domain.energy_balance.goal import Goal, solve_goal
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance.people import people, person
from tests.domain.energy_balance.vectors import cases

TOLERANCES = {
    "intake_to_reach_goal_kcal": 2.5,
    "final_weight_kg": 0.05,
    "final_fat_mass_kg": 0.05,
    "maintenance_intake_at_end_kcal": 3.0,
    "baseline_maintenance_kcal": 1e-6,
}


def _diet(start_kcal: float, goal: Goal, activity_change_pct: float) -> Course:
    intake = goal.intake_to_reach_goal_kcal
    return Course(
        intake_changes=(Change(0, intake - start_kcal),),
        sodium_changes=(Change(0, 4000 * (intake / start_kcal - 1)),),
        activity_change_pct=activity_change_pct,
    )


@pytest.mark.parametrize("case", cases("goals.json"), ids=lambda case: case["name"])
def test_the_simulators_answer(case: dict[str, Any]) -> None:
    goal = solve_goal(
        Person(**case["person"]),
        goal_weight_kg=case["goal_weight_kg"],
        days=case["days"],
        activity_change_pct=case["activity_change_pct"],
        limits=ENERGY_BALANCE_LIMITS,
    )
    for name, expected in case["answer"].items():
        assert getattr(goal, name) == pytest.approx(expected, abs=TOLERANCES[name]), name


@settings(max_examples=25, deadline=None)
@given(people(), st.floats(-0.06, 0.06), st.integers(30, 400), st.floats(-30, 50))
def test_the_answer_leads_there_and_the_holding_intake_holds(
    person: Person, gain: float, days: int, activity: float
) -> None:
    target = person.weight_kg * (1 + gain)
    try:
        goal = solve_goal(
            person, goal_weight_kg=target, days=days, activity_change_pct=activity, limits=None
        )
    except GoalUnreachableError as error:
        assume(error.reason != "intake")
        raise
    baseline = baseline_of(person)
    course = _diet(baseline.energy_intake_kcal_per_day, goal, activity)
    (end,) = states(baseline, course, [days], limits=None)
    assert end.weight_kg == pytest.approx(target, abs=1e-6)
    assert goal.final_weight_kg == pytest.approx(target, abs=1e-6)
    assert end.fat_mass_kg == pytest.approx(goal.final_fat_mass_kg, abs=1e-9)
    assert goal.baseline_maintenance_kcal == baseline.energy_intake_kcal_per_day


def test_the_holding_intake_holds_once_adaptation_has_settled() -> None:
    someone = person(weight_kg=100.0)
    goal = solve_goal(someone, goal_weight_kg=92.0, days=180, limits=ENERGY_BALANCE_LIMITS)
    baseline = baseline_of(someone)
    start = baseline.energy_intake_kcal_per_day
    diet = _diet(start, goal, 0.0)
    hold = goal.maintenance_intake_at_end_kcal - start
    course = Course(
        intake_changes=(*diet.intake_changes, Change(180, hold)),
        sodium_changes=diet.sodium_changes,
    )
    end, month, year = states(baseline, course, [180, 270, 545], limits=None)
    assert goal.intake_to_reach_goal_kcal < goal.maintenance_intake_at_end_kcal < start
    # Glycogen, its water and adaptation settle first; then hardly anything moves.
    assert year.fat_mass_kg == pytest.approx(month.fat_mass_kg, abs=0.15)
    assert year.fat_mass_kg == pytest.approx(end.fat_mass_kg, abs=0.5)


def test_todays_weight_is_held_by_todays_intake() -> None:
    goal = solve_goal(person(), goal_weight_kg=80.0, days=90, limits=ENERGY_BALANCE_LIMITS)
    assert goal.intake_to_reach_goal_kcal == pytest.approx(goal.baseline_maintenance_kcal, abs=1e-4)
    assert goal.maintenance_intake_at_end_kcal == pytest.approx(
        goal.baseline_maintenance_kcal, abs=1e-4
    )


@pytest.mark.parametrize("days", [1, 13, 14, 15, 21, 30])
def test_short_goals(days: int) -> None:
    goal = solve_goal(person(), goal_weight_kg=79.8, days=days, limits=ENERGY_BALANCE_LIMITS)
    assert goal.final_weight_kg == pytest.approx(79.8, abs=1e-6)


@pytest.mark.parametrize(
    ("different", "goal", "days", "reason"),
    [
        ({}, 60.0, 30, "intake"),
        ({}, 250.0, 30, "search"),
        ({"height_cm": 200, "weight_kg": 60.0, "fat_mass_kg": 12.0}, 51.5, 200, "bmi"),
        ({"fat_mass_kg": 2.0}, 72.0, 120, "fat"),
        ({"weight_kg": 250.0, "fat_mass_kg": 110.0}, 120.0, 2000, "loss"),
    ],
)
def test_what_cannot_be_reached(
    different: dict[str, float], goal: float, days: int, reason: str
) -> None:
    with pytest.raises(GoalUnreachableError) as caught:
        solve_goal(
            person(**different), goal_weight_kg=goal, days=days, limits=ENERGY_BALANCE_LIMITS
        )
    assert caught.value.reason == reason


@pytest.mark.parametrize("miss_kg", [0.0, 1e-6, 1.0])
@pytest.mark.parametrize(
    ("different", "limit_kg", "days", "reason"),
    [
        ({"weight_kg": 120.0, "height_cm": 156, "fat_mass_kg": 48.0}, 60.0, 500, "loss"),
        ({"weight_kg": 240.0, "height_cm": 156, "fat_mass_kg": 120.0}, 120.0, 700, "loss"),
        ({"weight_kg": 62.0, "height_cm": 200, "fat_mass_kg": 15.5}, 52.0, 180, "bmi"),
        ({"weight_kg": 70.0, "height_cm": 200, "fat_mass_kg": 20.5}, 52.0, 400, "bmi"),
    ],
)
def test_a_goal_may_stand_on_a_limit_and_not_past_it(
    different: dict[str, float], limit_kg: float, days: int, reason: str, miss_kg: float
) -> None:
    def solved(goal_weight_kg: float) -> Goal:
        return solve_goal(
            person(**different),
            goal_weight_kg=goal_weight_kg,
            days=days,
            limits=ENERGY_BALANCE_LIMITS,
        )

    goal_weight_kg = limit_kg + miss_kg
    assert solved(goal_weight_kg).final_weight_kg == pytest.approx(goal_weight_kg, abs=1e-9)
    with pytest.raises(GoalUnreachableError) as caught:
        solved(limit_kg - max(miss_kg, 1e-6))
    assert caught.value.reason == reason


@pytest.mark.parametrize("days", [1, 20, 90, 365])
@pytest.mark.parametrize("maintenance", [2846.0, 1800.1, 2260.14])
def test_the_goal_of_the_least_intake_asks_for_it(maintenance: float, days: int) -> None:
    someone = person(weight_kg=144.0, maintenance_kcal_per_day=maintenance)
    baseline = baseline_of(someone)
    course = Course(
        intake_changes=(Change(0, 800 - maintenance),),
        sodium_changes=(Change(0, 4000 * (800 / maintenance - 1)),),
    )
    (end,) = states(baseline, course, [days], limits=ENERGY_BALANCE_LIMITS)

    def solved(goal_weight_kg: float) -> Goal:
        return solve_goal(
            someone, goal_weight_kg=goal_weight_kg, days=days, limits=ENERGY_BALANCE_LIMITS
        )

    goal = solved(end.weight_kg)
    assert goal.intake_to_reach_goal_kcal == pytest.approx(800, abs=1e-5)
    with pytest.raises(GoalUnreachableError, match="intake"):
        solved(end.weight_kg - 1e-6)


def test_a_start_past_a_limit_is_no_matter_of_the_goal() -> None:
    thin = person(height_cm=200, weight_kg=51.0, fat_mass_kg=10.0)
    with pytest.raises(BeyondTheBodyError, match="bmi limit on day 0"):
        solve_goal(thin, goal_weight_kg=60.0, days=90, limits=ENERGY_BALANCE_LIMITS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": 0},
        {"goal_weight_kg": 0.0},
        {"goal_weight_kg": float("nan")},
        {"goal_weight_kg": float("inf")},
        {"activity_change_pct": -101.0},
    ],
)
def test_what_is_no_goal(wrong: dict[str, Any]) -> None:
    asked: dict[str, Any] = {"goal_weight_kg": 78.0, "days": 90, "limits": None}
    with pytest.raises(OutsideModelError):
        solve_goal(person(), **(asked | wrong))
