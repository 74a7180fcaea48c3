"""The knowledge base is whole, in the order of the document, and refers to nothing unknown."""

import re
from dataclasses import asdict
from typing import Final

import pytest

from app.domain.rules import RULES
from app.domain.sources import (
    CLAIM_BY_ID,
    COMPARATORS,
    CONTRADICTION_BY_ID,
    KNOWLEDGE,
    REFERENCES,
    SERMORELIN_INCREMENT,
)
from app.domain.sources.article.claims import CLAIMS
from app.domain.sources.article.contradictions import CONTRADICTIONS
from app.domain.sources.article.locators import LOCATORS
from app.domain.sources.types import Comparator

SECTIONS: Final = (
    "intro",
    "mechanism",
    "trials",
    "dosing",
    "glp1-table",
    "takeaways",
    "what-if",
    "truth",
    "faq",
)


def test_nothing_is_missing() -> None:
    assert (len(CLAIMS), len(REFERENCES), len(CONTRADICTIONS)) == (96, 63 + 1, 53)
    assert len(LOCATORS) == 46


def test_contradictions_are_numbered_without_a_gap() -> None:
    last = {"A": 7, "B": 9, "C": 10, "D": 16, "E": 11}
    expected = [f"{letter}{n}" for letter, end in last.items() for n in range(1, end + 1)]
    assert [entry.id for entry in CONTRADICTIONS] == expected


def test_claims_keep_the_order_of_the_document() -> None:
    places = [SECTIONS.index(claim.locators[0].partition(".")[0]) for claim in CLAIMS]
    assert places == sorted(places)


@pytest.mark.parametrize("locator", sorted(LOCATORS))
def test_a_locator_is_a_section_and_a_passage(locator: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*\.([pr][1-9]|[a-z][a-z0-9-]+)", locator)
    assert locator.partition(".")[0] in SECTIONS


@pytest.mark.parametrize("claim_id", CLAIM_BY_ID)
def test_ids_can_stand_in_an_address(claim_id: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", claim_id)


def test_our_judgement_is_a_reference_and_the_only_one_of_its_tier() -> None:
    assert [item.id for item in REFERENCES if item.tier == "judgement"] == ["our-judgement"]


def test_every_contradiction_says_what_it_means_and_what_is_done() -> None:
    short = [e.id for e in CONTRADICTIONS if not all((e.title, e.finding, e.reading, e.software))]
    assert short == []


def test_a_contradiction_names_rules_that_exist_and_cite_none_of_its_claims() -> None:
    claims_of = {rule.id: set(rule.claims) for rule in RULES}
    for entry in CONTRADICTIONS:
        for rule_id in entry.rules:
            assert claims_of[rule_id].isdisjoint(entry.claims), (entry.id, rule_id)


def test_figures_bear_the_name_that_the_document_gives_them() -> None:
    """Even where it says one tissue and means another: the claim is the document's."""
    names = [figure.name for figure in CLAIM_BY_ID["intro-untreated-30lb-lean"].figures]
    assert names == ["total_loss", "muscle_lost", "lean_share"]


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("C3", "a note of each"),
        ("D2", "A note of the titration rules"),
        ("D14", "says that DEXA has no price"),
        ("E6", "no answer reckons with them"),
        ("E9", "A note of the response rules"),
        ("E11", "A note of the rule on stopping"),
    ],
)
def test_what_the_software_does_is_said_as_it_is(id_: str, words: str) -> None:
    assert words in CONTRADICTION_BY_ID[id_].software


@pytest.mark.parametrize("row", COMPARATORS, ids=lambda row: row.scenario)
def test_a_comparator_is_a_rising_band_with_a_source(row: Comparator) -> None:
    assert 0 < row.low < row.central < row.high < 1
    assert row.references


def test_no_outside_increment_is_claimed_for_the_drug() -> None:
    assert SERMORELIN_INCREMENT.relative_reduction == 0


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for name, item in value.items() if name != "source" for text in _texts(item)]
    if isinstance(value, list | tuple | frozenset):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) and "://" not in value else []


TEXTS: Final = _texts(asdict(KNOWLEDGE))


def test_muscle_is_only_ever_a_label_under_criticism() -> None:
    # A figure keeps the document's own name for it, which is no statement of ours.
    loose = re.compile(r"(?<!\")muscle(?!_lost\b)|muscle(?!\"|_lost\b)", re.IGNORECASE)
    assert [text for text in TEXTS if loose.search(text)] == []
    assert any('"muscle"' in text for text in TEXTS)


def test_passages_are_named_by_locator_and_need_no_key() -> None:
    shorthand = re.compile(r"\b(FAQ Q\d|W8|WI|WG|JHU|Truth p\d|Dosing p\d|Takeaways b\d|article)\b")
    assert [text for text in TEXTS if shorthand.search(text)] == []


def test_a_passage_named_in_a_text_exists() -> None:
    named = re.compile(rf"\b({'|'.join(SECTIONS)})\.([a-z]+[a-z0-9-]*)")
    found = {match.group() for text in TEXTS for match in named.finditer(text)}
    assert found
    assert found <= LOCATORS
