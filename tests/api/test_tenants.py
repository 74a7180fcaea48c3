"""Two tenants in one service: each is alone in it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.api.dependencies import make_id
from app.main import create_app
from app.persistence.unit_of_work import sql_unit_of_work
from app.settings import Settings
from tests.api.keyed import Keyed, keyed, without_id
from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem

OF_ONE: Final = [
    (method.upper(), path)
    for path, methods in create_app(Settings()).openapi()["paths"].items()
    for method in methods
    if "{assessment_id}" in path
]


@dataclass(frozen=True, slots=True)
class Two:
    service: Keyed
    engine: AsyncEngine
    acme: httpx.AsyncClient
    other: httpx.AsyncClient

    async def trail(self, tenant: str) -> list[tuple[str, str | None, int | None]]:
        query = text(
            "SELECT action, subject, row_count FROM audit_events "
            "WHERE tenant_id = :tenant AND action NOT LIKE 'key.%' ORDER BY seq"
        )
        async with self.engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(query, {"tenant": tenant})]

    async def first_broken(self, tenant: str) -> int | None:
        async with self.service.unit_of_work(tenant) as repositories:
            return await repositories.audit.first_broken()


@pytest.fixture
async def two(engine: AsyncEngine) -> AsyncGenerator[Two]:
    service = keyed(sql_unit_of_work(engine))
    async with (
        service.client(await service.secret("acme")) as acme,
        service.client(await service.secret("other")) as other,
    ):
        yield Two(service, engine, acme, other)


async def _made(client: httpx.AsyncClient, **headers: str) -> dict[str, Any]:
    made = await client.post("/v1/assessments", json=example(), headers=headers)
    assert made.status_code == 201, made.text
    answer: dict[str, Any] = made.json()
    return answer


def test_there_are_routes_to_try() -> None:
    assert ("GET", "/v1/assessments/{assessment_id}") in OF_ONE
    assert ("DELETE", "/v1/assessments/{assessment_id}") in OF_ONE


@pytest.mark.parametrize(("method", "path"), OF_ONE)
async def test_another_s_id_is_answered_as_one_that_nobody_has(
    two: Two, method: str, path: str
) -> None:
    theirs, nobodys = (await _made(two.acme))["id"], make_id()
    answers = [
        await two.other.request(method, path.replace("{assessment_id}", identifier))
        for identifier in (theirs, nobodys)
    ]
    for answer in answers:
        assert_problem(answer, 404, "assessment-not-found")
    assert without_id(answers[0]) == without_id(answers[1])
    kept = [{**each.headers, "x-request-id": ""} for each in answers]
    assert kept[0] == kept[1]
    assert (await two.acme.get(f"/v1/assessments/{theirs}")).status_code == 200
    assert await two.trail("other") == [
        ("assessment.refused", theirs, None),
        ("assessment.refused", nobodys, None),
    ]
    assert await two.first_broken("other") is None


async def test_a_list_holds_the_tenant_s_own(two: Two) -> None:
    mine, theirs = await _made(two.acme), await _made(two.other)
    for client, own in ((two.acme, mine), (two.other, theirs)):
        for query in ({}, {"patient_ref": "p-1042"}):
            items = (await client.get("/v1/assessments", params=query)).json()["items"]
            assert [item["id"] for item in items] == [own["id"]]


async def test_a_cursor_of_another_is_as_good_as_a_made_up_one(two: Two) -> None:
    for _ in range(3):
        await _made(two.acme)
    cursor = (await two.acme.get("/v1/assessments?limit=1")).json()["next_cursor"]
    found = await two.other.get("/v1/assessments", params={"cursor": cursor})
    assert_problem(found, 422, "invalid-cursor")


async def test_an_idempotency_key_is_the_tenant_s_own(two: Two) -> None:
    key = {"Idempotency-Key": "the-same"}
    mine, theirs = await _made(two.acme, **key), await _made(two.other, **key)
    assert mine["id"] != theirs["id"]
    assert (await _made(two.other, **key))["id"] == theirs["id"]


async def test_a_patient_is_erased_of_one_tenant_only(two: Two) -> None:
    mine, theirs = await _made(two.acme), await _made(two.other)
    assert (await two.acme.delete("/v1/patients/p-1042")).status_code == 204
    assert (await two.acme.get(f"/v1/assessments/{mine['id']}")).status_code == 404
    assert (await two.other.get(f"/v1/assessments/{theirs['id']}")).status_code == 200
    assert (await two.trail("acme"))[-3:] == [
        ("assessment.erased", mine["id"], None),
        ("patient.erased", None, 1),
        ("assessment.refused", mine["id"], None),
    ]
    assert await two.trail("other") == [("assessment.created", theirs["id"], None)]
