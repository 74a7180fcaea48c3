"""DELETE /v1/patients/{patient_ref}: everything of one patient, and nothing of another."""

from collections.abc import AsyncGenerator

import httpx
import pytest

from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of
from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem, errors_of


@pytest.fixture
async def stored(database_url: str) -> AsyncGenerator[httpx.AsyncClient]:
    app = create_app(Settings(database_url=database_url))
    async with app.router.lifespan_context(app), client_of(app) as client:
        yield client


async def test_all_of_the_patient_is_gone_and_no_more(stored: httpx.AsyncClient) -> None:
    gone = [
        (await stored.post("/v1/assessments", json=example(patient_ref="p-1"))).headers["location"]
        for _ in range(3)
    ]
    kept = await stored.post("/v1/assessments", json=example(patient_ref="p-10"))
    erased = await stored.delete("/v1/patients/p-1")
    assert (erased.status_code, erased.content) == (204, b"")
    for place in gone:
        assert_problem(await stored.get(place), 404, "assessment-not-found")
    assert (await stored.get("/v1/assessments?patient_ref=p-1")).json()["items"] == []
    assert (await stored.get(kept.headers["location"])).content == kept.content


async def test_where_there_is_nothing_it_is_done_already(stored: httpx.AsyncClient) -> None:
    for _ in range(2):
        assert (await stored.delete("/v1/patients/nobody")).status_code == 204


@pytest.mark.parametrize("patient_ref", ["a%20b", "x" * 65, "%C3%A9", "*"])
async def test_what_is_no_pseudonym_is_refused(stored: httpx.AsyncClient, patient_ref: str) -> None:
    response = await stored.delete(f"/v1/patients/{patient_ref}")
    assert_problem(response, 422, "invalid-request")
    assert {pointer for pointer, _ in errors_of(response)} == {"/path/patient_ref"}


async def test_a_patient_is_not_read_here(stored: httpx.AsyncClient) -> None:
    assert_problem(await stored.get("/v1/patients/p-1"), 405, "method-not-allowed")
