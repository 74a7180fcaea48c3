"""Assessments to store, told apart by what a test varies."""

from datetime import UTC, date, datetime, timedelta

from app.use_cases.ports import (
    LOCAL_TENANT,
    Position,
    Replay,
    Repositories,
    StoredAssessment,
    StoredAssessmentHead,
    UnitOfWork,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OTHER_TENANT = "other"


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


def a_replay(key: str, assessment_id: str, *, created_at: datetime = NOON) -> Replay:
    return Replay(
        key=key, body_sha256="cd" * 32, assessment_id=assessment_id, created_at=created_at
    )


def at(microseconds: int) -> datetime:
    return NOON + timedelta(microseconds=microseconds)


async def add(
    unit_of_work: UnitOfWork, *stored: StoredAssessment, tenant: str = LOCAL_TENANT
) -> None:
    async with unit_of_work(tenant) as repositories:
        for each in stored:
            await repositories.assessments.add(each)


async def add_with_key(
    unit_of_work: UnitOfWork, stored: StoredAssessment, key: str, *, tenant: str = LOCAL_TENANT
) -> None:
    async with unit_of_work(tenant) as repositories:
        await repositories.replays.add(a_replay(key, stored.id, created_at=stored.created_at))
        await repositories.assessments.add(stored)


async def get(
    unit_of_work: UnitOfWork, assessment_id: str, *, tenant: str = LOCAL_TENANT
) -> StoredAssessment:
    async with unit_of_work(tenant) as repositories:
        return await repositories.assessments.get(assessment_id)


async def replay_of(
    unit_of_work: UnitOfWork, key: str, *, tenant: str = LOCAL_TENANT
) -> Replay | None:
    async with unit_of_work(tenant) as repositories:
        return await kept_under(repositories, key)


async def kept_under(repositories: Repositories, key: str) -> Replay | None:
    """What is kept under just this key, read as the service reads it."""
    found = await repositories.replays.batch_replays(key)
    return next((replay for replay in found if replay.key == key), None)


async def remove(
    unit_of_work: UnitOfWork, assessment_id: str, *, tenant: str = LOCAL_TENANT
) -> None:
    async with unit_of_work(tenant) as repositories:
        await repositories.assessments.remove(assessment_id)


async def newest(
    unit_of_work: UnitOfWork,
    *,
    patient_ref: str | None = None,
    limit: int = 50,
    after: StoredAssessmentHead | None = None,
    tenant: str = LOCAL_TENANT,
) -> tuple[StoredAssessmentHead, ...]:
    position = None if after is None else Position(after.created_at, after.id)
    async with unit_of_work(tenant) as repositories:
        return await repositories.assessments.newest(
            patient_ref=patient_ref, limit=limit, after=position
        )


async def newest_ids(
    unit_of_work: UnitOfWork, *, patient_ref: str | None = None, tenant: str = LOCAL_TENANT
) -> list[str]:
    heads = await newest(unit_of_work, patient_ref=patient_ref, tenant=tenant)
    return [head.id for head in heads]
