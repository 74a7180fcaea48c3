"""Body weight and composition over time: any course on chosen days, or a constant one by weeks."""

from collections.abc import Sequence

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.daily import every_day
from app.domain.energy_balance.errors import OutsideModelError
from app.domain.energy_balance.guards import Limits
from app.domain.energy_balance.path import Path, constant_path
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.state import State, state_of

__all__ = ["Change", "Course", "Path", "State", "constant_path", "states"]


def states(
    baseline: Baseline,
    course: Course,
    days: Sequence[int],
    *,
    limits: Limits | None,
    through_day: int | None = None,
) -> tuple[State, ...]:
    """The states at the start of each of `days`, in their order; within 0.1 g of the equations.

    `days` count from 0 and may repeat. The limits are checked on every day from 0 to
    `through_day`, the latest of `days` if None. Raises BeyondTheBodyError naming the first day
    past a limit, DuplicateChangeDayError for two entries of one schedule on a day, and
    OutsideModelError for no days, a day before 0 or one after `through_day`.
    """
    if not days or min(days) < 0:
        raise OutsideModelError("days is outside the model")
    last = max(days) if through_day is None else through_day
    if max(days) > last:
        raise OutsideModelError("days run past through_day")
    wanted = set(days)
    found = {
        day[0]: state_of(baseline, day)
        for day in every_day(baseline, course, last, limits=limits)
        if day[0] in wanted
    }
    return tuple(found[day] for day in days)
