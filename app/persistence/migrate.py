"""Bring the database to the newest schema, one process at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.domain.errors import StorageUnavailableError
from app.persistence.engine import SQLITE_BUSY_SECONDS
from app.persistence.errors import storage_errors

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST: Final = "2026_11_25_tenants"
"""The revision that this release needs, held to the scripts by a test. A database that is there
already is left alone, and Alembic, a tenth of the memory of an idle process, is not loaded."""
SCRIPTS: Final = Path(__file__).resolve().parents[2] / "alembic"
_PATIENCE_SECONDS: Final = 30.0  # another process may be in the middle of the same migration
_LOCK_KEY: Final = 0x1EA4_4EE9  # only has to differ from other programs in the same database


async def migrate(engine: AsyncEngine, *, patience_seconds: float = _PATIENCE_SECONDS) -> None:
    if await _is_newest(engine):
        return
    from alembic.command import upgrade  # noqa: PLC0415 # see NEWEST
    from alembic.util import CommandError  # noqa: PLC0415 # see NEWEST

    def to_newest(connection: Connection) -> None:
        upgrade(alembic_config(connection), "head")

    try:
        await change_schema(engine, to_newest, patience_seconds=patience_seconds)
    except CommandError as error:  # such as a revision of a later release
        raise StorageUnavailableError("the database cannot be migrated by this release") from error


async def _is_newest(engine: AsyncEngine) -> bool:
    with storage_errors():
        async with engine.connect() as connection:
            return await connection.run_sync(_revision) == NEWEST


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    return found[0] if len(found) == 1 else None


async def change_schema(
    engine: AsyncEngine,
    change: Callable[[Connection], None],
    *,
    patience_seconds: float = _PATIENCE_SECONDS,
) -> None:
    """Run it alone and in one transaction: all of it happens, or nothing."""
    milliseconds = int(patience_seconds * 1000)
    with storage_errors():
        async with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                await _change_sqlite(connection, change, milliseconds)
            else:
                await _change_postgresql(connection, change, milliseconds)


def alembic_config(connection: Connection) -> "Config":
    """Found from here, so that the working directory does not matter."""
    from alembic.config import Config  # noqa: PLC0415 # see NEWEST

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


async def _change_sqlite(
    connection: AsyncConnection, change: Callable[[Connection], None], milliseconds: int
) -> None:
    await _wait_when_busy(connection, milliseconds)
    try:
        async with connection.begin():
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
            await connection.run_sync(change)
    finally:  # the pool keeps the connection
        await _wait_when_busy(connection, int(SQLITE_BUSY_SECONDS * 1000))


async def _wait_when_busy(connection: AsyncConnection, milliseconds: int) -> None:
    async with connection.begin():
        await connection.exec_driver_sql(f"PRAGMA busy_timeout = {milliseconds}")


async def _change_postgresql(
    connection: AsyncConnection, change: Callable[[Connection], None], milliseconds: int
) -> None:
    async with connection.begin():
        for limit in ("lock_timeout", "statement_timeout"):
            await connection.exec_driver_sql(f"SET LOCAL {limit} = {milliseconds}")
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})")
        await connection.run_sync(change)
