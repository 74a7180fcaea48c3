"""A tenant's audit trail in SQL: rows are only ever added, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Insert,
    Row,
    bindparam,
    insert,
    literal,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from app.persistence.audit_chain import START, Entry, Head, as_row, follow, next_entry
from app.persistence.tables import audit_events, audit_heads
from app.persistence.writer import Writer
from app.use_cases.ports import AuditEvent

_PAGE_ROWS: Final = 2000
_ENTRY: Final = tuple(audit_events.c[field.name] for field in fields(Entry))


@dataclass(frozen=True, slots=True)
class SqlAuditTrail:
    connection: AsyncConnection
    tenant_id: str
    writer: Writer

    async def append(self, *events: AuditEvent) -> None:
        # The new numbers are written before anything is read. That locks the head until the unit
        # ends, on PostgreSQL the row and on SQLite the file, so no two events follow the same one.
        count = len(events)
        first = {"tenant_id": self.tenant_id, "seq": START.seq + count, "sha256": START.sha256}
        statement = _CLAIM[self.connection.dialect.name]
        claimed = (await self.writer.execute(statement, first | {"more": count})).one()
        head = Head(claimed.seq - count, claimed.sha256)
        rows = []
        for event in events:
            entry = next_entry(self.tenant_id, head, event)
            rows.append({"tenant_id": self.tenant_id, **as_row(entry)})
            head = Head(entry.seq, entry.sha256)
        await self.writer.execute(_INSERT, rows)
        await self.writer.execute(_REACH, {"mine": self.tenant_id, "reached": head.sha256})

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
        index_elements=["tenant_id"],
        set_={"seq": audit_heads.c.seq + bindparam("more", type_=BigInteger)},
    ).returning(audit_heads.c.seq, audit_heads.c.sha256)
    return claim


# Made once: a statement takes SQLAlchemy as long to make as to run.
_INSERT: Final = insert(audit_events)
_REACH: Final = (
    update(audit_heads)
    .where(audit_heads.c.tenant_id == bindparam("mine"))
    .values(sha256=bindparam("reached"))
)
_CLAIM: Final[dict[str, Insert]] = {"postgresql": _claim(postgresql), "sqlite": _claim(sqlite)}
