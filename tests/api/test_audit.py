"""The trail: what was done over HTTP, in the transaction that did it, and without a value."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.api.dependencies import make_id
from app.main import create_app
from app.persistence.unit_of_work import sql_unit_of_work
from app.settings import Settings
from tests.api.conftest import client_of
from tests.api.test_assessments import example


@dataclass(frozen=True, slots=True)
class Trail:
    client: httpx.AsyncClient
    engine: AsyncEngine

    async def rows(self) -> list[dict[str, Any]]:
        async with self.engine.connect() as connection:
            found = await connection.execute(text("SELECT * FROM audit_events ORDER BY seq"))
            return [dict(row._mapping) for row in found]  # noqa: SLF001 - SQLAlchemy's public name

    async def events(self) -> list[tuple[str, str | None, int | None]]:
        return [(row["action"], row["subject"], row["row_count"]) for row in await self.rows()]

    async def first_broken(self) -> int | None:
        async with sql_unit_of_work(self.engine)("local") as repositories:
            return await repositories.audit.first_broken()

    async def run(self, statement: str) -> None:
        async with self.engine.begin() as connection:
            await connection.execute(text(statement))


@pytest.fixture
async def trail(engine: AsyncEngine) -> AsyncGenerator[Trail]:
    app = create_app(Settings(), unit_of_work=sql_unit_of_work(engine))
    async with client_of(app) as client:
        yield Trail(client, engine)


async def test_what_is_done_is_kept_in_order(trail: Trail) -> None:
    key = {"Idempotency-Key": "once"}
    made = [
        (await trail.client.post("/v1/assessments", json=example(), headers=headers)).json()["id"]
        for headers in (key, key, {}, {})
    ]
    unknown = make_id()
    await trail.client.get(f"/v1/assessments/{made[0]}")
    await trail.client.get(f"/v1/assessments/{unknown}")
    await trail.client.delete(f"/v1/assessments/{made[0]}")
    await trail.client.delete(f"/v1/assessments/{made[0]}")
    await trail.client.delete("/v1/patients/p-1042")
    await trail.client.delete("/v1/patients/p-1042")
    assert await trail.events() == [
        ("assessment.created", made[0], None),
        ("assessment.created", made[2], None),
        ("assessment.created", made[3], None),
        ("assessment.refused", unknown, None),
        ("assessment.erased", made[0], None),
        ("assessment.refused", made[0], None),
        ("assessment.erased", made[2], None),
        ("assessment.erased", made[3], None),
        ("patient.erased", None, 2),
        ("patient.erased", None, 0),
    ]
    assert await trail.first_broken() is None


async def test_no_value_is_kept(trail: Trail) -> None:
    await trail.client.post("/v1/assessments", json=example(patient_ref="canary-ref"))
    await trail.client.get("/v1/assessments/canary-in-the-path")
    await trail.client.get("/v1/assessments?patient_ref=canary-ref")
    await trail.client.delete("/v1/patients/canary-ref")
    rows = await trail.rows()
    done = [row["action"] for row in rows]
    assert done == ["assessment.created", "assessment.erased", "patient.erased"]
    assert {row["actor"] for row in rows} == {"local"}
    assert "canary" not in json.dumps(rows)


async def test_what_is_not_stored_leaves_no_event(trail: Trail) -> None:
    case = example()
    case["sermorelin"] |= {"sleep_time": "22:00", "wake_time": "22:00"}
    assert (await trail.client.post("/v1/assessments", json=case)).status_code == 422
    assert await trail.events() == []


async def test_without_its_event_nothing_is_stored(trail: Trail) -> None:
    await trail.run("ALTER TABLE audit_events RENAME TO away")
    assert (await trail.client.post("/v1/assessments", json=example())).status_code == 503
    await trail.run("ALTER TABLE away RENAME TO audit_events")
    assert (await trail.client.get("/v1/assessments")).json()["items"] == []
    assert (await trail.client.post("/v1/assessments", json=example())).status_code == 201


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_events SET actor = 'somebody' WHERE seq = 2",
        "DELETE FROM audit_events WHERE seq = 2",
    ],
)
async def test_a_changed_trail_is_noticed(trail: Trail, tampering: str) -> None:
    for _ in range(3):
        await trail.client.delete("/v1/patients/p-1042")
    await trail.run(tampering)
    assert await trail.first_broken() == 2
