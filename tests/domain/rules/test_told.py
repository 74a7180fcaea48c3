"""Rules say what they said: a change of words, figures or questions shows in `told.yaml`."""

from typing import Final

import pytest

from app.domain.rules import RULES
from app.domain.rules.rule import Rule
from tests.domain.pages import read_page
from tests.domain.rules.told import TOLD, told_by

WRITTEN: Final = read_page(TOLD)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_tells_what_is_written(rule: Rule) -> None:
    assert told_by(rule) == WRITTEN[rule.id]


def test_nothing_is_written_of_rules_that_are_gone() -> None:
    assert list(WRITTEN) == [rule.id for rule in RULES]
