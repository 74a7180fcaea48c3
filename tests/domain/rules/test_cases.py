"""Runs the pages under `cases/`: what each rule answers on both sides of its boundaries."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.api.schemas.case import CaseIn
from app.domain.conditions.truth import Unknown
from app.domain.facts.facts import derive
from app.domain.rules import RULES
from app.domain.rules.rule import Raised
from tests.domain.pages import read_page

PAGES = Path(__file__).parent / "cases"
RULE_BY_ID = {rule.id: rule for rule in RULES}
AS_OF = date(2026, 6, 1)
_NOTHING = {"value": None, "low": None, "high": None}


def _entries() -> list[Any]:
    return [
        pytest.param(page.stem, entry, id=f"{page.stem}: {entry['name']}")
        for page in sorted(PAGES.glob("*.yaml"))
        for entry in read_page(page)
    ]


@pytest.mark.parametrize(("rule_id", "entry"), _entries())
def test_page(rule_id: str, entry: dict[str, Any]) -> None:
    case = CaseIn.model_validate(entry["given"]).to_domain(today=AS_OF)
    verdict = RULE_BY_ID[rule_id].decide(derive(case))
    assert type(verdict).__name__.lower() == entry["expect"]
    if isinstance(verdict, Unknown):
        assert verdict.missing
        assert len(set(verdict.missing)) == len(verdict.missing)
        if "missing" in entry:
            assert sorted(verdict.missing) == sorted(entry["missing"])
    if isinstance(verdict, Raised):
        for words in entry.get("says", []):
            assert words in verdict.message
        assert verdict.message == entry.get("message", verdict.message)
        if "computed" in entry:
            shown = {name: asdict(each) for name, each in (verdict.computed or {}).items()}
            assert shown == {name: _NOTHING | each for name, each in entry["computed"].items()}


def test_every_rule_has_a_page_with_each_answer_that_it_can_give() -> None:
    for rule in RULES:
        page = PAGES / f"{rule.id}.yaml"
        answers = {entry["expect"] for entry in read_page(page)}
        assert "raised" in answers, rule.id
        if rule.reads:
            assert "clear" in answers, rule.id
