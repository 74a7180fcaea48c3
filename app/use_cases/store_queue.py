"""Storing what was assessed: in one transaction for all who wait for it at the same moment."""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from contextvars import Context
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from app.domain.errors import AssessmentExistsError, ReplayExistsError, RowRefusedError
from app.use_cases.ports import AuditEvent, Replay, StoredAssessment, UnitOfWork

STORED_AT_ONCE: Final = 64
"""Assessments in one transaction: it is paid once for all, and others need not wait long."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is stored of one assessment, all of it or nothing."""

    stored: StoredAssessment
    event: AuditEvent
    replays: tuple[Replay, ...] = ()


async def store_together(
    tenant_id: str, records: Sequence[Record], unit_of_work: UnitOfWork
) -> None:
    """Store them in one unit, all or none.

    Raises ReplayExistsError or AssessmentExistsError if a key or an id of one of them is taken,
    StorageUnavailableError.
    """
    async with unit_of_work(tenant_id) as repositories:
        if replays := [replay for record in records for replay in record.replays]:
            await repositories.replays.add(*replays)
        await repositories.assessments.add(*(record.stored for record in records))
        await repositories.audit.append(*(record.event for record in records))


_REFUSALS: Final = (AssessmentExistsError, ReplayExistsError, RowRefusedError)
"""What is wrong with one record, and says nothing about those beside it."""

_Waiting: TypeAlias = tuple[Record, asyncio.Future[None]]


@dataclass(frozen=True, slots=True)
class StoreQueue:
    """A tenant's requests to store that come while a transaction runs share the next one.

    A request that comes alone waits for nobody. Each learns of its own storing only.
    """

    unit_of_work: UnitOfWork
    _waiting: dict[str, deque[_Waiting]] = field(default_factory=dict)
    _working: set[asyncio.Task[None]] = field(default_factory=set)

    async def store(self, tenant_id: str, record: Record) -> None:
        """Return when it is kept; raises what `store_together` raises."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        waiting = self._waiting.get(tenant_id)
        if waiting is None:
            waiting = self._waiting.setdefault(tenant_id, deque())
            # Many requests use it: what it logs must not bear the id of the one that began it.
            task = loop.create_task(self._work(tenant_id, waiting), context=Context())
            self._working.add(task)
            task.add_done_callback(self._working.discard)
        waiting.append((record, done))
        await done

    async def _work(self, tenant_id: str, waiting: deque[_Waiting]) -> None:
        """Store as long as somebody waits."""
        alone = 0  # so many are to be tried one by one: together one of them was refused
        while waiting:
            count = 1 if alone else min(len(waiting), STORED_AT_ONCE)
            alone = max(alone - 1, 0)
            taken = [waiting.popleft() for _ in range(count)]
            group = [each for each in taken if not each[1].cancelled()]  # who left wants nothing
            if not group:
                continue
            try:
                await store_together(tenant_id, [record for record, _ in group], self.unit_of_work)
            except _REFUSALS as refusal:
                if len(group) > 1:
                    alone = len(group)
                    waiting.extendleft(reversed(group))
                else:
                    _tell(group, refusal)
            except Exception as error:  # noqa: BLE001 - whoever waits has to learn of it
                # Those behind are not made to wait until a broken storage fails once more.
                _tell([*group, *waiting], error)
                waiting.clear()
                alone = 0
            else:
                _tell(group, None)
        del self._waiting[tenant_id]


def _tell(waiting: Iterable[_Waiting], error: Exception | None) -> None:
    for _, done in waiting:
        if done.cancelled():
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
