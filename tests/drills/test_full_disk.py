"""The disk of the SQLite file is full for a while."""

import asyncio
import os
import resource
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.drills.callers import Callers, assert_all_there_once, client_of, stored_ids
from tests.drills.conftest import Figures
from tests.drills.served import Served, served
from tests.drills.trail import assert_trail_tells_of

pytestmark = pytest.mark.drill

_DISK: Final = "8m"
_BLOCK: Final = b"x" * 1024
_FILE_BYTES: Final = 64 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path]:
    """A disk of a few megabytes, where the system lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ("-t", "tmpfs", "-o", f"size={_DISK},mode=700", "tmpfs", str(place))
    mounted = subprocess.run(["mount", *options], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk can be mounted by root only")
    yield place
    subprocess.run(["umount", place], check=True)


@contextmanager
def _full(disk: Path) -> Generator[None]:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:

        def fill() -> None:
            while file.write(_BLOCK):
                pass

        with pytest.raises(OSError, match="No space"):
            fill()
    yield
    ballast.unlink()


@contextmanager
def _files_may_not_grow(pid: int) -> Generator[None]:
    """Any user can have this. The service's log is a file too, and stays far below the limit."""
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (_FILE_BYTES, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


async def _assert_reads_go_on(callers: Callers) -> None:
    async with client_of(callers.url) as client:
        assert set(callers.made) <= set(await stored_ids(client))
        for identifier, document in callers.made.copy().items():
            assert (await client.get(f"/v1/assessments/{identifier}")).content == document
        assert (await client.get("/readyz")).status_code == 200


async def _run(callers: Callers, service: Served, disk: Path | None) -> None:
    full = _files_may_not_grow(service.pid) if disk is None else _full(disk)
    async with callers.calling(4):
        await callers.acknowledged(20)
        with full:
            await callers.refused(20)
            await _assert_reads_go_on(callers)
        await callers.acknowledged(20)
    await assert_all_there_once(service.url, callers.made)
    await asyncio.to_thread(service.stop)


@pytest.mark.parametrize("kind", ["disk", "file"])
async def test_it_refuses_reads_on_recovers_and_loses_nothing(
    request: pytest.FixtureRequest, tmp_path: Path, figures: Figures, kind: str
) -> None:
    disk: Path | None = request.getfixturevalue("small_disk") if kind == "disk" else None
    database_url = f"sqlite:///{os.fspath(disk or tmp_path)}/leankeep.db"
    async with served(tmp_path, database_url=database_url) as service:
        callers = Callers(service.url)
        await _run(callers, service, disk)
        assert '"level": "critical"' not in service.log()
    assert set(callers.statuses) == {201, 503}
    assert callers.broken == 0
    await assert_trail_tells_of(database_url, set(callers.made))
    figures("statuses", dict(callers.statuses))
    figures("slowest answer s", round(callers.slowest_seconds, 2))
