"""What the service counts of itself."""

import re

import httpx

from app.api.schemas.examples import CASES
from app.domain.rules import RULES
from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of
from tests.api.test_assessments import example
from tests.memory import memory_unit_of_work


async def _counts(client: httpx.AsyncClient, name: str) -> dict[str, float]:
    """Label values, as they are written, to the count."""
    response = await client.get("/metrics")
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = re.findall(rf"^{name}(?:\{{(.*)\}})? (\S+)$", response.text, re.MULTILINE)
    return {labels: float(count) for labels, count in lines}


def _client() -> httpx.AsyncClient:
    return client_of(create_app(Settings(), unit_of_work=memory_unit_of_work()))


async def test_requests_are_counted_by_template_and_status() -> None:
    async with _client() as client:
        for path in ("/v1/assessments/a", "/v1/assessments/b", "/p-1042", "/livez"):
            await client.get(path)
        await client.request("SOME-PATIENT", "/livez")
        counts = await _counts(client, "leankeep_http_requests_total")
        timed = await _counts(client, "leankeep_http_request_duration_seconds_count")
    read = 'method="GET",route="/v1/assessments/{assessment_id}"'
    assert counts[f'{read},status="404"'] == 2
    assert timed[read] == 2
    assert counts['method="GET",route="none",status="404"'] == 1
    assert counts['method="GET",route="/livez",status="200"'] == 1
    assert counts['method="other",route="/livez",status="405"'] == 1
    assert not re.search(r"p-1042|SOME-PATIENT", str(counts))


async def test_findings_and_verdicts_are_counted_once_they_are_told() -> None:
    async with _client() as client:
        answer = (await client.post("/v1/findings", json=CASES["outside"])).json()
        raised = {finding["rule_id"] for finding in answer["findings"]}
        await client.post("/v1/dosing-windows", json=CASES["outside"])
        for _ in range(2):
            key = {"Idempotency-Key": "once"}
            await client.post("/v1/assessments", json=example("outside"), headers=key)
        await client.post("/v1/findings", json={"patient": 1})
        rules = await _counts(client, "leankeep_rules_raised_total")
        verdicts = await _counts(client, "leankeep_dosing_verdicts_total")
    assert raised
    assert rules == {f'rule="{rule.id}"': 2 * (rule.id in raised) for rule in RULES}
    assert verdicts == {
        'verdict="contraindicated"': 0,
        'verdict="outside"': 2,
        'verdict="indeterminate"': 0,
        'verdict="inside"': 0,
    }


async def test_the_pool_of_connections_is_watched(sqlite_url: str) -> None:
    app = create_app(Settings(database_url=sqlite_url))
    async with app.router.lifespan_context(app), client_of(app) as client:
        assert await _counts(client, "leankeep_database_pool_in_use") == {"": 0}
        assert await _counts(client, "leankeep_database_pool_size") == {"": 5}


async def test_two_services_in_one_process_count_apart() -> None:
    async with _client() as one, _client() as other:
        await one.get("/livez")
        await other.get("/metrics")
        livez = 'method="GET",route="/livez",status="200"'
        assert (await _counts(one, "leankeep_http_requests_total"))[livez] == 1
        assert livez not in await _counts(other, "leankeep_http_requests_total")
