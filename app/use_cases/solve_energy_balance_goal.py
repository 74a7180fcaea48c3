"""Find the intake that reaches a weight in time, within the limits of what a body can survive."""

from app.domain.energy_balance.goal import Goal, solve_goal
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS
from app.domain.energy_balance.person import Person


def solve_energy_balance_goal(
    person: Person, *, goal_weight_kg: float, days: int, activity_change_pct: float
) -> Goal:
    """The constant intake from day 0 on, and the one that then holds the body.

    Raises what the model refuses: GoalUnreachableError, BeyondTheBodyError, OutsideModelError.
    """
    return solve_goal(
        person,
        goal_weight_kg=goal_weight_kg,
        days=days,
        activity_change_pct=activity_change_pct,
        limits=ENERGY_BALANCE_LIMITS,
    )
