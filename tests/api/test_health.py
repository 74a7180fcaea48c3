"""Alive without a database, ready only with one."""

import asyncio
import io

import httpx
import pytest

from app.api.routes import health
from app.domain.errors import StorageUnavailableError
from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of, failing_unit_of_work
from tests.api.test_problems import assert_problem

pytestmark = pytest.mark.slow


async def test_alive_although_storage_is_broken(client: httpx.AsyncClient) -> None:
    response = await client.get("/livez")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


async def test_ready_when_storage_answers() -> None:
    async def healthy() -> None:
        await asyncio.sleep(0)

    unit_of_work = failing_unit_of_work(AssertionError("not asked for"))
    app = create_app(Settings(), unit_of_work=unit_of_work, health_check=healthy)
    async with client_of(app) as client:
        response = await client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


async def test_not_ready_when_storage_fails(log: io.StringIO) -> None:
    unit_of_work = failing_unit_of_work(StorageUnavailableError("secret"))
    async with client_of(create_app(Settings(), unit_of_work=unit_of_work)) as client:
        response = await client.get("/readyz")
    assert_problem(response, 503, "storage-unavailable")
    assert "retry-after" in response.headers
    assert "secret" not in response.text + log.getvalue()


async def test_not_ready_when_storage_hangs(log: io.StringIO) -> None:
    async def hanging() -> None:
        await asyncio.sleep(health.READY_WITHIN_SECONDS + 60)

    unit_of_work = failing_unit_of_work(AssertionError("not asked for"))
    app = create_app(Settings(), unit_of_work=unit_of_work, health_check=hanging)
    async with client_of(app) as client:
        response = await client.get("/readyz", timeout=health.READY_WITHIN_SECONDS + 5)
    assert_problem(response, 503, "storage-unavailable")
    assert '"cause": "TimeoutError"' in log.getvalue()
