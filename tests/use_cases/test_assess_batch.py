"""Many cases at once: each stored once for its place under the key, however often sent."""

import pytest

from app.domain.errors import (
    ConflictingCaseError,
    IdempotencyKeyReusedError,
    StorageUnavailableError,
)
from app.use_cases.assess_batch import Batch, Outcome
from app.use_cases.assess_case import Assessed, IdempotencyKey
from app.use_cases.ports import UnitOfWork
from tests.memory import memory_unit_of_work
from tests.use_cases.batch_sender import (
    GROUP,
    ME,
    NEIGHBOUR,
    NOW,
    Sender,
    breaking,
    erase,
    kept,
    single,
    stored_in,
)


@pytest.fixture
def memory() -> UnitOfWork:
    return memory_unit_of_work()


async def test_each_case_has_its_outcome_at_its_place(memory: UnitOfWork) -> None:
    outcomes = await Sender("mine", memory).send(8)
    stored = stored_in(outcomes)
    assert [each.document for each in stored] == [b"%d as mine-%03d" % (n, n) for n in range(8)]
    assert [each.patient_ref for each in stored] == [f"p-{n}" for n in range(8)]
    assert {each.created_at for each in stored} == {NOW}
    assert all(isinstance(each, Assessed) and each.told for each in outcomes)
    assert await kept(memory) == stored


async def test_sent_again_nothing_is_assessed_and_all_is_answered(memory: UnitOfWork) -> None:
    first = await Sender("first", memory).send(8)
    again = Sender("again", memory)
    assert await again.send(8) == [Assessed(stored, None) for stored in stored_in(first)]
    assert again.assessed == []
    assert await kept(memory) == stored_in(first)


async def test_it_is_known_whether_something_was_stored_under_the_key(memory: UnitOfWork) -> None:
    batches = [
        Batch(ME, memory, once)
        for once in (None, IdempotencyKey("once", "a"), IdempotencyKey("two", "a"))
    ]
    await Sender("first", memory).send(1)
    assert [batch.was_begun for batch in batches] == [False] * 3
    for batch in batches:
        await batch.look_up()
    assert [batch.was_begun for batch in batches] == [False, True, False]


async def test_without_a_key_or_with_another_all_is_stored_again(memory: UnitOfWork) -> None:
    for number, key in enumerate(("once", "twice", "onc", None, None)):
        assert len(stored_in(await Sender(f"{number}", memory).send(4, key=key))) == 4
    assert len(await kept(memory)) == 20


async def test_a_key_is_the_tenant_s_own(memory: UnitOfWork) -> None:
    await Sender("mine", memory).send(2)
    theirs = await Sender("theirs", memory, NEIGHBOUR).send(2, body="b")
    assert await kept(memory, NEIGHBOUR) == stored_in(theirs)
    assert [each.id for each in await kept(memory)] == ["mine-000", "mine-001"]


@pytest.mark.parametrize("count", [1, 5])
async def test_a_key_with_another_body_is_refused(memory: UnitOfWork, count: int) -> None:
    first = await Sender("first", memory).send(4)
    with pytest.raises(IdempotencyKeyReusedError):
        await Sender("other", memory).send(count, body="b")
    assert await kept(memory) == stored_in(first)


async def test_one_case_and_a_batch_do_not_share_a_key(memory: UnitOfWork) -> None:
    await Sender("batch", memory).send(4, key="of the batch")
    await single(memory, key="single")
    with pytest.raises(IdempotencyKeyReusedError):
        await single(memory, key="of the batch")
    with pytest.raises(IdempotencyKeyReusedError):
        await Sender("other", memory).send(4, key="single")
    assert len(await kept(memory)) == 5


@pytest.mark.parametrize("place", [0, 4, 7])
async def test_what_was_erased_is_stored_anew_and_the_rest_answered_again(
    memory: UnitOfWork, place: int
) -> None:
    first = stored_in(await Sender("first", memory).send(8))
    await erase(f"first-{place:03}", memory)
    again = Sender("again", memory)
    outcomes = stored_in(await again.send(8))
    assert again.assessed == [place]
    assert outcomes.pop(place).document == b"%d as again-000" % place
    assert outcomes == first[:place] + first[place + 1 :]
    third = Sender("third", memory)
    assert len(stored_in(await third.send(8))) == 8
    assert third.assessed == []
    with pytest.raises(IdempotencyKeyReusedError):
        await single(memory)


@pytest.mark.parametrize("after_writing", [False, True])
@pytest.mark.parametrize("from_", range(5))
async def test_a_batch_that_broke_off_is_completed_by_the_same_one(
    memory: UnitOfWork, from_: int, *, after_writing: bool
) -> None:
    broken = breaking(memory, from_, after_writing=after_writing)
    first = Sender("first", broken)
    if from_ == 0:
        with pytest.raises(StorageUnavailableError):
            await first.send(8)
        outcomes: list[Outcome] = []
    else:  # the key was looked up by one unit, then a unit for each group
        outcomes = await first.send(8)
        assert [type(each) for each in outcomes] == [
            Assessed if place // GROUP + 1 < from_ else StorageUnavailableError
            for place in range(8)
        ]
    before = stored_in(outcomes)
    assert await kept(memory) == before
    again = Sender("second", memory)
    whole = stored_in(await again.send(8))
    assert whole[: len(before)] == before
    assert again.assessed == list(range(len(before), 8))
    assert [each.patient_ref for each in whole] == [f"p-{place}" for place in range(8)]
    assert await kept(memory) == whole


async def test_a_replay_that_cannot_be_read_is_assessed_nowhere(memory: UnitOfWork) -> None:
    first = await Sender("first", memory).send(4)
    again = Sender("again", breaking(memory, 1, after_writing=False))
    assert [type(each) for each in await again.send(4)] == [StorageUnavailableError] * 4
    assert again.assessed == []
    assert await kept(memory) == stored_in(first)


async def test_a_case_that_contradicts_itself_fails_no_other(memory: UnitOfWork) -> None:
    bad = (0, 3, 4, 5, 7)
    first = await Sender("first", memory).send(9, bad=bad)
    kinds = [ConflictingCaseError if place in bad else Assessed for place in range(9)]
    assert [type(each) for each in first] == kinds
    refused = first[0]
    assert isinstance(refused, ConflictingCaseError)
    assert [each.pointer for each in refused.conflicts] == ["/energy/deficit_pct"]
    assert [each.patient_ref for each in await kept(memory)] == ["p-1", "p-2", "p-6", "p-8"]
    again = await Sender("again", memory).send(9, bad=bad)
    assert [type(each) for each in again] == kinds
    assert stored_in(again) == stored_in(first)


async def test_a_batch_of_which_nothing_is_stored_does_not_use_up_the_key(
    memory: UnitOfWork,
) -> None:
    await Sender("first", memory).send(4, bad=range(4))
    assert (await single(memory)).stored.id == "single"


async def test_a_key_is_taken_as_long_as_one_of_the_batch_is_stored(memory: UnitOfWork) -> None:
    first = stored_in(await Sender("first", memory).send(4))
    await erase("first-000", memory)
    with pytest.raises(IdempotencyKeyReusedError):
        await single(memory)
    again = stored_in(await Sender("again", memory).send(4))
    assert again[1:] == first[1:]
