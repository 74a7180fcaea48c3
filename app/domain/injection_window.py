"""Tonight's clock interval for the injection, around sleep and meals."""

from dataclasses import dataclass
from typing import Final

from app.domain import protocol
from app.domain.case import Sermorelin
from app.domain.facts.clock import DAY_MINUTES, LONGEST_PLAUSIBLE_FAST_MINUTES

_FAST_BEFORE_MINUTES: Final = int(60 * protocol.FAST_BEFORE_HOURS)
_LENGTH_MINUTES: Final = (
    protocol.EARLIEST_MINUTES_BEFORE_SLEEP - protocol.LATEST_MINUTES_BEFORE_SLEEP
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
        return InjectionWindow(None, None, "sermorelin.sleep_time is not known.", None)
    start = (sermorelin.sleep_minute - protocol.EARLIEST_MINUTES_BEFORE_SLEEP) % DAY_MINUTES
    finish_eating_by = (start - _FAST_BEFORE_MINUTES) % DAY_MINUTES
    # Both ends as minutes after `start`.
    opens, closes = 0, _LENGTH_MINUTES
    last_meal, next_meal = sermorelin.last_meal_end_minute, sermorelin.next_meal_start_minute
    if last_meal is not None:
        since_meal = (start - last_meal) % DAY_MINUTES
        if since_meal > LONGEST_PLAUSIBLE_FAST_MINUTES:
            return _closed("sermorelin.last_meal_end", finish_eating_by)
        opens = max(opens, _FAST_BEFORE_MINUTES - since_meal)
    if next_meal is not None:
        until_meal = (next_meal - start) % DAY_MINUTES
        if until_meal > LONGEST_PLAUSIBLE_FAST_MINUTES:
            return _closed("sermorelin.next_meal_start", finish_eating_by)
        closes = min(closes, until_meal - protocol.FAST_AFTER_MINUTES)
    if opens > closes:
        reasons = ("The meals leave no time 30-60 minutes before sleep.", _uncut(sermorelin))
        said = " ".join(reason for reason in reasons if reason is not None)
        return InjectionWindow(None, None, said, finish_eating_by)
    return InjectionWindow(
        (start + opens) % DAY_MINUTES,
        (start + closes) % DAY_MINUTES,
        _uncut(sermorelin),
        finish_eating_by,
    )


def _closed(path: str, finish_eating_by: int) -> InjectionWindow:
    reason = f"{path} lies more than 16 h away from the window: not plausible."
    return InjectionWindow(None, None, reason, finish_eating_by)


def _uncut(sermorelin: Sermorelin) -> str | None:
    unknown = [
        path
        for path, minute in (
            ("sermorelin.last_meal_end", sermorelin.last_meal_end_minute),
            ("sermorelin.next_meal_start", sermorelin.next_meal_start_minute),
        )
        if minute is None
    ]
    if not unknown:
        return None
    return (
        f"Not cut by {' and '.join(unknown)}, which {'are' if len(unknown) > 1 else 'is'} unknown."
    )
