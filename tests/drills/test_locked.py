"""Somebody else holds the database locked, and sixty callers want to use it."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Generator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from time import perf_counter

import httpx
import psycopg
import pytest

from app.api.dependencies import make_id
from app.persistence.engine import sqlite_file
from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem
from tests.drills.callers import client_of
from tests.drills.conftest import Figures
from tests.drills.keys import ASKS_FOR_KEYS, issued
from tests.drills.served import Served, served

pytestmark = pytest.mark.drill

_CALLERS = 60
_ANSWERED_WITHIN_SECONDS = 5.0
_ALIVE_WITHIN_SECONDS = 0.1


@contextmanager
def _locked(database_url: str) -> Generator[None]:
    if database_url.startswith("sqlite"):
        with closing(sqlite3.connect(sqlite_file(database_url), isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            yield
    else:
        with closing(psycopg.connect(database_url)) as connection:
            connection.execute("LOCK TABLE assessments IN ACCESS EXCLUSIVE MODE")
            yield


@asynccontextmanager
async def _looked_after(service: Served, waits: list[float]) -> AsyncGenerator[None]:
    """Ask every few milliseconds whether the process is alive, on a connection of its own."""
    enough = asyncio.Event()

    async def look() -> None:
        async with client_of(service.url) as client:
            while not enough.is_set():
                began = perf_counter()
                assert (await client.get("/livez")).status_code == 200
                waits.append(perf_counter() - began)
                await asyncio.sleep(0.02)

    async with asyncio.TaskGroup() as group:
        group.create_task(look())
        try:
            yield
        finally:
            enough.set()


async def _store(client: httpx.AsyncClient) -> httpx.Response:
    """As a careful caller does it: with an idempotency key, which is looked for first."""
    headers = {"Idempotency-Key": make_id()}
    return await client.post("/v1/assessments", json=example(), headers=headers)


async def _refused(asked: Awaitable[httpx.Response]) -> float:
    began = perf_counter()
    answer = await asked
    assert_problem(answer, 503, "storage-unavailable")
    assert int(answer.headers["retry-after"]) > 0
    return perf_counter() - began


@pytest.mark.parametrize("access", ["loopback", "keys"])
async def test_all_are_refused_in_time_and_the_process_shows_that_it_lives(
    database_url: str, access: str, tmp_path: Path, figures: Figures
) -> None:
    alive: list[float] = []
    settings = ASKS_FOR_KEYS if access == "keys" else {}
    async with (
        served(tmp_path, database_url=database_url, **settings) as service,
        client_of(service.url) as client,
    ):
        client.headers.update(await issued(database_url, "acme"))
        made = await _store(client)
        with _locked(database_url):
            async with _looked_after(service, alive):
                calls = [_refused(_store(client)) for _ in range(_CALLERS)]
                waits = await asyncio.gather(*calls)
            if database_url.startswith("sqlite"):  # who writes does not keep others from reading
                assert (await client.get(made.headers["location"])).content == made.content
            else:
                await _refused(client.get("/v1/assessments"))
        assert (await _store(client)).status_code == 201
        service.stop()
    figures("refused", len(waits))
    figures("slowest refusal s", round(max(waits), 2))
    figures("livez asked", len(alive))
    figures("slowest livez ms", round(max(alive) * 1000, 1))
    figures("median livez ms", round(sorted(alive)[len(alive) // 2] * 1000, 1))
    assert max(waits) < _ANSWERED_WITHIN_SECONDS
    assert sorted(alive)[len(alive) * 9 // 10] < _ALIVE_WITHIN_SECONDS
