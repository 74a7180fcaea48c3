"""The answer to a batch: a line for each case."""

import json
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from pydantic import ValidationError

from app.api import field_errors, problems
from app.api.batch_body import BatchItem
from app.api.field_errors import FieldError
from app.api.json_answer import to_json, written
from app.api.metrics import Metrics
from app.api.problem_codes import ProblemCode
from app.api.schemas.assessment import AssessmentOut, stored_answer
from app.api.schemas.batch import BatchRefusedOut, BatchStoredOut
from app.api.schemas.case import StoredCaseIn
from app.domain.assessment import Assessment
from app.domain.errors import DomainError
from app.use_cases.assess_batch import Batch, Entry, NotStored, Outcome
from app.use_cases.assess_case import Answer, Assessed
from app.use_cases.ports import StoredAssessment
from app.use_cases.store_queue import STORED_AT_ONCE

_Refusal: TypeAlias = tuple[ProblemCode, Iterable[FieldError]]


@dataclass(frozen=True, slots=True)
class BatchLines:
    """Puts a batch through, some cases at a time."""

    batch: Batch
    request_id: str
    metrics: Metrics
    new_id: Callable[[], str]
    now: datetime

    async def of(self, items: Sequence[BatchItem]) -> AsyncGenerator[bytes]:
        """The lines of one group of cases after the other.

        Raises StorageUnavailableError, and IdempotencyKeyReusedError after a lost race, while
        nothing was answered; later the lines say so.
        """
        failed: NotStored | None = None
        for start in range(0, len(items), STORED_AT_ONCE):
            group = range(start, min(start + STORED_AT_ONCE, len(items)))
            entries = {place: _entry(place, items[place]) for place in group}
            good = [entry for entry in entries.values() if isinstance(entry, Entry)]
            if failed is None:
                outcomes = await self.batch.assess(good, new_id=self.new_id, now=self.now)
                failed = _failure(outcomes.values())
                if failed is not None:
                    if start == 0:
                        raise failed
                    problems.report(self.request_id, failed)
            else:  # no use to make the others wait for what cannot be stored
                outcomes = {entry.place: failed for entry in good}
            yield b"".join(
                self._line(place, outcomes.get(place, entry)) for place, entry in entries.items()
            )

    def _line(self, place: int, found: Outcome | Entry | _Refusal) -> bytes:
        match found:
            case Assessed(stored, told):
                if told is not None:
                    self.metrics.found(told.evaluation)
                    self.metrics.judged(told.verdict)
                return _stored(place, stored)
            case DomainError() as error:
                return _refused(place, problems.code_of(error), problems.places_of(error))
            case (code, errors):
                return _refused(place, code, errors)
            case _:
                raise AssertionError(place)


def _entry(place: int, item: BatchItem) -> Entry | _Refusal:
    if item.malformed is not None:
        return ProblemCode.MALFORMED_JSON, (item.malformed,)
    try:
        given = StoredCaseIn.model_validate(item.value)
    except ValidationError as error:
        return ProblemCode.INVALID_REQUEST, field_errors.of_body(error)

    def present(assessment: Assessment, identifier: str, now: datetime) -> Answer:
        return stored_answer(given, assessment, identifier=identifier, created_at=now)

    return Entry(place, given.to_domain(today=given.as_of), given.patient_ref, present)


def _failure(outcomes: Iterable[Outcome]) -> NotStored | None:
    return next((each for each in outcomes if isinstance(each, NotStored)), None)


def _stored(place: int, stored: StoredAssessment) -> bytes:
    assessment = written(stored.document, AssessmentOut)
    line: BatchStoredOut = {"index": place, "status": 201, "assessment": assessment}
    return to_json(line) + b"\n"


def _refused(place: int, code: ProblemCode, errors: Iterable[FieldError]) -> bytes:
    # The id of the request stands in its header: without it a line is the same when sent again.
    problem = problems.item_document(code, errors)
    line: BatchRefusedOut = {"index": place, "status": problem["status"], "problem": problem}
    return json.dumps(line, separators=(",", ":")).encode() + b"\n"
