"""On both sides of every limit: the verdict turns there, and is what the boundary's words say."""

from collections.abc import Iterator
from typing import Any, Final

import pytest

from app.domain.conditions.boundary import boundary
from app.domain.conditions.combine import IsRaised, Not
from app.domain.conditions.compare import Comparison, Within
from app.domain.conditions.condition import Condition
from app.domain.facts.fact import Fact
from app.domain.threshold import Threshold
from app.domain.words import exact, with_unit
from tests.domain.conditions.assigned import CONDITIONS, around, asked, assignments, settled


def _limits(condition: Condition) -> list[tuple[Fact[Any], float]]:
    own = (one for one in condition.walk() if not isinstance(one, IsRaised))
    return [
        (one.fact, limit.value if isinstance(limit, Threshold) else 0)
        for one in own
        if isinstance(one, Comparison | Within)
        for limit, _ in one.limits
        if not isinstance(limit, Fact)
    ]


LIMITS: Final = [
    pytest.param(condition, fact, limit, id=f"{rule_id}: {fact.path} {exact(limit)}")
    for rule_id, condition in CONDITIONS.items()
    for fact, limit in dict.fromkeys(_limits(condition))
]


@pytest.mark.parametrize(("condition", "fact", "limit"), LIMITS)
def test_the_verdict_turns_at_the_limit_as_its_boundary_says(
    condition: Condition, fact: Fact[Any], limit: float
) -> None:
    holds = asked(condition)
    turns = set()
    for given in assignments(condition):
        below, on, above = (holds({**given, fact: value}) for value in around(limit))
        if below is not above and isinstance(below, bool) and isinstance(above, bool):
            turns.add((below, on, above))
    assert turns, "nothing hangs on this limit"
    words = boundary(condition)
    shown = f"{fact.label} of exactly {with_unit(exact(limit), fact.unit)}"
    for _, on, _ in turns:
        told = f"{shown} {'raises' if on else 'does not raise'}"
        assert any(part.endswith(told) for part in words.split("; "))


def _slopes(condition: Condition, *, up: bool = True) -> Iterator[tuple[Fact[Any], bool | None]]:
    """For each fact compared: whether more of it speaks for the condition; None where both do."""
    match condition:
        case Comparison(fact, limit):
            rising = condition.sign.startswith(">")
            yield fact, rising is up
            if isinstance(limit, Fact):
                yield limit, rising is not up
        case Within(fact):
            yield fact, None
        case IsRaised():
            yield from ((fact, None) for fact in condition.facts)
        case _:
            pass
    for part in condition.parts:
        yield from _slopes(part, up=up is not isinstance(condition, Not))


SLOPES: Final = [
    pytest.param(condition, fact, directions.pop(), id=f"{rule_id}: {fact.path}")
    for rule_id, condition in CONDITIONS.items()
    for fact in dict.fromkeys(fact for fact, _ in _slopes(condition))
    for directions in ({up for other, up in _slopes(condition) if other is fact},)
    if len(directions) == 1 and None not in directions
]


@pytest.mark.parametrize(("condition", "fact", "up"), SLOPES)
def test_more_of_what_a_rule_warns_of_never_silences_it(
    condition: Condition, fact: Fact[Any], *, up: bool
) -> None:
    holds = asked(condition)
    limits = [limit for other, limit in _limits(condition) if other is fact] or [10.0]
    steps = sorted({value for limit in limits for value in around(limit)}, reverse=not up)
    for given in assignments(condition, most=500):
        answers = [settled(holds({**given, fact: value})) for value in steps]
        ranks = [_RANKS[answer] for answer in answers]
        assert ranks == sorted(ranks), given


_RANKS: Final = {False: 0, None: 1, True: 2}


def test_a_boundary_is_told_the_other_way_round_of_what_is_denied() -> None:
    condition = CONDITIONS["dose-below-range"]
    assert "does not raise" in boundary(condition)
    assert "does not raise" not in boundary(Not(condition))
