"""Clock arithmetic around the injection, modulo 24 hours."""

from app.domain.case import Sermorelin
from app.domain.thresholds import ASSUMED_SLEEP, DAYTIME_BEFORE_SLEEP, LONGEST_PLAUSIBLE_FAST
from app.domain.units import MINUTES_PER_DAY, MINUTES_PER_HOUR
from app.domain.value import value


@value
class Clock:
    """The injection among sleep and meals; None is unknown.

    `injection_minute` is minutes after midnight, `minutes_before_sleep` is negative after
    sleep onset, `implausible` names meal times too far away to be meant.
    """

    injection_minute: float | None
    minutes_before_sleep: float | None
    daytime: bool | None
    fasting_hours_before: float | None
    fasting_minutes_after: float | None
    implausible: tuple[str, ...]


def clock_of(sermorelin: Sermorelin) -> Clock:
    """Derive the clock facts (contract, section 1)."""
    injection = _injection_minute(sermorelin)
    minutes = sermorelin.minutes_before_sleep
    if minutes is None and injection is not None and sermorelin.sleep_minute is not None:
        minutes = minutes_before_sleep(
            injection, sleep=sermorelin.sleep_minute, wake=sermorelin.wake_minute
        )
    before = _gap(sermorelin.last_meal_end_minute, injection)
    after = _gap(injection, sermorelin.next_meal_start_minute)
    implausible: tuple[str, ...] = ()
    if before is not None and before > LONGEST_PLAUSIBLE_FAST.value:
        before, implausible = None, ("sermorelin.last_meal_end",)
    if after is not None and after > LONGEST_PLAUSIBLE_FAST.value:
        after, implausible = None, (*implausible, "sermorelin.next_meal_start")
    given_before, given_after = sermorelin.fasting_hours_before, sermorelin.fasting_minutes_after
    return Clock(
        injection,
        minutes,
        _daytime(sermorelin, minutes),
        given_before if before is None else before / MINUTES_PER_HOUR,
        given_after if after is None else after,
        implausible,
    )


def minutes_before_sleep(injection: float, *, sleep: int, wake: int | None) -> float:
    """Minutes from the injection to sleep; negative inside the sleep period after its onset.

    All arguments are minutes after midnight; the sleep period is [sleep, wake).
    """
    since_onset = (injection - sleep) % MINUTES_PER_DAY
    lasts = ASSUMED_SLEEP.value if wake is None else (wake - sleep) % MINUTES_PER_DAY
    if since_onset < lasts:
        return -since_onset if since_onset else 0.0
    return (sleep - injection) % MINUTES_PER_DAY


def _injection_minute(sermorelin: Sermorelin) -> float | None:
    if sermorelin.injection_minute is not None:
        return sermorelin.injection_minute
    if sermorelin.minutes_before_sleep is None or sermorelin.sleep_minute is None:
        return None
    return (sermorelin.sleep_minute - sermorelin.minutes_before_sleep) % MINUTES_PER_DAY


def _gap(earlier: float | None, later: float | None) -> float | None:
    if earlier is None or later is None:
        return None
    return (later - earlier) % MINUTES_PER_DAY


def _daytime(sermorelin: Sermorelin, minutes: float | None) -> bool | None:
    if minutes is not None:
        return minutes > DAYTIME_BEFORE_SLEEP.value
    if sermorelin.time_of_day is None:
        return None
    return sermorelin.time_of_day in ("morning", "afternoon")
