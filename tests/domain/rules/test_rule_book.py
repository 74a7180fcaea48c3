"""The rule book is the catalogue: every rule, every field, every source, in its order."""

import re
from typing import Any, Final

import pytest

from app.domain.evaluation import CORE_RULES, SEVERITY_RANK, stays_without_evidence
from app.domain.facts.paths import READERS
from app.domain.knowledge import CLAIM_BY_ID, REFERENCE_BY_ID
from app.domain.rules import RULES
from app.domain.rules.rule import Rule
from tests.domain.rules.catalogue import ENTRIES, GROUPS, SILENCED

BY_ID: Final = {rule.id: rule for rule in RULES}
CONTRAINDICATIONS: Final = {rule.id for rule in RULES if rule.contraindication != "none"}


def _as_entry(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "category": rule.category,
        "origin": rule.origin,
        "severity": rule.severity,
        "contraindication": rule.contraindication,
        "applies_to": list(rule.applies_to),
        "standing": rule.standing,
        "claims": list(rule.claims),
        "references": list(rule.references),
    }


LEFT_OUT: Final = {
    "contraindication": "none",
    "applies_to": [],
    "standing": False,
    "claims": [],
    "references": [],
}


def test_the_order_is_the_catalogues() -> None:
    assert [rule.id for rule in RULES] == [entry["id"] for entry in ENTRIES]


def test_there_are_55_rules_of_the_document_and_33_from_outside() -> None:
    origins = [rule.origin for rule in RULES]
    assert (origins.count("document"), origins.count("external")) == (55, 33)
    assert len(BY_ID) == len(RULES) == 88


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_a_rule_is_as_the_catalogue_has_it(entry: dict[str, Any]) -> None:
    assert _as_entry(BY_ID[entry["id"]]) == LEFT_OUT | entry


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_rests_on_something_that_exists(rule: Rule) -> None:
    assert rule.claims or rule.references
    assert set(rule.claims) <= CLAIM_BY_ID.keys()
    assert set(rule.references) <= REFERENCE_BY_ID.keys()
    assert rule.claims or rule.origin == "external", "a rule of the document quotes it"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_reads_facts_that_have_a_name(rule: Rule) -> None:
    assert set(rule.reads) <= READERS.keys()
    assert len(set(rule.reads)) == len(rule.reads)
    assert bool(rule.reads) != rule.when.startswith("always")


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


def test_a_rule_is_silenced_by_those_that_the_catalogue_names() -> None:
    for rule in RULES:
        assert sorted(rule.suppressed_by) == sorted(SILENCED.get(rule.id, [])), rule.id
        assert rule.yields_to_contraindications == (rule.id == "titrate-up-option")
        assert rule.id not in rule.suppressed_by
    assert {other for others in SILENCED.values() for other in others} <= BY_ID.keys()


def test_a_rule_that_silences_is_not_silenced_itself_by_the_same() -> None:
    for rule_id, others in SILENCED.items():
        assert not any(rule_id in SILENCED.get(other, []) for other in others)
    assert "titrate-up-option" not in CONTRAINDICATIONS


def test_a_group_holds_rules_of_the_book() -> None:
    members = [rule_id for group in GROUPS.values() for rule_id in group]
    assert len(set(members)) == len(members)
    assert set(members) <= BY_ID.keys()


def test_without_outside_evidence_nothing_that_bars_or_alarms_is_left_out() -> None:
    left_out = {
        entry["id"]
        for entry in ENTRIES
        if entry["origin"] == "external"
        and entry["severity"] != "critical"
        and "contraindication" not in entry
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
