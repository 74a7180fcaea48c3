"""Assessments in SQL."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Delete, Insert, Row, Select, delete, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.errors import AssessmentExistsError, AssessmentNotFoundError, InvalidCursorError
from app.persistence.tables import assessments
from app.use_cases.ports import Position, StoredAssessment, StoredAssessmentHead

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_HEAD: Final = tuple(column for column in assessments.c if column.name != "document")
_ORDER: Final = (assessments.c.created_at_us, assessments.c.id)

# A duplicate is passed over and counted: on PostgreSQL an error would end the whole transaction.
_INSERT: Final[dict[str, Insert]] = {
    "postgresql": postgresql.insert(assessments).on_conflict_do_nothing(index_elements=["id"]),
    "sqlite": sqlite.insert(assessments).on_conflict_do_nothing(index_elements=["id"]),
}


@dataclass(slots=True)
class SqlAssessments:
    connection: AsyncConnection
    erased: bool = False  # whether the unit has something to clear away once it is committed

    async def add(self, stored: StoredAssessment) -> None:
        statement = _INSERT[self.connection.dialect.name].values(_to_row(stored))
        if not await self._count(statement):
            raise AssessmentExistsError(stored.id)

    async def get(self, assessment_id: str) -> StoredAssessment:
        if _storable(assessment_id):
            statement = select(assessments).where(assessments.c.id == assessment_id)
            row = (await self.connection.execute(statement)).one_or_none()
            if row is not None:
                return StoredAssessment(**_head_of(row), document=row.document)
        raise AssessmentNotFoundError(assessment_id)

    async def newest(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessmentHead, ...]:
        if after is not None and not _storable(after.id):
            raise InvalidCursorError
        if patient_ref is not None and not _storable(patient_ref):
            return ()
        statement = _newest(patient_ref, after).limit(limit)
        rows = await self.connection.execute(statement)
        return tuple(StoredAssessmentHead(**_head_of(row)) for row in rows)

    async def remove(self, assessment_id: str) -> None:
        statement = delete(assessments).where(assessments.c.id == assessment_id)
        if not (_storable(assessment_id) and await self._count(statement)):
            raise AssessmentNotFoundError(assessment_id)
        self.erased = True

    async def _count(self, statement: Insert | Delete) -> int:
        counted = statement.execution_options(preserve_rowcount=True)
        return (await self.connection.execute(counted)).rowcount


def _newest(patient_ref: str | None, after: Position | None) -> Select[Any]:
    statement = select(*_HEAD).order_by(*(column.desc() for column in _ORDER))
    if patient_ref is not None:
        statement = statement.where(assessments.c.patient_ref == patient_ref)
    if after is not None:
        statement = statement.where(
            tuple_(*_ORDER) < (_microseconds(after.created_at), after.id),
        )
    return statement


def _storable(text: str) -> bool:
    """Ids and references are ASCII; drivers fail on a lone surrogate, PostgreSQL on a NUL."""
    return text.isascii() and "\0" not in text


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _to_row(stored: StoredAssessment) -> dict[str, Any]:
    return {
        "id": stored.id,
        "created_at_us": _microseconds(stored.created_at),
        "patient_ref": stored.patient_ref,
        "as_of": stored.as_of,
        "ruleset_version": stored.ruleset_version,
        "ruleset_sha256": stored.ruleset_sha256,
        "summary": stored.summary,
        "document": stored.document,
    }


def _head_of(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "created_at": _EPOCH + timedelta(microseconds=row.created_at_us),
        "patient_ref": row.patient_ref,
        "as_of": row.as_of,
        "ruleset_version": row.ruleset_version,
        "ruleset_sha256": row.ruleset_sha256,
        "summary": row.summary,
    }
