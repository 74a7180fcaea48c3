"""A rule's condition with the facts of the case put into it, and whether each part holds."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from app.domain.decimals import as_on_paper
from app.domain.explanation.names import NAMES
from app.domain.facts.paths import Observed

Seen = Mapping[str, Observed | None]
"""Facts by their paths; None is unknown."""

_OPERATORS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
}
_NUMBER: Final = r"-?\d+(?:\.\d+)?"
_UNIT: Final = r"(?: (?:ng/mL|mg/dL|kg/m2|g/kg|%))?"
_PATTERN: Final = (
    r"(?:(?P<low>{number}) (?P<low_op><=|<) )?(?:(?P<minuend>{name}) - )?(?P<name>{name})"
    r"(?: \* (?P<factor>{number}))? (?P<op><=|>=|==|<|>) (?P<high>{number}){unit}"
    r"|(?P<mention>{name})(?: is (?:not )?(?:active|stopped|muscle_gain))?"
    r"|(?<=\bor )(?P<next_op><=|>=|<|>) (?P<next>{number}){unit}"
)
_WORDS: Final = {True: "holds", False: "does not hold", None: "cannot be told"}


@dataclass(frozen=True, slots=True)
class Threshold:
    """One comparison with a number; `holds` is None where the fact is unknown."""

    path: str
    text: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Worded:
    """A condition in words, its comparisons, and the facts that it does not mention."""

    text: str
    thresholds: tuple[Threshold, ...]
    unmentioned: tuple[str, ...]


def shown(value: float) -> str:
    """A number exactly, as short as can be.

    >>> shown(500.0), shown(0.1), shown(1 / 3)
    ('500', '0.1', '0.3333333333333333')
    """
    short = f"{value:g}"
    return short if float(short) == value else repr(value)


def described(path: str, value: Observed | None) -> str:
    """A fact's value in words, with its unit."""
    match value:
        case None:
            return "not known"
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case tuple():
            return ", ".join(value) or "none"
        case _:
            return f"{shown(value)} {NAMES[path].unit}".rstrip()


def listed(paths: Iterable[str], seen: Seen) -> str:
    """Facts one after the other, each with its name."""
    return "; ".join(f"{NAMES[path].label} {described(path, seen[path])}" for path in paths)


def worded(when: str, seen: Seen) -> Worded:
    """Put the facts into the condition."""
    if not seen:
        return Worded(when, (), ())
    writer = _Writer(seen)
    text = _pattern(tuple(seen)).sub(writer.replaced, when)
    thresholds = tuple(writer.thresholds)
    unmentioned = tuple(path for path in seen if path not in writer.mentioned)
    return Worded(text, thresholds, unmentioned)


def _phrases(path: str) -> Iterator[str]:
    yield path
    yield path.rpartition(".")[2]
    yield from NAMES[path].phrases


@cache
def _pattern(paths: tuple[str, ...]) -> re.Pattern[str]:
    every = sorted({phrase for path in paths for phrase in _phrases(path)}, key=len, reverse=True)
    name = rf"(?<![\w.-])(?:{'|'.join(map(re.escape, every))})(?![\w-]|\.\w)"
    filled = _PATTERN.replace("{name}", name).replace("{number}", _NUMBER)
    return re.compile(filled.replace("{unit}", _UNIT))


@dataclass(slots=True)
class _Writer:
    """Replaces names by facts, from left to right; `compared` is the last one with a number."""

    seen: Seen
    thresholds: list[Threshold] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    compared: str | None = None

    def replaced(self, found: re.Match[str]) -> str:
        if found["mention"]:
            path = self._path(found["mention"])
            return f"{found[0]} [{described(path, self.seen[path])}]"
        return self._continued(found) if found["next_op"] else self._compared(found)

    def _path(self, phrase: str) -> str:
        meant = [path for path in self.seen if phrase in _phrases(path)]
        chosen = next((path for path in meant if self.seen[path] is not None), meant[0])
        # One phrase can stand for two facts: the other one counts as said only if it is unknown.
        self.mentioned.update(path for path in meant if path == chosen or self.seen[path] is None)
        return chosen

    def _compared(self, found: re.Match[str]) -> str:
        path = self.compared = self._path(found["name"])
        text, value = self._quantity(found, path)
        holds = _holds(value, found["op"], found["high"])
        if found["low"]:
            text = f"{found['low']} {found['low_op']} {text}"
            above = None if value is None else _holds(-value, found["low_op"], f"-{found['low']}")
            holds = None if holds is None else bool(above and holds)
        return self._kept(path, f"{text} {found['op']} {_with_unit(path, found['high'])}", holds)

    def _quantity(self, found: re.Match[str], path: str) -> tuple[str, float | None]:
        text, value = self._shown(path), self._number(path)
        if found["factor"]:
            return (
                f"{text} * {found['factor']}",
                None if value is None else value * float(found["factor"]),
            )
        if found["minuend"]:
            first = self._path(found["minuend"])
            text, minuend = f"{self._shown(first)} - {text}", self._number(first)
            if minuend is None or value is None:
                return text, None
            return text, as_on_paper(minuend - value)  # as the rules reckon a difference
        return text, value

    def _shown(self, path: str) -> str:
        return f"{NAMES[path].label} {described(path, self.seen[path])}"

    def _number(self, path: str) -> float | None:
        value = self.seen[path]
        return value if isinstance(value, int | float) else None

    def _continued(self, found: re.Match[str]) -> str:
        path, op, limit = self.compared, found["next_op"], found["next"]
        if path is None:
            return found[0]
        text = f"{op} {_with_unit(path, limit)}"
        return self._kept(path, text, _holds(self._number(path), op, limit))

    def _kept(self, path: str, text: str, holds: bool | None) -> str:  # noqa: FBT001 - an answer
        self.thresholds.append(Threshold(path, text, holds))
        return f"{text} ({_WORDS[holds]})"


def _holds(value: float | None, op: str, limit: str) -> bool | None:
    return None if value is None else _OPERATORS[op](value, float(limit))


def _with_unit(path: str, number: str) -> str:
    return f"{number} {NAMES[path].unit}".rstrip()
