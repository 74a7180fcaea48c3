"""What happens exactly at each limit of a condition."""

from collections.abc import Iterator

from app.domain.conditions.combine import AllOf, AnyOf, Not
from app.domain.conditions.compare import Comparison, Limit, Within, number
from app.domain.conditions.condition import Condition
from app.domain.facts.fact import Fact
from app.domain.words import exact, with_unit


def boundary(condition: Condition) -> str:
    """Each limit once: whether a fact exactly there counts towards raising; `none` without one.

    A limit that counts in one branch alone is told with what that branch asks for besides.
    """
    return "; ".join(dict.fromkeys(_told(condition, raises=True))) or "none"


def _told(condition: Condition, *, raises: bool, where: str = "") -> Iterator[str]:
    if isinstance(condition, Comparison | Within):
        for limit, holds in condition.limits:
            verb = "raises" if holds is raises else "does not raise"
            yield f"{where}{condition.fact.label} of exactly {_shown(limit, condition.fact)} {verb}"
    for part in condition.parts:
        branch = _branch(part) if isinstance(condition, AnyOf) else ""
        turned = raises is not isinstance(condition, Not)
        yield from _told(part, raises=turned, where=branch or where)


def _branch(condition: Condition) -> str:
    """What one of several alternatives asks for beside its limits."""
    if not isinstance(condition, AllOf):
        return ""
    others = [str(part) for part in condition.parts if not any(_told(part, raises=True))]
    return f"where {' and '.join(others)}: " if others else ""


def _shown(limit: Limit, fact: Fact[float]) -> str:
    if isinstance(limit, Fact):
        return f"the {limit.label}"
    return with_unit(exact(number(limit)), fact.unit)
