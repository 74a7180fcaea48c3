"""On both sides of every limit: the verdict turns there, and is what the boundary's words say."""

from typing import Any, Final

import pytest

from app.domain.conditions.boundary import boundary
from app.domain.conditions.combine import IsRaised, Not
from app.domain.conditions.compare import Comparison, Within
from app.domain.conditions.condition import Condition
from app.domain.facts.fact import Fact
from app.domain.threshold import Threshold
from app.domain.words import exact, with_unit
from tests.domain.conditions.assigned import CONDITIONS, around, asked, assignments


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
        assert f"{shown} {'raises' if on else 'does not raise'}" in words.split("; ")


def test_a_boundary_is_told_the_other_way_round_of_what_is_denied() -> None:
    condition = CONDITIONS["dose-below-range"]
    assert "does not raise" in boundary(condition)
    assert "does not raise" not in boundary(Not(condition))
