"""Wire shapes of the rule book's answer."""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field
from typing_extensions import TypedDict

from app.api.json_answer import as_float
from app.api.schemas.citations import CitationOut, ReferenceOut, citations, references
from app.api.schemas.out import EvaluationOut, plain_header
from app.domain.assessment import missing_inputs
from app.domain.evaluation import Evaluation
from app.domain.facts.facts import Facts
from app.domain.rules import RULES
from app.domain.rules.rule import (
    Category,
    Computed,
    Contraindication,
    Origin,
    Raised,
    Rule,
    Severity,
    Target,
)


class ComputedOut(TypedDict):
    """A worked-out figure: one value, or a range."""

    unit: str
    value: float | None
    low: float | None
    high: float | None


class _OfRule(TypedDict):
    rule_id: str
    category: Category
    origin: Origin
    severity: Severity
    contraindication: Contraindication
    applies_to: Target | None
    also_applies_to: Annotated[
        tuple[Target, ...], Field(description="Where one rule bars two things.")
    ]
    standing: Annotated[bool, Field(description="Always there; left out of highest_severity.")]


class _OfCase(TypedDict):
    message: str
    observed: dict[str, bool | int | float | str | tuple[str, ...]]
    computed: dict[str, ComputedOut]


class _Grounds(TypedDict):
    citations: list[CitationOut]
    references: list[ReferenceOut]
    assumptions: tuple[str, ...]


class FindingOut(_OfRule, _OfCase, _Grounds):
    """A rule that spoke up, with the figures that it saw and what it rests on."""


class UnknownOut(TypedDict):
    """A rule that a missing fact keeps open."""

    rule_id: str
    missing: tuple[str, ...]
    severity_if_raised: Severity
    contraindication: Contraindication


class SuppressedOut(TypedDict):
    """A rule that would be raised but for others."""

    rule_id: str
    by: tuple[str, ...]


class MissingInputOut(TypedDict):
    """An input and the rules that ask for it, most asked first."""

    path: str
    asked_by: tuple[str, ...]


class FindingsOut(TypedDict):
    """The rule book's answer."""

    findings: list[FindingOut]
    unknown: list[UnknownOut]
    suppressed: list[SuppressedOut]
    clear: list[str]
    missing_inputs: list[MissingInputOut]


class FindingsAnswer(EvaluationOut, FindingsOut):
    """Answer of POST /v1/findings."""


def plain_findings(evaluation: Evaluation, facts: Facts) -> FindingsOut:
    """The shape of the rule book's answer."""
    return {
        "findings": [_finding(rule, verdict, facts) for rule, verdict in evaluation.raised],
        "unknown": [
            {
                "rule_id": rule.id,
                "missing": verdict.missing,
                "severity_if_raised": rule.severity,
                "contraindication": rule.contraindication,
            }
            for rule, verdict in evaluation.unknown
        ],
        "suppressed": [{"rule_id": rule.id, "by": by} for rule, by in evaluation.suppressed],
        "clear": [rule.id for rule in evaluation.clear],
        "missing_inputs": [
            {"path": one.path, "asked_by": one.asked_by} for one in missing_inputs(evaluation)
        ],
    }


def plain_findings_answer(evaluation: Evaluation, facts: Facts) -> FindingsAnswer:
    """The same as an answer of its own."""
    return {**plain_header(), **plain_findings(evaluation, facts)}


def _finding(rule: Rule, verdict: Raised, facts: Facts) -> FindingOut:
    computed = verdict.computed
    return {
        **_OF_RULE[rule.id],
        "message": verdict.message,
        "observed": {
            path: seen for path, read in _READERS[rule.id] if (seen := read(facts)) is not None
        },
        "computed": {} if computed is None else plain_computed(computed),
        **_GROUNDS[rule.id],
    }


def plain_computed(computed: Mapping[str, Computed]) -> dict[str, ComputedOut]:
    """The shape of each of some figures, by name."""
    return {
        name: {
            "unit": one.unit,
            "value": as_float(one.value),
            "low": as_float(one.low),
            "high": as_float(one.high),
        }
        for name, one in computed.items()
    }


_OF_RULE: Final[Mapping[str, _OfRule]] = {
    rule.id: {
        "rule_id": rule.id,
        "category": rule.category,
        "origin": rule.origin,
        "severity": rule.severity,
        "contraindication": rule.contraindication,
        "applies_to": rule.applies_to[0] if rule.applies_to else None,
        "also_applies_to": rule.applies_to[1:],
        "standing": rule.standing,
    }
    for rule in RULES
}
"""What a finding says first, whatever the case is."""

_GROUNDS: Final[Mapping[str, _Grounds]] = {
    rule.id: {
        "citations": citations(rule.claims),
        "references": references(rule.references),
        "assumptions": rule.assumptions,
    }
    for rule in RULES
}
"""What it says last."""

_READERS: Final = {
    rule.id: tuple((fact.path, fact.reader()) for fact in rule.facts) for rule in RULES
}
"""How each fact is read that a rule's finding shows."""
