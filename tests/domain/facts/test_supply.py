"""What is asked for where a derived fact is unknown: inputs that would supply it, none given."""

import re
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.facts.fact import Fact
from app.domain.facts.registry import FACTS, INPUTS
from app.domain.facts.registry.injection import (
    DAYTIME,
    FASTING_HOURS_BEFORE,
    FASTING_MINUTES_AFTER,
    MINUTES_BEFORE_SLEEP,
)
from app.domain.facts.registry.labs import (
    HAS_BASELINE_IGF1,
    HAS_CURRENT_IGF1,
    IGF1_BASELINE,
    IGF1_CURRENT,
    IGF1_CURRENT_WEEK,
    IGF1_LATEST,
    IGF1_RISE,
)
from app.domain.facts.registry.patient import BMI
from app.domain.facts.registry.sermorelin import (
    ACTIVE,
    PLANNED_OR_ACTIVE,
    WEEKS_ON_TREATMENT,
)
from app.domain.facts.registry.sermorelin import (
    STATUS as STATUS_FACT,
)
from app.domain.facts.registry.support import DEFICIT, PROTEIN
from tests.domain.any_case import FULL, SCALAR_PATHS, Leaves, body_from
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

ABOUT_THE_PLAN: Final[list[tuple[Fact[Any], dict[str, Any], set[str]]]] = [
    (STATUS_FACT, {"route": "nasal"}, {STATUS, STARTED, STOPPED}),
    (STATUS_FACT, {"stopped_on": day(3)}, {STATUS, STARTED}),
    (ACTIVE, {"stopped_on": day(3)}, {STATUS, STARTED}),
    (PLANNED_OR_ACTIVE, {}, {STATUS, STARTED, STOPPED, "sermorelin.dose_mcg"}),
    (WEEKS_ON_TREATMENT, {"status": "active"}, {STARTED}),
    (MINUTES_BEFORE_SLEEP, {}, {MINUTES, INJECTION, SLEEP}),
    (MINUTES_BEFORE_SLEEP, {"sleep_time": "23:00"}, {MINUTES, INJECTION}),
    (MINUTES_BEFORE_SLEEP, {"injection_time": "22:15"}, {SLEEP}),
    (MINUTES_BEFORE_SLEEP, {"minutes_before_sleep": 45}, {SLEEP}),
    (MINUTES_BEFORE_SLEEP, {"time_of_day": "evening"}, {MINUTES, SLEEP}),
    (MINUTES_BEFORE_SLEEP, {"time_of_day": "evening", "sleep_time": "23:00"}, {MINUTES}),
    (DAYTIME, {}, {TIME_OF_DAY, MINUTES, INJECTION, SLEEP}),
    (DAYTIME, {"sleep_time": "23:00"}, {TIME_OF_DAY, MINUTES, INJECTION}),
    (DAYTIME, {"injection_time": "22:15"}, {SLEEP}),
    (DAYTIME, {"time_of_day": "evening"}, {MINUTES, SLEEP}),
    (FASTING_HOURS_BEFORE, {}, {BEFORE, MEAL, MINUTES, INJECTION, SLEEP}),
    (FASTING_HOURS_BEFORE, {"injection_time": "22:15"}, {BEFORE, MEAL}),
    (FASTING_HOURS_BEFORE, {"last_meal_end": "19:00"}, {MINUTES, INJECTION, SLEEP}),
    (
        FASTING_HOURS_BEFORE,
        {"last_meal_end": "19:00", "minutes_before_sleep": 45},
        {SLEEP},
    ),
    (
        FASTING_HOURS_BEFORE,
        {"last_meal_end": "19:00", "time_of_day": "evening"},
        {MINUTES, SLEEP},
    ),
    (FASTING_MINUTES_AFTER, {}, {AFTER, NEXT_MEAL, MINUTES, INJECTION, SLEEP}),
    (FASTING_MINUTES_AFTER, {"injection_time": "22:15"}, {AFTER, NEXT_MEAL}),
    (FASTING_MINUTES_AFTER, {"next_meal_start": "07:00"}, {MINUTES, INJECTION, SLEEP}),
]


@pytest.mark.parametrize(("fact", "plan", "asked"), ABOUT_THE_PLAN)
def test_what_is_asked_about_the_plan(
    fact: Fact[Any], plan: dict[str, Any], asked: set[str]
) -> None:
    found = fact.missing(facts_of(sermorelin=plan))
    assert set(found) == asked
    assert len(found) == len(asked)
    assert not {f"sermorelin.{name}" for name in plan} & asked


@pytest.mark.parametrize(
    ("fact", "plan", "meal"),
    [
        (FASTING_HOURS_BEFORE, {"last_meal_end": "22:16"}, MEAL),
        (FASTING_MINUTES_AFTER, {"next_meal_start": "22:14"}, NEXT_MEAL),
    ],
)
def test_an_implausible_meal_is_asked_for_again(
    fact: Fact[Any], plan: dict[str, Any], meal: str
) -> None:
    by_clock = facts_of(sermorelin=plan | {"injection_time": "22:15"})
    assert fact.missing(by_clock) == (meal,)
    by_difference = {"minutes_before_sleep": 45, "sleep_time": "23:00"}
    assert fact.missing(facts_of(sermorelin=plan | by_difference)) == (meal,)


def test_what_is_asked_about_the_person() -> None:
    assert BMI.missing(facts_of()) == ("patient.height_cm", "patient.weight_kg")
    assert BMI.missing(facts_of(patient={"height_cm": 170})) == ("patient.weight_kg",)
    assert BMI.missing(facts_of(patient={"weight_kg": 80})) == ("patient.height_cm",)
    assert PROTEIN.missing(facts_of()) == (
        "nutrition.protein_g_per_kg",
        "nutrition.protein_g_per_day",
    )
    per_day = facts_of(nutrition={"protein_g_per_day": 128})
    assert PROTEIN.missing(per_day) == ("patient.weight_kg",)
    assert set(DEFICIT.missing(facts_of())) == {
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
    facts = facts_of(labs=labs, sermorelin=plan)
    series = facts.igf1
    assert (series.baseline is None) == bool(of_baseline)
    assert (series.current is None) == bool(of_current)
    if of_baseline:
        assert IGF1_BASELINE.missing(facts) == of_baseline
        assert HAS_BASELINE_IGF1.missing(facts) == of_baseline
    if of_current:
        assert IGF1_CURRENT.missing(facts) == of_current
        assert IGF1_CURRENT_WEEK.missing(facts) == of_current
        assert HAS_CURRENT_IGF1.missing(facts) == of_current
    assert IGF1_RISE.missing(facts) == (of_baseline or of_current)


def test_a_latest_result_can_only_come_from_the_labs() -> None:
    assert IGF1_LATEST.missing(facts_of()) == ("labs",)


@given(leaves=FULL, left_out=st.sets(st.sampled_from((*SCALAR_PATHS, "labs", "body_composition"))))
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_whatever_is_asked_for_is_an_input_that_has_a_question(
    leaves: Leaves, left_out: set[str]
) -> None:
    facts = facts_of(**body_from({k: v for k, v in leaves.items() if k not in left_out}))
    for fact in FACTS.values():
        if fact.value(facts) is None:
            asked = {re.sub(r"\[\d+\]", "[]", path) for path in fact.missing(facts)}
            assert asked <= INPUTS.keys(), fact.path
