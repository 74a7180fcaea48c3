"""Many store at once: they share transactions, and none learns of another's failure."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Final

import pytest

from app.domain.errors import (
    AssessmentExistsError,
    ReplayExistsError,
    RowRefusedError,
    StorageUnavailableError,
)
from app.use_cases.assess_case import created
from app.use_cases.ports import LOCAL_TENANT, Replay, Repositories, UnitOfWork
from app.use_cases.store_queue import STORED_AT_ONCE, Record, StoreQueue
from tests.memory import memory_unit_of_work
from tests.use_cases.stored import ME, START, ident, stored

_NEIGHBOUR: Final = "neighbour"


def record(number: int, key: str | None = None) -> Record:
    made = stored(ident(number))
    replays = () if key is None else (Replay(key, "a", made.id, START),)
    return Record(made, created(made, ME), replays)


class Watched:
    """Storage that notes which tenant's units were opened, and fails if told to."""

    def __init__(self) -> None:
        self.memory: UnitOfWork = memory_unit_of_work()
        self.opened: list[str] = []
        self.began = asyncio.Event()
        self.fails: Callable[[], Exception | None] = lambda: None

    @asynccontextmanager
    async def unit_of_work(self, tenant_id: str) -> AsyncGenerator[Repositories]:
        self.opened.append(tenant_id)
        self.began.set()
        await asyncio.sleep(0.01)  # meanwhile others come
        async with self.memory(tenant_id) as repositories:
            yield repositories
            if error := self.fails():
                raise error

    async def ids(self, tenant_id: str = LOCAL_TENANT) -> set[str]:
        async with self.memory(tenant_id) as repositories:
            assert await repositories.audit.first_broken() is None
            newest = await repositories.assessments.newest(patient_ref=None, limit=999, after=None)
        return {each.id for each in newest}


@pytest.fixture
def storage() -> Watched:
    return Watched()


async def all_at_once(queue: StoreQueue, *records: Record) -> list[BaseException | None]:
    calls = (queue.store(LOCAL_TENANT, each) for each in records)
    return await asyncio.gather(*calls, return_exceptions=True)


async def test_those_who_come_meanwhile_share_the_next_transaction(storage: Watched) -> None:
    queue = StoreQueue(storage.unit_of_work)
    first = asyncio.create_task(queue.store(LOCAL_TENANT, record(0)))
    await storage.began.wait()
    others = await all_at_once(queue, *map(record, range(1, 2 + STORED_AT_ONCE)))
    await first
    assert others == [None] * (1 + STORED_AT_ONCE)
    assert len(storage.opened) == 3  # the first, a full one, and the one left over
    assert await storage.ids() == {ident(number) for number in range(2 + STORED_AT_ONCE)}


async def test_it_is_kept_when_the_call_returns(storage: Watched) -> None:
    queue = StoreQueue(storage.unit_of_work)
    for number in range(3):  # one after the other, with rests in which nobody waits
        await queue.store(LOCAL_TENANT, record(number))
        assert ident(number) in await storage.ids()
    assert len(storage.opened) == 3


async def test_tenants_share_nothing(storage: Watched) -> None:
    queue = StoreQueue(storage.unit_of_work)
    await asyncio.gather(*(queue.store(tenant, record(1)) for tenant in (LOCAL_TENANT, _NEIGHBOUR)))
    assert sorted(storage.opened) == [LOCAL_TENANT, _NEIGHBOUR]
    assert await storage.ids() == await storage.ids(_NEIGHBOUR) == {ident(1)}


@pytest.mark.parametrize(
    ("taken", "refusal"),
    [(record(3), AssessmentExistsError), (record(90, "key"), ReplayExistsError)],
    ids=["id", "key"],
)
async def test_what_is_taken_already_hurts_nobody_else(
    storage: Watched, taken: Record, refusal: type[Exception]
) -> None:
    queue = StoreQueue(storage.unit_of_work)
    await queue.store(LOCAL_TENANT, taken)
    records = [record(number, "key" if number == 3 else None) for number in range(6)]
    outcomes = await all_at_once(queue, *records)
    assert type(outcomes[3]) is refusal
    assert outcomes[:3] + outcomes[4:] == [None] * 5
    wanted = {ident(number) for number in (0, 1, 2, 4, 5)}
    assert await storage.ids() == wanted | {taken.stored.id}


async def test_of_one_key_at_once_the_first_is_kept(storage: Watched) -> None:
    outcomes = await all_at_once(
        StoreQueue(storage.unit_of_work), *(record(number, "key") for number in range(5))
    )
    assert [type(each) for each in outcomes] == [type(None), *[ReplayExistsError] * 4]
    assert await storage.ids() == {ident(0)}


async def test_a_row_that_the_database_does_not_take_hurts_nobody_else(storage: Watched) -> None:
    errors = iter([RowRefusedError("one of six"), None, RowRefusedError("the second")])
    storage.fails = lambda: next(errors, None)
    outcomes = await all_at_once(StoreQueue(storage.unit_of_work), *map(record, range(6)))
    assert [type(each) for each in outcomes] == [
        *(type(None), RowRefusedError),
        *[type(None)] * 4,
    ]
    assert await storage.ids() == {ident(number) for number in (0, 2, 3, 4, 5)}


@pytest.mark.parametrize("error", [StorageUnavailableError("locked"), RuntimeError("a mistake")])
async def test_everybody_who_waits_learns_at_once_that_it_failed(
    storage: Watched, error: Exception
) -> None:
    queue = StoreQueue(storage.unit_of_work)
    storage.fails = lambda: error
    outcomes = await all_at_once(queue, *map(record, range(3 * STORED_AT_ONCE)))
    assert outcomes == [error] * (3 * STORED_AT_ONCE)
    assert len(storage.opened) == 1
    assert await storage.ids() == set()
    storage.fails = lambda: None
    await queue.store(LOCAL_TENANT, record(0))  # and those who come later try again
    assert await storage.ids() == {ident(0)}


async def test_who_has_left_is_not_stored_and_hurts_nobody_else(storage: Watched) -> None:
    queue = StoreQueue(storage.unit_of_work)
    calls = [
        asyncio.create_task(queue.store(LOCAL_TENANT, record(number, "key" if number else None)))
        for number in range(4)
    ]
    await storage.began.wait()
    late = [asyncio.create_task(queue.store(LOCAL_TENANT, record(9))) for _ in range(2)]
    await asyncio.sleep(0)
    for call in (*calls[:2], *late):
        call.cancel()
    outcomes = await asyncio.gather(*calls, *late, return_exceptions=True)
    assert [type(each) for each in outcomes] == [
        *(asyncio.CancelledError, asyncio.CancelledError, type(None), ReplayExistsError),
        *(asyncio.CancelledError, asyncio.CancelledError),
    ]
    # Those who left while they were being stored may be stored or not, but never by halves.
    assert {ident(2)} <= await storage.ids() <= {ident(0), ident(2)}


async def test_nothing_is_left_over(storage: Watched) -> None:
    queue = StoreQueue(storage.unit_of_work)
    before = asyncio.all_tasks()
    await all_at_once(queue, *map(record, range(6)))
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
    assert queue == StoreQueue(storage.unit_of_work)
