"""The three evaluations that store nothing, over HTTP."""

from copy import deepcopy
from typing import Any, Final

import httpx
import pytest

from app.api.schemas.dosing_window import DosingWindowAnswer
from app.api.schemas.examples import CASES
from app.api.schemas.findings import FindingsAnswer
from app.api.schemas.out import NOTICE
from app.api.schemas.projection import ProjectionAnswer
from app.domain.rules import RULES
from tests.api.answers import held_to

ANSWERS: Final[dict[str, type[DosingWindowAnswer | FindingsAnswer | ProjectionAnswer]]] = {
    "/v1/dosing-windows": DosingWindowAnswer,
    "/v1/findings": FindingsAnswer,
    "/v1/projections": ProjectionAnswer,
}


def example(name: str) -> dict[str, Any]:
    return deepcopy(CASES[name])


@pytest.mark.parametrize("path", ANSWERS)
@pytest.mark.parametrize("name", CASES)
async def test_every_example_is_answered_in_the_documented_shape(
    client: httpx.AsyncClient, path: str, name: str
) -> None:
    answer = await client.post(path, json=example(name))
    assert answer.status_code == 200
    shaped = held_to(ANSWERS[path], answer.content)
    assert shaped["notice"] == NOTICE
    assert len(shaped["ruleset"]["sha256"]) == 64
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ANSWERS)
async def test_an_empty_case_is_unknown_not_an_error(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.post(path, json={})).status_code == 200


async def test_an_empty_case_asks_for_what_would_settle_it(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/v1/findings", json={"as_of": "2026-06-01"})).json()
    raised = [finding["rule_id"] for finding in answer["findings"]]
    assert raised == ["expect-metric-warning", "ext-evidence-unverified"]
    asked = [one["asked_by"] for one in answer["missing_inputs"]]
    assert [len(rules) for rules in asked] == sorted((len(rules) for rules in asked), reverse=True)
    named = {rule for one in answer["unknown"] for rule in [one["rule_id"]]}
    assert named == {rule for rules in asked for rule in rules}


async def test_every_rule_is_accounted_for_once(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/v1/findings", json=example("outside"))).json()
    places = [
        *(finding["rule_id"] for finding in answer["findings"]),
        *(one["rule_id"] for one in answer["unknown"]),
        *(one["rule_id"] for one in answer["suppressed"]),
        *answer["clear"],
    ]
    assert sorted(places) == sorted(rule.id for rule in RULES)


async def test_a_finding_shows_what_it_saw_and_rests_on(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/v1/findings", json=example("outside"))).json()
    found = next(one for one in answer["findings"] if one["rule_id"] == "dose-above-ceiling")
    assert found["observed"] == {"sermorelin.dose_mcg": 600}
    assert "600" in found["message"]
    assert found["citations"] == [
        {"claim_id": "ceiling-500", "locators": ["dosing.p2"]},
        {"claim_id": "overdose-side-effects", "locators": ["dosing.p2"]},
    ]
    assert (found["severity"], found["origin"], found["standing"]) == ("warning", "document", False)


async def test_every_finding_rests_on_something(client: httpx.AsyncClient) -> None:
    for name in CASES:
        answer = (await client.post("/v1/findings", json=example(name))).json()
        for found in answer["findings"]:
            assert found["citations"] or found["references"], found["rule_id"]


async def test_an_opportunity_says_from_what_to_what(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/v1/projections", json=example("outside"))).json()
    training, protein = answer["opportunities"]
    assert (training["path"], training["from"], training["to"]) == (
        "training.resistance_sessions_per_week",
        1,
        3,
    )
    assert (protein["path"], protein["from"], protein["to"]) == (
        "nutrition.protein_g_per_kg",
        1.3,
        1.6,
    )


async def test_a_contradiction_names_its_place_and_no_value(client: httpx.AsyncClient) -> None:
    case = example("inside")
    case["sermorelin"]["minutes_before_sleep"] = 47.125
    answer = await client.post("/v1/findings", json=case)
    assert answer.status_code == 422
    assert answer.json()["code"] == "conflicting-case"
    (error,) = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/sermorelin/minutes_before_sleep", "either-or")
    assert "47" not in answer.text.replace(answer.json()["request_id"], "")


async def test_no_more_than_a_hundred_contradictions_are_named(client: httpx.AsyncClient) -> None:
    entry = {"method": "dxa", "measured_on": "2026-05-01", "weight_kg": 80, "fat_mass_kg": 20}
    case = {
        "energy": {"deficit_pct": 10, "deficit_kcal_per_day": 300},
        "body_composition": [{**entry, "body_fat_pct": 50}] * 100,
    }
    answer = await client.post("/v1/findings", json=case)
    assert (answer.status_code, len(answer.json()["errors"])) == (422, 100)
