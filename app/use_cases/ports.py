"""What storage must offer to the use cases, and the unit of work that opens it."""

from collections.abc import Awaitable, Callable, Collection
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, Protocol, TypeAlias


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
    async def add(self, *stored: StoredAssessment) -> None:
        """Raise AssessmentExistsError if an id is taken; the unit may go on if it was the only one.

        Of several it names the first, and the unit is then undone by its user.
        """

    async def get(self, assessment_id: str) -> StoredAssessment:
        """Raise AssessmentNotFoundError if there is none."""

    async def get_all(self, assessment_ids: Collection[str]) -> dict[str, StoredAssessment]:
        """Those of them that there are, by their id; at most some hundred at once."""

    async def newest(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessmentHead, ...]:
        """Newest first by (created_at, id), of one patient or of all, documents left unread."""

    async def newest_whole(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessment, ...]:
        """The same with their documents."""

    async def remove(self, assessment_id: str) -> None:
        """Erase it and its replay record for good; raise AssessmentNotFoundError if none."""

    async def remove_of_patient(self, patient_ref: str) -> tuple[str, ...]:
        """Erase all of a patient's, with their replay records; the ids that there were."""

    async def remove_older_than(
        self, moment: datetime, *, limit: int | None = None
    ) -> tuple[str, ...]:
        """Erase all made before `moment`, with their replay records; the ids that there were.

        With a limit only so many, the oldest: a long erasure holds up everybody who writes.
        """


@dataclass(frozen=True, slots=True)
class Replay:
    """What an Idempotency-Key was first used for."""

    key: str
    body_sha256: str
    assessment_id: str
    created_at: datetime


class Replays(Protocol):
    async def batch_replays(self, key: str) -> tuple[Replay, ...]:
        """That of the key, and those of all keys that go on behind it with a space."""

    async def add(self, *replays: Replay) -> None:
        """Raise ReplayExistsError if a key is taken; the unit is then undone by its user.

        A key that another unit is just claiming is waited for until that unit ends. The assessment
        may be stored after it, in the same unit.
        """

    async def remove_older_than(self, moment: datetime, *, limit: int | None = None) -> int:
        """Forget the keys used before `moment`, with a limit only the oldest; the answers stay."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A caller's key; the secret itself is never stored."""

    id: str
    tenant_id: str
    name: str
    secret_sha256: str
    scopes: frozenset[str]
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None


class ApiKeys(Protocol):
    """The keys of every tenant: who calls is not known before the key was looked up."""

    async def add(self, key: ApiKey) -> None:
        """Raise StorageUnavailableError if the id or the secret is taken: neither is chosen."""

    async def by_secret(self, secret_sha256: str) -> ApiKey | None: ...

    async def get(self, key_id: str) -> ApiKey:
        """Raise ApiKeyNotFoundError if there is none."""

    async def all(self) -> tuple[ApiKey, ...]:
        """Every key, oldest first."""

    async def replace(self, key: ApiKey) -> None:
        """Write when it ends and was used; raise ApiKeyNotFoundError if there is none.

        The earlier end and the later use are kept, so a caller that read the key before it was
        revoked cannot bring it back. Nothing else of a key ever changes.
        """


AuditAction: TypeAlias = Literal[
    "assessment.created",
    "assessment.erased",
    "assessment.refused",
    "patient.erased",
    "retention.erased",
    "key.created",
    "key.revoked",
    "key.rotated",
]


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who did what to which id, and when: never a value, never a patient_ref.

    `actor` is a key's id, or "local" where no keys are asked for; `subject` an assessment's or a
    key's id, or None; `count` how many rows were erased.
    """

    at: datetime
    actor: str
    action: AuditAction
    subject: str | None = None
    count: int | None = None


class AuditTrail(Protocol):
    """A tenant's events, append-only, each holding the hash of the one before."""

    async def append(self, *events: AuditEvent) -> None:
        """Add them behind the last; done last in a unit, as other writers wait until it ends."""

    async def first_broken(self) -> int | None:
        """Number of the first event that was altered or is missing, None where all is whole."""


@dataclass(frozen=True, slots=True)
class Repositories:
    """Everything of one tenant that one unit of work can load and save."""

    assessments: Assessments
    replays: Replays
    audit: AuditTrail
    keys: ApiKeys


LOCAL_TENANT: Final = "local"
"""The tenant where no keys are asked for."""

UnitOfWork: TypeAlias = Callable[[str], AbstractAsyncContextManager[Repositories]]
"""Opens one transaction for a tenant: kept on a clean exit, undone on any error or cancellation.

Opening, using and closing it raise StorageUnavailableError when the storage fails.
"""

HealthCheck: TypeAlias = Callable[[], Awaitable[None]]
"""Raises StorageUnavailableError when assessments cannot be read."""
