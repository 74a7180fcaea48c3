"""The service is told to stop under load."""

import asyncio
import json
import os
import signal
from collections import Counter
from pathlib import Path

import httpx
import pytest

from tests.api.test_assessments import example
from tests.drills.callers import client_of, stored_ids
from tests.drills.conftest import Figures
from tests.drills.served import Served, served
from tests.drills.trail import assert_trail_tells_of

pytestmark = pytest.mark.drill

_CALLERS = 24
_HALF_SENT = 6


class _UntilRefused:
    """Callers who keep no connection, and go on until nobody listens any more."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.made: list[str] = []
        self.statuses: Counter[int] = Counter()
        self.refused = 0
        self.broken = 0

    async def call(self) -> None:
        async with client_of(self.url) as client:
            client.headers["Connection"] = "close"
            while not self.refused:
                try:
                    answer = await client.post("/v1/assessments", json=example())
                except httpx.ConnectError:
                    self.refused += 1
                except httpx.TransportError:
                    # The system took the connection, and the service never did.
                    self.broken += 1
                    return
                else:
                    self.statuses[answer.status_code] += 1
                    self.made.append(answer.json()["id"])


async def _half_send(port: int, stopping: asyncio.Event) -> str:
    """The first half of a request comes before the signal, and the second one after it."""
    content = json.dumps(example()).encode()
    head = (
        "POST /v1/assessments HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
        f"content-length: {len(content)}\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + content[:100])
    await stopping.wait()
    await asyncio.sleep(0.3)
    writer.write(content[100:])
    answer = await asyncio.wait_for(reader.read(), timeout=10)
    writer.close()
    await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.1 201 "), answer[:200]
    identifier: str = json.loads(answer.partition(b"\r\n\r\n")[2])["id"]
    return identifier


async def _stop_under_load(service: Served) -> tuple[_UntilRefused, list[str]]:
    callers, stopping = _UntilRefused(service.url), asyncio.Event()
    port = httpx.URL(service.url).port
    assert port is not None
    async with asyncio.TaskGroup() as group:
        calls = [group.create_task(callers.call()) for _ in range(_CALLERS)]
        halves = [group.create_task(_half_send(port, stopping)) for _ in range(_HALF_SENT)]
        while len(callers.made) < 2 * _CALLERS:
            assert not any(call.done() for call in calls)
            await asyncio.sleep(0.01)
        os.kill(service.pid, signal.SIGTERM)
        stopping.set()
    return callers, [half.result() for half in halves]


async def test_what_it_took_it_answers(database_url: str, tmp_path: Path, figures: Figures) -> None:
    async with served(tmp_path, database_url=database_url) as service:
        callers, halves = await _stop_under_load(service)
        await asyncio.to_thread(service.stop)
        lines = [json.loads(line) for line in service.log().splitlines()]
    logged = Counter(line["status"] for line in lines if line["event"] == "request")
    made = {*callers.made, *halves}
    assert logged == {201: len(made)} == callers.statuses + Counter({201: len(halves)})
    async with (
        served(tmp_path, database_url=database_url) as again,
        client_of(again.url) as client,
    ):
        assert set(await stored_ids(client)) == made
        again.stop()
    await assert_trail_tells_of(database_url, made)
    figures("answered", len(made))
    figures("of them half-sent at the signal", len(halves))
    figures("never taken", callers.broken)
