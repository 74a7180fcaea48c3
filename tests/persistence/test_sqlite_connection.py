"""SQLite's connection: a statement is one visit to its thread, and says what any cursor would."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.persistence.sqlite_connection import StatementConnection, connect


class Counted:
    """A connection, and how often its thread was visited."""

    def __init__(self, connection: StatementConnection, monkeypatch: pytest.MonkeyPatch) -> None:
        self.connection = connection
        self.visits = 0
        execute = connection._execute  # noqa: SLF001

        async def counted(*given: Any, **named: Any) -> Any:  # noqa: ANN401 # as it is
            self.visits += 1
            return await execute(*given, **named)  # type: ignore[no-untyped-call]

        monkeypatch.setattr(connection, "_execute", counted)

    async def run(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        cursor = self.connection.cursor()
        await cursor.execute(sql, parameters)
        return list(await cursor.fetchall())


@pytest.fixture
async def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Counted]:
    connection = await connect(tmp_path / "some.db", busy_seconds=0.1)
    yield Counted(connection, monkeypatch)
    await connection.close()


async def test_a_statement_with_its_rows_is_one_visit(counted: Counted) -> None:
    await counted.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
    cursor = await counted.connection.cursor().__aenter__()
    await cursor.executemany("INSERT INTO t (b) VALUES (?)", [("x",), ("y",)])
    assert (cursor.rowcount, cursor.description) == (2, None)
    await cursor.execute("INSERT INTO t (b) VALUES (?)", ("z",))
    assert (cursor.rowcount, cursor.lastrowid) == (1, 3)
    await cursor.execute("SELECT a, b FROM t ORDER BY a")
    assert [column[0] for column in cursor.description] == ["a", "b"]
    assert await cursor.fetchall() == [(1, "x"), (2, "y"), (3, "z")]
    assert list(await cursor.fetchall()) == []
    await cursor.close()
    assert counted.visits == 4


async def test_only_a_transaction_that_was_begun_is_ended(counted: Counted) -> None:
    await counted.run("CREATE TABLE t (a)")
    await counted.run("SELECT * FROM t")
    for end in (counted.connection.commit, counted.connection.rollback):
        await end()
    assert counted.visits == 2
    await counted.run("INSERT INTO t VALUES (1)")
    await counted.connection.rollback()
    assert await counted.run("SELECT a FROM t") == []
    await counted.run("INSERT INTO t VALUES (2)")
    await counted.connection.commit()
    await counted.connection.rollback()
    assert await counted.run("SELECT a FROM t") == [(2,)]
    assert counted.visits == 8


async def test_what_sqlite_refuses_is_raised_here(counted: Counted) -> None:
    await counted.run("CREATE TABLE t (a UNIQUE)")
    await counted.run("INSERT INTO t VALUES (1)")
    with pytest.raises(sqlite3.IntegrityError):
        await counted.run("INSERT INTO t VALUES (1)")
    with pytest.raises(sqlite3.OperationalError):
        await counted.run("SELECT nothing")
    assert await counted.run("SELECT a FROM t") == [(1,)]


async def test_a_file_that_another_writes_to_is_waited_for_and_then_refused(
    counted: Counted, tmp_path: Path
) -> None:
    await counted.run("CREATE TABLE t (a)")
    other = await connect(tmp_path / "some.db", busy_seconds=0.1)
    try:
        await other.cursor().execute("INSERT INTO t VALUES (1)")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            await counted.run("INSERT INTO t VALUES (2)")
    finally:
        await other.rollback()
        await other.close()
    await counted.run("INSERT INTO t VALUES (3)")


async def test_a_new_file_that_another_holds_for_a_moment_is_opened(tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    with closing(sqlite3.connect(new, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        lets_go = asyncio.get_running_loop().call_later(0.1, other.rollback)
        opened = await connect(new, busy_seconds=2.0)
        assert lets_go.when() <= asyncio.get_running_loop().time()
    cursor = opened.cursor()
    await cursor.execute("PRAGMA journal_mode")
    assert await cursor.fetchall() == [("wal",)]
    await opened.close()


async def test_a_new_file_that_another_keeps_is_refused(tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    with closing(sqlite3.connect(new)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            await connect(new, busy_seconds=0.1)


async def test_a_statement_that_nobody_waits_for_any_more_is_undone(
    counted: Counted, tmp_path: Path
) -> None:
    """It still waits in the thread, and would begin a transaction that nobody ends."""
    await counted.run("CREATE TABLE t (a)")
    other = await connect(tmp_path / "some.db", busy_seconds=1.0)
    patient = await connect(tmp_path / "some.db", busy_seconds=2.0)
    await other.cursor().execute("INSERT INTO t VALUES (1)")
    writing = asyncio.create_task(patient.cursor().execute("INSERT INTO t VALUES (2)"))
    await asyncio.sleep(0.05)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    undone = asyncio.create_task(patient.rollback())
    await asyncio.sleep(0.05)
    await other.commit()
    await undone
    await patient.cursor().execute("SELECT 1")  # whatever was left in the thread is done by then
    assert not patient.in_transaction
    await counted.run("INSERT INTO t VALUES (3)")  # nobody holds the place to write
    assert await counted.run("SELECT a FROM t") == [(1,), (3,)]
    await other.close()
    await patient.close()
