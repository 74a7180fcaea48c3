"""Assess a case and store the answer, once for each idempotency key."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.assessment import Assessment, assess
from app.domain.case import Case
from app.domain.dosing_window import DosingVerdict
from app.domain.errors import (
    AssessmentNotFoundError,
    IdempotencyKeyReusedError,
    ReplayExistsError,
    StorageUnavailableError,
)
from app.domain.evaluation import Evaluation
from app.use_cases.caller import Caller
from app.use_cases.ports import AuditEvent, Replay, StoredAssessment, UnitOfWork
from app.use_cases.ruleset import current_ruleset
from app.use_cases.store_queue import Record, StoreQueue

MOST_TURNS: Final = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer as bytes: the whole document, and the summary that a list shows."""

    document: bytes
    summary: bytes


@dataclass(frozen=True, slots=True)
class IdempotencyKey:
    """An idempotency key, and the hash of the body that came with it."""

    key: str
    body_sha256: str


@dataclass(frozen=True, slots=True)
class AnswerMetrics:
    """What is counted of a new answer. The rest, some thousand objects, need not wait with it."""

    evaluation: Evaluation
    verdict: DosingVerdict


@dataclass(frozen=True, slots=True)
class Assessed:
    """What is stored; `told` is None where an earlier request had it made."""

    stored: StoredAssessment
    told: AnswerMetrics | None


async def assess_case(
    case: Case,
    *,
    patient_ref: str,
    assessment_id: str,
    now: datetime,
    present: Callable[[Assessment], Answer],
    caller: Caller,
    store_queue: StoreQueue,
    once: IdempotencyKey | None = None,
) -> Assessed:
    """Assess, then store the very bytes that are answered.

    Raises ConflictingCaseError for a case that contradicts itself, IdempotencyKeyReusedError for
    a key that came with another body, StorageUnavailableError where it cannot be stored.
    """
    unit_of_work = store_queue.unit_of_work
    first = await _first(once, caller, unit_of_work)
    if first is not None:
        return Assessed(first, None)
    stored, told = make(
        case, patient_ref=patient_ref, assessment_id=assessment_id, now=now, present=present
    )
    record = Record(stored, created(stored, caller), _replays(stored, once))
    for _ in range(MOST_TURNS):
        with suppress(ReplayExistsError):
            await store_queue.store(caller.tenant_id, record)
            return Assessed(stored, told)
        first = await _first(once, caller, unit_of_work)  # it won the race
        if first is not None:
            return Assessed(first, None)
    # Each turn another request with the key came first, and its assessment was erased at once.
    raise StorageUnavailableError("the idempotency key is fought over")


def make(
    case: Case,
    *,
    patient_ref: str,
    assessment_id: str,
    now: datetime,
    present: Callable[[Assessment], Answer],
) -> tuple[StoredAssessment, AnswerMetrics]:
    """Assess, and keep the answer with what is stored beside it.

    Raises ConflictingCaseError for a case that contradicts itself.
    """
    assessment, ruleset = assess(case), current_ruleset()
    answer = present(assessment)
    stored = StoredAssessment(
        id=assessment_id,
        created_at=now,
        patient_ref=patient_ref,
        as_of=case.as_of,
        ruleset_version=ruleset.version,
        ruleset_sha256=ruleset.sha256,
        summary=answer.summary,
        document=answer.document,
    )
    return stored, AnswerMetrics(assessment.evaluation, assessment.dosing_window.verdict)


async def _first(
    once: IdempotencyKey | None, caller: Caller, unit_of_work: UnitOfWork
) -> StoredAssessment | None:
    """What the key was used for first, None if it is new."""
    if once is None:
        return None
    async with unit_of_work(caller.tenant_id) as repositories:
        # Of a batch whose first case was erased the key itself is gone, those of the rest are not.
        found = await repositories.replays.batch_replays(once.key)
        if any(replay.body_sha256 != once.body_sha256 for replay in found):
            raise IdempotencyKeyReusedError
        if not found:
            return None
        with suppress(AssessmentNotFoundError):  # erased meanwhile, and the key with it
            return await repositories.assessments.get(found[0].assessment_id)
    return None


def created(stored: StoredAssessment, caller: Caller) -> AuditEvent:
    """The event that tells of its making."""
    return caller.did("assessment.created", at=stored.created_at, subject=stored.id)


def _replays(stored: StoredAssessment, once: IdempotencyKey | None) -> tuple[Replay, ...]:
    if once is None:
        return ()
    return (Replay(once.key, once.body_sha256, stored.id, stored.created_at),)
