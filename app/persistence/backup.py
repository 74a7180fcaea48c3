"""Copy a SQLite database while it is served, and bring such a copy back.

A copy holds patient data, and also what is erased from the database after it was made.
"""

import asyncio
import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from app.persistence.backup_check import BackupError, check_integrity, check_schema
from app.persistence.engine import SQLITE_BUSY_SECONDS, sqlite_file

_PAGES_AT_ONCE: Final = 256


async def backup(database_url: str, target: Path) -> None:
    """Write the database as it is at this moment to a new file, for its owner alone.

    Raises BackupError, and then leaves no file, if it exists already or the copy is not sound.
    """
    source = sqlite_file(database_url)

    def run(stop: threading.Event) -> None:
        with _opened(source, "rw") as database:
            check_schema(database)
            with _new_file(target) as copy:
                _copy(database, copy, stop)
            # Whatever was erased in the meantime had to stay in the log until now.
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    await _in_thread(run)


async def restore(source: Path, database_url: str, *, overwrite: bool = False) -> None:
    """Bring a copy back, whole or not at all; an older schema is migrated by the next start.

    Raises BackupError if the copy is not sound, or if there is a database and `overwrite` is not
    set. A service that goes on meanwhile sees the old rows until the end, then those of the copy.
    """
    target = sqlite_file(database_url)

    def run(stop: threading.Event) -> None:
        with _opened(source, "ro") as copy:
            check_integrity(copy)
            check_schema(copy)
            if target.exists():
                _overwrite(copy, target, stop, allowed=overwrite)
                return
            if any(target.with_name(target.name + end).exists() for end in ("-wal", "-journal")):
                raise BackupError("a log of another database lies there: move it away first")
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _new_file(target) as database:
                _copy(copy, database, stop)

    await _in_thread(run)


async def _in_thread(run: Callable[[threading.Event], None]) -> None:
    stop = threading.Event()
    try:
        await asyncio.to_thread(_told_apart, run, stop)
    finally:
        stop.set()  # a thread cannot be cancelled, but this one asks between two steps


def _told_apart(run: Callable[[threading.Event], None], stop: threading.Event) -> None:
    try:
        run(stop)
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        raise BackupError(f"SQLite could not do it: {name}") from None
    except UnicodeDecodeError:  # in the names of the tables, where a page of the schema is spoilt
        raise BackupError("the database is damaged") from None
    except OSError as error:
        raise BackupError(f"a file could not be read or written: {error.strerror}") from None


@contextmanager
def _opened(path: Path, mode: str) -> Generator[sqlite3.Connection]:
    if not path.is_file():
        raise BackupError("there is no such file")
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=SQLITE_BUSY_SECONDS,
        isolation_level=None,
    )
    with closing(connection):
        connection.execute("PRAGMA secure_delete = ON")
        yield connection


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, stop: threading.Event) -> None:
    def go_on(status: int, _remaining: int, _total: int) -> None:
        if stop.is_set():
            raise BackupError("it was stopped")
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:  # it has waited already
            raise BackupError("another program holds the database")

    # One snapshot from the first page to the last: without it every write of another process
    # would make the copy start again, and under steady writes it would never end.
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    try:
        source.backup(target, pages=_PAGES_AT_ONCE, progress=go_on, sleep=0)
    finally:
        source.execute("ROLLBACK")


def _overwrite(
    copy: sqlite3.Connection, target: Path, stop: threading.Event, *, allowed: bool
) -> None:
    """Write the pages through SQLite, in one transaction, so that nobody holds another file."""
    if not allowed:
        raise BackupError("there is a database already, and overwriting it was not asked for")
    with _opened(target, "rw") as database:
        _copy(copy, database, stop)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        check_integrity(database)


@contextmanager
def _new_file(path: Path) -> Generator[sqlite3.Connection]:
    """Fill a file under a passing name, check it, and give it its own name once it is safe."""
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise BackupError("there is such a file already, and it is not overwritten") from None
    try:
        with tempfile.TemporaryDirectory(prefix=".leankeep-", dir=path.parent) as directory:
            passing = Path(directory, "copy.db")
            passing.touch(mode=0o600)
            with closing(sqlite3.connect(passing, isolation_level=None)) as connection:
                yield connection
                connection.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself
                check_integrity(connection)
            _sync(passing)
            passing.replace(path)
        _sync(path.parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
