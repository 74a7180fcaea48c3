"""A database that cannot serve is told as such, within seconds, whatever went wrong with it."""

import asyncio
import os
import signal
import socket
import sqlite3
import time
import traceback
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import DomainError, InvalidCursorError, StorageUnavailableError
from app.persistence.engine import make_engine
from app.persistence.migrate import migrate
from app.persistence.unit_of_work import sql_health_check, sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT, Position, UnitOfWork
from tests.persistence.stored import NOON, add, an_assessment, get, newest, remove

pytestmark = pytest.mark.slow

SECONDS_AT_MOST = 4.5


@contextmanager
def refused() -> Generator[None]:
    began = time.monotonic()
    with pytest.raises(StorageUnavailableError) as refusal:
        yield
    assert time.monotonic() - began < SECONDS_AT_MOST
    assert "patient-1" not in "".join(traceback.format_exception(refusal.value))


async def refuses_everything(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    with refused():
        await sql_health_check(engine)()
    began = time.monotonic()
    outcomes = await asyncio.gather(
        add(unit_of_work, an_assessment("b")),
        get(unit_of_work, "a"),
        newest(unit_of_work),
        remove(unit_of_work, "a"),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [StorageUnavailableError] * 4
    assert time.monotonic() - began < SECONDS_AT_MOST


async def test_a_healthy_database_says_so(engine: AsyncEngine) -> None:
    await sql_health_check(engine)()


async def test_a_table_locked_in_postgresql(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    with closing(psycopg.connect(postgres_url)) as other:
        other.execute("LOCK TABLE assessments IN ACCESS EXCLUSIVE MODE")
        await refuses_everything(engine)
        began = time.monotonic()
        crowd = [add(unit_of_work, an_assessment(f"c{number}")) for number in range(30)]
        outcomes = await asyncio.gather(*crowd, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [StorageUnavailableError] * 30
        assert time.monotonic() - began < SECONDS_AT_MOST
    await add(unit_of_work, an_assessment("b"))
    assert [head.id for head in await newest(unit_of_work)] == ["b", "a"]
    await engine.dispose()


async def test_a_sqlite_file_that_another_writes_to(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    with closing(sqlite3.connect(str(make_url(sqlite_url).database))) as other:
        other.execute("BEGIN IMMEDIATE")
        with refused():
            await add(unit_of_work, an_assessment("b"))
        assert (await get(unit_of_work, "a")).id == "a"  # reading goes on
        await sql_health_check(engine)()
    await add(unit_of_work, an_assessment("b"))
    await engine.dispose()


async def test_a_read_before_a_write_is_not_held_against_a_sqlite_unit(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.assessments.newest(patient_ref=None, limit=1, after=None)
        await add(unit_of_work, an_assessment("of another"))
        await repositories.assessments.add(an_assessment("a"))
    assert [head.id for head in await newest(unit_of_work)] == ["of another", "a"]
    await engine.dispose()


@pytest.mark.parametrize("silent", [False, True], ids=["refuses", "never answers"])
async def test_a_server_that_is_not_there(silent: bool) -> None:  # noqa: FBT001
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        if not silent:
            listening.close()
        engine = make_engine(f"postgresql://me:hunter2@127.0.0.1:{port}/leankeep")
        with refused():
            await sql_health_check(engine)()
        with refused():
            await migrate(engine)
        await engine.dispose()


async def test_a_server_that_hangs_in_the_middle(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    unit_of_work = sql_unit_of_work(engine, seconds=0.5)
    await add(unit_of_work, an_assessment("a"))
    async with engine.connect() as connection:
        backend = (await connection.exec_driver_sql("SELECT pg_backend_pid()")).scalar_one()
    os.kill(backend, signal.SIGSTOP)
    began = time.monotonic()
    try:
        with pytest.raises(StorageUnavailableError, match="in time"):
            await get(unit_of_work, "a")
    finally:
        os.kill(backend, signal.SIGCONT)
    assert time.monotonic() - began < 7  # the driver gives the server five more to cancel
    assert (await get(unit_of_work, "a")).id == "a"
    await engine.dispose()


async def test_connections_cut_by_the_server(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    with closing(psycopg.connect(postgres_url, autocommit=True)) as administrator:
        cut = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()"""
        administrator.execute(cut)
        assert (await get(unit_of_work, "a")).id == "a"  # an idle one is replaced unseen
        with refused():
            async with unit_of_work(LOCAL_TENANT) as repositories:
                await repositories.assessments.add(an_assessment("b"))
                administrator.execute(cut)
                await repositories.assessments.add(an_assessment("c"))
        with refused():
            async with unit_of_work(LOCAL_TENANT) as repositories:
                await repositories.assessments.add(an_assessment("b"))
                administrator.execute(cut)
    assert [head.id for head in await newest(unit_of_work)] == ["a"]
    await engine.dispose()


async def test_a_database_without_our_tables(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE replays")
        await connection.exec_driver_sql("DROP TABLE assessments")
    await refuses_everything(engine)


async def test_a_file_that_is_no_database(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    with open(str(make_url(sqlite_url).database), "wb") as file:  # noqa: PTH123, ASYNC230
        file.write(b"not a database" * 1000)
    await refuses_everything(engine)
    with refused():
        await migrate(engine)
    await engine.dispose()


async def test_more_units_than_connections(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    release = asyncio.Event()

    async def hold() -> None:
        async with unit_of_work(LOCAL_TENANT):
            await release.wait()

    holders = [asyncio.create_task(hold()) for _ in range(10)]
    await asyncio.sleep(0.3)
    with refused():
        await newest(unit_of_work)
    release.set()
    await asyncio.gather(*holders)
    assert await newest(unit_of_work) == ()


@pytest.mark.parametrize("position", ["a\0", "\ud800", "é"])
async def test_a_position_or_patient_that_never_was(engine: AsyncEngine, position: str) -> None:
    async def list_after() -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.assessments.newest(
                patient_ref=None, limit=1, after=Position(NOON, position)
            )

    unit_of_work: UnitOfWork = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    with pytest.raises(InvalidCursorError):
        await list_after()
    assert await newest(unit_of_work, patient_ref=position) == ()


async def test_an_error_of_the_caller_stays_his_own(engine: AsyncEngine) -> None:
    async def fail(error: Exception) -> None:
        async with sql_unit_of_work(engine)(LOCAL_TENANT):
            raise error

    for error in (DomainError("mine"), TimeoutError("mine"), OSError("mine")):
        with pytest.raises(type(error), match="mine"):
            await fail(error)


async def test_a_row_that_the_database_refuses_is_not_quoted(engine: AsyncEngine) -> None:
    broken = replace(an_assessment("a"), summary=None)  # type: ignore[arg-type]
    with refused():
        await add(sql_unit_of_work(engine), broken)
