"""What every storage of idempotency keys promises, above all when two requests race."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import AssessmentNotFoundError, ReplayExistsError, StorageUnavailableError
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT, UnitOfWork
from tests.persistence.stored import (
    a_replay,
    add,
    add_with_key,
    an_assessment,
    at,
    get,
    newest_ids,
    remove,
    replay_of,
)


async def test_a_key_is_read_back_as_it_was_used(unit_of_work: UnitOfWork) -> None:
    stored = an_assessment("a", created_at=at(123_457))
    await add_with_key(unit_of_work, stored, "key")
    assert await replay_of(unit_of_work, "key") == a_replay("key", "a", created_at=at(123_457))
    for unknown in ("", "KEY", "key ", "k\0", "\ud800", "é"):
        assert await replay_of(unit_of_work, unknown) is None


async def test_a_taken_key_leaves_nothing_of_the_second_unit(unit_of_work: UnitOfWork) -> None:
    await add_with_key(unit_of_work, an_assessment("a"), "key")
    with pytest.raises(ReplayExistsError):
        await add_with_key(unit_of_work, an_assessment("b"), "key")
    assert await newest_ids(unit_of_work) == ["a"]
    assert await replay_of(unit_of_work, "key") == a_replay("key", "a")


async def test_the_winner_can_be_read_in_the_unit_that_lost(unit_of_work: UnitOfWork) -> None:
    await add_with_key(unit_of_work, an_assessment("a"), "key")
    async with unit_of_work(LOCAL_TENANT) as repositories:
        with pytest.raises(ReplayExistsError):
            await repositories.replays.add(a_replay("key", "b"))
        assert await repositories.replays.get("key") == a_replay("key", "a")
        assert await repositories.assessments.get("a") == an_assessment("a")


@pytest.mark.parametrize("key_first", [True, False])
async def test_of_two_units_at_once_one_wins(
    unit_of_work: UnitOfWork,
    key_first: bool,  # noqa: FBT001
) -> None:
    both_looked = asyncio.Barrier(2)

    async def use(assessment_id: str) -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            assert await repositories.replays.get("key") is None
            await both_looked.wait()
            if not key_first:
                await repositories.assessments.add(an_assessment(assessment_id))
            await repositories.replays.add(a_replay("key", assessment_id))
            await asyncio.sleep(0.2)
            if key_first:
                await repositories.assessments.add(an_assessment(assessment_id))

    async with asyncio.timeout(1.5):
        outcomes = await asyncio.gather(use("a"), use("b"), return_exceptions=True)
    assert {type(each) for each in outcomes} == {ReplayExistsError, type(None)}
    winner = "b" if outcomes[0] else "a"
    assert await newest_ids(unit_of_work) == [winner]
    assert await replay_of(unit_of_work, "key") == a_replay("key", winner)


async def test_a_unit_that_fails_gives_its_key_to_the_one_that_waits(
    unit_of_work: UnitOfWork,
) -> None:
    claimed = asyncio.Event()

    async def fail() -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.replays.add(a_replay("key", "a"))
            claimed.set()
            await asyncio.sleep(0.2)
            raise ZeroDivisionError

    failing = asyncio.create_task(fail())
    await claimed.wait()
    await add_with_key(unit_of_work, an_assessment("b"), "key")
    with pytest.raises(ZeroDivisionError):
        await failing
    assert await newest_ids(unit_of_work) == ["b"]


async def test_who_waits_longer_than_a_lock_allows_is_told_so(unit_of_work: UnitOfWork) -> None:
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.replays.add(a_replay("key", "a"))
        async with asyncio.timeout(4):
            with pytest.raises(StorageUnavailableError):
                await add_with_key(unit_of_work, an_assessment("b"), "key")
        await repositories.assessments.add(an_assessment("a"))
    assert await newest_ids(unit_of_work) == ["a"]


async def test_an_erased_assessment_takes_its_keys_along(unit_of_work: UnitOfWork) -> None:
    for number in range(4):
        stored = an_assessment(f"{number}", created_at=at(number), patient_ref=f"of {number % 2}")
        await add_with_key(unit_of_work, stored, f"key {number}")
    await remove(unit_of_work, "3")
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.assessments.remove_older_than(at(1)) == 1
        assert await repositories.replays.get("key 0") is None
        assert await repositories.assessments.remove_of_patient("of 0") == 1
    left = [await replay_of(unit_of_work, f"key {number}") for number in range(4)]
    assert left == [None, a_replay("key 1", "1", created_at=at(1)), None, None]


async def test_erasure_counts_and_goes_up_to_the_moment_and_the_limit(
    unit_of_work: UnitOfWork,
) -> None:
    await add(unit_of_work, *(an_assessment(f"{n}", created_at=at(n)) for n in range(6)))
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.assessments.remove_older_than(at(3), limit=2) == 2
        assert await repositories.assessments.remove_older_than(at(3), limit=2) == 1
        assert await repositories.assessments.remove_older_than(at(3)) == 0
    assert await newest_ids(unit_of_work) == ["5", "4", "3"]
    async with unit_of_work(LOCAL_TENANT) as repositories:
        for nobody in ("patient-2", "", "p\0", "\ud800", "é"):
            assert await repositories.assessments.remove_of_patient(nobody) == 0
        assert await repositories.assessments.remove_of_patient("patient-1") == 3
    with pytest.raises(AssessmentNotFoundError):
        await get(unit_of_work, "5")


async def test_a_key_is_forgotten_and_its_answer_stays(unit_of_work: UnitOfWork) -> None:
    for number in range(3):
        stored = an_assessment(f"{number}", created_at=at(number))
        await add_with_key(unit_of_work, stored, f"key {number}")
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.replays.remove_older_than(at(2), limit=1) == 1
        assert await repositories.replays.get("key 0") is None
        assert await repositories.replays.remove_older_than(at(2)) == 1
    assert await replay_of(unit_of_work, "key 1") is None
    assert await replay_of(unit_of_work, "key 2") is not None
    assert await newest_ids(unit_of_work) == ["2", "1", "0"]


async def test_a_key_without_its_assessment_is_refused(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    with pytest.raises(StorageUnavailableError):
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.replays.add(a_replay("key", "never stored"))
    assert await replay_of(unit_of_work, "key") is None
