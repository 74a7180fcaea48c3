"""What a rule says: a template over facts and thresholds, which rounds nothing onto a limit.

A text is an f-string over facts and thresholds, such as `f"{DOSE} is over {DOSE_HIGH}."`. A
threshold is a number at once; a fact becomes a mark in braces, filled in for each case. After a
colon it takes `bare` (no unit), `signed` (a plus before a rise), a digit (so many places as a
rule), `.1f` (always so many) or `text` (what is no number). A text may also be a tuple of texts and
phrases that hang on the case.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from app.domain.conditions.code import Code
from app.domain.conditions.compare import Comparison, IsIn, Within
from app.domain.conditions.condition import Condition
from app.domain.facts.fact import USUAL_PLACES, Fact
from app.domain.facts.registry import FACTS
from app.domain.threshold import Threshold
from app.domain.words import unit_words

_SPEC: Final = re.compile(r"|text|bare|signed|[1-9]|\.[0-9]f(,bare)?")
_MARK: Final = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class When:
    """One text where the condition is known to hold, another where not."""

    condition: Condition
    then: "Text"
    otherwise: "Text" = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The texts whose conditions are known to hold, one after the other.

    Behind them stands `one` where there is one of them, `many` where there are more.
    """

    items: "tuple[tuple[Condition, Text], ...]"
    joint: str = " and "
    one: str = ""
    many: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Those of some values that a list holds, in plain words."""

    fact: Fact[tuple[str, ...]]
    values: tuple[str, ...]
    joint: str = " and "


Text: TypeAlias = "str | tuple[str | When | Listing | Names, ...]"


def facts_in(text: Text) -> tuple[Fact[Any], ...]:
    """The facts that a text shows or hangs on, each once."""
    found: list[Fact[Any]] = []
    for piece in (text,) if isinstance(text, str) else text:
        match piece:
            case str():
                found += (FACTS[mark[1]] for mark in _MARK.finditer(piece))
            case When(condition, then, otherwise):
                found += (*_read(condition), *facts_in(then), *facts_in(otherwise))
            case Listing(items):
                for condition, inner in items:
                    found += (*_read(condition), *facts_in(inner))
            case Names(fact):
                found.append(fact)
    return tuple(dict.fromkeys(found))


def _read(condition: Condition) -> tuple[Fact[Any], ...]:
    return tuple(fact for one in condition.walk() for fact in one.facts)


def _conditions(text: Text) -> Iterator[Condition]:
    for piece in () if isinstance(text, str) else text:
        match piece:
            case str() | Names():
                pass
            case When(condition, then, otherwise):
                yield condition
                yield from (*_conditions(then), *_conditions(otherwise))
            case Listing(items):
                for condition, inner in items:
                    yield condition
                    yield from _conditions(inner)


class Writer:
    """Turns the text of a rule into source; `extra_limits` has further limits of a fact."""

    def __init__(
        self,
        code: Code,
        condition: Condition,
        text: Text,
        *,
        extra_limits: Mapping[Fact[Any], Sequence[Threshold]],
    ) -> None:
        """Collect the limits that each fact is compared with, in the condition and in the text."""
        self._code = code
        self._limits: dict[str, dict[float, None]] = {}
        self._against: dict[str, Fact[float]] = {}
        asked = (condition, *_conditions(text))
        for one in (each for root in asked for each in root.walk()):
            self._note(one)
        for fact, thresholds in extra_limits.items():
            self._add(fact, *(each.value for each in thresholds))

    def _note(self, condition: Condition) -> None:
        if isinstance(condition, IsIn):
            self._add(condition.fact, *(one.value for one in condition.values))
        if not isinstance(condition, Comparison | Within):
            return
        for limit, _ in condition.limits:
            if isinstance(limit, Threshold):
                self._add(condition.fact, limit.value)
            elif isinstance(limit, Fact):
                self._against[condition.fact.path] = limit

    def _add(self, fact: Fact[Any], *limits: float) -> None:
        self._limits.setdefault(fact.path, {}).update(dict.fromkeys(limits))

    def source(self, text: Text) -> str:
        """An expression of the text."""
        pieces = (text,) if isinstance(text, str) else text
        return " + ".join(map(self._piece, pieces)) if pieces else "''"

    def _piece(self, piece: "str | When | Listing | Names") -> str:
        match piece:
            case str():
                return self._string(piece)
            case When(condition, then, otherwise):
                holds = condition.certain(self._code)
                return f"({self.source(then)} if {holds} else {self.source(otherwise)})"
            case Listing():
                return self._listing(piece)
            case Names(fact, values, joint):
                pairs = self._code.constant(tuple((one, fact.named[one]) for one in values))
                joined = self._code.constant(joint)
                held = self._code.read(fact)
                return f"{joined}.join([word for one, word in {pairs} if one in {held}])"

    def _listing(self, listing: Listing) -> str:
        items = ", ".join(
            f"{self.source(text)} if {condition.certain(self._code)} else None"
            for condition, text in listing.items
        )
        return f"{self._code.constant(_listed)}({self._code.constant(listing)}, ({items},))"

    def _string(self, piece: str) -> str:
        shown = {mark[1] for mark in _MARK.finditer(piece)}
        told, end = "", 0
        for mark in _MARK.finditer(piece):
            told += _escaped(piece[end : mark.start()])
            end = mark.end()
            told += self._figure(FACTS[mark[1]], mark[2] or "", shown)
        told += _escaped(piece[end:])
        return f'f"{told}"'

    def _figure(self, fact: Fact[Any], spec: str, shown: set[str]) -> str:
        if not _SPEC.fullmatch(spec):
            raise ValueError(f"no such way to write a figure: {spec}")
        read = self._code.read(fact)
        if spec.startswith("."):
            return f"{{{read}:{spec.partition(',')[0]}}}" + self._unit(fact, spec)
        if spec == "text":
            return f"{{{read}}}"
        function = "signed" if "signed" in spec else "figure"
        places = next((int(each) for each in spec.split(",") if each.isdigit()), fact.places)
        limits = self._limits_of(fact, shown)
        further = f", {limits}" if limits else ""
        if places != USUAL_PLACES:
            further = f", {limits or '()'}, {places}"
        return f"{{{function}({read}{further})}}" + self._unit(fact, spec)

    def _unit(self, fact: Fact[Any], spec: str) -> str:
        unit = "" if "bare" in spec else unit_words(fact.unit)
        return f" {_escaped(unit)}" if unit else ""

    def _limits_of(self, fact: Fact[Any], shown: set[str]) -> str:
        known = {
            **self._limits.get(fact.path, {}),
            **dict.fromkeys(limit.value for limit in fact.limits),
        }
        fixed = self._code.constant(tuple(known)) if known else ""
        other = self._against.get(fact.path)
        if other is not None and other.path in shown:
            end, own = self._code.read(other), self._code.read(fact)
            moving = f"({end}, float(figure({end}, ({own},))))"
            return f"{fixed} + {moving}" if fixed else moving
        for left, limit in self._against.items():
            if limit is fact and left in shown:
                return f"({self._code.read(FACTS[left])},)"
        return fixed


def _listed(listing: Listing, told: tuple[str | None, ...]) -> str:
    held = [each for each in told if each is not None]
    return listing.joint.join(held) + (listing.one if len(held) == 1 else listing.many)


def _escaped(words: str) -> str:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("{", "{{"), ("}", "}}"), ("\n", "\\n")):
        words = words.replace(sign, written)
    return words
