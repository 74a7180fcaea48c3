"""Batches sent to the use case, over storage that breaks or is written to by others."""

import itertools
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final

from app.domain.assessment import Assessment
from app.domain.case import Case, Energy
from app.domain.errors import (
    StorageUnavailableError,
)
from app.use_cases.assess_batch import Batch, Entry, Outcome
from app.use_cases.assess_case import Answer, Assessed, IdempotencyKey, assess_case
from app.use_cases.caller import Caller, local_caller
from app.use_cases.erase_assessment import erase_assessment
from app.use_cases.ports import Repositories, StoredAssessment, UnitOfWork
from app.use_cases.store_queue import StoreQueue

NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)
ME: Final = local_caller()
NEIGHBOUR: Final = local_caller("neighbour")
GROUP: Final = 3
CONTRADICTION: Final = Energy(deficit_kcal_per_day=500.0, deficit_pct=20.0)


@dataclass(slots=True)
class Sender:
    """Sends batches, and notes at which places a case was really assessed."""

    name: str
    unit_of_work: UnitOfWork
    caller: Caller = ME
    assessed: list[int] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    async def send(
        self, count: int, *, key: str | None = "once", body: str = "a", bad: Sequence[int] = ()
    ) -> list[Outcome]:
        """So many cases in groups, those at the bad places contradicting themselves."""
        batch = Batch(
            self.caller, self.unit_of_work, None if key is None else IdempotencyKey(key, body)
        )
        await batch.look_up()
        found: dict[int, Outcome] = {}
        for start in range(0, count, GROUP):
            group = [self._entry(place, bad) for place in range(start, min(start + GROUP, count))]
            outcomes = await batch.assess(group, new_id=self._new_id, now=NOW)
            assert outcomes.keys() == {entry.place for entry in group}
            found |= outcomes
        return [found[place] for place in range(count)]

    def _entry(self, place: int, bad: Sequence[int]) -> Entry:
        case = Case(date(2026, 6, 1), f"p-{place}")
        if place in bad:
            case = replace(case, energy=CONTRADICTION)

        def present(_: Assessment, identifier: str, now: datetime) -> Answer:
            assert now == NOW
            self.assessed.append(place)
            return Answer(f"{place} as {identifier}".encode(), b"{}")

        return Entry(place, case, f"p-{place}", present)

    def _new_id(self) -> str:
        return f"{self.name}-{next(self.numbers):03}"


async def kept(unit_of_work: UnitOfWork, caller: Caller = ME) -> list[StoredAssessment]:
    """All that is stored, by id; the trail has to be whole."""
    async with unit_of_work(caller.tenant_id) as repositories:
        found = await repositories.assessments.newest_whole(patient_ref=None, limit=999, after=None)
        assert await repositories.audit.first_broken() is None
    return sorted(found, key=lambda each: each.id)


def stored_in(outcomes: Sequence[Outcome]) -> list[StoredAssessment]:
    return [each.stored for each in outcomes if isinstance(each, Assessed)]


async def single(unit_of_work: UnitOfWork, key: str = "once", body: str = "of one") -> Assessed:
    return await assess_case(
        Case(date(2026, 6, 1), "p-1"),
        patient_ref="p-1",
        assessment_id="single",
        now=NOW,
        present=lambda _: Answer(b"single", b"{}"),
        caller=ME,
        store_queue=StoreQueue(unit_of_work),
        once=IdempotencyKey(key, body),
    )


def opening(unit_of_work: UnitOfWork, before: Callable[[int], Awaitable[None]]) -> UnitOfWork:
    """The same storage; `before` is awaited with the number of each unit, from 0, as it opens."""
    numbers = itertools.count()

    @asynccontextmanager
    async def opened(tenant_id: str) -> AsyncGenerator[Repositories]:
        await before(next(numbers))
        async with unit_of_work(tenant_id) as repositories:
            yield repositories

    return opened


def breaking(unit_of_work: UnitOfWork, from_: int, *, after_writing: bool) -> UnitOfWork:
    """Storage that is gone from the unit of this number on: when opened, or just before it ends."""
    numbers = itertools.count()

    @asynccontextmanager
    async def opened(tenant_id: str) -> AsyncGenerator[Repositories]:
        is_broken = next(numbers) >= from_
        if is_broken and not after_writing:
            raise StorageUnavailableError("gone")
        async with unit_of_work(tenant_id) as repositories:
            yield repositories
            if is_broken:
                raise StorageUnavailableError("gone before it was kept")

    return opened


def erase(identifier: str, memory: UnitOfWork) -> Awaitable[None]:
    return erase_assessment(identifier, caller=ME, now=NOW, unit_of_work=memory)
