"""Issue, revoke and rotate API keys, and tell by a key who calls."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from app.domain.errors import ApiKeyNotFoundError, StorageUnavailableError
from app.use_cases.caller import Caller, local_caller
from app.use_cases.ports import LOCAL_TENANT, ApiKey, UnitOfWork

_USE_NOTED_EVERY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Issued:
    """A new key and its secret, which is told this one time."""

    key: ApiKey
    secret: str


def digest(secret: str) -> str:
    """What is stored of a secret: of 256 random bits a plain hash tells nothing."""
    return sha256(secret.encode()).hexdigest()


def is_live(key: ApiKey, now: datetime) -> bool:
    """Neither revoked nor expired."""
    return key.revoked_at is None and (key.expires_at is None or now < key.expires_at)


async def caller_with(secret: str, *, now: datetime, unit_of_work: UnitOfWork) -> Caller | None:
    """Who holds the secret; None if no live key has it."""
    async with unit_of_work(LOCAL_TENANT) as repositories:
        key = await repositories.keys.by_secret(digest(secret))
    if key is None or not is_live(key, now):
        return None
    if key.last_used_at is None or now - key.last_used_at >= _USE_NOTED_EVERY:
        # Where nothing can be written, as on a full disk, reading still goes on.
        with suppress(StorageUnavailableError):
            async with unit_of_work(key.tenant_id) as repositories:
                await repositories.keys.replace(replace(key, last_used_at=now))
    return Caller(key.tenant_id, key.id, key.scopes)


async def issue_key(key: ApiKey, *, unit_of_work: UnitOfWork) -> None:
    async with unit_of_work(key.tenant_id) as repositories:
        await repositories.keys.add(key)
        await repositories.audit.append(
            local_caller(key.tenant_id).did("key.created", at=key.created_at, subject=key.id)
        )


async def revoke_key(key_id: str, *, now: datetime, unit_of_work: UnitOfWork) -> None:
    """Refuse the key from now on; a second time changes nothing. Raises ApiKeyNotFoundError."""
    key = await _key(key_id, unit_of_work)
    if key.revoked_at is not None:
        return
    async with unit_of_work(key.tenant_id) as repositories:
        await repositories.keys.replace(replace(key, revoked_at=now))
        await repositories.audit.append(
            local_caller(key.tenant_id).did("key.revoked", at=now, subject=key.id)
        )


async def rotate_key(
    key_id: str,
    *,
    grace: timedelta,
    now: datetime,
    new_id: Callable[[], str],
    new_secret: Callable[[], str],
    unit_of_work: UnitOfWork,
) -> Issued:
    """Give out a successor with the same rights, and let the old key end after the grace.

    A successor of a key that was to expire lives for as long as that one was given at first.
    Raises ApiKeyNotFoundError if there is no live key of this id.
    """
    old = await _key(key_id, unit_of_work)
    if not is_live(old, now):
        raise ApiKeyNotFoundError(key_id)
    secret = new_secret()
    expires_at = None if old.expires_at is None else now + (old.expires_at - old.created_at)
    successor = ApiKey(
        id=new_id(),
        tenant_id=old.tenant_id,
        name=old.name,
        secret_sha256=digest(secret),
        scopes=old.scopes,
        created_at=now,
        expires_at=expires_at,
    )
    local = local_caller(old.tenant_id)
    async with unit_of_work(old.tenant_id) as repositories:
        await repositories.keys.add(successor)
        await repositories.keys.replace(replace(old, expires_at=now + grace))  # or earlier
        await repositories.audit.append(local.did("key.rotated", at=now, subject=old.id))
        await repositories.audit.append(local.did("key.created", at=now, subject=successor.id))
    return Issued(successor, secret)


async def tenants_of(unit_of_work: UnitOfWork) -> tuple[str, ...]:
    """Every tenant that ever had a key, and the one of loopback; keys are never removed."""
    async with unit_of_work(LOCAL_TENANT) as repositories:
        keys = await repositories.keys.all()
    return tuple(sorted({LOCAL_TENANT, *(key.tenant_id for key in keys)}))


async def _key(key_id: str, unit_of_work: UnitOfWork) -> ApiKey:
    async with unit_of_work(LOCAL_TENANT) as repositories:
        return await repositories.keys.get(key_id)
