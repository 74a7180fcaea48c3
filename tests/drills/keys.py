"""Keys for a service that runs as a process: they are made in its database, beside it."""

from datetime import UTC, datetime
from typing import Final

from app.api.dependencies import make_id, make_secret
from app.persistence.engine import make_engine
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.api_keys import digest, issue_key
from app.use_cases.caller import SCOPES
from app.use_cases.ports import ApiKey

ASKS_FOR_KEYS: Final = {"access": "keys", "rate_limit_per_minute": "0"}
_LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)


async def issued(database_url: str, tenant: str) -> dict[str, str]:
    """The header with a new key that is good for everything but administration."""
    secret = make_secret()
    key = ApiKey(
        id=make_id(),
        tenant_id=tenant,
        name="drill",
        secret_sha256=digest(secret),
        scopes=frozenset(SCOPES) - {"admin"},
        created_at=_LONG_AGO,
    )
    engine = make_engine(database_url)
    try:
        await issue_key(key, unit_of_work=sql_unit_of_work(engine))
    finally:
        await engine.dispose()
    return {"Authorization": f"Bearer {secret}"}
