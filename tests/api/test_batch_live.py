"""A batch over a socket: lines come as they are stored, and who leaves midway may come again."""

import asyncio
import io
import json
from collections.abc import AsyncGenerator

import httpx
import pytest
from sqlalchemy import QueuePool
from sqlalchemy.ext.asyncio import AsyncEngine

from app.main import create_app
from app.settings import Settings
from app.use_cases.store_queue import STORED_AT_ONCE
from tests.api.batches import (
    BATCH,
    Served,
    Storage,
    ids_of,
    send,
    serving,
    small,
    statuses,
)
from tests.api.conftest import client_of
from tests.api.test_live_server import _listening
from tests.memory import memory_unit_of_work

pytestmark = pytest.mark.slow

CASES = [small(number) for number in range(2 * STORED_AT_ONCE + 5)]
KEY = {"Idempotency-Key": "once"}


@pytest.fixture
async def served(engine: AsyncEngine) -> AsyncGenerator[Served]:
    async with serving(engine) as served:
        yield served


async def test_lines_come_as_their_cases_are_stored(served: Served) -> None:
    is_read = asyncio.Event()

    async def wait(number: int) -> None:
        if number == 1:
            async with asyncio.timeout(5):
                await is_read.wait()

    served.storage.before = wait
    received: list[str] = []
    async with (
        _listening(served.app) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
        client.stream("POST", BATCH, json=CASES) as response,
    ):
        async for line in response.aiter_lines():
            received.append(line)
            if len(received) == STORED_AT_ONCE:
                assert len(await served.ids()) == STORED_AT_ONCE
                is_read.set()
    found = [json.loads(line) for line in received]
    assert [line["index"] for line in found] == list(range(len(CASES)))
    assert [line["assessment"]["id"] for line in found] == await served.ids()


async def test_who_leaves_midway_may_send_it_again(served: Served) -> None:
    begun, left = asyncio.Event(), asyncio.Event()

    async def hold(number: int) -> None:
        if number == 2:  # the second group is about to be stored
            begun.set()
            async with asyncio.timeout(5):
                await left.wait()

    served.storage.before = hold
    async with _listening(served.app) as port:
        url = f"http://127.0.0.1:{port}{BATCH}"
        async with (
            httpx.AsyncClient() as client,
            client.stream("POST", url, json=CASES, headers=KEY) as response,
        ):
            lines = response.aiter_lines()
            first = [json.loads(await anext(lines)) for _ in range(STORED_AT_ONCE)]
            async with asyncio.timeout(5):
                await begun.wait()
        left.set()
    served.storage.before = None
    before = await served.ids()
    assert before[:STORED_AT_ONCE] == [line["assessment"]["id"] for line in first]
    assert len(before) in {STORED_AT_ONCE, 2 * STORED_AT_ONCE, len(CASES)}  # never part of a group
    again = await send(served.client, CASES, "once")
    assert statuses(again) == [201] * len(CASES)
    assert again.headers["idempotency-replayed"] == "true"
    assert ids_of(again)[: len(before)] == before
    assert await served.ids() == ids_of(again)
    pool = served.engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.checkedout() == 0


async def test_a_mistake_midway_cuts_the_answer_off(served: Served) -> None:
    async def fail(number: int) -> None:
        if number == 2:
            raise RuntimeError("a mistake")

    served.storage.before = fail
    received = b""

    async def read(port: int) -> None:
        nonlocal received
        url = f"http://127.0.0.1:{port}{BATCH}"
        async with (
            httpx.AsyncClient() as client,
            client.stream("POST", url, json=CASES, headers=KEY) as response,
        ):
            assert response.status_code == 200
            async for part in response.aiter_bytes():
                received += part

    async with _listening(served.app) as port:
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
            await read(port)
    assert received.count(b"\n") == STORED_AT_ONCE
    served.storage.before = None
    again = await send(served.client, CASES, "once")
    assert again.content.startswith(received)
    assert await served.ids() == ids_of(again)


async def test_storage_that_fails_later_is_logged_as_for_one_case(log: io.StringIO) -> None:
    storage = Storage(memory_unit_of_work(), breaks_from=1)
    async with client_of(create_app(Settings(), unit_of_work=storage.unit_of_work)) as client:
        answer = await send(client, CASES)
        assert statuses(answer)[STORED_AT_ONCE - 1 : STORED_AT_ONCE + 1] == [201, 503]
        assert (await send(client, CASES)).status_code == 503
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    errors = [line["event"] for line in lines if line["level"] == "error"]
    assert errors == ["storage-unavailable"] * 2
