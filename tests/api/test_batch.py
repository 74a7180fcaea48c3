"""A batch over HTTP, on both databases: every case is answered as it would be alone."""

import io
import json
from collections.abc import AsyncGenerator
from typing import Any, Final

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.api.schemas.batch import BatchRefusedOut, BatchStoredOut
from app.api.schemas.examples import CASES
from app.domain.rules import RULES
from app.main import create_app
from app.settings import Settings
from tests.api.answers import held_to
from tests.api.batches import (
    BATCH,
    JSON,
    NDJSON,
    Served,
    contradicting,
    exported,
    ids_of,
    lines_of,
    ndjson,
    random_cases,
    refused,
    send,
    send_lines,
    serving,
    small,
    statuses,
    without_names,
)
from tests.api.conftest import client_of
from tests.api.keyed import without_id
from tests.api.test_assessments import example
from tests.api.test_metrics import _counts
from tests.api.test_problems import assert_problem, errors_of
from tests.memory import memory_unit_of_work


@pytest.fixture
async def served(engine: AsyncEngine) -> AsyncGenerator[Served]:
    async with serving(engine) as served:
        yield served


@pytest.fixture
async def memory() -> AsyncGenerator[httpx.AsyncClient]:
    app = create_app(Settings(), unit_of_work=memory_unit_of_work())
    async with client_of(app) as client:
        yield client


MIXED: Final[list[dict[str, Any]]] = [
    *(example(), refused(), example("outside")),
    *(contradicting(), {}, example("contraindicated")),
]


async def test_the_three_forms_of_a_body_are_answered_alike(served: Served) -> None:
    lines = ndjson(MIXED)
    answers = [
        await served.client.post(BATCH, json=MIXED),
        await served.client.post(BATCH, json={"cases": MIXED}),
        await send_lines(served.client, lines),
        await send_lines(served.client, b"\n" + lines.replace(b"\n", b"\r\n \t\n\r\n")),
        await send_lines(served.client, lines.rstrip(b"\n")),
        await send_lines(served.client, lines, {"Content-Type": "Application/X-NDJSON; q=1"}),
    ]
    told = [
        [without_names(line.get("assessment") or line["problem"]) for line in lines_of(answer)]
        for answer in answers
    ]
    assert [statuses(answer) for answer in answers] == [[201, 422, 201, 422, 422, 201]] * 6
    assert told == [told[0]] * 6
    assert len(set(told[0])) == 6
    stored = [each for answer in answers for each in ids_of(answer)]
    assert len(set(stored)) == 18
    assert await served.ids() == stored


async def test_lines_are_what_the_document_says(served: Served) -> None:
    for line in (await send(served.client, MIXED)).content.splitlines():
        if json.loads(line)["status"] == 201:
            held_to(BatchStoredOut, line)
        else:
            held_to(BatchRefusedOut, line)


async def test_what_was_answered_can_be_fetched_again(served: Served) -> None:
    answer = await send(served.client, MIXED)
    assert "idempotency-replayed" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    for line, sent in zip(answer.content.splitlines(), MIXED, strict=True):
        _, _, document = line.partition(b',"status":201,"assessment":')
        if document:
            place = json.loads(line)["assessment"]["id"]
            again = await served.client.get(f"/v1/assessments/{place}")
            assert again.content + b"}" == document
            assert again.json()["patient_ref"] == sent.get("patient_ref")


@pytest.mark.slow
async def test_a_line_is_what_one_case_is_answered(memory: httpx.AsyncClient) -> None:
    """Number for number and in the same order, over a few hundred cases."""
    cases = random_cases(300)
    assert len(cases) == 300
    lines = lines_of(await send(memory, cases))
    kinds = set()
    for case, line in zip(cases, lines, strict=True):
        alone = await memory.post("/v1/assessments", json=case)
        assert line["status"] == alone.status_code
        kinds.add(alone.status_code)
        if alone.status_code == 201:
            assert without_names(line["assessment"]) == without_names(alone.json())
        else:
            assert line["problem"] == without_id(alone)
    assert kinds == {201, 422}


async def test_a_conflict_is_what_one_case_is_answered(memory: httpx.AsyncClient) -> None:
    cases = random_cases(60, consistent=False)
    for case, line in zip(cases, lines_of(await send(memory, cases)), strict=True):
        if line["status"] == 422:
            alone = await memory.post("/v1/assessments", json=case)
            assert line["problem"] == without_id(alone)
    codes = [line.get("problem", {}).get("code") for line in lines_of(await send(memory, cases))]
    assert codes.count("conflicting-case") > 30


@pytest.mark.slow
async def test_many_are_stored_in_their_order(served: Served) -> None:
    answer = await send(served.client, map(small, range(200)), "once")
    found = lines_of(answer)
    assert [line["assessment"]["patient_ref"] for line in found] == [f"p-{n}" for n in range(200)]
    assert await served.ids() == ids_of(answer)
    # All of them were made at the same moment: only the id tells the newest.
    export = await served.client.get("/v1/assessments/export")
    assert [json.loads(each)["id"] for each in exported(export)] == ids_of(answer)[::-1]


@pytest.mark.parametrize("count", [0, 1001])
async def test_none_and_too_many_are_refused_as_a_whole(served: Served, count: int) -> None:
    cases: list[object] = [{}] * count
    for body in (cases, {"cases": cases}):
        answer = await served.client.post(BATCH, json=body)
        assert_problem(answer, 422, "invalid-request")
        assert errors_of(answer) == {("", "wrong-length")}
    for content in (ndjson(cases), b"\n \r\n" * 3 + b"not json\n" * count):
        answer = await send_lines(served.client, content)
        assert_problem(answer, 422, "invalid-request")
        assert errors_of(answer) == {("", "wrong-length")}
    assert await served.ids() == []


async def test_one_case_is_a_batch_too(served: Served) -> None:
    for body in ([small()], {"cases": [small()]}):
        assert statuses(await served.client.post(BATCH, json=body)) == [201]
    assert statuses(await send_lines(served.client, ndjson([small()]))) == [201]


async def test_a_thousand_are_answered_and_the_good_ones_among_them_stored(
    memory: httpx.AsyncClient,
) -> None:
    cases = [{} if number % 20 else small(number) for number in range(1, 1001)]
    expected = [422 if number % 20 else 201 for number in range(1, 1001)]
    for answer in (await send(memory, cases), await send_lines(memory, ndjson(cases))):
        assert statuses(answer) == expected
    assert len(exported(await memory.get("/v1/assessments/export"))) == 100


async def test_each_case_is_counted_once_it_is_told(log: io.StringIO) -> None:
    assert not log.getvalue()
    async with client_of(create_app(Settings(), unit_of_work=memory_unit_of_work())) as client:
        alone = await client.post("/v1/findings", json=CASES["outside"])
        raised = {finding["rule_id"] for finding in alone.json()["findings"]}
        before = await _counts(client, "leankeep_rules_raised_total")
        cases = [example("outside"), refused(), example("outside"), contradicting()] * 40
        for _ in range(2):  # what is only told again is not counted again
            assert statuses(await send(client, cases, "once")) == [201, 422, 201, 422] * 40
        rules = await _counts(client, "leankeep_rules_raised_total")
        verdicts = await _counts(client, "leankeep_dosing_verdicts_total")
        requests = await _counts(client, "leankeep_http_requests_total")
    assert raised
    for rule in RULES:
        label = f'rule="{rule.id}"'
        assert rules[label] - before[label] == 80 * (rule.id in raised)
    assert verdicts['verdict="outside"'] == 80
    assert sum(verdicts.values()) == 80
    assert requests[f'method="POST",route="{BATCH}",status="200"'] == 2


@pytest.mark.parametrize("headers", [JSON, NDJSON])
async def test_an_unknown_parameter_is_refused(
    memory: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    answer = await memory.post(f"{BATCH}?colour=red", content=ndjson([small()]), headers=headers)
    assert_problem(answer, 422, "invalid-request")
    assert errors_of(answer) == {("/query/colour", "unknown-parameter")}
