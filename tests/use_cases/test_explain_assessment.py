"""Explaining a stored assessment: from its own case, and only by the rules that made it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

import pytest

from app.domain.assessment import Assessment, assess
from app.domain.case import Case, Sermorelin
from app.domain.errors import AssessmentNotFoundError, RulesetChangedError
from app.domain.explanation.explain import explain
from app.use_cases.assess_case import Answer, assess_case
from app.use_cases.caller import local_caller
from app.use_cases.explain_assessment import explain_assessment, read_explainable
from app.use_cases.ports import LOCAL_TENANT, StoredAssessment, UnitOfWork
from app.use_cases.store_queue import StoreQueue
from tests.memory import memory_unit_of_work

CASE: Final = Case(date(2026, 6, 1), "p-1", sermorelin=Sermorelin(dose_mcg=600.0))
NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)
DOCUMENT: Final = b'{"the": "answer"}'


def present(_: Assessment) -> Answer:
    return Answer(DOCUMENT, b"{}")


def case_of(document: bytes) -> Case:
    assert document == DOCUMENT
    return CASE


async def stored_in(unit_of_work: UnitOfWork) -> StoredAssessment:
    assessed = await assess_case(
        CASE,
        patient_ref="p-1",
        assessment_id="a-1",
        now=NOW,
        present=present,
        caller=local_caller(),
        store_queue=StoreQueue(unit_of_work),
    )
    return assessed.stored


async def explainable(assessment_id: str, unit_of_work: UnitOfWork) -> StoredAssessment:
    return await read_explainable(
        assessment_id, caller=local_caller(), now=NOW, unit_of_work=unit_of_work
    )


async def test_the_stored_case_is_assessed_again_and_explained() -> None:
    unit_of_work = memory_unit_of_work()
    made = await stored_in(unit_of_work)
    stored = await explainable("a-1", unit_of_work)
    found = explain_assessment(stored, case_of=case_of)
    assert found.stored == made
    assert found.assessment == assess(CASE)
    assert found.explanation == explain(assess(CASE))


async def test_without_the_assessment_there_is_nothing_to_explain() -> None:
    with pytest.raises(AssessmentNotFoundError):
        await explainable("a-1", memory_unit_of_work())


async def test_the_present_rules_do_not_explain_what_others_made() -> None:
    unit_of_work = memory_unit_of_work()
    stored = await stored_in(unit_of_work)
    async with unit_of_work(LOCAL_TENANT) as repositories:
        other = replace(stored, id="a-2", ruleset_sha256="0" * 64)
        await repositories.assessments.add(other)
    with pytest.raises(RulesetChangedError):
        await explainable("a-2", unit_of_work)
    assert await explainable("a-1", unit_of_work) == stored
