"""The service where it asks for keys, over memory or a database, and keys to ask it with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import httpx
from fastapi import FastAPI

from app.api.dependencies import make_id, make_secret
from app.main import create_app
from app.settings import Settings
from app.use_cases.api_keys import digest, issue_key
from app.use_cases.caller import SCOPES
from app.use_cases.ports import ApiKey, UnitOfWork
from tests.api.conftest import client_of

LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
ELSEWHERE: Final = ("192.0.2.7", 50_000)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A service that asks for keys, and the storage behind it."""

    app: FastAPI
    unit_of_work: UnitOfWork

    def client(self, secret: str | None = None) -> httpx.AsyncClient:
        client = client_of(self.app)
        if secret is not None:
            client.headers["Authorization"] = f"Bearer {secret}"
        return client

    def from_elsewhere(self) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=self.app, client=ELSEWHERE)
        return httpx.AsyncClient(transport=transport, base_url="http://leankeep.test")

    async def secret(
        self, tenant: str = "acme", *scopes: str, ends: Mapping[str, datetime] | None = None
    ) -> str:
        """A new key; without scopes named it has all but admin."""
        secret = make_secret()
        key = ApiKey(
            id=make_id(),
            tenant_id=tenant,
            name="test",
            secret_sha256=digest(secret),
            scopes=frozenset(scopes or set(SCOPES) - {"admin"}),
            created_at=LONG_AGO,
            **(ends or {}),
        )
        await issue_key(key, unit_of_work=self.unit_of_work)
        return secret


def keyed(unit_of_work: UnitOfWork, **settings: Any) -> Keyed:  # noqa: ANN401 - any setting
    asking = Settings(**{"access": "keys", "rate_limit_per_minute": 0, **settings})
    return Keyed(create_app(asking, unit_of_work=unit_of_work), unit_of_work)


def without_id(response: httpx.Response) -> dict[str, Any]:
    """A problem apart from the id of its request."""
    problem: dict[str, Any] = response.json()
    del problem["request_id"]
    return problem
