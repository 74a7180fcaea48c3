"""Conditions made of conditions, by Kleene's three-valued logic."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeAlias

from app.domain.conditions.code import Code
from app.domain.conditions.compare import Within
from app.domain.conditions.condition import Condition
from app.domain.conditions.telling import Telling
from app.domain.conditions.truth import Truth
from app.domain.facts.fact import Fact
from app.domain.facts.facts import Facts


@dataclass(frozen=True, slots=True, init=False)
class _Several(Condition):
    """A condition over parts that are given one after the other."""

    members: tuple[Condition, ...]

    def __init__(self, *members: Condition) -> None:
        """Keep the parts in their order: answers ask for inputs in it."""
        object.__setattr__(self, "members", members)

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.members

    def _variables(self, code: Code) -> list[tuple[str, str]]:
        return [(code.variable(), part.source(code)) for part in self.parts]

    def _joined(self, telling: Telling, joint: str, *, denied: bool) -> str:
        """The parts one after the other; from three on with commas before the last."""
        told = [
            f"({words})" if _has_joint(part, denied=denied) else words
            for part in self.parts
            for words in (part.words(telling, denied=denied),)
        ]
        *first, last = told
        return joint.join((", ".join(first), last)) if first else last


def _has_joint(condition: Condition, *, denied: bool) -> bool:
    """Whether its words hold an "and" or an "or" of their own."""
    match condition:
        case _Several():
            return len(condition.parts) > 1
        case Within():
            return denied
        case Not(part):
            return _has_joint(part, denied=not denied)
        case Certainly(part):
            return _has_joint(part, denied=False)
        case _:
            return False


def _unknown(parts: list[tuple[str, str]]) -> str:
    """What the unknown ones among the parts ask for."""
    return reduce(lambda told, part: f"unknown_of({told}, {part})", (name for name, _ in parts))


class AllOf(_Several):
    """Every part holds; False as soon as one is False, whatever is unknown."""

    __slots__ = ()

    def source(self, code: Code) -> str:
        if not self.parts:
            return "True"
        parts = self._variables(code)
        some_false = " or ".join(f"({name} := {part}) is False" for name, part in parts)
        all_true = " and ".join(f"{name} is True" for name, _ in parts)
        return f"(False if {some_false} else True if {all_true} else {_unknown(parts)})"

    def certain(self, code: Code) -> str:
        return f"({' and '.join(part.certain(code) for part in self.parts) or True})"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        if not self.parts:
            return "never" if denied else "always"
        return self._joined(telling, " or " if denied else " and ", denied=denied)


class AnyOf(_Several):
    """A part holds; True as soon as one is True, whatever is unknown."""

    __slots__ = ()

    def source(self, code: Code) -> str:
        parts = self._variables(code)
        some_true = " or ".join(f"({name} := {part}) is True" for name, part in parts)
        all_false = " and ".join(f"{name} is False" for name, _ in parts)
        return f"(True if {some_true} else False if {all_false} else {_unknown(parts)})"

    def certain(self, code: Code) -> str:
        return f"({' or '.join(part.certain(code) for part in self.parts)})"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        return self._joined(telling, " and " if denied else " or ", denied=denied)


class AnyKnown(_Several):
    """A part holds; one that is known is enough, and only where none is, it is unknown."""

    __slots__ = ()

    def source(self, code: Code) -> str:
        parts = self._variables(code)
        some_true = " or ".join(f"({name} := {part}) is True" for name, part in parts)
        some_false = " or ".join(f"{name} is False" for name, _ in parts)
        return f"(True if {some_true} else False if {some_false} else {_unknown(parts)})"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        joint = " and " if denied else " or "
        return f"{self._joined(telling, joint, denied=denied)}; one that is known is enough"


class FirstKnown(_Several):
    """The first part that can be told decides."""

    __slots__ = ()

    def source(self, code: Code) -> str:
        parts = self._variables(code)
        tried = "".join(
            f"{name} if ({name} := {part}) is True or {name} is False else " for name, part in parts
        )
        return f"({tried}{_unknown(parts)})"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        return self._joined(telling, "; or, where that cannot be told, ", denied=denied)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    def source(self, code: Code) -> str:
        name, part = code.variable(), self.part.source(code)
        return f"(not {name} if ({name} := {part}) is True or {name} is False else {name})"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        return self.part.words(telling, denied=not denied)


@dataclass(frozen=True, slots=True)
class Certainly(Condition):
    """The part is known to hold: what is unknown counts as no, and nobody asks for it."""

    part: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    def source(self, code: Code) -> str:
        return self.part.certain(code)

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        told = f"it is {'not ' if denied else ''}known that {self.part.words(telling.unmarked())}"
        return told + telling.mark(self, denied=denied)


@dataclass(frozen=True, slots=True)
class IsRaised(Condition):
    """Another rule is raised: its condition is known to hold."""

    rule_id: str
    condition: Condition

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        return tuple(dict.fromkeys(f for one in self.condition.walk() for f in one.facts))

    def source(self, code: Code) -> str:
        return self.condition.certain(code)

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        return (
            f"{self.rule_id} is {'not ' if denied else ''}raised{telling.mark(self, denied=denied)}"
        )


Account: TypeAlias = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Decide(Condition):
    """What no other condition can say: a function, with an account of its own.

    `why` is the reason for a function, `told` the condition in words. `account` gives what the
    answer hangs on in a case, each part with whether it holds: it is raised if all do.
    """

    decide: Callable[[Facts], Truth]
    why: str
    told: str
    read: tuple[Fact[Any], ...]
    account: Callable[[Facts], Account]

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        return self.read

    @property
    def shown(self) -> tuple[Fact[Any], ...]:
        return self.read

    def source(self, code: Code) -> str:
        return f"{code.constant(self.decide)}(f)"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        return f"{'not: ' if denied else ''}{self.told}{telling.mark(self, denied=denied)}"
