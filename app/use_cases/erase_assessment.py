"""Erase one stored assessment."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from app.domain.errors import AssessmentNotFoundError
from app.use_cases.caller import Caller
from app.use_cases.ports import AuditEvent, UnitOfWork
from app.use_cases.record_refusal import record_refusal


async def erase_assessment(
    assessment_id: str, *, caller: Caller, now: datetime, unit_of_work: UnitOfWork
) -> None:
    """Erase the assessment of this id. Raises AssessmentNotFoundError, and keeps who asked."""
    async with unit_of_work(caller.tenant_id) as repositories:
        with suppress(AssessmentNotFoundError):
            await repositories.assessments.remove(assessment_id)
            await repositories.audit.append(*erasures([assessment_id], caller=caller, now=now))
            return
        await record_refusal(repositories.audit, assessment_id, caller=caller, now=now)
    raise AssessmentNotFoundError(assessment_id)


def erasures(
    assessment_ids: Iterable[str], *, caller: Caller, now: datetime
) -> tuple[AuditEvent, ...]:
    """The events that tell of their erasing."""
    return tuple(caller.did("assessment.erased", at=now, subject=each) for each in assessment_ids)
