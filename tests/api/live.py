"""The service as a process of its own, as `make run` starts it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_RUNNING: Final = re.compile(r"running on (http://\S+:(\d+)) ")
_STARTS_WITHIN_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: where it listens, and what it writes."""

    process: subprocess.Popen[bytes]
    url: str
    port: int
    log_file: Path

    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    def memory_bytes(self) -> int:
        """The most that was ever resident."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found, status
        return int(found[1]) * 1024

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


def environment(**settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LEANKEEP_")}
    return kept | {f"LEANKEEP_{name.upper()}": value for name, value in settings.items()}


@contextmanager
def running_service(folder: Path, **settings: str) -> Generator[Service]:
    """Port 0 lets the system choose; the log says what it chose."""
    given = {"port": "0", "database_url": f"sqlite:///{folder / 'leankeep.db'}"} | settings
    log_file = folder / "stderr.log"
    with (
        log_file.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve"],
            cwd=ROOT,
            env=environment(**given),
            stderr=stderr,
        ) as process,
    ):
        try:
            url, port = _address(process, log_file)
            yield Service(process, url, port, log_file)
        finally:
            process.kill()


def _address(process: subprocess.Popen[bytes], log_file: Path) -> tuple[str, int]:
    deadline = time.monotonic() + _STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if found := _RUNNING.search(log_file.read_text("utf-8")):
            return found[1], int(found[2])
        time.sleep(0.05)
    raise AssertionError(f"the service did not start:\n{log_file.read_text('utf-8')}")
