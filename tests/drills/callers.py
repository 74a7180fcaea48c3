"""Callers that store assessments and try again, and what they saw."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter
from typing import Final

import httpx

from app.api.dependencies import make_id
from tests.api.test_assessments import example

GIVES_UP_AFTER_SECONDS: Final = 60.0
_BREATH_SECONDS: Final = 0.02


def client_of(url: str, **options: float) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    return httpx.AsyncClient(base_url=url, limits=limits, timeout=options.get("timeout", 20.0))


@dataclass(slots=True)
class Callers:
    """They all write to one list of what was acknowledged: id → document."""

    url: str
    made: dict[str, bytes] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0
    replayed: int = 0
    slowest_seconds: float = 0.0
    last_made: float = 0.0
    _numbers: Iterator[int] = field(default_factory=count)

    @asynccontextmanager
    async def calling(self, callers: int) -> AsyncGenerator[None]:
        """So many of them for the block; after it each still gets its last one acknowledged."""
        enough = asyncio.Event()
        async with client_of(self.url) as client, asyncio.TaskGroup() as group:
            for _ in range(callers):
                group.create_task(self._call(client, enough))
            try:
                yield
            finally:
                enough.set()

    async def _call(self, client: httpx.AsyncClient, enough: asyncio.Event) -> None:
        while not enough.is_set():
            await self.store(client)

    async def store(self, client: httpx.AsyncClient) -> None:
        """One assessment, asked for with one key until it is acknowledged."""
        case = example(patient_ref=f"p-{next(self._numbers)}")
        key = {"Idempotency-Key": make_id()}
        gives_up_at = perf_counter() + GIVES_UP_AFTER_SECONDS
        while perf_counter() < gives_up_at:
            began = perf_counter()
            try:
                answer = await client.post("/v1/assessments", json=case, headers=key)
            except httpx.TransportError:
                self.broken += 1
            else:
                self.statuses[answer.status_code] += 1
                self.slowest_seconds = max(self.slowest_seconds, perf_counter() - began)
                if answer.status_code == 201:
                    self._keep(answer)
                    return
                assert answer.status_code == 503, answer.text
                assert int(answer.headers["retry-after"]) > 0
            await asyncio.sleep(_BREATH_SECONDS)
        raise AssertionError("nobody answered")

    def _keep(self, answer: httpx.Response) -> None:
        identifier = answer.json()["id"]
        assert identifier not in self.made
        self.made[identifier] = answer.content
        self.replayed += "idempotency-replayed" in answer.headers
        self.last_made = perf_counter()

    async def acknowledged(self, more: int) -> None:
        """Wait for so many more."""
        goal = len(self.made) + more
        await self._until(lambda: len(self.made) >= goal)

    async def refused(self, more: int) -> None:
        goal = self.statuses[503] + more
        await self._until(lambda: self.statuses[503] >= goal)

    async def _until(self, reached: Callable[[], bool]) -> None:
        gives_up_at = perf_counter() + GIVES_UP_AFTER_SECONDS
        while not reached():
            assert perf_counter() < gives_up_at, self.statuses
            await asyncio.sleep(0.001)


async def stored_ids(client: httpx.AsyncClient) -> list[str]:
    """All ids by a cursor walk."""
    found: list[str] = []
    query: dict[str, str] = {"limit": "200"}
    while True:
        page = (await client.get("/v1/assessments", params=query)).raise_for_status().json()
        found += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            return found
        query["cursor"] = page["next_cursor"]


async def assert_all_there_once(url: str, made: dict[str, bytes]) -> None:
    """Every acknowledged assessment can be read, byte by byte, and there is no other."""
    async with client_of(url) as client:
        found = await stored_ids(client)
        assert len(found) == len(set(found))
        assert set(found) == set(made)
        for identifier, document in made.items():
            assert (await client.get(f"/v1/assessments/{identifier}")).content == document
