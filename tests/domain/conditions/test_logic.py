"""Every condition of the book answers by three-valued logic, and asks for what would settle it."""

import pytest

from app.domain.conditions.truth import Unknown
from tests.domain.conditions.assigned import (
    CONDITIONS,
    asked,
    asked_certainly,
    assignments,
    kleene,
    settled,
)


@pytest.mark.parametrize("rule_id", CONDITIONS)
def test_a_condition_answers_as_its_logic_says(rule_id: str) -> None:
    condition = CONDITIONS[rule_id]
    holds = asked(condition)
    answers: set[bool | None] = set()
    for given in assignments(condition):
        truth = holds(given)
        assert isinstance(truth, bool | Unknown)
        assert settled(truth) is kleene(condition, given), given
        answers.add(settled(truth))
    always = not condition.facts and not condition.parts
    assert answers >= ({True} if always else {True, False})


@pytest.mark.parametrize("rule_id", CONDITIONS)
def test_unknown_asks_for_unknown_facts_alone_and_knowing_them_settles_it(rule_id: str) -> None:
    condition = CONDITIONS[rule_id]
    holds, every = asked(condition), assignments(condition)
    complete = next((one for one in every if None not in one.values()), {})
    for given in every:
        truth = holds(given)
        if not isinstance(truth, Unknown):
            continue
        unknown = {fact.path for fact, value in given.items() if value is None}
        assert truth.missing
        assert set(truth.missing) <= unknown
        assert len(set(truth.missing)) == len(truth.missing)
        filled = {
            fact: complete[fact] if fact.path in truth.missing else value
            for fact, value in given.items()
        }
        assert set(getattr(holds(filled), "missing", ())).isdisjoint(truth.missing)


@pytest.mark.parametrize("rule_id", CONDITIONS)
def test_whether_it_is_known_to_hold_agrees_with_whether_it_holds(rule_id: str) -> None:
    condition = CONDITIONS[rule_id]
    certainly = asked_certainly(condition)
    for given in assignments(condition, most=500):
        assert bool(certainly(given)) is (kleene(condition, given) is True)
