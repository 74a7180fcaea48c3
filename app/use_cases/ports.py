"""What storage must offer to the use cases, and the unit of work that opens it."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class StoredAssessmentHead:
    """What a list shows of an assessment: everything but the answer itself."""

    id: str
    created_at: datetime  # aware; equal to the microsecond wherever it is stored
    patient_ref: str
    as_of: date
    ruleset_version: str
    ruleset_sha256: str
    summary: bytes  # JSON, as the list answers it


@dataclass(frozen=True, slots=True)
class StoredAssessment(StoredAssessmentHead):
    """An assessment as it was answered once and will be answered again."""

    document: bytes  # the very bytes of the answer, never parsed and written anew

    def head(self) -> StoredAssessmentHead:
        return StoredAssessmentHead(
            id=self.id,
            created_at=self.created_at,
            patient_ref=self.patient_ref,
            as_of=self.as_of,
            ruleset_version=self.ruleset_version,
            ruleset_sha256=self.ruleset_sha256,
            summary=self.summary,
        )


@dataclass(frozen=True, slots=True)
class Position:
    """The place of one assessment in the newest-first order; a walk goes on behind it."""

    created_at: datetime
    id: str


class Assessments(Protocol):
    async def add(self, stored: StoredAssessment) -> None:
        """Raise AssessmentExistsError if the id is taken; the unit may go on."""

    async def get(self, assessment_id: str) -> StoredAssessment:
        """Raise AssessmentNotFoundError if there is none."""

    async def newest(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessmentHead, ...]:
        """Newest first by (created_at, id), of one patient or of all, documents left unread."""

    async def remove(self, assessment_id: str) -> None:
        """Erase it for good; raise AssessmentNotFoundError if there is none."""


@dataclass(frozen=True, slots=True)
class Repositories:
    """Everything that one unit of work can load and save."""

    assessments: Assessments


UnitOfWork: TypeAlias = Callable[[], AbstractAsyncContextManager[Repositories]]
"""Opens one transaction: kept on a clean exit, undone on any error or cancellation.

Opening, using and closing it raise StorageUnavailableError when the storage fails.
"""

HealthCheck: TypeAlias = Callable[[], Awaitable[None]]
"""Raises StorageUnavailableError when assessments cannot be read."""
