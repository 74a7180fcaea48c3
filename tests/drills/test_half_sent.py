"""Nine hundred callers begin a request and never finish it."""

import asyncio
import resource
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Final

import httpx
import pytest

from tests.api.test_live_server import BEGUN
from tests.drills.callers import client_of
from tests.drills.conftest import Figures
from tests.drills.served import served

pytestmark = pytest.mark.drill

_HALF_SENT: Final = 900
_FILES: Final = 4096
_CLOSED_WITHIN_SECONDS: Final = 15.0
_GOOD_WITHIN_SECONDS: Final = 0.25


def _allow_sockets(pid: int) -> None:
    _, hard = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (most, hard))


async def _half_send(port: int, begun: bytes) -> float:
    """Gives the seconds until the connection is closed from the other side."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    began = perf_counter()
    writer.write(begun)
    with suppress(ConnectionResetError):
        while await reader.read(1000):
            pass
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    return perf_counter() - began


async def _good(client: httpx.AsyncClient) -> float:
    began = perf_counter()
    assert (await client.post("/v1/findings", json={})).status_code == 200
    return perf_counter() - began


async def test_a_good_caller_does_not_notice_and_they_are_cut_off(
    tmp_path: Path, figures: Figures
) -> None:
    begun = list(BEGUN.values())
    good: list[float] = []
    async with served(tmp_path) as service, client_of(service.url) as client:
        for pid in (0, service.pid):
            _allow_sockets(pid)
        port = client.base_url.port
        assert port is not None
        await _good(client)
        calls = [_half_send(port, begun[number % len(begun)]) for number in range(_HALF_SENT)]
        async with asyncio.timeout(2 * _CLOSED_WITHIN_SECONDS):
            half_sent = asyncio.gather(*calls)
            while not half_sent.done():
                good.append(await _good(client))
                await asyncio.sleep(0.02)
            closed = await half_sent
        service.stop()
    p99 = sorted(good)[len(good) * 99 // 100]
    figures("half-sent", len(closed))
    figures("closed after at most s", round(max(closed), 1))
    figures("good answers", len(good))
    figures("their p99 ms", round(p99 * 1000))
    assert max(closed) < _CLOSED_WITHIN_SECONDS
    assert p99 < _GOOD_WITHIN_SECONDS
