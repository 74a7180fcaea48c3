"""The explanation over HTTP: of the very answer that was stored."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from typing import Any, Final

import httpx
import pytest

from app.api.json_answer import to_json
from app.api.schemas.assessment import plain_assessment, stored_case
from app.domain.assessment import assess
from app.domain.rules import RULES
from app.main import create_app
from app.settings import Settings
from app.use_cases.ports import LOCAL_TENANT, UnitOfWork
from app.use_cases.ruleset import current_ruleset
from tests.api.conftest import client_of
from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem
from tests.memory import memory_unit_of_work

ODD_UNITS: Final = [
    {
        "analyte": analyte,
        "value": value,
        "unit": unit,
        "collected_on": day,
        "reference_low": value / 3,
        "reference_high": value * 1.1,
        "z_score": -0.1,
    }
    for analyte, unit, value in (
        ("igf1", "nmol/L", 23.1),
        ("igfbp3", "mg/L", 4.7),
        ("fasting_glucose", "mmol/L", 5.3),
        ("hba1c", "mmol/mol", 37.3),
    )
    for day in ("2026-03-20", "2026-05-21")
]
BY_THE_MODEL: Final = {"horizon_weeks": 53, "strict_effect_ceiling": True}
CASES: Final[dict[str, dict[str, Any]]] = {
    "inside": example("inside"),
    "outside": example("outside"),
    "contraindicated": example("contraindicated"),
    "nothing known": {"patient_ref": "p", "as_of": "2026-06-01"},
    "odd units, by the model": example() | {"labs": ODD_UNITS, "projection_options": BY_THE_MODEL},
    "no outside evidence, empty lists": example()
    | {"options": {"external_evidence": False}, "labs": [], "body_composition": []},
    "awkward numbers": example()
    | {
        "nutrition": {"protein_g_per_kg": 0.1 + 0.2},
        "projection_options": {"weight_loss_kg": 1e-300},
        "sermorelin": {"dose_mcg": 1 / 3, "minutes_before_sleep": -0.0, "sleep_time": "00:00"},
    },
}
IDS: Final = tuple(CASES)


@dataclass(frozen=True, slots=True)
class Service:
    client: httpx.AsyncClient
    unit_of_work: UnitOfWork

    async def made(self, case: dict[str, Any]) -> httpx.Response:
        response = await self.client.post("/v1/assessments", json=case)
        assert response.status_code == 201, response.text
        return response

    async def explained(self, case: dict[str, Any]) -> dict[str, Any]:
        place = (await self.made(case)).headers["location"]
        response = await self.client.get(f"{place}/explanation")
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    async def keep_older(self, made: httpx.Response, said: bytes, once: bytes) -> bytes:
        """The same assessment again under the id "older", as another rule set had made it."""
        async with self.unit_of_work(LOCAL_TENANT) as repositories:
            stored = await repositories.assessments.get(made.json()["id"])
            document = stored.document.replace(stored.id.encode(), b"older").replace(said, once)
            older = replace(stored, id="older", document=document, ruleset_sha256="0" * 64)
            await repositories.assessments.add(older)
        return document


@pytest.fixture
async def service() -> AsyncGenerator[Service]:
    unit_of_work = memory_unit_of_work()
    app = create_app(Settings(), unit_of_work=unit_of_work)
    async with client_of(app) as client:
        yield Service(client, unit_of_work)


@pytest.mark.parametrize("case", CASES.values(), ids=IDS)
async def test_the_stored_case_gives_the_stored_answer_again(
    service: Service, case: dict[str, Any]
) -> None:
    """Bit for bit: findings, verdict, projection, summary and what was understood."""
    made = await service.made(case)
    stored = made.json()
    given = stored_case(made.content)
    assert given is not None
    again = to_json(plain_assessment(given, assess(given.to_domain(today=given.as_of))))
    assert json.loads(again) == {
        name: value for name, value in stored.items() if name not in {"id", "created_at"}
    }
    assert {"summary", "interpreted", "dosing_window", "projection", "findings"} < set(stored)


@pytest.mark.parametrize("case", CASES.values(), ids=IDS)
async def test_every_rule_gives_the_answer_that_was_stored(
    service: Service, case: dict[str, Any]
) -> None:
    stored = (await service.made(case)).json()
    rules = (await service.explained(case))["rules"]
    answers: dict[str, set[str]] = {}
    for rule in rules:
        answers.setdefault(rule["answer"], set()).add(rule["rule_id"])
    assert answers.get("raised", set()) == {one["rule_id"] for one in stored["findings"]}
    assert answers.get("unknown", set()) == {one["rule_id"] for one in stored["unknown"]}
    assert answers.get("suppressed", set()) == {one["rule_id"] for one in stored["suppressed"]}
    assert answers.get("clear", set()) == set(stored["clear"])
    messages = {rule["rule_id"]: rule["message"] for rule in rules}
    for finding in stored["findings"]:
        assert messages[finding["rule_id"]] == finding["message"]


async def test_a_raised_rule_down_to_the_locator(service: Service) -> None:
    rules = {
        rule["rule_id"]: rule for rule in (await service.explained(example("outside")))["rules"]
    }
    assert len(rules) == len(RULES)
    found = rules["dose-above-ceiling"]
    assert found["answer"] == "raised"
    assert found["facts"] == {"sermorelin.dose_mcg": 600}
    assert found["when"] == "dose is above 500 mcg"
    assert found["boundary"] == "dose of exactly 500 mcg does not raise"
    assert found["comparison"] == "dose [600 mcg] is above 500 mcg (holds): raised."
    assert found["thresholds"] == [
        {"path": "sermorelin.dose_mcg", "text": "dose [600 mcg] is above 500 mcg", "holds": True}
    ]
    assert "600 mcg" in found["message"]
    assert [one["claim_id"] for one in found["citations"]] == [
        "ceiling-500",
        "overdose-side-effects",
    ]
    assert all(one["locators"] for one in found["citations"])


async def test_an_unknown_and_a_suppressed_rule(service: Service) -> None:
    case = example()
    case["sermorelin"] = {"dose_mcg": 5000}
    rules = {rule["rule_id"]: rule for rule in (await service.explained(case))["rules"]}
    unknown, suppressed = rules["timing-window"], rules["dose-above-ceiling"]
    assert unknown["answer"] == "unknown"
    assert unknown["facts"] == {"sermorelin.minutes_before_sleep": None}
    assert unknown["missing"]
    assert unknown["message"] is None
    assert suppressed["answer"] == "suppressed"
    assert suppressed["suppressed_by"] == ["dose-unit-implausible"]


async def test_the_steps_lead_to_the_stored_kilograms(service: Service) -> None:
    case = example("outside")
    stored = (await service.made(case)).json()["projection"]
    projection = (await service.explained(case))["projection"]
    steps = {step["id"]: step for step in projection["steps"]}
    for band in ("best", "central", "worst"):
        for arm in ("control", "sermorelin"):
            assert steps[f"{arm}-lean-loss.{band}"]["value"] == stored[arm]["lean_loss_kg"][band]
            assert steps[f"{arm}-fat-loss.{band}"]["value"] == stored[arm]["fat_loss_kg"][band]
        assert steps[f"realised-effect.{band}"]["value"] == stored["effect"]["realised"][band]
    for end in ("low", "central", "high"):
        assert steps[f"lean-saved.{end}"]["value"] == stored["lean_saved_kg"][end]
    assert steps["control-share.best"]["citations"][0]["locators"]
    assert projection["assumptions"] == stored["assumptions"]
    assert projection["band_note"] == stored["band_note"]


async def test_a_projection_that_was_not_made_has_a_reason_and_no_steps(service: Service) -> None:
    projection = (await service.explained(CASES["nothing known"]))["projection"]
    assert projection["status"] == "unavailable"
    assert projection["reason"]
    assert projection["steps"] == []


async def test_the_contradictions_that_touch_the_answer(service: Service) -> None:
    answer = await service.explained(example("outside"))
    everything = (await service.client.get("/v1/contradictions")).json()["items"]
    whole = {item["id"]: item for item in everything}
    assert 0 < len(answer["contradictions"]) < len(whole)
    for found in answer["contradictions"]:
        assert found | whole[found["id"]] == found
        assert found["shared_claims"] or found["rules"]
        assert found["touches"]


async def test_it_says_whose_answer_it_is_and_by_which_rules(service: Service) -> None:
    made = await service.made(example())
    response = await service.client.get(f"{made.headers['location']}/explanation")
    answer, stored = response.json(), made.json()
    for name in ("id", "as_of", "ruleset", "notice"):
        assert answer[name] == stored[name]
    assert answer["ruleset"]["sha256"] == current_ruleset().sha256
    tag = response.headers["etag"]
    again = await service.client.get(str(response.url), headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


async def test_an_assessment_that_is_not_there(service: Service) -> None:
    response = await service.client.get("/v1/assessments/none/explanation")
    assert_problem(response, 404, "assessment-not-found")


async def test_after_a_change_of_the_rules_the_same_answer_is_explained(service: Service) -> None:
    made = await service.made(example())
    ruleset = json.dumps(made.json()["ruleset"]["sha256"]).encode()
    await service.keep_older(made, ruleset, b'"another"')
    found = await service.client.get("/v1/assessments/older/explanation")
    here = await service.client.get(f"{made.headers['location']}/explanation")
    assert found.status_code == 200
    assert found.json() == here.json() | {"id": "older"}


@pytest.mark.parametrize(
    ("said", "once"),
    [
        (b'"dosing_verdict":"inside"', b'"dosing_verdict":"outside"'),
        (b'"as_of":"2026-06-01"', b'"as_of":"2026-06-02"'),
        (b'"training":{"resistance_sessions_per_week":3}', b'"training":{"sessions":3}'),
    ],
    ids=["another answer", "another case", "another shape"],
)
async def test_an_answer_that_the_rules_no_longer_give_stays_and_is_not_explained(
    service: Service, said: bytes, once: bytes
) -> None:
    made = await service.made(example())
    assert said in made.content
    document = await service.keep_older(made, said, once)
    assert_problem(
        await service.client.get("/v1/assessments/older/explanation"), 409, "ruleset-changed"
    )
    kept = await service.client.get("/v1/assessments/older")
    assert (kept.status_code, kept.content) == (200, document)


async def test_unknown_parameters_are_refused(service: Service) -> None:
    response = await service.client.get("/v1/assessments/none/explanation?deep=1")
    assert_problem(response, 422, "invalid-request")
