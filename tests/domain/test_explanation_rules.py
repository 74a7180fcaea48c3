"""A rule's answer in words: true to the verdict, and with every fact that the rule read."""

from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.assessment import facts_of
from app.domain.conditions.combine import Decide
from app.domain.conditions.truth import Unknown
from app.domain.evaluation import CORE_RULES, evaluate, suppressors
from app.domain.explanation.rules import RuleExplanation, explain_rule, explain_rules
from app.domain.facts.facts import Facts
from app.domain.facts.registry import FACTS
from app.domain.rules import RULES
from app.domain.rules.rule import Rule
from tests.domain.any_case import FULL, SCALAR_PATHS, Leaves, body_from
from tests.domain.given import case_of
from tests.domain.given import facts_of as facts_given
from tests.domain.pages import read_page

PAGES: Final = Path(__file__).parent / "rules" / "cases"
BY_FUNCTION: Final = [
    one for rule in RULES for one in rule.condition.walk() if isinstance(one, Decide)
]
WORDS: Final = {True: "holds", False: "does not hold", None: "cannot be told"}


def explained(**blocks: Any) -> dict[str, RuleExplanation]:  # noqa: ANN401 # a body is JSON
    facts = facts_of(case_of(**blocks))
    return {one.rule.id: one for one in explain_rules(facts, evaluate(facts))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_words_agree_with_the_verdict(rule: Rule) -> None:
    for entry in read_page(PAGES / f"{rule.id}.yaml"):
        facts = facts_given(**entry["given"])
        found = explain_rule(facts, rule, rule.decide(facts))
        assert f": {entry['expect']}" in found.comparison
        for compared in found.thresholds:
            assert compared.path in FACTS
            assert f"{compared.text} ({WORDS[compared.holds]})" in found.comparison
        for fact in rule.facts:
            by_mark = fact.says is not None
            assert by_mark or fact.described(facts) in found.comparison, fact.path


@given(leaves=FULL, left_out=st.sets(st.sampled_from(SCALAR_PATHS), max_size=12))
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_the_account_of_a_rule_that_decides_by_a_function_agrees_with_it(
    leaves: Leaves, left_out: set[str]
) -> None:
    facts = facts_given(**body_from({k: v for k, v in leaves.items() if k not in left_out}))
    for condition in BY_FUNCTION:
        assert condition.truth(facts) is all(holds for _, holds in condition.account(facts))


def test_few_rules_decide_by_a_function_and_each_says_why() -> None:
    assert len(BY_FUNCTION) <= len(RULES) / 10
    assert all(condition.why.endswith(".") for condition in BY_FUNCTION)


@pytest.mark.parametrize(
    ("rule_id", "blocks", "comparison"),
    [
        (
            "dose-above-ceiling",
            {"sermorelin": {"dose_mcg": 600}},
            "dose [600 mcg] is above 500 mcg (holds): raised.",
        ),
        (
            "dose-above-ceiling",
            {"sermorelin": {"dose_mcg": 500}},
            "dose [500 mcg] is above 500 mcg (does not hold): clear.",
        ),
        (
            "dose-above-ceiling",
            {"sermorelin": {"dose_mcg": 5000}},
            (
                "dose [5000 mcg] is above 500 mcg (holds): would be raised, but is silenced by "
                "dose-unit-implausible."
            ),
        ),
        (
            "dose-above-ceiling",
            {},
            (
                "dose [not known] is above 500 mcg (cannot be told): unknown without "
                "sermorelin.dose_mcg."
            ),
        ),
        (
            "ext-dose-vs-studied",
            {"sermorelin": {"dose_mcg": 0}},
            "dose [0 mcg] is above 0 and below 1000 mcg (does not hold): clear.",
        ),
        (
            "combo-dose",
            {"glp1": {"drug": "tirzepatide"}, "sermorelin": {"dose_mcg": 350}},
            (
                "a GLP-1 is taken (holds) and (dose [350 mcg] is below 200 or above 300 "
                "mcg (holds)): raised."
            ),
        ),
        (
            "ext-drug-interactions",
            {"patient": {"medications": []}},
            (
                "medications [none] include glucocorticoid, somatostatin_analogue or insulin (does "
                "not hold): clear."
            ),
        ),
        (
            "glucose-raised",
            {
                "as_of": "2026-06-01",
                "sermorelin": {"started_on": "2026-03-01"},
                "labs": [
                    {
                        "analyte": "fasting_glucose",
                        "value": value,
                        "unit": "mg/dL",
                        "collected_on": day,
                    }
                    for value, day in ((90, "2026-03-01"), (100.5, "2026-05-01"))
                ],
            },
            (
                "rise of fasting glucose from baseline to latest [10.5 mg/dL] is at least 10 mg/dL "
                "(holds): raised. Read as well: baseline fasting glucose 90 mg/dL; latest fasting "
                "glucose 100.5 mg/dL."
            ),
        ),
        (
            "igf1-overshoot-risk",
            {
                "sermorelin": {"status": "planned"},
                "labs": [
                    {
                        "analyte": "igf1",
                        "value": 230,
                        "unit": "ng/mL",
                        "collected_on": "2026-05-01",
                    }
                ],
            },
            (
                "baseline IGF-1 after the largest expected rise (35 %) [310.5 ng/mL] is above 300 "
                "ng/mL (holds): raised. Read as well: baseline IGF-1 230 ng/mL."
            ),
        ),
        (
            "glp1-dose-outside",
            {"glp1": {"drug": "semaglutide", "dose_mg_per_week": 0.5}},
            (
                "(GLP-1 drug [semaglutide] is semaglutide (holds) and (GLP-1 dose [0.5 mg a week] "
                "is below 1 or above 2.4 mg a week (holds))) or (GLP-1 drug [semaglutide] is "
                "tirzepatide (does not hold) and (GLP-1 dose [0.5 mg a week] is below 2.5 or above "
                "15 mg a week (holds))): raised."
            ),
        ),
        ("expect-metric-warning", {}, "always: raised."),
    ],
)
def test_the_comparison_in_words(rule_id: str, blocks: dict[str, Any], comparison: str) -> None:
    assert explained(**blocks)[rule_id].comparison == comparison


def test_every_rule_is_explained_once_in_the_order_of_the_catalogue() -> None:
    assert list(explained()) == [rule.id for rule in RULES]
    without = explained(options={"external_evidence": False})
    assert list(without) == [rule.id for rule in CORE_RULES]


def test_the_four_answers_are_those_of_the_evaluation() -> None:
    blocks: dict[str, Any] = {
        "patient": {"age_years": 17},
        "sermorelin": {"dose_mcg": 5000},
    }
    facts = facts_of(case_of(**blocks))
    evaluation = evaluate(facts)
    found = explained(**blocks)
    answers = Counter(one.answer for one in found.values())
    assert answers == {
        "raised": len(evaluation.raised),
        "clear": len(evaluation.clear),
        "unknown": len(evaluation.unknown),
        "suppressed": len(evaluation.suppressed),
    }
    raised = {rule.id: verdict for rule, verdict in evaluation.raised}
    for one in found.values():
        verdict = one.rule.decide(facts)
        assert (one.message is not None) == (one.answer in {"raised", "suppressed"})
        if one.answer == "raised":
            assert one.message == raised[one.rule.id].message
            assert one.computed == (raised[one.rule.id].computed or {})
        assert one.missing == (verdict.missing if isinstance(verdict, Unknown) else ())
    suppressed = found["dose-above-ceiling"]
    assert suppressed.suppressed_by == ("dose-unit-implausible",)
    assert suppressed.message
    assert "5000 mcg" in suppressed.message


def test_an_unknown_fact_is_there_as_unknown() -> None:
    facts = explained(patient={"age_years": 50})["igf1-baseline-high"].facts
    assert facts == {"patient.age_years": 50, "labs.igf1_baseline": None}


GLP1_AT_THE_EDGE: Final[dict[str, Any]] = {
    "patient": {"sex": "male", "age_years": 52, "height_cm": 180, "weight_kg": 68},
    "glp1": {"drug": "semaglutide", "dose_mg_per_week": 2.4},
}


@pytest.mark.parametrize(
    ("weeks", "answer", "holds"), [(5, "raised", "holds"), (26, "clear", "does not hold")]
)
def test_the_option_that_turns_an_answer_is_among_its_facts(
    weeks: int, answer: str, holds: str
) -> None:
    """Half-way the body-mass index is still above 18.5, at the end of the course it is not."""
    blocks = GLP1_AT_THE_EDGE | {"projection_options": {"horizon_weeks": weeks}}
    found = explained(**blocks)["ext-glp1-6month-weight"]
    assert found.answer == answer
    assert found.facts["projection_options.horizon_weeks"] == weeks
    assert f"horizon {weeks} weeks" in found.comparison
    assert found.comparison.startswith(
        "a projection is made, and its weight loss is the document's on a GLP-1: the weight loss "
        f"is the document's on a GLP-1 (holds); a projection is made from it ({holds}): {answer}."
    )
    assert "deficit in kcal a day not known" in found.comparison
    assert "deficit in % of maintenance not known" in found.comparison


def test_an_option_is_never_asked_for() -> None:
    horizon = "projection_options.horizon_weeks"
    assert not any(horizon in one.missing for one in explained().values())


def test_what_silences_a_rule_is_what_it_says() -> None:
    """Over every page of cases: no rule is silenced by one that its account does not name."""
    pairs: set[tuple[str, str]] = set()
    for page in sorted(PAGES.glob("*.yaml")):
        for facts in (facts_given(**entry["given"]) for entry in read_page(page)):
            pairs |= _silenced(facts)
    assert len(pairs) >= 5


def _silenced(facts: Facts) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for rule, by in evaluate(facts).suppressed:
        assert set(by) <= set(suppressors(rule))
        found.update((rule.id, other) for other in by)
    return found


def test_a_contraindication_silences_what_yields_to_all_of_them() -> None:
    blocks: dict[str, Any] = {
        "patient": {"conditions": {"active_malignancy": True}},
        "sermorelin": {"dose_mcg": 200, "started_on": "2026-01-05"},
        "labs": [
            {"analyte": "igf1", "value": 100, "unit": "ng/mL", "collected_on": day}
            for day in ("2026-01-05", "2026-05-01")
        ],
    }
    found = explained(**blocks)["titrate-up-option"]
    assert found.suppressed_by == ("safety-active-malignancy", "ext-active-malignancy-absolute")
    named = suppressors(found.rule)
    assert {rule.id for rule in RULES if rule.contraindication != "none"} <= set(named)
    assert len(set(named)) == len(named)
