"""The audit trail: whole however many write at once, and broken by whatever is done to its rows."""

import asyncio
import itertools
from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import StorageUnavailableError
from app.persistence import audit_trail
from app.persistence.audit_chain import START, follow, next_entry
from app.persistence.audit_trail import SqlAuditTrail
from app.persistence.tables import audit_events
from app.persistence.unit_of_work import sql_unit_of_work
from app.persistence.writer import Writer
from app.use_cases.ports import LOCAL_TENANT, AuditEvent, UnitOfWork
from tests.persistence.stored import NOON, OTHER_TENANT, an_assessment, at, newest_ids


async def append(unit_of_work: UnitOfWork, *subjects: str, tenant: str = LOCAL_TENANT) -> None:
    for number, subject in enumerate(subjects):
        event = AuditEvent(at(number), "local", "assessment.created", subject)
        async with unit_of_work(tenant) as repositories:
            await repositories.audit.append(event)


async def first_broken(unit_of_work: UnitOfWork, tenant: str = LOCAL_TENANT) -> int | None:
    async with unit_of_work(tenant) as repositories:
        return await repositories.audit.first_broken()


async def append_together(unit_of_work: UnitOfWork, *subjects: str) -> None:
    """By one call."""
    events = [AuditEvent(NOON, "local", "assessment.created", each) for each in subjects]
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.audit.append(*events)


async def test_a_trail_that_nobody_touched_is_whole(unit_of_work: UnitOfWork) -> None:
    assert await first_broken(unit_of_work) is None
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.audit.append(AuditEvent(NOON, "k1", "patient.erased", None, 3))
        await repositories.audit.append(AuditEvent(NOON, "k1", "key.revoked", "größer"))
        assert await repositories.audit.first_broken() is None
    await append(unit_of_work, "a")
    assert await first_broken(unit_of_work) is None


async def test_an_event_is_kept_or_undone_with_what_it_tells_of(unit_of_work: UnitOfWork) -> None:
    async def fail() -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.assessments.add(an_assessment("a"))
            await repositories.audit.append(AuditEvent(NOON, "local", "assessment.created", "a"))
            raise ZeroDivisionError

    await append(unit_of_work, "before")
    with pytest.raises(ZeroDivisionError):
        await fail()
    await append(unit_of_work, "after")
    assert await first_broken(unit_of_work) is None
    assert await newest_ids(unit_of_work) == []


async def test_many_writers_at_once_do_not_fork_the_chain(unit_of_work: UnitOfWork) -> None:
    async def write(number: int) -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.assessments.newest(patient_ref=None, limit=1, after=None)
            await repositories.assessments.add(an_assessment(f"{number}"))
            await repositories.audit.append(AuditEvent(NOON, "local", "assessment.created", "a"))
            await repositories.audit.append(AuditEvent(NOON, "local", "assessment.created", "b"))

    checks = [first_broken(unit_of_work) for _ in range(5)]
    written = [write(number) for number in range(30)]
    outcomes = await asyncio.gather(*written[:15], *checks, *written[15:])
    assert set(outcomes) == {None}
    assert await first_broken(unit_of_work) is None
    assert len(await newest_ids(unit_of_work)) == 30


async def test_many_processes_at_once_do_not_fork_the_chain(engine: AsyncEngine) -> None:
    await asyncio.gather(*(append(sql_unit_of_work(engine), "a", "b") for _ in range(10)))
    async with engine.connect() as connection:
        rows = await connection.execute(text("SELECT seq FROM audit_events ORDER BY seq"))
        assert list(rows.scalars()) == list(range(1, 21))


async def test_several_events_at_once_stand_in_their_order(unit_of_work: UnitOfWork) -> None:
    await append_together(unit_of_work, "a", "b", "c")
    await append(unit_of_work, "d")
    async with unit_of_work(LOCAL_TENANT) as repositories:
        for subject in ("e", "f"):
            event = AuditEvent(NOON, "local", "assessment.created", subject)
            await repositories.audit.append(event, event)
        assert await repositories.audit.first_broken() is None
    await append_together(unit_of_work, "g")
    assert await first_broken(unit_of_work) is None


async def test_several_at_once_make_the_chain_that_one_by_one_make(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await append(unit_of_work, "first")
    await append_together(unit_of_work, "a", "b", "c")
    events = [AuditEvent(NOON, "local", "assessment.created", s) for s in ("first", "a", "b", "c")]
    expected = [next_entry(LOCAL_TENANT, START, events[0])]
    for event in events[1:]:
        head = follow(LOCAL_TENANT, START, expected)
        expected.append(next_entry(LOCAL_TENANT, head, event))
    async with engine.connect() as connection:
        rows = await connection.execute(
            text("SELECT seq, subject, previous_sha256, sha256 FROM audit_events ORDER BY seq")
        )
        assert [tuple(row) for row in rows] == [
            (each.seq, each.subject, each.previous_sha256, each.sha256) for each in expected
        ]


async def test_batches_at_once_do_not_fork_the_chain(engine: AsyncEngine) -> None:
    await asyncio.gather(
        *(append_together(sql_unit_of_work(engine), *[f"{n}"] * (1 + n % 3)) for n in range(12))
    )
    assert await first_broken(sql_unit_of_work(engine)) is None
    async with engine.connect() as connection:
        rows = await connection.execute(text("SELECT seq, subject FROM audit_events ORDER BY seq"))
        numbers, subjects = zip(*(tuple(row) for row in rows), strict=True)
    assert numbers == tuple(range(1, 25))
    runs = [subject for subject, _ in itertools.groupby(subjects)]
    assert len(runs) == 12  # what came together stands together


TAMPERED = {
    "UPDATE audit_events SET actor = 'k2' WHERE seq = 2": 2,
    "UPDATE audit_events SET action = 'key.created' WHERE seq = 1": 1,
    "UPDATE audit_events SET subject = NULL WHERE seq = 3": 3,
    "UPDATE audit_events SET subject = 'nobody' WHERE seq = 4": 4,
    "UPDATE audit_events SET row_count = 0 WHERE seq = 4": 4,
    "UPDATE audit_events SET at_us = at_us + 1 WHERE seq = 2": 2,
    "UPDATE audit_events SET at_us = 9000000000000000000 WHERE seq = 2": 2,
    "UPDATE audit_events SET sha256 = previous_sha256 WHERE seq = 2": 2,
    "UPDATE audit_events SET previous_sha256 = sha256 WHERE seq = 2": 2,
    "UPDATE audit_events SET tenant_id = 'other' WHERE seq = 4": 4,
    "UPDATE audit_events SET seq = seq + 10 WHERE seq = 3": 3,
    "UPDATE audit_events SET seq = 0 WHERE seq = 1": 1,
    "DELETE FROM audit_events WHERE seq = 1": 1,
    "DELETE FROM audit_events WHERE seq = 3": 3,
    "DELETE FROM audit_events WHERE seq = 4": 4,
    "DELETE FROM audit_events WHERE seq > 1": 2,
    "DELETE FROM audit_events": 1,
    "DELETE FROM audit_heads": 1,
    "UPDATE audit_heads SET seq = 3": 4,
    "UPDATE audit_heads SET seq = 5": 5,
    "UPDATE audit_heads SET sha256 = 'x'": 4,
}


@pytest.mark.parametrize("page", [2, 4, 100])
async def test_what_is_done_to_a_row_by_hand_is_found(
    engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(audit_trail, "_PAGE_ROWS", page)
    await append(sql_unit_of_work(engine), "a", "b", "c", "d")
    found: dict[str, int | None] = {}
    async with engine.connect() as connection:
        for statement in TAMPERED:
            await connection.execute(text(statement))
            found[statement] = await SqlAuditTrail(
                connection, LOCAL_TENANT, Writer(connection, None)
            ).first_broken()
            await connection.rollback()
    assert found == TAMPERED
    assert await first_broken(sql_unit_of_work(engine)) is None


async def test_a_row_put_in_by_hand_is_found_even_when_it_is_sealed(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    events = [AuditEvent(at(number), "local", "assessment.created", "a") for number in range(2)]
    await append(unit_of_work, "a", "a")
    real = [next_entry(LOCAL_TENANT, START, events[0])]
    real.append(next_entry(LOCAL_TENANT, follow(LOCAL_TENANT, START, real), events[1]))
    head = follow(LOCAL_TENANT, START, real)
    assert head.seq == 2
    late = AuditEvent(NOON + timedelta(days=1), "local", "assessment.erased", "a")
    forged = asdict(next_entry(LOCAL_TENANT, head, late))
    async with engine.begin() as connection:
        await connection.execute(insert(audit_events).values(tenant_id=LOCAL_TENANT, **forged))
    assert await first_broken(unit_of_work) == 3


async def test_a_row_of_another_tenant_does_not_fit_into_a_trail(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await append(unit_of_work, "a", tenant=OTHER_TENANT)
    await append(unit_of_work, "a")
    async with engine.begin() as connection:
        for table in ("audit_events", "audit_heads"):
            await connection.execute(text(f"DELETE FROM {table} WHERE tenant_id = 'local'"))  # noqa: S608
            await connection.execute(text(f"UPDATE {table} SET tenant_id = 'local'"))  # noqa: S608
    assert await first_broken(unit_of_work) == 1


async def test_nothing_is_added_behind_a_chain_that_lost_its_head(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await append(unit_of_work, "a", "b")
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM audit_heads"))
    with pytest.raises(StorageUnavailableError):
        await append(unit_of_work, "c")
    assert await first_broken(unit_of_work) == 1


def test_the_seal_of_an_event_never_changes() -> None:
    """Trails are checked for years: a changed way of sealing would break all of them."""
    entry = next_entry("clinic", START, AuditEvent(NOON, "k1", "patient.erased", None, 3))
    text_sealed = (
        '{"action":"patient.erased","actor":"k1","at_us":1772366400000000,"previous_sha256":"'
        + "0" * 64
        + '","row_count":3,"seq":1,"subject":null,"tenant_id":"clinic"}'
    )
    assert entry.sha256 == sha256(text_sealed.encode()).hexdigest()
