"""Load from another core: by wrk where the system has it, else by Python, which says so."""

import asyncio
import json
import math
import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from benchmarks.processes import cores

CONNECTIONS: Final = 16
_COMPLETED: Final = re.compile(r"(\d+) requests in")
_FAILED: Final = re.compile(r"Non-2xx or 3xx responses: (\d+)")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request that is sent over and over."""

    url: str
    body: bytes
    content_type: str = "application/json"
    count: int | None = None
    """So many one after the other, where each takes long; else as many as there is time for."""


def client() -> str:
    """What sends the load."""
    found = shutil.which("wrk")
    return "wrk" if found else "Python's asyncio (wrk is not installed)"


def answered(ask: Ask, seconds: int) -> int:
    """How many requests were answered; raises ValueError if one was refused."""
    if ask.count is None and shutil.which("wrk"):
        return _by_wrk(ask, seconds)
    return _by_python(ask, seconds)


def _by_wrk(ask: Ask, seconds: int) -> int:
    with tempfile.TemporaryDirectory() as directory:
        body, script = Path(directory, "body"), Path(directory, "post.lua")
        body.write_bytes(ask.body)
        script.write_text(
            f'local file = io.open({json.dumps(str(body))}, "rb")\n'
            'wrk.body = file:read("*a")\n'
            "file:close()\n"
            'wrk.method = "POST"\n'
            f'wrk.headers["Content-Type"] = {json.dumps(ask.content_type)}\n'
        )
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s"]
        done = subprocess.run(
            [*command, "-s", str(script), ask.url],
            check=True,
            capture_output=True,
            text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, {cores()[1]}),  # no threads here
        )
    if (failed := _FAILED.search(done.stdout)) is not None:
        raise ValueError(f"{ask.url}: {failed[1]} refused")
    found = _COMPLETED.search(done.stdout)
    if found is None:
        raise ValueError(done.stdout)
    return int(found[1])


def _by_python(ask: Ask, seconds: int) -> int:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {cores()[1]})
    try:
        if ask.count is not None:
            return asyncio.run(_one_connection(ask, math.inf, ask.count))
        return asyncio.run(_all_connections(ask, time.monotonic() + seconds))
    finally:
        os.sched_setaffinity(0, before)


async def _all_connections(ask: Ask, until: float) -> int:
    calls = (_one_connection(ask, until, math.inf) for _ in range(CONNECTIONS))
    return sum(await asyncio.gather(*calls))


async def _one_connection(ask: Ask, until: float, most: float) -> int:
    url = urlsplit(ask.url)
    reader, writer = await asyncio.open_connection(url.hostname, url.port, limit=2**24)
    head = (
        f"POST {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Type: {ask.content_type}\r\n"
        f"Content-Length: {len(ask.body)}\r\n\r\n"
    )
    done = 0
    try:
        while done < most and time.monotonic() < until:
            writer.write(head.encode() + ask.body)
            await _read_answer(reader)
            done += 1
    finally:
        writer.close()
        await writer.wait_closed()
    return done


async def _read_answer(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split()[1])
    if not 200 <= status < 300:
        raise ValueError(f"answered {status}")
    length = re.search(r"content-length: (\d+)", head)
    if length is not None:
        await reader.readexactly(int(length[1]))
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()
