"""A rule, and the three answers it can give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from app.domain.conditions.boundary import boundary
from app.domain.conditions.code import Code
from app.domain.conditions.combine import IsRaised
from app.domain.conditions.condition import Condition, compiled, reads
from app.domain.conditions.truth import Unknown
from app.domain.facts.fact import Fact, Observed
from app.domain.facts.facts import Facts
from app.domain.message import Text, Writer, facts_in
from app.domain.sources.cite import Citations
from app.domain.threshold import Threshold
from app.domain.value import value

Category: TypeAlias = Literal[
    "dose",
    "titration",
    "timing",
    "fasting",
    "frequency",
    "monitoring",
    "lab-interpretation",
    "response",
    "safety",
    "nutrition",
    "training",
    "energy-balance",
    "expectation",
    "combination",
    "discontinuation",
    "cost",
]
Origin: TypeAlias = Literal["document", "external"]
Severity: TypeAlias = Literal["info", "advisory", "warning", "critical"]
Contraindication: TypeAlias = Literal["none", "relative", "absolute"]
Target: TypeAlias = Literal["sermorelin", "glp1", "weight_loss"]


@value
class Computed:
    """A figure that a rule worked out: one value, or a range, with its unit."""

    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


@value
class Raised:
    """The rule speaks up; `message` holds the observed figures, `computed` those worked out."""

    message: str
    computed: Mapping[str, Computed] | None = None  # an empty one for each would cost as much again


class Clear(Enum):
    """The rule has nothing to say, and no missing fact could change that."""

    CLEAR = "clear"


Verdict: TypeAlias = Raised | Clear | Unknown
CLEAR: Final = Clear.CLEAR
Figure: TypeAlias = Fact[float] | tuple[Fact[float], Fact[float]]
"""A fact that an answer shows as computed, or the low and high end of a range."""
_NO_FIGURES: Final[Mapping[str, Figure]] = MappingProxyType({})
_NO_LIMITS: Final[Mapping[Fact[Any], Sequence[Threshold]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """One rule of the book: what raises it, what it then says, and what both rest on.

    All else that is said of a rule follows from these. `computed` are figures worked out for the
    answer, by name. `shows` are facts that the answer shows first, where it shows more than the
    condition and the message read. `extra_limits` has limits of a fact that no figure in the
    message may be rounded onto, beside those of the condition, the message and the fact itself.
    `suppressed_by` names rules that, raised, silence this one; `yields_to_contraindications` adds
    every rule that is a contraindication. `cache_messages`: what it reads takes few values, so
    that what it says of each is kept.
    """

    id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity
    condition: Condition
    message: Text
    cites: Citations
    computed: Mapping[str, Figure] = field(default_factory=lambda: _NO_FIGURES)
    shows: tuple[Fact[Any], ...] = ()
    extra_limits: Mapping[Fact[Any], Sequence[Threshold]] = field(
        default_factory=lambda: _NO_LIMITS
    )
    contraindication: Contraindication = "none"
    applies_to: tuple[Target, ...] = ()
    standing: bool = False
    assumptions: tuple[str, ...] = ()
    note: str | None = None
    suppressed_by: tuple[str, ...] = ()
    yields_to_contraindications: bool = False
    cache_messages: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """The document's claims that it rests on, by id."""
        return tuple(cited.id for cited in self.cites if cited.kind == "claim")

    @property
    def references(self) -> tuple[str, ...]:
        """The outside references that it rests on, by id."""
        return tuple(cited.id for cited in self.cites if cited.kind == "reference")

    @property
    def when(self) -> str:
        """The condition in words."""
        return str(self.condition)

    @property
    def boundary(self) -> str:
        """What happens exactly at each limit, or `none`."""
        return boundary(self.condition)

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        """What an answer shows of the case: all that the condition and the message read."""
        told = (each for fact in facts_in(self.message) for each in (*fact.made_of, fact))
        found = dict.fromkeys((*self.shows, *reads(self.condition), *told))
        return tuple(fact for fact in found if fact.shown)

    @property
    def reads(self) -> tuple[str, ...]:
        """The paths of these facts."""
        return tuple(fact.path for fact in self.facts)

    @property
    def meaning(self) -> Mapping[str, object]:
        """What of it counts for the rule set's hash."""
        left_out = {"shows", "extra_limits", "cache_messages"}
        return {
            one.name: getattr(self, one.name) for one in fields(self) if one.name not in left_out
        }

    @property
    def is_raised(self) -> IsRaised:
        """For the conditions of other rules: this one is known to be raised."""
        return IsRaised(self.id, self.condition)

    def decide(self, facts: Facts) -> Verdict:
        """What it says of a case."""
        truth = compiled(self.condition)(facts)
        if isinstance(truth, Unknown):
            return truth
        return speaker(self)(facts) if truth else CLEAR


_MOST_KEPT: Final = 256


@cache
def speaker(rule: Rule) -> Callable[[Facts], Raised]:
    """What the rule says of a case in which it is raised, as a function made once."""
    code = Code()
    text = Writer(code, rule.condition, rule.message, extra_limits=rule.extra_limits).source(
        rule.message
    )
    code.names |= {"Raised": Raised, "Computed": Computed}
    if isinstance(rule.message, str) and not facts_in(rule.message):
        return code.function(code.constant(Raised(rule.message)))  # it hangs on no case
    if not rule.computed:
        say = code.function(f"Raised({text})")
    else:
        figures = ", ".join(_computed(code, name, one) for name, one in rule.computed.items())
        say = code.function(f"Raised({text}, {{{figures}}})")
    return _once_each(rule, code, say) if rule.cache_messages else say


def _computed(code: Code, name: str, figure: Figure) -> str:
    """The figure under its name, or nothing where it is unknown."""
    ends = figure if isinstance(figure, tuple) else (figure,)
    names = [code.variable() for _ in ends]
    fields = ", ".join(("low=", "high=")[place] + v for place, v in enumerate(names))
    known = " and ".join(
        f"({v} := {code.read(end)}) is not None" for v, end in zip(names, ends, strict=True)
    )
    made = f"Computed({ends[0].unit!r}, {fields if ends[1:] else names[0]})"
    return f"**({{{name!r}: {made}}} if {known} else {{}})"


def _once_each(rule: Rule, code: Code, say: Callable[[Facts], Raised]) -> Callable[[Facts], Raised]:
    """The same, put together once for each of the few values that it hangs on."""
    said: dict[tuple[Observed | None, ...], Raised] = {}

    def first(facts: Facts, values: tuple[Observed | None, ...]) -> Raised:
        if len(said) >= _MOST_KEPT:
            said.clear()
        return said.setdefault(values, say(facts))

    values = "".join(f"{code.read(fact)}, " for fact in rule.facts)
    return code.function(
        f"{code.constant(said)}.get(k := ({values})) or {code.constant(first)}(f, k)"
    )
