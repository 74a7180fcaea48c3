"""Bodies that mean harm, or that two parsers would read differently: refused, never a 5xx."""

import io
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any, Final

import httpx
import pytest
from fastapi import FastAPI

from app.api.schemas.examples import CASE_EXAMPLES
from app.api.strict_route import LARGEST_BODY
from tests.api.hostile_bodies import INVALID, MALFORMED
from tests.api.test_problems import CANARY, assert_problem, errors_of

TARGETS: Final = (
    "/v1/findings",
    "/v1/projections",
    "/v1/dosing-windows",
    "/v1/assessments",
)
JSON: Final = {"content-type": "application/json"}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", MALFORMED)
async def test_what_is_not_plainly_json_is_refused(
    client: httpx.AsyncClient, target: str, name: str
) -> None:
    content, pointer, code = MALFORMED[name]
    response = await client.post(target, content=content, headers=JSON)
    assert_problem(response, 422, "malformed-json")
    assert errors_of(response) == {(pointer, code)}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", INVALID)
async def test_what_is_no_case_is_refused_at_its_place(
    client: httpx.AsyncClient, target: str, name: str
) -> None:
    content, pointer, code = INVALID[name]
    response = await client.post(target, content=content, headers=JSON)
    assert_problem(response, 422, "invalid-request")
    assert (pointer, code) in errors_of(response)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": ""},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "multipart/form-data; boundary=x"},
        {"content-type": "application/problem+json"},
        {"content-type": "application/json-patch+json"},
        {"content-type": "application/jsonp"},
        {"content-type": "application/json, text/plain"},
        {"content-type": "application/json; charset=latin-1"},
        {"content-type": "application/json; charset=utf-16"},
        JSON | {"content-encoding": "gzip"},
        JSON | {"content-encoding": "br"},
        JSON | {"content-encoding": "identity, gzip"},
    ],
)
async def test_another_kind_of_body_is_not_read(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    response = await client.post("/v1/findings", content=b"{}", headers=headers)
    assert_problem(response, 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "headers",
    [
        JSON,
        {"content-type": "Application/JSON"},
        {"content-type": "application/json;charset=UTF-8"},
        {"content-type": 'application/json ; charset="utf-8"'},
        {"content-type": "application/json; version=1"},
        JSON | {"content-encoding": "identity"},
    ],
)
async def test_json_under_its_other_spellings_is_read(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    response = await client.post("/v1/findings", content=b" {}\r\n", headers=headers)
    assert response.status_code == 200, response.text


async def test_pairs_of_surrogates_and_escapes_are_read(client: httpx.AsyncClient) -> None:
    response = await client.post(
        "/v1/findings", content=b'{"\\u0061s_of": "2026-06-01"}', headers=JSON
    )
    assert response.status_code == 200, response.text
    emoji = b'{"\\ud83d\\ude00": 1}'
    response = await client.post("/v1/findings", content=emoji, headers=JSON)
    assert errors_of(response) == {("/\N{GRINNING FACE}", "unknown-field")}


def padded(size: int) -> bytes:
    return b"{" + b" " * (size - 2) + b"}"


async def in_parts(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 10_000):
        yield content[start : start + 10_000]


async def test_a_body_of_just_the_limit_is_read(client: httpx.AsyncClient) -> None:
    for content in (padded(LARGEST_BODY), in_parts(padded(LARGEST_BODY))):
        response = await client.post("/v1/findings", content=content, headers=JSON)
        assert response.status_code == 200, response.text


async def test_a_byte_more_is_refused_chunked_or_not(client: httpx.AsyncClient) -> None:
    for content in (padded(LARGEST_BODY + 1), in_parts(padded(LARGEST_BODY + 1))):
        response = await client.post("/v1/findings", content=content, headers=JSON)
        assert_problem(response, 413, "content-too-large")


async def test_no_more_is_read_than_shows_that_it_is_too_much(client: httpx.AsyncClient) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 10_000
            yield b" " * 10_000

    response = await client.post("/v1/findings", content=endless(), headers=JSON)
    assert_problem(response, 413, "content-too-large")
    assert sent <= LARGEST_BODY + 20_000


@pytest.mark.parametrize("declared", ["262145", "9" * 30, "9" * 5000])
async def test_a_declared_length_is_believed(client: httpx.AsyncClient, declared: str) -> None:
    headers = JSON | {"content-length": declared}
    response = await client.post("/v1/findings", content=b"{}", headers=headers)
    assert_problem(response, 413, "content-too-large")


def _leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    match value:
        case dict():
            for name, inner in value.items():
                yield from _leaves(inner, (*path, name))
        case list():
            for index, inner in enumerate(value):
                yield from _leaves(inner, (*path, index))
        case _:
            yield path


def _with(value: Any, path: tuple[str | int, ...], leaf: object) -> Any:  # noqa: ANN401 - JSON
    copy = json.loads(json.dumps(value))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = leaf
    return copy


FULL_CASE: Final = next(iter(CASE_EXAMPLES.values()))["value"]
NUMBER: Final = 918273645.5463728


async def test_a_value_in_a_bad_field_is_never_repeated_nor_logged(
    client: httpx.AsyncClient, log: io.StringIO
) -> None:
    places = list(_leaves(FULL_CASE))
    assert len(places) > 50
    for place in places:
        for leaf in (CANARY, f"{CANARY}\n", [CANARY], {CANARY[:6]: CANARY}, NUMBER, -NUMBER):
            response = await client.post("/v1/findings", json=_with(FULL_CASE, place, leaf))
            assert response.status_code in (200, 422), (place, leaf)
            if response.status_code == 422:
                assert CANARY not in response.text, place
                assert "918273645" not in response.text, place
    assert CANARY not in log.getvalue()
    assert "918273645" not in log.getvalue()


@pytest.mark.parametrize("name", MALFORMED)
async def test_nothing_of_a_malformed_body_is_repeated_nor_logged(
    client: httpx.AsyncClient, log: io.StringIO, name: str
) -> None:
    for content in (MALFORMED[name][0] + CANARY.encode(), CANARY.encode() + MALFORMED[name][0]):
        response = await client.post("/v1/findings", content=content, headers=JSON)
        assert response.status_code == 422
        assert CANARY not in response.text
    assert CANARY not in log.getvalue()


def test_there_are_more_than_sixty_hostile_bodies(app: FastAPI) -> None:
    assert app.routes
    assert len(MALFORMED) + len(INVALID) >= 60
