"""List stored assessments, newest first, a page at a time."""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from app.domain.errors import InvalidCursorError
from app.use_cases.caller import Caller
from app.use_cases.ports import Position, StoredAssessmentHead, UnitOfWork

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_CHECKSUM_DIGITS: Final = 12


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
    """The page behind `cursor`. Raises InvalidCursorError for one that this list did not give."""
    walk = _Walk(caller.tenant_id, patient_ref)
    after = None if cursor is None else walk.position(cursor)
    async with unit_of_work(caller.tenant_id) as repositories:
        # One more than asked tells whether a next page exists.
        found = await repositories.assessments.newest(
            patient_ref=patient_ref, limit=limit + 1, after=after
        )
    items = found[:limit]
    return Page(items, walk.cursor(items[-1]) if len(found) > limit else None)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Of what the pages are. A cursor goes on with the same walk only."""

    tenant_id: str
    patient_ref: str | None

    def cursor(self, head: StoredAssessmentHead) -> str:
        micros = (head.created_at - _EPOCH) // timedelta(microseconds=1)
        return self._sealed(f"{micros}.{head.id}")

    def position(self, cursor: str) -> Position:
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            text = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
            place, _, _ = text.rpartition(".")
            micros, _, identifier = place.partition(".")
            at = _EPOCH + timedelta(microseconds=int(micros))
        except (binascii.Error, ValueError, OverflowError) as error:
            raise InvalidCursorError from error
        if self._sealed(place) != cursor:
            raise InvalidCursorError
        return Position(at, identifier)

    def _sealed(self, place: str) -> str:
        """With a checksum, against mistakes: what a tenant may see does not hang on it."""
        walk = "\0".join((self.tenant_id, self.patient_ref or "", place))
        text = f"{place}.{sha256(walk.encode()).hexdigest()[:_CHECKSUM_DIGITS]}"
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
