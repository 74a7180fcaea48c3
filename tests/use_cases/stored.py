"""Stored assessments for the use cases that only read, list and erase."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from app.use_cases.caller import Caller, local_caller
from app.use_cases.ports import StoredAssessment, UnitOfWork

START: Final = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
ME: Final = local_caller()
NEIGHBOUR: Final = local_caller("neighbour")


def ident(number: int) -> str:
    """An id as the service makes them."""
    return f"00000000-0000-0000-0000-{number:012x}"


def stored(assessment_id: str, *, micros: int = 0, patient_ref: str = "p-1") -> StoredAssessment:
    """An assessment made so many microseconds after the start."""
    return StoredAssessment(
        id=assessment_id,
        created_at=START + timedelta(microseconds=micros),
        patient_ref=patient_ref,
        as_of=date(2026, 6, 1),
        ruleset_version="1.0.0",
        ruleset_sha256="0" * 64,
        summary=b"{}",
        document=f'{{"id": "{assessment_id}"}}'.encode(),
    )


async def keep(
    unit_of_work: UnitOfWork, *assessments: StoredAssessment, caller: Caller = ME
) -> None:
    async with unit_of_work(caller.tenant_id) as repositories:
        for one in assessments:
            await repositories.assessments.add(one)
