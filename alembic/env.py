"""Run migrations: on the connection of the service, or from the command line."""

import asyncio
import os
from logging.config import fileConfig

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection

from app.persistence.engine import make_engine
from app.persistence.migrate import change_schema
from app.persistence.tables import metadata


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


async def run_from_command_line(database_url: str) -> None:
    engine = make_engine(database_url)
    try:
        await change_schema(engine, run)
    finally:
        await engine.dispose()


def main() -> None:
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    if context.is_offline_mode():
        raise CommandError("--sql is not offered: a migration runs under a lock")
    if "LEANKEEP_DATABASE_URL" not in os.environ:
        raise CommandError("LEANKEEP_DATABASE_URL must name the database")
    if context.config.config_file_name is not None:
        fileConfig(context.config.config_file_name, disable_existing_loggers=False)
    asyncio.run(run_from_command_line(os.environ["LEANKEEP_DATABASE_URL"]))


main()
