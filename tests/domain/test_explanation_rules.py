"""A rule's answer in words: true to the verdict, and with every fact that the rule read."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from app.domain.assessment import facts_of
from app.domain.evaluation import CORE_RULES, evaluate, suppressors
from app.domain.explanation.names import NAMES
from app.domain.explanation.rules import RuleExplanation, explain_rules
from app.domain.explanation.wording import Worded, described, listed, worded
from app.domain.facts.paths import READERS
from app.domain.rules import RULES
from app.domain.rules.rule import Unknown
from tests.domain.given import case_of
from tests.domain.given import facts_of as facts_given
from tests.domain.pages import read_page

PAGES: Final = Path(__file__).parent / "rules" / "cases"
RULE_BY_ID: Final = {rule.id: rule for rule in RULES}
HOLDS: Final = {"raised": True, "clear": False, "unknown": None}
WORDS: Final = {True: "holds", False: "does not hold", None: "cannot be told"}


def explained(**blocks: Any) -> dict[str, RuleExplanation]:  # noqa: ANN401 # a body is JSON
    facts = facts_of(case_of(**blocks))
    return {one.rule.id: one for one in explain_rules(facts, evaluate(facts))}


def _entries() -> list[Any]:
    return [
        pytest.param(page.stem, entry, id=f"{page.stem}: {entry['name']}")
        for page in sorted(PAGES.glob("*.yaml"))
        for entry in read_page(page)
    ]


@pytest.mark.parametrize(("rule_id", "entry"), _entries())
def test_the_words_agree_with_the_verdict(rule_id: str, entry: dict[str, Any]) -> None:
    rule, facts = RULE_BY_ID[rule_id], facts_given(**entry["given"])
    seen = {path: READERS[path](facts) for path in rule.reads}
    words = worded(rule.when, seen)
    for threshold in words.thresholds:
        assert threshold.text in words.text
        assert threshold.path in rule.reads
    everything = words.text + listed(words.unmentioned, seen)
    for path, value in seen.items():
        if value is not None:
            assert described(path, value) in everything, path
    if _is_a_plain_disjunction(words):
        answers = [threshold.holds for threshold in words.thresholds]
        expected = True if True in answers else None if None in answers else False
        assert HOLDS[entry["expect"]] is expected


def _is_a_plain_disjunction(words: Worded) -> bool:
    return " or ".join(f"{one.text} ({WORDS[one.holds]})" for one in words.thresholds) == words.text


def test_many_conditions_are_nothing_but_thresholds() -> None:
    """So that the comparison of words and verdicts above is not about a few."""
    facts = facts_given()
    plain = [
        rule.id
        for rule in RULES
        if _is_a_plain_disjunction(worded(rule.when, {p: READERS[p](facts) for p in rule.reads}))
    ]
    assert len(plain) > 20


def test_most_thresholds_are_read_out_of_the_conditions() -> None:
    facts = facts_given()
    read = {
        rule.id: worded(rule.when, {path: READERS[path](facts) for path in rule.reads}).thresholds
        for rule in RULES
    }
    compares = {rule.id for rule in RULES if re.search(r"[<>]=? \d", rule.when)}
    assert not {rule_id for rule_id in compares if not read[rule_id]}
    assert len(compares) > 40


@pytest.mark.parametrize(
    ("rule_id", "blocks", "comparison"),
    [
        (
            "dose-above-ceiling",
            {"sermorelin": {"dose_mcg": 600}},
            "dose 600 mcg > 500 mcg (holds): raised.",
        ),
        (
            "dose-above-ceiling",
            {"sermorelin": {"dose_mcg": 500}},
            "dose 500 mcg > 500 mcg (does not hold): clear.",
        ),
        (
            "dose-above-ceiling",
            {"sermorelin": {"dose_mcg": 5000}},
            (
                "dose 5000 mcg > 500 mcg (holds): would be raised, but is silenced by "
                "dose-unit-implausible."
            ),
        ),
        (
            "dose-above-ceiling",
            {},
            "dose not known > 500 mcg (cannot be told): unknown without sermorelin.dose_mcg.",
        ),
        (
            "ext-dose-vs-studied",
            {"sermorelin": {"dose_mcg": 0}},
            "0 < dose 0 mcg < 1000 mcg (does not hold): clear.",
        ),
        (
            "combo-dose",
            {"glp1": {"drug": "tirzepatide"}, "sermorelin": {"dose_mcg": 350}},
            (
                "a GLP-1 is taken [yes] and dose 350 mcg < 200 mcg (does not hold) or > 300 mcg "
                "(holds): raised."
            ),
        ),
        (
            "ext-drug-interactions",
            {"patient": {"medications": []}},
            "medications [none] include glucocorticoid, somatostatin_analogue or insulin: clear.",
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
                "latest fasting glucose 100.5 mg/dL - baseline fasting glucose 90 mg/dL >= 10 "
                "mg/dL (holds): raised."
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
                "baseline IGF-1 230 ng/mL * 1.35 > 300 ng/mL (holds), that is a baseline above "
                "about 222.2: raised."
            ),
        ),
        (
            "glp1-dose-outside",
            {"glp1": {"drug": "semaglutide", "dose_mg_per_week": 0.5}},
            (
                "on semaglutide GLP-1 dose 0.5 mg a week < 1 mg a week (holds) or > 2.4 mg a week "
                "(does not hold), on tirzepatide GLP-1 dose 0.5 mg a week < 2.5 mg a week (holds) "
                "or > 15 mg a week (does not hold): raised. Read as well: GLP-1 drug semaglutide."
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


def test_the_names_cover_every_fact() -> None:
    assert set(NAMES) == set(READERS)


def test_every_phrase_stands_in_a_condition_of_a_rule_that_reads_the_fact() -> None:
    for path, name in NAMES.items():
        conditions = [rule.when for rule in RULES if path in rule.reads]
        for phrase in name.phrases:
            assert any(phrase in when for when in conditions), (path, phrase)


def test_no_two_facts_of_a_rule_bear_the_same_name() -> None:
    labels = [name.label for name in NAMES.values()]
    assert [label for label, times in Counter(labels).items() if times > 1] == []


GLP1_AT_THE_EDGE: Final[dict[str, Any]] = {
    "patient": {"sex": "male", "age_years": 52, "height_cm": 180, "weight_kg": 68},
    "glp1": {"drug": "semaglutide", "dose_mg_per_week": 2.4},
}


@pytest.mark.parametrize(("weeks", "answer"), [(5, "raised"), (26, "clear")])
def test_the_option_that_turns_an_answer_is_among_its_facts(weeks: int, answer: str) -> None:
    """Half-way the body-mass index is still above 18.5, at the end of the course it is not."""
    blocks = GLP1_AT_THE_EDGE | {"projection_options": {"horizon_weeks": weeks}}
    found = explained(**blocks)["ext-glp1-6month-weight"]
    assert found.answer == answer
    assert found.facts["projection_options.horizon_weeks"] == weeks
    assert f"horizon {weeks} weeks" in found.comparison
    assert "deficit in kcal a day not known" in found.comparison
    assert "deficit in % of maintenance not known" in found.comparison


def test_an_option_is_never_asked_for() -> None:
    horizon = "projection_options.horizon_weeks"
    assert not any(horizon in one.missing for one in explained().values())


def test_what_silences_a_rule_is_what_it_says() -> None:
    """Over every page of cases: no rule is silenced by one that its account does not name."""
    pairs: set[tuple[str, str]] = set()
    for parameters in _entries():
        _, entry = parameters.values
        facts = facts_given(**entry["given"])
        for rule, by in evaluate(facts).suppressed:
            assert set(by) <= set(suppressors(rule))
            pairs.update((rule.id, other) for other in by)
    assert len(pairs) >= 5


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
