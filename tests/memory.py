"""The ports in memory: what the use cases are tested on, in milliseconds."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.domain.errors import AssessmentExistsError, AssessmentNotFoundError
from app.use_cases.ports import (
    Position,
    Repositories,
    StoredAssessment,
    StoredAssessmentHead,
    UnitOfWork,
)


@dataclass(frozen=True, slots=True)
class MemoryAssessments:
    rows: dict[str, StoredAssessment]

    async def add(self, stored: StoredAssessment) -> None:
        if stored.id in self.rows:
            raise AssessmentExistsError(stored.id)
        self.rows[stored.id] = stored

    async def get(self, assessment_id: str) -> StoredAssessment:
        if assessment_id not in self.rows:
            raise AssessmentNotFoundError(assessment_id)
        return self.rows[assessment_id]

    async def newest(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessmentHead, ...]:
        found = [
            row.head()
            for row in self.rows.values()
            if patient_ref in (None, row.patient_ref)
            and (after is None or (row.created_at, row.id) < (after.created_at, after.id))
        ]
        return tuple(sorted(found, key=lambda row: (row.created_at, row.id), reverse=True)[:limit])

    async def remove(self, assessment_id: str) -> None:
        if self.rows.pop(assessment_id, None) is None:
            raise AssessmentNotFoundError(assessment_id)


def memory_unit_of_work() -> UnitOfWork:
    kept: dict[str, StoredAssessment] = {}

    @asynccontextmanager
    async def unit_of_work() -> AsyncGenerator[Repositories]:
        draft = dict(kept)
        yield Repositories(assessments=MemoryAssessments(draft))
        kept.clear()
        kept.update(draft)

    return unit_of_work
