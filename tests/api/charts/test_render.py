"""The renderer: a process of its own, one picture at a time, the same bytes each time."""

import asyncio
import json
import os
import signal
import struct
import sys
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.api.charts import render
from app.api.charts.render import DrawingError, Renderer
from app.api.charts.spec import chart
from app.api.problems import ProblemError
from tests.api.charts.cases import drawn, example

pytestmark = pytest.mark.slow

SPECIFICATION = chart(drawn(example()))
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PATIENT_CHUNKS = {b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME"}


@pytest.fixture(scope="module")
def renderer() -> Generator[Renderer]:
    with closing(Renderer()) as renderer:
        yield renderer


def process_of(renderer: Renderer) -> int:
    assert renderer.process_id is not None
    return renderer.process_id


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def chunks(png: bytes) -> list[bytes]:
    names, place = [], len(PNG_SIGNATURE)
    while place < len(png):
        [length] = struct.unpack(">I", png[place : place + 4])
        names.append(png[place + 4 : place + 8])
        place += length + 12
    return names


async def test_the_same_picture_is_the_same_bytes(renderer: Renderer) -> None:
    with closing(Renderer()) as another:
        for media_type in ("image/svg+xml", "image/png"):
            first = await renderer.draw(SPECIFICATION, media_type)
            await renderer.draw(chart(drawn(example("outside"))), media_type)
            assert first == await renderer.draw(SPECIFICATION, media_type)
            assert first == await another.draw(SPECIFICATION, media_type)


async def test_a_png_has_two_pixels_to_a_point_and_no_text_in_it(renderer: Renderer) -> None:
    svg = await renderer.draw(SPECIFICATION, "image/svg+xml")
    png = await renderer.draw(SPECIFICATION, "image/png")
    assert b' width="390" height="665" ' in svg
    assert png.startswith(PNG_SIGNATURE)
    assert struct.unpack(">II", png[16:24]) == (780, 1330)
    assert not PATIENT_CHUNKS.intersection(chunks(png))


@pytest.mark.parametrize(
    "data",
    [{"url": "http://203.0.113.1/rows.csv"}, {"url": "https://203.0.113.1/rows.csv"}],
    ids=["http", "https"],
)
async def test_no_address_is_read(renderer: Renderer, data: dict[str, Any]) -> None:
    with pytest.raises(DrawingError, match="ValueError"):
        await renderer.draw({"data": data, "mark": "point"}, "image/svg+xml")


async def test_a_picture_that_fails_leaves_the_next_one_alone(renderer: Renderer) -> None:
    with pytest.raises(DrawingError):
        await renderer.draw({"mark": "no such mark"}, "image/svg+xml")
    assert (await renderer.draw(SPECIFICATION, "image/svg+xml")).startswith(b"<svg")


@pytest.mark.skipif(sys.platform != "linux", reason="it is read from /proc")
async def test_the_process_gets_no_environment(renderer: Renderer) -> None:
    await renderer.draw(SPECIFICATION, "image/svg+xml")
    assert await asyncio.to_thread(Path(f"/proc/{process_of(renderer)}/environ").read_bytes) == b""


async def test_it_starts_with_the_first_picture_and_ends_when_closed() -> None:
    with closing(Renderer()) as renderer:
        with pytest.raises(AssertionError):
            process_of(renderer)
        await asyncio.gather(*(renderer.draw(SPECIFICATION, "image/svg+xml") for _ in range(3)))
        process = process_of(renderer)
        assert lives(process)
    assert not lives(process)


async def test_a_process_that_was_killed_is_replaced(renderer: Renderer) -> None:
    first = await renderer.draw(SPECIFICATION, "image/svg+xml")
    process = process_of(renderer)
    os.kill(process, signal.SIGKILL)
    await asyncio.to_thread(os.waitid, os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert await renderer.draw(SPECIFICATION, "image/svg+xml") == first
    assert process_of(renderer) != process


async def test_a_process_that_hangs_is_ended_and_the_next_picture_gets_another(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await renderer.draw(SPECIFICATION, "image/svg+xml")
    process = process_of(renderer)
    os.kill(process, signal.SIGSTOP)
    with monkeypatch.context() as shorter:
        shorter.setattr(render, "DRAWN_WITHIN_SECONDS", 0.3)
        with pytest.raises(ProblemError, match="renderer-unavailable"):
            await renderer.draw(SPECIFICATION, "image/svg+xml")
    assert (await renderer.draw(SPECIFICATION, "image/svg+xml")).startswith(b"<svg")
    assert not lives(process)


async def test_only_so_many_may_wait() -> None:
    with closing(Renderer(most_waiting=2)) as renderer:
        asked = [renderer.draw(SPECIFICATION, "image/svg+xml") for _ in range(3)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        refused = [answer for answer in answers if isinstance(answer, ProblemError)]
        assert [error.code for error in refused] == ["renderer-unavailable"]
        # The places are free again.
        assert await renderer.draw(SPECIFICATION, "image/svg+xml") in answers


async def test_a_caller_who_leaves_the_queue_is_not_drawn_for() -> None:
    with closing(Renderer(most_waiting=2)) as renderer:
        first = asyncio.create_task(renderer.draw(SPECIFICATION, "image/svg+xml"))
        second = asyncio.create_task(renderer.draw(SPECIFICATION, "image/png"))
        await asyncio.sleep(0)
        second.cancel()
        assert (await first).startswith(b"<svg")
        with pytest.raises(asyncio.CancelledError):
            await second
        asked = [renderer.draw(SPECIFICATION, "image/svg+xml") for _ in range(2)]
        assert len(set(await asyncio.gather(*asked))) == 1


async def test_the_loop_goes_on_while_a_first_picture_is_drawn() -> None:
    with closing(Renderer()) as renderer:
        picture = asyncio.create_task(renderer.draw(SPECIFICATION, "image/png"))
        turns = 0
        while not picture.done():
            await asyncio.sleep(0.005)
            turns += 1
        assert (await picture).startswith(PNG_SIGNATURE)
    # It takes most of a second; the library held in this process would leave one turn or two.
    assert turns > 20


def test_a_specification_is_json() -> None:
    assert json.loads(json.dumps(SPECIFICATION))["vconcat"]
