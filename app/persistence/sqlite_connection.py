"""aiosqlite's connection with fewer visits to its thread.

A connection of SQLite lives in a thread of its own. aiosqlite goes there once for each step of a
statement: a cursor is made, the statement runs, its rows are fetched, the cursor is closed. Each
visit costs as much as a small statement, so here a statement is one visit, rows and all, and to end
a transaction that was never begun is none.
"""

import asyncio
import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Self

import aiosqlite

_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit that was answered survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is erased is overwritten
)
_RETRY_SECONDS: Final = 0.01
_ITERATION_ROWS: Final = 64  # aiosqlite's own default, for its ways to read that are not used here


class StatementCursor:
    """What SQLAlchemy asks of a cursor, streaming apart: it takes all rows at once."""

    def __init__(self, connection: "StatementConnection") -> None:
        """Make nothing yet."""
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        await self._connection.in_thread(self._run, sql, parameters, many=False)

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> None:
        await self._connection.in_thread(self._run, sql, parameters, many=True)

    async def fetchall(self) -> Sequence[Any]:
        rows, self._rows = self._rows, ()
        return rows

    async def close(self) -> None:
        self._rows = ()

    def _run(self, raw: sqlite3.Connection, sql: str, parameters: Any, *, many: bool) -> None:  # noqa: ANN401 # sqlite3's own
        cursor = raw.cursor()
        try:
            (cursor.executemany if many else cursor.execute)(sql, parameters)
            self.description, self.rowcount = cursor.description, cursor.rowcount
            self.lastrowid = cursor.lastrowid
            self._rows = cursor.fetchall() if cursor.description else ()
        finally:
            cursor.close()


class StatementConnection(aiosqlite.Connection):
    """Given to SQLAlchemy in place of aiosqlite's."""

    def cursor(self) -> StatementCursor:  # type: ignore[override] # its own is awaited in vain
        return StatementCursor(self)

    _given_up = False
    """Whether a statement was left alone in the thread: it may begin a transaction yet."""

    async def in_thread(self, work: Any, *given: Any, **named: Any) -> None:  # noqa: ANN401
        try:
            await self._execute(work, self._conn, *given, **named)  # type: ignore[no-untyped-call]
        except asyncio.CancelledError:
            self._given_up = True
            raise

    async def commit(self) -> None:
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self._given_up or self.in_transaction:
            await super().rollback()
            self._given_up = False


async def connect(file: Path, *, busy_seconds: float) -> StatementConnection:
    """Open the file.

    The first write of a unit begins its transaction and takes its place in the queue at once.
    Reads before it see what is committed, as on PostgreSQL, and are never upgraded too late.
    """

    def connector() -> sqlite3.Connection:
        raw = sqlite3.connect(file, timeout=busy_seconds, isolation_level="IMMEDIATE")
        try:
            for pragma in _PRAGMAS:
                _say(raw, pragma, busy_seconds)
        except BaseException:
            raw.close()
            raise
        return raw

    connection = StatementConnection(connector, _ITERATION_ROWS)
    thread = connection._thread  # noqa: SLF001 # SQLAlchemy does the same with one of its own making
    thread.daemon = True
    try:
        await connection
    except sqlite3.Error:
        await asyncio.to_thread(thread.join)  # it has a last word for the loop, which may end now
        raise
    return connection


def _say(raw: sqlite3.Connection, pragma: str, busy_seconds: float) -> None:
    """Run it, with SQLite's own patience: a new file's change to WAL is refused at once."""
    gives_up_at = time.monotonic() + busy_seconds
    while True:
        try:
            raw.execute(pragma).close()
        except sqlite3.OperationalError as error:
            # The low byte is the code, the rest says which kind of busy.
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > gives_up_at:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return
