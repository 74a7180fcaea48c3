"""Idempotency-Key: sent twice, stored once, on both databases."""

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of
from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem, errors_of


@pytest.fixture
async def stored(database_url: str) -> AsyncGenerator[httpx.AsyncClient]:
    app = create_app(Settings(database_url=database_url))
    async with app.router.lifespan_context(app), client_of(app) as client:
        yield client


async def _post(client: httpx.AsyncClient, key: str, **changes: Any) -> httpx.Response:  # noqa: ANN401 - JSON
    return await client.post(
        "/v1/assessments", json=example(**changes), headers={"Idempotency-Key": key}
    )


async def _ids(client: httpx.AsyncClient) -> list[str]:
    items = (await client.get("/v1/assessments?limit=200")).json()["items"]
    return [item["id"] for item in items]


async def test_sent_again_it_gets_the_first_answer(stored: httpx.AsyncClient) -> None:
    first = await _post(stored, "once")
    assert "idempotency-replayed" not in first.headers
    again = await _post(stored, "once")
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert again.headers["idempotency-replayed"] == "true"
    assert await _ids(stored) == [first.json()["id"]]
    assert (await _post(stored, "twice")).json()["id"] != first.json()["id"]


async def test_spaces_and_order_make_no_other_body(stored: httpx.AsyncClient) -> None:
    case = example()
    bodies = (json.dumps(case), json.dumps(dict(reversed(case.items())), indent=3))
    headers = {"Idempotency-Key": "once", "Content-Type": "application/json"}
    first, again = [
        await stored.post("/v1/assessments", content=body, headers=headers) for body in bodies
    ]
    assert again.content == first.content


async def test_another_body_is_refused(stored: httpx.AsyncClient) -> None:
    first = await _post(stored, "once")
    other = await _post(stored, "once", patient_ref="p-2")
    assert_problem(other, 422, "idempotency-key-reused")
    assert [error["pointer"] for error in other.json()["errors"]] == ["/header/Idempotency-Key"]
    assert await _ids(stored) == [first.json()["id"]]


async def test_a_refused_request_does_not_use_up_the_key(stored: httpx.AsyncClient) -> None:
    assert (await _post(stored, "once", patient_ref="not a pseudonym")).status_code == 422
    assert (await _post(stored, "once")).status_code == 201


@pytest.mark.parametrize("place", ["{location}", "/v1/patients/p-1042"])
async def test_erasure_frees_the_key(stored: httpx.AsyncClient, place: str) -> None:
    first = await _post(stored, "once")
    erased = await stored.delete(place.format(location=first.headers["location"]))
    assert erased.status_code == 204
    again = await _post(stored, "once", patient_ref="p-2")
    assert again.status_code == 201
    assert await _ids(stored) == [again.json()["id"]]


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "\t", "\x7f", "é"])
async def test_a_key_is_visible_ascii(client: httpx.AsyncClient, key: str) -> None:
    headers = {b"Idempotency-Key": key.encode()}
    response = await client.post("/v1/assessments", json=example(), headers=headers)
    assert_problem(response, 422, "invalid-request")
    assert {pointer for pointer, _ in errors_of(response)} == {"/header/Idempotency-Key"}


@pytest.mark.parametrize("key", ["x", "x" * 255, '"quoted"', "!~"])
@pytest.mark.slow
async def test_both_ends_of_a_key_are_good(stored: httpx.AsyncClient, key: str) -> None:
    assert (await _post(stored, key)).status_code == 201


async def test_two_keys_are_refused(stored: httpx.AsyncClient) -> None:
    headers = [("Idempotency-Key", "one"), ("Idempotency-Key", "two")]
    response = await stored.post("/v1/assessments", json=example(), headers=headers)
    assert errors_of(response) == {("/header/Idempotency-Key", "repeated-parameter")}


async def test_of_many_at_once_one_is_stored(stored: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(_post(stored, "once") for _ in range(16)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("idempotency-replayed" not in answer.headers for answer in answers) == 1
    assert await _ids(stored) == [answers[0].json()["id"]]


async def test_of_many_bodies_at_once_one_is_stored(stored: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(
        *(_post(stored, "once", patient_ref=f"p-{number}") for number in range(12))
    )
    made = [answer for answer in answers if answer.status_code == 201]
    assert len(made) == 1
    for answer in answers:
        if answer is not made[0]:
            assert_problem(answer, 422, "idempotency-key-reused")
    assert await _ids(stored) == [made[0].json()["id"]]
