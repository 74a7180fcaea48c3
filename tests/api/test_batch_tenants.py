"""Batches and exports of two tenants in one service, and what a key must be good for."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.caller import SCOPES
from tests.api.batches import BATCH, EXPORT, exported, ids_of, send, small, statuses
from tests.api.keyed import Keyed, keyed
from tests.api.test_problems import assert_problem
from tests.memory import memory_unit_of_work

CASES = [small(number) for number in range(3)]


@dataclass(frozen=True, slots=True)
class Two:
    service: Keyed
    acme: httpx.AsyncClient
    other: httpx.AsyncClient

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
        yield Two(service, acme, other)


async def test_a_key_of_a_batch_is_the_tenant_s_own(two: Two) -> None:
    mine = await send(two.acme, CASES, "once")
    theirs = await send(two.other, CASES[:2], "once")
    assert (statuses(mine), statuses(theirs)) == ([201] * 3, [201] * 2)
    assert "idempotency-replayed" not in theirs.headers
    assert not set(ids_of(mine)) & set(ids_of(theirs))
    assert (await send(two.acme, CASES, "once")).content == mine.content
    assert (await send(two.other, CASES[:2], "once")).content == theirs.content
    for tenant in ("acme", "other"):
        assert await two.first_broken(tenant) is None


async def test_nothing_of_a_batch_is_seen_by_another(two: Two) -> None:
    (mine, *_) = ids_of(await send(two.acme, CASES))
    assert_problem(await two.other.get(f"/v1/assessments/{mine}"), 404, "assessment-not-found")
    assert (await two.other.get("/v1/assessments")).json()["items"] == []
    for query in ({}, {"patient_ref": "p-1"}):
        assert exported(await two.other.get(EXPORT, params=query)) == []
    assert len(exported(await two.acme.get(EXPORT))) == 3


async def test_a_patient_is_erased_from_a_tenant_s_own_batch_only(two: Two) -> None:
    for client in (two.acme, two.other):
        await send(client, CASES, "once")
    assert (await two.acme.delete("/v1/patients/p-1")).status_code == 204
    assert len(exported(await two.acme.get(EXPORT))) == 2
    theirs = exported(await two.other.get(EXPORT))
    assert len(theirs) == 3
    again = await send(two.other, CASES, "once")
    assert ids_of(again)[::-1] == [json.loads(each)["id"] for each in theirs]


@pytest.fixture
def service() -> Keyed:
    return keyed(memory_unit_of_work())


@pytest.mark.parametrize("scope", SCOPES)
async def test_each_asks_for_its_scope(service: Keyed, scope: str) -> None:
    async with service.client(await service.secret("acme", scope)) as client:
        made, told = await send(client, CASES), await client.get(EXPORT)
    for answer, needed in ((made, "assessments:write"), (told, "assessments:read")):
        if scope in {needed, "admin"}:
            assert answer.status_code == 200
        else:
            assert_problem(answer, 403, "insufficient-scope")
            assert needed in answer.headers["www-authenticate"]


async def test_nobody_is_served_without_a_key(service: Keyed) -> None:
    async with service.client() as client:
        assert_problem(await send(client, CASES), 401, "authentication-required")
        assert_problem(await client.get(EXPORT), 401, "authentication-required")


async def test_a_body_is_not_read_for_those_who_may_not_store(service: Keyed) -> None:
    async with service.client(await service.secret("acme", "assessments:read")) as client:
        answer = await client.post(BATCH, content=b"not json", headers={"Content-Type": "x"})
        assert_problem(answer, 403, "insufficient-scope")
