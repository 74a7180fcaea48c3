"""Assess many cases, stored some at a time, each once for a place under the batch's key."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from app.domain.assessment import Assessment
from app.domain.case import Case
from app.domain.errors import (
    ConflictingCaseError,
    DomainError,
    IdempotencyKeyReusedError,
    ReplayExistsError,
    StorageUnavailableError,
)
from app.use_cases.assess_case import (
    MOST_TURNS,
    Answer,
    AnswerMetrics,
    Assessed,
    IdempotencyKey,
    created,
    make,
)
from app.use_cases.caller import Caller
from app.use_cases.ports import Replay, StoredAssessment, UnitOfWork
from app.use_cases.store_queue import Record, store_together


@dataclass(frozen=True, slots=True)
class Entry:
    """One case of a batch and its place in it; `present` puts its answer into bytes."""

    place: int
    case: Case
    patient_ref: str
    present: Callable[[Assessment, str, datetime], Answer]


Outcome: TypeAlias = Assessed | DomainError
"""What became of a case: stored, or why not. ConflictingCaseError, StorageUnavailableError, and
IdempotencyKeyReusedError where another batch took the key meanwhile."""
NotStored: TypeAlias = StorageUnavailableError | IdempotencyKeyReusedError
"""What keeps a whole group from being stored, and those after it."""


@dataclass(slots=True)
class Batch:
    """One caller's batch, gone through group by group."""

    caller: Caller
    unit_of_work: UnitOfWork
    once: IdempotencyKey | None
    was_begun: bool = False
    """Whether another request stored something under this key first."""
    _replays: dict[str, Replay] = field(default_factory=dict)

    async def look_up(self) -> None:
        """See what is stored under the key.

        Raises IdempotencyKeyReusedError for a key that came with another body, and
        StorageUnavailableError.
        """
        if self.once is None:
            return
        async with self.unit_of_work(self.caller.tenant_id) as repositories:
            found = await repositories.replays.batch_replays(self.once.key)
        if any(replay.body_sha256 != self.once.body_sha256 for replay in found):
            raise IdempotencyKeyReusedError
        self._replays = {replay.key: replay for replay in found}
        self.was_begun = self.was_begun or bool(found)

    async def assess(
        self, entries: Sequence[Entry], *, new_id: Callable[[], str], now: datetime
    ) -> dict[int, Outcome]:
        """What became of each of some cases, by place; what is stored is stored in one unit."""
        try:
            earlier = await self._earlier([entry.place for entry in entries])
        except StorageUnavailableError as error:
            return dict.fromkeys((entry.place for entry in entries), error)
        outcomes: dict[int, Outcome] = {}
        made: dict[int, tuple[StoredAssessment, AnswerMetrics]] = {}
        for entry in entries:
            if entry.place not in earlier:
                try:
                    made[entry.place] = _make(entry, new_id(), now)
                except ConflictingCaseError as error:
                    outcomes[entry.place] = error
                await asyncio.sleep(0)  # others are served between two cases
        try:
            await self._keep(made, earlier)
        except (StorageUnavailableError, IdempotencyKeyReusedError) as error:
            outcomes |= dict.fromkeys(made.keys() - earlier.keys(), error)
        else:
            outcomes |= {place: Assessed(*made[place]) for place in made.keys() - earlier.keys()}
        return outcomes | {place: Assessed(stored, None) for place, stored in earlier.items()}

    async def _keep(
        self,
        made: Mapping[int, tuple[StoredAssessment, AnswerMetrics]],
        earlier: dict[int, StoredAssessment],
    ) -> None:
        """Store what was made; what another request stored first is put to the earlier ones."""
        for _ in range(MOST_TURNS):
            new = {place: stored for place, (stored, _) in made.items() if place not in earlier}
            with suppress(ReplayExistsError):
                await self._store(new)
                return
            await self.look_up()  # the same batch is running elsewhere
            earlier |= await self._earlier(list(new))
        raise StorageUnavailableError("the idempotency key is fought over")

    async def _earlier(self, places: Sequence[int]) -> dict[int, StoredAssessment]:
        """Those of the places that are stored already."""
        ids = {
            place: replay.assessment_id
            for place in places
            if (replay := self._replays.get(self._key(place)))
        }
        if not ids:
            return {}
        async with self.unit_of_work(self.caller.tenant_id) as repositories:
            found = await repositories.assessments.get_all(list(ids.values()))
        return {place: found[each] for place, each in ids.items() if each in found}

    async def _store(self, new: Mapping[int, StoredAssessment]) -> None:
        if not new:
            return
        replays = self._replays_of(new)
        records = [
            Record(each, created(each, self.caller), replays[place]) for place, each in new.items()
        ]
        await store_together(self.caller.tenant_id, records, self.unit_of_work)
        self._replays |= {each.key: each for kept in replays.values() for each in kept}

    def _replays_of(self, new: Mapping[int, StoredAssessment]) -> dict[int, tuple[Replay, ...]]:
        """A key for each place, and once the key as it came: it is taken for any other body."""
        if self.once is None:
            return dict.fromkeys(new, ())
        whole = () if self.once.key in self._replays else (self.once.key,)
        replays = {}
        for place, stored in new.items():
            replays[place] = tuple(
                Replay(key, self.once.body_sha256, stored.id, stored.created_at)
                for key in (self._key(place), *whole)
            )
            whole = ()
        return replays

    def _key(self, place: int) -> str:
        """A caller's own key holds no space."""
        return "" if self.once is None else f"{self.once.key} {place}"


def _make(entry: Entry, identifier: str, now: datetime) -> tuple[StoredAssessment, AnswerMetrics]:
    def present(assessment: Assessment) -> Answer:
        return entry.present(assessment, identifier, now)

    return make(
        entry.case,
        patient_ref=entry.patient_ref,
        assessment_id=identifier,
        now=now,
        present=present,
    )
