"""What is asked for where a derived fact is unknown: inputs that would supply it, none given."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from tests.domain.given import day, facts_of

INJECTION: Final = "sermorelin.injection_time"
SLEEP: Final = "sermorelin.sleep_time"
MINUTES: Final = "sermorelin.minutes_before_sleep"
MEAL: Final = "sermorelin.last_meal_end"
NEXT_MEAL: Final = "sermorelin.next_meal_start"
BEFORE: Final = "sermorelin.fasting_hours_before"
AFTER: Final = "sermorelin.fasting_minutes_after"
LABS: Final = ("labs",)
TIME_OF_DAY: Final = "sermorelin.time_of_day"
STATUS: Final = "sermorelin.status"
STARTED: Final = "sermorelin.started_on"
STOPPED: Final = "sermorelin.stopped_on"

_Ask = Callable[[Facts], tuple[str, ...]]

ABOUT_THE_PLAN: Final[list[tuple[_Ask, dict[str, Any], set[str]]]] = [
    (missing.status, {"route": "nasal"}, {STATUS, STARTED, STOPPED}),
    (missing.status, {"stopped_on": day(3)}, {STATUS, STARTED}),
    (missing.planned_or_active, {}, {STATUS, STARTED, STOPPED, "sermorelin.dose_mcg"}),
    (missing.weeks_on_treatment, {"status": "active"}, {STARTED}),
    (missing.injection, {}, {MINUTES, INJECTION, SLEEP}),
    (missing.injection, {"sleep_time": "23:00"}, {MINUTES, INJECTION}),
    (missing.injection, {"injection_time": "22:15"}, {SLEEP}),
    (missing.injection, {"minutes_before_sleep": 45}, {SLEEP}),
    (missing.injection, {"time_of_day": "evening"}, {MINUTES, SLEEP}),
    (missing.injection, {"time_of_day": "evening", "sleep_time": "23:00"}, {MINUTES}),
    (missing.daytime, {}, {TIME_OF_DAY, MINUTES, INJECTION, SLEEP}),
    (missing.daytime, {"sleep_time": "23:00"}, {TIME_OF_DAY, MINUTES, INJECTION}),
    (missing.daytime, {"injection_time": "22:15"}, {SLEEP}),
    (missing.daytime, {"time_of_day": "evening"}, {MINUTES, SLEEP}),
    (missing.fasting_hours_before, {}, {BEFORE, MEAL, MINUTES, INJECTION, SLEEP}),
    (missing.fasting_hours_before, {"injection_time": "22:15"}, {BEFORE, MEAL}),
    (missing.fasting_hours_before, {"last_meal_end": "19:00"}, {MINUTES, INJECTION, SLEEP}),
    (
        missing.fasting_hours_before,
        {"last_meal_end": "19:00", "minutes_before_sleep": 45},
        {SLEEP},
    ),
    (
        missing.fasting_hours_before,
        {"last_meal_end": "19:00", "time_of_day": "evening"},
        {MINUTES, SLEEP},
    ),
    (missing.fasting_minutes_after, {}, {AFTER, NEXT_MEAL, MINUTES, INJECTION, SLEEP}),
    (missing.fasting_minutes_after, {"injection_time": "22:15"}, {AFTER, NEXT_MEAL}),
    (missing.fasting_minutes_after, {"next_meal_start": "07:00"}, {MINUTES, INJECTION, SLEEP}),
]


@pytest.mark.parametrize(("ask", "plan", "asked"), ABOUT_THE_PLAN)
def test_what_is_asked_about_the_plan(ask: _Ask, plan: dict[str, Any], asked: set[str]) -> None:
    found = ask(facts_of(sermorelin=plan))
    assert set(found) == asked
    assert len(found) == len(asked)
    assert not {f"sermorelin.{name}" for name in plan} & asked


@pytest.mark.parametrize(
    ("ask", "plan", "meal"),
    [
        (missing.fasting_hours_before, {"last_meal_end": "22:16"}, MEAL),
        (missing.fasting_minutes_after, {"next_meal_start": "22:14"}, NEXT_MEAL),
    ],
)
def test_an_implausible_meal_is_asked_for_again(ask: _Ask, plan: dict[str, Any], meal: str) -> None:
    by_clock = facts_of(sermorelin=plan | {"injection_time": "22:15"})
    assert ask(by_clock) == (meal,)
    by_difference = {"minutes_before_sleep": 45, "sleep_time": "23:00"}
    assert ask(facts_of(sermorelin=plan | by_difference)) == (meal,)


def test_what_is_asked_about_the_person() -> None:
    assert missing.bmi(facts_of()) == ("patient.height_cm", "patient.weight_kg")
    assert missing.bmi(facts_of(patient={"height_cm": 170})) == ("patient.weight_kg",)
    assert missing.bmi(facts_of(patient={"weight_kg": 80})) == ("patient.height_cm",)
    assert missing.protein_g_per_kg(facts_of()) == (
        "nutrition.protein_g_per_kg",
        "nutrition.protein_g_per_day",
    )
    per_day = facts_of(nutrition={"protein_g_per_day": 128})
    assert missing.protein_g_per_kg(per_day) == ("patient.weight_kg",)
    assert set(missing.deficit(facts_of())) == {
        "energy.deficit_kcal_per_day",
        "energy.deficit_pct",
    }


def _igf1(*offsets: int) -> list[dict[str, Any]]:
    entry = {"analyte": "igf1", "unit": "ng/mL", "value": 180}
    return [entry | {"collected_on": day(offset)} for offset in offsets]


@pytest.mark.parametrize(
    ("labs", "plan", "of_baseline", "of_current"),
    [
        (None, {"started_on": day(-60)}, LABS, LABS),
        ([], {"started_on": day(-60)}, LABS, LABS),
        (None, {"status": "planned"}, LABS, LABS),
        (None, {"status": "active"}, (STARTED, *LABS), (STARTED, *LABS)),
        ([], {"status": "active"}, (STARTED, *LABS), (STARTED, *LABS)),
        (None, None, (STARTED, STATUS, *LABS), (STARTED, STATUS, *LABS)),
        (_igf1(-1), {"status": "active"}, (STARTED,), (STARTED,)),
        (_igf1(-1), None, (STARTED, STATUS), (STARTED, STATUS)),
        (_igf1(-90), {"started_on": day(-60)}, (), LABS),
        (_igf1(-1), {"started_on": day(-60)}, LABS, ()),
        (_igf1(-1), {"status": "planned"}, (), LABS),
    ],
)
def test_what_is_asked_about_a_result(
    labs: object, plan: object, of_baseline: tuple[str, ...], of_current: tuple[str, ...]
) -> None:
    series = facts_of(labs=labs, sermorelin=plan).igf1
    assert (series.baseline is None) == bool(of_baseline)
    assert (series.current is None) == bool(of_current)
    if of_baseline:
        assert missing.baseline(series) == of_baseline
    if of_current:
        assert missing.current(series) == of_current
    assert missing.rise_pct(series) == (of_baseline or of_current)


def test_a_latest_result_can_only_come_from_the_labs() -> None:
    assert missing.latest(facts_of().igf1) == ("labs",)
