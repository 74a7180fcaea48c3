"""Access by keys: nobody in without one, and nobody further than its scopes."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import httpx
import pytest
from fastapi.routing import iter_route_contexts

from app.api.dependencies import make_secret
from app.domain.errors import StorageUnavailableError
from app.main import create_app
from app.settings import Settings
from app.use_cases.caller import SCOPES
from tests.api.conftest import client_of, failing_unit_of_work
from tests.api.keyed import Keyed, keyed, without_id
from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem
from tests.memory import memory_unit_of_work

OPEN: Final = {"/livez", "/readyz"}
NOW: Final = datetime.now(UTC)  # noqa: TID251 - the service reads its own clock


def _operations() -> list[tuple[str, str, tuple[str, ...] | None]]:
    """Method, path and the scopes that are documented, None where no key is asked for."""
    paths: dict[str, dict[str, Any]] = create_app(Settings()).openapi()["paths"]
    return [
        (method.upper(), path, _scopes(operation))
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]


def _scopes(operation: dict[str, Any]) -> tuple[str, ...] | None:
    if "security" not in operation:
        return None
    [asked] = [each["ApiKey"] for each in operation["security"] if each]
    return tuple(asked)


OPERATIONS: Final = _operations()
GUARDED: Final = [each for each in OPERATIONS if each[2] is not None]


@pytest.fixture
def service() -> Keyed:
    return keyed(memory_unit_of_work())


@pytest.fixture
async def anyone(service: Keyed) -> AsyncGenerator[httpx.AsyncClient]:
    async with service.from_elsewhere() as client:
        yield client


def _bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_every_operation_but_health_asks_for_a_key() -> None:
    assert {path for _, path, scopes in OPERATIONS if scopes is None} == OPEN
    assert len(GUARDED) > 15


def test_every_route_that_is_not_documented_is_a_page_of_the_documentation(service: Keyed) -> None:
    shown = {path for _, path, _ in OPERATIONS}
    hidden = {each.path_format for each in iter_route_contexts(service.app.routes)} - shown
    assert {str(path).split("/")[1] for path in hidden} == {"docs", "openapi.json"}


@pytest.mark.parametrize(("method", "path", "_scopes"), GUARDED)
async def test_without_a_key_nothing_is_answered(
    anyone: httpx.AsyncClient, method: str, path: str, _scopes: tuple[str, ...]
) -> None:
    response = await anyone.request(method, path, content=b"not even JSON")
    assert_problem(response, 401, "authentication-required")
    assert response.headers["www-authenticate"] == "Bearer"


async def test_what_is_not_there_is_not_told_without_a_key(anyone: httpx.AsyncClient) -> None:
    for path in ("/v1", "/v1/", "/v1/nowhere"):
        assert_problem(await anyone.get(path), 401, "authentication-required")
    assert_problem(await anyone.put("/v1/findings"), 401, "authentication-required")


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/docs", "/openapi.json"])
async def test_health_and_documentation_are_open(anyone: httpx.AsyncClient, path: str) -> None:
    assert (await anyone.get(path)).status_code == 200


async def test_every_key_that_is_not_good_gets_the_same_answer(
    service: Keyed, anyone: httpx.AsyncClient
) -> None:
    good = await service.secret()
    ended = {
        "revoked": await service.secret(ends={"revoked_at": NOW}),
        "expired": await service.secret(ends={"expires_at": NOW - timedelta(seconds=1)}),
    }
    offers: list[list[tuple[str, str]]] = [
        [],
        *([("Authorization", f"Bearer {secret}")] for secret in ended.values()),
        [("Authorization", f"Bearer {make_secret()}")],
        [("Authorization", "Bearer")],
        [("Authorization", f"Bearer {good} {good}")],
        [("Authorization", f"Bearer {good[:-1]}")],
        [("Authorization", f"Bearer {good.upper()}")],
        [("Authorization", f"Basic {good}")],
        [("Authorization", good)],
        [("Authorization", f"Bearer {good}"), ("Authorization", f"Bearer {good}")],
        [("Authorization", "Bearer x"), ("X-API-Key", good)],
        [("X-API-Key", good), ("X-API-Key", good)],
        [("X-API-Key", "")],
        [("Cookie", f"key={good}")],
    ]
    answers = [await anyone.get("/v1/rules", headers=offer) for offer in offers]
    assert {answer.status_code for answer in answers} == {401}
    assert len({str(without_id(answer)) for answer in answers}) == 1
    assert (await anyone.get(f"/v1/rules?key={good}")).status_code == 401


async def test_a_good_key_is_taken_from_either_header(
    service: Keyed, anyone: httpx.AsyncClient
) -> None:
    good = await service.secret(ends={"expires_at": NOW + timedelta(hours=1)})
    headers: dict[str, str]
    for headers in (
        {"Authorization": f"Bearer {good}"},
        {"authorization": f"bearer  {good}"},
        {"X-API-Key": good},
    ):
        assert (await anyone.get("/v1/rules", headers=headers)).status_code == 200


@pytest.mark.parametrize(("method", "path", "scopes"), GUARDED)
async def test_a_key_needs_the_documented_scope_and_no_other(
    service: Keyed, anyone: httpx.AsyncClient, method: str, path: str, scopes: tuple[str, ...]
) -> None:
    async def status(*held: str) -> int:
        secret = await service.secret("acme", *held)
        response = await anyone.request(method, path, headers=_bearer(secret), json={})
        if response.status_code == 403:
            assert_problem(response, 403, "insufficient-scope")
            assert f'scope="{scopes[0]}"' in response.headers["www-authenticate"]
        return response.status_code

    assert await status(*(scopes or ("evaluate",))) not in {401, 403}
    assert await status("admin") not in {401, 403}
    if scopes:
        assert await status(*set(SCOPES) - {*scopes, "admin"}) == 403


async def test_without_keys_asked_for_none_is_looked_at() -> None:
    app = create_app(Settings(), unit_of_work=memory_unit_of_work())
    async with client_of(app) as client:
        for headers in ({}, _bearer(make_secret()), {"X-API-Key": "?"}):
            answer = await client.post("/v1/assessments", json=example(), headers=headers)
            assert answer.status_code == 201


async def test_where_keys_cannot_be_looked_up_nobody_is_let_in() -> None:
    service = keyed(failing_unit_of_work(StorageUnavailableError("broken")))
    async with service.from_elsewhere() as client:
        response = await client.get("/v1/rules", headers=_bearer(make_secret()))
        assert_problem(response, 503, "storage-unavailable")
        assert int(response.headers["retry-after"]) > 0
        assert_problem(await client.get("/v1/rules"), 401, "authentication-required")


async def test_counts_are_read_by_an_admin(service: Keyed) -> None:
    some = _bearer(await service.secret())
    admin = _bearer(await service.secret("acme", "admin"))
    async with service.client() as here, service.from_elsewhere() as there:
        for client in (here, there):  # a proxy on the same machine calls from loopback too
            assert (await client.get("/metrics")).status_code == 401
            assert_problem(await client.get("/metrics", headers=some), 403, "insufficient-scope")
            assert (await client.get("/metrics", headers=admin)).status_code == 200


async def test_loopback_alone_opens_nothing(service: Keyed) -> None:
    async with service.client() as here:
        assert (await here.get("/v1/assessments")).status_code == 401
