"""One use case, one transaction."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence import tables
from app.persistence.acquire_connection import acquire_connection, transaction
from app.persistence.api_keys import SqlApiKeys
from app.persistence.assessments import SqlAssessments
from app.persistence.audit_trail import SqlAuditTrail
from app.persistence.engine import empty_write_ahead_log
from app.persistence.errors import storage_errors, time_limit
from app.persistence.replays import SqlReplays
from app.persistence.writer import Writer
from app.use_cases.ports import HealthCheck, Repositories, UnitOfWork

_UNIT_SECONDS: Final = 10.0  # more than the waits for a connection, a lock and a statement together
_HEALTH_SECONDS: Final = 3.0


def sql_unit_of_work(engine: AsyncEngine, *, seconds: float = _UNIT_SECONDS) -> UnitOfWork:
    place = asyncio.Lock() if engine.dialect.name == "sqlite" else None

    @asynccontextmanager
    async def unit_of_work(tenant_id: str) -> AsyncGenerator[Repositories]:
        with storage_errors():
            async with time_limit(seconds), acquire_connection(engine) as connection:
                writer = Writer(connection, place)
                assessments = SqlAssessments(connection, tenant_id, writer)
                replays = SqlReplays(connection, tenant_id, writer)
                try:
                    async with transaction(connection):
                        yield Repositories(
                            assessments=assessments,
                            replays=replays,
                            audit=SqlAuditTrail(connection, tenant_id, writer),
                            keys=SqlApiKeys(connection, writer),
                        )
                    if assessments.erased or replays.erased:
                        await empty_write_ahead_log(connection)
                finally:
                    writer.release()

    return unit_of_work


def sql_health_check(engine: AsyncEngine) -> HealthCheck:
    """Read a row, not just a constant: a missing or locked table is no health either."""

    async def health_check() -> None:
        with storage_errors():
            async with time_limit(_HEALTH_SECONDS), acquire_connection(engine) as connection:
                await connection.execute(select(tables.assessments.c.id).limit(1))

    return health_check
