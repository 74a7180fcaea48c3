"""An export over HTTP: the stored bytes, each once, and never an end that looks like one."""

import asyncio
import json
from collections.abc import AsyncGenerator

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.types import Message

from app.api.schemas.assessment import AssessmentOut
from app.domain.errors import StorageUnavailableError
from app.main import create_app
from app.settings import Settings
from app.use_cases.export_assessments import READ_AT_ONCE
from app.use_cases.ports import UnitOfWork
from tests.api.answers import held_to
from tests.api.batches import (
    EXPORT,
    Served,
    Storage,
    exported,
    ids_of,
    lines_of,
    send,
    serving,
    small,
)
from tests.api.test_assessments import example
from tests.api.test_live_server import _listening
from tests.api.test_problems import assert_problem, errors_of
from tests.memory import memory_unit_of_work
from tests.use_cases.stored import ident, keep, stored


@pytest.fixture
async def served(engine: AsyncEngine) -> AsyncGenerator[Served]:
    async with serving(engine) as served:
        yield served


async def filled(unit_of_work: UnitOfWork, count: int) -> list[bytes]:
    """Newest first."""
    rows = [
        stored(ident(number), micros=number // 3, patient_ref=f"p-{number % 2}")
        for number in range(count)
    ]
    await keep(unit_of_work, *rows)
    return [row.document for row in reversed(rows)]


async def test_where_nothing_is_stored_nothing_comes(served: Served) -> None:
    for query in ({}, {"patient_ref": "p-1"}):
        answer = await served.client.get(EXPORT, params=query)
        assert exported(answer) == []
        assert answer.content == b""
        assert answer.headers["cache-control"] == "no-store"


async def test_what_comes_is_what_can_be_fetched(served: Served) -> None:
    places = [
        (await served.client.post("/v1/assessments", json=example(name))).headers["location"]
        for name in ("inside", "outside", "contraindicated")
    ]
    places += [f"/v1/assessments/{each}" for each in ids_of(await send(served.client, [small()]))]
    lines = exported(await served.client.get(EXPORT))
    assert lines == [(await served.client.get(place)).content for place in reversed(places)]
    for line in lines:
        held_to(AssessmentOut, line)


async def test_all_pages_come_newest_first(served: Served) -> None:
    made = lines_of(await send(served.client, map(small, range(READ_AT_ONCE + 5))))
    made += lines_of(await send(served.client, map(small, range(READ_AT_ONCE + 5))))
    lines = exported(await served.client.get(EXPORT))
    assert [json.loads(line) for line in lines] == [line["assessment"] for line in reversed(made)]


@pytest.mark.parametrize("count", [1, READ_AT_ONCE, READ_AT_ONCE + 1, 3 * READ_AT_ONCE])
async def test_no_page_is_lost_or_come_twice(served: Served, count: int) -> None:
    documents = await filled(served.storage.kept, count)
    assert exported(await served.client.get(EXPORT)) == documents


async def test_of_one_patient_no_other_s_come(served: Served) -> None:
    documents = await filled(served.storage.kept, 2 * READ_AT_ONCE + 20)
    for patient_ref, expected in (("p-1", documents[::2]), ("p-0", documents[1::2]), ("p", [])):
        answer = await served.client.get(EXPORT, params={"patient_ref": patient_ref})
        assert exported(answer) == expected


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("patient_ref=a%20b", "patient_ref"),
        ("patient_ref=", "patient_ref"),
        ("patient_ref=%00", "patient_ref"),
        ("patient_ref=" + "a" * 65, "patient_ref"),
        ("patient_ref=a&patient_ref=b", "patient_ref"),
        ("limit=1", "limit"),
        ("colour=red", "colour"),
    ],
)
async def test_a_query_that_is_not_documented_is_refused(
    client: httpx.AsyncClient, query: str, place: str
) -> None:
    answer = await client.get(f"{EXPORT}?{query}")
    assert_problem(answer, 422, "invalid-request")
    assert {pointer for pointer, _ in errors_of(answer)} == {f"/query/{place}"}


async def test_what_was_there_and_is_not_erased_comes_once(served: Served) -> None:
    """Between two pages others store a batch, and erase what came and what is to come."""
    documents = await filled(served.storage.kept, 4 * READ_AT_ONCE)
    writers = create_app(Settings(), unit_of_work=served.storage.kept)
    erased = [ident(number) for number in (10, 60, 120)]

    async def between(number: int) -> None:
        transport = httpx.ASGITransport(app=writers)
        async with httpx.AsyncClient(transport=transport, base_url="http://other.test") as other:
            if 1 <= number <= 3:
                assert len(ids_of(await send(other, [small()] * 5))) == 5
                last = json.loads(documents[number * READ_AT_ONCE - 1])["id"]  # where it goes on
                for each in (last, erased[number - 1]):
                    assert (await other.delete(f"/v1/assessments/{each}")).status_code == 204

    served.storage.before = between
    lines = exported(await served.client.get(EXPORT))
    # Only 10 and 60 were yet to come when they were erased.
    gone = [ident(10), ident(60)]
    assert lines == [each for each in documents if json.loads(each)["id"] not in gone]


async def test_while_others_write_all_that_was_there_comes(served: Served) -> None:
    documents = await filled(served.storage.kept, 3 * READ_AT_ONCE)
    *_, answer = await asyncio.gather(
        *(send(served.client, map(small, range(10))) for _ in range(4)),
        served.client.get(EXPORT),
    )
    lines = exported(answer)
    assert len(set(lines)) == len(lines)
    assert [line for line in lines if line in set(documents)] == documents


async def test_without_storage_it_is_refused(served: Served) -> None:
    await filled(served.storage.kept, 1)
    served.storage.breaking(after=0)
    answer = await served.client.get(EXPORT)
    assert_problem(answer, 503, "storage-unavailable")
    assert answer.headers["retry-after"] == "1"


async def _messages(app: FastAPI, path: str) -> list[Message]:
    """All that the service sends before it returns."""
    sent: list[Message] = []

    async def receive() -> Message:
        if any(message["type"] == "http.request" for message in received):
            await asyncio.Event().wait()
        received.append({"type": "http.request", "body": b"", "more_body": False})
        return received[-1]

    async def send_on(message: Message) -> None:
        sent.append(message)

    received: list[Message] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [],
        "client": ("127.0.0.1", 1),
    }
    await app(scope, receive, send_on)
    return sent


async def _broken(error: Exception) -> FastAPI:
    """A service whose storage of three pages fails at the second."""
    storage = Storage(memory_unit_of_work())
    await filled(storage.kept, 3 * READ_AT_ONCE)

    async def fail(number: int) -> None:
        if number == 1:
            raise error

    storage.before = fail
    return create_app(Settings(), unit_of_work=storage.unit_of_work)


FAILURES = [StorageUnavailableError("gone"), RuntimeError("a mistake")]


@pytest.mark.parametrize("error", FAILURES, ids=["storage", "a bug"])
async def test_an_export_that_breaks_off_is_never_closed(error: Exception) -> None:
    start, *parts = await _messages(await _broken(error), EXPORT)
    assert (start["type"], start["status"]) == ("http.response.start", 200)
    assert sum(part["body"].count(b"\n") for part in parts) == READ_AT_ONCE
    assert all(part["more_body"] for part in parts)


async def test_an_export_that_ends_is_closed() -> None:
    storage = Storage(memory_unit_of_work())
    documents = await filled(storage.kept, 3 * READ_AT_ONCE)
    app = create_app(Settings(), unit_of_work=storage.unit_of_work)
    _, *parts = await _messages(app, EXPORT)
    assert b"".join(part["body"] for part in parts).splitlines() == documents
    assert [part["more_body"] for part in parts] == [True] * (len(parts) - 1) + [False]


@pytest.mark.parametrize("error", FAILURES, ids=["storage", "a bug"])
async def test_who_reads_over_a_socket_sees_that_it_was_cut_off(error: Exception) -> None:
    received = b""

    async def read(port: int) -> None:
        nonlocal received
        url = f"http://127.0.0.1:{port}{EXPORT}"
        async with httpx.AsyncClient() as client, client.stream("GET", url) as response:
            assert response.status_code == 200
            async for part in response.aiter_bytes():
                received += part

    async with _listening(await _broken(error)) as port:
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
            await read(port)
    assert received.count(b"\n") == READ_AT_ONCE
