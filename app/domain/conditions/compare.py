"""Conditions that test one fact: against a limit, against two, for a value, for being known."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal, TypeAlias

from app.domain.conditions.code import Code
from app.domain.conditions.condition import Condition
from app.domain.conditions.telling import Telling, named
from app.domain.facts.fact import Fact
from app.domain.threshold import Threshold
from app.domain.words import exact, with_unit

Limit: TypeAlias = Threshold | Fact[float] | Literal[0]
Ends: TypeAlias = Literal["[]", "[)", "(]", "()"]
"""Which ends are in, as in mathematics: `[` and `]` are."""
_OPPOSITE: Final = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_MIRRORED: Final = {">": "<", ">=": "<="}
_WORDS: Final = {">": "above", ">=": "at least", "<": "below", "<=": "at most"}


def number(limit: Limit) -> float:
    """The limit as a number; not for a fact."""
    return limit.value if isinstance(limit, Threshold) else 0


class OfOneFact(Condition):
    """A condition that tests the value of one fact."""

    __slots__ = ()
    fact: Fact[Any]

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        return (self.fact,)

    @abstractmethod
    def test(self, code: Code) -> str:
        """A Python expression in which `{}` stands for the fact's value."""

    @abstractmethod
    def predicate(self, telling: Telling, *, denied: bool) -> str:
        """What is said of the fact."""

    def source(self, code: Code) -> str:
        return code.if_known(self.fact, self.test(code))

    def certain(self, code: Code) -> str:
        return code.known_and(self.fact, self.test(code))

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        told = f"{named(self.fact, telling)} {self.predicate(telling, denied=denied)}"
        return told + telling.mark(self, denied=denied)


@dataclass(frozen=True, slots=True)
class Comparison(OfOneFact):
    """A number against one limit, which may be another fact."""

    fact: Fact[float]
    limit: Limit
    sign: ClassVar[str]

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        return (self.fact, self.limit) if isinstance(self.limit, Fact) else (self.fact,)

    @property
    def limits(self) -> tuple[tuple[Limit, bool], ...]:
        """Each limit, and whether the condition holds exactly there."""
        return ((self.limit, self.sign.endswith("=")),)

    def test(self, _code: Code) -> str:
        return f"({{}} {self.sign} {number(self.limit)!r})"

    def source(self, code: Code) -> str:
        if not isinstance(self.limit, Fact):
            return code.if_known(self.fact, self.test(code))
        end = code.variable()
        neither = f"unknown_of({code.ask(self.limit)}, {code.if_known(self.fact, 'True')})"
        compared = code.if_known(self.fact, f"({{}} {self.sign} {end})")
        return f"({neither} if ({end} := {code.read(self.limit)}) is None else {compared})"

    def certain(self, code: Code) -> str:
        if isinstance(self.limit, Fact):
            return f"({self.source(code)} is True)"
        return code.known_and(self.fact, self.test(code))

    def predicate(self, telling: Telling, *, denied: bool) -> str:
        sign = _OPPOSITE[self.sign] if denied else self.sign
        if isinstance(self.limit, Fact):
            return f"is {_WORDS[sign]} the {named(self.limit, telling)}"
        return f"is {_WORDS[sign]} {with_unit(exact(number(self.limit)), self.fact.unit)}"


class Above(Comparison):
    """The fact is above the limit."""

    __slots__ = ()
    sign = ">"


class AtLeast(Comparison):
    """The fact is at the limit or above it."""

    __slots__ = ()
    sign = ">="


class Below(Comparison):
    """The fact is below the limit."""

    __slots__ = ()
    sign = "<"


class AtMost(Comparison):
    """The fact is at the limit or below it."""

    __slots__ = ()
    sign = "<="


@dataclass(frozen=True, slots=True)
class Within(OfOneFact):
    """A number between two limits; `ends` says which of them are in."""

    fact: Fact[float]
    low: Threshold | Literal[0]
    high: Threshold
    ends: Ends = "[]"

    @property
    def limits(self) -> tuple[tuple[Limit, bool], ...]:
        """Each limit, and whether the condition holds exactly there."""
        return (self.low, self.ends[0] == "["), (self.high, self.ends[1] == "]")

    def _signs(self) -> tuple[str, str]:
        return ">=" if self.ends[0] == "[" else ">", "<=" if self.ends[1] == "]" else "<"

    def test(self, _code: Code) -> str:
        above, below = self._signs()
        return f"({number(self.low)!r} {_MIRRORED[above]} {{}} {below} {number(self.high)!r})"

    def predicate(self, _telling: Telling, *, denied: bool) -> str:
        above, below = self._signs()
        joint = "and"
        if denied:
            above, below, joint = _OPPOSITE[above], _OPPOSITE[below], "or"
        low, high = exact(number(self.low)), with_unit(exact(number(self.high)), self.fact.unit)
        return f"is {_WORDS[above]} {low} {joint} {_WORDS[below]} {high}"


@dataclass(frozen=True, slots=True)
class Is(OfOneFact):
    """A fact has one value; without a value, it is yes."""

    fact: Fact[Any]
    value: bool | str | int = True

    def test(self, _code: Code) -> str:
        same = "is" if isinstance(self.value, bool) else "=="
        return f"({{}} {same} {self.value!r})"

    def predicate(self, _telling: Telling, *, denied: bool) -> str:
        value = self.value
        if isinstance(value, bool):
            return f"is {'yes' if value is not denied else 'no'}"
        told = value if isinstance(value, str) else with_unit(exact(value), self.fact.unit)
        return f"is {'not ' if denied else ''}{told}"

    def words(self, telling: Telling, *, denied: bool = False) -> str:
        if self.fact.says is None or not isinstance(self.value, bool):
            return OfOneFact.words(self, telling, denied=denied)
        clause = self.fact.says[0 if self.value is not denied else 1]
        return clause + telling.value_unless_marked(self.fact) + telling.mark(self, denied=denied)


@dataclass(frozen=True, slots=True)
class IsIn(OfOneFact):
    """A number is exactly one of some."""

    fact: Fact[float]
    values: tuple[Threshold, ...]

    def test(self, _code: Code) -> str:
        return f"({{}} in {tuple(one.value for one in self.values)!r})"

    def predicate(self, _telling: Telling, *, denied: bool) -> str:
        values = ", ".join(exact(one.value) for one in self.values)
        return f"is {'none' if denied else 'one'} of {with_unit(values, self.fact.unit)}"


@dataclass(frozen=True, slots=True)
class Includes(OfOneFact):
    """A list holds at least one of some values."""

    fact: Fact[tuple[str, ...]]
    values: tuple[str, ...]

    def test(self, code: Code) -> str:
        return f"(not {code.constant(frozenset(self.values))}.isdisjoint({{}}))"

    def predicate(self, _telling: Telling, *, denied: bool) -> str:
        *first, last = self.values
        items = f"{', '.join(first)} or {last}" if first else last
        return f"{'do not include' if denied else 'include'} {items}"


@dataclass(frozen=True, slots=True)
class Known(OfOneFact):
    """A fact is known; it is asked for where it is not, so that this is never False."""

    fact: Fact[Any]

    def test(self, _code: Code) -> str:
        return "True"

    def predicate(self, _telling: Telling, *, denied: bool) -> str:
        return f"is {'not ' if denied else ''}known"


@dataclass(frozen=True, slots=True)
class Given(OfOneFact):
    """An option is given; left out, it is simply not given, and nobody asks for it."""

    fact: Fact[Any]

    def test(self, _code: Code) -> str:
        return "True"

    def source(self, code: Code) -> str:
        return f"({code.read(self.fact)} is not None)"

    def predicate(self, _telling: Telling, *, denied: bool) -> str:
        return f"is {'not ' if denied else ''}given"
