"""The knowledge base over HTTP: whole, filtered, one by one, and cheap to ask again."""

from typing import Any

import httpx
import pytest

from app.domain.rules import RULES
from app.domain.sources import CLAIM_BY_ID, CLAIMS, CONTRADICTIONS, LOCATORS, REFERENCES
from app.domain.sources.outside.comparators import SERMORELIN_INCREMENT
from app.use_cases.ruleset import current_ruleset
from tests.api.test_problems import assert_problem, errors_of

LISTS = {
    "/v1/rules": [rule.id for rule in RULES],
    "/v1/claims": [claim.id for claim in CLAIMS],
    "/v1/references": [reference.id for reference in REFERENCES],
    "/v1/contradictions": [entry.id for entry in CONTRADICTIONS],
}
FILTERS = [
    ("/v1/rules", "category"),
    ("/v1/rules", "origin"),
    ("/v1/rules", "severity"),
    ("/v1/claims", "topic"),
    ("/v1/claims", "locator"),
    ("/v1/claims", "status"),
]
ANSWERS = [*LISTS, "/v1/rules/dose-above-ceiling", "/v1/claims/ceiling-500"]


async def items(client: httpx.AsyncClient, path: str, **filters: str) -> list[dict[str, Any]]:
    response = await client.get(path, params=filters)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()["items"]
    return found


@pytest.mark.parametrize("path", LISTS)
async def test_a_list_is_whole_and_in_order(client: httpx.AsyncClient, path: str) -> None:
    assert [item["id"] for item in await items(client, path)] == LISTS[path]


@pytest.mark.parametrize("path", ANSWERS)
async def test_every_answer_names_the_rule_set(client: httpx.AsyncClient, path: str) -> None:
    response = await client.get(path)
    ruleset = current_ruleset()
    assert response.json()["ruleset"] == {"version": ruleset.version, "sha256": ruleset.sha256}


@pytest.mark.parametrize("path", ANSWERS)
async def test_an_entity_tag_saves_the_second_answer(client: httpx.AsyncClient, path: str) -> None:
    first = await client.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "no-cache"
    again = await client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (await client.get(path, headers={"If-None-Match": '"other"'})).content == first.content


async def test_another_selection_has_another_tag(client: httpx.AsyncClient) -> None:
    whole = await client.get("/v1/rules")
    part = await client.get("/v1/rules", params={"severity": "critical"})
    assert whole.headers["etag"] != part.headers["etag"]


def values_of(item: dict[str, Any], name: str) -> list[str]:
    """What a filter of this name goes by."""
    match name:
        case "locator":
            return list(item["locators"])
        case "status":
            return [item["external"]["status"]]
        case _:
            return [item[name]]


@pytest.mark.parametrize(("path", "name"), FILTERS)
async def test_a_filter_keeps_what_fits_and_nothing_else(
    client: httpx.AsyncClient, path: str, name: str
) -> None:
    whole = await items(client, path)
    values = {value for item in whole for value in values_of(item, name)}
    assert len(values) > 1
    for value in values:
        kept = await items(client, path, **{name: value})
        assert kept == [item for item in whole if value in values_of(item, name)]


async def test_filters_join(client: httpx.AsyncClient) -> None:
    found = await items(client, "/v1/rules", category="dose", origin="external", severity="info")
    assert [item["id"] for item in found] == ["ext-dose-vs-studied"]
    claims = await items(client, "/v1/claims", topic="cost", locator="faq.cost", status="supported")
    assert all(item["topic"] == "cost" for item in claims)
    assert await items(client, "/v1/rules", category="cost", severity="critical") == []


@pytest.mark.parametrize(("path", "name"), FILTERS)
@pytest.mark.parametrize("value", ["no-such-value", "", "DOSE"])
async def test_a_value_that_does_not_exist_is_refused(
    client: httpx.AsyncClient, path: str, name: str, value: str
) -> None:
    response = await client.get(path, params={name: value})
    assert_problem(response, 422, "invalid-request")
    assert errors_of(response) == {(f"/query/{name}", "not-one-of")}
    assert "no-such-value" not in response.text


@pytest.mark.parametrize("path", ANSWERS)
async def test_a_parameter_that_does_not_exist_is_refused(
    client: httpx.AsyncClient, path: str
) -> None:
    response = await client.get(path, params={"colour": "blue"})
    assert_problem(response, 422, "invalid-request")
    assert errors_of(response) == {("/query/colour", "unknown-parameter")}


@pytest.mark.parametrize("name", ["rule", "claim"])
@pytest.mark.parametrize("id_", ["no-such-id", "x" * 300, "%00", "dose-above-ceiling%20"])
async def test_an_unknown_id_is_not_found(client: httpx.AsyncClient, name: str, id_: str) -> None:
    response = await client.get(f"/v1/{name}s/{id_}")
    assert_problem(response, 404, "not-found" if id_ == "%00" else f"{name}-not-found")


async def test_every_rule_and_every_claim_can_be_asked_for(client: httpx.AsyncClient) -> None:
    for path in ("/v1/rules", "/v1/claims"):
        for item in await items(client, path):
            alone = (await client.get(f"{path}/{item['id']}")).json()
            assert item == {name: alone[name] for name in item}


async def test_a_rule_with_its_account(client: httpx.AsyncClient) -> None:
    rule = (await client.get("/v1/rules/dose-above-ceiling")).json()
    assert rule["account"][:2] == [
        "Raised when dose is above 500 mcg.",
        "At the boundary: dose of exactly 500 mcg does not raise.",
    ]
    assert {one["claim_id"]: one["locators"] for one in rule["citations"]} == {
        claim: list(CLAIM_BY_ID[claim].locators)
        for claim in ("ceiling-500", "overdose-side-effects")
    }
    assert rule["suppressed_by"] == ["dose-unit-implausible"]
    assert rule["applies_to"] == []
    assert rule["reads"] == ["sermorelin.dose_mcg"]


async def test_a_rule_that_yields_to_contraindications_names_them(
    client: httpx.AsyncClient,
) -> None:
    barring = [
        item["id"]
        for item in await items(client, "/v1/rules")
        if item["contraindication"] != "none"
    ]
    rule = (await client.get("/v1/rules/titrate-up-option")).json()
    assert len(barring) > 10
    assert set(barring) <= set(rule["suppressed_by"])


async def test_every_citation_leads_to_a_claim_and_a_passage(client: httpx.AsyncClient) -> None:
    claims = {item["id"]: item for item in await items(client, "/v1/claims")}
    references = {item["id"] for item in await items(client, "/v1/references")}
    for path in ("/v1/rules", "/v1/contradictions"):
        for item in await items(client, path):
            assert item["citations"] or item["references"], item["id"]
            assert {one["id"] for one in item["references"]} <= references
            for citation in item["citations"]:
                assert citation["locators"] == claims[citation["claim_id"]]["locators"]
                assert set(citation["locators"]) <= LOCATORS


async def test_a_claim_names_the_rules_and_contradictions_that_use_it(
    client: httpx.AsyncClient,
) -> None:
    rules = await items(client, "/v1/rules")
    contradictions = await items(client, "/v1/contradictions")

    def using(users: list[dict[str, Any]], claim_id: str) -> list[str]:
        return [
            user["id"]
            for user in users
            if claim_id in [citation["claim_id"] for citation in user["citations"]]
        ]

    for item in await items(client, "/v1/claims"):
        claim = (await client.get(f"/v1/claims/{item['id']}")).json()
        assert [rule["id"] for rule in claim["rules"]] == using(rules, item["id"])
        assert claim["contradictions"] == using(contradictions, item["id"])


async def test_the_sums_of_a_contradiction_are_spelled_out(client: httpx.AsyncClient) -> None:
    found = {item["id"]: item for item in await items(client, "/v1/contradictions")}
    first = found["A1"]["arithmetic"][0]
    assert first == {
        "label": "fat share, treated arm",
        "expression": ("{jama-2014-sermorelin-kg.fat} / {jama-2014-sermorelin-kg.total} * 100"),
        "spelled_out": "5.9 / 6.8 * 100",
        "result": 86.76470588235294,
        "printed": "86.8",
        "unit": "%",
    }
    for item in found.values():
        for step in item["arithmetic"]:
            assert "{" not in step["spelled_out"]


async def test_a_contradiction_names_the_rules_of_what_the_document_leaves_out(
    client: httpx.AsyncClient,
) -> None:
    found = {item["id"]: item["rules"] for item in await items(client, "/v1/contradictions")}
    assert "ext-pregnancy-lactation" in found["E10"]
    assert found["A1"] == []


async def test_a_rule_names_the_option_that_decides_with_its_facts(
    client: httpx.AsyncClient,
) -> None:
    rule = (await client.get("/v1/rules/ext-glp1-6month-weight")).json()
    assert "projection_options.horizon_weeks" in rule["reads"]
    assert any("projection_options.horizon_weeks" in sentence for sentence in rule["account"])


async def test_a_reference_says_how_well_it_was_checked(client: httpx.AsyncClient) -> None:
    found = {item["id"]: item for item in await items(client, "/v1/references")}
    assert set(SERMORELIN_INCREMENT.references) <= set(found)
    for item in found.values():
        assert item["tier"] in {"seen", "secondary", "general", "judgement"}
        assert item["confidence"] in {"high", "medium"}
        assert item["citation"]
