"""Over real sockets: large, compressed, half-sent and broken requests."""

import asyncio
import gzip
import io
import json
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Final

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from app.api import connections
from app.api.connections import BoundedHttpProtocol
from tests.api.live import Service, running_service
from tests.api.test_problems import assert_problem

pytestmark = pytest.mark.slow

MEGABYTE: Final = 1024 * 1024
JSON: Final = {"content-type": "application/json"}
BEGUN: Final = {
    "nothing": b"",
    "half a line": b"POST /v1/find",
    "half the headers": b"POST /v1/findings HTTP/1.1\r\nhost: x\r\ncontent-ty",
    "half a body": b"POST /v1/findings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
    b"content-length: 100\r\n\r\n{",
    "half a chunk": b"POST /v1/findings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
    b"transfer-encoding: chunked\r\n\r\n5\r\n{",
    "half the second request": b"GET /livez HTTP/1.1\r\nhost: x\r\n\r\nGET /liv",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Generator[Service]:
    with running_service(tmp_path_factory.mktemp("service")) as service:
        yield service


def _ten_megabytes() -> Iterator[bytes]:
    yield from (b" " * 65536 for _ in range(160))


def test_ten_megabytes_are_refused_and_not_kept(service: Service) -> None:
    with httpx.Client(base_url=service.url, timeout=20) as client:
        assert client.post("/v1/findings", json={}).status_code == 200
        before = service.memory_bytes()
        for _ in range(5):
            for content in (b" " * 10 * MEGABYTE, _ten_megabytes()):
                response = client.post("/v1/findings", content=content, headers=JSON)
                assert_problem(response, 413, "content-too-large")
        assert client.post("/v1/findings", json={}).status_code == 200
    assert service.memory_bytes() - before < 20 * MEGABYTE


def test_a_compressed_bomb_is_not_opened(service: Service) -> None:
    bomb = gzip.compress(b" " * 50 * MEGABYTE)
    before = service.memory_bytes()
    headers = JSON | {"content-encoding": "gzip"}
    response = httpx.post(f"{service.url}/v1/findings", content=bomb, headers=headers)
    assert_problem(response, 415, "unsupported-media-type")
    assert service.memory_bytes() - before < 20 * MEGABYTE


@asynccontextmanager
async def _listening(app: FastAPI) -> AsyncGenerator[int]:
    """The app on a socket within this process; gives the port."""
    config = uvicorn.Config(
        app, port=0, http=BoundedHttpProtocol, ws="none", lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await serving


@asynccontextmanager
async def _connected(port: int, sent: bytes) -> AsyncGenerator[asyncio.StreamReader]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    try:
        yield reader
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def _until_the_end(reader: asyncio.StreamReader) -> bytes:
    """What still comes before the connection is closed or torn down."""
    received = b""
    with suppress(ConnectionResetError):
        while part := await asyncio.wait_for(reader.read(1000), timeout=5):
            received += part
    return received


@pytest.mark.parametrize("begun", BEGUN)
async def test_who_never_finishes_is_cut_off(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, begun: str
) -> None:
    monkeypatch.setattr(connections, "WHOLE_REQUEST_WITHIN_SECONDS", 0.3)
    async with _listening(app) as port, _connected(port, BEGUN[begun]) as reader:
        received = await asyncio.wait_for(_until_the_end(reader), timeout=3)
        assert received.count(b"HTTP/1.1 200") == (begun == "half the second request")


async def test_others_are_served_meanwhile_and_no_failure_is_logged(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    monkeypatch.setattr(connections, "WHOLE_REQUEST_WITHIN_SECONDS", 1.0)
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(_listening(app))
        half_sent = [
            await stack.enter_async_context(_connected(port, BEGUN["half a body"]))
            for _ in range(50)
        ]
        client = await stack.enter_async_context(
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}")
        )
        for _ in range(20):
            assert (await client.get("/livez", timeout=1)).status_code == 200
        for reader in half_sent:
            assert await _until_the_end(reader) == b""
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert not [line for line in lines if line["level"] in {"warning", "error"}]
    assert [line["status"] for line in lines if line["event"] == "request"].count(499) == 50


async def test_who_takes_his_time_within_it_is_answered(app: FastAPI) -> None:
    async with _listening(app) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = BEGUN["half a body"].replace(b"100", b"2")
        for part in (head[:20], head[20:-5], head[-5:], b"}"):
            writer.write(part)
            await asyncio.sleep(0.05)
        assert b" 200 OK" in await reader.readline()
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize(
    "sent",
    [
        b"canary\r\n\r\n",
        b"GET / HTTP/1.1\r\ncanary\r\n\r\n",
        b"\x16\x03\x01",
    ],
)
async def test_what_is_no_http_is_answered_with_a_problem(app: FastAPI, sent: bytes) -> None:
    async with _listening(app) as port, _connected(port, sent) as reader:
        head, _, content = (await _until_the_end(reader)).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"content-type: application/problem+json" in head
    problem = json.loads(content)
    assert problem["code"] == "bad-request"
    assert f"x-request-id: {problem['request_id']}".encode() in head
    assert b"canary" not in content


def test_the_process_s_log_holds_no_path_and_no_query(tmp_path: Path) -> None:
    with running_service(tmp_path) as service:
        httpx.get(f"{service.url}/canary")
        httpx.get(f"{service.url}/v1/assessments", params={"patient_ref": "canary"})
        assert service.stop() == 0
        assert service.log().count('"event": "request"') == 2
        assert "canary" not in service.log()
        assert all(json.loads(line) for line in service.log().splitlines())


@pytest.mark.parametrize("path", ["/livez", "/v1/rules/dose-in-range", "/v1/assessments/none"])
def test_head_answers_as_get_without_the_body(service: Service, path: str) -> None:
    with httpx.Client(base_url=service.url) as client:
        whole, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        varies = {"date", "x-request-id"}
        assert {k: v for k, v in head.headers.items() if k not in varies} == {
            k: v for k, v in whole.headers.items() if k not in varies
        }
        assert client.get(path).content.count(b"request_id") == whole.content.count(b"request_id")
