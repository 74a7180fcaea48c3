"""Wire shapes of a stored assessment."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from app.api.json_answer import Plain, to_json
from app.api.schemas.case import CaseIn, PatientRef
from app.api.schemas.dosing_window import DosingWindowOut, plain_dosing_window
from app.api.schemas.findings import FindingsOut, plain_findings
from app.api.schemas.interpreted import InterpretedOut, plain_interpreted
from app.api.schemas.out import EvaluationOut, OutModel, RulesetOut, plain_header
from app.api.schemas.projection import ProjectionOut, plain_projection
from app.domain.assessment import Assessment, ContraindicationLevel
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
    head: Plain = {"id": identifier, "created_at": created_at}
    return Answer(to_json(head | plain_assessment(given, assessment)), to_json(assessment.summary))


def plain_assessment(given: CaseIn, assessment: Assessment) -> Plain:
    """The fields of `AssessedOut`."""
    facts = assessment.facts
    return {
        "as_of": facts.as_of,
        "patient_ref": facts.case.patient_ref,
        "summary": assessment.summary,
        "dosing_window": plain_dosing_window(assessment.dosing_window),
        "projection": plain_projection(assessment.projection),
        **plain_findings(assessment.evaluation, facts),
        "interpreted": plain_interpreted(given, facts),
        **plain_header(),
    }
