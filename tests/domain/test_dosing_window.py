"""The seven checks of the plan."""

from math import inf, nextafter
from typing import Any, Final

import pytest

from app.domain.dosing_window import Check, dosing_window
from app.domain.evaluation import evaluate
from app.domain.injection_window import injection_window
from app.domain.rules import RULES
from app.domain.sources import CLAIM_BY_ID
from tests.domain.given import day, facts_of
from tests.domain.plan import PLAN, SAFE, window


def check(name: str, plan: dict[str, Any] | None = None) -> Check:
    return next(one for one in window(plan).checks if one.id == name)


def test_the_checks_and_their_order() -> None:
    found = window()
    assert [one.id for one in found.checks] == [
        "dose",
        "start-dose",
        "route",
        "timing",
        "fasting-before",
        "fasting-after",
        "frequency",
    ]
    assert found.verdict == "inside"


ENDS: Final[list[tuple[str, str, float | None, float | None]]] = [
    ("dose", "dose_mcg", 200, 500),
    ("timing", "minutes_before_sleep", 30, 60),
    ("fasting-before", "fasting_hours_before", 2, None),
    ("fasting-after", "fasting_minutes_after", 30, None),
]


@pytest.mark.parametrize(("name", "leaf", "low", "high"), ENDS)
def test_both_ends_are_inside_and_the_next_number_is_not(
    name: str, leaf: str, low: float | None, high: float | None
) -> None:
    for end, outwards in ((low, -inf), (high, inf)):
        if end is None:
            continue
        for inside in (end, nextafter(end, -outwards)):
            found = check(name, {leaf: inside})
            assert (found.status, found.observed) == ("pass", inside)
        outside = nextafter(end, outwards)
        found = check(name, {leaf: outside})
        assert (found.status, found.observed) == ("fail", outside)
    assert check(name).window.low == low
    assert check(name).window.high == high


@pytest.mark.parametrize("nights", range(8))
def test_only_seven_nights_are_inside(nights: int) -> None:
    found = check("frequency", {"nights_per_week": nights})
    assert found.status == ("pass" if nights == 7 else "fail")
    assert (found.window.low, found.window.high, found.observed) == (7, 7, nights)


@pytest.mark.parametrize("route", ["subcutaneous", "intramuscular", "intravenous", "nasal", "oral"])
def test_only_the_subcutaneous_route_is_inside(route: str) -> None:
    found = check("route", {"route": route})
    assert found.status == ("pass" if route == "subcutaneous" else "fail")
    assert found.observed == route
    assert found.window.allowed == ("subcutaneous",)


WEEK_0: Final = {"started_on": day(-6)}
WEEK_1: Final = {"started_on": day(-7)}
PLANNED: Final = {"started_on": day(1)}
STOPPED: Final = {"started_on": day(-6), "stopped_on": day(-1)}
NO_WEEK: Final = {"started_on": None, "status": "active"}
NO_STATUS: Final = {"started_on": None}
STOPPED_NO_WEEK: Final = {"started_on": None, "status": "stopped"}


@pytest.mark.parametrize(
    ("dose", "plan", "status"),
    [
        (300, WEEK_0, "pass"),
        (nextafter(300, inf), WEEK_0, "fail"),
        (0, WEEK_0, "pass"),
        (None, WEEK_0, "unknown"),
        (300, PLANNED, "pass"),
        (301, PLANNED, "fail"),
        (None, PLANNED, "unknown"),
        (300, WEEK_1, "not_applicable"),
        (1000, WEEK_1, "not_applicable"),
        (None, WEEK_1, "not_applicable"),
        (400, STOPPED, "not_applicable"),
        (None, STOPPED, "not_applicable"),
        (400, STOPPED_NO_WEEK, "not_applicable"),
        (300, NO_WEEK, "pass"),
        (301, NO_WEEK, "unknown"),
        (None, NO_WEEK, "unknown"),
        (300, NO_STATUS, "pass"),
        (301, NO_STATUS, "unknown"),
        (None, NO_STATUS, "unknown"),
    ],
)
def test_the_start_dose(dose: float | None, plan: dict[str, Any], status: str) -> None:
    found = check("start-dose", plan | {"dose_mcg": dose})
    assert found.status == status
    assert (found.window.low, found.window.high) == (None, 300)
    expected = set()
    if status == "unknown":
        expected |= {"sermorelin.dose_mcg"} if dose is None else set()
        expected |= set() if plan in (WEEK_0, PLANNED) else {"sermorelin.started_on"}
    assert set(found.missing) == expected


@pytest.mark.parametrize(
    ("timing", "status", "observed"),
    [
        ({"minutes_before_sleep": 45}, "pass", 45),
        ({"minutes_before_sleep": 0}, "fail", 0),
        ({"minutes_before_sleep": -1}, "fail", -1),
        ({"minutes_before_sleep": 300}, "fail", 300),
        ({"injection_time": "22:15", "sleep_time": "23:00"}, "pass", 45),
        ({"injection_time": "23:50", "sleep_time": "00:20"}, "pass", 30),
        ({"injection_time": "23:01", "sleep_time": "23:00"}, "fail", -1),
        ({"time_of_day": "morning"}, "fail", "morning"),
        ({"time_of_day": "afternoon"}, "fail", "afternoon"),
        ({"time_of_day": "evening"}, "unknown", "evening"),
        ({"time_of_day": "bedtime"}, "unknown", "bedtime"),
        ({"time_of_day": "morning", "minutes_before_sleep": 45}, "pass", 45),
        ({"time_of_day": "bedtime", "minutes_before_sleep": 61}, "fail", 61),
        ({"injection_time": "22:15"}, "unknown", None),
        ({}, "unknown", None),
    ],
)
def test_timing_fails_by_day_even_without_minutes(
    timing: dict[str, Any], status: str, observed: object
) -> None:
    found = check("timing", {"minutes_before_sleep": None} | timing)
    assert (found.status, found.observed) == (status, observed)
    assert bool(found.missing) == (status == "unknown")
    is_asked_for = "sermorelin.time_of_day" in found.missing
    assert is_asked_for == (timing == {})


@pytest.mark.parametrize(
    ("name", "leaf"),
    [
        ("dose", "dose_mcg"),
        ("route", "route"),
        ("timing", "minutes_before_sleep"),
        ("fasting-before", "fasting_hours_before"),
        ("fasting-after", "fasting_minutes_after"),
        ("frequency", "nights_per_week"),
    ],
)
def test_what_is_not_given_is_unknown_and_asked_for(name: str, leaf: str) -> None:
    found = check(name, {leaf: None})
    assert (found.status, found.observed) == ("unknown", None)
    assert f"sermorelin.{leaf}" in found.missing
    assert window({leaf: None}).verdict == "indeterminate"


def test_only_a_daytime_injection_is_cited_as_one() -> None:
    assert "daytime-negates" in check("timing", {"minutes_before_sleep": 241}).claims
    for minutes in (45, 61, 240):
        assert check("timing", {"minutes_before_sleep": minutes}).claims == ("timing-30-60",)


@pytest.mark.parametrize(
    ("name", "timing", "path"),
    [
        ("fasting-before", {"last_meal_end": "22:16"}, "sermorelin.last_meal_end"),
        ("fasting-after", {"next_meal_start": "22:14"}, "sermorelin.next_meal_start"),
    ],
)
def test_an_implausible_fast_never_passes(name: str, timing: dict[str, Any], path: str) -> None:
    by_clock = {
        "minutes_before_sleep": None,
        "fasting_hours_before": None,
        "fasting_minutes_after": None,
        "injection_time": "22:15",
    }
    found = check(name, by_clock | timing)
    assert (found.status, found.missing) == ("unknown", (path,))
    assert found.reason is not None
    assert path in found.reason
    assert check(name, {}).reason is None


def test_a_check_names_a_rule_and_claims_that_exist() -> None:
    ids = {rule.id for rule in RULES}
    plans: list[dict[str, Any]] = [
        {},
        {"dose_mcg": 100, "nights_per_week": 4, "minutes_before_sleep": 300},
        {"dose_mcg": 501, "nights_per_week": 6, "minutes_before_sleep": 61},
    ]
    for plan in plans:
        for one in window(plan).checks:
            assert one.rule_id in ids
            assert one.claims
            assert set(one.claims) <= CLAIM_BY_ID.keys()


@pytest.mark.parametrize(
    ("plan", "rule_id"),
    [
        ({"dose_mcg": 199}, "dose-below-range"),
        ({"dose_mcg": 501}, "dose-above-ceiling"),
        ({"dose_mcg": 301, "started_on": day(0)}, "start-dose-high"),
        ({"route": "oral"}, "dose-route-not-sc"),
        ({"minutes_before_sleep": 29}, "timing-window"),
        ({"minutes_before_sleep": 241}, "timing-daytime"),
        ({"fasting_hours_before": 1.9}, "fasting-before-short"),
        ({"fasting_minutes_after": 29}, "fasting-after-short"),
        ({"nights_per_week": 6}, "frequency-not-nightly"),
        ({"nights_per_week": 5}, "frequency-not-nightly"),
        ({"nights_per_week": 4}, "frequency-poor"),
    ],
)
def test_a_check_that_fails_names_the_rule_that_is_raised(
    plan: dict[str, Any], rule_id: str
) -> None:
    facts = facts_of(sermorelin=PLAN | plan, patient=SAFE)
    evaluation = evaluate(facts)
    found = dosing_window(facts, evaluation)
    assert [one.rule_id for one in found.checks if one.status == "fail"] == [rule_id]
    assert rule_id in {rule.id for rule, _ in evaluation.raised}
    assert found.verdict == "outside"


def test_the_interval_of_tonight_is_part_of_it() -> None:
    timing = {"injection_time": "22:15", "sleep_time": "23:00", "minutes_before_sleep": None}
    facts = facts_of(sermorelin=PLAN | timing)
    found = dosing_window(facts, evaluate(facts))
    assert found.injection_window == injection_window(facts.sermorelin)
    assert found.injection_window.opens_at == 22 * 60
