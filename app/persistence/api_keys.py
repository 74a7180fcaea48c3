"""The API keys of every tenant, in SQL."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Case, Column, ColumnElement, Row, case, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.errors import ApiKeyNotFoundError
from app.persistence.rows import microseconds, moment_at, storable
from app.persistence.tables import api_keys
from app.persistence.writer import Writer
from app.use_cases.ports import ApiKey


@dataclass(frozen=True, slots=True)
class SqlApiKeys:
    connection: AsyncConnection
    writer: Writer

    async def add(self, key: ApiKey) -> None:
        await self.writer.execute(insert(api_keys).values(_to_row(key)))

    async def by_secret(self, secret_sha256: str) -> ApiKey | None:
        if not storable(secret_sha256):
            return None
        return await self._one(api_keys.c.secret_sha256 == secret_sha256)

    async def get(self, key_id: str) -> ApiKey:
        key = await self._one(api_keys.c.id == key_id) if storable(key_id) else None
        if key is None:
            raise ApiKeyNotFoundError(key_id)
        return key

    async def all(self) -> tuple[ApiKey, ...]:
        statement = select(api_keys).order_by(api_keys.c.created_at_us, api_keys.c.id)
        return tuple(_to_key(row) for row in await self.connection.execute(statement))

    async def replace(self, key: ApiKey) -> None:
        changes = {
            "revoked_at_us": _earlier(api_keys.c.revoked_at_us, key.revoked_at),
            "expires_at_us": _earlier(api_keys.c.expires_at_us, key.expires_at),
            "last_used_at_us": _later(api_keys.c.last_used_at_us, key.last_used_at),
        }
        mine = (api_keys.c.id == key.id, api_keys.c.tenant_id == key.tenant_id)
        statement = update(api_keys).where(*mine).values(changes)
        if not (storable(key.id) and await self.writer.row_count(statement)):
            raise ApiKeyNotFoundError(key.id)

    async def _one(self, which: ColumnElement[bool]) -> ApiKey | None:
        row = (await self.connection.execute(select(api_keys).where(which))).one_or_none()
        return None if row is None else _to_key(row)


def _earlier(column: Column[int], moment: datetime | None) -> Column[int] | Case[int]:
    if moment is None:
        return column
    given = microseconds(moment)
    return case((or_(column.is_(None), column > given), given), else_=column)


def _later(column: Column[int], moment: datetime | None) -> Column[int] | Case[int]:
    if moment is None:
        return column
    given = microseconds(moment)
    return case((or_(column.is_(None), column < given), given), else_=column)


def _to_row(key: ApiKey) -> dict[str, Any]:
    return {
        "id": key.id,
        "tenant_id": key.tenant_id,
        "name": key.name,
        "secret_sha256": key.secret_sha256,
        "scopes": " ".join(sorted(key.scopes)),
        "created_at_us": microseconds(key.created_at),
        "expires_at_us": _perhaps_microseconds(key.expires_at),
        "revoked_at_us": _perhaps_microseconds(key.revoked_at),
        "last_used_at_us": _perhaps_microseconds(key.last_used_at),
    }


def _to_key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        tenant_id=row.tenant_id,
        name=row.name,
        secret_sha256=row.secret_sha256,
        scopes=frozenset(row.scopes.split()),
        created_at=moment_at(row.created_at_us),
        expires_at=_perhaps_moment(row.expires_at_us),
        revoked_at=_perhaps_moment(row.revoked_at_us),
        last_used_at=_perhaps_moment(row.last_used_at_us),
    )


def _perhaps_microseconds(moment: datetime | None) -> int | None:
    return None if moment is None else microseconds(moment)


def _perhaps_moment(us: int | None) -> datetime | None:
    return None if us is None else moment_at(us)
