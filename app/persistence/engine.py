"""Open the database that a URL names, with limits that turn every wait into a refusal."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.domain.errors import StorageUnavailableError
from app.persistence.sqlite_connection import connect

SQLITE_BUSY_SECONDS: Final = 2.0
_POOL: Final[dict[str, Any]] = {
    "pool_size": 5,
    "max_overflow": 5,
    "pool_timeout": 2,
    "hide_parameters": True,  # they are patient data, and errors are logged
    "execution_options": {"preserve_rowcount": True},  # said once: each time would copy a statement
}
# The client's half: a server that is gone is noticed in seconds. A URL may set its own.
_POSTGRESQL_LINK: Final[dict[str, Any]] = {
    "connect_timeout": 2,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "prepare_threshold": None,  # behind PgBouncer a statement may meet another server connection
}
# The server's half. It is said once a transaction, since PgBouncer lends a connection for just
# that long and knows no startup options.
_POSTGRESQL_LIMITS: Final = "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '3s'"


class DatabaseUrlError(ValueError):
    """The database URL is not one that the service can use; the message never repeats it."""


def make_engine(database_url: str) -> AsyncEngine:
    """Take `sqlite:///file.db` or `postgresql://…`; the async driver is chosen here."""
    url = _read(database_url)
    match url.drivername:
        case "sqlite":
            return _sqlite(url)
        case "postgresql" | "postgres":
            return _postgresql(url)
        case _:
            raise DatabaseUrlError("the database URL must begin with sqlite:/// or postgresql://")


def sqlite_file(database_url: str) -> Path:
    """Find the file that a SQLite URL names, without making it."""
    url = _read(database_url)
    if url.drivername != "sqlite":
        raise DatabaseUrlError("this is done with a SQLite file only: the URL begins otherwise")
    return _file_of(url)


async def empty_write_ahead_log(connection: AsyncConnection) -> None:
    """Drop the old pages of what was erased, which SQLite keeps beside the file until reused.

    A reader in the way puts it off for now: the erased rows are gone for every query all the same.
    """
    if connection.dialect.name == "sqlite":
        await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _read(database_url: str) -> URL:
    try:
        return make_url(database_url)
    except (ArgumentError, ValueError):
        raise DatabaseUrlError("the database URL cannot be read") from None


def _file_of(url: URL) -> Path:
    if url.host or url.query or not url.database or url.database == ":memory:":
        raise DatabaseUrlError(
            "a SQLite URL names a file and nothing else: sqlite:///file.db or sqlite:////path/file.db"
        )
    return Path(url.database)


def _sqlite(url: URL) -> AsyncEngine:
    file = _private_file(_file_of(url))
    return create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(file)),
        async_creator=partial(connect, file, busy_seconds=SQLITE_BUSY_SECONDS),
        **_POOL,
    )


def _private_file(path: Path) -> Path:
    """Make the file if need be, for its owner alone: SQLite itself would let everybody read it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StorageUnavailableError("the file of the SQLite URL cannot be made") from error
    return path.absolute()


def _postgresql(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={key: _POSTGRESQL_LINK[key] for key in _POSTGRESQL_LINK.keys() - url.query},
        use_native_hstore=False,  # nothing here has that type, and looking it up costs a query
        pool_pre_ping=True,
        pool_recycle=1800,
        **_POOL,
    )

    @event.listens_for(engine.sync_engine, "begin")
    def limit_waiting(connection: Connection) -> None:
        connection.exec_driver_sql(_POSTGRESQL_LIMITS)

    return engine
