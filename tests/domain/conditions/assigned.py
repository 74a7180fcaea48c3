"""Conditions asked of facts that are simply assigned, and what they must answer."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import inf, nextafter, prod
from typing import Any, Final, TypeAlias, cast

from app.domain.conditions.code import Code
from app.domain.conditions.combine import (
    AllOf,
    AnyKnown,
    AnyOf,
    Certainly,
    Decide,
    FirstKnown,
    IsRaised,
    Not,
)
from app.domain.conditions.compare import Comparison, Given, Includes, Is, IsIn, Known, Within
from app.domain.conditions.condition import Condition
from app.domain.conditions.truth import Truth, Unknown, asking_for
from app.domain.facts.fact import Fact
from app.domain.rules import RULES
from app.domain.threshold import Threshold

_STRIDE: Final = 1_000_003
"""A prime number, so that no choice comes twice."""
Assigned: TypeAlias = Mapping[Fact[Any], Any]
"""Facts and their values; None is unknown."""
CONDITIONS: Final = {
    rule.id: rule.condition
    for rule in RULES
    if not any(isinstance(one, Decide) for one in rule.condition.walk())
}


class _OfAssigned(Code):
    """Facts are looked up in what is assigned, and each asks for itself."""

    def read(self, fact: Fact[Any]) -> str:
        return f"f[{self.constant(fact)}]"

    def ask(self, fact: Fact[Any]) -> str:
        return self.constant(asking_for((fact.path,)))


@cache
def asked(condition: Condition) -> Callable[[Assigned], Truth]:
    """The condition as the service compiles it, over assigned facts."""
    code = _OfAssigned()
    return cast("Callable[[Assigned], Truth]", code.function(condition.source(code)))


@cache
def asked_certainly(condition: Condition) -> Callable[[Assigned], bool]:
    """Whether it is known to hold, as the service compiles that."""
    code = _OfAssigned()
    return cast("Callable[[Assigned], bool]", code.function(condition.certain(code)))


def kleene(condition: Condition, given: Assigned) -> bool | None:  # noqa: PLR0911 # one for each kind
    """What the condition must answer, reckoned step by step; None is unknown."""
    match condition:
        case AllOf():
            return _all(kleene(part, given) for part in condition.parts)
        case AnyOf():
            found = _all(_opposite(kleene(part, given)) for part in condition.parts)
            return _opposite(found)
        case AnyKnown():
            known = [t for part in condition.parts if (t := kleene(part, given)) is not None]
            return any(known) if known else None
        case FirstKnown():
            truths = (kleene(part, given) for part in condition.parts)
            return next((truth for truth in truths if truth is not None), None)
        case Not(part):
            return _opposite(kleene(part, given))
        case Certainly(part) | IsRaised(_, part):
            return kleene(part, given) is True
        case Given(fact):
            return given[fact] is not None
        case _:
            return _compared(condition, given)


def _compared(condition: Any, given: Assigned) -> bool | None:  # noqa: ANN401, PLR0911 # the same
    if any(given[fact] is None for fact in condition.facts):
        return None
    match condition:
        case Comparison(fact, limit):
            end = given[limit] if isinstance(limit, Fact) else _number(limit)
            signs: dict[str, bool] = {
                "<": given[fact] < end,
                "<=": given[fact] <= end,
                ">": given[fact] > end,
                ">=": given[fact] >= end,
            }
            return signs[condition.sign]
        case Within(fact, low, high, ends):
            value, least, most = given[fact], _number(low), _number(high)
            inside = least < value < most
            return (
                inside or (value == least and ends[0] == "[") or (value == most and ends[1] == "]")
            )
        case Is(fact, value):
            return bool(given[fact] == value)
        case IsIn(fact, values):
            return given[fact] in [one.value for one in values]
        case Includes(fact, items):
            return any(item in given[fact] for item in items)
        case Known():
            return True
        case _:
            raise AssertionError(condition)


def _all(truths: Iterator[bool | None]) -> bool | None:
    found = list(truths)
    return False if False in found else None if None in found else True


def _opposite(truth: bool | None) -> bool | None:  # noqa: FBT001 # it is what is turned round
    return None if truth is None else not truth


def _number(limit: Any) -> float:  # noqa: ANN401 # a threshold or 0
    return limit.value if isinstance(limit, Threshold) else limit


def values_of(condition: Condition) -> dict[Fact[Any], list[Any]]:  # noqa: C901 # the same
    """For every fact: unknown, and values on and beside each limit that it is compared with."""
    found: dict[Fact[Any], dict[Any, None]] = {}
    for one in _walk(condition):
        for fact in one.facts:
            found.setdefault(fact, {None: None})
        match one:
            case Comparison(fact, limit) if isinstance(limit, Fact):
                found[fact] |= dict.fromkeys((9.0, 10.0, 11.0))
                found[limit] |= dict.fromkeys((10.0,))
            case Comparison() | Within():
                for limit, _ in one.limits:
                    found[one.fact] |= dict.fromkeys(around(_number(limit)))
            case IsIn(fact, values):
                found[fact] |= dict.fromkeys([*(each.value for each in values), 99.0])
            case Is(fact, bool()):
                found[fact] |= {True: None, False: None}
            case Is(fact, value):
                found[fact] |= {
                    value: None,
                    "another" if isinstance(value, str) else value + 1: None,
                }
            case Includes(fact, items):
                found[fact] |= {(): None, (items[0],): None, ("other",): None}
            case Known(fact) | Given(fact):
                found[fact] |= {1.0: None} if len(found[fact]) == 1 else {}
            case _:
                pass
    return {fact: list(values) for fact, values in found.items()}


def around(limit: float) -> tuple[float, float, float]:
    """Just below a limit, on it, and just above it."""
    return nextafter(limit, -inf), limit, nextafter(limit, inf)


def _walk(condition: Condition) -> Iterator[Condition]:
    for one in condition.walk():
        yield one
        if isinstance(one, IsRaised):
            yield from _walk(one.condition)


def assignments(condition: Condition, most: int = 3000) -> list[dict[Fact[Any], Any]]:
    """Every choice of these values; where there are too many, so many of them, evenly spread."""
    values = values_of(condition)
    total = prod(len(each) for each in values.values())
    wanted = range(total) if total <= most else (_STRIDE * place % total for place in range(most))
    return [_choice(values, number) for number in wanted]


def _choice(values: Mapping[Fact[Any], list[Any]], number: int) -> dict[Fact[Any], Any]:
    chosen = {}
    for fact, each in values.items():
        number, place = divmod(number, len(each))
        chosen[fact] = each[place]
    return chosen


def settled(truth: Truth) -> bool | None:
    """The truth without its questions."""
    return None if isinstance(truth, Unknown) else truth
