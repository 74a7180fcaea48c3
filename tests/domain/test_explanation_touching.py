"""Which contradictions an explanation names, and why."""

from app.domain.assessment import assess
from app.domain.explanation.explain import explain
from app.domain.explanation.touching import Touching, touching
from app.domain.knowledge import CLAIM_BY_ID, CONTRADICTION_BY_ID, CONTRADICTIONS
from tests.domain.given import case_of
from tests.domain.test_explanation_chain import example


def test_each_names_what_it_touches_and_by_which_claims() -> None:
    assessment = example("outside")
    explanation = explain(assessment)
    rules = {f"rule {rule.id}" for rule, _ in assessment.evaluation.raised}
    checks = {f"check {check.id}" for check in assessment.dosing_window.checks}
    steps = {f"step {step.id.partition('.')[0]}" for step in explanation.steps}
    for found in explanation.contradictions:
        assert found.claims
        assert set(found.claims) <= set(found.entry.claims) & set(CLAIM_BY_ID)
        assert found.touches
        assert set(found.touches) <= rules | checks | steps
    touched = [found.entry.id for found in explanation.contradictions]
    assert touched == [entry.id for entry in CONTRADICTIONS if entry.id in touched]
    assert 0 < len(touched) < len(CONTRADICTIONS)


def test_a_contradiction_left_out_shares_no_claim_with_the_answer() -> None:
    assessment = example("outside")
    explanation = explain(assessment)
    used = {
        claim
        for claims in (
            *(rule.claims for rule, _ in assessment.evaluation.raised),
            *(check.claims for check in assessment.dosing_window.checks),
            *(step.claims for step in explanation.steps),
        )
        for claim in claims
    }
    touched = {found.entry.id for found in explanation.contradictions}
    for entry in CONTRADICTIONS:
        assert (entry.id in touched) == (not used.isdisjoint(entry.claims))


def _of(found: tuple[Touching, ...], claim: str) -> set[str]:
    return {place for one in found if claim in one.claims for place in one.touches}


def test_a_rule_that_is_not_raised_touches_nothing() -> None:
    """The ceiling's claim is cited by the check whatever the dose, by its rule only if raised."""
    quiet, loud = (
        touching(assess(case_of(sermorelin={"dose_mcg": dose})), ()) for dose in (500, 501)
    )
    assert "rule dose-above-ceiling" not in {place for one in quiet for place in one.touches}
    assert "rule dose-above-ceiling" in _of(loud, "ceiling-500")


def test_the_steps_bring_their_contradictions_along() -> None:
    assessment = example()
    without = {one.entry.id for one in touching(assessment, ())}
    explained = {one.entry.id for one in explain(assessment).contradictions}
    assert without < explained
    for id_ in explained - without:
        assert CONTRADICTION_BY_ID[id_].claims
