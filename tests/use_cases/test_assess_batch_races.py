"""The same batch sent by several at once, or its key by somebody else: nothing is stored twice."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from app.domain.errors import (
    IdempotencyKeyReusedError,
    StorageUnavailableError,
)
from app.use_cases.ports import Repositories, UnitOfWork
from tests.memory import memory_unit_of_work
from tests.use_cases.batch_sender import (
    GROUP,
    Sender,
    breaking,
    erase,
    kept,
    opening,
    single,
    stored_in,
)


@pytest.fixture
def memory() -> UnitOfWork:
    return memory_unit_of_work()


async def test_of_two_at_once_each_place_is_stored_once(memory: UnitOfWork) -> None:
    senders = [Sender(f"{number}", memory) for number in range(4)]
    answers = [stored_in(each) for each in await asyncio.gather(*(s.send(8) for s in senders))]
    assert answers == [answers[0]] * 4
    assert sorted(answers[0], key=lambda each: each.id) == await kept(memory)
    assert [each.patient_ref for each in answers[0]] == [f"p-{place}" for place in range(8)]


async def test_what_another_stored_meanwhile_is_answered(memory: UnitOfWork) -> None:
    async def overtake(number: int) -> None:
        if number == 2:  # the second group is assessed and about to be stored
            await Sender("rival", breaking(memory, 3, after_writing=True)).send(8)

    racing = Sender("mine", opening(memory, overtake))
    stored = stored_in(await racing.send(8))
    names = [each.id.partition("-")[0] for each in stored]
    assert names == ["mine"] * 3 + ["rival"] * 3 + ["mine"] * 2
    assert sorted(stored, key=lambda each: each.id) == await kept(memory)


async def test_of_a_group_that_another_stored_what_was_erased_since_is_stored(
    memory: UnitOfWork,
) -> None:
    async def overtake(number: int) -> None:
        if number == 1:
            await Sender("rival", memory).send(GROUP)
            await erase("rival-001", memory)

    stored = stored_in(await Sender("mine", opening(memory, overtake)).send(GROUP))
    assert [each.id for each in stored] == ["rival-000", "mine-001", "rival-002"]
    assert [each.patient_ref for each in stored] == ["p-0", "p-1", "p-2"]
    assert sorted(stored, key=lambda each: each.id) == await kept(memory)


async def test_what_is_erased_between_the_look_and_the_reading_is_stored_anew(
    memory: UnitOfWork,
) -> None:
    await Sender("first", memory).send(GROUP)

    async def erase_one(number: int) -> None:
        if number == 1:
            await erase("first-001", memory)

    stored = stored_in(await Sender("again", opening(memory, erase_one)).send(GROUP))
    assert [each.id for each in stored] == ["first-000", "again-000", "first-002"]
    assert [each.patient_ref for each in stored] == ["p-0", "p-1", "p-2"]


async def test_a_race_lost_to_another_body_refuses_what_was_not_stored(memory: UnitOfWork) -> None:
    async def overtake(number: int) -> None:
        if number == 1:
            await Sender("rival", memory).send(5, body="b")

    outcomes = await Sender("mine", opening(memory, overtake)).send(8)
    assert [type(each) for each in outcomes] == [IdempotencyKeyReusedError] * 8
    assert [each.id for each in await kept(memory)] == [f"rival-{n:03}" for n in range(5)]


async def test_a_race_lost_to_one_case_refuses_all(memory: UnitOfWork) -> None:
    async def overtake(number: int) -> None:
        if number == 1:
            await single(memory)

    outcomes = await Sender("mine", opening(memory, overtake)).send(4)
    assert [type(each) for each in outcomes] == [IdempotencyKeyReusedError] * 4
    assert [each.id for each in await kept(memory)] == ["single"]


async def test_a_race_lost_over_and_over_comes_to_an_end(memory: UnitOfWork) -> None:
    stolen = False

    @asynccontextmanager
    async def fought_over(tenant_id: str) -> AsyncGenerator[Repositories]:
        """Whenever something is about to be stored a rival was there, and is erased at once."""
        nonlocal stolen
        stolen = not stolen
        rival = Sender("rival", memory)
        if not stolen:
            await rival.send(1)
        try:
            async with memory(tenant_id) as repositories:
                yield repositories
        finally:
            if not stolen:
                await erase("rival-000", memory)

    outcomes = await Sender("mine", fought_over).send(GROUP)
    assert [type(each) for each in outcomes] == [StorageUnavailableError] * GROUP
    assert await kept(memory) == []
