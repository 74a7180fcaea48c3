"""Tonight's clock interval for the injection, around sleep and meals."""

from collections.abc import Mapping
from typing import Final

from app.domain import protocol
from app.domain.case import Sermorelin
from app.domain.facts.clock import DAY_MINUTES, LONGEST_PLAUSIBLE_FAST_MINUTES
from app.domain.value import value

_FAST_BEFORE_MINUTES: Final = int(60 * protocol.FAST_BEFORE_HOURS)
_LENGTH_MINUTES: Final = (
    protocol.EARLIEST_MINUTES_BEFORE_SLEEP - protocol.LATEST_MINUTES_BEFORE_SLEEP
)

_LAST_MEAL: Final = "sermorelin.last_meal_end"
_NEXT_MEAL: Final = "sermorelin.next_meal_start"
_NO_TIME: Final = "The meals leave no time 30-60 minutes before sleep."


@value
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
        return InjectionWindow(None, None, "sermorelin.sleep_time is not known.", None)
    start = (sermorelin.sleep_minute - protocol.EARLIEST_MINUTES_BEFORE_SLEEP) % DAY_MINUTES
    finish_eating_by = (start - _FAST_BEFORE_MINUTES) % DAY_MINUTES
    # Both ends as minutes after `start`.
    opens, closes = 0, _LENGTH_MINUTES
    since_meal = _minutes_between(sermorelin.last_meal_end_minute, start)
    until_meal = _minutes_between(start, sermorelin.next_meal_start_minute)
    if since_meal is not None:
        opens = max(opens, _FAST_BEFORE_MINUTES - since_meal)
    if until_meal is not None:
        closes = min(closes, until_meal - protocol.FAST_AFTER_MINUTES)
    gaps = {_LAST_MEAL: since_meal, _NEXT_MEAL: until_meal}
    obstacle = _implausible(gaps) or (_NO_TIME if opens > closes else None)
    reason = " ".join(each for each in (obstacle, _uncut(gaps)) if each is not None) or None
    if obstacle is not None:
        return InjectionWindow(None, None, reason, finish_eating_by)
    return InjectionWindow(
        (start + opens) % DAY_MINUTES, (start + closes) % DAY_MINUTES, reason, finish_eating_by
    )


def _minutes_between(earlier: int | None, later: int | None) -> int | None:
    if earlier is None or later is None:
        return None
    return (later - earlier) % DAY_MINUTES


def _implausible(gaps: Mapping[str, int | None]) -> str | None:
    far = [
        path
        for path, gap in gaps.items()
        if gap is not None and gap > LONGEST_PLAUSIBLE_FAST_MINUTES
    ]
    if not far:
        return None
    lie = "lie" if len(far) > 1 else "lies"
    return f"{' and '.join(far)} {lie} more than 16 h away from the window: not plausible."


def _uncut(gaps: Mapping[str, int | None]) -> str | None:
    unknown = [path for path, gap in gaps.items() if gap is None]
    if not unknown:
        return None
    are = "are" if len(unknown) > 1 else "is"
    return f"Not cut by {' and '.join(unknown)}, which {are} unknown."
