"""The facts that belong to no topic of their own, and that a case alone decides them."""

from fractions import Fraction

import pytest

from app.api.schemas.examples import CASES
from app.domain.facts.facts import derive
from tests.domain.given import AS_OF, case_of, day, facts_of


@pytest.mark.parametrize(
    ("height", "weight", "bmi"),
    [(200, 120, 30), (200, 74, 18.5), (200, 52, 13), (200, 240, 60), (170, 80, 80 / 1.7**2)],
)
def test_body_mass_index(height: float, weight: float, bmi: float) -> None:
    found = facts_of(patient={"height_cm": height, "weight_kg": weight}).bmi
    assert found == (bmi if height == 200 else pytest.approx(bmi, rel=1e-12))


@pytest.mark.parametrize("bmi", [13, 18.5, 30, 60])
def test_a_body_on_a_limit_of_the_index_stands_on_it(bmi: float) -> None:
    for millimetres in range(1400, 2100, 7):
        weight = float(Fraction(bmi) * millimetres**2 / 10**6)
        patient = {"height_cm": millimetres / 10, "weight_kg": weight}
        assert facts_of(patient=patient).bmi == bmi, millimetres


@pytest.mark.parametrize("per_kg", ["1.2", "1.6", "2.2"])
def test_protein_on_a_limit_stands_on_it(per_kg: str) -> None:
    for hundred_grams in range(400, 1200, 13):
        nutrition = {"protein_g_per_day": float(Fraction(per_kg) * hundred_grams / 10)}
        found = facts_of(nutrition=nutrition, patient={"weight_kg": hundred_grams / 10})
        assert found.protein_g_per_kg == float(per_kg), hundred_grams


@pytest.mark.parametrize("patient", [{"height_cm": 170}, {"weight_kg": 80}, None])
def test_half_a_body_has_no_index(patient: object) -> None:
    assert facts_of(patient=patient).bmi is None


@pytest.mark.parametrize(
    ("nutrition", "weight", "per_kg"),
    [
        ({"protein_g_per_kg": 1.6}, None, 1.6),
        ({"protein_g_per_kg": 0}, 80, 0),
        ({"protein_g_per_day": 128}, 80, 1.6),
        ({"protein_g_per_day": 400}, 80, 5),
        ({"protein_g_per_day": 0}, 80, 0),
        ({"protein_g_per_day": 0}, None, 0),
        ({"protein_g_per_day": 128}, None, None),
        ({}, 80, None),
    ],
)
def test_protein_per_kg_uses_the_patients_own_weight(
    nutrition: dict[str, float], weight: float | None, per_kg: float | None
) -> None:
    entry = {"method": "dxa", "measured_on": day(-1), "weight_kg": 100}
    facts = facts_of(nutrition=nutrition, patient={"weight_kg": weight}, body_composition=[entry])
    assert facts.protein_g_per_kg == per_kg


@pytest.mark.parametrize(
    ("drug", "on_glp1"),
    [
        ("none", False),
        ("semaglutide", True),
        ("tirzepatide", True),
        ("liraglutide", True),
        ("other", True),
        (None, None),
    ],
)
def test_a_glp1_is_any_drug_but_none(drug: str | None, *, on_glp1: bool | None) -> None:
    assert facts_of(glp1={"drug": drug}).on_glp1 is on_glp1
    assert facts_of(glp1={"drug": drug, "dose_mg_per_week": 1}).on_glp1 is on_glp1


@pytest.mark.parametrize(
    ("plan", "scanned", "is_baseline"),
    [
        ({"started_on": day(-30)}, -30, True),
        ({"started_on": day(-30)}, -300, True),
        ({"started_on": day(-30)}, -29, False),
        ({"started_on": day(30)}, 0, True),
        ({"started_on": day(30)}, 1, False),
        ({"status": "planned"}, 0, True),
        ({"status": "planned"}, 1, False),
        ({"status": "active"}, -300, False),
        (None, -300, False),
    ],
)
def test_a_dxa_up_to_the_start_is_a_baseline_whatever_the_plan_says(
    plan: object, scanned: int, *, is_baseline: bool
) -> None:
    entry = {"method": "dxa", "measured_on": day(scanned)}
    for said in (None, False, True):
        facts = facts_of(
            sermorelin=plan, body_composition=[entry], monitoring={"dexa_baseline": said}
        )
        assert facts.dexa_baseline is (True if is_baseline else said)


@pytest.mark.parametrize("method", ["bia", "other"])
def test_another_method_is_no_dexa(method: str) -> None:
    entry = {"method": method, "measured_on": day(-100)}
    facts = facts_of(sermorelin={"started_on": day(-30)}, body_composition=[entry])
    assert facts.dexa_baseline is None


def test_the_day_is_the_cases_own() -> None:
    assert facts_of().as_of == AS_OF
    later = facts_of(as_of=day(7), sermorelin={"started_on": day(0)})
    assert later.treatment.weeks_on_treatment == 1


@pytest.mark.parametrize("example", CASES)
def test_the_facts_are_a_function_of_the_case(example: str) -> None:
    body = CASES[example]
    assert derive(case_of(**body)) == derive(case_of(**body))
