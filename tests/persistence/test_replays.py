"""What every storage of idempotency keys promises, above all when two requests race."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import AssessmentNotFoundError, ReplayExistsError, StorageUnavailableError
from app.persistence.engine import make_engine
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT, UnitOfWork
from tests.persistence.stored import (
    OTHER_TENANT,
    a_replay,
    add,
    add_with_key,
    an_assessment,
    at,
    get,
    kept_under,
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
        assert await kept_under(repositories, "key") == a_replay("key", "a")
        assert await repositories.assessments.get("a") == an_assessment("a")


@pytest.mark.parametrize("key_first", [True, False])
async def test_of_two_units_at_once_one_wins(
    unit_of_work: UnitOfWork,
    key_first: bool,  # noqa: FBT001
) -> None:
    both_looked = asyncio.Barrier(2)

    async def use(assessment_id: str) -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            assert await kept_under(repositories, "key") is None
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


@pytest.mark.slow
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
        assert len(await repositories.assessments.remove_older_than(at(1))) == 1
        assert await kept_under(repositories, "key 0") is None
        assert len(await repositories.assessments.remove_of_patient("of 0")) == 1
    left = [await replay_of(unit_of_work, f"key {number}") for number in range(4)]
    assert left == [None, a_replay("key 1", "1", created_at=at(1)), None, None]


async def test_erasure_counts_and_goes_up_to_the_moment_and_the_limit(
    unit_of_work: UnitOfWork,
) -> None:
    await add(unit_of_work, *(an_assessment(f"{n}", created_at=at(n)) for n in range(6)))
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert len(await repositories.assessments.remove_older_than(at(3), limit=2)) == 2
        assert len(await repositories.assessments.remove_older_than(at(3), limit=2)) == 1
        assert len(await repositories.assessments.remove_older_than(at(3))) == 0
    assert await newest_ids(unit_of_work) == ["5", "4", "3"]
    async with unit_of_work(LOCAL_TENANT) as repositories:
        for nobody in ("patient-2", "", "p\0", "\ud800", "é"):
            assert len(await repositories.assessments.remove_of_patient(nobody)) == 0
        assert len(await repositories.assessments.remove_of_patient("patient-1")) == 3
    with pytest.raises(AssessmentNotFoundError):
        await get(unit_of_work, "5")


async def test_a_key_is_forgotten_and_its_answer_stays(unit_of_work: UnitOfWork) -> None:
    for number in range(3):
        stored = an_assessment(f"{number}", created_at=at(number))
        await add_with_key(unit_of_work, stored, f"key {number}")
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.replays.remove_older_than(at(2), limit=1) == 1
        assert await kept_under(repositories, "key 0") is None
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


async def _use(unit_of_work: UnitOfWork, assessment_id: str, *keys: str) -> None:
    """An assessment with all of its keys, claimed by one call."""
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.replays.add(*(a_replay(key, assessment_id) for key in keys))
        await repositories.assessments.add(an_assessment(assessment_id))


async def _family(
    unit_of_work: UnitOfWork, key: str, *, tenant: str = LOCAL_TENANT
) -> dict[str, str]:
    """Keys of the family, each with its assessment."""
    async with unit_of_work(tenant) as repositories:
        found = await repositories.replays.batch_replays(key)
    assert len({each.key for each in found}) == len(found)
    return {each.key: each.assessment_id for each in found}


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_of_several_keys_one_that_is_taken_undoes_all(
    unit_of_work: UnitOfWork, place: int
) -> None:
    await _use(unit_of_work, "a", "taken", "besides")
    keys = ["x", "y", "z"]
    keys[place] = "taken"
    with pytest.raises(ReplayExistsError):
        await _use(unit_of_work, "b", *keys)
    assert await newest_ids(unit_of_work) == ["a"]
    assert [await replay_of(unit_of_work, key) for key in ("x", "y", "z")] == [None] * 3
    assert await replay_of(unit_of_work, "taken") == a_replay("taken", "a")


async def test_a_key_twice_in_one_call_undoes_all(unit_of_work: UnitOfWork) -> None:
    with pytest.raises(ReplayExistsError):
        await _use(unit_of_work, "a", "x", "y", "x")
    assert await newest_ids(unit_of_work) == []
    assert await replay_of(unit_of_work, "y") is None


async def test_a_family_is_the_key_and_what_goes_on_behind_a_space(
    unit_of_work: UnitOfWork,
) -> None:
    await _use(unit_of_work, "a", "once", "once 0", "once 12", "once 999", "once ~")
    await _use(unit_of_work, "b", "onc", "once!", "once! 1", "once0", "oncex 1", "Once 1", "on ce")
    await add_with_key(unit_of_work, an_assessment("c"), "once 7", tenant=OTHER_TENANT)
    assert await _family(unit_of_work, "once") == dict.fromkeys(
        ["once", "once 0", "once 12", "once 999", "once ~"], "a"
    )
    assert await _family(unit_of_work, "once", tenant=OTHER_TENANT) == {"once 7": "c"}
    assert await _family(unit_of_work, "once!") == {"once!": "b", "once! 1": "b"}
    for nobody in ("", "o", "twice", "once\0", "\ud800", "é"):
        assert await _family(unit_of_work, nobody) == {}


@pytest.mark.parametrize("key", ["%", "_", "a%", "a_b", "!", "~", "\\", "'", '"', "x" * 255])
@pytest.mark.slow
async def test_no_sign_in_a_key_stands_for_another(unit_of_work: UnitOfWork, key: str) -> None:
    await _use(unit_of_work, "a", key, f"{key} 0", f"{key} 1")
    await _use(unit_of_work, "b", "a", "a 1", "ab", "axb 1", "abc 1", "x 1", f"{key}{key} 1")
    assert await _family(unit_of_work, key) == {key: "a", f"{key} 0": "a", f"{key} 1": "a"}


async def test_a_family_without_its_head_is_one_still(unit_of_work: UnitOfWork) -> None:
    await _use(unit_of_work, "a", "once", "once 0")
    await _use(unit_of_work, "b", "once 1")
    await remove(unit_of_work, "a")
    assert await _family(unit_of_work, "once") == {"once 1": "b"}


async def test_two_who_claim_the_same_keys_in_another_order_do_not_both_lose(
    postgres_url: str,
) -> None:
    engines = [make_engine(postgres_url) for _ in range(2)]
    keys = [f"{number:02}" for number in range(64)]

    async def use(engine: AsyncEngine, name: str, *keys: str) -> None:
        await _use(sql_unit_of_work(engine), name, *keys)

    try:
        for turn in range(6):
            mine = [f"{turn} {key}" for key in keys]
            outcomes = await asyncio.gather(
                use(engines[0], f"{turn} a", *mine),
                use(engines[1], f"{turn} b", *reversed(mine)),
                return_exceptions=True,
            )
            assert {type(each) for each in outcomes} == {type(None), ReplayExistsError}
    finally:
        for engine in engines:
            await engine.dispose()
