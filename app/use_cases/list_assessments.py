"""List stored assessments, newest first, a page at a time."""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from app.domain.errors import InvalidCursorError
from app.use_cases.caller import Caller
from app.use_cases.ports import Position, StoredAssessmentHead, UnitOfWork

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `next_cursor` is None at the end."""

    items: tuple[StoredAssessmentHead, ...]
    next_cursor: str | None


async def list_assessments(
    *,
    patient_ref: str | None,
    limit: int,
    cursor: str | None,
    caller: Caller,
    unit_of_work: UnitOfWork,
) -> Page:
    """The page behind `cursor`. Raises InvalidCursorError for a cursor that was not given out."""
    after = None if cursor is None else _position(cursor)
    async with unit_of_work(caller.tenant_id) as repositories:
        # One more than asked tells whether a next page exists.
        found = await repositories.assessments.newest(
            patient_ref=patient_ref, limit=limit + 1, after=after
        )
    items = found[:limit]
    return Page(items, _cursor(items[-1]) if len(found) > limit else None)


def _cursor(head: StoredAssessmentHead) -> str:
    micros = (head.created_at - _EPOCH) // timedelta(microseconds=1)
    return base64.urlsafe_b64encode(f"{micros}.{head.id}".encode()).decode().rstrip("=")


def _position(cursor: str) -> Position:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        text = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
        micros, _, identifier = text.partition(".")
        at = _EPOCH + timedelta(microseconds=int(micros))
    except (binascii.Error, ValueError, OverflowError) as error:
        raise InvalidCursorError from error
    if not micros.isdigit() or not identifier.isprintable() or not identifier:
        raise InvalidCursorError
    return Position(at, identifier)
