"""A tenant's audit trail in SQL: rows are only ever added, one after the other."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from sqlalchemy import Insert, Row, insert, literal, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from app.persistence.audit_chain import START, Entry, Head, follow, next_entry
from app.persistence.tables import audit_events, audit_heads
from app.use_cases.ports import AuditEvent

_PAGE_ROWS: Final = 2000
_ENTRY: Final = tuple(audit_events.c[field.name] for field in fields(Entry))


@dataclass(frozen=True, slots=True)
class SqlAuditTrail:
    connection: AsyncConnection
    tenant_id: str

    async def append(self, event: AuditEvent) -> None:
        # The new number is written before anything is read. That locks the head until the unit
        # ends, on PostgreSQL the row and on SQLite the file, so no two events follow the same one.
        statement = _CLAIM[self.connection.dialect.name].values(
            tenant_id=self.tenant_id, seq=START.seq + 1, sha256=START.sha256
        )
        claimed = (await self.connection.execute(statement)).one()
        entry = next_entry(self.tenant_id, Head(claimed.seq - 1, claimed.sha256), event)
        row = {"tenant_id": self.tenant_id, **asdict(entry)}
        await self.connection.execute(insert(audit_events).values(row))
        mine = audit_heads.c.tenant_id == self.tenant_id
        await self.connection.execute(update(audit_heads).where(mine).values(sha256=entry.sha256))

    async def first_broken(self) -> int | None:
        head = START
        while True:
            rows = await self._page_after(head)
            entries = [Entry(*tuple(row)[2:]) for row in rows if row.seq is not None]
            reached = follow(self.tenant_id, head, entries)
            if reached.seq < head.seq + len(entries):
                return reached.seq + 1
            if len(entries) < _PAGE_ROWS:
                return _unlike(reached, _head_of(rows[0]))
            head = reached

    async def _page_after(self, head: Head) -> Sequence[Row[Any]]:
        """Entries and the stored head by one statement, which sees no half of an append.

        Where there are no more entries there is still one row, with the head alone.
        """
        one = select(literal(1).label("one")).subquery()
        later = audit_events.c.seq > head.seq if head != START else true()
        page = (
            select(*_ENTRY)
            .where(audit_events.c.tenant_id == self.tenant_id, later)
            .order_by(audit_events.c.seq)
            .limit(_PAGE_ROWS)
            .subquery()
        )
        statement = (
            select(audit_heads.c.seq.label("head_seq"), audit_heads.c.sha256.label("head"), page)
            .select_from(one)
            .outerjoin(audit_heads, audit_heads.c.tenant_id == self.tenant_id)
            .outerjoin(page, true())
            .order_by(page.c.seq)
        )
        return (await self.connection.execute(statement)).all()


def _head_of(row: Row[Any]) -> Head:
    return START if row.head_seq is None else Head(row.head_seq, row.head)


def _unlike(reached: Head, stored: Head) -> int | None:
    """Number of the first event by which the end of the entries and the stored head differ."""
    if reached == stored:
        return None
    if reached.seq == stored.seq:
        return reached.seq
    return min(reached.seq, stored.seq) + 1


def _claim(dialect: Any) -> Insert:  # noqa: ANN401 # the two dialects share no type
    statement = dialect.insert(audit_heads)
    claim: Insert = statement.on_conflict_do_update(
        index_elements=["tenant_id"], set_={"seq": audit_heads.c.seq + 1}
    ).returning(audit_heads.c.seq, audit_heads.c.sha256)
    return claim


_CLAIM: Final[dict[str, Insert]] = {"postgresql": _claim(postgresql), "sqlite": _claim(sqlite)}
