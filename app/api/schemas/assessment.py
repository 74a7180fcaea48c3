"""Wire shapes of a stored assessment."""

from datetime import date, datetime
from typing import Literal, Self

from pydantic import Field

from app.api.schemas.case import CaseIn, PatientRef
from app.api.schemas.dosing_window import DosingWindowOut
from app.api.schemas.findings import FindingsOut
from app.api.schemas.interpreted import InterpretedOut
from app.api.schemas.out import EvaluationOut, OutModel, RulesetOut, evaluation_header
from app.api.schemas.projection import ProjectionOut
from app.domain.assessment import Assessment, ContraindicationLevel, assess
from app.domain.dosing_window import DosingVerdict
from app.domain.rules.rule import Severity
from app.use_cases.assess_case import Answer


class SavedSummaryOut(OutModel):
    """Lean mass saved in kg, with the factors that had to be assumed."""

    low: float
    central: float
    high: float
    assumed: tuple[str, ...]


class SummaryOut(OutModel):
    """The answer at a glance."""

    highest_severity: Severity | Literal["none"] = Field(
        description="Standing notices are left out."
    )
    contraindication: ContraindicationLevel
    contraindications_unknown_count: int
    screening: Literal["complete", "incomplete"]
    dosing_verdict: DosingVerdict
    lean_saved_kg: SavedSummaryOut | None = Field(
        description="null without a sermorelin arm, or with protein or training unknown."
    )


class AssessedOut(FindingsOut, EvaluationOut):
    """Everything that one case led to."""

    as_of: date
    patient_ref: PatientRef | None
    summary: SummaryOut
    interpreted: InterpretedOut
    dosing_window: DosingWindowOut
    projection: ProjectionOut

    @classmethod
    def of(cls, given: CaseIn, *, today: date) -> Self:
        """Assess a case and present the answer; nothing is stored.

        Raises ConflictingCaseError for a case that contradicts itself.
        """
        return cls.presenting(given, assess(given.to_domain(today=today)))

    @classmethod
    def presenting(cls, given: CaseIn, assessment: Assessment) -> Self:
        """Present what a case led to."""
        return cls.model_validate(assessed_fields(given, assessment))


class AssessmentOut(AssessedOut):
    """Everything that one case led to, as it was stored."""

    id: str
    created_at: datetime
    patient_ref: PatientRef


class AssessmentItemOut(OutModel):
    """An assessment in a list; fetch it by its id for the whole."""

    id: str
    created_at: datetime
    as_of: date
    patient_ref: str
    ruleset: RulesetOut
    summary: SummaryOut


class AssessmentPageOut(OutModel):
    """A page of assessments, newest first; `next_cursor` is null at the end."""

    items: list[AssessmentItemOut]
    next_cursor: str | None


def stored_answer(
    given: CaseIn, assessment: Assessment, identifier: str, created_at: datetime
) -> Answer:
    """The bytes of `AssessmentOut`, and of its summary."""
    answer = AssessmentOut.model_validate(
        {"id": identifier, "created_at": created_at, **assessed_fields(given, assessment)}
    )
    return Answer(
        answer.model_dump_json(by_alias=True).encode(), answer.summary.model_dump_json().encode()
    )


def assessed_fields(given: CaseIn, assessment: Assessment) -> dict[str, object]:
    """The fields of `AssessedOut`, for it and for the shapes that extend it."""
    facts = assessment.facts
    return {
        "as_of": facts.as_of,
        "patient_ref": facts.case.patient_ref,
        "summary": SummaryOut.model_validate(assessment.summary),
        "interpreted": InterpretedOut.of(given, facts),
        "dosing_window": DosingWindowOut.model_validate(
            DosingWindowOut.fields_of(assessment.dosing_window)
        ),
        "projection": ProjectionOut.model_validate(ProjectionOut.fields_of(assessment.projection)),
        **FindingsOut.fields_of(assessment.evaluation, facts),
        **evaluation_header(),
    }
