"""What of a case is told apart as ignored, and as judged by nothing."""

from typing import Any

import pytest

from app.domain.evaluation import CORE_RULES
from app.domain.interpretation import Unused, ignored, not_judged
from app.domain.rules import RULES
from tests.domain.given import case_of, day


def _lab(offset: int, analyte: str = "igf1", **more: object) -> dict[str, Any]:
    unit = {"igf1": "ng/mL", "igfbp3": "mg/L", "fasting_glucose": "mg/dL", "hba1c": "%"}[analyte]
    return {"analyte": analyte, "unit": unit, "value": 5, "collected_on": day(offset), **more}


def _scan(offset: int) -> dict[str, Any]:
    return {"method": "dxa", "measured_on": day(offset)}


def paths(found: tuple[Unused, ...]) -> list[str]:
    assert all(one.reason for one in found)
    return [one.path for one in found]


def test_measurements_after_as_of_are_ignored_and_listed() -> None:
    case = case_of(
        labs=[_lab(0), _lab(1), _lab(-1), _lab(400, "igfbp3")],
        body_composition=[_scan(1), _scan(0)],
    )
    assert paths(ignored(case)) == ["labs[1]", "labs[3]", "body_composition[0]"]


def test_nothing_else_is_ignored() -> None:
    plan = {"started_on": day(30), "stopped_on": day(60)}
    assert ignored(case_of(labs=[_lab(-9)], body_composition=[_scan(-9)], sermorelin=plan)) == ()
    assert ignored(case_of()) == ignored(case_of(labs=[], body_composition=[])) == ()


def test_an_ignored_entry_is_not_listed_twice() -> None:
    case = case_of(labs=[_lab(1, "igfbp3", reference_low=1)])
    assert paths(ignored(case)) == ["labs[0]"]
    assert not_judged(case) == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"labs": [_lab(-1), _lab(-1, "igfbp3")]}, ["labs[1]"]),
        ({"labs": [_lab(-1, reference_low=100)]}, ["labs[0].reference_low"]),
        ({"labs": [_lab(0, "igfbp3")]}, ["labs[0]"]),
        ({"labs": [_lab(-1, reference_high=300, z_score=1)]}, []),
        (
            {"labs": [_lab(-1, "fasting_glucose", reference_high=99, z_score=1)]},
            ["labs[0].reference_high", "labs[0].z_score"],
        ),
        ({"labs": [_lab(-1, "hba1c", z_score=0)]}, ["labs[0].z_score"]),
        ({"patient": {"medications": ["insulin", "other"]}}, ["patient.medications"]),
        ({"patient": {"symptoms": ["other"]}}, ["patient.symptoms"]),
        ({"patient": {"medications": ["insulin"], "symptoms": ["oedema"]}}, []),
        ({"glp1": {"drug": "liraglutide", "dose_mg_per_week": 21}}, ["glp1.dose_mg_per_week"]),
        ({"glp1": {"drug": "none", "dose_mg_per_week": 0}}, ["glp1.dose_mg_per_week"]),
        ({"glp1": {"drug": "semaglutide", "dose_mg_per_week": 1}}, []),
        ({"glp1": {"drug": "tirzepatide", "dose_mg_per_week": 5}}, []),
        ({}, []),
    ],
)
def test_leaves_that_nothing_judges_are_listed(body: dict[str, Any], expected: list[str]) -> None:
    assert paths(not_judged(case_of(**body))) == expected


def test_with_outside_evidence_off_what_only_it_reads_is_listed() -> None:
    given = {"medications": ["insulin"], "conditions": {"tested_athlete": False}}
    off = case_of(patient=given, options={"external_evidence": False})
    assert paths(not_judged(off)) == ["patient.medications", "patient.conditions.tested_athlete"]
    assert not_judged(case_of(patient=given)) == ()
    assert not_judged(case_of(options={"external_evidence": False})) == ()


def test_no_other_leaf_is_read_by_outside_evidence_alone() -> None:
    kept = {path for rule in CORE_RULES for path in rule.reads}
    lost = {path for rule in RULES for path in rule.reads} - kept
    assert lost == {
        "patient.medications",
        "patient.conditions.tested_athlete",
        # Worked out from leaves that other rules read too, and an option.
        "body_composition.dxa_lean_difference_kg",
        "body_composition.weight_change_pct",
        "projection_options.horizon_weeks",
    }
