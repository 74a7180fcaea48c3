"""What a case may not say together."""

from itertools import combinations, product
from typing import Any, Final

import pytest

from app.domain.conflicts import check
from app.domain.errors import ConflictingCaseError
from tests.domain.given import case_of, day


def conflicts(**blocks: Any) -> dict[str, str]:  # noqa: ANN401 # a body is JSON
    """The code by the pointer of every conflict; empty if there is none."""
    try:
        check(case_of(**blocks))
    except ConflictingCaseError as error:
        return {conflict.pointer: conflict.code for conflict in error.conflicts}
    return {}


EITHER_OR: Final = {
    ("sermorelin", "injection_time", "minutes_before_sleep"): ("22:15", 45),
    ("sermorelin", "injection_time", "time_of_day"): ("22:15", "bedtime"),
    ("sermorelin", "last_meal_end", "fasting_hours_before"): ("19:00", 3),
    ("sermorelin", "next_meal_start", "fasting_minutes_after"): ("07:00", 60),
    ("energy", "deficit_kcal_per_day", "deficit_pct"): (500, 20),
    ("nutrition", "protein_g_per_kg", "protein_g_per_day"): (1.6, 130),
}


@pytest.mark.parametrize(("pair", "values"), EITHER_OR.items())
def test_of_an_either_or_pair_one_may_be_given(
    pair: tuple[str, str, str], values: tuple[object, object]
) -> None:
    block, first, second = pair
    assert conflicts(**{block: {first: values[0]}}) == {}
    assert conflicts(**{block: {second: values[1]}}) == {}
    both = conflicts(**{block: dict(zip((first, second), values, strict=True))})
    assert list(both.values()) == ["either-or"]
    assert set(both) <= {f"/{block}/{first}", f"/{block}/{second}"}


def test_of_an_either_or_pair_both_are_refused_even_where_they_agree_or_are_zero() -> None:
    for deficit in ({"deficit_kcal_per_day": 0, "deficit_pct": 0},):
        assert conflicts(energy=deficit) != {}
    nothing = {"protein_g_per_kg": 0, "protein_g_per_day": 0}
    assert conflicts(nutrition=nothing) != {}
    midnight = {"injection_time": "00:00", "minutes_before_sleep": 0}
    assert conflicts(sermorelin=midnight) != {}
    at_once = {"next_meal_start": "00:00", "fasting_minutes_after": 0}
    assert conflicts(sermorelin=at_once) != {}


TIMING: Final = {
    "injection_time": "22:15",
    "sleep_time": "23:00",
    "wake_time": "07:00",
    "last_meal_end": "19:00",
    "next_meal_start": "07:30",
    "minutes_before_sleep": 45,
    "fasting_hours_before": 3,
    "fasting_minutes_after": 60,
    "time_of_day": "bedtime",
}
REFUSED_TOGETHER: Final = {frozenset(pair[1:]) for pair in EITHER_OR if pair[0] == "sermorelin"}


@pytest.mark.parametrize("pair", [*combinations(TIMING, 2)], ids=" and ".join)
def test_every_other_pair_of_timings_may_be_given_together(pair: tuple[str, str]) -> None:
    refused = conflicts(sermorelin={name: TIMING[name] for name in pair})
    assert bool(refused) == (frozenset(pair) in REFUSED_TOGETHER)


def test_sleep_does_not_end_when_it_begins() -> None:
    for clock in ("00:00", "23:00"):
        same = {"sleep_time": clock, "wake_time": clock}
        assert list(conflicts(sermorelin=same).values()) == ["equal-times"]
    assert conflicts(sermorelin={"sleep_time": "23:00", "wake_time": "23:01"}) == {}
    assert conflicts(sermorelin={"sleep_time": "23:00", "wake_time": "22:59"}) == {}


OFFSETS: Final = (None, -2, -1, 0, 1, 2)
STATUSES: Final = (None, "planned", "active", "stopped")


def _by_dates(started: int, stopped: int | None) -> str:
    if stopped is not None and stopped <= 0:
        return "stopped"
    return "active" if started <= 0 else "planned"


def _is_possible(status: str | None, started: int | None, stopped: int | None) -> bool:
    """Whether some choice of the missing dates gives the status, by trying every choice."""
    starts = range(-3, 4) if started is None else (started,)
    stops = (None, *range(-3, 4)) if stopped is None else (stopped,)
    return any(
        status in (None, _by_dates(start, stop))
        for start, stop in product(starts, stops)
        if stop is None or start <= stop
    )


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("started", OFFSETS)
@pytest.mark.parametrize("stopped", OFFSETS)
def test_a_status_is_refused_that_no_choice_of_the_missing_dates_could_give(
    status: str | None, started: int | None, stopped: int | None
) -> None:
    plan = {
        "status": status,
        "started_on": None if started is None else day(started),
        "stopped_on": None if stopped is None else day(stopped),
    }
    found = conflicts(sermorelin=plan)
    assert (found == {}) == _is_possible(status, started, stopped)
    if started is not None and stopped is not None and stopped < started:
        assert found == {"/sermorelin/stopped_on": "date-order"}
    elif found:
        assert found == {"/sermorelin/status": "status-dates"}


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        ({"status": "planned", "started_on": day(-1)}, "planned with a past start"),
        ({"status": "planned", "started_on": day(0)}, "planned with a start today"),
        ({"status": "active", "started_on": day(1)}, "active with a start ahead"),
        ({"status": "active", "stopped_on": day(0)}, "active with a past stop"),
        ({"status": "stopped", "stopped_on": day(1)}, "stopped with a stop ahead"),
        ({"status": "stopped", "started_on": day(1)}, "stopped before the start"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_refusals_that_the_contract_names(plan: dict[str, str], why: str) -> None:
    assert conflicts(sermorelin=plan) == {"/sermorelin/status": "status-dates"}, why


@pytest.mark.parametrize(
    ("per_day", "weight_kg", "is_refused"),
    [
        (400, 80, False),
        (400.1, 80, True),
        (399.9, 80, False),
        (101.5, 20.3, False),
        (1000, 200, False),
        (1000, 199.9, True),
        (100, 20, False),
        (100.1, 20, True),
        (1000, None, False),
        (None, 20, False),
        (0, 20, False),
    ],
)
def test_protein_a_day_may_not_come_to_more_than_5_g_per_kg(
    *, per_day: float | None, weight_kg: float | None, is_refused: bool
) -> None:
    found = conflicts(nutrition={"protein_g_per_day": per_day}, patient={"weight_kg": weight_kg})
    expected = {"/nutrition/protein_g_per_day": "protein-out-of-range"}
    assert found == (expected if is_refused else {})


def _entry(fat_kg: float | None, fat_pct: float | None, weight_kg: float | None) -> dict[str, Any]:
    return {
        "method": "dxa",
        "measured_on": day(-1),
        "fat_mass_kg": fat_kg,
        "body_fat_pct": fat_pct,
        "weight_kg": weight_kg,
    }


@pytest.mark.parametrize(
    ("fat_kg", "fat_pct", "weight_kg", "is_refused"),
    [
        (24, 30, 80, False),
        (24, 31, 80, False),
        (24, 29, 80, False),
        (24, 31.01, 80, True),
        (24, 28.99, 80, True),
        (25.3, 28.5, 92, False),
        (24, None, 80, False),
        (None, 40, 80, False),
        (24, 60, None, False),
    ],
)
def test_fat_in_kg_and_in_percent_may_lie_one_point_apart(
    *, fat_kg: float | None, fat_pct: float | None, weight_kg: float | None, is_refused: bool
) -> None:
    found = conflicts(body_composition=[_entry(fat_kg, fat_pct, weight_kg)])
    expected = {"/body_composition/0/body_fat_pct": "fat-mismatch"}
    assert found == (expected if is_refused else {})


@pytest.mark.parametrize("tenths", range(310, 360))
def test_exactly_one_point_apart_is_never_refused_by_rounding(tenths: int) -> None:
    entry = _entry(tenths / 10, (tenths - 10) / 10, 100)
    assert conflicts(body_composition=[entry]) == {}


def test_without_a_weight_of_its_own_an_entry_is_held_against_the_patients() -> None:
    entries = [_entry(24, 30, None), _entry(24, 33, None)]
    found = conflicts(body_composition=entries, patient={"weight_kg": 80})
    assert found == {"/body_composition/1/body_fat_pct": "fat-mismatch"}


def test_an_entry_that_gives_both_parts_needs_no_weight() -> None:
    whole = _entry(35, 35, None) | {"fat_free_mass_kg": 65}
    apart = _entry(35, 38.9, None) | {"fat_free_mass_kg": 65}
    found = conflicts(body_composition=[whole, apart], patient={"weight_kg": 90})
    assert found == {"/body_composition/1/body_fat_pct": "fat-mismatch"}


def test_every_conflict_is_named_at_once_and_none_repeats_a_value() -> None:
    body: dict[str, Any] = {
        "patient": {"weight_kg": 61.7},
        "sermorelin": TIMING | {"wake_time": "23:00", "status": "planned", "started_on": day(-3)},
        "energy": {"deficit_kcal_per_day": 517, "deficit_pct": 21.5},
        "nutrition": {"protein_g_per_day": 987},
        "body_composition": [_entry(24, 30, 80), _entry(24.7, 44.4, 80)],
    }
    assert conflicts(**body) == {
        "/sermorelin/minutes_before_sleep": "either-or",
        "/sermorelin/time_of_day": "either-or",
        "/sermorelin/fasting_hours_before": "either-or",
        "/sermorelin/fasting_minutes_after": "either-or",
        "/sermorelin/wake_time": "equal-times",
        "/sermorelin/status": "status-dates",
        "/energy/deficit_pct": "either-or",
        "/nutrition/protein_g_per_day": "protein-out-of-range",
        "/body_composition/1/body_fat_pct": "fat-mismatch",
    }
    with pytest.raises(ConflictingCaseError) as refused:
        check(case_of(**body))
    told = " ".join(f"{one} {one.detail}" for one in refused.value.conflicts)
    for value in ("61.7", "517", "21.5", "987", "24.7", "44.4", "planned", "2026", "23:00"):
        assert value not in told
