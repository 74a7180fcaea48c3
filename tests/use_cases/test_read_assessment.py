"""Reading one stored assessment."""

import pytest

from app.domain.errors import AssessmentNotFoundError
from app.use_cases.caller import Caller
from app.use_cases.ports import StoredAssessment, UnitOfWork
from app.use_cases.read_assessment import read_assessment
from tests.memory import memory_unit_of_work
from tests.use_cases.stored import ME, NEIGHBOUR, START, ident, keep, stored


async def read(
    unit_of_work: UnitOfWork, assessment_id: str, caller: Caller = ME
) -> StoredAssessment:
    return await read_assessment(assessment_id, caller=caller, now=START, unit_of_work=unit_of_work)


async def test_it_is_read_as_it_was_kept() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)), stored(ident(2)))
    assert await read(unit_of_work, ident(2)) == stored(ident(2))


@pytest.mark.parametrize("unknown", [ident(3), "", "a-1", ident(1).upper() + " "])
async def test_an_unknown_id_is_not_found(unknown: str) -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)))
    with pytest.raises(AssessmentNotFoundError):
        await read(unit_of_work, unknown)


async def test_a_neighbour_s_is_not_found() -> None:
    unit_of_work = memory_unit_of_work()
    await keep(unit_of_work, stored(ident(1)))
    with pytest.raises(AssessmentNotFoundError):
        await read(unit_of_work, ident(1), NEIGHBOUR)
