"""Erase one stored assessment."""

from contextlib import suppress
from datetime import datetime

from app.domain.errors import AssessmentNotFoundError
from app.use_cases.caller import Caller
from app.use_cases.ports import UnitOfWork
from app.use_cases.refusal import record_refusal


async def erase_assessment(
    assessment_id: str, *, caller: Caller, now: datetime, unit_of_work: UnitOfWork
) -> None:
    """Erase the assessment of this id. Raises AssessmentNotFoundError, and keeps who asked."""
    async with unit_of_work(caller.tenant_id) as repositories:
        with suppress(AssessmentNotFoundError):
            await repositories.assessments.remove(assessment_id)
            await repositories.audit.append(
                caller.did("assessment.erased", at=now, subject=assessment_id)
            )
            return
        await record_refusal(repositories.audit, assessment_id, caller=caller, now=now)
    raise AssessmentNotFoundError(assessment_id)
