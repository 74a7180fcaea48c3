"""Small changes of what a rule decides and says, each of which its page has to notice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from app.domain.conditions.combine import (
    AllOf,
    AnyKnown,
    AnyOf,
    Certainly,
    FirstKnown,
    IsRaised,
    Not,
)
from app.domain.conditions.compare import (
    Above,
    AtLeast,
    AtMost,
    Below,
    Comparison,
    Includes,
    Is,
    IsIn,
    Within,
)
from app.domain.conditions.condition import Condition
from app.domain.message import Listing, Names, Text, When
from app.domain.threshold import Threshold

_NEIGHBOUR: Final[dict[type[Comparison], type[Comparison]]] = {
    Above: AtLeast,
    AtLeast: Above,
    Below: AtMost,
    AtMost: Below,
}
_MARK: Final = re.compile(r"\{[^{}]+\}")
_STEP: Final = 0.02
"""A threshold is moved by so much of itself, one of 0 by so much, one of whole numbers by 1."""


def mutants(condition: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401, C901, PLR0912 # one branch for each kind of condition
    """What was changed, and the changed condition."""
    rest: tuple[Any, ...]
    match condition:
        case Comparison(fact, limit):
            yield (
                f"{condition} with the limit on the other side",
                _NEIGHBOUR[type(condition)](fact, limit),
            )
            if isinstance(limit, Threshold):
                for moved in _moved(limit):
                    yield f"{condition} moved to {moved}", type(condition)(fact, moved)
        case Within(_, low, high, ends):
            other = {"[": "(", "(": "[", "]": ")", ")": "]"}
            yield f"{condition}, low end", replace(condition, ends=_ends(other[ends[0]] + ends[1]))
            yield f"{condition}, high end", replace(condition, ends=_ends(ends[0] + other[ends[1]]))
            if isinstance(low, Threshold):
                for moved in _moved(low):
                    yield f"{condition}, low moved to {moved}", replace(condition, low=moved)
            for moved in _moved(high):
                yield f"{condition}, high moved to {moved}", replace(condition, high=moved)
        case Is(fact, bool() as value):
            yield f"not {condition}", Is(fact, value=not value)
        case IsIn(fact, values):
            for place, left_out in enumerate(values):
                rest = values[:place] + values[place + 1 :]
                yield f"{condition} without {left_out}", IsIn(fact, rest)
        case Includes(_, items):
            for item in items[: len(items) if items[1:] else 0]:
                others = tuple(one for one in items if one != item)
                yield f"{condition} without {item}", replace(condition, values=others)
        case Not(part):
            yield f"{condition}, the other way round", part
            yield from ((told, Not(changed)) for told, changed in mutants(part))
        case Certainly(part):
            yield f"{condition} where it is not known", part
            yield from ((told, Certainly(changed)) for told, changed in mutants(part))
        case IsRaised():
            pass  # its own rule's page notices
        case AllOf(members) | AnyOf(members) | AnyKnown(members) | FirstKnown(members):
            yield from _of_several(condition, members)
        case _:
            pass


def _of_several(
    condition: Condition, members: tuple[Condition, ...]
) -> Iterator[tuple[str, Condition]]:
    made: Any = type(condition)
    for place, part in enumerate(members):
        before, after = members[:place], members[place + 1 :]
        if before or after:
            yield f"{condition} without {part}", made(*before, *after)
        for told, changed in mutants(part):
            yield told, made(*before, changed, *after)
    if members[1:]:
        other = AllOf if made is AnyOf else AnyOf
        yield f"{condition} joined the other way", other(*members)


def _moved(limit: Threshold) -> tuple[Threshold, Threshold]:
    whole = isinstance(limit.value, int) and limit.value
    step = 1 if whole else abs(limit.value) * _STEP or _STEP
    return replace(limit, value=limit.value - step), replace(limit, value=limit.value + step)


def _ends(ends: str) -> Any:  # noqa: ANN401 # two of four signs
    return ends


def text_mutants(text: Text) -> Iterator[tuple[str, Text]]:
    """Changes of a message: a figure left out, a choice turned round, a name left out."""
    if isinstance(text, str):
        for mark in _MARK.finditer(text):
            yield f"without {mark[0]}", text[: mark.start()] + "?" + text[mark.end() :]
        return
    for place, piece in enumerate(text):
        for told, changed in _piece_mutants(piece):
            yield told, (*text[:place], changed, *text[place + 1 :])


def _piece_mutants(piece: str | When | Listing | Names) -> Iterator[tuple[str, Any]]:
    rest: tuple[Any, ...]
    match piece:
        case str():
            yield from text_mutants(piece)
        case When(condition, then, otherwise):
            yield f"{condition}, turned round", When(condition, otherwise, then)
            yield from ((told, When(condition, one, otherwise)) for told, one in text_mutants(then))
            yield from ((told, When(condition, then, one)) for told, one in text_mutants(otherwise))
        case Listing(items):
            for place, (condition, inner) in enumerate(items):
                rest = (*items[:place], *items[place + 1 :])
                yield f"without {condition}", replace(piece, items=rest)
                for told, one in text_mutants(inner):
                    changed = (*items[:place], (condition, one), *items[place + 1 :])
                    yield told, replace(piece, items=changed)
        case Names(_, values):
            for left_out in values:
                rest = tuple(one for one in values if one != left_out)
                yield f"without {left_out}", replace(piece, values=rest)
