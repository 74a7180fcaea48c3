"""The verdict over the checks and the contraindications, and how far it was screened."""

from typing import Any, Final

import pytest

from app.domain.dosing_window import dosing_window
from app.domain.evaluation import evaluate
from tests.domain.given import day, facts_of
from tests.domain.plan import ABSOLUTE, SAFE, window, with_conditions


def igf1(value: float, **more: object) -> list[dict[str, Any]]:
    entry = {"analyte": "igf1", "unit": "ng/mL", "value": value, "collected_on": day(-1)}
    return [entry | more]


def test_the_verdict_is_the_first_that_holds() -> None:
    failing, unknown = {"nights_per_week": 6}, {"route": None}
    barred = with_conditions(active_malignancy=True)
    assert window(failing | unknown, patient=barred).verdict == "contraindicated"
    assert window(patient=barred).verdict == "contraindicated"
    assert window(failing | unknown).verdict == "outside"
    assert window(unknown).verdict == "indeterminate"
    assert window().verdict == "inside"


def test_tonights_interval_is_no_leave_to_inject() -> None:
    clock = {"minutes_before_sleep": None, "injection_time": "22:15", "sleep_time": "23:00"}
    free, barred = window(clock), window(clock, patient=with_conditions(active_malignancy=True))
    assert free.injection_window.opens_at == barred.injection_window.opens_at == 22 * 60
    assert "contraindicated" not in (free.injection_window.reason or "")
    assert (barred.injection_window.reason or "").startswith("Sermorelin is contraindicated here")
    timeless = window(patient=with_conditions(active_malignancy=True)).injection_window
    assert (timeless.opens_at, timeless.reason) == (None, window().injection_window.reason)


def test_without_a_plan_everything_is_unknown() -> None:
    facts = facts_of(patient=SAFE)
    found = dosing_window(facts, evaluate(facts))
    assert {one.status for one in found.checks} == {"unknown"}
    assert all(one.missing for one in found.checks)
    assert found.verdict == "indeterminate"


BARRING: Final[list[tuple[str, str, dict[str, Any]]]] = [
    ("safety-active-malignancy", "absolute", {"patient": with_conditions(active_malignancy=True)}),
    (
        "ext-active-malignancy-absolute",
        "absolute",
        {"patient": with_conditions(active_malignancy=True, oncology_clearance=True)},
    ),
    ("safety-cancer-history", "relative", {"patient": with_conditions(cancer_history=True)}),
    (
        "ext-hypersensitivity",
        "absolute",
        {"patient": with_conditions(sermorelin_hypersensitivity=True)},
    ),
    ("ext-pregnancy-lactation", "absolute", {"patient": with_conditions(breastfeeding=True)}),
    ("ext-pituitary-lesion", "absolute", {"patient": with_conditions(pituitary_disorder=True)}),
    ("ext-age-under-18", "absolute", {"patient": SAFE | {"age_years": 17}}),
    ("igf1-over-350", "relative", {"labs": igf1(351)}),
    ("ext-igf1-z-over-3", "relative", {"labs": igf1(200, z_score=3.1)}),
    (
        "ext-glucose-diabetes",
        "relative",
        {"labs": [igf1(6.5)[0] | {"analyte": "hba1c", "unit": "%"}]},
    ),
]


@pytest.mark.parametrize(("rule_id", "level", "blocks"), BARRING)
def test_an_absolute_or_a_critical_contraindication_rules_the_plan_out(
    rule_id: str, level: str, blocks: dict[str, Any]
) -> None:
    for external in (True, False):
        found = window(**blocks, options={"external_evidence": external})
        assert found.verdict == "contraindicated"
        assert (rule_id, level) in {(one.rule_id, one.level) for one in found.contraindications}


@pytest.mark.parametrize(
    ("rule_id", "blocks"),
    [
        ("safety-glucose-risk", {"patient": with_conditions(diabetes=True)}),
        ("safety-glucose-risk", {"patient": SAFE | {"symptoms": ["fasting_hyperglycaemia"]}}),
        ("ext-thyroid", {"patient": with_conditions(untreated_hypothyroidism=True)}),
        ("igf1-over-300", {"labs": igf1(301)}),
        ("igf1-over-300", {"labs": igf1(350)}),
        ("ext-igf1-above-uln", {"labs": igf1(200, z_score=2.1)}),
    ],
)
def test_a_relative_one_that_is_not_critical_is_listed_and_rules_nothing_out(
    rule_id: str, blocks: dict[str, Any]
) -> None:
    found = window(**blocks)
    assert found.verdict == "inside"
    assert [(one.rule_id, one.level) for one in found.contraindications] == [(rule_id, "relative")]
    assert found.contraindications[0].applies_to == ("sermorelin",)


@pytest.mark.parametrize(
    ("rule_id", "level", "applies_to", "blocks"),
    [
        (
            "ext-glp1-mtc",
            "absolute",
            ("glp1",),
            {
                "patient": with_conditions(mtc_or_men2_history=True),
                "glp1": {"drug": "semaglutide"},
            },
        ),
        (
            "ext-underweight-deficit",
            "relative",
            ("weight_loss",),
            {
                "patient": SAFE | {"height_cm": 180, "weight_kg": 50},
                "energy": {"deficit_kcal_per_day": 100},
            },
        ),
    ],
)
def test_one_that_applies_to_something_else_does_not_rule_sermorelin_out(
    rule_id: str, level: str, applies_to: tuple[str, ...], blocks: dict[str, Any]
) -> None:
    found = window(**blocks)
    assert found.verdict == "inside"
    (listed,) = found.contraindications
    assert (listed.rule_id, listed.level, listed.applies_to) == (rule_id, level, applies_to)


def test_a_dose_that_looks_like_a_unit_mistake_is_outside_not_contraindicated() -> None:
    for dose in (0.25, 250_000):
        assert window({"dose_mcg": dose}).verdict == "outside"


def test_a_screening_is_complete_only_if_no_absolute_one_is_unknown() -> None:
    found = window()
    assert (found.contraindications_unknown, found.screening) == ((), "complete")
    nobody_asked = window(patient=None)
    assert nobody_asked.verdict == "inside"
    assert nobody_asked.screening == "incomplete"
    assert nobody_asked.contraindications == ()
    assert set(nobody_asked.contraindications_unknown) == {
        "safety-active-malignancy",
        "ext-active-malignancy-absolute",
        "ext-hypersensitivity",
        "ext-pregnancy-lactation",
        "ext-pituitary-lesion",
        "ext-age-under-18",
        "ext-glp1-mtc",
    }


@pytest.mark.parametrize("condition", ABSOLUTE)
def test_one_condition_that_nobody_asked_about_makes_it_incomplete(condition: str) -> None:
    found = window(patient=with_conditions(**{condition: None}))
    assert found.screening == "incomplete"
    assert found.contraindications_unknown
    assert found.verdict == "inside"


def test_an_unknown_relative_one_does_not_make_it_incomplete() -> None:
    asked_less = with_conditions(cancer_history=None, diabetes=None, untreated_hypothyroidism=None)
    assert window(patient=asked_less).screening == "complete"
    assert window(patient=asked_less | {"symptoms": None}, labs=None).screening == "complete"


def test_what_does_not_apply_need_not_be_asked() -> None:
    man = with_conditions(pregnant=None, breastfeeding=None) | {"sex": "male"}
    assert window(patient=man).screening == "complete"
    older = with_conditions(pregnant=None, postmenopausal=True)
    assert window(patient=older).screening == "complete"
    no_glp1 = with_conditions(mtc_or_men2_history=None)
    assert window(patient=no_glp1, glp1={"drug": "none"}).screening == "complete"
