"""What every storage of assessments promises: memory, SQLite and PostgreSQL alike."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.errors import AssessmentExistsError, AssessmentNotFoundError
from app.use_cases.ports import LOCAL_TENANT, StoredAssessmentHead, UnitOfWork
from tests.persistence.stored import add, an_assessment, at, get, newest, newest_ids, remove

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
