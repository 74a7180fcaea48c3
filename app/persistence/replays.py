"""What a tenant's idempotency keys were first used for, in SQL."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Insert, Row, and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.errors import ReplayExistsError
from app.persistence.rows import microseconds, moment_at, storable
from app.persistence.tables import replays
from app.persistence.writer import Writer
from app.use_cases.ports import Replay

_KEY: Final = ["tenant_id", "key"]

# A key that another unit is just claiming is waited for, on PostgreSQL by the row and on SQLite
# by the file. Once it is kept this one is passed over and counted, without an error in SQL.
_INSERT: Final[dict[str, Insert]] = {
    "postgresql": postgresql.insert(replays).on_conflict_do_nothing(index_elements=_KEY),
    "sqlite": sqlite.insert(replays).on_conflict_do_nothing(index_elements=_KEY),
}


@dataclass(slots=True)
class SqlReplays:
    connection: AsyncConnection
    tenant_id: str
    writer: Writer
    erased: bool = False  # whether the unit has something to clear away once it is committed

    async def batch_replays(self, key: str) -> tuple[Replay, ...]:
        if not storable(key):
            return ()
        # "!" is the character after the space: between them lie all that begin so.
        behind = and_(replays.c.key >= f"{key} ", replays.c.key < f"{key}!")
        statement = select(replays).where(
            replays.c.tenant_id == self.tenant_id, or_(replays.c.key == key, behind)
        )
        return tuple(map(_replay, await self.connection.execute(statement)))

    async def add(self, *given: Replay) -> None:
        rows = [
            {
                "tenant_id": self.tenant_id,
                "key": each.key,
                "body_sha256": each.body_sha256,
                "assessment_id": each.assessment_id,
                "created_at_us": microseconds(each.created_at),
            }
            # In one order for all: who claims some of the same keys at once waits, and never each
            # for the other.
            for each in sorted(given, key=attrgetter("key"))
        ]
        statement = _INSERT[self.connection.dialect.name]
        if await self.writer.row_count(statement, rows) < len(rows):
            raise ReplayExistsError

    async def remove_older_than(self, moment: datetime, *, limit: int | None = None) -> int:
        mine = replays.c.tenant_id == self.tenant_id
        oldest = (
            select(replays.c.key)
            .where(mine, replays.c.created_at_us < microseconds(moment))
            .order_by(replays.c.created_at_us)
            .limit(limit)
        )
        count = await self.writer.row_count(delete(replays).where(mine, replays.c.key.in_(oldest)))
        self.erased = self.erased or count > 0
        return count


def _replay(row: Row[Any]) -> Replay:
    return Replay(
        key=row.key,
        body_sha256=row.body_sha256,
        assessment_id=row.assessment_id,
        created_at=moment_at(row.created_at_us),
    )
