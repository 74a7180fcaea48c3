"""The rule book as a whole: order, exclusive groups, and the outside-evidence layer."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.assessment import assess
from app.domain.evaluation import barred_by, bars, evaluate
from app.domain.rules import RULES
from app.domain.rules.rule import Target
from tests.domain.any_case import FULL, SCALAR_PATHS, Leaves, body_from
from tests.domain.evaluated import evaluated, raised, suppressed
from tests.domain.given import case_of, facts_of

BY_ID: Final = {rule.id: rule for rule in RULES}
PLACE: Final = {rule.id: place for place, rule in enumerate(RULES)}
SEVERITIES: Final = ("critical", "warning", "advisory", "info")
BRISK: Final = settings(max_examples=100, deadline=None, derandomize=True, database=None)

EXCLUSIVE: Final = (
    ("dose-below-range", "dose-in-range", "dose-above-ceiling"),
    ("frequency-not-nightly", "frequency-poor"),
    ("igf1-baseline-high", "igf1-baseline-very-high"),
    ("igf1-over-300", "igf1-over-350"),
    ("response-none", "response-borderline", "response-adequate", "response-above-expected"),
    ("protein-negates", "protein-short", "protein-ok", "protein-above"),
    ("training-none", "training-low"),
    ("ext-glucose-prediabetes", "ext-glucose-diabetes", "ext-glucose-diabetes-known"),
)


CASES: Final = st.builds(
    lambda full, blanked: {path: one for path, one in full.items() if path not in blanked},
    FULL,
    st.frozensets(st.sampled_from((*SCALAR_PATHS, "labs", "body_composition"))),
)


@given(leaves=CASES, external=st.booleans())
@BRISK
def test_every_rule_of_the_book_is_in_one_list_in_its_order(
    leaves: Leaves, *, external: bool
) -> None:
    found = evaluated(**body_from(leaves), options={"external_evidence": external})
    silent = [rule.id for rule, _ in found.suppressed]
    asking = [rule.id for rule, _ in found.unknown]
    clear = [rule.id for rule in found.clear]
    book = [
        rule.id
        for rule in RULES
        if external
        or rule.origin == "document"
        or rule.contraindication != "none"
        or rule.severity == "critical"
    ]
    assert sorted([*raised(found), *silent, *asking, *clear], key=PLACE.__getitem__) == book
    for ids in (silent, asking, clear):
        assert ids == sorted(ids, key=PLACE.__getitem__)
    ranks = [(SEVERITIES.index(rule.severity), PLACE[rule.id]) for rule, _ in found.raised]
    assert all(before < after for before, after in pairwise(ranks))


@given(leaves=CASES)
@BRISK
def test_of_an_exclusive_group_at_most_one_rule_speaks(leaves: Leaves) -> None:
    found = evaluated(**body_from(leaves))
    speaking = {*raised(found), *suppressed(found)}
    for group in EXCLUSIVE:
        assert len(speaking.intersection(group)) <= 1


@given(leaves=CASES)
@BRISK
def test_the_outside_layer_changes_nothing_in_the_rules_that_stay(leaves: Leaves) -> None:
    facts = [
        facts_of(**body_from(leaves), options={"external_evidence": layer})
        for layer in (True, False)
    ]
    with_layer, without = (evaluate(one) for one in facts)
    staying = {rule.id for rule in without.clear}
    assert staying <= {rule.id for rule in with_layer.clear}
    unknown = {rule.id: verdict for rule, verdict in with_layer.unknown}
    assert all(unknown[rule.id] == verdict for rule, verdict in without.unknown)
    speaking = {*raised(with_layer), *suppressed(with_layer)}
    assert {*raised(without), *suppressed(without)} <= speaking


def test_switched_off_the_layer_keeps_every_contraindication_and_every_critical_rule() -> None:
    found = evaluated(
        patient={
            "age_years": 17,
            "height_cm": 200,
            "weight_kg": 50,
            "conditions": {"active_malignancy": True, "untreated_hypothyroidism": True},
        },
        sermorelin={"dose_mcg": 5, "status": "active"},
        options={"external_evidence": False},
    )
    kept = {rule_id for rule_id in raised(found) if BY_ID[rule_id].origin == "external"}
    assert kept == {
        "dose-unit-implausible",
        "ext-active-malignancy-absolute",
        "ext-thyroid",
        "ext-age-under-18",
        "body-size-implausible",
    }
    external = {rule.id for rule, _ in found.unknown if rule.origin == "external"}
    external |= {rule.id for rule in found.clear if rule.origin == "external"}
    for rule_id in external:
        rule = BY_ID[rule_id]
        assert rule.contraindication != "none" or rule.severity == "critical"


@pytest.mark.parametrize("target", ["sermorelin", "glp1", "weight_loss"])
def test_what_bars_a_target_is_absolute_or_relative_and_critical(target: Target) -> None:
    for rule in RULES:
        serious = rule.contraindication == "absolute" or (
            rule.contraindication == "relative" and rule.severity == "critical"
        )
        assert bars(rule, target) == (serious and target in rule.applies_to)


def test_what_is_barred_is_told_with_the_rules_that_bar_it() -> None:
    conditions = {"pregnant": True, "mtc_or_men2_history": True, "untreated_hypothyroidism": True}
    found = evaluated(patient={"conditions": conditions}, glp1={"drug": "other"}).raised
    assert barred_by(found, "sermorelin") == ("ext-pregnancy-lactation",)
    assert barred_by(found, "weight_loss") == ("ext-pregnancy-lactation",)
    assert barred_by(found, "glp1") == ("ext-glp1-mtc",)
    assert barred_by((), "sermorelin") == ()


def _notices(found: Sequence[str]) -> set[str]:
    return {rule_id for rule_id in found if BY_ID[rule_id].standing}


@pytest.mark.parametrize(
    ("blocks", "highest"),
    [
        ({}, "none"),
        ({"sermorelin": {"route": "subcutaneous", "status": "active"}}, "none"),
        ({"sermorelin": {"dose_mcg": 250}}, "info"),
        ({"sermorelin": {"nights_per_week": 6}}, "advisory"),
        ({"sermorelin": {"nights_per_week": 4}}, "warning"),
        ({"patient": {"conditions": {"pregnant": True}}}, "critical"),
    ],
)
def test_standing_notices_are_left_out_of_the_highest_severity(
    blocks: dict[str, Any], highest: str
) -> None:
    assessment = assess(case_of(**blocks))
    assert assessment.summary.highest_severity == highest
    notices = _notices(raised(assessment.evaluation))
    assert {"expect-metric-warning", "ext-evidence-unverified"} <= notices


def test_the_standing_notices_are_the_catalogues() -> None:
    assert _notices(list(BY_ID)) == {
        "ext-dose-vs-studied",
        "ext-regulatory-status",
        "expect-metric-warning",
        "ext-evidence-unverified",
    }
