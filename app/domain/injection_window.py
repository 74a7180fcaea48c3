"""Tonight's clock interval for the injection, around sleep and meals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.case import Sermorelin
from app.domain.facts.registry.injection import (
    LAST_MEAL_INPUT,
    NEXT_MEAL_INPUT,
    SLEEP_TIME_INPUT,
)
from app.domain.thresholds import (
    EARLIEST_BEFORE_SLEEP,
    FAST_AFTER,
    FAST_BEFORE,
    LATEST_BEFORE_SLEEP,
    LONGEST_PLAUSIBLE_FAST,
)
from app.domain.units import MINUTES_PER_DAY, MINUTES_PER_HOUR

_EARLIEST_MINUTES: Final = int(EARLIEST_BEFORE_SLEEP.value)
_LENGTH_MINUTES: Final = int(EARLIEST_BEFORE_SLEEP.value - LATEST_BEFORE_SLEEP.value)
_FAST_BEFORE_MINUTES: Final = int(MINUTES_PER_HOUR * FAST_BEFORE.value)
_FAST_AFTER_MINUTES: Final = int(FAST_AFTER.value)
"""The clock of a case is in whole minutes."""

_NO_TIME: Final = (
    f"The meals leave no time {LATEST_BEFORE_SLEEP:bare}-{EARLIEST_BEFORE_SLEEP:bare} minutes "
    "before sleep."
)
_NO_SLEEP: Final = f"{SLEEP_TIME_INPUT.path} is not known."
_FAR: Final = (
    f"more than {LONGEST_PLAUSIBLE_FAST.value / MINUTES_PER_HOUR:g} h away from the window"
)


@dataclass(frozen=True, slots=True)
class InjectionWindow:
    """Minutes after local midnight; None ends come with a reason.

    Eating that ends by `finish_eating_by` leaves the whole 30-60 minutes open.
    """

    opens_at: int | None
    closes_at: int | None
    reason: str | None
    finish_eating_by: int | None


def injection_window(sermorelin: Sermorelin) -> InjectionWindow:
    """The interval [sleep - 60 min, sleep - 30 min], cut by the meals around it.

    Contract, section 3; one minute is not empty, an unknown meal does not cut.
    """
    if sermorelin.sleep_minute is None:
        return InjectionWindow(None, None, _NO_SLEEP, None)
    start = (sermorelin.sleep_minute - _EARLIEST_MINUTES) % MINUTES_PER_DAY
    finish_eating_by = (start - _FAST_BEFORE_MINUTES) % MINUTES_PER_DAY
    # Both ends as minutes after `start`.
    opens, closes = 0, _LENGTH_MINUTES
    since_meal = _minutes_between(sermorelin.last_meal_end_minute, start)
    until_meal = _minutes_between(start, sermorelin.next_meal_start_minute)
    if since_meal is not None:
        opens = max(opens, _FAST_BEFORE_MINUTES - since_meal)
    if until_meal is not None:
        closes = min(closes, until_meal - _FAST_AFTER_MINUTES)
    gaps = {LAST_MEAL_INPUT.path: since_meal, NEXT_MEAL_INPUT.path: until_meal}
    obstacle = _implausible(gaps) or (_NO_TIME if opens > closes else None)
    reason = " ".join(each for each in (obstacle, _uncut(gaps)) if each is not None) or None
    if obstacle is not None:
        return InjectionWindow(None, None, reason, finish_eating_by)
    return InjectionWindow(
        (start + opens) % MINUTES_PER_DAY,
        (start + closes) % MINUTES_PER_DAY,
        reason,
        finish_eating_by,
    )


def _minutes_between(earlier: int | None, later: int | None) -> int | None:
    if earlier is None or later is None:
        return None
    return (later - earlier) % MINUTES_PER_DAY


def _implausible(gaps: Mapping[str, int | None]) -> str | None:
    far = [
        path for path, gap in gaps.items() if gap is not None and gap > LONGEST_PLAUSIBLE_FAST.value
    ]
    if not far:
        return None
    lie = "lie" if len(far) > 1 else "lies"
    return f"{' and '.join(far)} {lie} {_FAR}: not plausible."


def _uncut(gaps: Mapping[str, int | None]) -> str | None:
    unknown = [path for path, gap in gaps.items() if gap is None]
    if not unknown:
        return None
    are = "are" if len(unknown) > 1 else "is"
    return f"Not cut by {' and '.join(unknown)}, which {are} unknown."
