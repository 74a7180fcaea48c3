"""The log: JSON a line, and never the text of an exception."""

import asyncio
import errno
import io
import json
import logging
from typing import Any

import pytest
import structlog

from app.observability import MOST_FRAMES, configure_logging, describe


def lines_of(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def _raise(depth: int) -> None:
    if depth:
        _raise(depth - 1)
    secret = "canary"
    raise ValueError(secret)


def test_an_exception_is_described_by_type_and_place() -> None:
    with pytest.raises(ValueError, match="canary") as caught:
        _raise(MOST_FRAMES + 5)
    described = describe(caught.value)
    assert described["error"] == ["ValueError"]
    assert len(described["frames"]) == MOST_FRAMES
    assert described["frames"][-1].endswith(" _raise")
    assert "canary" not in json.dumps(described)


def test_a_library_s_exception_loses_its_text(log: io.StringIO) -> None:
    try:
        _raise(0)
    except ValueError:
        logging.getLogger("library").exception("it failed\ncanary")
    [line] = lines_of(log)
    assert (line["event"], line["level"], line["error"]) == ("it failed", "error", ["ValueError"])
    assert "canary" not in log.getvalue()


async def test_what_asyncio_says_of_a_lost_exception_is_cut(log: io.StringIO) -> None:
    async def fail() -> None:
        await asyncio.sleep(0)
        raise ValueError("canary")

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    context = {"message": "Task exception was never retrieved", "future": task}
    asyncio.get_running_loop().default_exception_handler(context | {"exception": task.exception()})
    [line] = [each for each in lines_of(log) if each["logger"] == "asyncio" and "error" in each]
    assert line["event"] == "Task exception was never retrieved"
    assert "canary" not in log.getvalue()


def test_our_own_lines_are_json_too(log: io.StringIO) -> None:
    structlog.get_logger().info("done", count=2)
    [line] = lines_of(log)
    assert (line["event"], line["level"], line["count"]) == ("done", "info", 2)
    assert line["timestamp"].endswith("Z")


class _FullDisk(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("closed", [True, False])
def test_a_line_that_cannot_be_written_fails_nothing(*, closed: bool) -> None:
    stream = _FullDisk()
    if closed:
        stream.close()
    configure_logging("info", stream=stream)
    structlog.get_logger().info("nobody reads this")
    logging.getLogger("library").warning("nor this")
