"""The process is killed again and again while it writes."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.drills.callers import Callers, assert_all_there_once
from tests.drills.conftest import Figures
from tests.drills.scale import times
from tests.drills.served import free_port, served
from tests.drills.trail import assert_trail_tells_of

pytestmark = pytest.mark.drill


async def test_killed_mid_write_it_loses_nothing_and_doubles_nothing(
    database_url: str, tmp_path: Path, figures: Figures
) -> None:
    port = str(free_port())
    callers, kills = Callers(f"http://127.0.0.1:{port}"), times(8, 50)
    async with AsyncExitStack() as stack:
        async with callers.calling(8):
            for turn in range(kills):
                async with served(tmp_path, port=port, database_url=database_url) as service:
                    await callers.acknowledged(10 + turn % 5)
                    await asyncio.sleep(turn * 7 % 11 / 1000)  # each time at another place
                    service.kill()
            last = served(tmp_path, port=port, database_url=database_url)
            service = await stack.enter_async_context(last)
        await assert_all_there_once(service.url, callers.made)
        service.stop()
    assert callers.broken >= kills
    await assert_trail_tells_of(database_url, set(callers.made))
    figures("kills", kills)
    figures("acknowledged", len(callers.made))
    figures("broken connections", callers.broken)
    figures("answered again", callers.replayed)
    figures("statuses", dict(callers.statuses))
