"""The body-weight model over HTTP: every range, and every refusal in its place."""

from math import inf, nextafter
from typing import Any, Final

import httpx
import pytest

from app.api.schemas.energy_balance import EnergyBalanceGoalIn, EnergyBalanceIn
from tests.api.body_weight import GOAL, PATH, PERSON, answered, diet, refused

REQUIRED: Final = ("sex", "age_years", "height_cm", "weight_kg", "physical_activity_level")
NUMBERS: Final = {
    "age_years": (18, 120),
    "height_cm": (50, 260),
    "weight_kg": (20, 400),
    "physical_activity_level": (1.2, 2.5),
    "maintenance_kcal_per_day": (800, 8000),
    "fat_mass_kg": (1, 300),
    "body_fat_pct": (2, 75),
    "carb_fraction_baseline": (0.01, 1),
    "activity_change_pct": (-100, 1000),
}
COURSE_NUMBERS: Final = {"carb_fraction": (0, 1), **NUMBERS}
GOAL_NUMBERS: Final = {"goal_weight_kg": (20, 400), **NUMBERS}


async def assert_range(
    client: httpx.AsyncClient,
    body: dict[str, Any],
    *,
    path: str,
    name: str,
    ends: tuple[float, float],
) -> None:
    shape = EnergyBalanceIn if path == PATH else EnergyBalanceGoalIn
    low, high = ends
    for inside in (low, high, (low + high) / 2):
        shape.model_validate({**body, name: inside})  # raises if it is refused
    for outside in (nextafter(low, -inf), nextafter(high, inf), -1e308, 1e308):
        response = await client.post(path, json={**body, name: outside})
        assert refused(response) == {(f"/{name}", "out-of-range")}
    for wrong in ("1", True, [1]):
        response = await client.post(path, json={**body, name: wrong})
        assert refused(response) == {(f"/{name}", "wrong-type")}


@pytest.mark.parametrize(("name", "ends"), COURSE_NUMBERS.items())
async def test_a_number_of_a_course_keeps_its_range(
    client: httpx.AsyncClient, name: str, ends: tuple[float, float]
) -> None:
    await assert_range(client, diet(), path=PATH, name=name, ends=ends)


@pytest.mark.parametrize(("name", "ends"), GOAL_NUMBERS.items())
async def test_a_number_of_a_goal_keeps_its_range(
    client: httpx.AsyncClient, name: str, ends: tuple[float, float]
) -> None:
    body = {**PERSON, "goal_weight_kg": 90, "days": 180}
    await assert_range(client, body, path=GOAL, name=name, ends=ends)


@pytest.mark.parametrize("path", [PATH, GOAL])
async def test_days_are_whole_and_from_1_to_3650(client: httpx.AsyncClient, path: str) -> None:
    body = {**PERSON, **({"goal_weight_kg": 100} if path == GOAL else {})}
    for inside in (1, 3650):
        assert (await client.post(path, json={**body, "days": inside})).status_code == 200
    for outside in (0, 3651, -1):
        response = await client.post(path, json={**body, "days": outside})
        assert refused(response) == {("/days", "out-of-range")}
    assert refused(await client.post(path, json={**body, "days": 1.5})) == {("/days", "wrong-type")}


async def test_what_is_required_and_what_is_unknown(client: httpx.AsyncClient) -> None:
    assert refused(await client.post(PATH, json={})) == {
        (f"/{name}", "missing") for name in (*REQUIRED, "days")
    }
    assert refused(await client.post(GOAL, json={})) == {
        (f"/{name}", "missing") for name in (*REQUIRED, "days", "goal_weight_kg")
    }
    assert refused(await client.post(PATH, json=diet(goal_weight_kg=90))) == {
        ("/goal_weight_kg", "unknown-field")
    }
    assert refused(await client.post(PATH, json=diet(sex="Male"))) == {("/sex", "not-one-of")}


@pytest.mark.parametrize(
    ("schedule", "value", "ends"),
    [
        ("intake_changes", "kcal_per_day", (-20_000, 20_000)),
        ("sodium_changes", "mg_per_day", (-10_000, 50_000)),
    ],
)
async def test_a_schedule_keeps_its_ranges(
    client: httpx.AsyncClient, schedule: str, value: str, ends: tuple[float, float]
) -> None:
    def body(entries: list[dict[str, Any]]) -> dict[str, Any]:
        return {**PERSON, "days": 100, schedule: entries}

    for inside in ends:
        EnergyBalanceIn.model_validate(body([{"from_day": 2**31 - 1, value: inside}]))
    for day, change, place in (
        (-1, 0, "from_day"),
        (2**31, 0, "from_day"),
        (0, nextafter(ends[0], -inf), value),
        (0, nextafter(ends[1], inf), value),
    ):
        response = await client.post(PATH, json=body([{"from_day": day, value: change}]))
        assert refused(response) == {(f"/{schedule}/0/{place}", "out-of-range")}
    assert refused(await client.post(PATH, json=body([{}]))) == {
        (f"/{schedule}/0/from_day", "missing"),
        (f"/{schedule}/0/{value}", "missing"),
    }
    many = [{"from_day": day, value: 0} for day in range(3652)]
    assert (await client.post(PATH, json=body(many[:3651]))).status_code == 200
    assert refused(await client.post(PATH, json=body(many))) == {(f"/{schedule}", "wrong-length")}


async def test_report_days_are_refused_one_by_one(client: httpx.AsyncClient) -> None:
    response = await client.post(PATH, json=diet(report_days=[0, 364, 365, 0, 3650]))
    assert refused(response) == {
        ("/report_days/2", "out-of-range"),
        ("/report_days/4", "out-of-range"),
    }
    assert refused(await client.post(PATH, json=diet(report_days=[-1]))) == {
        ("/report_days/0", "out-of-range")
    }
    assert refused(await client.post(PATH, json=diet(report_days=[]))) == {
        ("/report_days", "wrong-length")
    }
    assert refused(await client.post(PATH, json=diet(report_days=[1] * 3652))) == {
        ("/report_days", "wrong-length")
    }
    assert len(refused(await client.post(PATH, json=diet(report_days=[400] * 3651)))) == 100


# What cannot hold together, and where the model ends.


async def test_two_changes_on_a_day_are_refused_in_their_place(client: httpx.AsyncClient) -> None:
    body = diet()
    body["intake_changes"] = [{"from_day": day, "kcal_per_day": -100} for day in (7, 0, 7, 7)]
    body["sodium_changes"] = [{"from_day": day, "mg_per_day": 0} for day in (7, 8, 8)]
    assert refused(await client.post(PATH, json=body), "duplicate-change-day") == {
        ("/intake_changes/2/from_day", "duplicate-change-day"),
        ("/intake_changes/3/from_day", "duplicate-change-day"),
        ("/sodium_changes/2/from_day", "duplicate-change-day"),
    }


@pytest.mark.parametrize(
    ("path", "body"), [(PATH, diet()), (GOAL, {**PERSON, "goal_weight_kg": 90, "days": 180})]
)
async def test_fat_is_given_once_and_below_the_weight(
    client: httpx.AsyncClient, path: str, body: dict[str, Any]
) -> None:
    both = {**body, "fat_mass_kg": 30, "body_fat_pct": 30}
    assert refused(await client.post(path, json=both), "conflicting-case") == {
        ("/body_fat_pct", "either-or")
    }
    for fat in (100, 300):
        response = await client.post(path, json={**body, "fat_mass_kg": fat})
        assert refused(response, "outside-the-model") == {("/fat_mass_kg", "out-of-range")}


def thin(**more: Any) -> dict[str, Any]:  # noqa: ANN401 # JSON
    return diet(weight_kg=55, height_cm=185, body_fat_pct=12, days=3650, **more)


def short(**more: Any) -> dict[str, Any]:  # noqa: ANN401 # JSON
    """A body of which the fluid equation leaves but a kilogram outside the cells."""
    return {**PERSON, "weight_kg": 20, "height_cm": 100, "age_years": 18, "days": 364, **more}


@pytest.mark.parametrize(
    ("reason", "body"),
    [
        ("bmi", thin(kcal_per_day=-900)),
        ("fat", diet(weight_kg=75, height_cm=165, body_fat_pct=5, kcal_per_day=-900, days=3650)),
        ("loss", diet(weight_kg=200, body_fat_pct=55, kcal_per_day=-2600, days=3650)),
        ("intake", {**diet(), "intake_changes": [{"from_day": 12, "kcal_per_day": -2200}]}),
        ("intake", {**diet(), "intake_changes": [{"from_day": 364, "kcal_per_day": 18_000}]}),
        ("compartment", short(sodium_changes=[{"from_day": 5, "mg_per_day": -10_000}])),
    ],
)
async def test_beyond_the_body_the_first_day_is_named(
    client: httpx.AsyncClient, reason: str, body: dict[str, Any]
) -> None:
    response = await client.post(PATH, json=body)
    assert refused(response, "beyond-the-body") == {("", reason)}
    problem = response.json()
    day = problem["day"]
    assert f"day {day} on" in problem["detail"]
    assert problem["errors"][0]["detail"] == f"the limit is passed on day {day}"
    before = await answered(client, {**body, "days": day - 1})
    last = before["states"][-1]
    assert last["day"] == day - 1
    assert last["weight_kg"] >= 13 * (body["height_cm"] / 100) ** 2
    assert last["weight_kg"] >= body["weight_kg"] / 2
    assert last["fat_mass_kg"] >= 0.02 * last["weight_kg"]


@pytest.mark.parametrize(
    "body",
    [diet(weight_kg=42, body_fat_pct=20), diet(weight_kg=50, age_years=18)],
    ids=["a body-mass index under 13", "an estimated body fat under 2 %"],
)
async def test_a_body_may_be_past_a_limit_at_the_start(
    client: httpx.AsyncClient, body: dict[str, Any]
) -> None:
    response = await client.post(PATH, json=body)
    refused(response, "beyond-the-body")
    assert response.json()["day"] == 0
    goal = {**{name: body[name] for name in body if name in (*REQUIRED, "body_fat_pct")}}
    response = await client.post(GOAL, json={**goal, "goal_weight_kg": 60, "days": 100})
    refused(response, "beyond-the-body")
    assert response.json()["day"] == 0


@pytest.mark.parametrize(
    ("reason", "more"),
    [
        ("intake", {"goal_weight_kg": 60, "days": 30}),
        ("search", {"goal_weight_kg": 300, "days": 30}),
        ("loss", {"goal_weight_kg": 48, "days": 3650}),
        ("bmi", {"goal_weight_kg": 44, "days": 3650, "weight_kg": 60, "height_cm": 185}),
        ("fat", {"goal_weight_kg": 50, "days": 3650, "weight_kg": 70, "body_fat_pct": 4}),
    ],
)
async def test_a_goal_out_of_reach_names_the_limit(
    client: httpx.AsyncClient, reason: str, more: dict[str, Any]
) -> None:
    body = {**PERSON, **more}
    response = await client.post(GOAL, json=body)
    assert refused(response, "goal-unreachable") == {("", reason)}
    assert "day" not in response.json()


async def test_the_solved_intake_reaches_the_goal_and_then_holds_it(
    client: httpx.AsyncClient,
) -> None:
    body = {**PERSON, "goal_weight_kg": 90, "days": 180}
    goal = await answered(client, body, GOAL)
    kept = goal["baseline_maintenance_kcal"]
    change = goal["intake_to_reach_goal_kcal"] - kept
    after = goal["maintenance_intake_at_end_kcal"] - kept
    salt = 4000 * change / kept
    answer = await answered(
        client,
        {
            **PERSON,
            "intake_changes": [
                {"from_day": 0, "kcal_per_day": change},
                {"from_day": 180, "kcal_per_day": after},
            ],
            "sodium_changes": [{"from_day": 0, "mg_per_day": salt}],
            "days": 900,
            "report_days": [180, 900],
        },
    )
    reached, held = answer["states"]
    assert reached["weight_kg"] == pytest.approx(90, abs=1e-3)
    assert reached["fat_mass_kg"] == pytest.approx(goal["final_fat_mass_kg"], abs=1e-3)
    assert held["weight_kg"] == pytest.approx(90, abs=1)
