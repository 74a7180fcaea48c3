"""Logs: one JSON object a line on stderr, without any value of a request.

Never logged: paths, queries, headers, bodies, and the text of exceptions, which can quote them.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, TextIO, cast

import structlog

MOST_FRAMES: Final = 30

_Event = MutableMapping[str, Any]


def frames_of(trace: TracebackType | None) -> list[str]:
    """The innermost frames as file, line and function: no source text and no locals."""
    frames = [
        f"{frame.f_code.co_filename}:{line} {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(trace)
    ]
    return frames[-MOST_FRAMES:]


def describe(error: BaseException) -> dict[str, Any]:
    """An exception without its text: its type, those it came from, and where."""
    kinds: list[str] = []
    source: BaseException | None = error
    while source is not None and len(kinds) < MOST_FRAMES:
        kinds.append(type(source).__qualname__)
        source = source.__cause__ or source.__context__
    return {"error": kinds, "frames": frames_of(error.__traceback__)}


def _describe_exception(_: Any, __: str, event: _Event) -> _Event:  # noqa: ANN401 - structlog's shape
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event.update(describe(error))
    return event


def _keep_first_line(_: Any, __: str, event: _Event) -> _Event:  # noqa: ANN401 - structlog's shape
    # asyncio and uvicorn append the text of exceptions to what they say.
    event["event"] = str(event["event"]).split("\n", 1)[0]
    return event


_OURS: Final[Sequence[structlog.types.Processor]] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)
_RENDER: Final = structlog.processors.JSONRenderer()


class _Unfailing:
    """A stream whose reader may go away: a line that cannot be written is lost, never a request."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        # OSError: a full disk or a pipe without a reader. ValueError: the stream is closed.
        with suppress(OSError, ValueError):
            self._stream.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._stream.flush()


def configure_logging(level: str, *, stream: TextIO | None = None) -> None:
    """Send our lines, and those of every library, to the stream as JSON."""
    target = cast("TextIO", _Unfailing(stream or sys.stderr))
    structlog.configure(
        processors=[*_OURS, _RENDER],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(target),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*_OURS, structlog.stdlib.add_logger_name],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _describe_exception,
                _keep_first_line,
                _RENDER,
            ],
        )
    )
    # Ours do not pass here. Those of libraries hold values at debug: aiosqlite's, every parameter.
    quietest = max(logging.INFO, logging.getLevelNamesMapping()[level.upper()])
    logging.basicConfig(handlers=[handler], level=quietest, force=True)
