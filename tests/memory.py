"""The ports in memory: what the use cases are tested on, in milliseconds."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.errors import (
    ApiKeyNotFoundError,
    AssessmentExistsError,
    AssessmentNotFoundError,
    ReplayExistsError,
    StorageUnavailableError,
)
from app.persistence.audit_chain import START, Entry, Head, follow, next_entry
from app.use_cases.ports import (
    ApiKey,
    AuditEvent,
    Position,
    Replay,
    Repositories,
    StoredAssessment,
    StoredAssessmentHead,
    UnitOfWork,
)

LOCK_SECONDS = 1.0


@dataclass(slots=True)
class Tables:
    """Rows by tenant and key; those of API keys by id alone."""

    assessments: dict[tuple[str, str], StoredAssessment] = field(default_factory=dict)
    replays: dict[tuple[str, str], Replay] = field(default_factory=dict)
    events: dict[tuple[str, int], Entry] = field(default_factory=dict)
    keys: dict[str, ApiKey] = field(default_factory=dict)

    def copy(self) -> "Tables":
        return Tables(dict(self.assessments), dict(self.replays), dict(self.events), {**self.keys})


@dataclass(slots=True)
class Memory:
    kept: Tables = field(default_factory=Tables)
    writer: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class Unit:
    """Reads what is kept until its first write, and from then on is the only one to write."""

    memory: Memory
    tenant_id: str
    draft: Tables | None = None

    @property
    def seen(self) -> Tables:
        return self.memory.kept if self.draft is None else self.draft

    async def written(self) -> Tables:
        if self.draft is None:
            try:
                await asyncio.wait_for(self.memory.writer.acquire(), LOCK_SECONDS)
            except TimeoutError as error:
                raise StorageUnavailableError("another unit is writing") from error
            self.draft = self.memory.kept.copy()
        return self.draft


@dataclass(frozen=True, slots=True)
class MemoryAssessments:
    unit: Unit

    async def add(self, *stored: StoredAssessment) -> None:
        rows, tenant_id = (await self.unit.written()).assessments, self.unit.tenant_id
        new = {(tenant_id, each.id): each for each in stored}
        if len(new) < len(stored) or new.keys() & rows.keys():
            raise AssessmentExistsError(stored[0].id)
        rows |= new

    async def get_all(self, assessment_ids: Collection[str]) -> dict[str, StoredAssessment]:
        rows, tenant_id = self.unit.seen.assessments, self.unit.tenant_id
        return {each: rows[tenant_id, each] for each in assessment_ids if (tenant_id, each) in rows}

    async def get(self, assessment_id: str) -> StoredAssessment:
        stored = self.unit.seen.assessments.get((self.unit.tenant_id, assessment_id))
        if stored is None:
            raise AssessmentNotFoundError(assessment_id)
        return stored

    async def newest(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessmentHead, ...]:
        found = await self.newest_whole(patient_ref=patient_ref, limit=limit, after=after)
        return tuple(row.head() for row in found)

    async def newest_whole(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessment, ...]:
        found = [
            row
            for (tenant_id, _), row in self.unit.seen.assessments.items()
            if tenant_id == self.unit.tenant_id
            and patient_ref in (None, row.patient_ref)
            and (after is None or (row.created_at, row.id) < (after.created_at, after.id))
        ]
        return tuple(sorted(found, key=lambda row: (row.created_at, row.id), reverse=True)[:limit])

    async def remove(self, assessment_id: str) -> None:
        if not await self._erase(lambda row: row.id == assessment_id):
            raise AssessmentNotFoundError(assessment_id)

    async def remove_of_patient(self, patient_ref: str) -> tuple[str, ...]:
        return await self._erase(lambda row: row.patient_ref == patient_ref)

    async def remove_older_than(
        self, moment: datetime, *, limit: int | None = None
    ) -> tuple[str, ...]:
        return await self._erase(lambda row: row.created_at < moment, limit)

    async def _erase(
        self, which: Callable[[StoredAssessment], bool], limit: int | None = None
    ) -> tuple[str, ...]:
        tables, tenant_id = await self.unit.written(), self.unit.tenant_id
        mine = [row for (tenant, _), row in tables.assessments.items() if tenant == tenant_id]
        oldest_first = sorted(filter(which, mine), key=lambda row: (row.created_at, row.id))
        erased = {row.id for row in oldest_first[:limit]}
        for each in erased:
            del tables.assessments[tenant_id, each]
        for (tenant, key), replay in list(tables.replays.items()):
            if tenant == tenant_id and replay.assessment_id in erased:
                del tables.replays[tenant, key]
        return tuple(sorted(erased))


@dataclass(frozen=True, slots=True)
class MemoryReplays:
    unit: Unit

    async def batch_replays(self, key: str) -> tuple[Replay, ...]:
        return tuple(
            replay
            for (tenant_id, each), replay in self.unit.seen.replays.items()
            if tenant_id == self.unit.tenant_id and (each == key or each.startswith(f"{key} "))
        )

    async def add(self, *replays: Replay) -> None:
        rows, tenant_id = (await self.unit.written()).replays, self.unit.tenant_id
        new = {(tenant_id, each.key): each for each in replays}
        if len(new) < len(replays) or new.keys() & rows.keys():
            raise ReplayExistsError
        rows |= new

    async def remove_older_than(self, moment: datetime, *, limit: int | None = None) -> int:
        rows = (await self.unit.written()).replays
        old = [
            (replay.created_at, tenant_id, key)
            for (tenant_id, key), replay in rows.items()
            if tenant_id == self.unit.tenant_id and replay.created_at < moment
        ]
        for _, *key in sorted(old)[:limit]:
            del rows[key[0], key[1]]
        return len(old[:limit])


@dataclass(frozen=True, slots=True)
class MemoryAuditTrail:
    unit: Unit

    async def append(self, *events: AuditEvent) -> None:
        rows = (await self.unit.written()).events
        for event in events:
            entry = next_entry(self.unit.tenant_id, self._head(), event)
            rows[self.unit.tenant_id, entry.seq] = entry

    async def first_broken(self) -> int | None:
        entries = self._entries()
        reached = follow(self.unit.tenant_id, START, entries)
        return None if reached.seq == len(entries) else reached.seq + 1

    def _entries(self) -> list[Entry]:
        rows = self.unit.seen.events.items()
        return [entry for (tenant_id, _), entry in rows if tenant_id == self.unit.tenant_id]

    def _head(self) -> Head:
        entries = self._entries()
        return Head(entries[-1].seq, entries[-1].sha256) if entries else START


@dataclass(frozen=True, slots=True)
class MemoryApiKeys:
    unit: Unit

    async def add(self, key: ApiKey) -> None:
        rows = (await self.unit.written()).keys
        if key.id in rows or key.secret_sha256 in {row.secret_sha256 for row in rows.values()}:
            raise StorageUnavailableError("the key is taken")
        rows[key.id] = key

    async def by_secret(self, secret_sha256: str) -> ApiKey | None:
        rows = self.unit.seen.keys.values()
        return next((row for row in rows if row.secret_sha256 == secret_sha256), None)

    async def get(self, key_id: str) -> ApiKey:
        key = self.unit.seen.keys.get(key_id)
        if key is None:
            raise ApiKeyNotFoundError(key_id)
        return key

    async def all(self) -> tuple[ApiKey, ...]:
        rows = self.unit.seen.keys.values()
        return tuple(sorted(rows, key=lambda key: (key.created_at, key.id)))

    async def replace(self, key: ApiKey) -> None:
        rows = (await self.unit.written()).keys
        old = rows.get(key.id)
        if old is None or old.tenant_id != key.tenant_id:
            raise ApiKeyNotFoundError(key.id)
        rows[key.id] = replace(
            old,
            revoked_at=_chosen(min, old.revoked_at, key.revoked_at),
            expires_at=_chosen(min, old.expires_at, key.expires_at),
            last_used_at=_chosen(max, old.last_used_at, key.last_used_at),
        )


def _chosen(
    choose: Callable[[list[datetime]], datetime], *moments: datetime | None
) -> datetime | None:
    known = [moment for moment in moments if moment is not None]
    return choose(known) if known else None


def memory_unit_of_work() -> UnitOfWork:
    memory = Memory()

    @asynccontextmanager
    async def unit_of_work(tenant_id: str) -> AsyncGenerator[Repositories]:
        unit = Unit(memory, tenant_id)
        try:
            yield Repositories(
                assessments=MemoryAssessments(unit),
                replays=MemoryReplays(unit),
                audit=MemoryAuditTrail(unit),
                keys=MemoryApiKeys(unit),
            )
            memory.kept = unit.seen
        finally:
            if unit.draft is not None:
                memory.writer.release()

    return unit_of_work
