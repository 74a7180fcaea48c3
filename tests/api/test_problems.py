"""Every error is a problem, complete and without a value of the request."""

import ast
import importlib
import io
import json
import pkgutil
from collections.abc import Iterator
from typing import get_args

import httpx
import pytest
from fastapi import FastAPI
from pydantic_core.core_schema import ErrorType

import app as package
from app.api import field_errors, problems
from app.api.field_errors import FieldCode, pointer_to
from app.api.problem_codes import PROBLEMS, ProblemCode
from app.domain.errors import DomainError, StorageUnavailableError
from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of, failing_unit_of_work
from tests.api.live import ROOT

CANARY = "canary-5c1f93e7"
MEMBERS = {"type", "title", "status", "detail", "code", "request_id"}


def assert_problem(response: httpx.Response, status: int, code: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert set(problem) == MEMBERS | ({"errors"} if status == 422 else set())
    assert problem["status"] == status
    assert problem["code"] == code
    assert problem["type"] == f"urn:leankeep:problem:{code}"
    assert problem["request_id"] == response.headers["x-request-id"]
    assert problem["title"]
    assert problem["detail"]


def errors_of(response: httpx.Response) -> set[tuple[str, str]]:
    return {(error["pointer"], error["code"]) for error in response.json()["errors"]}


def _all_domain_errors(kind: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    for derived in kind.__subclasses__():
        yield derived
        yield from _all_domain_errors(derived)


def test_every_domain_error_has_a_row() -> None:
    for module in pkgutil.walk_packages(package.__path__, "app."):
        importlib.import_module(module.name)
    assert set(_all_domain_errors()) == set(problems.DOMAIN_PROBLEMS)


def test_every_code_has_its_words() -> None:
    assert set(PROBLEMS) == set(ProblemCode)


async def test_an_unknown_path_is_not_found(client: httpx.AsyncClient) -> None:
    assert_problem(await client.get(f"/v1/{CANARY}"), 404, "not-found")
    assert_problem(await client.get("/"), 404, "not-found")


@pytest.mark.parametrize("path", ["/livez/", "/v1/findings/", "/docs/", "//livez"])
async def test_a_trailing_slash_is_another_path(client: httpx.AsyncClient, path: str) -> None:
    assert_problem(await client.get(path), 404, "not-found")
    assert_problem(await client.post(path, json={}), 404, "not-found")


async def test_a_path_with_nul_is_not_found(client: httpx.AsyncClient) -> None:
    assert_problem(await client.get("/v1/assessments/a%00b"), 404, "not-found")


async def test_another_method_is_told_which_are_allowed(client: httpx.AsyncClient) -> None:
    response = await client.put("/v1/findings", json={})
    assert_problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "POST"


async def test_allow_names_the_methods_of_every_route_of_the_path(
    client: httpx.AsyncClient,
) -> None:
    response = await client.patch("/v1/assessments", json={})
    assert_problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/assessments/batch", "POST"),
        ("DELETE", "/v1/assessments/batch", "POST"),
        ("DELETE", "/v1/assessments/export", "GET, HEAD"),
        ("POST", "/v1/assessments/export", "GET, HEAD"),
        ("OPTIONS", "/v1/assessments/export", "GET, HEAD"),
        ("PUT", "/v1/assessments/batches", "DELETE, GET, HEAD"),
    ],
)
async def test_a_path_of_its_own_is_no_id(
    client: httpx.AsyncClient, method: str, path: str, allowed: str
) -> None:
    response = await client.request(method, path)
    assert_problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == allowed


@pytest.mark.parametrize("path", ["/v1/findings", "/v1/assessments/batch"])
async def test_what_cannot_be_read_has_no_head(client: httpx.AsyncClient, path: str) -> None:
    response = await client.head(path)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"?{CANARY}=1", {(f"/query/{CANARY}", "unknown-parameter")}),
        ("?limit=1&limit=2", {("/query/limit", "repeated-parameter")}),
        ("?limit=0", {("/query/limit", "out-of-range")}),
        ("?limit=201", {("/query/limit", "out-of-range")}),
        ("?limit=", {("/query/limit", "wrong-type")}),
        ("?limit=NaN", {("/query/limit", "wrong-type")}),
        ("?limit=" + "9" * 5000, {("/query/limit", "out-of-range")}),
        ("?cursor=%00", {("/query/cursor", "nul-character")}),
        ("?patient_ref=a%20b", {("/query/patient_ref", "wrong-format")}),
        ("?limit=1&" + "x" * 100, {("/query/" + "x" * 64, "unknown-parameter")}),
    ],
)
async def test_query_parameters_are_known_single_and_in_range(
    client: httpx.AsyncClient, query: str, expected: set[tuple[str, str]]
) -> None:
    response = await client.get(f"/v1/assessments{query}")
    assert_problem(response, 422, "invalid-request")
    assert errors_of(response) == expected


async def test_no_path_takes_a_parameter_it_does_not_know(client: httpx.AsyncClient) -> None:
    for path in ("/livez", "/docs", "/openapi.json", "/v1/assessments/1"):
        assert_problem(await client.get(path, params={"x": 1}), 422, "invalid-request")
    assert_problem(
        await client.post("/v1/findings", params={"x": 1}, json={}), 422, "invalid-request"
    )


async def test_storage_that_fails_is_503_and_says_when_to_come_back(log: io.StringIO) -> None:
    error = StorageUnavailableError(CANARY)
    app = create_app(Settings(), unit_of_work=failing_unit_of_work(error))
    async with client_of(app) as client:
        response = await client.get("/v1/assessments/1")
    assert_problem(response, 503, "storage-unavailable")
    assert int(response.headers["retry-after"]) > 0
    assert CANARY not in response.text + log.getvalue()


async def test_a_bug_is_500_and_its_text_goes_nowhere(log: io.StringIO) -> None:
    error = RuntimeError(CANARY)
    error.__cause__ = ValueError(CANARY)
    app = create_app(Settings(), unit_of_work=failing_unit_of_work(error))
    async with client_of(app) as client:
        response = await client.get("/v1/assessments/1")
    assert_problem(response, 500, "internal-error")
    assert CANARY not in response.text + log.getvalue()
    [failure] = [line for line in map(json.loads, log.getvalue().splitlines()) if "error" in line]
    assert failure["error"] == ["RuntimeError", "ValueError"]
    assert failure["request_id"] == response.headers["x-request-id"]
    assert any("conftest.py" in frame for frame in failure["frames"])


async def test_every_answer_forbids_sniffing_and_keeping(
    client: httpx.AsyncClient, app: FastAPI
) -> None:
    assert app.routes
    for response in (
        await client.get("/livez"),
        await client.get("/nowhere"),
        await client.post("/v1/findings", json={}),
        await client.post("/v1/findings", content=b"{"),
    ):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ((), ""),
        (("labs", 0, "value"), "/labs/0/value"),
        (("a/b~c",), "/a~1b~0c"),
        (("x" * 65,), "/" + "x" * 64),
        (("a\0b\ud800\x85",), "/a\ufffdb\ufffd\ufffd"),
        (("",), "/"),
    ],
)
def test_pointers_are_safe_to_show(path: tuple[str | int, ...], pointer: str) -> None:
    assert pointer_to(path) == pointer


def test_every_error_of_pydantic_is_told_without_its_message() -> None:
    bounds = {"expected": "a or b", "pattern": "^a$", "min_length": 1, "max_length": 2}
    context = bounds | {"gt": 0.5, "ge": 1, "lt": 2, "le": 3, "input_value": CANARY}
    for kind in get_args(ErrorType):
        [error] = field_errors.from_pydantic(
            [{"type": kind, "loc": ("body", "x"), "msg": CANARY, "ctx": context}]
        )
        assert error.pointer == "/x"
        assert error.code in set(FieldCode)
        assert "{" not in error.detail
        assert CANARY not in error.detail


def test_no_more_than_a_hundred_places_are_named() -> None:
    error = {"type": "missing", "loc": ("body", "x"), "msg": ""}
    assert len(field_errors.from_pydantic([error] * 101)) == field_errors.MOST_ERRORS == 100


def test_every_error_of_our_own_shapes_has_words() -> None:
    """An error type that is not in the table would be told as no more than invalid."""
    kinds = {
        str(ast.literal_eval(node.args[0]))
        for file in (ROOT / "app" / "api").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"PydanticCustomError", "PydanticKnownError"}
    }
    assert "unit_mismatch" in kinds
    assert kinds <= field_errors.WORDS.keys()
