"""Assess a case and store the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.assessment import Assessment, assess
from app.domain.case import Case
from app.use_cases.ports import StoredAssessment, UnitOfWork
from app.use_cases.ruleset import current_ruleset


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer as bytes: the whole document, and the summary that a list shows."""

    document: bytes
    summary: bytes


async def assess_case(
    case: Case,
    *,
    patient_ref: str,
    assessment_id: str,
    now: datetime,
    present: Callable[[Assessment], Answer],
    unit_of_work: UnitOfWork,
) -> StoredAssessment:
    """Assess, then store the very bytes that are answered.

    Raises ConflictingCaseError for a case that contradicts itself, StorageUnavailableError where
    it cannot be stored.
    """
    answer = present(assess(case))
    ruleset = current_ruleset()
    stored = StoredAssessment(
        id=assessment_id,
        created_at=now,
        patient_ref=patient_ref,
        as_of=case.as_of,
        ruleset_version=ruleset.version,
        ruleset_sha256=ruleset.sha256,
        summary=answer.summary,
        document=answer.document,
    )
    async with unit_of_work() as repositories:
        await repositories.assessments.add(stored)
    return stored
