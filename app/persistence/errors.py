"""Turn whatever goes wrong with the database into the one error that the use cases know."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from app.domain.errors import RowRefusedError, StorageUnavailableError


@contextmanager
def storage_errors() -> Generator[None]:
    try:
        yield
    except (IntegrityError, DataError):
        # No cause is kept: the driver quotes the whole row in its message.
        raise RowRefusedError("the database refused a row") from None
    except SQLAlchemyError as error:
        raise StorageUnavailableError("the database did not do what was asked of it") from error


@asynccontextmanager
async def time_limit(seconds: float) -> AsyncGenerator[None]:
    """For a server that is there but hangs; a living one keeps to limits of its own."""
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            yield
    except TimeoutError as error:
        if not limit.expired():
            raise  # somebody else's
        raise StorageUnavailableError("the database did not answer in time") from error
