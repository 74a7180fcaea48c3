"""A connection for the time of one unit, given back whatever happens to whoever asked for it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

import anyio
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_CLOSING_SECONDS: Final = 3.0


@asynccontextmanager
async def acquire_connection(engine: AsyncEngine) -> AsyncGenerator[AsyncConnection]:
    """Lend a connection of the pool.

    A caller who leaves in the middle of a streamed answer cancels not one await but each that
    follows, those of the clearing up too. Unshielded, the connection would be lost half closed,
    and with it SQLite's only place to write. A unit is short, so it is finished for them.
    """
    with anyio.CancelScope(shield=True):
        connection = engine.connect()
        await connection.start()
        try:
            yield connection
        finally:
            with anyio.move_on_after(_CLOSING_SECONDS, shield=True):
                await connection.close()


@asynccontextmanager
async def transaction(connection: AsyncConnection) -> AsyncGenerator[None]:
    """Commit on a clean exit, roll back on any error or cancellation."""
    begun = await connection.begin()
    try:
        yield
        await begun.commit()
    except BaseException:
        with anyio.move_on_after(_CLOSING_SECONDS, shield=True):
            await begun.rollback()
        raise
