"""Read one stored assessment."""

from contextlib import suppress
from datetime import datetime

from app.domain.errors import AssessmentNotFoundError
from app.use_cases.caller import Caller
from app.use_cases.ports import StoredAssessment, UnitOfWork
from app.use_cases.record_refusal import record_refusal


async def read_assessment(
    assessment_id: str, *, caller: Caller, now: datetime, unit_of_work: UnitOfWork
) -> StoredAssessment:
    """The assessment of this id. Raises AssessmentNotFoundError, and keeps who asked."""
    async with unit_of_work(caller.tenant_id) as repositories:
        with suppress(AssessmentNotFoundError):
            return await repositories.assessments.get(assessment_id)
        await record_refusal(repositories.audit, assessment_id, caller=caller, now=now)
    raise AssessmentNotFoundError(assessment_id)
