"""A rule, and the three answers it can give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, TypeAlias

from app.domain.facts.facts import Facts
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


@value
class Unknown:
    """A missing fact could change the answer; `missing` names the inputs to ask for."""

    missing: tuple[str, ...]


Verdict: TypeAlias = Raised | Clear | Unknown
CLEAR: Final = Clear.CLEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue.

    `claims` and `references` name what it rests on; one of them at least, held by a test.
    `reads` are the fact paths it looks at (see `facts/paths.py`): those that are known become
    the finding's `observed`. `when` and `boundary` are the readable account of the condition.
    `suppressed_by` names rules that, raised, silence this one; `yields_to_contraindications`
    adds every rule that is a contraindication.
    """

    id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity
    when: str
    boundary: str
    reads: tuple[str, ...]
    decide: Callable[[Facts], Verdict]
    claims: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    contraindication: Contraindication = "none"
    applies_to: tuple[Target, ...] = ()
    standing: bool = False
    assumptions: tuple[str, ...] = ()
    note: str | None = None
    suppressed_by: tuple[str, ...] = ()
    yields_to_contraindications: bool = False
