"""Assessments to store, told apart by what a test varies."""

from datetime import UTC, date, datetime, timedelta

from app.use_cases.ports import Position, StoredAssessment, StoredAssessmentHead, UnitOfWork

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def an_assessment(
    assessment_id: str,
    *,
    created_at: datetime = NOON,
    patient_ref: str = "patient-1",
    document: bytes = b'{"verdict":"inside"}',
) -> StoredAssessment:
    return StoredAssessment(
        id=assessment_id,
        created_at=created_at,
        patient_ref=patient_ref,
        as_of=date(2026, 2, 28),
        ruleset_version="3.1.0",
        ruleset_sha256="ab" * 32,
        summary=b'{"screening":"complete"}',
        document=document,
    )


def at(microseconds: int) -> datetime:
    return NOON + timedelta(microseconds=microseconds)


async def add(unit_of_work: UnitOfWork, *stored: StoredAssessment) -> None:
    async with unit_of_work() as repositories:
        for each in stored:
            await repositories.assessments.add(each)


async def get(unit_of_work: UnitOfWork, assessment_id: str) -> StoredAssessment:
    async with unit_of_work() as repositories:
        return await repositories.assessments.get(assessment_id)


async def remove(unit_of_work: UnitOfWork, assessment_id: str) -> None:
    async with unit_of_work() as repositories:
        await repositories.assessments.remove(assessment_id)


async def newest(
    unit_of_work: UnitOfWork,
    *,
    patient_ref: str | None = None,
    limit: int = 50,
    after: StoredAssessmentHead | None = None,
) -> tuple[StoredAssessmentHead, ...]:
    position = None if after is None else Position(after.created_at, after.id)
    async with unit_of_work() as repositories:
        return await repositories.assessments.newest(
            patient_ref=patient_ref, limit=limit, after=position
        )


async def newest_ids(unit_of_work: UnitOfWork, *, patient_ref: str | None = None) -> list[str]:
    return [head.id for head in await newest(unit_of_work, patient_ref=patient_ref)]
