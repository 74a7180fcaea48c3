"""POST /v1/comparisons: each case as it would be answered alone, and every refusal in its place."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import httpx
import pytest
from fastapi import FastAPI

from app.api.routes.comparisons import COMPARISON_EXAMPLES
from app.api.schemas.comparison import NOTE, ComparisonAnswer
from app.api.schemas.examples import CASES
from app.api.schemas.out import NOTICE
from tests.api.answers import held_to

PATH: Final = "/v1/comparisons"
CANARY: Final = "canary-5c1f93e7"


def asked(*patches: Any, base: Any = None) -> dict[str, Any]:  # noqa: ANN401 # JSON
    return {
        "base": deepcopy(CASES["inside"]) if base is None else base,
        "variants": [
            {"name": f"variant {number}", "patch": patch} for number, patch in enumerate(patches)
        ],
    }


def refused(response: httpx.Response, code: str = "invalid-request") -> set[tuple[str, str]]:
    assert response.status_code == 422, response.text
    problem = response.json()
    assert problem["code"] == code
    return {(error["pointer"], error["code"]) for error in problem["errors"]}


async def alone(client: httpx.AsyncClient, case: dict[str, Any]) -> tuple[Any, Any]:
    """The window and the projection of a case, each by its own endpoint."""
    found = []
    for path in ("/v1/dosing-windows", "/v1/projections"):
        answer = (await client.post(path, json=case)).json()
        del answer["ruleset"], answer["notice"]
        found.append(answer)
    return found[0], found[1]


async def test_the_example_is_answered_in_the_documented_shape(client: httpx.AsyncClient) -> None:
    answer = await client.post(PATH, json=COMPARISON_EXAMPLES["what-if"]["value"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    shaped = held_to(ComparisonAnswer, answer.content)
    assert (shaped["notice"], shaped["note"], len(shaped["ruleset"]["sha256"])) == (
        NOTICE,
        NOTE,
        64,
    )
    assert shaped["base"]["name"] == "base"
    assert [one["name"] for one in shaped["variants"]] == [
        "less protein",
        "nights unknown",
        "with a GLP-1",
    ]
    assert [one["same_control_table"] for one in shaped["variants"]] == [True, True, False]
    assert [one["differences"]["verdict_changed"] for one in shaped["variants"]] == [
        False,
        True,
        False,
    ]


async def test_base_and_variant_are_answered_as_they_would_be_alone(
    client: httpx.AsyncClient,
) -> None:
    patch = {
        "sermorelin": {"nights_per_week": None, "dose_mcg": 600},
        "labs": [],
        "nutrition": {"protein_g_per_kg": 1.3},
    }
    by_hand = deepcopy(CASES["inside"])
    del by_hand["sermorelin"]["nights_per_week"]
    by_hand["sermorelin"]["dose_mcg"] = 600
    by_hand["labs"] = []
    by_hand["nutrition"]["protein_g_per_kg"] = 1.3
    answer = (await client.post(PATH, json=asked(patch))).json()
    (variant,) = answer["variants"]
    for one, case in ((answer["base"], CASES["inside"]), (variant, by_hand)):
        assert (one["dosing_window"], one["projection"]) == await alone(client, case)
    before, after = answer["base"]["projection"], variant["projection"]
    gone = variant["differences"]["sermorelin"]["lean_loss_kg"]
    for part in ("best", "central", "worst"):
        assert gone[part] == pytest.approx(
            after["sermorelin"]["lean_loss_kg"][part] - before["sermorelin"]["lean_loss_kg"][part]
        )


async def test_a_block_that_is_removed_is_unknown(client: httpx.AsyncClient) -> None:
    answer = (await client.post(PATH, json=asked({"sermorelin": None}))).json()
    (variant,) = answer["variants"]
    assert variant["projection"]["sermorelin"] is None
    assert variant["differences"]["sermorelin"] == {"lean_loss_kg": None, "fat_loss_kg": None}
    assert variant["differences"]["not_compared"][0] == {
        "difference": "sermorelin.lean_loss_kg",
        "reason": "no sermorelin arm of the variant: No sermorelin plan is given.",
    }


async def test_all_are_judged_on_the_same_day_unless_a_patch_changes_it(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    app.state.services = replace(app.state.services, now=lambda: datetime(2026, 7, 8, tzinfo=UTC))
    answer = (await client.post(PATH, json=asked({}, {"as_of": "2026-05-01"}, base={}))).json()
    days = [one["as_of"] for one in (answer["base"], *answer["variants"])]
    assert days == ["2026-07-08", "2026-07-08", "2026-05-01"]
    given = (await client.post(PATH, json=asked({}, {"as_of": None}))).json()
    days = [one["as_of"] for one in (given["base"], *given["variants"])]
    assert days == ["2026-06-01", "2026-06-01", "2026-07-08"]


async def test_one_variant_to_nine(client: httpx.AsyncClient) -> None:
    for count, status in ((1, 200), (9, 200)):
        answer = await client.post(PATH, json=asked(*[{}] * count))
        assert answer.status_code == status
        assert len(answer.json()["variants"]) == count
    for count in (0, 10):
        response = await client.post(PATH, json=asked(*[{}] * count))
        assert refused(response) == {("/variants", "wrong-length")}


@pytest.mark.parametrize(
    ("patch", "place", "code"),
    [
        (None, "", "wrong-type"),
        ([], "", "wrong-type"),
        ("{}", "", "wrong-type"),
        ({"pateint": None}, "/pateint", "unknown-field"),
        ({"patient": {"wieght_kg": None}}, "/patient/wieght_kg", "unknown-field"),
        ({"patient": {"weight_kg": 401}}, "/patient/weight_kg", "out-of-range"),
        ({"patient": {"weight_kg": "80"}}, "/patient/weight_kg", "wrong-type"),
        ({"patient": [1]}, "/patient", "wrong-type"),
        ({"labs": [{"analyte": "igf1"}]}, "/labs/0/unit", "missing"),
        ({"as_of": "2026-02-30"}, "/as_of", "wrong-format"),
    ],
)
async def test_a_bad_patch_is_refused_in_its_place(
    client: httpx.AsyncClient, patch: object, place: str, code: str
) -> None:
    response = await client.post(PATH, json=asked({}, patch))
    assert (f"/variants/1/patch{place}", code) in refused(response)


async def test_a_bad_base_is_refused_in_its_place(client: httpx.AsyncClient) -> None:
    response = await client.post(PATH, json=asked({}, base={"patient": {"age_years": 121}}))
    assert refused(response) == {("/base/patient/age_years", "out-of-range")}
    assert refused(await client.post(PATH, json={})) == {
        ("/base", "missing"),
        ("/variants", "missing"),
    }
    assert refused(await client.post(PATH, json={**asked({}), "rank": True})) == {
        ("/rank", "unknown-field")
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "wrong-length"),
        ("n" * 65, "wrong-length"),
        ("a\nb", "wrong-format"),
        ("a\x7f", "wrong-format"),
        ("a\x9f", "wrong-format"),
        ("a\u2028b", "wrong-format"),
        ("a\n", "wrong-format"),
        (7, "wrong-type"),
        (None, "wrong-type"),
        ("base", "invalid"),
    ],
)
async def test_a_bad_name_is_refused(client: httpx.AsyncClient, name: object, code: str) -> None:
    body = asked({})
    body["variants"][0]["name"] = name
    assert refused(await client.post(PATH, json=body)) == {("/variants/0/name", code)}


@pytest.mark.parametrize(
    "name", ["n", "n" * 64, "\N{GRINNING FACE}" * 64, "Base", "weniger Eiweiß"]
)
async def test_a_good_name_comes_back(client: httpx.AsyncClient, name: str) -> None:
    body = asked({})
    body["variants"][0]["name"] = name
    answer = await client.post(PATH, json=body)
    assert answer.json()["variants"][0]["name"] == name


async def test_a_repeated_name_is_refused_where_it_is_repeated(client: httpx.AsyncClient) -> None:
    body = asked({}, {}, {}, {})
    for index in (0, 2, 3):
        body["variants"][index]["name"] = "twice"
    assert refused(await client.post(PATH, json=body)) == {
        ("/variants/2/name", "invalid"),
        ("/variants/3/name", "invalid"),
    }


async def test_a_contradiction_is_named_with_its_variant(client: httpx.AsyncClient) -> None:
    response = await client.post(
        PATH,
        json=asked(
            {"sermorelin": {"minutes_before_sleep": 45}},
            {},
            {"energy": {"deficit_pct": 10}, "nutrition": {"protein_g_per_day": 100}},
        ),
    )
    assert refused(response, "conflicting-case") == {
        ("/variants/0/patch/sermorelin/minutes_before_sleep", "either-or"),
        ("/variants/2/patch/energy/deficit_pct", "either-or"),
        ("/variants/2/patch/nutrition/protein_g_per_day", "either-or"),
    }


async def test_a_contradiction_of_the_base_is_named_once(client: httpx.AsyncClient) -> None:
    base = {"energy": {"deficit_pct": 10, "deficit_kcal_per_day": 300}}
    response = await client.post(PATH, json=asked({}, {"energy": None}, base=base))
    assert refused(response, "conflicting-case") == {("/base/energy/deficit_pct", "either-or")}


async def test_an_answer_names_a_hundred_contradictions_at_most(client: httpx.AsyncClient) -> None:
    entry = {"method": "dxa", "measured_on": "2026-05-01", "weight_kg": 80, "fat_mass_kg": 20}
    patch = {"body_composition": [{**entry, "body_fat_pct": 50}] * 60}
    response = await client.post(PATH, json=asked(patch, patch))
    assert len(refused(response, "conflicting-case")) == 100


async def test_a_patch_can_mend_what_it_would_contradict(client: httpx.AsyncClient) -> None:
    patch = {"sermorelin": {"minutes_before_sleep": 45, "injection_time": None}}
    answer = (await client.post(PATH, json=asked(patch))).json()
    timing = answer["variants"][0]["dosing_window"]["checks"][3]
    assert (timing["id"], timing["observed"]) == ("timing", 45)


async def test_hostile_patches_are_malformed(client: httpx.AsyncClient) -> None:
    for inner, code in (
        (b'{"a":' * 40 + b"1" + b"}" * 40, "too-deep"),
        (b'{"patient": {"sex": "male", "sex": null}}', "duplicate-key"),
        (b'{"patient_ref": "\\ud800"}', "lone-surrogate"),
    ):
        body = b'{"base": {}, "variants": [{"name": "v", "patch": %s}]}' % inner
        response = await client.post(
            PATH, content=body, headers={"content-type": "application/json"}
        )
        ((pointer, found),) = refused(response, "malformed-json")
        assert found == code
        assert pointer.startswith("/variants/0/patch/")


async def test_the_body_has_its_limit(client: httpx.AsyncClient) -> None:
    body = asked({})
    body["variants"][0]["name"] = "n" * 262_144
    response = await client.post(PATH, json=body)
    assert (response.status_code, response.json()["code"]) == (413, "content-too-large")


async def test_no_refusal_repeats_a_value(client: httpx.AsyncClient) -> None:
    for patch in (
        {"patient_ref": f"{CANARY} x"},
        {"patient": {"sex": CANARY}},
        {"labs": [{"analyte": CANARY, "unit": CANARY, "value": CANARY, "collected_on": CANARY}]},
    ):
        response = await client.post(PATH, json=asked(patch))
        assert response.status_code == 422
        assert CANARY not in response.text
