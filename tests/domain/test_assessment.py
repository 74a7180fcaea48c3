"""The whole answer on a case, and its summary (contract, section 2)."""

from typing import Any, Final

import pytest

from app.domain.assessment import (
    Assessment,
    SavedSummary,
    assess,
    barriers_of,
    facts_of,
    missing_inputs,
)
from app.domain.dosing_window import dosing_window
from app.domain.errors import ConflictingCaseError
from app.domain.evaluation import evaluate
from app.domain.projection.project import project
from app.domain.rules import RULES
from tests.domain.given import case_of, day
from tests.domain.projection.made import body_of
from tests.domain.projection.random_cases import bodies

CONDITIONS: Final = (
    "active_malignancy",
    "cancer_history",
    "diabetes",
    "pregnant",
    "breastfeeding",
    "untreated_hypothyroidism",
    "intracranial_lesion",
    "pituitary_disorder",
    "sermorelin_hypersensitivity",
    "mtc_or_men2_history",
    "tested_athlete",
)
HEALTHY: Final = dict.fromkeys(CONDITIONS, False)
RANK: Final = ("critical", "warning", "advisory", "info")


def assessed(**blocks: Any) -> Assessment:  # noqa: ANN401 # a body is JSON
    return assess(case_of(**body_of(**blocks)))


def having(**conditions: bool | None) -> dict[str, Any]:
    """A patient about whom every condition is known to be absent but these."""
    return {"patient": {"conditions": {**HEALTHY, **conditions}, "symptoms": []}}


def test_the_parts_are_those_of_the_three_questions() -> None:
    case = case_of(**body_of(**having(diabetes=True)))
    made, facts = assess(case), facts_of(case)
    evaluation = evaluate(facts)
    assert made.facts == facts
    assert made.evaluation == evaluation
    assert made.dosing_window == dosing_window(facts, evaluation)
    assert made.projection == project(facts, barriers_of(evaluation))
    assert made == assess(case), "the same case always gives the same answer"


def test_a_case_that_contradicts_itself_is_refused() -> None:
    case = case_of(**body_of(energy={"deficit_pct": 10, "deficit_kcal_per_day": 500}))
    for answer in (assess, facts_of):
        with pytest.raises(ConflictingCaseError):
            answer(case)


@pytest.mark.parametrize(
    ("blocks", "severity"),
    [
        (having(cancer_history=True), "critical"),
        (having(diabetes=True), "warning"),
        (having(tested_athlete=True), "warning"),
        (having() | {"sermorelin": {"route": "nasal"}}, "warning"),
    ],
)
def test_the_highest_severity(blocks: dict[str, Any], severity: str) -> None:
    assert assessed(**blocks).summary.highest_severity == severity


def test_standing_notices_do_not_count() -> None:
    """A dose alone raises notices about the evidence, which say nothing of this patient."""
    made = assess(case_of(sermorelin={"dose_mcg": 250, "started_on": day(-7)}))
    severities = [rule.severity for rule, _ in made.evaluation.raised if not rule.standing]
    standing = [rule.severity for rule, _ in made.evaluation.raised if rule.standing]
    assert standing
    assert made.summary.highest_severity == min(severities, key=RANK.index)


def test_nothing_raised_is_no_severity() -> None:
    made = assess(case_of())
    assert [rule.id for rule, _ in made.evaluation.raised if not rule.standing] == []
    assert made.summary.highest_severity == "none"


GLP1: Final = {"glp1": {"drug": "semaglutide"}}
LADDER: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "all known, none there": (having(), "none_raised"),
    "a relative one": (having(diabetes=True), "relative"),
    "a relative one that is critical": (having(cancer_history=True), "relative"),
    "an absolute one unknown": (having(pituitary_disorder=None), "unknown"),
    "unknown before relative": (having(pituitary_disorder=None, diabetes=True), "unknown"),
    "an absolute one": (having(active_malignancy=True), "absolute"),
    "absolute before relative": (
        having(active_malignancy=True, diabetes=True, untreated_hypothyroidism=True),
        "absolute",
    ),
    "absolute before unknown": (
        having(active_malignancy=True, sermorelin_hypersensitivity=None),
        "absolute",
    ),
    "an absolute one of the GLP-1": (having(mtc_or_men2_history=True) | GLP1, "absolute"),
    "an unknown one of the GLP-1": (having(mtc_or_men2_history=None) | GLP1, "unknown"),
    "the GLP-1's without a GLP-1": (having(mtc_or_men2_history=True), "none_raised"),
    "nothing known": ({"patient": None, "labs": None}, "unknown"),
}


@pytest.mark.parametrize(("blocks", "level"), LADDER.values(), ids=LADDER.keys())
def test_the_contraindication_is_the_first_that_holds(blocks: dict[str, Any], level: str) -> None:
    assert assessed(**blocks).summary.contraindication == level


@pytest.mark.parametrize(
    "unknown", [(), ("pituitary_disorder",), ("pituitary_disorder", "pregnant")]
)
def test_screening_counts_the_absolute_ones_that_are_unknown(unknown: tuple[str, ...]) -> None:
    woman = having(**dict.fromkeys(unknown))
    woman["patient"] |= {"sex": "female"}
    summary = assessed(**woman).summary
    assert summary.contraindications_unknown_count == len(unknown)
    assert summary.screening == ("incomplete" if unknown else "complete")


def test_a_relative_one_that_is_unknown_leaves_the_screening_complete() -> None:
    summary = assessed(**having(diabetes=None, untreated_hypothyroidism=None)).summary
    assert summary.contraindications_unknown_count == 0
    assert summary.screening == "complete"
    assert summary.contraindication == "none_raised"


@pytest.mark.parametrize("seed", [71, 72])
def test_the_summary_of_random_cases(seed: int) -> None:
    """Worked out again from the rule book's answer, the window and the projection."""
    for body in bodies(seed, 100):
        made = assess(case_of(**body))
        summary = made.summary
        raised = [rule for rule, _ in made.evaluation.raised]
        ranks = [RANK.index(rule.severity) for rule in raised if not rule.standing]
        assert summary.highest_severity == (RANK[min(ranks)] if ranks else "none")
        unknown = [
            rule for rule, _ in made.evaluation.unknown if rule.contraindication == "absolute"
        ]
        levels = {rule.contraindication for rule in raised}
        expected = (
            "absolute"
            if "absolute" in levels
            else "unknown"
            if unknown
            else "relative"
            if "relative" in levels
            else "none_raised"
        )
        assert summary.contraindication == expected
        assert summary.contraindications_unknown_count == len(unknown)
        assert summary.screening == ("incomplete" if unknown else "complete")
        assert summary.dosing_verdict == made.dosing_window.verdict
        assert summary.lean_saved_kg == expected_saving(made)


def expected_saving(made: Assessment) -> SavedSummary | None:
    saved, effect = made.projection.lean_saved_kg, made.projection.effect
    if made.projection.sermorelin is None:
        return None
    assert saved is not None
    assert effect is not None
    if made.facts.protein_g_per_kg is None or made.facts.sessions is None:
        return None
    assumed = tuple(factor.id for factor in effect.factors if factor.status == "assumed")
    return SavedSummary(saved.low, saved.central, saved.high, assumed)


def saving(**blocks: Any) -> SavedSummary:  # noqa: ANN401 # a body is JSON
    found = assessed(**blocks).summary.lean_saved_kg
    assert found is not None
    return found


def test_the_saving() -> None:
    found = saving()
    figures = (found.low, found.central, found.high)
    assert figures == pytest.approx((0.081 * 6.8, 0.11475 * 6.8, 0.168 * 6.8), rel=1e-12)
    assert found.assumed == ()


def test_the_saving_lists_the_factors_that_were_assumed() -> None:
    found = saving(sermorelin={"nights_per_week": None, "minutes_before_sleep": None})
    assert found.assumed == ("adherence", "timing")
    assert found.low == 0
    assert found.central == pytest.approx(0.11475 * 6.8)


@pytest.mark.parametrize(
    "blocks",
    [
        {"nutrition": None},
        {"training": None},
        {"nutrition": {"protein_g_per_kg": None, "protein_g_per_day": 120}, "patient": None},
        {"sermorelin": None},
        {"sermorelin": {"started_on": None, "status": "stopped"}},
        having(active_malignancy=True),
        {"energy": {"deficit_kcal_per_day": 0}},
        {"projection_options": {"weight_loss_kg": None}},
        {"patient": {"age_years": 17}},
    ],
)
def test_without_an_arm_protein_or_training_there_is_no_saving(blocks: dict[str, Any]) -> None:
    assert assessed(**blocks).summary.lean_saved_kg is None


@pytest.mark.parametrize(
    ("blocks", "bars", "implausible", "any_contraindication"),
    [
        (having(), (), False, False),
        (having(diabetes=True), (), False, True),
        (having(cancer_history=True), ("safety-cancer-history",), False, True),
        (having(mtc_or_men2_history=True) | GLP1, (), False, True),
        (having() | {"sermorelin": {"dose_mcg": 5}}, (), True, False),
    ],
)
def test_what_the_projection_asks_of_the_rule_book(
    blocks: dict[str, Any], bars: tuple[str, ...], *, implausible: bool, any_contraindication: bool
) -> None:
    barriers = barriers_of(assessed(**blocks).evaluation)
    assert barriers.sermorelin == bars
    assert barriers.dose_implausible is implausible
    assert barriers.any_contraindication is any_contraindication


def test_missing_inputs_the_most_asked_first() -> None:
    evaluation = assess(case_of()).evaluation
    asked: dict[str, set[str]] = {}
    for rule, verdict in evaluation.unknown:
        for path in verdict.missing:
            asked.setdefault(path, set()).add(rule.id)
    found = missing_inputs(evaluation)
    assert {one.path: set(one.asked_by) for one in found} == asked
    counts = [len(one.asked_by) for one in found]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    known = {rule.id for rule in RULES}
    assert all(set(one.asked_by) <= known for one in found)


def test_nothing_missing_is_nothing_asked() -> None:
    evaluation = assessed(**having()).evaluation
    assert {one.path for one in missing_inputs(evaluation)} == {
        path for _, verdict in evaluation.unknown for path in verdict.missing
    }
