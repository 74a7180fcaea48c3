"""Pictures over HTTP: chosen by Accept, or of a stored assessment as it was answered."""

import asyncio
import json
import struct
import xml.etree.ElementTree as ET
from collections.abc import AsyncGenerator
from contextlib import closing
from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.api.charts import picture
from app.api.charts.render import Renderer
from app.main import create_app
from app.settings import Settings
from app.use_cases.ports import LOCAL_TENANT, UnitOfWork
from tests.api.charts.cases import example
from tests.api.conftest import client_of
from tests.api.test_problems import assert_problem
from tests.memory import memory_unit_of_work

SVG, PNG = "image/svg+xml", "image/png"
SURPLUS = example(energy={"deficit_kcal_per_day": 0}, projection_options={"weight_loss_kg": None})


@pytest.fixture
def unit_of_work() -> UnitOfWork:
    return memory_unit_of_work()


@pytest.fixture
def app(unit_of_work: UnitOfWork) -> FastAPI:
    return create_app(Settings(), unit_of_work=unit_of_work)


@pytest.fixture
async def client(app: FastAPI) -> AsyncGenerator[httpx.AsyncClient]:
    async with client_of(app) as client:
        yield client


async def project(
    client: httpx.AsyncClient, accept: str | None = None, case: dict[str, Any] | None = None
) -> httpx.Response:
    """Without `accept` the request has no such header at all."""
    client.headers.pop("accept", None)
    headers = {} if accept is None else {"Accept": accept}
    return await client.post("/v1/projections", json=case or example(), headers=headers)


async def store(client: httpx.AsyncClient, case: dict[str, Any] | None = None) -> str:
    created = await client.post("/v1/assessments", json=case or example())
    assert created.status_code == 201
    return str(created.headers["location"])


def written(svg: bytes) -> str:
    return " ".join(ET.fromstring(svg).itertext())  # noqa: S314 - our own


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "text/html, */*;q=0.1"])
async def test_json_stays_the_default(client: httpx.AsyncClient, accept: str | None) -> None:
    answer = await project(client, accept)
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["status"] == "projected"
    assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize("accept", [SVG, "image/*", "image/png;q=0.5, image/svg+xml"])
async def test_accept_chooses_the_svg(client: httpx.AsyncClient, accept: str) -> None:
    answer = await project(client, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, SVG)
    assert answer.headers["vary"] == "Accept"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "Lean mass lost (kg)" in written(answer.content)
    assert "not medical advice" in written(answer.content)


async def test_accept_chooses_the_png(client: httpx.AsyncClient) -> None:
    answer = await project(client, f"{PNG}, {SVG};q=0.9")
    assert (answer.status_code, answer.headers["content-type"]) == (200, PNG)
    assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", answer.content[16:24]) == (780, 1330)


@pytest.mark.parametrize("accept", ["text/html", "image/gif", "*/*;q=0", "application/pdf"])
async def test_a_type_that_is_not_offered_is_refused(
    client: httpx.AsyncClient, accept: str
) -> None:
    answer = await project(client, accept)
    assert_problem(answer, 406, "not-acceptable")
    assert answer.headers["vary"] == "Accept"


async def test_several_accept_lines_count_as_one(client: httpx.AsyncClient) -> None:
    lines = [("Accept", "text/html"), ("Accept", SVG)]
    answer = await client.post("/v1/projections", json=example(), headers=lines)
    assert answer.headers["content-type"] == SVG


async def test_the_picture_of_a_stored_assessment_is_that_of_its_case(
    client: httpx.AsyncClient,
) -> None:
    place = await store(client)
    for media_type, extension in ((SVG, "svg"), (PNG, "png")):
        stored = await client.get(f"{place}/chart.{extension}")
        assert (stored.status_code, stored.headers["content-type"]) == (200, media_type)
        assert stored.content == (await project(client, media_type)).content
        assert "default-src 'none'" in stored.headers["content-security-policy"]


async def test_a_stored_picture_has_a_strong_etag(client: httpx.AsyncClient) -> None:
    place = f"{await store(client)}/chart.svg"
    first, second = await client.get(place), await client.get(place)
    assert first.content == second.content
    tag = first.headers["etag"]
    assert tag == second.headers["etag"]
    assert not tag.startswith("W/")
    unchanged = await client.get(place, headers={"If-None-Match": tag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["etag"] == tag


async def test_a_stored_picture_shows_what_was_answered_not_what_would_be_now(
    client: httpx.AsyncClient, unit_of_work: UnitOfWork
) -> None:
    place = await store(client)
    identifier = place.rpartition("/")[2]
    async with unit_of_work(LOCAL_TENANT) as repositories:
        stored = await repositories.assessments.get(identifier)
        document = json.loads(stored.document)
        for end in ("best", "central", "worst"):
            document["projection"]["trajectory"][-1]["control"]["lean_loss_kg"][end] = 3.21
        await repositories.assessments.remove(identifier)
        changed = replace(stored, document=json.dumps(document).encode())
        await repositories.assessments.add(changed)
    assert "3.2 kg" in written((await client.get(f"{place}/chart.svg")).content)


async def test_no_picture_names_the_patient(client: httpx.AsyncClient) -> None:
    case = example()
    case["patient_ref"] = "somebody-4711"
    place = await store(client, case)
    for path in ("chart.svg", "chart.png"):
        assert b"somebody-4711" not in (await client.get(f"{place}/{path}")).content
    for media_type in (SVG, PNG):
        assert b"somebody-4711" not in (await project(client, media_type, case)).content


async def test_a_plan_that_is_ruled_out_is_drawn_without_sermorelin(
    client: httpx.AsyncClient,
) -> None:
    answer = await project(client, SVG, example("contraindicated"))
    assert "Sermorelin is ruled out by safety-active-malignancy" in written(answer.content)


async def test_without_a_projection_there_is_no_picture(client: httpx.AsyncClient) -> None:
    assert (await project(client, None, SURPLUS)).json()["status"] == "not_applicable"
    place = await store(client, SURPLUS)
    answers = [
        await project(client, SVG, SURPLUS),
        await project(client, PNG, SURPLUS),
        await client.get(f"{place}/chart.svg"),
        await client.get(f"{place}/chart.png"),
    ]
    for answer in answers:
        assert_problem(answer, 422, "projection-not-made")
        assert answer.json()["errors"] == [
            {
                "pointer": "",
                "code": "not-applicable",
                "detail": "No energy deficit: the document sees no effect outside one.",
            }
        ]


async def test_a_case_that_contradicts_itself_is_refused_as_ever(
    client: httpx.AsyncClient,
) -> None:
    case = example(sermorelin={"wake_time": "23:00"})
    assert_problem(await project(client, SVG, case), 422, "conflicting-case")


@pytest.mark.parametrize("extension", ["svg", "png"])
async def test_an_unknown_assessment_has_no_picture(
    client: httpx.AsyncClient, extension: str
) -> None:
    answer = await client.get(f"/v1/assessments/none/chart.{extension}")
    assert_problem(answer, 404, "assessment-not-found")


async def test_another_kind_of_picture_is_not_found(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{await store(client)}/chart.gif")
    assert_problem(answer, 404, "not-found")


async def test_an_unknown_parameter_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{await store(client)}/chart.svg?width=200")
    assert_problem(answer, 422, "invalid-request")


async def test_when_too_many_wait_the_caller_is_told_to_come_back(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Renderer(most_waiting=1)) as crowded:
        monkeypatch.setattr(picture, "renderer", lambda: crowded)
        answers = await asyncio.gather(*(project(client, SVG) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 503, 503]
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert_problem(refused, 503, "renderer-unavailable")
    assert refused.headers["retry-after"] == "1"


async def test_the_service_answers_while_a_picture_is_drawn(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Renderer()) as cold:
        monkeypatch.setattr(picture, "renderer", lambda: cold)
        drawing = asyncio.create_task(project(client, PNG))
        answered = 0
        while not drawing.done():
            await asyncio.sleep(0.005)
            assert (await client.get("/livez")).status_code == 200
            answered += 1
        assert (await drawing).status_code == 200
    # A first picture takes most of a second.
    assert answered > 20


def test_the_pictures_are_in_the_openapi_document(app: FastAPI) -> None:
    paths = app.openapi()["paths"]
    projection = paths["/v1/projections"]["post"]["responses"]
    assert set(projection["200"]["content"]) == {"application/json", SVG, PNG}
    assert "not-acceptable" in projection["406"]["description"]
    stored = {
        media_type: paths[f"/v1/assessments/{{assessment_id}}/chart.{extension}"]["get"][
            "responses"
        ]
        for extension, media_type in (("svg", SVG), ("png", PNG))
    }
    for media_type, responses in stored.items():
        assert set(responses["200"]["content"]) == {media_type}
        assert "304" in responses
    for responses in (projection, *stored.values()):
        assert "projection-not-made" in responses["422"]["description"]
        assert "renderer-unavailable" in responses["503"]["description"]
