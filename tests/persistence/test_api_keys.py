"""What every storage of API keys promises: memory, SQLite and PostgreSQL alike."""

from dataclasses import replace

import pytest

from app.domain.errors import ApiKeyNotFoundError, StorageUnavailableError
from app.use_cases.ports import LOCAL_TENANT, ApiKey, UnitOfWork
from tests.persistence.stored import NOON, OTHER_TENANT, at


def a_key(key_id: str, *, tenant: str = LOCAL_TENANT, created_us: int = 0) -> ApiKey:
    return ApiKey(
        id=key_id,
        tenant_id=tenant,
        name="Ward 3, größer",
        secret_sha256=f"hash of {key_id}",
        scopes=frozenset({"evaluate", "assessments:read"}),
        created_at=at(created_us),
    )


async def add(unit_of_work: UnitOfWork, *keys: ApiKey) -> None:
    async with unit_of_work(LOCAL_TENANT) as repositories:
        for key in keys:
            await repositories.keys.add(key)


async def put(unit_of_work: UnitOfWork, key: ApiKey) -> ApiKey:
    async with unit_of_work(LOCAL_TENANT) as repositories:
        await repositories.keys.replace(key)
    async with unit_of_work(LOCAL_TENANT) as repositories:
        return await repositories.keys.get(key.id)


async def test_a_key_is_found_by_secret_whoever_opened_the_unit(unit_of_work: UnitOfWork) -> None:
    full = replace(
        a_key("b", tenant=OTHER_TENANT, created_us=-1),
        scopes=frozenset(),
        expires_at=at(5),
        revoked_at=at(3),
        last_used_at=at(2),
    )
    await add(unit_of_work, a_key("a"), full)
    for tenant in (LOCAL_TENANT, OTHER_TENANT, "nobody"):
        async with unit_of_work(tenant) as repositories:
            keys = repositories.keys
            assert await keys.by_secret("hash of a") == await keys.get("a") == a_key("a")
            assert await keys.by_secret("hash of b") == await keys.get("b") == full
            assert await keys.all() == (full, a_key("a"))


@pytest.mark.parametrize("unknown", ["", "c", "A", "a\0", "\ud800", "é", "hash of %"])
@pytest.mark.slow
async def test_an_unknown_key_is_not_found(unit_of_work: UnitOfWork, unknown: str) -> None:
    await add(unit_of_work, a_key("a"))
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.keys.by_secret(unknown) is None
        with pytest.raises(ApiKeyNotFoundError):
            await repositories.keys.get(unknown)
        with pytest.raises(ApiKeyNotFoundError):
            await repositories.keys.replace(a_key(unknown))
        with pytest.raises(ApiKeyNotFoundError):
            await repositories.keys.replace(a_key("a", tenant=OTHER_TENANT))


async def test_an_id_and_a_secret_are_taken_once_over_all_tenants(
    unit_of_work: UnitOfWork,
) -> None:
    await add(unit_of_work, a_key("a"))
    for clash in (
        replace(a_key("a", tenant=OTHER_TENANT), secret_sha256="another"),
        replace(a_key("b", tenant=OTHER_TENANT), secret_sha256="hash of a"),
    ):
        with pytest.raises(StorageUnavailableError) as refusal:
            await add(unit_of_work, clash)
        assert "hash of" not in repr(refusal.value)
        assert refusal.value.__cause__ is None
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.keys.all() == (a_key("a"),)


async def test_its_end_and_its_use_are_written_and_nothing_else(unit_of_work: UnitOfWork) -> None:
    await add(unit_of_work, a_key("a"), a_key("b"))
    ended = replace(a_key("a"), expires_at=at(9), revoked_at=at(7), last_used_at=NOON)
    assert await put(unit_of_work, replace(ended, name="x", scopes=frozenset({"admin"}))) == ended
    assert await put(unit_of_work, a_key("b")) == a_key("b")


async def test_who_read_a_key_before_it_was_revoked_cannot_bring_it_back(
    unit_of_work: UnitOfWork,
) -> None:
    await add(unit_of_work, a_key("a"))
    await put(unit_of_work, replace(a_key("a"), revoked_at=at(5), expires_at=at(6)))
    late = replace(a_key("a"), last_used_at=at(9), revoked_at=at(7), expires_at=at(8))
    stays = replace(a_key("a"), revoked_at=at(5), expires_at=at(6), last_used_at=at(9))
    assert await put(unit_of_work, late) == stays
    assert await put(unit_of_work, replace(a_key("a"), last_used_at=at(3))) == stays
    assert await put(unit_of_work, replace(a_key("a"), revoked_at=at(4))) == replace(
        stays, revoked_at=at(4)
    )
