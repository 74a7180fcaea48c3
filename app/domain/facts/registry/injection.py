"""The injection among sleep and meals."""

from typing import Final

from app.domain.facts.fact import Fact, Input, derived, inner, leaf
from app.domain.facts.facts import Facts
from app.domain.thresholds import (
    DAYTIME_BEFORE_SLEEP,
    EARLIEST_BEFORE_SLEEP,
    FAST_AFTER,
    FAST_BEFORE,
    FAST_ON_GLP1,
    LATEST_BEFORE_SLEEP,
)

INJECTION_TIME_INPUT: Final = Input(
    path="sermorelin.injection_time",
    label="time of the injection",
    question="At what time is sermorelin injected?",
    answer="time",
)
SLEEP_TIME_INPUT: Final = Input(
    path="sermorelin.sleep_time",
    label="time of falling asleep",
    question="At what time does the patient fall asleep?",
    answer="time",
)
MINUTES_INPUT: Final = Input(
    path="sermorelin.minutes_before_sleep",
    label="injection before sleep",
    question="How long before falling asleep is sermorelin injected?",
    answer="number",
    unit="min",
)
TIME_OF_DAY_INPUT: Final = Input(
    path="sermorelin.time_of_day",
    label="time of day",
    question="At which time of day is sermorelin injected?",
    answer="enum",
)
FASTING_BEFORE_INPUT: Final = Input(
    path="sermorelin.fasting_hours_before",
    label="fast before",
    question="How long before the injection does the patient eat nothing?",
    answer="number",
    unit="h",
)
LAST_MEAL_INPUT: Final = Input(
    path="sermorelin.last_meal_end",
    label="end of the last meal",
    question="At what time does the last meal before the injection end?",
    answer="time",
)
FASTING_AFTER_INPUT: Final = Input(
    path="sermorelin.fasting_minutes_after",
    label="fast after",
    question="How long after the injection does the patient eat nothing?",
    answer="number",
    unit="min",
)
NEXT_MEAL_INPUT: Final = Input(
    path="sermorelin.next_meal_start",
    label="start of the next meal",
    question="At what time does the first meal after the injection begin?",
    answer="time",
)


def _missing_injection(facts: Facts) -> tuple[str, ...]:
    """Inputs that would place the injection on the clock or before sleep."""
    given = facts.sermorelin
    sleep = (SLEEP_TIME_INPUT.path,) if given.sleep_minute is None else ()
    if given.injection_minute is not None or given.minutes_before_sleep is not None:
        return sleep
    clock = (INJECTION_TIME_INPUT.path,) if given.time_of_day is None else ()
    return (MINUTES_INPUT.path, *clock, *sleep)


def _missing_daytime(facts: Facts) -> tuple[str, ...]:
    given = facts.sermorelin
    if given.injection_minute is not None or given.time_of_day is not None:
        return _missing_injection(facts)
    return (TIME_OF_DAY_INPUT.path, *_missing_injection(facts))


def _missing_fasting_before(facts: Facts) -> tuple[str, ...]:
    if LAST_MEAL_INPUT.path in facts.clock.implausible:
        return (LAST_MEAL_INPUT.path,)
    if facts.sermorelin.last_meal_end_minute is not None:
        return _missing_clock_of_injection(facts)
    asked = FASTING_BEFORE_INPUT.path, LAST_MEAL_INPUT.path
    return (*asked, *_missing_clock_of_injection(facts))


def _missing_fasting_after(facts: Facts) -> tuple[str, ...]:
    if NEXT_MEAL_INPUT.path in facts.clock.implausible:
        return (NEXT_MEAL_INPUT.path,)
    if facts.sermorelin.next_meal_start_minute is not None:
        return _missing_clock_of_injection(facts)
    asked = FASTING_AFTER_INPUT.path, NEXT_MEAL_INPUT.path
    return (*asked, *_missing_clock_of_injection(facts))


def _missing_clock_of_injection(facts: Facts) -> tuple[str, ...]:
    return _missing_injection(facts) if facts.clock.injection_minute is None else ()


def _minutes_after_sleep(facts: Facts) -> float | None:
    minutes = facts.clock.minutes_before_sleep
    return None if minutes is None else -minutes


MINUTES_BEFORE_SLEEP: Final[Fact[float]] = derived(
    "sermorelin.minutes_before_sleep",
    "injection before sleep",
    "clock.minutes_before_sleep",
    supplied_by=_missing_injection,
    unit="min",
    limits=(LATEST_BEFORE_SLEEP, EARLIEST_BEFORE_SLEEP, DAYTIME_BEFORE_SLEEP),
)
TIME_OF_DAY: Final[Fact[str]] = leaf(TIME_OF_DAY_INPUT, "sermorelin.time_of_day")
DAYTIME: Final[Fact[bool]] = derived(
    "sermorelin.daytime",
    "injection in the daytime",
    "clock.daytime",
    supplied_by=_missing_daytime,
    says=("the injection is given in the daytime", "the injection is not given in the daytime"),
)
FASTING_HOURS_BEFORE: Final[Fact[float]] = derived(
    "sermorelin.fasting_hours_before",
    "fast before",
    "clock.fasting_hours_before",
    supplied_by=_missing_fasting_before,
    unit="h",
    limits=(FAST_BEFORE, FAST_ON_GLP1),
)
FASTING_MINUTES_AFTER: Final[Fact[float]] = derived(
    "sermorelin.fasting_minutes_after",
    "fast after",
    "clock.fasting_minutes_after",
    supplied_by=_missing_fasting_after,
    unit="min",
    limits=(FAST_AFTER,),
)

MINUTES_AFTER_SLEEP: Final[Fact[float]] = inner(
    "sermorelin.minutes_after_sleep",
    "injection after falling asleep",
    _minutes_after_sleep,
    supplied_by=_missing_injection,
    unit="min",
    made_of=(MINUTES_BEFORE_SLEEP,),
)
INPUTS: Final = (
    INJECTION_TIME_INPUT,
    SLEEP_TIME_INPUT,
    MINUTES_INPUT,
    TIME_OF_DAY_INPUT,
    FASTING_BEFORE_INPUT,
    LAST_MEAL_INPUT,
    FASTING_AFTER_INPUT,
    NEXT_MEAL_INPUT,
)
FACTS: Final = (
    MINUTES_BEFORE_SLEEP,
    TIME_OF_DAY,
    DAYTIME,
    FASTING_HOURS_BEFORE,
    FASTING_MINUTES_AFTER,
    MINUTES_AFTER_SLEEP,
)
