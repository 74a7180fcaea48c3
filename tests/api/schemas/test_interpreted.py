"""The case as it was understood, shown back to the caller."""

import json
from typing import Any, Final

import pytest

from app.api.json_answer import to_json
from app.api.schemas.case import CaseIn
from app.api.schemas.examples import CASES
from app.api.schemas.interpreted import plain_interpreted
from app.domain.facts.facts import derive
from tests.domain.given import AS_OF, day

LAB: Final[dict[str, Any]] = {"collected_on": day(-1)}


def interpreted(**body: Any) -> dict[str, Any]:  # noqa: ANN401 # a body is JSON
    given = CaseIn.model_validate(body)
    facts = derive(given.to_domain(today=AS_OF))
    shown: dict[str, Any] = json.loads(to_json(plain_interpreted(given, facts)))
    return shown


def test_nothing_given_is_nothing_known_but_the_day() -> None:
    shown = interpreted()
    derived = shown.pop("derived")
    assert shown.pop("as_of") == AS_OF.isoformat()
    assert shown.pop("ignored") == shown.pop("not_judged") == []
    assert set(shown.values()) == {None}
    assert derived["planned_or_active"] is False
    known = {"planned_or_active", "implausible", "igf1", "fasting_glucose", "hba1c"}
    assert {name for name, value in derived.items() if value is not None} == known


@pytest.mark.parametrize(
    ("analyte", "unit", "canonical", "value", "shown_value"),
    [
        ("igf1", "nmol/L", "ng/mL", 30, 229.47),
        ("igfbp3", "mg/L", "ng/mL", 4.2, 4200),
        ("fasting_glucose", "mmol/L", "mg/dL", 5.5, 99.088),
        ("hba1c", "mmol/mol", "%", 48, 6.54304),
        ("igf1", "ng/mL", "ng/mL", 180.5, 180.5),
    ],
)
def test_results_are_shown_in_canonical_units(
    analyte: str, unit: str, canonical: str, value: float, shown_value: float
) -> None:
    entry = LAB | {"analyte": analyte, "unit": unit, "value": value}
    bounds = {"reference_low": value / 2, "reference_high": value, "z_score": 1.5}
    (shown,) = interpreted(labs=[entry | bounds])["labs"]
    assert shown["unit"] == canonical
    assert shown["value"] == shown["reference_high"] == pytest.approx(shown_value, rel=1e-12)
    assert shown["z_score"] == 1.5
    assert shown["reference_low"] < shown["value"]


@pytest.mark.parametrize("example", CASES)
def test_what_was_given_is_shown_as_it_was_given(example: str) -> None:
    body = CASES[example]
    shown = interpreted(**body)
    for block, leaves in body.items():
        if isinstance(leaves, dict):
            assert shown[block] == shown[block] | leaves
        elif block != "labs":
            assert shown[block] == leaves or block == "body_composition"


def test_the_derived_facts_are_shown() -> None:
    shown = interpreted(
        patient={"height_cm": 200, "weight_kg": 100},
        sermorelin={
            "started_on": day(-70),
            "injection_time": "22:15",
            "sleep_time": "23:00",
            "last_meal_end": "22:30",
            "next_meal_start": "07:15",
        },
        glp1={"drug": "none"},
        nutrition={"protein_g_per_day": 160},
        energy={"deficit_kcal_per_day": 500, "maintenance_kcal_per_day": 2000},
        labs=[
            LAB | {"analyte": "igf1", "unit": "ng/mL", "value": 230},
            {"analyte": "igf1", "unit": "ng/mL", "value": 200, "collected_on": day(-71)},
            {"analyte": "igf1", "unit": "ng/mL", "value": 900, "collected_on": day(1)},
            LAB | {"analyte": "igfbp3", "unit": "mg/L", "value": 4},
        ],
    )
    derived = shown["derived"]
    expected = {
        "status": "active",
        "planned_or_active": True,
        "weeks_on_treatment": 10,
        "minutes_before_sleep": 45,
        "daytime": False,
        "fasting_hours_before": None,
        "fasting_minutes_after": 540,
        "implausible": ["sermorelin.last_meal_end"],
        "on_glp1": False,
        "bmi": 25,
        "protein_g_per_kg": 1.6,
        "maintenance_kcal_per_day": 2000,
        "deficit_pct": 25,
    }
    assert {name: derived[name] for name in expected} == expected
    igf1 = derived["igf1"]
    assert (igf1["latest"], igf1["baseline"], igf1["current"]) == (230, 200, 230)
    assert (igf1["unit"], igf1["current_week"], igf1["rise_pct"]) == ("ng/mL", 9, 15)
    assert derived["fasting_glucose"]["recorded"] is derived["hba1c"]["recorded"] is False
    assert [one["path"] for one in shown["ignored"]] == ["labs[2]"]
    assert [one["path"] for one in shown["not_judged"]] == ["labs[3]"]
