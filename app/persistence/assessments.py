"""A tenant's assessments in SQL."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Insert, Row, Select, and_, delete, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.errors import AssessmentExistsError, AssessmentNotFoundError, InvalidCursorError
from app.persistence.rows import microseconds, moment_at, storable
from app.persistence.tables import assessments
from app.persistence.writer import Writer
from app.use_cases.ports import Position, StoredAssessment, StoredAssessmentHead

_HEAD: Final = tuple(
    column for column in assessments.c if column.name not in {"tenant_id", "document"}
)
_WHOLE: Final[Select[Any]] = select(*_HEAD, assessments.c.document)
_ORDER: Final = (assessments.c.created_at_us, assessments.c.id)
_KEY: Final = ["tenant_id", "id"]

# A duplicate is passed over and counted: on PostgreSQL an error would end the whole transaction.
_INSERT: Final[dict[str, Insert]] = {
    "postgresql": postgresql.insert(assessments).on_conflict_do_nothing(index_elements=_KEY),
    "sqlite": sqlite.insert(assessments).on_conflict_do_nothing(index_elements=_KEY),
}


@dataclass(slots=True)
class SqlAssessments:
    connection: AsyncConnection
    tenant_id: str
    writer: Writer
    erased: bool = False  # whether the unit has something to clear away once it is committed

    async def add(self, *stored: StoredAssessment) -> None:
        rows = [{"tenant_id": self.tenant_id, **_to_row(each)} for each in stored]
        statement = _INSERT[self.connection.dialect.name]
        if await self.writer.row_count(statement, rows) < len(rows):
            raise AssessmentExistsError(stored[0].id)

    async def get(self, assessment_id: str) -> StoredAssessment:
        if storable(assessment_id):
            found = await self.connection.execute(_WHOLE.where(self._is(assessment_id)))
            row = found.one_or_none()
            if row is not None:
                return _whole(row)
        raise AssessmentNotFoundError(assessment_id)

    async def get_all(self, assessment_ids: Collection[str]) -> dict[str, StoredAssessment]:
        wanted = assessments.c.id.in_([each for each in assessment_ids if storable(each)])
        rows = await self.connection.execute(_WHOLE.where(self._mine(), wanted))
        return {row.id: _whole(row) for row in rows}

    async def newest(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessmentHead, ...]:
        rows = await self._newest(select(*_HEAD), patient_ref=patient_ref, limit=limit, after=after)
        return tuple(StoredAssessmentHead(**_head_of(row)) for row in rows)

    async def newest_whole(
        self, *, patient_ref: str | None, limit: int, after: Position | None
    ) -> tuple[StoredAssessment, ...]:
        rows = await self._newest(_WHOLE, patient_ref=patient_ref, limit=limit, after=after)
        return tuple(map(_whole, rows))

    async def _newest(
        self, columns: Select[Any], *, patient_ref: str | None, limit: int, after: Position | None
    ) -> Sequence[Row[Any]]:
        if after is not None and not storable(after.id):
            raise InvalidCursorError
        if patient_ref is not None and not storable(patient_ref):
            return ()
        statement = columns.where(self._mine()).order_by(*(each.desc() for each in _ORDER))
        if patient_ref is not None:
            statement = statement.where(assessments.c.patient_ref == patient_ref)
        if after is not None:
            statement = statement.where(
                tuple_(*_ORDER) < (microseconds(after.created_at), after.id)
            )
        rows: Sequence[Row[Any]] = (await self.connection.execute(statement.limit(limit))).all()
        return rows

    async def remove(self, assessment_id: str) -> None:
        if not (storable(assessment_id) and await self._erase(self._is(assessment_id))):
            raise AssessmentNotFoundError(assessment_id)

    async def remove_of_patient(self, patient_ref: str) -> tuple[str, ...]:
        if not storable(patient_ref):
            return ()
        return await self._erase(and_(self._mine(), assessments.c.patient_ref == patient_ref))

    async def remove_older_than(
        self, moment: datetime, *, limit: int | None = None
    ) -> tuple[str, ...]:
        oldest = (
            select(assessments.c.id)
            .where(self._mine(), assessments.c.created_at_us < microseconds(moment))
            .order_by(*_ORDER)
            .limit(limit)
        )
        return await self._erase(and_(self._mine(), assessments.c.id.in_(oldest)))

    async def _erase(self, which: ColumnElement[bool]) -> tuple[str, ...]:
        """Erase them; the database lets their replay records go with them."""
        statement = delete(assessments).where(which).returning(assessments.c.id)
        erased = tuple(sorted((await self.writer.execute(statement)).scalars()))
        self.erased = self.erased or bool(erased)
        return erased

    def _mine(self) -> ColumnElement[bool]:
        return assessments.c.tenant_id == self.tenant_id

    def _is(self, assessment_id: str) -> ColumnElement[bool]:
        return and_(self._mine(), assessments.c.id == assessment_id)


def _to_row(stored: StoredAssessment) -> dict[str, Any]:
    return {
        "id": stored.id,
        "created_at_us": microseconds(stored.created_at),
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
        "created_at": moment_at(row.created_at_us),
        "patient_ref": row.patient_ref,
        "as_of": row.as_of,
        "ruleset_version": row.ruleset_version,
        "ruleset_sha256": row.ruleset_sha256,
        "summary": row.summary,
    }


def _whole(row: Row[Any]) -> StoredAssessment:
    return StoredAssessment(**_head_of(row), document=row.document)
