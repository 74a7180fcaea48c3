"""Wire shapes of an explanation."""

import json
from datetime import date
from typing import Any, Self

from pydantic import Field, ValidationError

from app.api.schemas.case import CaseIn, StoredCaseIn
from app.api.schemas.citations import CitationOut, ReferenceOut
from app.api.schemas.findings import ComputedOut
from app.api.schemas.knowledge import ContradictionOut
from app.api.schemas.out import EvaluationOut, OutModel
from app.api.schemas.projection import BAND_NOTE, AssumptionOut
from app.domain.errors import RulesetChangedError
from app.domain.explanation.relevant_contradictions import Touching
from app.domain.explanation.rules import RuleAnswer, RuleExplanation
from app.domain.explanation.step import Step
from app.domain.formula import Basis
from app.domain.projection.answer import Projection, ProjectionStatus
from app.domain.rules.rule import Category, Contraindication, Origin, Severity

_SAME_IN_ANSWER = (
    "answer",
    "facts",
    "comparison",
    "message",
    "missing",
    "suppressed_by",
)
_SAME_IN_RULE = (
    "title",
    "category",
    "origin",
    "severity",
    "contraindication",
    "when",
    "boundary",
    "assumptions",
)
"""Fields that carry the domain's value as it is."""


class ThresholdOut(OutModel):
    """One comparison with a number."""

    path: str
    text: str
    holds: bool | None = Field(description="null where the fact is unknown.")


class RuleExplanationOut(OutModel):
    """One rule's answer: what it read, against what, and what it rests on."""

    rule_id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity
    contraindication: Contraindication
    answer: RuleAnswer
    facts: dict[str, bool | int | float | str | tuple[str, ...] | None] = Field(
        description="Every fact and option that the rule's answer depends on; null is unknown."
    )
    when: str = Field(description="The condition that raises it.")
    boundary: str = Field(description="What happens exactly at the threshold.")
    comparison: str = Field(description="The condition with the facts put in, and the outcome.")
    thresholds: list[ThresholdOut]
    message: str | None = Field(
        description="What it says raised, or would say if it were not suppressed."
    )
    computed: dict[str, ComputedOut]
    missing: tuple[str, ...]
    suppressed_by: tuple[str, ...]
    assumptions: tuple[str, ...]
    citations: list[CitationOut]
    references: list[ReferenceOut]

    @classmethod
    def of(cls, explained: RuleExplanation) -> Self:
        """Present one rule."""
        rule = explained.rule
        fields: dict[str, Any] = {
            **{name: getattr(explained, name) for name in _SAME_IN_ANSWER},
            **{name: getattr(rule, name) for name in _SAME_IN_RULE},
        }
        return cls(
            rule_id=rule.id,
            thresholds=[ThresholdOut.model_validate(one) for one in explained.thresholds],
            computed={
                name: ComputedOut.model_validate(one) for name, one in explained.computed.items()
            },
            citations=[CitationOut.of(claim) for claim in rule.claims],
            references=[ReferenceOut.of(reference) for reference in rule.references],
            **fields,
        )


class StepOut(OutModel):
    """A number of the projection, and how it comes about."""

    id: str
    what: str
    formula: str = Field(description="In symbols; earlier steps say what they stand for.")
    in_numbers: str = Field(
        description="The same with the numbers in place, in + - * / **, brackets, min, max and ln;"
        " what the body-weight model gives is one of the numbers."
    )
    value: float
    unit: str = Field(description="UCUM; 1 is a plain number.")
    basis: Basis
    citations: list[CitationOut]

    @classmethod
    def of(cls, step: Step) -> Self:
        """Present one step."""
        return cls(
            id=step.id,
            what=step.what,
            formula=step.formula,
            in_numbers=step.in_numbers,
            value=step.value,
            unit=step.unit,
            basis=step.basis,
            citations=[CitationOut.of(claim) for claim in step.claims],
        )


class ProjectionExplanationOut(OutModel):
    """The projection's arithmetic, from the inputs to kilograms; no steps where none was made."""

    status: ProjectionStatus
    reason: str | None
    missing: tuple[str, ...]
    sermorelin_reason: str | None
    band_note: str
    assumptions: list[AssumptionOut]
    steps: list[StepOut]

    @classmethod
    def of(cls, projection: Projection, steps: tuple[Step, ...]) -> Self:
        """Present the chain."""
        return cls(
            status=projection.status,
            reason=projection.reason,
            missing=projection.missing,
            sermorelin_reason=projection.sermorelin_reason,
            band_note=BAND_NOTE,
            assumptions=[AssumptionOut.model_validate(one) for one in projection.assumptions],
            steps=[StepOut.of(step) for step in steps],
        )


class TouchingOut(ContradictionOut):
    """A contradiction that turns on a claim which the answer rests on, or names a raised rule.

    What rests on a claim: a raised rule, a check that passes or fails, a step of the projection.
    """

    shared_claims: tuple[str, ...] = Field(
        description="Empty where the contradiction names a rule and shares no claim."
    )
    touches: tuple[str, ...] = Field(
        description="Where the answer rests on them, and the raised rules that it names.",
        examples=[["rule dose-in-range", "check dose", "step control-share"]],
    )

    @classmethod
    def of(cls, touching: Touching) -> Self:
        """Present one."""
        return cls(
            shared_claims=touching.claims,
            touches=touching.touches,
            **cls.fields_of(touching.entry),
        )


class ExplanationOut(EvaluationOut):
    """Answer of GET /v1/assessments/{id}/explanation."""

    id: str
    as_of: date
    rules: list[RuleExplanationOut]
    projection: ProjectionExplanationOut
    contradictions: list[TouchingOut]


def given_in(document: bytes) -> StoredCaseIn:
    """The case that a stored answer was made from: its `interpreted`, derived facts left out.

    Raises RulesetChangedError where it has another shape than cases have today.
    """
    interpreted = json.loads(document)["interpreted"]
    given = {name: interpreted[name] for name in CaseIn.model_fields if name in interpreted}
    try:
        return StoredCaseIn.model_validate(given)
    except ValidationError as error:
        raise RulesetChangedError from error
