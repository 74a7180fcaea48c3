"""Wire shapes of an explanation."""

from datetime import date
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.api.schemas.citations import CitationOut, ReferenceOut, citations, references
from app.api.schemas.contradictions import ContradictionOut, plain_contradiction
from app.api.schemas.findings import ComputedOut, plain_computed
from app.api.schemas.out import BOUNDARY_NOTE, EvaluationOut, plain_header
from app.api.schemas.projection import BAND_NOTE, AssumptionOut, plain_assumption
from app.domain.explanation.relevant_contradictions import Touching
from app.domain.explanation.rules import Compared, RuleAnswer, RuleExplanation
from app.domain.explanation.step import Step
from app.domain.formula import Basis
from app.domain.projection.answer import Projection, ProjectionStatus
from app.domain.rules.rule import Category, Contraindication, Origin, Severity
from app.use_cases.explain_assessment import ExplainedAssessment


class ThresholdOut(TypedDict):
    """One comparison with a number."""

    path: str
    text: str
    holds: Annotated[bool | None, Field(description="null where the fact is unknown.")]


class RuleExplanationOut(TypedDict):
    """One rule's answer: what it read, against what, and what it rests on."""

    rule_id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity
    contraindication: Contraindication
    answer: RuleAnswer
    facts: Annotated[
        dict[str, bool | int | float | str | tuple[str, ...] | None],
        Field(
            description="Every fact and option that the rule's answer depends on; null is unknown."
        ),
    ]
    when: Annotated[str, Field(description="The condition that raises it.")]
    boundary: Annotated[str, Field(description=BOUNDARY_NOTE)]
    comparison: Annotated[
        str, Field(description="The condition with the facts put in, and the outcome.")
    ]
    thresholds: list[ThresholdOut]
    message: Annotated[
        str | None,
        Field(description="What it says raised, or would say if it were not suppressed."),
    ]
    computed: dict[str, ComputedOut]
    missing: tuple[str, ...]
    suppressed_by: tuple[str, ...]
    assumptions: tuple[str, ...]
    citations: list[CitationOut]
    references: list[ReferenceOut]


class StepOut(TypedDict):
    """A number of the projection, and how it comes about."""

    id: str
    what: str
    formula: Annotated[str, Field(description="In symbols; earlier steps say what they stand for.")]
    in_numbers: Annotated[
        str,
        Field(
            description="The same with the numbers in place, in + - * / **, brackets, min, max and "
            "ln; what the body-weight model gives is one of the numbers."
        ),
    ]
    value: float
    unit: Annotated[str, Field(description="UCUM; 1 is a plain number.")]
    basis: Basis
    citations: list[CitationOut]


class ProjectionExplanationOut(TypedDict):
    """The projection's arithmetic, from the inputs to kilograms; no steps where none was made."""

    status: ProjectionStatus
    reason: str | None
    missing: tuple[str, ...]
    sermorelin_reason: str | None
    band_note: str
    assumptions: list[AssumptionOut]
    steps: list[StepOut]


class TouchingOut(ContradictionOut):
    """A contradiction that turns on a claim which the answer rests on, or names a raised rule.

    What rests on a claim: a raised rule, a check that passes or fails, a step of the projection.
    """

    shared_claims: Annotated[
        tuple[str, ...],
        Field(description="Empty where the contradiction names a rule and shares no claim."),
    ]
    touches: Annotated[
        tuple[str, ...],
        Field(
            description="Where the answer rests on them, and the raised rules that it names.",
            examples=[["rule dose-in-range", "check dose", "step control-share"]],
        ),
    ]


class ExplanationOut(EvaluationOut):
    """Answer of GET /v1/assessments/{id}/explanation."""

    id: str
    as_of: date
    rules: list[RuleExplanationOut]
    projection: ProjectionExplanationOut
    contradictions: list[TouchingOut]


def plain_explanation(explained: ExplainedAssessment) -> ExplanationOut:
    """The shape of an explanation."""
    found = explained.explanation
    return {
        **plain_header(),
        "id": explained.stored.id,
        "as_of": explained.stored.as_of,
        "rules": [_rule(one) for one in found.rules],
        "projection": _projection(explained.assessment.projection, found.steps),
        "contradictions": [_touching(one) for one in found.contradictions],
    }


def _rule(explained: RuleExplanation) -> RuleExplanationOut:
    rule = explained.rule
    return {
        "rule_id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "origin": rule.origin,
        "severity": rule.severity,
        "contraindication": rule.contraindication,
        "answer": explained.answer,
        "facts": dict(explained.facts),
        "when": rule.when,
        "boundary": rule.boundary,
        "comparison": explained.comparison,
        "thresholds": [_threshold(one) for one in explained.thresholds],
        "message": explained.message,
        "computed": plain_computed(explained.computed),
        "missing": explained.missing,
        "suppressed_by": explained.suppressed_by,
        "assumptions": rule.assumptions,
        "citations": citations(rule.claims),
        "references": references(rule.references),
    }


def _threshold(compared: Compared) -> ThresholdOut:
    return {"path": compared.path, "text": compared.text, "holds": compared.holds}


def _projection(projection: Projection, steps: tuple[Step, ...]) -> ProjectionExplanationOut:
    return {
        "status": projection.status,
        "reason": projection.reason,
        "missing": projection.missing,
        "sermorelin_reason": projection.sermorelin_reason,
        "band_note": BAND_NOTE,
        "assumptions": [plain_assumption(one) for one in projection.assumptions],
        "steps": [_step(step) for step in steps],
    }


def _step(step: Step) -> StepOut:
    return {
        "id": step.id,
        "what": step.what,
        "formula": step.formula,
        "in_numbers": step.in_numbers,
        "value": float(step.value),  # a number of days or weeks is a whole one
        "unit": step.unit,
        "basis": step.basis,
        "citations": citations(step.claims),
    }


def _touching(touching: Touching) -> TouchingOut:
    return {
        **plain_contradiction(touching.entry),
        "shared_claims": touching.claims,
        "touches": touching.touches,
    }
