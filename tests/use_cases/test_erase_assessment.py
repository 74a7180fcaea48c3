"""Erasing one stored assessment, or all of a patient's."""

import pytest

from app.domain.errors import AssessmentNotFoundError
from app.use_cases.caller import Caller
from app.use_cases.erase_assessment import erase_assessment
from app.use_cases.erase_patient import erase_patient
from app.use_cases.list_assessments import list_assessments
from app.use_cases.ports import UnitOfWork
from tests.memory import memory_unit_of_work
from tests.use_cases.stored import ME, NEIGHBOUR, START, ident, keep, stored


async def erase(unit_of_work: UnitOfWork, assessment_id: str, caller: Caller = ME) -> None:
    await erase_assessment(assessment_id, caller=caller, now=START, unit_of_work=unit_of_work)


async def left(unit_of_work: UnitOfWork, caller: Caller = ME) -> list[str]:
    page = await list_assessments(
        patient_ref=None, limit=10, cursor=None, caller=caller, unit_of_work=unit_of_work
    )
    return [head.id for head in page.items]


async def test_it_is_gone_and_the_others_stay() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)), stored(ident(2)))
    await erase(unit_of_work, ident(1))
    assert await left(unit_of_work) == [ident(2)]


async def test_it_is_erased_once() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)))
    await erase(unit_of_work, ident(1))
    with pytest.raises(AssessmentNotFoundError):
        await erase(unit_of_work, ident(1))


@pytest.mark.parametrize("unknown", [ident(2), "", "a-1"])
async def test_an_unknown_id_erases_nothing(unknown: str) -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)))
    with pytest.raises(AssessmentNotFoundError):
        await erase(unit_of_work, unknown)
    assert await left(unit_of_work) == [ident(1)]


async def test_a_neighbour_s_is_not_found_and_stays() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)))
    with pytest.raises(AssessmentNotFoundError):
        await erase(unit_of_work, ident(1), NEIGHBOUR)
    assert await left(unit_of_work) == [ident(1)]


async def test_all_of_a_patient_s_are_gone_and_nobody_else_s() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)), stored(ident(2)))
    await keep(unit_of_work, stored(ident(3), patient_ref="p-10"))
    await keep(unit_of_work, stored(ident(4)), caller=NEIGHBOUR)
    await erase_patient("p-1", caller=ME, now=START, unit_of_work=unit_of_work)
    assert await left(unit_of_work) == [ident(3)]
    assert await left(unit_of_work, NEIGHBOUR) == [ident(4)]


async def test_a_patient_of_whom_nothing_is_stored_is_erased_all_the_same() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)))
    await erase_patient("p-2", caller=ME, now=START, unit_of_work=unit_of_work)
    assert await left(unit_of_work) == [ident(1)]
