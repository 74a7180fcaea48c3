"""The request id: taken over if safe, else made; on every answer and in the log."""

import io
import json
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from app.api.dependencies import make_id

ERRORS_AND_ANSWERS = [
    ("GET", "/livez", 200),
    ("GET", "/nowhere", 404),
    ("DELETE", "/livez", 405),
    ("GET", "/livez?x=1", 422),
    ("POST", "/v1/findings", 415),
    ("GET", "/v1/assessments/1", 500),
]


@pytest.mark.parametrize("request_id", ["a", "A-1._z", "0" * 64])
async def test_a_safe_id_is_kept(client: httpx.AsyncClient, request_id: str) -> None:
    response = await client.get("/livez", headers={"X-Request-Id": request_id})
    assert response.headers.get_list("x-request-id") == [request_id]


@pytest.mark.parametrize(
    "request_id", ["", " ", "a b", "0" * 65, "a\tb", "é", "a;b", "<script>", '"', "a\n"]
)
async def test_an_unsafe_id_is_replaced(client: httpx.AsyncClient, request_id: str) -> None:
    headers = {b"x-request-id": request_id.encode()}
    response = await client.get("/livez", headers=headers)
    assert UUID(response.headers["x-request-id"]).version == 7


@pytest.mark.parametrize(("method", "target", "status"), ERRORS_AND_ANSWERS)
async def test_every_answer_and_its_line_carry_the_id(
    client: httpx.AsyncClient, log: io.StringIO, method: str, target: str, status: int
) -> None:
    response = await client.request(method, target, headers={"X-Request-Id": "mine-1"})
    assert response.status_code == status
    assert response.headers["x-request-id"] == "mine-1"
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    [access] = [line for line in lines if line["event"] == "request"]
    assert access["request_id"] == "mine-1"
    assert access["status"] == status


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        (("GET", "/v1/assessments/some-patient"), ("GET", "/v1/assessments/{assessment_id}")),
        (("GET", "/v1/assessments?patient_ref=some-patient"), ("GET", "/v1/assessments")),
        (("GET", "/some-patient"), ("GET", None)),
        (("SOME-PATIENT", "/livez"), ("other", "/livez")),
    ],
)
async def test_the_line_names_the_template_and_no_path(
    client: httpx.AsyncClient, log: io.StringIO, sent: tuple[str, str], line: tuple[str, str | None]
) -> None:
    await client.request(*sent)
    assert "some-patient" not in log.getvalue().lower()
    [access] = [
        line for line in map(json.loads, log.getvalue().splitlines()) if line["event"] == "request"
    ]
    assert set(access) == {
        "event",
        "level",
        "timestamp",
        "method",
        "route",
        "status",
        "duration_ms",
        "request_id",
    }
    assert (access["method"], access["route"]) == line


def test_ids_sort_by_the_time_of_their_making() -> None:
    ids = [make_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert [each[:17] for each in ids] == sorted(each[:17] for each in ids)
    made = UUID(ids[0])
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    at = datetime.fromtimestamp((made.int >> 80) / 1000, UTC)
    assert abs((datetime.now(UTC) - at).total_seconds()) < 60  # noqa: TID251 - against the clock
