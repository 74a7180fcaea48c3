"""The injection among sleep and meals, by the clock and by differences."""

from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case import Sermorelin
from app.domain.facts.clock import Clock, clock_of, minutes_before_sleep
from tests.domain.given import facts_of, minute

BRISK: Final = settings(max_examples=200, deadline=None, derandomize=True, database=None)
MINUTES: Final = st.integers(0, 1439)


def clock(**plan: Any) -> Clock:  # noqa: ANN401 # a block is JSON
    return facts_of(sermorelin=plan).clock


@pytest.mark.parametrize(
    ("injection", "sleep", "wake", "minutes"),
    [
        ("22:15", "23:00", "07:00", 45),
        ("22:30", "23:00", None, 30),
        ("23:45", "00:15", None, 30),
        ("23:45", "00:45", "08:00", 60),
        ("00:10", "00:50", "09:00", 40),
        ("23:00", "23:00", "07:00", 0),
        ("23:00", "23:00", None, 0),
        ("23:01", "23:00", "07:00", -1),
        ("00:30", "23:00", "07:00", -90),
        ("06:59", "23:00", "07:00", -479),
        ("07:00", "23:00", "07:00", 960),
        ("07:01", "23:00", "07:00", 959),
        ("06:59", "23:00", None, -479),
        ("07:00", "23:00", None, 960),
        ("08:00", "23:00", "09:00", -540),
        ("09:00", "23:00", "09:00", 840),
        ("23:01", "23:00", "23:01", 1439),
        ("22:59", "23:00", "22:59", 1),
        ("22:58", "23:00", "22:59", -1438),
        ("00:00", "00:00", None, 0),
        ("23:59", "00:00", None, 1),
        ("16:30", "08:30", "16:30", 960),
        ("07:45", "08:30", "16:30", 45),
        ("16:29", "08:30", "16:30", -479),
    ],
)
def test_minutes_before_sleep(injection: str, sleep: str, wake: str | None, minutes: int) -> None:
    found = clock(injection_time=injection, sleep_time=sleep, wake_time=wake)
    assert found.minutes_before_sleep == minutes
    assert found.injection_minute == minute(injection)


@pytest.mark.parametrize("known", [{"injection_time": "22:15"}, {"sleep_time": "23:00"}, {}])
@pytest.mark.parametrize("wake", ["07:00", None])
def test_either_clock_alone_tells_nothing(known: dict[str, str], wake: str | None) -> None:
    found = clock(**known, wake_time=wake, route="nasal")
    assert found.minutes_before_sleep is found.daytime is None


@given(injection=MINUTES, sleep=MINUTES, wake=st.none() | MINUTES)
@BRISK
def test_minutes_before_sleep_by_walking_through_the_night(
    injection: int, sleep: int, wake: int | None
) -> None:
    if wake == sleep:
        return
    asleep = set()
    at = sleep
    while at != ((sleep + 480) % 1440 if wake is None else wake):
        asleep.add(at)
        at = (at + 1) % 1440
    expected = 0
    at = injection
    if injection in asleep:
        while at != sleep:
            at, expected = (at - 1) % 1440, expected - 1
    else:
        while at != sleep:
            at, expected = (at + 1) % 1440, expected + 1
    plan = Sermorelin(injection_minute=injection, sleep_minute=sleep, wake_minute=wake)
    assert clock_of(plan).minutes_before_sleep == expected


@pytest.mark.parametrize(
    ("minutes", "sleep", "injection"),
    [
        (45, "23:00", "22:15"),
        (60, "00:30", "23:30"),
        (0, "23:00", "23:00"),
        (-30, "23:45", "00:15"),
        (1440, "23:00", "23:00"),
        (-720, "23:00", "11:00"),
        (720, "23:00", "11:00"),
    ],
)
def test_minutes_before_sleep_with_sleep_time_give_the_injection_time(
    minutes: int, sleep: str, injection: str
) -> None:
    found = clock(minutes_before_sleep=minutes, sleep_time=sleep, wake_time="07:00")
    assert found.injection_minute == minute(injection)
    assert found.minutes_before_sleep == minutes


def test_the_injection_time_so_found_is_measured_against_the_meals() -> None:
    plan = {"minutes_before_sleep": 45, "sleep_time": "00:15"}
    found = clock(**plan, last_meal_end="20:30", next_meal_start="00:00")
    assert (found.fasting_hours_before, found.fasting_minutes_after) == (3, 30)
    without = clock(minutes_before_sleep=45, last_meal_end="20:30", next_meal_start="00:00")
    assert without.injection_minute is None
    assert without.fasting_hours_before is without.fasting_minutes_after is None


def test_half_a_minute_is_kept() -> None:
    found = clock(minutes_before_sleep=45.5, sleep_time="23:00", last_meal_end="20:14")
    assert found.injection_minute == 1334.5
    assert found.fasting_hours_before == pytest.approx(120.5 / 60, rel=1e-15)


@pytest.mark.parametrize(
    ("plan", "daytime"),
    [
        ({"minutes_before_sleep": 240}, False),
        ({"minutes_before_sleep": 240.1}, True),
        ({"minutes_before_sleep": 241}, True),
        ({"minutes_before_sleep": -300}, False),
        ({"minutes_before_sleep": 1440}, True),
        ({"injection_time": "19:00", "sleep_time": "23:00"}, False),
        ({"injection_time": "18:59", "sleep_time": "23:00"}, True),
        ({"injection_time": "06:59", "sleep_time": "23:00"}, False),
        ({"injection_time": "07:00", "sleep_time": "23:00"}, True),
        ({"injection_time": "07:30", "sleep_time": "08:15"}, False),
        ({"time_of_day": "morning"}, True),
        ({"time_of_day": "afternoon"}, True),
        ({"time_of_day": "evening"}, False),
        ({"time_of_day": "bedtime"}, False),
        ({"time_of_day": "morning", "sleep_time": "08:00"}, True),
        ({"time_of_day": "morning", "minutes_before_sleep": 45}, False),
        ({"time_of_day": "bedtime", "minutes_before_sleep": 300}, True),
        ({"injection_time": "12:00"}, None),
        ({"sleep_time": "23:00"}, None),
    ],
)
def test_daytime(plan: dict[str, object], *, daytime: bool | None) -> None:
    assert clock(**plan).daytime is daytime


@pytest.mark.parametrize(
    ("meal", "injection", "hours"),
    [
        ("19:15", "22:15", 3),
        ("20:15", "22:15", 2),
        ("20:16", "22:15", 119 / 60),
        ("22:15", "22:15", 0),
        ("23:30", "01:30", 2),
        ("06:15", "22:15", 16),
    ],
)
def test_hours_since_the_last_meal(meal: str, injection: str, hours: float) -> None:
    found = clock(last_meal_end=meal, injection_time=injection)
    assert found.fasting_hours_before == pytest.approx(hours, rel=1e-15)
    assert found.implausible == ()


@pytest.mark.parametrize(
    ("injection", "meal", "minutes"),
    [
        ("22:15", "22:45", 30),
        ("22:15", "22:15", 0),
        ("23:50", "00:20", 30),
        ("22:15", "07:00", 525),
        ("22:15", "14:15", 960),
    ],
)
def test_minutes_until_the_next_meal(injection: str, meal: str, minutes: int) -> None:
    found = clock(injection_time=injection, next_meal_start=meal)
    assert found.fasting_minutes_after == minutes
    assert found.implausible == ()


def test_more_than_16_hours_by_the_clock_is_unknown_and_named() -> None:
    before = clock(last_meal_end="06:14", injection_time="22:15")
    assert before.fasting_hours_before is None
    assert before.implausible == ("sermorelin.last_meal_end",)
    after = clock(injection_time="22:15", next_meal_start="14:16")
    assert after.fasting_minutes_after is None
    assert after.implausible == ("sermorelin.next_meal_start",)
    both = clock(last_meal_end="22:16", injection_time="22:15", next_meal_start="22:14")
    assert both.fasting_hours_before is both.fasting_minutes_after is None
    assert both.implausible == ("sermorelin.last_meal_end", "sermorelin.next_meal_start")


def test_one_implausible_meal_leaves_the_other_as_it_is() -> None:
    found = clock(last_meal_end="22:16", injection_time="22:15", next_meal_start="07:15")
    assert (found.fasting_hours_before, found.fasting_minutes_after) == (None, 540)
    found = clock(last_meal_end="20:15", injection_time="22:15", fasting_minutes_after=0)
    assert (found.fasting_hours_before, found.fasting_minutes_after) == (2, 0)


def test_a_difference_that_is_given_needs_no_clock() -> None:
    found = clock(fasting_hours_before=16, fasting_minutes_after=960)
    assert (found.fasting_hours_before, found.fasting_minutes_after) == (16, 960)
    assert clock(fasting_hours_before=0).fasting_hours_before == 0
    assert found.implausible == ()


CLOCKS: Final = (
    "injection_minute",
    "sleep_minute",
    "wake_minute",
    "last_meal_end_minute",
    "next_meal_start_minute",
)
PLANS: Final = st.builds(Sermorelin, **dict.fromkeys(CLOCKS, st.none() | MINUTES))


def _moved(plan: Sermorelin, by: int, *, modulo: int | None) -> Sermorelin:
    times = {name: getattr(plan, name) for name in CLOCKS}
    moved = {name: time + by for name, time in times.items() if time is not None}
    if modulo is not None:
        moved = {name: time % modulo for name, time in moved.items()}
    return replace(plan, **moved)


def _differences(found: Clock) -> tuple[object, ...]:
    """All that is no time of day itself."""
    return (
        found.minutes_before_sleep,
        found.daytime,
        found.fasting_hours_before,
        found.fasting_minutes_after,
        found.implausible,
    )


@given(plan=PLANS, by=st.integers(1, 1439))
@BRISK
def test_shifting_every_clock_time_shifts_only_the_injection(plan: Sermorelin, by: int) -> None:
    before, after = clock_of(plan), clock_of(_moved(plan, by, modulo=1440))
    injection = before.injection_minute
    assert after.injection_minute == (None if injection is None else (injection + by) % 1440)
    assert _differences(after) == _differences(before)


@given(plan=PLANS, days=st.sampled_from((-1, 1, 2)), name=st.sampled_from(CLOCKS))
@BRISK
def test_a_day_more_or_less_on_any_clock_changes_no_difference(
    plan: Sermorelin, days: int, name: str
) -> None:
    time = getattr(plan, name)
    moved = plan if time is None else replace(plan, **{name: time + 1440 * days})
    assert _differences(clock_of(moved)) == _differences(clock_of(plan))


@given(plan=PLANS)
@BRISK
def test_what_the_clock_tells_lies_within_what_may_be_said_by_difference(plan: Sermorelin) -> None:
    found = clock_of(plan)
    assert found.minutes_before_sleep is None or -1440 < found.minutes_before_sleep < 1440
    assert found.fasting_hours_before is None or 0 <= found.fasting_hours_before <= 16
    assert found.fasting_minutes_after is None or 0 <= found.fasting_minutes_after <= 960
    if plan.wake_minute is None and found.minutes_before_sleep is not None:
        assert -480 < found.minutes_before_sleep <= 960


def test_at_sleep_onset_nothing_is_left_and_nothing_is_owed() -> None:
    assert str(minutes_before_sleep(1380.0, sleep=1380, wake=None)) == "0.0"
