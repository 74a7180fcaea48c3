"""Read all of a tenant's assessments, a page at a time."""

from collections.abc import AsyncGenerator
from typing import Final

from app.use_cases.caller import Caller
from app.use_cases.ports import Position, UnitOfWork

READ_AT_ONCE: Final = 50
"""Some 30 kB each: so many are in memory at a time."""


async def export_assessments(
    *, patient_ref: str | None, caller: Caller, unit_of_work: UnitOfWork
) -> AsyncGenerator[tuple[bytes, ...]]:
    """The documents, newest first, of one patient or of all.

    Each page is a unit of its own, so that a slow reader holds up nobody. What is stored after the
    first page was read is newer than all that comes, so it is not among it.
    """
    after: Position | None = None
    while True:
        async with unit_of_work(caller.tenant_id) as repositories:
            page = await repositories.assessments.newest_whole(
                patient_ref=patient_ref, limit=READ_AT_ONCE, after=after
            )
        if page:
            yield tuple(stored.document for stored in page)
        if len(page) < READ_AT_ONCE:
            return
        after = Position(page[-1].created_at, page[-1].id)
