"""Whatever is changed in a condition, a case of the rule's page answers otherwise."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from app.domain.conditions.condition import Condition, compiled
from app.domain.conditions.truth import Truth, Unknown
from app.domain.facts.facts import Facts
from app.domain.message import Text
from app.domain.rules import RULES
from app.domain.rules.rule import Rule, speaker
from tests.domain.given import facts_of
from tests.domain.pages import read_page
from tests.domain.rules.mutants import mutants, text_mutants

PAGES: Final = Path(__file__).parent / "cases"


@cache
def _page(rule_id: str) -> list[Facts]:
    return [facts_of(**entry["given"]) for entry in read_page(PAGES / f"{rule_id}.yaml")]


def _answers(condition: Condition, rule_id: str) -> list[Any]:
    holds = compiled(condition)
    return [_plain(holds(facts)) for facts in _page(rule_id)]


def _plain(truth: Truth) -> object:
    return set(truth.missing) if isinstance(truth, Unknown) else truth


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_changed_condition_is_noticed(rule: Rule) -> None:
    said = _answers(rule.condition, rule.id)
    unseen = [
        told for told, changed in mutants(rule.condition) if _answers(changed, rule.id) == said
    ]
    assert unseen == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_changed_message_is_noticed(rule: Rule) -> None:
    page = [entry for entry in _entries(rule.id) if entry["expect"] == "raised"]
    unseen = [
        told
        for told, changed in text_mutants(rule.message)
        if all(_is_as_told(entry, _said(rule, changed, entry)) for entry in page)
    ]
    assert unseen == []


def _said(rule: Rule, message: Text, entry: dict[str, Any]) -> str:
    try:
        return speaker(replace(rule, message=message))(facts_of(**entry["given"])).message
    except TypeError as error:  # a choice turned round shows what is unknown
        return str(error)


def _is_as_told(entry: dict[str, Any], message: str) -> bool:
    said = all(words in message for words in entry.get("says", []))
    return said and message == entry.get("message", message)


def _entries(rule_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_page(PAGES / f"{rule_id}.yaml")
    return found
