"""The OpenAPI document: valid, complete, and the one that is committed."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import httpx
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from openapi_spec_validator import OpenAPIV31SpecValidator

from app.api.openapi import VERSION, render
from app.api.problem_codes import PROBLEMS, ProblemCode
from app.api.strict_route import StrictRoute
from app.cli import OPENAPI_FILE
from tests.api.live import ROOT


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_the_document_is_valid(app: FastAPI) -> None:
    errors = [error.message for error in OpenAPIV31SpecValidator(app.openapi()).iter_errors()]
    assert errors == []


async def test_the_served_document_is_the_committed_one(client: httpx.AsyncClient) -> None:
    response = await client.get("/openapi.json")
    assert response.headers["content-type"] == "application/json"
    assert response.text == OPENAPI_FILE.read_text("utf-8")


def test_making_it_twice_gives_the_same_text(app: FastAPI) -> None:
    assert render(app.openapi()) == render(app.openapi())


def test_its_version_is_the_project_s() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_every_route_is_strict(app: FastAPI) -> None:
    routes = [each.original_route for each in iter_route_contexts(app.routes)]
    assert len(routes) > 10
    assert [route for route in routes if not isinstance(route, StrictRoute)] == []


def test_every_operation_is_named_summed_up_and_tagged(app: FastAPI) -> None:
    document = app.openapi()
    tags = {tag["name"] for tag in document["tags"]}
    for place, operation in _operations(document):
        assert re.fullmatch(r"[a-z]+([A-Z][a-z]+)+", operation["operationId"]), place
        assert operation["summary"], place
        assert set(operation["tags"]) <= tags, place
        assert len(operation["tags"]) == 1, place


def test_every_error_is_declared_as_a_problem(app: FastAPI) -> None:
    for place, operation in _operations(app.openapi()):
        statuses = {int(status) for status in operation["responses"]}
        assert {422, 500} <= statuses, place
        if "requestBody" in operation:
            assert {413, 415} <= statuses, place
        for status, response in operation["responses"].items():
            assert "X-Request-Id" in response["headers"], place
            if int(status) >= 400:
                [(media_type, content)] = response["content"].items()
                assert media_type == "application/problem+json", place
                assert content["schema"] == {"$ref": "#/components/schemas/Problem"}, place
                for code, example in content["examples"].items():
                    assert PROBLEMS[ProblemCode(code)].status == int(status), place
                    assert example["value"]["code"] == code, place


def test_the_codes_are_listed_and_fastapi_s_own_error_is_gone(app: FastAPI) -> None:
    schemas = app.openapi()["components"]["schemas"]
    assert set(schemas["ProblemCode"]["enum"]) == set(ProblemCode)
    assert schemas["Problem"]["properties"]["code"]["$ref"].endswith("/ProblemCode")
    assert not {"HTTPValidationError", "ValidationError"} & set(schemas)
