"""An export: every document once, newest first, whoever writes or erases meanwhile."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from app.domain.errors import StorageUnavailableError
from app.use_cases.caller import Caller
from app.use_cases.export_assessments import READ_AT_ONCE, export_assessments
from app.use_cases.ports import Repositories, StoredAssessment, UnitOfWork
from tests.memory import memory_unit_of_work
from tests.use_cases.stored import ME, NEIGHBOUR, ident, keep, stored


@pytest.fixture
def memory() -> UnitOfWork:
    return memory_unit_of_work()


def exported(
    unit_of_work: UnitOfWork, *, patient_ref: str | None = None, caller: Caller = ME
) -> AsyncGenerator[tuple[bytes, ...]]:
    return export_assessments(patient_ref=patient_ref, caller=caller, unit_of_work=unit_of_work)


def some(count: int, *, at_once: int = 1, patient_ref: str = "p-1") -> list[StoredAssessment]:
    """Newest first; so many were made at the same microsecond."""
    rows = [
        stored(ident(number), micros=number // at_once, patient_ref=patient_ref)
        for number in range(count)
    ]
    return rows[::-1]


def documents(rows: list[StoredAssessment]) -> list[bytes]:
    return [row.document for row in rows]


async def test_where_nothing_is_stored_nothing_comes(memory: UnitOfWork) -> None:
    await keep(memory, *some(3), caller=NEIGHBOUR)
    assert [page async for page in exported(memory)] == []


@pytest.mark.parametrize("count", [1, 49, 50, 51, 100, 130])
async def test_all_come_newest_first_and_no_page_is_empty(memory: UnitOfWork, count: int) -> None:
    rows = some(count, at_once=7)
    await keep(memory, *rows)
    await keep(memory, stored(ident(999)), caller=NEIGHBOUR)
    pages = [page async for page in exported(memory)]
    assert [document for page in pages for document in page] == documents(rows)
    assert all(0 < len(page) <= READ_AT_ONCE for page in pages)


async def test_of_one_patient_no_other_s_come(memory: UnitOfWork) -> None:
    rows = [
        stored(ident(number), micros=number, patient_ref=f"p-{number % 2}")
        for number in reversed(range(120))
    ]
    await keep(memory, *rows)
    for patient_ref in ("p-0", "p-1", "p", "p-10"):
        found = [each async for page in exported(memory, patient_ref=patient_ref) for each in page]
        assert found == documents([row for row in rows if row.patient_ref == patient_ref])


async def test_what_was_there_and_is_not_erased_comes_once(memory: UnitOfWork) -> None:
    rows = some(160, at_once=3)
    await keep(memory, *rows)
    found: list[bytes] = []
    number = 0
    async for page in exported(memory):
        found += page
        number += 1
        new = [stored(ident(1000 * number + each), micros=900) for each in range(60)]
        await keep(memory, *new)
        async with memory(ME.tenant_id) as repositories:
            for place in (number, len(found) - 1, 155 - number):  # two that came, one that did not
                await repositories.assessments.remove(rows[place].id)
    erased = {rows[155 - each].document for each in range(1, number)}
    assert number == 4
    assert found == [each for each in documents(rows) if each not in erased]


async def test_erased_meanwhile_nothing_more_comes(memory: UnitOfWork) -> None:
    rows = some(130)
    await keep(memory, *rows)
    pages = exported(memory)
    first = await anext(pages)
    async with memory(ME.tenant_id) as repositories:
        assert len(await repositories.assessments.remove_of_patient("p-1")) == 130
    assert list(first) == documents(rows[:READ_AT_ONCE])
    assert [page async for page in pages] == []


async def test_no_unit_is_open_while_a_page_is_taken(memory: UnitOfWork) -> None:
    is_open = 0

    @asynccontextmanager
    async def counted(tenant_id: str) -> AsyncGenerator[Repositories]:
        nonlocal is_open
        is_open += 1
        async with memory(tenant_id) as repositories:
            yield repositories
        is_open -= 1

    await keep(memory, *some(120))
    seen = [is_open async for _ in exported(counted)]
    assert seen == [0, 0, 0]


async def test_storage_that_fails_between_two_pages_is_no_end(memory: UnitOfWork) -> None:
    fails = False

    @asynccontextmanager
    async def failing(tenant_id: str) -> AsyncGenerator[Repositories]:
        if fails:
            raise StorageUnavailableError("gone")
        async with memory(tenant_id) as repositories:
            yield repositories

    await keep(memory, *some(100))
    pages = exported(failing)
    assert len(await anext(pages)) == READ_AT_ONCE
    fails = True
    with pytest.raises(StorageUnavailableError):
        await anext(pages)
