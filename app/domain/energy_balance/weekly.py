"""Long constant stretches in few steps: of a day while the body settles, then of a week."""

from collections import deque
from typing import Final

from app.domain.energy_balance.equations import initial_state, integrate
from app.domain.energy_balance.quantities import BaselineParameters, Body, Functions, Inputs, Q
from app.domain.energy_balance.step import step_of

SETTLING_DAYS: Final = 14
"""Days on which glycogen and fluid may still move faster than a weekly step can show."""
SHORT_WEEKS: Final = 3


def settling_days(weeks: int) -> int:
    """How many days of a path take a step each: all of a path too short to show how it bends."""
    return SETTLING_DAYS if weeks > SHORT_WEEKS else 7 * weeks


def bodies_by_week(
    rest: BaselineParameters[Q], drive: Inputs[Q], weeks: int, *, functions: Functions[Q]
) -> list[Body[Q]]:
    """The settling days from 0 on, then the starts of the weeks after, to the end of the last."""
    bodies = [initial_state(rest)]
    daily = settling_days(weeks)
    of_day = step_of(rest, drive, 1, functions=functions)
    bodies.extend(integrate(of_day, bodies[0], daily, functions=functions))
    weekly = weeks - daily // 7
    if weekly:
        of_week = step_of(rest, drive, 7, functions=functions)
        bodies.extend(integrate(of_week, bodies[-1], weekly, functions=functions))
    return bodies


def body_after(
    rest: BaselineParameters[Q], drive: Inputs[Q], days: int, *, functions: Functions[Q]
) -> Body[Q]:
    """The body after so many days; those that make no whole week come last."""
    daily = min(days, SETTLING_DAYS)
    weekly, left = divmod(days - daily, 7)
    body = initial_state(rest)
    for length, count in ((1, daily), (7, weekly), (left, 1)):
        if length and count:
            step = step_of(rest, drive, length, functions=functions)
            body = deque(integrate(step, body, count, functions=functions), maxlen=1).pop()
    return body
