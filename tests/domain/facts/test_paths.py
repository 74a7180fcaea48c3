"""The names of the facts: each reads the fact that it says, and the unknown stays out."""

import json
from typing import Any, Final

import pytest

from app.api.schemas.examples import CASES
from app.domain.facts.facts import Facts
from app.domain.facts.paths import READERS, day_reader, latest_reader, observed
from app.domain.rules import RULES
from tests.api.schemas.leaves import LEAVES, body_of
from tests.domain.given import day, facts_of

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
            "injection_time": "22:15",
            "sleep_time": "23:00",
            "last_meal_end": "19:15",
            "next_meal_start": "07:15",
        },
        glp1={"drug": "semaglutide"},
        energy={"deficit_kcal_per_day": 500, "maintenance_kcal_per_day": 2000},
        nutrition={"protein_g_per_day": 160},
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
    assert READERS[path](facts) == value


def test_the_change_of_weight_is_read_by_its_name(facts: Facts) -> None:
    reader = READERS["body_composition.weight_change_pct"]
    assert reader(facts) == pytest.approx(-100 / 11)


@pytest.mark.parametrize("path", sorted(READERS.keys() - DERIVED))
def test_every_other_name_is_a_leaf_and_reads_what_was_given(path: str) -> None:
    assert path in LEAVES
    values: list[Any] = [True, 1.5, 4, 62.5, 1000, day(-1), ["other"]]
    values += ["other", "female", "nasal", "active", "morning"]
    for value in values:
        try:
            found = READERS[path](facts_of(**body_of(path, value)))
        except ValueError:
            continue
        assert found == (tuple(value) if isinstance(value, list) else value)
        return
    pytest.fail(f"no sample fits {path}")


@pytest.mark.parametrize("path", READERS)
def test_of_an_empty_case_only_what_follows_from_nothing_is_known(path: str) -> None:
    follows = {"sermorelin.planned_or_active", "projection_options.horizon_weeks"}
    assert (READERS[path](facts_of()) is not None) == (path in follows)


def test_what_is_observed_is_what_is_known_of_what_is_named(facts: Facts) -> None:
    names = ("patient.age_years", "patient.sex", "labs.igf1_baseline", "sermorelin.daytime")
    assert observed(facts, names) == {
        "patient.age_years": 50,
        "labs.igf1_baseline": 200,
        "sermorelin.daytime": False,
    }
    assert observed(facts, ()) == {}


def test_a_known_zero_false_or_none_at_all_is_observed() -> None:
    body = {"medications": [], "conditions": {"diabetes": False}}
    facts = facts_of(patient=body, sermorelin={"dose_mcg": 0})
    names = ("patient.medications", "patient.conditions.diabetes", "sermorelin.dose_mcg")
    assert observed(facts, names) == dict(zip(names, ((), False, 0), strict=True))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_names_facts_that_exist(rule: Any) -> None:  # noqa: ANN401
    assert set(rule.reads) <= READERS.keys()


@pytest.mark.parametrize("example", CASES)
def test_everything_that_can_be_observed_can_be_written_as_json(example: str) -> None:
    body = CASES[example]
    facts = facts_of(**body)
    assert json.dumps(observed(facts, tuple(READERS)))


def test_a_reader_of_days_gives_them_as_text() -> None:
    read = day_reader("sermorelin.started_on")
    assert read(facts_of(sermorelin={"started_on": day(-3)})) == day(-3)
    assert read(facts_of()) is None


def test_a_reader_of_the_latest_entry_gives_its_leaf() -> None:
    read = latest_reader("igf1", "z_score")
    assert read(facts_of(labs=[_lab(-1, "igf1", "ng/mL", 180, z_score=1.5)])) == 1.5
    assert read(facts_of(labs=[])) is None
