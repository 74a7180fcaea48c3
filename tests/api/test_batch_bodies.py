"""The body of a batch: a bad line fails itself, a bad body is refused, and no value comes out."""

import gzip
import io
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, Final

import httpx
import pytest
from fastapi import FastAPI

from app.api.batch_body import LARGEST_BODY
from app.domain.errors import StorageUnavailableError
from app.main import create_app
from app.settings import Settings
from tests.api.batches import (
    BATCH,
    JSON,
    NDJSON,
    contradicting,
    exported,
    lines_of,
    refused,
    send,
    send_lines,
    small,
    statuses,
)
from tests.api.canaries import BY_CLOCK, BY_DIFFERENCE, CONTRADICTING, tokens
from tests.api.conftest import client_of, failing_unit_of_work
from tests.api.hostile_bodies import INVALID, MALFORMED
from tests.api.keyed import keyed, without_id
from tests.api.test_canary import Watched
from tests.api.test_problems import CANARY, assert_problem, errors_of
from tests.memory import memory_unit_of_work

HOSTILE: Final = {
    name: content
    for name, (content, _, _) in (MALFORMED | INVALID).items()
    if content.strip() and b"\n" not in content
}
GOOD: Final = json.dumps(small()).encode()


@pytest.fixture
async def memory() -> AsyncGenerator[httpx.AsyncClient]:
    app = create_app(Settings(), unit_of_work=memory_unit_of_work())
    async with client_of(app) as client:
        yield client


def test_there_are_many_hostile_lines() -> None:
    # Left out are nothing, spaces, and what holds a raw newline.
    assert len(HOSTILE) == len(MALFORMED | INVALID) - 3
    assert len(HOSTILE) > 70


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.slow
async def test_a_hostile_line_fails_itself_as_it_would_alone(
    memory: httpx.AsyncClient, name: str
) -> None:
    alone = await memory.post("/v1/assessments", content=HOSTILE[name], headers=JSON)
    answer = await send_lines(memory, b"\n".join((GOOD, HOSTILE[name], GOOD)))
    lines = lines_of(answer)
    assert [line["status"] for line in lines] == [201, 422, 201]
    assert lines[1]["problem"] == without_id(alone)


async def test_all_of_them_at_once_fail_as_each_alone(memory: httpx.AsyncClient) -> None:
    answer = await send_lines(memory, b"\r\n".join(HOSTILE.values()))
    for content, line in zip(HOSTILE.values(), lines_of(answer), strict=True):
        alone = await memory.post("/v1/assessments", content=content, headers=JSON)
        assert line["problem"] == without_id(alone)
    assert exported(await memory.get("/v1/assessments/export")) == []


async def test_nothing_of_a_hostile_line_is_repeated_nor_logged(
    memory: httpx.AsyncClient, log: io.StringIO
) -> None:
    lines = [CANARY.encode() + each for each in HOSTILE.values()]
    lines += [each + CANARY.encode() for each in HOSTILE.values()]
    answer = await send_lines(memory, b"\n".join(lines), {"Idempotency-Key": "once"})
    assert statuses(answer) == [422] * len(lines)
    assert CANARY not in answer.text
    assert CANARY not in log.getvalue()


@pytest.mark.parametrize("content", [b'{"a\nb": 1}', b'{\n"patient_ref": "p-1"\n}', b"[{}\n,{}]"])
async def test_a_value_over_several_lines_is_as_many_bad_ones(
    memory: httpx.AsyncClient, content: bytes
) -> None:
    found = lines_of(await send_lines(memory, content + b"\n" + GOOD))
    assert found.pop()["status"] == 201
    for line in found:
        assert line["problem"]["code"] == "malformed-json"


@pytest.mark.parametrize("name", MALFORMED)
async def test_a_list_that_is_not_plainly_json_is_refused_as_a_whole(
    memory: httpx.AsyncClient, name: str
) -> None:
    content = MALFORMED[name][0]
    canary = CANARY.encode()
    for body in (content, b"[%b,%b]" % (GOOD, content), canary + content, content + canary):
        response = await memory.post(BATCH, content=body, headers=JSON)
        assert_problem(response, 422, "malformed-json")
        assert CANARY not in response.text
    assert exported(await memory.get("/v1/assessments/export")) == []


@pytest.mark.parametrize("name", INVALID)
async def test_a_hostile_case_in_a_list_fails_itself(memory: httpx.AsyncClient, name: str) -> None:
    content, pointer, _ = INVALID[name]
    answer = await memory.post(BATCH, content=b"[%b,%b]" % (content, GOOD), headers=JSON)
    if name == "as many levels as are read":  # and the list is one more
        assert_problem(answer, 422, "malformed-json")
        return
    alone = await memory.post("/v1/assessments", content=content, headers=JSON)
    bad, good = lines_of(answer)
    assert good["status"] == 201
    assert bad["problem"] == without_id(alone)
    assert pointer in {error["pointer"] for error in bad["problem"]["errors"]}


@pytest.mark.parametrize(
    "body",
    [
        *(None, True, 1, "[]", {}, {"cases": None}, {"cases": {}}, {"cases": "[]"}),
        *({"cases": [{}], "more": 1}, {"Cases": [{}]}, {"cases": {"cases": [{}]}}, small()),
    ],
    ids=str,
)
async def test_what_holds_no_cases_is_refused(memory: httpx.AsyncClient, body: object) -> None:
    response = await memory.post(BATCH, content=json.dumps(body), headers=JSON)
    assert_problem(response, 422, "invalid-request")
    assert errors_of(response) == {("", "wrong-type")}


async def _in_parts(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 250_000):
        yield content[start : start + 250_000]


@pytest.mark.parametrize(
    ("headers", "body"), [(JSON, b"[%b]" % GOOD), (NDJSON, GOOD)], ids=["list", "lines"]
)
async def test_eight_megabytes_are_read_and_not_a_byte_more(
    memory: httpx.AsyncClient, headers: dict[str, str], body: bytes
) -> None:
    largest = body.ljust(8 * 1024 * 1024)
    for content in (largest, _in_parts(largest)):
        assert statuses(await memory.post(BATCH, content=content, headers=headers)) == [201]
    for content in (largest + b" ", _in_parts(largest + b" ")):
        answer = await memory.post(BATCH, content=content, headers=headers)
        assert_problem(answer, 413, "content-too-large")


async def test_a_length_is_believed_and_no_more_is_read_than_shows_that_it_is_too_much(
    memory: httpx.AsyncClient,
) -> None:
    headers = NDJSON | {"content-length": str(LARGEST_BODY + 1)}
    assert_problem(await send_lines(memory, GOOD, headers), 413, "content-too-large")
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 250_000
            yield b"\n" * 250_000

    answer = await memory.post(BATCH, content=endless(), headers=NDJSON)
    assert_problem(answer, 413, "content-too-large")
    assert sent <= LARGEST_BODY + 500_000


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": "text/plain"},
        {"content-type": "application/ndjson"},
        {"content-type": "application/x-ndjson; charset=latin-1"},
        {"content-type": "application/x-ndjson, application/json"},
        NDJSON | {"content-encoding": "gzip"},
    ],
)
async def test_another_kind_of_body_is_not_read(
    memory: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await memory.post(BATCH, content=gzip.compress(GOOD), headers=headers)
    assert_problem(answer, 415, "unsupported-media-type")


async def test_one_case_alone_is_not_read_as_lines(memory: httpx.AsyncClient) -> None:
    answer = await memory.post("/v1/assessments", content=GOOD, headers=NDJSON)
    assert_problem(answer, 415, "unsupported-media-type")


REF: Final = str(BY_CLOCK["patient_ref"])
WRONG: Final[list[Any]] = [
    BY_CLOCK | {"patient_ref": f"{REF} x"},
    BY_CLOCK | {"as_of": REF},
    BY_CLOCK | {"canary-9f27": 1, "training": {"resistance_sessions_per_week": 8.0412345678e200}},
    CONTRADICTING,
    "canary-9f27",
]


async def test_no_value_of_a_batch_is_logged_or_counted_or_in_an_error(log: io.StringIO) -> None:
    service = keyed(memory_unit_of_work())
    async with service.client(await service.secret()) as client:
        secrets = tokens(BY_CLOCK, BY_DIFFERENCE) | {"8.0412345678"}
        watched = Watched(client, log, await service.secret("acme", "admin"), secrets)
        cases = [BY_CLOCK, *WRONG, BY_DIFFERENCE]
        cut_off = json.dumps(BY_CLOCK)[:-1]
        lines = "\n".join([*map(json.dumps, cases), cut_off, REF]).encode()
        for headers in (
            NDJSON,
            NDJSON | {"Idempotency-Key": REF},
            NDJSON | {"Idempotency-Key": REF},
        ):
            answer = await watched.ask("POST", BATCH, content=lines, headers=headers)
            found = lines_of(answer)
            assert [line["status"] for line in found] == [201, *[422] * 5, 201, 422, 422]
            told = json.dumps([line["problem"] for line in found if line["status"] == 422])
            assert not watched.found_in(told)
        await watched.ask("POST", BATCH, content=cut_off, headers=JSON)
        await watched.ask("POST", BATCH, json={REF: cases})
        await watched.ask("POST", BATCH, json=[BY_CLOCK], headers={"Idempotency-Key": REF})
        await watched.ask("GET", "/v1/assessments/export", params={"patient_ref": REF})
        await watched.ask("GET", "/v1/assessments/export", params={"patient_ref": f"{REF} x"})
        assert watched.statuses == {200, 422}
        await watched.look_through()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StorageUnavailableError(json.dumps(BY_CLOCK)), 503),
        (RuntimeError(json.dumps(BY_CLOCK)), 500),
    ],
)
async def test_storage_that_fails_and_says_what_it_was_given(
    log: io.StringIO, error: Exception, status: int
) -> None:
    app = create_app(Settings(), unit_of_work=failing_unit_of_work(error))
    async with client_of(app) as client:
        watched = Watched(client, log)
        await watched.ask("POST", BATCH, json=[BY_CLOCK, BY_DIFFERENCE])
        await watched.ask("GET", "/v1/assessments/export", params={"patient_ref": REF})
        assert watched.statuses == {status}
        await watched.look_through()


async def test_where_nothing_is_good_nothing_is_asked_of_the_storage(app: FastAPI) -> None:
    async with client_of(app) as client:  # its storage fails whenever it is opened
        assert statuses(await send(client, [refused(), contradicting(), {}])) == [422] * 3
