"""The names of the facts: each reads the fact that it says, and the unknown stays out."""

import json
from typing import Any, Final

import pytest

from app.api.schemas.examples import CASES
from app.domain.facts.fact import Fact, Input
from app.domain.facts.facts import Facts
from app.domain.facts.registry import FACTS, INPUTS
from tests.api.schemas.leaves import LEAVES, body_of
from tests.domain.given import day, facts_of

SHOWN: Final = {path for path, fact in FACTS.items() if fact.shown}
DERIVED: Final = {
    "patient.bmi",
    "sermorelin.planned_or_active",
    "sermorelin.weeks_on_treatment",
    "sermorelin.daytime",
    "glp1.active",
    "labs.igf1_recorded",
    "labs.igf1_latest",
    "labs.igf1_latest.reference_high",
    "labs.igf1_latest.z_score",
    "labs.igf1_baseline",
    "labs.igf1_current",
    "labs.igf1_current_week",
    "labs.igf1_rise_pct",
    "labs.fasting_glucose_recorded",
    "labs.fasting_glucose_latest",
    "labs.fasting_glucose_baseline",
    "labs.hba1c_latest",
    "body_composition.first_dxa_on",
    "body_composition.lean_share_of_loss",
    "body_composition.dxa_lean_difference_kg",
    "body_composition.weight_change_pct",
}


def _lab(offset: int, analyte: str, unit: str, value: float, **more: float) -> dict[str, Any]:
    return {
        "analyte": analyte,
        "unit": unit,
        "value": value,
        "collected_on": day(offset),
        **more,
    }


@pytest.fixture
def facts() -> Facts:
    return facts_of(
        patient={"height_cm": 200, "weight_kg": 100, "age_years": 50},
        sermorelin={
            "started_on": day(-70),
            "dose_mcg": 250,
            "nights_per_week": 6,
            "planned_weeks": 26,
            "injection_time": "22:15",
            "sleep_time": "23:00",
            "last_meal_end": "19:15",
            "next_meal_start": "07:15",
        },
        glp1={"drug": "semaglutide"},
        energy={"deficit_kcal_per_day": 500, "maintenance_kcal_per_day": 2000},
        nutrition={"protein_g_per_day": 160},
        monitoring={"igf1_draws": 2},
        labs=[
            _lab(-80, "igf1", "ng/mL", 200),
            _lab(-7, "igf1", "ng/mL", 230, reference_high=240, z_score=1.5),
            _lab(-80, "fasting_glucose", "mg/dL", 90),
            _lab(-7, "fasting_glucose", "mg/dL", 95),
            _lab(-7, "hba1c", "%", 5.5),
        ],
        body_composition=[
            {
                "method": "dxa",
                "measured_on": day(offset),
                "weight_kg": weight,
                "fat_free_mass_kg": lean,
            }
            for offset, weight, lean in ((-75, 110, 62), (-1, 100, 60))
        ],
    )


@pytest.mark.parametrize(
    ("path", "value"),
    {
        "patient.bmi": 25,
        "sermorelin.status": "active",
        "sermorelin.planned_or_active": True,
        "sermorelin.weeks_on_treatment": 10,
        "sermorelin.minutes_before_sleep": 45,
        "sermorelin.daytime": False,
        "sermorelin.fasting_hours_before": 3,
        "sermorelin.fasting_minutes_after": 540,
        "sermorelin.started_on": day(-70),
        "glp1.active": True,
        "energy.deficit_pct": 25,
        "energy.maintenance_kcal_per_day": 2000,
        "nutrition.protein_g_per_kg": 1.6,
        "labs.igf1_recorded": True,
        "labs.igf1_latest": 230,
        "labs.igf1_latest.reference_high": 240,
        "labs.igf1_latest.z_score": 1.5,
        "labs.igf1_baseline": 200,
        "labs.igf1_current": 230,
        "labs.igf1_current_week": 9,
        "labs.igf1_rise_pct": 15,
        "labs.fasting_glucose_recorded": True,
        "labs.fasting_glucose_latest": 95,
        "labs.fasting_glucose_baseline": 90,
        "labs.hba1c_latest": 5.5,
        "body_composition.first_dxa_on": day(-75),
        "body_composition.lean_share_of_loss": 0.2,
        "body_composition.dxa_lean_difference_kg": 2,
        "monitoring.dexa_baseline": True,
    }.items(),
)
def test_a_derived_fact_is_read_by_its_name(facts: Facts, path: str, value: object) -> None:
    assert FACTS[path].value(facts) == value


def test_the_change_of_weight_is_read_by_its_name(facts: Facts) -> None:
    found = FACTS["body_composition.weight_change_pct"].value(facts)
    assert found == pytest.approx(-100 / 11)


@pytest.mark.parametrize("path", sorted(SHOWN - DERIVED))
def test_every_other_name_is_a_leaf_and_reads_what_was_given(path: str) -> None:
    assert path in LEAVES
    values: list[Any] = [True, 1.5, 4, 62.5, 1000, day(-1), ["other"]]
    values += ["other", "female", "nasal", "active", "morning"]
    for value in values:
        try:
            found = FACTS[path].value(facts_of(**body_of(path, value)))
        except ValueError:
            continue
        assert found == (tuple(value) if isinstance(value, list) else value)
        return
    pytest.fail(f"no sample fits {path}")


@pytest.mark.parametrize("path", sorted(SHOWN))
def test_of_an_empty_case_only_what_follows_from_nothing_is_known(path: str) -> None:
    follows = {"sermorelin.planned_or_active", "projection_options.horizon_weeks"}
    assert (FACTS[path].value(facts_of()) is not None) == (path in follows)


INNER: Final = {
    "sermorelin.active": True,
    "sermorelin.stopped": False,
    "sermorelin.minutes_after_sleep": -45,
    "sermorelin.doses_left_out": 100 / 7,
    "energy.deficit": 500,
    "energy.surplus": -500,
    "energy.deficit_pct_worked_out": 25,
    "labs.igf1_has_baseline": True,
    "labs.igf1_has_current": True,
    "labs.igf1_lacks_judged": False,
    "labs.igf1_least_risen": 240,
    "labs.igf1_most_risen": 270,
    "labs.fasting_glucose_rise": 5,
    "body_composition.loss_is_measurable": True,
    "body_composition.treated_loss_is_measurable": True,
    "body_composition.treated_lean_share_of_loss_pct": 20,
    "body_composition.lean_share_of_loss_pct": 20,
    "body_composition.weight_fall_pct": 100 / 11,
    "body_composition.has_first_dexa": True,
    "cost.months": 6,
    "cost.course_low": 1500,
    "cost.course_high": 2700,
    "cost.draws_low": 160,
    "cost.draws_high": 300,
    "cost.total_low": 1660,
    "cost.total_high": 3000,
    "glp1.trial_loss_low": 10,
    "glp1.trial_loss_high": 15,
}
"""Facts that are there for conditions and messages alone, of the case above."""


def test_facts_for_conditions_and_messages_are_worked_out(facts: Facts) -> None:
    assert INNER.keys() == FACTS.keys() - SHOWN
    assert {path: FACTS[path].value(facts) for path in INNER} == pytest.approx(INNER)


@pytest.mark.parametrize("example", CASES)
def test_everything_that_can_be_observed_can_be_written_as_json(example: str) -> None:
    facts = facts_of(**CASES[example])
    assert json.dumps({path: fact.value(facts) for path, fact in FACTS.items()})


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.path)
def test_a_fact_is_made_of_facts_that_are_shown(fact: Fact[Any]) -> None:
    assert all(part.shown and part is not fact for part in fact.made_of)
    assert fact.label == fact.label.strip()


def test_no_two_facts_that_are_shown_bear_the_same_name() -> None:
    labels = [fact.label for fact in FACTS.values() if fact.shown]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("asked", INPUTS.values(), ids=lambda asked: asked.path)
def test_an_input_has_a_question_in_plain_words(asked: Input) -> None:
    assert asked.question.endswith("?")
    assert asked.question[0].isupper()
    assert "_" not in asked.question + asked.label
    block = asked.path.partition(".")[0].removesuffix("[]")
    assert asked.path in LEAVES or block in ("labs", "body_composition")
