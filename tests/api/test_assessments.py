"""Assessments over HTTP, on both databases: stored, read, listed, erased."""

from collections.abc import AsyncGenerator
from copy import deepcopy
from typing import Any

import httpx
import pytest

from app.api.schemas.assessment import AssessmentOut
from app.api.schemas.examples import CASES
from app.main import create_app
from app.settings import Settings
from tests.api.answers import held_to
from tests.api.conftest import client_of
from tests.api.test_problems import assert_problem


def example(name: str = "inside", **changes: str) -> dict[str, Any]:
    return deepcopy(CASES[name]) | changes


@pytest.fixture
async def stored(database_url: str) -> AsyncGenerator[httpx.AsyncClient]:
    """The service over a real database."""
    app = create_app(Settings(database_url=database_url))
    async with app.router.lifespan_context(app), client_of(app) as client:
        yield client


async def test_what_was_answered_can_be_fetched_again(stored: httpx.AsyncClient) -> None:
    made = await stored.post("/v1/assessments", json=example())
    assert made.status_code == 201
    answer = held_to(AssessmentOut, made.content)
    assert made.headers["location"] == f"/v1/assessments/{answer['id']}"
    again = await stored.get(made.headers["location"])
    assert again.status_code == 200
    assert again.content == made.content
    assert answer["summary"]["dosing_verdict"] == "inside"
    assert answer["summary"]["screening"] == "complete"
    assert answer["patient_ref"] == "p-1042"


@pytest.mark.parametrize(
    ("name", "verdict", "contraindication"),
    [
        ("inside", "inside", "none_raised"),
        ("outside", "outside", "none_raised"),
        ("contraindicated", "contraindicated", "absolute"),
    ],
)
async def test_the_examples_are_what_they_say(
    stored: httpx.AsyncClient, name: str, verdict: str, contraindication: str
) -> None:
    summary = (await stored.post("/v1/assessments", json=example(name))).json()["summary"]
    assert summary["dosing_verdict"] == verdict
    assert summary["contraindication"] == contraindication
    assert (summary["lean_saved_kg"] is None) == (name == "contraindicated")


async def test_an_entity_tag_saves_the_second_answer(stored: httpx.AsyncClient) -> None:
    place = (await stored.post("/v1/assessments", json=example())).headers["location"]
    tag = (await stored.get(place)).headers["etag"]
    assert tag.startswith('"')
    same = await stored.get(place, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag)
    other = await stored.get(place, headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


async def test_erased_means_gone(stored: httpx.AsyncClient) -> None:
    place = (await stored.post("/v1/assessments", json=example())).headers["location"]
    erased = await stored.delete(place)
    assert (erased.status_code, erased.content) == (204, b"")
    assert_problem(await stored.get(place), 404, "assessment-not-found")
    assert_problem(await stored.delete(place), 404, "assessment-not-found")
    assert (await stored.get("/v1/assessments")).json()["items"] == []


async def test_a_walk_sees_each_of_a_patients_assessments_once(
    stored: httpx.AsyncClient,
) -> None:
    made = [
        (await stored.post("/v1/assessments", json=example(patient_ref="a.b-c_D"))).json()["id"]
        for _ in range(5)
    ]
    await stored.post("/v1/assessments", json=example(patient_ref="somebody-else"))
    seen: list[str] = []
    cursor: dict[str, str] = {}
    for _ in range(3):
        page = await stored.get(
            "/v1/assessments", params={"patient_ref": "a.b-c_D", "limit": 2, **cursor}
        )
        assert page.status_code == 200
        seen += [item["id"] for item in page.json()["items"]]
        # Whoever writes meanwhile does not disturb the walk.
        await stored.post("/v1/assessments", json=example(patient_ref="a.b-c_D"))
        cursor = {"cursor": page.json()["next_cursor"]}
    assert seen == made[::-1]
    assert cursor == {"cursor": None}


async def test_a_list_item_carries_the_summary_and_the_rule_set(stored: httpx.AsyncClient) -> None:
    made = (await stored.post("/v1/assessments", json=example())).json()
    (item,) = (await stored.get("/v1/assessments")).json()["items"]
    assert item == {name: made[name] for name in item}
    assert set(item) == {"id", "created_at", "as_of", "patient_ref", "ruleset", "summary"}


@pytest.mark.parametrize("leaf", ["patient_ref", "as_of"])
@pytest.mark.parametrize("given", ["left out", "null"])
async def test_storing_needs_a_pseudonym_and_a_day(
    stored: httpx.AsyncClient, leaf: str, given: str
) -> None:
    case = example()
    if given == "null":
        case[leaf] = None
    else:
        del case[leaf]
    answer = await stored.post("/v1/assessments", json=case)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/{leaf}"]
    assert (await stored.get("/v1/assessments")).json()["items"] == []


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=x",
        "limit=",
        "limit=1_0",
        "limit=1.0",
        "limit=%2B1",
        "limit=01",
        "limit=%201",
        "limit=-1",
        "limit=%D9%A3",
        "limit=1&limit=2",
        "patient_ref=a%20b",
        "patient_ref=" + "a" * 65,
        "colour=red",
    ],
)
async def test_a_query_that_is_not_documented_is_refused(
    client: httpx.AsyncClient, query: str
) -> None:
    assert_problem(await client.get(f"/v1/assessments?{query}"), 422, "invalid-request")


@pytest.mark.parametrize(
    "cursor", ["x", "%C3%A9", "MTI", "LTEueA", "OTk5OTk5OTk5OTk5OTk5OTk5OTkueA"]
)
async def test_a_cursor_that_was_not_given_out_is_refused(
    client: httpx.AsyncClient, cursor: str
) -> None:
    answer = await client.get(f"/v1/assessments?cursor={cursor}")
    assert_problem(answer, 422, "invalid-cursor")
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/query/cursor"]


@pytest.mark.parametrize("limit", [1, 200])
async def test_both_ends_of_the_limit_are_good(stored: httpx.AsyncClient, limit: int) -> None:
    assert (await stored.get(f"/v1/assessments?limit={limit}")).status_code == 200
