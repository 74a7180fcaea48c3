"""Long constant stretches in few steps: of a day while the body settles, then of a week."""

import math
from collections import deque
from typing import Final

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.equations import at_rest, march
from app.domain.energy_balance.quantities import Body, Drive
from app.domain.energy_balance.step import step_of

SETTLING_DAYS: Final = 14
"""Days on which glycogen and fluid may still move faster than a weekly step can show."""
SHORT_WEEKS: Final = 3


def settling_days(weeks: int) -> int:
    """How many days of a path take a step each: all of a path too short to show how it bends."""
    return SETTLING_DAYS if weeks > SHORT_WEEKS else 7 * weeks


def bodies_by_week(baseline: Baseline, drive: Drive[float], weeks: int) -> list[Body[float]]:
    """The settling days from 0 on, then the starts of the weeks after, to the end of the last."""
    bodies = [at_rest(baseline)]
    daily = settling_days(weeks)
    bodies.extend(march(step_of(baseline, drive, 1, math), bodies[0], daily, math))
    weekly = weeks - daily // 7
    if weekly:
        bodies.extend(march(step_of(baseline, drive, 7, math), bodies[-1], weekly, math))
    return bodies


def body_after(baseline: Baseline, drive: Drive[float], days: int) -> Body[float]:
    """The body after so many days; those that make no whole week come last."""
    daily = min(days, SETTLING_DAYS)
    weekly, left = divmod(days - daily, 7)
    body = at_rest(baseline)
    for length, count in ((1, daily), (7, weekly), (left, 1)):
        if length and count:
            step = step_of(baseline, drive, length, math)
            body = deque(march(step, body, count, math), maxlen=1).pop()
    return body
