"""What every storage of assessments promises: memory, SQLite and PostgreSQL alike."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.errors import AssessmentExistsError, AssessmentNotFoundError
from app.use_cases.ports import (
    LOCAL_TENANT,
    Position,
    StoredAssessment,
    StoredAssessmentHead,
    UnitOfWork,
)
from tests.persistence.stored import (
    OTHER_TENANT,
    add,
    an_assessment,
    at,
    get,
    newest,
    newest_ids,
    remove,
)

HOSTILE_IDS = ["", "nobody", "a\0", "\ud800", "é", "'; DROP TABLE assessments; --", "x" * 10_000]


async def test_what_is_added_is_read_back_equal(unit_of_work: UnitOfWork) -> None:
    stored = an_assessment("a", created_at=at(123_457))
    await add(unit_of_work, stored, an_assessment("b"))
    read = await get(unit_of_work, "a")
    assert read == stored
    assert read.created_at.tzinfo is UTC


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2026, 3, 1, 1, tzinfo=timezone(timedelta(hours=2))),
    ],
)
async def test_a_moment_is_kept_to_the_microsecond(
    unit_of_work: UnitOfWork, moment: datetime
) -> None:
    await add(unit_of_work, an_assessment("a", created_at=moment))
    assert (await get(unit_of_work, "a")).created_at == moment


async def test_a_large_document_comes_back_byte_for_byte(unit_of_work: UnitOfWork) -> None:
    document = ('{"notice":"größer 45 µg/L – 体重 🫀"}'.encode() + bytes(range(256))) * 900
    assert len(document) > 250_000
    await add(unit_of_work, an_assessment("a", document=document))
    assert (await get(unit_of_work, "a")).document == document


@pytest.mark.parametrize("assessment_id", HOSTILE_IDS)
@pytest.mark.slow
async def test_an_unknown_id_is_not_found(unit_of_work: UnitOfWork, assessment_id: str) -> None:
    await add(unit_of_work, an_assessment("a"))
    with pytest.raises(AssessmentNotFoundError):
        await get(unit_of_work, assessment_id)
    with pytest.raises(AssessmentNotFoundError):
        await remove(unit_of_work, assessment_id)
    assert await newest_ids(unit_of_work) == ["a"]


async def test_an_id_is_taken_once(unit_of_work: UnitOfWork) -> None:
    await add(unit_of_work, an_assessment("a", patient_ref="first"))
    with pytest.raises(AssessmentExistsError):
        await add(unit_of_work, an_assessment("b"), an_assessment("a", patient_ref="second"))
    assert (await get(unit_of_work, "a")).patient_ref == "first"
    assert await newest_ids(unit_of_work) == ["a"]


async def test_a_unit_may_go_on_after_a_taken_id(unit_of_work: UnitOfWork) -> None:
    await add(unit_of_work, an_assessment("a"))
    async with unit_of_work(LOCAL_TENANT) as repositories:
        with pytest.raises(AssessmentExistsError):
            await repositories.assessments.add(an_assessment("a"))
        await repositories.assessments.add(an_assessment("b"))
    assert await newest_ids(unit_of_work) == ["b", "a"]


async def test_an_error_leaves_nothing_behind(unit_of_work: UnitOfWork) -> None:
    async def fail_after_writing() -> None:
        async with unit_of_work(LOCAL_TENANT) as repositories:
            await repositories.assessments.add(an_assessment("b"))
            await repositories.assessments.remove("a")
            raise ZeroDivisionError

    await add(unit_of_work, an_assessment("a"))
    with pytest.raises(ZeroDivisionError):
        await fail_after_writing()
    assert await newest_ids(unit_of_work) == ["a"]


async def test_a_unit_sees_its_own_work_and_others_only_what_is_kept(
    unit_of_work: UnitOfWork,
) -> None:
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.assessments.add(an_assessment("a"))
        assert (await repositories.assessments.get("a")).id == "a"
        assert await newest_ids(unit_of_work) == []
    assert await newest_ids(unit_of_work) == ["a"]


async def test_a_removed_assessment_is_gone_and_its_id_free(unit_of_work: UnitOfWork) -> None:
    await add(unit_of_work, an_assessment("a"), an_assessment("b"))
    await remove(unit_of_work, "a")
    with pytest.raises(AssessmentNotFoundError):
        await get(unit_of_work, "a")
    with pytest.raises(AssessmentNotFoundError):
        await remove(unit_of_work, "a")
    assert await newest_ids(unit_of_work) == ["b"]
    await add(unit_of_work, an_assessment("a", patient_ref="again"))
    assert (await get(unit_of_work, "a")).patient_ref == "again"


async def test_newest_come_first_and_equal_times_in_byte_order_of_the_id(
    unit_of_work: UnitOfWork,
) -> None:
    ids = ["B", "a", "-", "_", "A1", "A", "a-", "aB", "ab", "Z"]
    await add(unit_of_work, *(an_assessment(each) for each in ids))
    await add(
        unit_of_work,
        an_assessment("oldest", created_at=at(-1)),
        an_assessment("newest", created_at=at(1)),
    )
    expected = ["newest", *sorted(ids, reverse=True), "oldest"]
    assert await newest_ids(unit_of_work) == expected


async def test_the_list_shows_heads_of_one_patient_or_of_all(unit_of_work: UnitOfWork) -> None:
    mine, theirs = an_assessment("a"), an_assessment("b", patient_ref="patient-2")
    await add(unit_of_work, mine, theirs)
    heads = await newest(unit_of_work, patient_ref="patient-1")
    assert heads == (mine.head(),)
    assert type(heads[0]) is StoredAssessmentHead
    assert await newest(unit_of_work) == (theirs.head(), mine.head())
    assert await newest(unit_of_work, limit=1) == (theirs.head(),)
    assert await newest(unit_of_work, patient_ref="patient-3") == ()


async def test_odd_but_legal_patients_are_told_apart(unit_of_work: UnitOfWork) -> None:
    odd = ["-", "_", ".", "..", "A", "a", "0", "00", "-1", "null", "a_b", "a-b", "a" * 64]
    await add(unit_of_work, *(an_assessment(f"of {ref}", patient_ref=ref) for ref in odd))
    for ref in odd:
        assert await newest_ids(unit_of_work, patient_ref=ref) == [f"of {ref}"]


async def test_a_walk_sees_each_row_once_while_others_are_added_and_removed(
    unit_of_work: UnitOfWork,
) -> None:
    there = [f"{number:02}" for number in range(20)]
    await add(unit_of_work, *(an_assessment(each, created_at=at(int(each) // 3)) for each in there))
    seen: list[str] = []
    last: StoredAssessmentHead | None = None
    while page := await newest(unit_of_work, limit=3, after=last):
        seen += [head.id for head in page]
        last = page[-1]
        await add(unit_of_work, an_assessment(f"new {last.id}", created_at=at(100)))
        await remove(unit_of_work, last.id)  # a position outlives its row
    assert seen == sorted(there, reverse=True)


async def together(unit_of_work: UnitOfWork, *stored: StoredAssessment) -> None:
    """Added by one call."""
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.assessments.add(*stored)


async def test_several_are_added_by_one_call(unit_of_work: UnitOfWork) -> None:
    several = [
        an_assessment(f"{n:03}", created_at=at(n), document=b"%d" % n * 9_000) for n in range(130)
    ]
    await together(unit_of_work, *several)
    for each in several[:: len(several) - 1]:
        assert await get(unit_of_work, each.id) == each
    assert len(await newest(unit_of_work, limit=200)) == 130


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_of_several_one_that_is_taken_undoes_all(
    unit_of_work: UnitOfWork, place: int
) -> None:
    await add(unit_of_work, an_assessment("taken", patient_ref="first"))
    several = [an_assessment(f"{number}") for number in range(3)]
    several[place] = an_assessment("taken", patient_ref="second")
    with pytest.raises(AssessmentExistsError):
        await together(unit_of_work, *several)
    assert await newest_ids(unit_of_work) == ["taken"]
    assert (await get(unit_of_work, "taken")).patient_ref == "first"


async def test_an_id_twice_in_one_call_undoes_all(unit_of_work: UnitOfWork) -> None:
    twice = an_assessment("a", patient_ref="second")
    with pytest.raises(AssessmentExistsError):
        await together(unit_of_work, an_assessment("a"), an_assessment("b"), twice)
    assert await newest_ids(unit_of_work) == []


async def test_an_id_of_another_tenant_is_not_taken(unit_of_work: UnitOfWork) -> None:
    await add(unit_of_work, an_assessment("a"), tenant=OTHER_TENANT)
    await together(unit_of_work, an_assessment("a", patient_ref="mine"), an_assessment("b"))
    assert (await get(unit_of_work, "a")).patient_ref == "mine"
    assert (await get(unit_of_work, "a", tenant=OTHER_TENANT)).patient_ref == "patient-1"


async def test_many_are_read_at_once_and_those_that_are_not_there_left_out(
    unit_of_work: UnitOfWork,
) -> None:
    mine = {each: an_assessment(each, document=each.encode()) for each in ("a", "b", "c")}
    await add(unit_of_work, *mine.values())
    await add(unit_of_work, an_assessment("theirs"), tenant=OTHER_TENANT)
    async with unit_of_work(LOCAL_TENANT) as repositories:
        found = await repositories.assessments.get_all(["c", *HOSTILE_IDS, "theirs", "a", "A"])
        assert found == {"a": mine["a"], "c": mine["c"]}
        assert await repositories.assessments.get_all([]) == {}
        assert await repositories.assessments.get_all(HOSTILE_IDS) == {}
        assert await repositories.assessments.get_all({f"{n}" for n in range(300)} | {"b"}) == {
            "b": mine["b"]
        }


async def test_whole_ones_come_in_the_order_of_their_heads(unit_of_work: UnitOfWork) -> None:
    rows = [
        an_assessment(
            f"{number:02}",
            created_at=at(number // 3),
            patient_ref=f"of-{number % 2}",
            document=b"%d" % number,
        )
        for number in range(10)
    ]
    await add(unit_of_work, *rows)
    await add(unit_of_work, an_assessment("theirs"), tenant=OTHER_TENANT)
    for patient_ref in (None, "of-0", "of-1", "of-2"):
        for after in (None, rows[9], rows[4], rows[0]):
            heads = await newest(unit_of_work, patient_ref=patient_ref, limit=3, after=after)
            position = None if after is None else Position(after.created_at, after.id)
            async with unit_of_work(LOCAL_TENANT) as repositories:
                whole = await repositories.assessments.newest_whole(
                    patient_ref=patient_ref, limit=3, after=position
                )
            assert whole == tuple(rows[int(head.id)] for head in heads)
            assert all(type(each) is StoredAssessment for each in whole)
