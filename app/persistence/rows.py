"""What all repositories do alike: times as integers, text that can be stored, rows counted."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Delete, Insert, Update
from sqlalchemy.ext.asyncio import AsyncConnection

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment_at(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)


def storable(text: str) -> bool:
    """Ids and references are ASCII; drivers fail on a lone surrogate, PostgreSQL on a NUL."""
    return text.isascii() and "\0" not in text


async def changed(
    connection: AsyncConnection,
    statement: Insert | Update | Delete,
    rows: Sequence[Mapping[str, Any]] | None = None,
) -> int:
    """Run it, once for each of the rows if there are any, and tell how many rows it touched."""
    counted = statement.execution_options(preserve_rowcount=True)
    return (await connection.execute(counted, rows)).rowcount
