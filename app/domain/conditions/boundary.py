"""What happens exactly at each limit of a condition."""

from collections.abc import Iterator

from app.domain.conditions.combine import Not
from app.domain.conditions.compare import Comparison, Limit, Within, number
from app.domain.conditions.condition import Condition
from app.domain.facts.fact import Fact
from app.domain.words import exact, with_unit


def boundary(condition: Condition) -> str:
    """Each limit once: whether a fact exactly there counts towards raising; `none` without one."""
    return "; ".join(dict.fromkeys(_told(condition, raises=True))) or "none"


def _told(condition: Condition, *, raises: bool) -> Iterator[str]:
    if isinstance(condition, Comparison | Within):
        for limit, holds in condition.limits:
            verb = "raises" if holds is raises else "does not raise"
            yield f"{condition.fact.label} of exactly {_shown(limit, condition.fact)} {verb}"
    for part in condition.parts:
        yield from _told(part, raises=raises is not isinstance(condition, Not))


def _shown(limit: Limit, fact: Fact[float]) -> str:
    if isinstance(limit, Fact):
        return f"the {limit.label}"
    return with_unit(exact(number(limit)), fact.unit)
