"""No value of a case comes out but in its answer: not in a log, a count, an error or a header."""

import gzip
import io
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import pytest
from sqlalchemy import text

from app.domain.errors import StorageUnavailableError
from app.main import create_app
from app.persistence.engine import make_engine
from app.settings import Settings
from tests.api.canaries import (
    BY_CLOCK,
    BY_DIFFERENCE,
    CONTRADICTING,
    leaves,
    names,
    replaced,
    tokens,
)
from tests.api.conftest import client_of, failing_unit_of_work
from tests.api.keyed import keyed
from tests.memory import memory_unit_of_work

CASES: Final = (BY_CLOCK, BY_DIFFERENCE)
REF: Final = str(BY_CLOCK["patient_ref"])
EVALUATIONS: Final = ("/v1/findings", "/v1/dosing-windows", "/v1/projections", "/v1/assessments")
JSON: Final = {"Content-Type": "application/json"}
PLACES: Final = sorted(
    {path: value for case in CASES for path, value in leaves(case)}.items(), key=str
)


@dataclass(slots=True)
class Watched:
    """A client whose answers are all looked through, and what must not be found in them."""

    client: httpx.AsyncClient
    log: io.StringIO
    admin: str = ""
    secrets: set[str] = field(default_factory=lambda: tokens(*CASES))
    statuses: set[int] = field(default_factory=set)

    async def ask(self, method: str, url: str, **parts: Any) -> httpx.Response:  # noqa: ANN401 - httpx's
        response = await self.client.request(method, url, **parts)
        self.statuses.add(response.status_code)
        told = str(response.headers)
        if response.status_code >= 400:
            told += response.text
        assert not self.found_in(told), (method, response.status_code)
        return response

    def found_in(self, told: str) -> set[str]:
        return {each for each in self.secrets if each in told}

    async def look_through(self) -> None:
        """The log without its clock, and the counts."""
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        assert lines
        logged = json.dumps([{k: v for k, v in line.items() if k != "timestamp"} for line in lines])
        assert not self.found_in(logged)
        asking = {"Authorization": f"Bearer {self.admin}"}
        counts = (await self.client.get("/metrics", headers=asking)).text
        assert "leankeep_http_requests_total" in counts
        assert not self.found_in(counts)


@pytest.fixture
async def watched(log: io.StringIO) -> AsyncGenerator[Watched]:
    service = keyed(memory_unit_of_work())
    secret = await service.secret()
    admin = await service.secret("acme", "admin")
    async with service.client(secret) as client:
        watched = Watched(client, log, admin)
        watched.secrets |= {secret, secret.removeprefix("lk_"), admin}
        yield watched
        await watched.look_through()


def test_every_leaf_of_a_case_has_its_value() -> None:
    given = {tuple(part for part in path if isinstance(part, str)) for path, _ in PLACES}
    assert given == set(names())
    assert len(tokens(*CASES)) > 35


def test_a_value_that_came_out_would_be_noticed(log: io.StringIO) -> None:
    watched = Watched(httpx.AsyncClient(), log)
    for token in watched.secrets:
        assert watched.found_in(json.dumps({"somewhere": f"a {token} b"})) == {token}


@pytest.mark.parametrize("case", CASES, ids=["by clock", "by difference"])
async def test_answers_of_an_evaluation(watched: Watched, case: dict[str, Any]) -> None:
    for path in EVALUATIONS:
        assert (await watched.ask("POST", path, json=case)).status_code in {200, 201}, path
    picture = await watched.ask(
        "POST", "/v1/projections", json=case, headers={"Accept": "image/svg+xml"}
    )
    assert picture.status_code == 200
    patch = {"nutrition": {"protein_g_per_kg": 1.60291, "protein_g_per_day": None}}
    watched.secrets |= {"1.60291", "canary-variant"}
    body: dict[str, Any] = {"base": case, "variants": [{"name": "canary-variant", "patch": patch}]}
    assert (await watched.ask("POST", "/v1/comparisons", json=body)).status_code == 200
    body["variants"] *= 2
    assert (await watched.ask("POST", "/v1/comparisons", json=body)).status_code == 422


async def test_the_life_of_an_assessment(watched: Watched) -> None:
    keys = {"Idempotency-Key": "canary-key-71ad"}
    watched.secrets.add("canary-key-71ad")
    made = await watched.ask("POST", "/v1/assessments", json=BY_CLOCK, headers=keys)
    for body in (BY_CLOCK, BY_DIFFERENCE):
        await watched.ask("POST", "/v1/assessments", json=body, headers=keys)
    place = made.headers["location"]
    for _ in range(2):
        await watched.ask("GET", place)
        await watched.ask("GET", f"{place}/explanation")
        await watched.ask("GET", "/v1/assessments", params={"patient_ref": REF, "limit": 1})
        await watched.ask("DELETE", place)
    await watched.ask("POST", "/v1/assessments", json=BY_CLOCK)
    await watched.ask("DELETE", f"/v1/patients/{REF}")
    assert watched.statuses == {200, 201, 204, 404, 422}


@pytest.mark.parametrize(("path", "value"), PLACES, ids=lambda each: str(each)[:60])
@pytest.mark.slow
async def test_a_leaf_that_is_wrong(
    watched: Watched, path: tuple[str | int, ...], value: object
) -> None:
    assert value is not None
    for wrong in ("canary-9f27", "canary-9f27" * 100, 8.0412345678e200, ["canary-9f27"]):
        watched.secrets |= {"canary-9f27", "8.0412345678"}
        body = replaced(_case_with(path), path, wrong)
        for target in ("/v1/findings", "/v1/assessments"):
            status = (await watched.ask("POST", target, json=body)).status_code
            assert status in {200, 201, 422}  # some text is a pseudonym, some numbers have no end
    assert 422 in watched.statuses


def _case_with(path: tuple[str | int, ...]) -> dict[str, Any]:
    return next(case for case in CASES if path in dict(leaves(case)))


async def test_a_case_that_contradicts_itself(watched: Watched) -> None:
    for path in EVALUATIONS:
        assert (await watched.ask("POST", path, json=CONTRADICTING)).status_code == 422


async def test_a_body_that_cannot_be_read(watched: Watched) -> None:
    body = json.dumps(BY_CLOCK)
    twice = body.replace('{"patient_ref"', f'{{"patient_ref": "{REF}", "patient_ref"', 1)
    bodies: dict[str, tuple[str | bytes, dict[str, str], int]] = {
        "cut off": (body[:-1], JSON, 422),
        "twice": (twice, JSON, 422),
        "of another type": (body, {"Content-Type": "text/plain"}, 415),
        "zipped": (gzip.compress(body.encode()), {**JSON, "Content-Encoding": "gzip"}, 415),
        "too large": (body + " " * 300_000, JSON, 413),
        "in another encoding": (body.encode("utf-16"), JSON, 422),
    }
    for name, (content, headers, status) in bodies.items():
        response = await watched.ask("POST", "/v1/findings", content=content, headers=headers)
        assert response.status_code == status, name


async def test_values_where_none_belong(watched: Watched) -> None:
    await watched.ask("GET", f"/v1/assessments/{REF}")
    await watched.ask("DELETE", f"/v1/assessments/{REF}")
    await watched.ask("GET", f"/v1/{REF}")
    await watched.ask("GET", "/v1/assessments", params={"patient_ref": f"{REF} x", "cursor": REF})
    await watched.ask("GET", "/v1/assessments", params={"cursor": REF})
    await watched.ask("DELETE", f"/v1/patients/{REF}%20x")
    await watched.ask("GET", f"/v1/rules/{REF}")
    await watched.ask("PUT", f"/v1/patients/{REF}")
    await watched.ask(REF.upper(), "/v1/findings")
    headers = {"X-Request-Id": f"{REF} x", "Idempotency-Key": f"{REF} x"}
    await watched.ask("POST", "/v1/assessments", json=BY_CLOCK, headers=headers)
    assert watched.statuses == {404, 405, 422}


async def test_somebody_without_a_key(watched: Watched) -> None:
    wrong = {"Authorization": f"Bearer {REF}"}
    for path in EVALUATIONS:
        await watched.ask("POST", path, json=BY_CLOCK, headers=wrong)
    assert watched.statuses == {401}


async def test_a_body_weight_of_its_own(watched: Watched) -> None:
    person = {
        "sex": "female",
        "age_years": 45,
        "height_cm": 168.90237,
        "weight_kg": 84.30719,
        "physical_activity_level": 1.52903,
        "body_fat_pct": 38.10673,
    }
    course = {"days": 182, "intake_changes": [{"from_day": 0, "kcal_per_day": -511.80429}]}
    goal = {"days": 182, "goal_weight_kg": 79.60391}
    watched.secrets |= tokens(person, course, goal)
    for path, body in (("", person | course), ("/goal", person | goal)):
        url = f"/v1/energy-balance{path}"
        assert (await watched.ask("POST", url, json=body)).status_code == 200
        for name in body:
            wrong = body | {name: "canary-9f27"}
            watched.secrets.add("canary-9f27")
            assert (await watched.ask("POST", url, json=wrong)).status_code == 422
    far = person | {"days": 182, "goal_weight_kg": 41.70283}
    watched.secrets.add("41.70283")
    assert (await watched.ask("POST", "/v1/energy-balance/goal", json=far)).status_code == 422


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StorageUnavailableError(json.dumps(BY_CLOCK)), 503),
        (RuntimeError(json.dumps(BY_CLOCK)), 500),
        (ExceptionGroup(REF, [ValueError(json.dumps(BY_CLOCK))]), 500),
    ],
    ids=["storage", "a bug", "several"],
)
async def test_storage_that_fails_and_says_what_it_was_given(
    log: io.StringIO, error: Exception, status: int
) -> None:
    error.__cause__ = ValueError(json.dumps(BY_CLOCK))
    app = create_app(Settings(), unit_of_work=failing_unit_of_work(error))
    async with client_of(app) as client:
        watched = Watched(client, log)
        await watched.ask("POST", "/v1/assessments", json=BY_CLOCK)
        await watched.ask("GET", "/v1/assessments", params={"patient_ref": REF})
        await watched.ask("DELETE", f"/v1/patients/{REF}")
        assert watched.statuses == {status}
        await watched.look_through()


@pytest.mark.slow
async def test_a_real_database_that_breaks(log: io.StringIO, database_url: str) -> None:
    app = create_app(Settings(database_url=database_url))
    async with app.router.lifespan_context(app), client_of(app) as client:
        watched = Watched(client, log)
        await watched.ask("POST", "/v1/assessments", json=BY_CLOCK)
        await _drop_assessments(database_url)
        await watched.ask("POST", "/v1/assessments", json=BY_CLOCK)
        await watched.ask("GET", "/v1/assessments", params={"patient_ref": REF})
        await watched.ask("DELETE", f"/v1/patients/{REF}")
        await watched.look_through()
    assert watched.statuses == {201, 503}


async def _drop_assessments(database_url: str) -> None:
    engine = make_engine(database_url)
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE assessments RENAME TO away"))
    await engine.dispose()
