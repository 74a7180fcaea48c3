"""Storing a case: once for each idempotency key, whoever comes first."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

import pytest

from app.domain.assessment import Assessment, assess
from app.domain.case import Case, Energy, Sermorelin
from app.domain.errors import (
    AssessmentExistsError,
    AssessmentNotFoundError,
    ConflictingCaseError,
    IdempotencyKeyReusedError,
    StorageUnavailableError,
)
from app.use_cases.assess_case import Answer, AnswerMetrics, Assessed, IdempotencyKey, assess_case
from app.use_cases.caller import local_caller
from app.use_cases.erase_assessment import erase_assessment
from app.use_cases.ports import LOCAL_TENANT, Repositories, StoredAssessment, UnitOfWork
from app.use_cases.read_assessment import read_assessment
from app.use_cases.ruleset import current_ruleset
from app.use_cases.store_queue import StoreQueue
from tests.memory import memory_unit_of_work

NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)
ME: Final = local_caller()


async def store(
    unit_of_work: UnitOfWork, identifier: str, *, body: str = "a", key: str = "once"
) -> Assessed:
    def present(_: Assessment) -> Answer:
        return Answer(identifier.encode(), b"{}")

    return await assess_case(
        Case(date(2026, 6, 1), "p-1"),
        patient_ref="p-1",
        assessment_id=identifier,
        now=NOW,
        present=present,
        caller=ME,
        store_queue=StoreQueue(unit_of_work),
        once=IdempotencyKey(key, body),
    )


def overtaken_by(rival: str, memory: UnitOfWork, *, body: str, and_erased: bool) -> UnitOfWork:
    """Storage in which another request comes between the look and the leap, every time."""
    opened = 0

    @asynccontextmanager
    async def unit_of_work(tenant_id: str) -> AsyncGenerator[Repositories]:
        nonlocal opened
        opened += 1
        if opened % 2 == 0:  # the first only looks, the second stores
            await store(memory, f"{rival}-{opened}", body=body)
        async with memory(tenant_id) as repositories:
            try:
                yield repositories
            finally:
                taken = opened % 2 == 0
        if taken:
            raise AssertionError("the key was given twice")

    @asynccontextmanager
    async def erasing(tenant_id: str) -> AsyncGenerator[Repositories]:
        try:
            async with unit_of_work(tenant_id) as repositories:
                yield repositories
        finally:
            if opened % 2 == 0:
                await erase_assessment(f"{rival}-{opened}", caller=ME, now=NOW, unit_of_work=memory)

    return erasing if and_erased else unit_of_work


async def test_a_lost_race_gets_the_winner_s_answer() -> None:
    memory = memory_unit_of_work()
    racing = overtaken_by("rival", memory, body="a", and_erased=False)
    assessed = await store(racing, "mine")
    assert (assessed.stored.id, assessed.told) == ("rival-2", None)
    with pytest.raises(AssessmentNotFoundError):
        await read_assessment("mine", caller=ME, now=NOW, unit_of_work=memory)


async def test_a_race_lost_to_another_body_is_refused() -> None:
    racing = overtaken_by("rival", memory_unit_of_work(), body="b", and_erased=False)
    with pytest.raises(IdempotencyKeyReusedError):
        await store(racing, "mine")


async def test_a_race_lost_over_and_over_comes_to_an_end() -> None:
    memory = memory_unit_of_work()
    racing = overtaken_by("rival", memory, body="a", and_erased=True)
    with pytest.raises(StorageUnavailableError):
        await store(racing, "mine")
    async with memory(LOCAL_TENANT) as repositories:
        assert await repositories.assessments.newest(patient_ref=None, limit=9, after=None) == ()


async def test_what_could_not_be_stored_does_not_use_up_the_key() -> None:
    memory = memory_unit_of_work()

    @asynccontextmanager
    async def failing(tenant_id: str) -> AsyncGenerator[Repositories]:
        async with memory(tenant_id) as repositories:
            yield repositories
            raise StorageUnavailableError("before it was kept")

    with pytest.raises(StorageUnavailableError):
        await store(failing, "first")
    assert (await store(memory, "second")).stored.id == "second"


PLAN: Final = Case(date(2026, 6, 1), "p-1", sermorelin=Sermorelin(dose_mcg=250.0))


def presented(made: Assessment) -> Answer:
    verdict = made.summary.dosing_verdict
    return Answer(f'{{"whole": "{verdict}"}}'.encode(), f'{{"short": "{verdict}"}}'.encode())


async def plainly(unit_of_work: UnitOfWork, case: Case, identifier: str = "mine") -> Assessed:
    """Without an idempotency key."""
    return await assess_case(
        case,
        patient_ref="p-1",
        assessment_id=identifier,
        now=NOW,
        present=presented,
        caller=ME,
        store_queue=StoreQueue(unit_of_work),
    )


async def test_it_stores_the_very_bytes_that_it_answers() -> None:
    memory = memory_unit_of_work()
    assessed = await plainly(memory, PLAN)
    made, ruleset = assess(PLAN), current_ruleset()
    answer = presented(made)
    stored = StoredAssessment(
        id="mine",
        created_at=NOW,
        patient_ref="p-1",
        as_of=date(2026, 6, 1),
        ruleset_version=ruleset.version,
        ruleset_sha256=ruleset.sha256,
        summary=answer.summary,
        document=answer.document,
    )
    assert assessed == Assessed(stored, AnswerMetrics(made.evaluation, made.dosing_window.verdict))
    assert await read_assessment("mine", caller=ME, now=NOW, unit_of_work=memory) == stored


async def test_a_case_that_contradicts_itself_is_not_stored() -> None:
    memory = memory_unit_of_work()
    both = replace(PLAN, energy=Energy(deficit_kcal_per_day=500.0, deficit_pct=20.0))
    with pytest.raises(ConflictingCaseError):
        await plainly(memory, both)
    with pytest.raises(AssessmentNotFoundError):
        await read_assessment("mine", caller=ME, now=NOW, unit_of_work=memory)


async def test_an_id_is_taken_once() -> None:
    memory = memory_unit_of_work()
    first = await plainly(memory, PLAN)
    with pytest.raises(AssessmentExistsError):
        await plainly(memory, replace(PLAN, sermorelin=Sermorelin(dose_mcg=900.0)))
    kept = await read_assessment("mine", caller=ME, now=NOW, unit_of_work=memory)
    assert kept == first.stored


async def test_a_key_used_again_answers_with_the_first_and_assesses_nothing() -> None:
    memory = memory_unit_of_work()
    first = await store(memory, "first")
    again = await store(memory, "second")
    assert again == Assessed(first.stored, None)
    with pytest.raises(IdempotencyKeyReusedError):
        await store(memory, "third", body="b")
    assert (await store(memory, "fourth", key="another")).stored.id == "fourth"
