"""What a batch leaves in the storage, on both databases: sent again, broken off, raced, erased."""

import asyncio
import json
from collections.abc import AsyncGenerator

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.use_cases.store_queue import STORED_AT_ONCE
from tests.api.batches import (
    BATCH,
    Served,
    contradicting,
    ids_of,
    lines_of,
    ndjson,
    refused,
    send,
    send_lines,
    serving,
    small,
    statuses,
)
from tests.api.test_problems import assert_problem, errors_of

pytestmark = pytest.mark.slow

KEY = {"Idempotency-Key": "once"}
SOME = [small(0), refused(1), small(2), contradicting(3), small(4)]


@pytest.fixture
async def served(engine: AsyncEngine) -> AsyncGenerator[Served]:
    async with serving(engine) as served:
        yield served


async def test_sent_again_the_same_bytes_come(served: Served) -> None:
    first = await send(served.client, SOME, "once")
    assert "idempotency-replayed" not in first.headers
    spaced = json.dumps({"cases": [dict(reversed(case.items())) for case in SOME]}, indent=2)
    json_headers = {"Content-Type": "application/json", **KEY}
    for again in (
        await send(served.client, SOME, "once"),
        await served.client.post(BATCH, content=spaced, headers=json_headers),
        await send_lines(served.client, ndjson(SOME), KEY),
    ):
        assert (again.status_code, again.content) == (200, first.content)
        assert again.headers["idempotency-replayed"] == "true"
    assert await served.ids() == ids_of(first)
    other = await send(served.client, SOME, "twice")
    assert "idempotency-replayed" not in other.headers
    assert not set(ids_of(other)) & set(ids_of(first))


async def test_lines_that_are_no_json_are_the_same_if_their_bytes_are(served: Served) -> None:
    lines = ndjson([small(0)]) + b'{"half": \n'
    first = await send_lines(served.client, lines, KEY)
    assert statuses(first) == [201, 422]
    again = await send_lines(served.client, lines.replace(b"\n", b" \r\n\r\n"), KEY)
    assert again.content == first.content
    other = await send_lines(served.client, lines.replace(b"half", b"harf"), KEY)
    assert_problem(other, 422, "idempotency-key-reused")


async def test_another_batch_with_the_key_is_refused(served: Served) -> None:
    first = await send(served.client, SOME, "once")
    for other in (SOME[:-1], SOME[::-1], [*SOME, small(9)], [refused()], SOME[:1]):
        assert_problem(await send(served.client, other, "once"), 422, "idempotency-key-reused")
    assert await served.ids() == ids_of(first)


async def test_one_case_is_another_body_than_a_batch_of_it(served: Served) -> None:
    async def alone(key: str) -> httpx.Response:
        headers = {"Idempotency-Key": key}
        return await served.client.post("/v1/assessments", json=small(), headers=headers)

    assert (await alone("single")).status_code == 201
    assert_problem(await send(served.client, [small()], "single"), 422, "idempotency-key-reused")
    assert statuses(await send(served.client, [small()], "batch")) == [201]
    assert_problem(await alone("batch"), 422, "idempotency-key-reused")
    assert len(await served.ids()) == 2


@pytest.mark.parametrize("key", ["", "a b", "x" * 256, "é"])
async def test_a_key_is_visible_ascii(served: Served, key: str) -> None:
    answer = await served.client.post(BATCH, json=SOME, headers={b"Idempotency-Key": key.encode()})
    assert_problem(answer, 422, "invalid-request")
    assert {pointer for pointer, _ in errors_of(answer)} == {"/header/Idempotency-Key"}
    assert await served.ids() == []


async def test_the_longest_key_is_good_and_two_are_refused(served: Served) -> None:
    first = await send(served.client, SOME, "x" * 255)
    assert (await send(served.client, SOME, "x" * 255)).content == first.content
    two = [("Idempotency-Key", "one"), ("Idempotency-Key", "two")]
    answer = await served.client.post(BATCH, json=SOME, headers=two)
    assert errors_of(answer) == {("/header/Idempotency-Key", "repeated-parameter")}
    assert await served.ids() == ids_of(first)


async def test_a_batch_of_which_nothing_is_stored_does_not_use_up_the_key(served: Served) -> None:
    assert statuses(await send(served.client, [refused(), contradicting()], "once")) == [422, 422]
    answer = await send(served.client, SOME, "once")
    assert "idempotency-replayed" not in answer.headers
    assert await served.ids() == ids_of(answer)


async def test_of_many_at_once_each_case_is_stored_once(served: Served) -> None:
    cases = [small(number) for number in range(STORED_AT_ONCE + 10)]
    answers = await asyncio.gather(*(send(served.client, cases, "once") for _ in range(4)))
    assert {answer.content for answer in answers} == {answers[0].content}
    assert [line["status"] for line in lines_of(answers[0])] == [201] * len(cases)
    assert sorted(await served.ids()) == sorted(ids_of(answers[0]))
    assert len(await served.ids()) == len(cases)
    replayed = ["idempotency-replayed" in answer.headers for answer in answers]
    assert sorted(replayed) == [False, True, True, True]


async def test_of_many_bodies_at_once_one_is_stored(served: Served) -> None:
    bodies = [[small(10 * number + each) for each in range(5)] for number in range(6)]
    answers = await asyncio.gather(*(send(served.client, body, "once") for body in bodies))
    (made,) = [answer for answer in answers if '"status":201' in answer.text]
    assert await served.ids() == ids_of(made)
    for answer in answers:
        if answer is not made:
            assert_problem(answer, 422, "idempotency-key-reused")


async def test_the_trail_tells_of_each_that_is_stored(served: Served) -> None:
    cases = [small(n) if n % 3 else refused(n) for n in range(STORED_AT_ONCE + 10)]
    first = await send(served.client, cases, "once")
    await send(served.client, cases, "once")
    assert await served.events() == [("assessment.created", each) for each in ids_of(first)]
    assert await served.ids() == ids_of(first)


async def test_erasing_a_patient_erases_of_a_batch_what_is_theirs(served: Served) -> None:
    cases = [small(number % 3) for number in range(9)]
    first = lines_of(await send(served.client, cases, "once"))
    assert (await served.client.delete("/v1/patients/p-1")).status_code == 204
    theirs = {line["assessment"]["id"] for line in first[1::3]}
    assert set(await served.ids()) == {line["assessment"]["id"] for line in first} - theirs
    async with served.engine.connect() as connection:
        keys = set((await connection.execute(text("SELECT key FROM replays"))).scalars())
    assert keys == {"once", *(f"once {place}" for place in (0, 2, 3, 5, 6, 8))}
    again = lines_of(await send(served.client, cases, "once"))
    for place in range(9):
        is_new = again[place] != first[place]
        assert is_new == (place % 3 == 1)
        assert again[place]["assessment"]["id"] not in theirs
    assert len(await served.ids()) == 9


async def test_when_all_is_erased_the_key_is_free(served: Served) -> None:
    cases = [small(0) for _ in range(3)]
    await send(served.client, cases, "once")
    await served.client.delete("/v1/patients/p-0")
    other = await send(served.client, [small(1)], "once")
    assert "idempotency-replayed" not in other.headers
    assert await served.ids() == ids_of(other)


@pytest.mark.parametrize("key", [None, "once"])
async def test_without_storage_the_whole_is_refused(served: Served, key: str | None) -> None:
    for table in ("assessments", "audit_events"):
        async with served.engine.begin() as connection:
            await connection.execute(text(f"ALTER TABLE {table} RENAME TO away"))
        answer = await send(served.client, SOME, key)
        assert_problem(answer, 503, "storage-unavailable")
        assert answer.headers["retry-after"] == "1"
        async with served.engine.begin() as connection:
            await connection.execute(text(f"ALTER TABLE away RENAME TO {table}"))
        assert await served.ids() == []
    answer = await send(served.client, SOME, key)
    assert "idempotency-replayed" not in answer.headers
    assert await served.ids() == ids_of(answer)


@pytest.mark.parametrize("groups", [0, 1, 2])
async def test_storage_that_fails_later_fails_the_rest_and_a_retry_completes_it(
    served: Served, groups: int
) -> None:
    count = 2 * STORED_AT_ONCE + 7
    cases = [refused(n) if n % 10 == 9 else small(n) for n in range(count)]
    served.storage.breaking(after=1 + groups)  # the first unit looks for the key
    broken = await send(served.client, cases, "once")
    if groups == 0:
        assert_problem(broken, 503, "storage-unavailable")
        before = []
    else:
        kept = groups * STORED_AT_ONCE
        assert statuses(broken) == [
            422 if n % 10 == 9 else 201 if n < kept else 503 for n in range(count)
        ]
        for line in lines_of(broken):
            if line["status"] == 503:
                assert line["problem"]["code"] == "storage-unavailable"
                assert set(line["problem"]) == {"type", "title", "status", "detail", "code"}
        before = ids_of(broken)
    assert await served.ids() == before
    served.storage.breaking(after=None)
    again = await send_lines(served.client, ndjson(cases), KEY)
    assert again.headers.get("idempotency-replayed") == ("true" if groups else None)
    assert statuses(again) == [422 if n % 10 == 9 else 201 for n in range(count)]
    assert ids_of(again)[: len(before)] == before
    assert await served.ids() == ids_of(again)
    assert (await send(served.client, cases, "once")).content == again.content
