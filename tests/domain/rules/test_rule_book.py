"""What holds of every rule of the book."""

import re
from typing import Final

import pytest

from app.domain.evaluation import CORE_RULES, SEVERITY_RANK, stays_without_evidence
from app.domain.rules import RULES
from app.domain.rules.rule import Rule

BY_ID: Final = {rule.id: rule for rule in RULES}


def test_no_two_rules_bear_the_same_id() -> None:
    assert len(BY_ID) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_of_the_document_quotes_it(rule: Rule) -> None:
    assert rule.claims or rule.origin == "external"
    assert len(set(rule.cites)) == len(rule.cites)
    assert bool(rule.reads) != (rule.when == "always")


def test_a_rule_that_bars_something_says_what() -> None:
    for rule in RULES:
        assert bool(rule.applies_to) == (rule.contraindication != "none"), rule.id
        if rule.contraindication == "absolute":
            assert rule.severity == "critical", rule.id


def test_a_standing_notice_never_alarms() -> None:
    standing = [rule for rule in RULES if rule.standing]
    assert standing
    assert {rule.severity for rule in standing} == {"info"}
    assert not any(rule.applies_to for rule in standing)


def test_a_rule_is_silenced_by_rules_of_the_book_and_not_by_itself() -> None:
    for rule in RULES:
        assert set(rule.suppressed_by) <= BY_ID.keys() - {rule.id}
        for other in rule.suppressed_by:
            assert rule.id not in BY_ID[other].suppressed_by


def test_without_outside_evidence_nothing_that_bars_or_alarms_is_left_out() -> None:
    left_out = {
        rule.id
        for rule in RULES
        if rule.origin == "external"
        and rule.severity != "critical"
        and rule.contraindication == "none"
    }
    assert len(left_out) == 19
    assert tuple(rule for rule in RULES if rule.id not in left_out) == CORE_RULES
    assert {rule.id for rule in RULES if not stays_without_evidence(rule)} == left_out


def test_every_severity_has_its_rank() -> None:
    ranked = sorted(SEVERITY_RANK, key=SEVERITY_RANK.__getitem__)
    assert ranked == ["critical", "warning", "advisory", "info"]
    assert {rule.severity for rule in RULES} == set(ranked)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rules_own_words(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert rule.origin == "external" or not rule.id.startswith("ext-")
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.when
    assert rule.boundary
    notes = (rule.note,) if rule.note is not None else ()
    for sentence in (*rule.assumptions, *notes):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
    told = " ".join((rule.title, rule.when, rule.boundary, *rule.assumptions, *notes))
    assert "muscle" not in told.lower().replace("muscle_gain", ""), "lean mass is what is meant"
