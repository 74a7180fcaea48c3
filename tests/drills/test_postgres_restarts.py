"""PostgreSQL is restarted again and again under load."""

import asyncio
from pathlib import Path
from time import perf_counter

import pytest

from tests.drills.callers import Callers, assert_all_there_once
from tests.drills.conftest import Figures, OwnPostgres
from tests.drills.scale import times
from tests.drills.served import served
from tests.drills.trail import assert_trail_tells_of

pytestmark = pytest.mark.drill

_BACK_WITHIN_SECONDS = 5.0


async def test_it_answers_503_meanwhile_and_is_soon_back(
    own_postgres: OwnPostgres, tmp_path: Path, figures: Figures
) -> None:
    waits: list[float] = []
    async with served(tmp_path, database_url=own_postgres.url) as service:
        callers = Callers(service.url)
        async with callers.calling(8):
            for turn in range(times(3, 10)):
                await callers.acknowledged(10)
                # Alternately connections are ended in order, and the server falls over.
                mode = "immediate" if turn % 2 else "fast"
                await asyncio.to_thread(own_postgres.control, "-m", mode, "restart")
                up = perf_counter()
                await callers.acknowledged(1)
                waits.append(callers.last_made - up)
        await assert_all_there_once(service.url, callers.made)
        service.stop()
    assert set(callers.statuses) <= {201, 503}
    assert callers.broken == 0
    assert max(waits) < _BACK_WITHIN_SECONDS
    await assert_trail_tells_of(own_postgres.url, set(callers.made))
    figures("restarts", len(waits))
    figures("back after at most s", round(max(waits), 3))
    figures("slowest answer s", round(callers.slowest_seconds, 2))
    figures("statuses", dict(callers.statuses))
