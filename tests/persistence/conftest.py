"""One unit of work over each storage."""

from collections.abc import AsyncGenerator

import pytest

from app.persistence.engine import make_engine
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import UnitOfWork
from tests.memory import memory_unit_of_work
from tests.persistence.served import Served, served_at
from tests.persistence.stored import add_with_key, an_assessment


@pytest.fixture(
    params=["memory", "sqlite_url", "postgres_url"],
    ids=["memory", "sqlite", "postgresql"],
)
def storage(request: pytest.FixtureRequest) -> str | None:
    """A database's URL, or none for memory."""
    return None if request.param == "memory" else str(request.getfixturevalue(request.param))


@pytest.fixture
async def unit_of_work(storage: str | None) -> AsyncGenerator[UnitOfWork]:
    if storage is None:
        yield memory_unit_of_work()
        return
    engine = make_engine(storage)
    yield sql_unit_of_work(engine)
    await engine.dispose()


@pytest.fixture
async def served(sqlite_url: str) -> AsyncGenerator[Served]:
    served = await served_at(sqlite_url)
    await add_with_key(served.unit_of_work, an_assessment("a"), "key")
    yield served
    await served.engine.dispose()
