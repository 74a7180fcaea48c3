"""Draws pictures one at a time, in a process of its own that starts with the first of them."""

import asyncio
import atexit
import json
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final, Literal, TypeAlias

import structlog

from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError

PictureType: TypeAlias = Literal["image/svg+xml", "image/png"]

SVG: Final = "image/svg+xml"
MOST_WAITING: Final = 16
"""Pictures asked for at once, the one being drawn included: the last waits some two seconds."""
DRAWN_WITHIN_SECONDS: Final = 8.0
"""The first picture takes about a second, the others less than a tenth."""
_GONE_WITHIN_SECONDS: Final = 2.0
_WORKER: Final = Path(__file__).with_name("worker.py")
_DRAWN: Final = b"+"
"""What worker.py puts before a picture; it cannot be imported here, or the library would be too."""

_log = structlog.get_logger()


class DrawingError(Exception):
    """The process could not draw a specification of ours: a fault of this service."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    pipe: "Connection[bytes, bytes]"

    @classmethod
    def start(cls) -> "_Worker":
        # Isolated and with an empty environment: it needs no setting, and no secret reaches it.
        # A session of its own keeps Ctrl-C for the service; it ends when its pipe does.
        ours, theirs = Pipe()
        with theirs:
            process = subprocess.Popen(  # noqa: S603 - our own file, no shell
                [sys.executable, "-I", str(_WORKER), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return cls(process, ours)

    def draw(self, request: bytes) -> bytes:
        """Raise EOFError or OSError where the process has died, TimeoutError where it hangs."""
        self.pipe.send_bytes(request)
        if not self.pipe.poll(DRAWN_WITHIN_SECONDS):
            raise TimeoutError
        return self.pipe.recv_bytes()

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.wait(_GONE_WITHIN_SECONDS)


class Renderer:
    """One thread hands one picture at a time to one process, whatever loop asks."""

    def __init__(self, *, most_waiting: int = MOST_WAITING) -> None:
        """Start nothing yet."""
        self._places = BoundedSemaphore(most_waiting)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="charts")
        self._worker: _Worker | None = None

    @property
    def process_id(self) -> int | None:
        """Of the process that draws, or that drew last; None before the first picture."""
        return None if self._worker is None else self._worker.process.pid

    async def draw(self, specification: dict[str, Any], media_type: PictureType) -> bytes:
        """The picture; a 503 problem where it cannot be had in time."""
        request = json.dumps([media_type, specification]).encode()
        if not self._places.acquire(blocking=False):
            raise ProblemError(ProblemCode.RENDERER_UNAVAILABLE)
        job = self._thread.submit(self._draw, request)
        job.add_done_callback(self._leave)
        try:
            async with asyncio.timeout(DRAWN_WITHIN_SECONDS):
                return await asyncio.wrap_future(job)
        except TimeoutError:
            raise ProblemError(ProblemCode.RENDERER_UNAVAILABLE) from None

    def close(self) -> None:
        """End the process and the thread."""
        self._thread.shutdown(cancel_futures=True)
        self._end_worker()

    def _leave(self, _: Future[bytes]) -> None:
        self._places.release()

    def _draw(self, request: bytes) -> bytes:
        try:
            answer = self._ready().draw(request)
        except (EOFError, OSError) as error:  # TimeoutError is an OSError
            self._end_worker()
            _log.error("renderer failed", cause=type(error).__name__)
            raise ProblemError(ProblemCode.RENDERER_UNAVAILABLE) from None
        if answer[:1] != _DRAWN:
            raise DrawingError(answer[1:].decode())
        return answer[1:]

    def _ready(self) -> _Worker:
        if self._worker is not None and self._worker.process.poll() is not None:
            self._end_worker()
        if self._worker is None:
            self._worker = _Worker.start()
        return self._worker

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


@lru_cache(maxsize=1)
def renderer() -> Renderer:
    """The one of this process."""
    only = Renderer()
    atexit.register(only.close)
    return only
