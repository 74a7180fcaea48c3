"""What every command needs: the settings, the database, and a last word on stderr."""

import asyncio
import os
from collections.abc import AsyncGenerator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, NoReturn, TypeVar

import typer
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import StorageUnavailableError
from app.observability import configure_logging
from app.persistence.backup_check import BackupError
from app.persistence.engine import DatabaseUrlError, make_engine
from app.settings import Settings, SettingsError, read_settings

T = TypeVar("T")


def stop(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(1)


def read_or_stop() -> Settings:
    """The settings; without good ones nothing starts."""
    try:
        return read_settings(os.environ)
    except SettingsError as error:
        stop(f"leankeep cannot start: {error}.")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do it, or say in one line what is in the way; no such message names a value."""
    try:
        return asyncio.run(work)
    except (BackupError, DatabaseUrlError) as error:
        stop(f"leankeep could not do it: {error}.")
    except StorageUnavailableError as error:
        stop(f"leankeep could not do it: {error}. Is it migrated (`python -m app.cli migrate`)?")


@asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[AsyncEngine]:
    """The database of the settings, for the block."""
    configure_logging(settings.log_level)
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        await engine.dispose()
