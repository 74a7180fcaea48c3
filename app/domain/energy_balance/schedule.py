"""What changes, from which day on, and the stretches of days on which nothing does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from app.domain.energy_balance.errors import DuplicateChangeDayError, OutsideModelError

LEAST_ACTIVITY_PCT: Final = -100.0
"""No activity at all."""
MOST_ACTIVITY_PCT: Final = 1000.0
MOST_SODIUM_MG_PER_DAY: Final = 1_000_000.0
"""Far more than anybody changes by, but no more than the goal solver may try in its search."""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference from baseline that holds from the start of a day until the next entry."""

    from_day: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Everything that differs from baseline, in any order of days.

    Intake in kcal/d and sodium in mg/d (up to a kilogram either way), relative to baseline.
    `carb_fraction` is the share of energy from carbohydrate, 0 to 1, from day 0 on; None keeps
    the baseline's. The activity parameter changes by `activity_change_pct` percent, -100 to 1000,
    from day 0 on.
    """

    intake_changes: tuple[Change, ...] = ()
    sodium_changes: tuple[Change, ...] = ()
    carb_fraction: float | None = None
    activity_change_pct: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what no diet can be: OutsideModelError."""
        if self.carb_fraction is not None and not 0 <= self.carb_fraction <= 1:
            raise OutsideModelError("carb_fraction is outside the model")
        if not LEAST_ACTIVITY_PCT <= self.activity_change_pct <= MOST_ACTIVITY_PCT:
            raise OutsideModelError("activity_change_pct is outside the model")
        if any(not abs(change.value) <= MOST_SODIUM_MG_PER_DAY for change in self.sodium_changes):
            raise OutsideModelError("a sodium change is outside the model")


class Stretch(NamedTuple):
    """The days from `from_day` up to `to_day`, on which intake and sodium stand still."""

    from_day: int
    to_day: int
    intake_change_kcal_per_day: float
    sodium_change_mg_per_day: float


def stretches(course: Course, through_day: int) -> list[Stretch]:
    """Cut day 0 to `through_day` where something changes; the last stretch has no length.

    A change on `through_day` itself moves no mass yet, but is what is eaten that day; a later
    one has no effect. Raises DuplicateChangeDayError for two entries of one schedule on a day,
    and OutsideModelError for a day before 0.
    """
    intake = by_day(course.intake_changes)
    sodium = by_day(course.sodium_changes)
    cuts = sorted(day for day in {0, through_day, *intake, *sodium} if day <= through_day)
    found = []
    intake_change = sodium_change = 0.0
    for day, next_day in zip(cuts, [*cuts[1:], through_day], strict=True):
        intake_change = intake.get(day, intake_change)
        sodium_change = sodium.get(day, sodium_change)
        found.append(Stretch(day, next_day, intake_change, sodium_change))
    return found


def by_day(changes: Iterable[Change]) -> dict[int, float]:
    """The entries of one schedule under their first day.

    Raises DuplicateChangeDayError and OutsideModelError as `stretches` does.
    """
    found: dict[int, float] = {}
    for change in changes:
        if change.from_day in found:
            raise DuplicateChangeDayError(change.from_day)
        if change.from_day < 0:
            raise OutsideModelError("a change before day 0 is outside the model")
        found[change.from_day] = change.value
    return found
