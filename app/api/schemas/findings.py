"""Wire shapes of the rule book's answer."""

from typing import Final, Self

from pydantic import Field

from app.api.schemas.citations import CitationOut, ReferenceOut
from app.api.schemas.out import EvaluationOut, OutModel, evaluation_header
from app.domain.assessment import missing_inputs
from app.domain.evaluation import Evaluation
from app.domain.facts import paths
from app.domain.facts.facts import Facts
from app.domain.rules import RULES
from app.domain.rules.rule import (
    Category,
    Contraindication,
    Origin,
    Raised,
    Rule,
    Severity,
    Target,
)


class ComputedOut(OutModel):
    """A worked-out figure: one value, or a range."""

    unit: str
    value: float | None
    low: float | None
    high: float | None


class FindingOut(OutModel):
    """A rule that spoke up, with the figures that it saw and what it rests on."""

    rule_id: str
    category: Category
    origin: Origin
    severity: Severity
    contraindication: Contraindication
    applies_to: Target | None
    also_applies_to: tuple[Target, ...] = Field(description="Where one rule bars two things.")
    standing: bool = Field(description="Always there; left out of highest_severity.")
    message: str
    observed: dict[str, bool | int | float | str | tuple[str, ...]]
    computed: dict[str, ComputedOut]
    citations: list[CitationOut]
    references: list[ReferenceOut]
    assumptions: tuple[str, ...]

    @classmethod
    def of(cls, rule: Rule, verdict: Raised, facts: Facts) -> "FindingOut":
        """Present one raised rule."""
        return _OF_RULE[rule.id].model_copy(
            update={
                "message": verdict.message,
                "observed": paths.observed(facts, rule.reads),
                "computed": {
                    name: ComputedOut.model_validate(figure)
                    for name, figure in (verdict.computed or {}).items()
                },
            }
        )


_OF_RULE: Final = {
    rule.id: FindingOut(
        rule_id=rule.id,
        category=rule.category,
        origin=rule.origin,
        severity=rule.severity,
        contraindication=rule.contraindication,
        applies_to=rule.applies_to[0] if rule.applies_to else None,
        also_applies_to=rule.applies_to[1:],
        standing=rule.standing,
        message="",
        observed={},
        computed={},
        citations=[CitationOut.of(claim) for claim in rule.claims],
        references=[ReferenceOut.of(reference) for reference in rule.references],
        assumptions=rule.assumptions,
    )
    for rule in RULES
}
"""What a finding says whatever the case is."""


class UnknownOut(OutModel):
    """A rule that a missing fact keeps open."""

    rule_id: str
    missing: tuple[str, ...]
    severity_if_raised: Severity
    contraindication: Contraindication


class SuppressedOut(OutModel):
    """A rule that would be raised but for others."""

    rule_id: str
    by: tuple[str, ...]


class MissingInputOut(OutModel):
    """An input and the rules that ask for it, most asked first."""

    path: str
    asked_by: tuple[str, ...]


class FindingsOut(OutModel):
    """The rule book's answer."""

    findings: list[FindingOut]
    unknown: list[UnknownOut]
    suppressed: list[SuppressedOut]
    clear: list[str]
    missing_inputs: list[MissingInputOut]

    @classmethod
    def fields_of(cls, evaluation: Evaluation, facts: Facts) -> dict[str, object]:
        """The fields of this shape, for it and for the shapes that extend it."""
        return {
            "findings": [
                FindingOut.of(rule, verdict, facts) for rule, verdict in evaluation.raised
            ],
            "unknown": [
                UnknownOut(
                    rule_id=rule.id,
                    missing=verdict.missing,
                    severity_if_raised=rule.severity,
                    contraindication=rule.contraindication,
                )
                for rule, verdict in evaluation.unknown
            ],
            "suppressed": [
                SuppressedOut(rule_id=rule.id, by=by) for rule, by in evaluation.suppressed
            ],
            "clear": [rule.id for rule in evaluation.clear],
            "missing_inputs": [
                MissingInputOut.model_validate(one) for one in missing_inputs(evaluation)
            ],
        }


class FindingsAnswer(FindingsOut, EvaluationOut):
    """Answer of POST /v1/findings."""

    @classmethod
    def of(cls, evaluation: Evaluation, facts: Facts) -> Self:
        """Present the rule book's answer as one of its own."""
        return cls.model_validate({**cls.fields_of(evaluation, facts), **evaluation_header()})
