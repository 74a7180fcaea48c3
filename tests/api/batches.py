"""Batches over HTTP: cases to send, what comes back, and storage that a test can break."""

import itertools
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import httpx
from fastapi import FastAPI
from hypothesis import Phase, given, settings
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.domain.errors import StorageUnavailableError
from app.main import create_app
from app.persistence.unit_of_work import sql_unit_of_work
from app.settings import Settings
from app.use_cases.ports import LOCAL_TENANT, Repositories, UnitOfWork
from tests.api.conftest import client_of
from tests.strategies import Body, bodies

BATCH: Final = "/v1/assessments/batch"
EXPORT: Final = "/v1/assessments/export"
NDJSON: Final = {"Content-Type": "application/x-ndjson"}
JSON: Final = {"Content-Type": "application/json"}


def small(number: int = 0, **changes: object) -> Body:
    """A case with no more than storing asks for."""
    return {"patient_ref": f"p-{number}", "as_of": "2026-06-01", **changes}


def refused(number: int = 0) -> Body:
    return small(number, patient={"sex": "neither"})


def contradicting(number: int = 0) -> Body:
    return small(number, energy={"deficit_kcal_per_day": 500, "deficit_pct": 20})


@cache
def random_cases(count: int, *, consistent: bool = True) -> tuple[Body, ...]:
    """The same ones in every run."""
    found: list[Body] = []

    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
    )
    @given(bodies(consistent=consistent))
    def collect(body: Body) -> None:
        found.append(small(len(found)) | body)

    collect()
    return tuple(found)


def ndjson(cases: Iterable[object]) -> bytes:
    return b"".join(json.dumps(case).encode() + b"\n" for case in cases)


async def send(
    client: httpx.AsyncClient, cases: Iterable[object], key: str | None = None
) -> httpx.Response:
    headers = {} if key is None else {"Idempotency-Key": key}
    return await client.post(BATCH, json=list(cases), headers=headers)


async def send_lines(
    client: httpx.AsyncClient, content: bytes, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    return await client.post(BATCH, content=content, headers={**NDJSON, **(headers or {})})


def lines_of(response: httpx.Response) -> list[dict[str, Any]]:
    """The lines of a batch's answer, in their order and each with its place."""
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/x-ndjson"
    assert response.content.endswith(b"\n")
    lines = [json.loads(line) for line in response.content.splitlines()]
    assert [line["index"] for line in lines] == list(range(len(lines)))
    for line in lines:
        told = {"index", "status", "assessment" if line["status"] == 201 else "problem"}
        assert set(line) == told
    return lines


def statuses(response: httpx.Response) -> list[int]:
    return [line["status"] for line in lines_of(response)]


def ids_of(response: httpx.Response) -> list[str]:
    """Of those that were stored."""
    return [line["assessment"]["id"] for line in lines_of(response) if line["status"] == 201]


def without_names(assessment: dict[str, Any]) -> str:
    """What is the same whenever the same case is assessed: all but the id and the time."""
    return json.dumps({k: v for k, v in assessment.items() if k not in {"id", "created_at"}})


def exported(response: httpx.Response) -> list[bytes]:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/x-ndjson"
    assert not response.content or response.content.endswith(b"\n")
    return response.content.splitlines()


@dataclass(slots=True)
class Storage:
    """A storage of which the units are numbered from 0, and fail from a number on."""

    kept: UnitOfWork
    breaks_from: int | None = None
    before: Callable[[int], Awaitable[None]] | None = None
    numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    @asynccontextmanager
    async def unit_of_work(self, tenant_id: str) -> AsyncGenerator[Repositories]:
        number = next(self.numbers)
        if self.before is not None:
            await self.before(number)
        async with self.kept(tenant_id) as repositories:
            yield repositories
            if self.breaks_from is not None and number >= self.breaks_from:
                raise StorageUnavailableError("gone before it was kept")

    def breaking(self, *, after: int | None) -> None:
        """From now on so many units are kept, and none behind them; None mends it."""
        self.numbers = itertools.count()
        self.breaks_from = after


@dataclass(frozen=True, slots=True)
class Served:
    """The service over a database that can break, in this process."""

    app: FastAPI
    client: httpx.AsyncClient
    storage: Storage
    engine: AsyncEngine

    async def ids(self) -> list[str]:
        """All that is stored, in the order of the making; the trail must tell of each once."""
        query = text("SELECT id FROM assessments ORDER BY created_at_us, id")
        told = text("SELECT subject FROM audit_events WHERE action = 'assessment.created'")
        async with self.engine.connect() as connection:
            found = [str(each) for each in (await connection.execute(query)).scalars()]
            created = list((await connection.execute(told)).scalars())
        assert len(set(created)) == len(created)
        assert set(found) <= set(created)
        async with self.storage.kept(LOCAL_TENANT) as repositories:
            assert await repositories.audit.first_broken() is None
        return found

    async def events(self) -> list[tuple[str, str | None]]:
        query = text("SELECT action, subject FROM audit_events ORDER BY seq")
        async with self.engine.connect() as connection:
            return [(row.action, row.subject) for row in await connection.execute(query)]


@asynccontextmanager
async def serving(engine: AsyncEngine) -> AsyncGenerator[Served]:
    storage = Storage(sql_unit_of_work(engine))
    app = create_app(Settings(), unit_of_work=storage.unit_of_work)
    async with client_of(app) as client:
        yield Served(app, client, storage, engine)
