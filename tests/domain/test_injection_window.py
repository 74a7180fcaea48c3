"""Tonight's interval for the injection, around sleep and meals."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case import Sermorelin
from app.domain.injection_window import InjectionWindow, injection_window
from tests.domain.given import case_of, minute

BRISK: Final = settings(max_examples=300, deadline=None, derandomize=True, database=None)
MINUTES: Final = st.integers(0, 1439)
CLOCKS: Final = ("sleep_minute", "last_meal_end_minute", "next_meal_start_minute")
LAST: Final = "sermorelin.last_meal_end"
NEXT: Final = "sermorelin.next_meal_start"


def window(
    sleep: str | None, last: str | None = None, following: str | None = None, **plan: object
) -> InjectionWindow:
    times = {"sleep_time": sleep, "last_meal_end": last, "next_meal_start": following}
    return injection_window(case_of(sermorelin=times | plan).sermorelin)


def interval(found: InjectionWindow) -> tuple[str, str] | None:
    if found.opens_at is None or found.closes_at is None:
        assert found.opens_at is found.closes_at is None
        return None
    return _clock(found.opens_at), _clock(found.closes_at)


def _clock(at: int) -> str:
    return f"{at // 60:02d}:{at % 60:02d}"


@pytest.mark.parametrize(
    ("sleep", "opens", "closes", "finish_eating_by"),
    [
        ("23:00", "22:00", "22:30", "20:00"),
        ("00:45", "23:45", "00:15", "21:45"),
        ("00:00", "23:00", "23:30", "21:00"),
        ("00:30", "23:30", "00:00", "21:30"),
        ("01:00", "00:00", "00:30", "22:00"),
        ("08:30", "07:30", "08:00", "05:30"),
        ("03:00", "02:00", "02:30", "00:00"),
    ],
)
def test_without_meals_it_is_30_to_60_minutes_before_sleep(
    sleep: str, opens: str, closes: str, finish_eating_by: str
) -> None:
    found = window(sleep)
    assert interval(found) == (opens, closes)
    assert found.finish_eating_by == minute(finish_eating_by)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("19:00", ("22:00", "22:30")),
        ("20:00", ("22:00", "22:30")),
        ("20:01", ("22:01", "22:30")),
        ("20:29", ("22:29", "22:30")),
        ("20:30", ("22:30", "22:30")),
        ("20:31", None),
        ("22:00", None),
        ("06:00", ("22:00", "22:30")),
        ("05:59", None),
        ("22:01", None),
    ],
)
def test_the_last_meal_cuts_its_beginning(last: str, expected: tuple[str, str] | None) -> None:
    found = window("23:00", last, "07:00")
    assert interval(found) == expected
    assert found.finish_eating_by == minute("20:00")
    assert (found.reason is None) == (expected is not None)


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("07:00", ("22:00", "22:30")),
        ("23:00", ("22:00", "22:30")),
        ("22:59", ("22:00", "22:29")),
        ("22:31", ("22:00", "22:01")),
        ("22:30", ("22:00", "22:00")),
        ("22:29", None),
        ("22:00", None),
        ("14:00", ("22:00", "22:30")),
        ("14:01", None),
        ("21:59", None),
    ],
)
def test_the_next_meal_cuts_its_end(following: str, expected: tuple[str, str] | None) -> None:
    found = window("23:00", "19:00", following)
    assert interval(found) == expected
    assert (found.reason is None) == (expected is not None)


@pytest.mark.parametrize(
    ("sleep", "last", "following", "expected"),
    [
        ("00:45", "21:45", "00:45", ("23:45", "00:15")),
        ("00:45", "22:00", "00:35", ("00:00", "00:05")),
        ("00:45", "22:05", "00:35", ("00:05", "00:05")),
        ("00:45", "22:06", "00:35", None),
        ("00:10", "21:20", "00:05", ("23:20", "23:35")),
        ("08:30", "05:45", "08:25", ("07:45", "07:55")),
    ],
)
def test_both_meals_cut_it_over_midnight_too(
    sleep: str, last: str, following: str, expected: tuple[str, str] | None
) -> None:
    assert interval(window(sleep, last, following)) == expected


def test_a_meal_out_of_reach_closes_it_and_is_named() -> None:
    for last in ("05:59", "22:01", "22:30"):
        reason = window("23:00", last, "07:00").reason
        assert reason is not None
        assert LAST in reason
        assert "16 h" in reason
        assert NEXT not in reason
    for following in ("14:01", "21:59"):
        reason = window("23:00", "19:00", following).reason
        assert reason is not None
        assert NEXT in reason
        assert LAST not in reason


def test_beside_a_meal_out_of_reach_the_other_is_named_too() -> None:
    unknown = window("23:00", "22:30", None)
    assert interval(unknown) is None
    assert unknown.reason == (
        "sermorelin.last_meal_end lies more than 16 h away from the window: not plausible. "
        "Not cut by sermorelin.next_meal_start, which is unknown."
    )
    both = window("23:00", "22:30", "21:00").reason
    assert both == (
        "sermorelin.last_meal_end and sermorelin.next_meal_start lie more than 16 h away from the "
        "window: not plausible."
    )


@pytest.mark.parametrize(
    ("last", "following", "named"),
    [
        (None, None, {LAST, NEXT}),
        ("19:00", None, {NEXT}),
        (None, "07:00", {LAST}),
        ("19:00", "07:00", set()),
    ],
)
def test_a_meal_that_is_unknown_does_not_cut_and_is_named(
    last: str | None, following: str | None, named: set[str]
) -> None:
    found = window("23:00", last, following)
    assert interval(found) == ("22:00", "22:30")
    assert {path for path in (LAST, NEXT) if path in (found.reason or "")} == named
    assert (found.reason is None) == (not named)


def test_meals_that_leave_no_time_do_not_hide_the_unknown_one() -> None:
    found = window(sleep="23:00", last="21:00")
    assert (found.opens_at, found.closes_at) == (None, None)
    assert found.reason is not None
    assert "no time" in found.reason
    assert "next_meal_start" in found.reason


def test_without_a_time_of_sleep_there_is_none() -> None:
    for plan in ({"injection_time": "22:15"}, {"minutes_before_sleep": 45}, {}):
        found = window(None, "19:00", "07:00", **plan)
        assert interval(found) is None
        assert found.finish_eating_by is None
        assert found.reason is not None
        assert "sermorelin.sleep_time" in found.reason


def test_the_plan_itself_does_not_move_it() -> None:
    plain = window("23:00", "20:10", "07:00", wake_time="07:00")
    for timing in ({"injection_time": "12:00"}, {"minutes_before_sleep": 0}):
        assert window("23:00", "20:10", "07:00", **timing) == plain
    assert window("23:00", fasting_hours_before=0, fasting_minutes_after=0) == window("23:00")


PLANS: Final = st.builds(
    Sermorelin,
    sleep_minute=MINUTES,
    last_meal_end_minute=st.none() | MINUTES,
    next_meal_start_minute=st.none() | MINUTES,
)
NEAR: Final = st.builds(
    lambda sleep, last, following: Sermorelin(
        sleep_minute=sleep,
        last_meal_end_minute=(sleep - last) % 1440,
        next_meal_start_minute=(sleep - following) % 1440,
    ),
    MINUTES,
    st.integers(120, 240),
    st.integers(-30, 60),
)
"""Plans whose meals lie close enough to cut."""


def _moved(plan: Sermorelin, by: int) -> Sermorelin:
    times = {name: getattr(plan, name) for name in CLOCKS}
    return replace(plan, **{name: t + by for name, t in times.items() if t is not None})


def _wrapped(plan: Sermorelin) -> Sermorelin:
    times = {name: getattr(plan, name) for name in CLOCKS}
    return replace(plan, **{name: t % 1440 for name, t in times.items() if t is not None})


@given(plan=PLANS | NEAR)
@BRISK
def test_it_holds_exactly_the_minutes_that_suit_sleep_and_both_meals(plan: Sermorelin) -> None:
    assert plan.sleep_minute is not None
    start, last = plan.sleep_minute - 60, plan.last_meal_end_minute
    following = plan.next_meal_start_minute
    since = 960 if last is None else (start - last) % 1440
    until = 960 if following is None else (following - start) % 1440
    suits = [
        (start + minutes) % 1440
        for minutes in range(31)
        if since + minutes >= 120 and until - minutes >= 30 and max(since, until) <= 960
    ]
    found = injection_window(plan)
    assert (found.opens_at, found.closes_at) == ((suits[0], suits[-1]) if suits else (None, None))
    assert found.finish_eating_by == (plan.sleep_minute - 180) % 1440
    if not suits:
        assert found.reason


@given(plan=PLANS | NEAR, by=st.integers(1, 1439))
@BRISK
def test_shifting_every_clock_time_shifts_the_answer(plan: Sermorelin, by: int) -> None:
    before, after = injection_window(plan), injection_window(_wrapped(_moved(plan, by)))
    for name in ("opens_at", "closes_at", "finish_eating_by"):
        at = getattr(before, name)
        assert getattr(after, name) == (None if at is None else (at + by) % 1440)
    assert after.reason == before.reason


@given(plan=PLANS | NEAR, days=st.sampled_from((-1, 1)), name=st.sampled_from(CLOCKS))
@BRISK
def test_a_day_more_or_less_on_any_clock_changes_nothing(
    plan: Sermorelin, days: int, name: str
) -> None:
    at = getattr(plan, name)
    moved = plan if at is None else replace(plan, **{name: at + 1440 * days})
    assert injection_window(moved) == injection_window(plan)


@given(plan=PLANS | NEAR)
@BRISK
def test_a_meal_that_becomes_unknown_never_narrows_it(plan: Sermorelin) -> None:
    narrow = injection_window(plan)
    if narrow.opens_at is None or narrow.closes_at is None or plan.sleep_minute is None:
        return
    for name in CLOCKS[1:]:
        wide = injection_window(replace(plan, **{name: None}))
        assert wide.opens_at is not None
        assert wide.closes_at is not None
        before_sleep = (plan.sleep_minute - wide.opens_at) % 1440
        assert before_sleep >= (plan.sleep_minute - narrow.opens_at) % 1440
        assert (plan.sleep_minute - wide.closes_at) % 1440 <= (
            plan.sleep_minute - narrow.closes_at
        ) % 1440
