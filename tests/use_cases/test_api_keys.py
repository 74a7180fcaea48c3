"""API keys: who holds one, how long it is good, and what the trail keeps of it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest

from app.api.dependencies import make_secret
from app.domain.errors import ApiKeyNotFoundError, StorageUnavailableError
from app.use_cases.api_keys import (
    caller_with,
    digest,
    issue_key,
    revoke_key,
    rotate_key,
    tenants_of,
)
from app.use_cases.caller import SCOPES, Caller
from app.use_cases.ports import ApiKey, Repositories, UnitOfWork
from tests.memory import memory_unit_of_work

NOW: Final = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECOND: Final = timedelta(seconds=1)
KEY: Final = ApiKey(
    id="k-1",
    tenant_id="acme",
    name="nightly",
    secret_sha256=digest("secret"),
    scopes=frozenset(("evaluate",)),
    created_at=NOW - timedelta(days=10),
)


async def issued(key: ApiKey = KEY) -> UnitOfWork:
    unit_of_work = memory_unit_of_work()
    await issue_key(key, unit_of_work=unit_of_work)
    return unit_of_work


async def kept(unit_of_work: UnitOfWork, key_id: str = "k-1") -> ApiKey:
    async with unit_of_work("acme") as repositories:
        return await repositories.keys.get(key_id)


async def test_a_key_says_who_calls() -> None:
    unit_of_work = await issued()
    caller = await caller_with("secret", now=NOW, unit_of_work=unit_of_work)
    assert caller == Caller("acme", "k-1", frozenset(("evaluate",)))
    for other in ("", "secre", "Secret", digest("secret")):
        assert await caller_with(other, now=NOW, unit_of_work=unit_of_work) is None


async def test_a_key_is_good_until_the_moment_it_ends() -> None:
    unit_of_work = await issued(replace(KEY, expires_at=NOW))
    assert await caller_with("secret", now=NOW - SECOND, unit_of_work=unit_of_work)
    assert await caller_with("secret", now=NOW, unit_of_work=unit_of_work) is None


async def test_its_use_is_noted_once_a_minute() -> None:
    unit_of_work = await issued()
    minute = timedelta(minutes=1)
    for at, noted in ((NOW, NOW), (NOW + minute - SECOND, NOW), (NOW + minute, NOW + minute)):
        await caller_with("secret", now=at, unit_of_work=unit_of_work)
        assert (await kept(unit_of_work)).last_used_at == noted


async def test_reading_goes_on_where_nothing_can_be_written() -> None:
    memory = await issued()

    @asynccontextmanager
    async def full(tenant_id: str) -> AsyncGenerator[Repositories]:
        async with memory(tenant_id) as repositories:
            yield repositories
            if tenant_id == "acme":  # where the use would be noted
                raise StorageUnavailableError("the disk is full")

    assert await caller_with("secret", now=NOW, unit_of_work=full)
    assert (await kept(memory)).last_used_at is None


async def test_a_revoked_key_is_refused_for_good() -> None:
    unit_of_work = await issued()
    for at in (NOW, NOW + SECOND):
        await revoke_key("k-1", now=at, unit_of_work=unit_of_work)
    assert await caller_with("secret", now=NOW, unit_of_work=unit_of_work) is None
    assert (await kept(unit_of_work)).revoked_at == NOW
    with pytest.raises(ApiKeyNotFoundError):
        await revoke_key("k-2", now=NOW, unit_of_work=unit_of_work)


async def rotated(unit_of_work: UnitOfWork, grace: timedelta) -> ApiKey:
    successor = await rotate_key(
        "k-1",
        grace=grace,
        now=NOW,
        new_id=lambda: "k-2",
        new_secret=lambda: "new secret",
        unit_of_work=unit_of_work,
    )
    assert successor.secret == "new secret"
    return successor.key


async def test_a_successor_has_the_same_rights_and_the_old_key_a_grace() -> None:
    unit_of_work = await issued(replace(KEY, expires_at=NOW + timedelta(days=20)))
    new = await rotated(unit_of_work, timedelta(hours=2))
    assert (new.tenant_id, new.name, new.scopes) == (KEY.tenant_id, KEY.name, KEY.scopes)
    assert new.expires_at == NOW + timedelta(days=30)  # as long as the old one was given
    assert (await kept(unit_of_work)).expires_at == NOW + timedelta(hours=2)
    late = NOW + timedelta(hours=2)
    assert await caller_with("secret", now=late - SECOND, unit_of_work=unit_of_work)
    assert await caller_with("secret", now=late, unit_of_work=unit_of_work) is None
    assert await caller_with("new secret", now=late, unit_of_work=unit_of_work)


async def test_a_grace_makes_no_key_live_longer() -> None:
    unit_of_work = await issued(replace(KEY, expires_at=NOW + SECOND))
    await rotated(unit_of_work, timedelta(hours=2))
    assert (await kept(unit_of_work)).expires_at == NOW + SECOND


async def test_a_key_without_an_end_has_a_successor_without() -> None:
    unit_of_work = await issued()
    assert (await rotated(unit_of_work, timedelta())).expires_at is None
    assert await caller_with("secret", now=NOW, unit_of_work=unit_of_work) is None


@pytest.mark.parametrize("ended", [replace(KEY, revoked_at=NOW), replace(KEY, expires_at=NOW)])
async def test_an_ended_key_has_no_successor(ended: ApiKey) -> None:
    unit_of_work = await issued(ended)
    with pytest.raises(ApiKeyNotFoundError):
        await rotated(unit_of_work, timedelta())


async def test_tenants_are_those_that_ever_had_a_key() -> None:
    unit_of_work = await issued(replace(KEY, revoked_at=NOW))
    assert await tenants_of(unit_of_work) == ("acme", "local")
    assert await tenants_of(memory_unit_of_work()) == ("local",)


async def test_what_is_done_with_keys_is_in_the_tenant_s_trail() -> None:
    unit_of_work = await issued()
    await rotated(unit_of_work, timedelta())
    await revoke_key("k-2", now=NOW, unit_of_work=unit_of_work)
    async with unit_of_work("acme") as repositories:
        assert await repositories.audit.first_broken() is None


def test_admin_may_do_everything_and_others_what_they_were_given() -> None:
    admin = Caller("acme", "k", frozenset(("admin",)))
    reader = Caller("acme", "k", frozenset(("assessments:read",)))
    assert all(admin.may(scope) for scope in SCOPES)
    assert [scope for scope in SCOPES if reader.may(scope)] == ["assessments:read"]


def test_a_secret_is_long_and_never_the_same() -> None:
    secrets = {make_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {(secret[:3], len(secret)) for secret in secrets} == {("lk_", 46)}
