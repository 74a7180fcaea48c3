"""A caller that goes away at any moment leaves no half of a unit and takes no connection along."""

import asyncio
from contextlib import suppress

import anyio
from sqlalchemy import QueuePool
from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT, UnitOfWork
from tests.persistence.stored import add, an_assessment, newest, newest_ids

CONNECTIONS = 10


async def test_a_unit_cut_short_is_whole_or_not_there(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    done: set[str] = set()

    async def add_a_pair(number: int, deadline: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(deadline):
                await add(unit_of_work, an_assessment(f"{number} a"), an_assessment(f"{number} b"))
                done.add(f"{number}")

    for round_ in range(4):
        numbers = range(round_ * 20, round_ * 20 + 20)
        await asyncio.gather(*(add_a_pair(each, (each % 20) * 0.001) for each in numbers))
    heads = await newest(unit_of_work, limit=200)
    ids = {head.id for head in heads}
    pairs = {each.split()[0] for each in ids}
    assert ids == {f"{number} {half}" for number in pairs for half in "ab"}
    assert done <= pairs
    assert len(pairs) < 80  # some were cut short indeed


async def test_a_task_cancelled_inside_a_unit_gives_its_connection_back(
    engine: AsyncEngine,
) -> None:
    unit_of_work = sql_unit_of_work(engine)

    async def write_and_wait() -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.assessments.newest(patient_ref=None, limit=1, after=None)
            await asyncio.sleep(60)

    for _ in range(3):
        tasks = [asyncio.create_task(write_and_wait()) for _ in range(CONNECTIONS)]
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {asyncio.CancelledError}
    await asyncio.gather(*(add(unit_of_work, an_assessment(f"{n}")) for n in range(CONNECTIONS)))
    assert len(await newest_ids(unit_of_work)) == CONNECTIONS
    assert isinstance(engine.pool, QueuePool)
    assert engine.pool.checkedout() == 0


async def test_a_cancelled_writer_lets_go_of_the_lock(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    written = asyncio.Event()
    task = asyncio.create_task(_write_and_wait(unit_of_work, written))
    await written.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await add(unit_of_work, an_assessment("never", patient_ref="another"))
    assert [head.patient_ref for head in await newest(unit_of_work)] == ["another"]


async def test_who_leaves_a_streamed_answer_has_the_unit_finished(engine: AsyncEngine) -> None:
    # Such a cancellation comes again at each await, those of the clearing up among them.
    unit_of_work = sql_unit_of_work(engine)

    async def add_one(number: int, begun: asyncio.Event) -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.assessments.add(an_assessment(f"{number} a"))
            begun.set()
            await asyncio.sleep(0.01)
            await repositories.assessments.add(an_assessment(f"{number} b"))

    for number in range(5):
        begun = asyncio.Event()
        async with anyio.create_task_group() as group:
            group.start_soon(add_one, number, begun)
            await begun.wait()
            group.cancel_scope.cancel()
        assert isinstance(engine.pool, QueuePool)
        assert engine.pool.checkedout() == 0
        await add(unit_of_work, an_assessment(f"{number} c"))
    assert len(await newest_ids(unit_of_work)) == 15


async def _write_and_wait(unit_of_work: UnitOfWork, written: asyncio.Event) -> None:
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.assessments.add(an_assessment("never"))
        written.set()
        await asyncio.sleep(60)
