"""The statements of a unit that write: on SQLite each unit waits for its turn, first come first."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import CursorResult, Delete, Insert, Update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.errors import StorageUnavailableError

_TURN_SECONDS: Final = 1.0


class Writer:
    """Writes for one unit.

    SQLite has one place to write and no queue for it: who finds it taken sleeps and looks again,
    and under load some never find it free. So the units of a process queue up here.
    """

    def __init__(self, connection: AsyncConnection, place: asyncio.Lock | None) -> None:
        """`place` is None where the database has a queue of its own."""
        self.connection = connection
        self._write_lock = place
        self._has_it = False

    async def execute(
        self,
        statement: Insert | Update | Delete,
        rows: Sequence[Mapping[str, Any]] | Mapping[str, Any] | None = None,
    ) -> CursorResult[Any]:
        """Run it, once for each of the rows if there are any, when it is this unit's turn."""
        if self._write_lock is not None and not self._has_it:
            try:
                async with asyncio.timeout(_TURN_SECONDS):
                    await self._write_lock.acquire()
            except TimeoutError as error:
                raise StorageUnavailableError("others write without end") from error
            self._has_it = True
        return await self.connection.execute(statement, rows)

    async def row_count(
        self,
        statement: Insert | Update | Delete,
        rows: Sequence[Mapping[str, Any]] | None = None,
    ) -> int:
        """The same; how many rows it touched."""
        return (await self.execute(statement, rows)).rowcount

    def release(self) -> None:
        """Let the next one write; called when the unit has ended."""
        if self._write_lock is not None and self._has_it:
            self._has_it = False
            self._write_lock.release()
