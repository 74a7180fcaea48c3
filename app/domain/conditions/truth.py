"""The third truth value."""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Unknown:
    """A missing fact could change the answer; `missing` names the inputs to ask for."""

    missing: tuple[str, ...]


Truth: TypeAlias = bool | Unknown


@cache
def asking_for(missing: tuple[str, ...]) -> Unknown:
    """Unknown for want of these inputs; there are few combinations, so each is made once."""
    return Unknown(missing)


def unknown_of(one: Truth, other: Truth) -> Truth:
    """What the unknown ones of the two ask for, each input once; the first where both are known.

    >>> unknown_of(Unknown(("a", "b")), Unknown(("b", "c")))
    Unknown(missing=('a', 'b', 'c'))
    """
    if one is other or isinstance(other, bool):
        return one
    return other if isinstance(one, bool) else _both(one.missing, other.missing)


@cache
def _both(one: tuple[str, ...], other: tuple[str, ...]) -> Unknown:
    return asking_for(tuple(dict.fromkeys((*one, *other))))
