"""The schema that migrations build, forwards, backwards and by several processes at once."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import downgrade, upgrade
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Text, inspect, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import StorageUnavailableError
from app.persistence.engine import make_engine
from app.persistence.migrate import NEWEST, SCRIPTS, alembic_config, change_schema, migrate
from app.persistence.tables import metadata
from app.persistence.unit_of_work import sql_unit_of_work
from tests.conftest import Postgres
from tests.persistence.stored import add, an_assessment, get, newest_ids

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty_engine(
    request: pytest.FixtureRequest, tmp_path: Path, postgres: Postgres
) -> AsyncGenerator[AsyncEngine]:
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path}/empty.db")
        yield engine
        await engine.dispose()
        return
    with postgres.database("template0") as url:
        engine = make_engine(url)
        yield engine
        await engine.dispose()


async def tables_of(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        return await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))


def test_the_newest_revision_is_the_one_that_is_looked_for() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_heads() == [NEWEST]


def test_a_database_that_is_up_to_date_is_opened_without_alembic(tmp_path: Path) -> None:
    open_it = (
        "import asyncio, sys\n"
        "from app.persistence.engine import make_engine\n"
        "from app.persistence.migrate import migrate\n"
        "async def main():\n"
        f"    engine = make_engine('sqlite:///{tmp_path}/kept.db')\n"
        "    await migrate(engine)\n"
        "    await engine.dispose()\n"
        "asyncio.run(main())\n"
        "print('alembic.command' in sys.modules)"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", open_it], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        for _ in range(2)
    ]
    assert loaded == ["True", "False"]


async def test_the_migrations_build_the_schema_that_the_code_reads(engine: AsyncEngine) -> None:
    def compare(connection: Connection) -> None:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []

    async with engine.connect() as connection:
        await connection.run_sync(compare)


async def test_postgresql_sorts_the_keys_by_bytes(postgres_url: str) -> None:
    with closing(psycopg.connect(postgres_url)) as connection:
        columns = connection.execute(
            """SELECT table_name, column_name FROM information_schema.columns
               WHERE table_schema = 'public' AND collation_name = 'C'"""
        ).fetchall()
    sorted_by_bytes = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in (*table.primary_key, *(each for index in table.indexes for each in index.c))
        if isinstance(column.type, Text)
    }
    assert set(columns) == {*sorted_by_bytes, ("api_keys", "tenant_id")}


def test_the_tenant_comes_first_in_every_key_but_those_that_find_the_caller() -> None:
    first = {
        table.name: {
            table.primary_key.columns[0].name,
            *(next(iter(index.c)).name for index in table.indexes),
        }
        for table in metadata.tables.values()
    }
    assert first.pop("api_keys") == {"id", "secret_sha256"}
    assert set(first) == {"assessments", "replays", "audit_events", "audit_heads"}
    assert all(columns == {"tenant_id"} for columns in first.values())


async def test_a_second_migration_changes_nothing(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    await migrate(engine)
    assert await get(unit_of_work, "a") == an_assessment("a")


async def test_down_to_nothing_and_up_again_with_rows_in_place(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"), an_assessment("b"))
    await change_schema(engine, lambda connection: downgrade(alembic_config(connection), "base"))
    assert await tables_of(engine) == {"alembic_version"}
    await migrate(engine)
    assert await newest_ids(unit_of_work) == []
    await add(unit_of_work, an_assessment("a"))
    assert await get(unit_of_work, "a") == an_assessment("a")


async def test_a_migration_that_fails_leaves_nothing(empty_engine: AsyncEngine) -> None:
    def fail_at_the_end(connection: Connection) -> None:
        upgrade(alembic_config(connection), "head")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await change_schema(empty_engine, fail_at_the_end)
    assert await tables_of(empty_engine) == set()
    await migrate(empty_engine)
    assert await tables_of(empty_engine) == {"alembic_version", *metadata.tables}


async def test_several_starts_at_once(empty_engine: AsyncEngine) -> None:
    url = empty_engine.url.render_as_string(hide_password=False)
    url = url.replace("+aiosqlite", "").replace("+psycopg", "")
    engines = [make_engine(url) for _ in range(4)]
    await asyncio.gather(*(migrate(engine) for engine in engines))
    for number, engine in enumerate(engines):
        await add(sql_unit_of_work(engine), an_assessment(f"{number}"))
    assert await newest_ids(sql_unit_of_work(engines[0])) == ["3", "2", "1", "0"]
    for engine in engines:
        await engine.dispose()


async def test_a_start_waits_for_another_no_longer_than_it_was_told(
    tmp_path: Path, postgres: Postgres
) -> None:
    async def refuses(url: str) -> None:
        engine = make_engine(url)
        began = time.monotonic()
        with pytest.raises(StorageUnavailableError):
            await migrate(engine, patience_seconds=0.3)
        assert 0.3 <= time.monotonic() - began < 2
        await engine.dispose()

    empty = tmp_path / "empty.db"
    with closing(sqlite3.connect(empty)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        await refuses(f"sqlite:///{empty}")
    with postgres.database("template0") as url, closing(psycopg.connect(url)) as other_server:
        other_server.execute("SELECT pg_advisory_xact_lock(%s)", [0x1EA4_4EE9])
        await refuses(url)


async def test_a_start_on_the_newest_schema_waits_for_nobody(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    await migrate(engine)
    with closing(sqlite3.connect(str(make_url(sqlite_url).database))) as other:
        other.execute("BEGIN IMMEDIATE")
        await migrate(engine, patience_seconds=0.1)
    await engine.dispose()


async def test_the_patience_of_a_start_ends_with_it(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/empty.db")
    await migrate(engine)
    async with engine.connect() as connection:
        assert (await connection.exec_driver_sql("PRAGMA busy_timeout")).scalar_one() == 2000
    assert engine.pool.status().startswith("Pool size: 5  Connections in pool: 1")
    await engine.dispose()


async def test_a_database_of_a_later_release_is_left_alone(engine: AsyncEngine) -> None:
    await add(sql_unit_of_work(engine), an_assessment("a"))
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '2999_later'"))
    with pytest.raises(StorageUnavailableError, match="by this release"):
        await migrate(engine)
    assert await newest_ids(sql_unit_of_work(engine)) == ["a"]


def alembic(*arguments: str, cwd: Path, database_url: str | None) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if k != "LEANKEEP_DATABASE_URL"}
    if database_url is not None:
        environment["LEANKEEP_DATABASE_URL"] = database_url
    return subprocess.Popen(
        [sys.executable, "-m", "alembic", "-c", str(ROOT / "alembic.ini"), *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_the_command_line_from_anywhere_and_three_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/leankeep.db"
    several = [alembic("upgrade", "head", cwd=tmp_path, database_url=url) for _ in range(3)]
    said = [process.communicate(timeout=30)[0] for process in several]
    assert [process.returncode for process in several] == [0, 0, 0], said
    assert sum("Running upgrade  -> 2026_11_22_assessments" in each for each in said) == 1


def test_the_command_line_finds_nothing_to_generate(tmp_path: Path, postgres_url: str) -> None:
    process = alembic("check", cwd=tmp_path, database_url=postgres_url)
    said, _ = process.communicate(timeout=30)
    assert "No new upgrade operations detected" in said
    assert process.returncode == 0


def test_the_command_line_asks_for_the_database(tmp_path: Path) -> None:
    process = alembic("current", cwd=tmp_path, database_url=None)
    said, _ = process.communicate(timeout=30)
    assert "LEANKEEP_DATABASE_URL must name the database" in said
    assert process.returncode != 0
