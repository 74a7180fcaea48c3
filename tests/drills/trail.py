"""The audit trail beside what it tells of."""

from sqlalchemy import text

from app.persistence.engine import make_engine
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT


async def assert_trail_tells_of(database_url: str, made: set[str]) -> None:
    """The chain is whole, and has one event for the making of each, and for nothing else."""
    query = text(
        "SELECT subject FROM audit_events WHERE tenant_id = :tenant "
        "AND action = 'assessment.created'"
    )
    engine = make_engine(database_url)
    try:
        async with sql_unit_of_work(engine)(LOCAL_TENANT) as repositories:
            assert await repositories.audit.first_broken() is None
        async with engine.connect() as connection:
            told = list(await connection.scalars(query, {"tenant": LOCAL_TENANT}))
    finally:
        await engine.dispose()
    assert sorted(told) == sorted(made)
