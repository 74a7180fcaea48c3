"""Which contradictions an explanation names, and why."""

from typing import Any

import pytest

from app.domain.assessment import assess
from app.domain.explanation.explain import explain
from app.domain.explanation.relevant_contradictions import Touching, relevant_contradictions
from app.domain.sources import CLAIM_BY_ID, CONTRADICTION_BY_ID, CONTRADICTIONS
from tests.domain.given import case_of
from tests.domain.test_explanation_steps import example


def test_each_names_what_it_touches_and_by_which_claims() -> None:
    assessment = example("outside")
    explanation = explain(assessment)
    rules = {f"rule {rule.id}" for rule, _ in assessment.evaluation.raised}
    checks = {f"check {check.id}" for check in assessment.dosing_window.checks}
    steps = {f"step {step.id.partition('.')[0]}" for step in explanation.steps}
    for found in explanation.contradictions:
        assert found.claims or found.entry.rules
        assert set(found.claims) <= set(found.entry.claims) & set(CLAIM_BY_ID)
        assert found.touches
        assert set(found.touches) <= rules | checks | steps
    touched = [found.entry.id for found in explanation.contradictions]
    assert touched == [entry.id for entry in CONTRADICTIONS if entry.id in touched]
    assert 0 < len(touched) < len(CONTRADICTIONS)


@pytest.mark.parametrize("name", ["outside", "inside", "contraindicated"])
def test_a_contradiction_left_out_turns_on_nothing_of_the_answer(name: str) -> None:
    assessment = example(name)
    raised = {rule.id for rule, _ in assessment.evaluation.raised}
    explanation = explain(assessment)
    used = {
        claim
        for claims in (
            *(rule.claims for rule, _ in assessment.evaluation.raised),
            *(
                check.claims
                for check in assessment.dosing_window.checks
                if check.status in {"pass", "fail"}
            ),
            *(step.claims for step in explanation.steps),
        )
        for claim in claims
    }
    touched = {found.entry.id for found in explanation.contradictions}
    for entry in CONTRADICTIONS:
        turns_on = entry.turns_on or entry.claims
        met = not used.isdisjoint(turns_on) or not raised.isdisjoint(entry.rules)
        assert (entry.id in touched) == met


def _touched(**blocks: Any) -> set[str]:  # noqa: ANN401 # a body is JSON
    return {found.entry.id for found in explain(assess(case_of(**blocks))).contradictions}


@pytest.mark.parametrize(
    "patient",
    [
        {"conditions": {"sermorelin_hypersensitivity": True}},
        {"conditions": {"untreated_hypothyroidism": True}},
        {"conditions": {"pregnant": True}},
        {"conditions": {"breastfeeding": True}},
        {"conditions": {"intracranial_lesion": True}},
        {"conditions": {"tested_athlete": True}},
        {"medications": ["glucocorticoid"]},
        {"medications": ["cox_inhibitor"]},
    ],
    ids=str,
)
def test_what_the_document_leaves_out_is_touched_by_the_rules_that_fill_it(
    patient: dict[str, Any],
) -> None:
    assert "E10" in _touched(patient=patient)
    assert "E10" not in _touched()


def test_what_is_unknown_touches_nothing() -> None:
    """All that an empty case is told are standing notices on the evidence."""
    explanation = explain(assess(case_of()))
    places = {place for found in explanation.contradictions for place in found.touches}
    assert places == {"rule expect-metric-warning", "rule ext-evidence-unverified"}
    assert len(explanation.contradictions) < len(CONTRADICTIONS) // 3


def test_a_check_that_does_not_apply_touches_nothing() -> None:
    week_ten = {"started_on": "2026-03-30", "dose_mcg": 250}
    assessment = assess(case_of(as_of="2026-06-08", sermorelin=week_ten))
    places = {place for found in relevant_contradictions(assessment, ()) for place in found.touches}
    assert "check dose" in places
    assert "check start-dose" not in places


def test_the_route_brings_in_nothing_of_igf1() -> None:
    touched = _touched(sermorelin={"route": "subcutaneous"})
    assert touched.isdisjoint({"C1", "C2", "C6", "C8", "C10", "E9"})


def test_without_a_sermorelin_arm_the_size_of_its_effect_is_not_in_question() -> None:
    plan = {
        "patient": {"weight_kg": 90},
        "training": {"resistance_sessions_per_week": 3},
        "projection_options": {"weight_loss_kg": 5},
    }
    alone, treated = _touched(**plan), _touched(**plan, sermorelin={"dose_mcg": 250})
    assert {"B5", "B6"} <= alone
    assert alone.isdisjoint({"B1", "B2", "B3", "B4"})
    assert {"B1", "B2", "B4"} <= treated


def _of(found: tuple[Touching, ...], claim: str) -> set[str]:
    return {place for one in found if claim in one.claims for place in one.touches}


def test_a_rule_that_is_not_raised_touches_nothing() -> None:
    """The ceiling's claim is cited by the check whatever the dose, by its rule only if raised."""
    quiet, loud = (
        relevant_contradictions(assess(case_of(sermorelin={"dose_mcg": dose})), ())
        for dose in (500, 501)
    )
    assert "rule dose-above-ceiling" not in {place for one in quiet for place in one.touches}
    assert "rule dose-above-ceiling" in _of(loud, "ceiling-500")


def test_the_steps_bring_their_contradictions_along() -> None:
    assessment = example()
    without = {one.entry.id for one in relevant_contradictions(assessment, ())}
    explained = {one.entry.id for one in explain(assessment).contradictions}
    assert without < explained
    for id_ in explained - without:
        assert CONTRADICTION_BY_ID[id_].claims
