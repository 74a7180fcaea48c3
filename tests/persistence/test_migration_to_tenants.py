"""The step to tenants and back with rows in place: none is lost or shown to others unasked."""

from argparse import Namespace
from collections.abc import AsyncGenerator

import pytest
from alembic.command import downgrade, upgrade
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.engine import make_engine
from app.persistence.migrate import alembic_config, change_schema, migrate
from app.persistence.tables import assessments
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT, AuditEvent
from tests.persistence.stored import (
    NOON,
    OTHER_TENANT,
    add,
    add_with_key,
    an_assessment,
    at,
    get,
    newest_ids,
    replay_of,
)
from tests.persistence.test_api_keys import a_key
from tests.persistence.test_api_keys import add as add_key

pytestmark = pytest.mark.slow

BEFORE = "2026_11_22_assessments"
OLD_ROW = text("""INSERT INTO assessments (id, created_at_us, patient_ref, as_of, ruleset_version,
    ruleset_sha256, summary, document) VALUES (:id, :created_at_us, :patient_ref, '2026-02-28',
    '3.1.0', :sha, :summary, :document)""")


async def old_schema(engine: AsyncEngine, *, lose: str | None = None) -> None:
    def change(connection: Connection) -> None:
        config = alembic_config(connection)
        config.cmd_opts = Namespace(x=None if lose is None else [f"lose-records={lose}"])
        downgrade(config, BEFORE)

    await change_schema(engine, change)


@pytest.fixture
async def old_engine(database_url: str) -> AsyncGenerator[AsyncEngine]:
    """The schema of before, with three rows, one of them large."""
    engine = make_engine(database_url)
    await old_schema(engine)
    async with engine.begin() as connection:
        for number, each in enumerate("abc"):
            stored = an_assessment(each)
            values = {
                "id": each,
                "created_at_us": int(NOON.timestamp()) * 1_000_000 + number,
                "patient_ref": stored.patient_ref,
                "sha": stored.ruleset_sha256,
                "summary": stored.summary,
                "document": b"\0\xff" * 90_000 if each == "b" else stored.document,
            }
            await connection.execute(OLD_ROW, values)
    yield engine
    await engine.dispose()


async def test_what_was_stored_becomes_the_local_tenants(old_engine: AsyncEngine) -> None:
    await migrate(old_engine)
    unit_of_work = sql_unit_of_work(old_engine)
    assert await newest_ids(unit_of_work) == ["c", "b", "a"]
    assert await get(unit_of_work, "a") == an_assessment("a")
    assert await get(unit_of_work, "b") == an_assessment(
        "b", created_at=at(1), document=b"\0\xff" * 90_000
    )
    assert await newest_ids(unit_of_work, tenant=OTHER_TENANT) == []
    await add(unit_of_work, an_assessment("a"), tenant=OTHER_TENANT)
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.audit.first_broken() is None


async def test_no_row_gets_a_tenant_by_default_afterwards(old_engine: AsyncEngine) -> None:
    await migrate(old_engine)
    async with old_engine.connect() as connection:
        with pytest.raises(Exception, match=r"tenant_id|NOT NULL"):
            await connection.execute(
                OLD_ROW,
                {
                    "id": "d",
                    "created_at_us": 1,
                    "patient_ref": "p",
                    "sha": "s",
                    "summary": b"",
                    "document": b"",
                },
            )


async def test_there_and_back_and_there_again_keeps_every_row(old_engine: AsyncEngine) -> None:
    async def rows() -> list[tuple[object, ...]]:
        async with old_engine.connect() as connection:
            found = await connection.execute(
                text("SELECT id, created_at_us, summary, document FROM assessments ORDER BY id")
            )
            return [tuple(row) for row in found]

    before = await rows()
    for _ in range(2):
        await migrate(old_engine)
        assert await rows() == before
        await old_schema(old_engine)
        assert await rows() == before
    async with old_engine.connect() as connection:
        with pytest.raises(Exception, match=r"tenant_id|no such column"):
            await connection.execute(text("SELECT tenant_id FROM assessments"))


async def test_the_documents_stay_at_the_end_of_a_sqlite_row(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    async with engine.connect() as connection:
        columns = await connection.execute(
            text("SELECT name FROM pragma_table_info('assessments')")
        )
        assert list(columns.scalars()) == list(assessments.c.keys())
    await engine.dispose()


async def test_the_way_back_refuses_while_others_have_rows(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    await add(unit_of_work, an_assessment("a"), tenant=OTHER_TENANT)
    for lose in (None, "yes"):
        with pytest.raises(CommandError, match="1 assessments belong to other tenants"):
            await old_schema(engine, lose=lose)
    assert await newest_ids(unit_of_work, tenant=OTHER_TENANT) == ["a"]


async def test_the_way_back_loses_records_only_when_it_was_told_to(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await add_with_key(unit_of_work, an_assessment("a"), "key")
    await add_key(unit_of_work, a_key("k"))
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.audit.append(AuditEvent(NOON, "local", "assessment.created", "a"))
    for lose in (None, "no"):
        with pytest.raises(
            CommandError, match=r"1 in replays, 1 in api_keys, 1 in audit_events, 1 in audit_heads"
        ):
            await old_schema(engine, lose=lose)
    assert await replay_of(unit_of_work, "key") is not None
    await old_schema(engine, lose="yes")
    await change_schema(engine, lambda connection: upgrade(alembic_config(connection), "head"))
    assert await get(unit_of_work, "a") == an_assessment("a")
    assert await replay_of(unit_of_work, "key") is None
