"""Wire shapes of a stored assessment."""

import json
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, ValidationError
from typing_extensions import TypedDict

from app.api.json_answer import to_json, written
from app.api.schemas.case import CaseIn, PatientRef, StoredCaseIn
from app.api.schemas.dosing_window import DosingWindowOut, plain_dosing_window
from app.api.schemas.findings import FindingsOut, plain_findings
from app.api.schemas.interpreted import InterpretedOut, plain_interpreted
from app.api.schemas.out import EvaluationOut, RulesetOut, plain_header
from app.api.schemas.projection import ProjectionOut, plain_projection
from app.domain.assessment import Assessment, ContraindicationLevel, SavedSummary, Summary
from app.domain.dosing_window import DosingVerdict
from app.domain.rules.rule import Severity
from app.use_cases.assess_case import Answer
from app.use_cases.list_assessments import Page
from app.use_cases.ports import StoredAssessmentHead


class SavedSummaryOut(TypedDict):
    """Lean mass saved in kg, with the factors that had to be assumed."""

    low: float
    central: float
    high: float
    assumed: tuple[str, ...]


class SummaryOut(TypedDict):
    """The answer at a glance."""

    highest_severity: Annotated[
        Severity | Literal["none"], Field(description="Standing notices are left out.")
    ]
    contraindication: ContraindicationLevel
    contraindications_unknown_count: int
    screening: Literal["complete", "incomplete"]
    dosing_verdict: DosingVerdict
    lean_saved_kg: Annotated[
        SavedSummaryOut | None,
        Field(description="null without a sermorelin arm, or with protein or training unknown."),
    ]


class _ResultsOut(EvaluationOut, FindingsOut):
    summary: SummaryOut
    interpreted: InterpretedOut
    dosing_window: DosingWindowOut
    projection: ProjectionOut


class AssessedOut(_ResultsOut):
    """Everything that one case led to."""

    as_of: date
    patient_ref: PatientRef | None


class AssessmentOut(_ResultsOut):
    """Everything that one case led to, as it was stored."""

    as_of: date
    patient_ref: PatientRef
    id: str
    created_at: datetime


class AssessmentItemOut(TypedDict):
    """An assessment in a list; fetch it by its id for the whole."""

    id: str
    created_at: datetime
    as_of: date
    patient_ref: str
    ruleset: RulesetOut
    summary: SummaryOut


class AssessmentPageOut(TypedDict):
    """A page of assessments, newest first; `next_cursor` is null at the end."""

    items: list[AssessmentItemOut]
    next_cursor: str | None


def stored_answer(
    given: StoredCaseIn, assessment: Assessment, *, identifier: str, created_at: datetime
) -> Answer:
    """The bytes of `AssessmentOut`, and of its summary."""
    whole: AssessmentOut = {
        "id": identifier,
        "created_at": created_at,
        "as_of": assessment.facts.as_of,
        "patient_ref": given.patient_ref,
        **_results(given, assessment),
    }
    return Answer(to_json(whole), to_json(whole["summary"]))


def stored_case(document: bytes) -> StoredCaseIn | None:
    """The case that a stored answer was made from: its `interpreted`, derived facts left out.

    None where it has another shape than cases have today.
    """
    interpreted = json.loads(document)["interpreted"]
    given = {name: interpreted[name] for name in CaseIn.model_fields if name in interpreted}
    try:
        return StoredCaseIn.model_validate(given)
    except ValidationError:
        return None


def plain_assessment(given: CaseIn, assessment: Assessment) -> AssessedOut:
    """The shape of an assessment that is not stored."""
    return {
        "as_of": assessment.facts.as_of,
        "patient_ref": given.patient_ref,
        **_results(given, assessment),
    }


def _results(given: CaseIn, assessment: Assessment) -> _ResultsOut:
    facts = assessment.facts
    return {
        "summary": _summary(assessment.summary),
        "dosing_window": plain_dosing_window(assessment.dosing_window),
        "projection": plain_projection(assessment.projection),
        **plain_findings(assessment.evaluation, facts),
        "interpreted": plain_interpreted(given, facts),
        **plain_header(),
    }


def _summary(summary: Summary) -> SummaryOut:
    return {
        "highest_severity": summary.highest_severity,
        "contraindication": summary.contraindication,
        "contraindications_unknown_count": summary.contraindications_unknown_count,
        "screening": summary.screening,
        "dosing_verdict": summary.dosing_verdict,
        "lean_saved_kg": _saved(summary.lean_saved_kg),
    }


def _saved(saved: SavedSummary | None) -> SavedSummaryOut | None:
    if saved is None:
        return None
    return {
        "low": saved.low,
        "central": saved.central,
        "high": saved.high,
        "assumed": saved.assumed,
    }


def plain_page(page: Page) -> AssessmentPageOut:
    """The shape of a page of the list."""
    return {"items": [_item(head) for head in page.items], "next_cursor": page.next_cursor}


def _item(head: StoredAssessmentHead) -> AssessmentItemOut:
    return {
        "id": head.id,
        "created_at": head.created_at,
        "as_of": head.as_of,
        "patient_ref": head.patient_ref,
        "ruleset": {"version": head.ruleset_version, "sha256": head.ruleset_sha256},
        "summary": written(head.summary, SummaryOut),
    }
