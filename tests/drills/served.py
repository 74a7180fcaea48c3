"""The service as a process that starts in a tenth of a second.

A drill starts it dozens of times, and most of each start would be Python reading modules. So they
are read once, by a process that then forks for every start. What is forked runs `app.cli.serve`.
"""

import asyncio
import multiprocessing
import re
import signal
import socket
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from tests.api.live import environment
from tests.drills.forked import become_the_service

_FORKING: Final = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.drills.forked"])
_RUNNING: Final = re.compile(r"running on (http://\S+) ")
_STARTS_WITHIN_SECONDS: Final = 30.0
_STOPS_WITHIN_SECONDS: Final = 30.0
_PORTS: Final = range(20_000, 32_000)


@dataclass(frozen=True, slots=True)
class Served:
    """A running service: where it listens, and what it writes."""

    process: ForkServerProcess
    url: str
    log_file: Path

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    def kill(self) -> None:
        """As by `kill -9`: nothing is said, and nothing is put in order."""
        self.process.kill()
        self.process.join(_STOPS_WITHIN_SECONDS)
        assert self.process.exitcode == -signal.SIGKILL

    def stop(self) -> None:
        """As a supervisor does it, and cleanly."""
        self.process.terminate()
        self.process.join(_STOPS_WITHIN_SECONDS)
        assert self.process.exitcode == 0, self.log()


@contextmanager
def service(folder: Path, **settings: str) -> Generator[Served]:
    given = {"port": "0", "database_url": f"sqlite:///{folder / 'leankeep.db'}"} | settings
    log_file = folder / "stderr.log"
    log_file.write_bytes(b"")
    arguments = (environment(**given), str(log_file))
    process = _FORKING.Process(target=become_the_service, args=arguments)
    process.start()
    try:
        yield Served(process, _address(process, log_file), log_file)
    finally:
        process.kill()
        process.join()
        process.close()


def _address(process: ForkServerProcess, log_file: Path) -> str:
    deadline = time.monotonic() + _STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline and process.is_alive():
        if found := _RUNNING.search(log_file.read_text("utf-8")):
            return found[1]
        time.sleep(0.005)
    raise AssertionError(f"the service did not start:\n{log_file.read_text('utf-8')}")


@asynccontextmanager
async def served(folder: Path, **settings: str) -> AsyncGenerator[Served]:
    """The same beside an event loop that goes on meanwhile."""
    stack = ExitStack()
    try:
        yield await asyncio.to_thread(stack.enter_context, service(folder, **settings))
    finally:
        await asyncio.to_thread(stack.close)


def free_port() -> int:
    """A port below those that the system lends to callers.

    A caller who tries a stopped service's port again and again could otherwise be lent just that
    one, and would then speak to itself.
    """
    for port in _PORTS:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")
