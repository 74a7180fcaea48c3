"""The body-weight model over HTTP: the published numbers, and what acts on them."""

import json
from typing import Any, Final

import httpx
import pytest

from app.api.schemas.energy_balance_answer import EnergyBalanceAnswer, EnergyBalanceGoalAnswer
from app.api.schemas.energy_balance_examples import COURSE_EXAMPLES, GOAL_EXAMPLES, PHASES
from app.api.schemas.out import NOTICE
from tests.api.answers import held_to
from tests.api.body_weight import GOAL, PATH, PERSON, answered, diet
from tests.api.live import ROOT

VECTOR_FOLDER: Final = ROOT / "tests/domain/energy_balance/vectors"
STATE: Final = {
    "day",
    "weight_kg",
    "fat_mass_kg",
    "lean_tissue_kg",
    "extracellular_fluid_kg",
    "glycogen_kg",
    "fat_free_mass_kg",
    "adaptive_thermogenesis_kcal_per_day",
    "energy_intake_kcal_per_day",
    "energy_expenditure_kcal_per_day",
}


def cases(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VECTOR_FOLDER / file).read_text("utf-8"))["cases"]
    return found


def body_of(vector: dict[str, Any]) -> dict[str, Any]:
    return {
        **vector["person"],
        "carb_fraction": vector["carb_fraction"],
        "intake_changes": [
            {"from_day": day, "kcal_per_day": change} for day, change in vector["intake_changes"]
        ],
        "sodium_changes": [
            {"from_day": day, "mg_per_day": change} for day, change in vector["sodium_changes"]
        ],
        "days": 365,
        "report_days": [state["day"] for state in vector["states"]],
    }


VECTORS: Final = [
    pytest.param(vector, id=vector["name"])
    for file in ("constant.json", "time_varying.json", "maintenance_given.json")
    for vector in cases(file)[3:9]
]


@pytest.mark.parametrize("vector", VECTORS)
async def test_the_published_equations_come_out(
    client: httpx.AsyncClient, vector: dict[str, Any]
) -> None:
    answer = await answered(client, body_of(vector))
    for state, expected in zip(answer["states"], vector["states"], strict=True):
        assert set(state) == set(expected) == STATE
        for name, value in expected.items():
            tolerance = 2e-4 if name.endswith("_kg") else 5e-3
            assert state[name] == pytest.approx(value, abs=tolerance, rel=0), (state["day"], name)
    baseline, expected = answer["baseline"], vector["baseline"]
    assert baseline["maintenance_kcal_per_day"] == pytest.approx(
        expected["energy_intake_kcal_per_day"]
    )
    for name in (
        "resting_metabolic_rate_kcal_per_day",
        "fat_mass_kg",
        "lean_tissue_kg",
        "extracellular_fluid_kg",
        "activity_kcal_per_kg_per_day",
    ):
        assert baseline[name] == pytest.approx(expected[name]), name


@pytest.mark.parametrize(
    "vector", [pytest.param(one, id=one["name"]) for one in cases("goals.json")]
)
async def test_the_simulator_s_goals_come_out(
    client: httpx.AsyncClient, vector: dict[str, Any]
) -> None:
    asked = {name: vector[name] for name in ("goal_weight_kg", "days", "activity_change_pct")}
    answer = await answered(client, {**vector["person"], **asked}, GOAL)
    for name, tolerance in {  # the simulator's constants are rounded to whole kcal
        "intake_to_reach_goal_kcal": 2.5,
        "final_weight_kg": 0.05,
        "final_fat_mass_kg": 0.05,
        "maintenance_intake_at_end_kcal": 3,
        "baseline_maintenance_kcal": 1e-6,
    }.items():
        assert answer[name] == pytest.approx(vector["answer"][name], abs=tolerance, rel=0), name


# The shape of the answer.


@pytest.mark.parametrize("name", COURSE_EXAMPLES)
async def test_every_example_of_a_course_is_answered(client: httpx.AsyncClient, name: str) -> None:
    response = await client.post(PATH, json=COURSE_EXAMPLES[name]["value"])
    assert response.headers["cache-control"] == "no-store"
    shaped = held_to(EnergyBalanceAnswer, response.content)
    assert (shaped["notice"], len(shaped["ruleset"]["sha256"])) == (NOTICE, 64)
    assert shaped["states"][0]["weight_kg"] == shaped["baseline"]["weight_kg"]


@pytest.mark.parametrize("name", GOAL_EXAMPLES)
async def test_every_example_of_a_goal_is_answered(client: httpx.AsyncClient, name: str) -> None:
    response = await client.post(GOAL, json=GOAL_EXAMPLES[name]["value"])
    shaped = held_to(EnergyBalanceGoalAnswer, response.content)
    assert (shaped["notice"], len(shaped["ruleset"]["sha256"])) == (NOTICE, 64)
    assert shaped["final_weight_kg"] == pytest.approx(77, abs=1e-3)


async def test_a_diet_break_slows_the_loss_and_the_last_phase_holds_the_weight(
    client: httpx.AsyncClient,
) -> None:
    answer = await answered(client, PHASES)
    weight = {state["day"]: state["weight_kg"] for state in answer["states"]}
    assert list(weight) == [0, 84, 98, 154, 182, 245, 336]
    assert weight[84] < weight[0] - 5
    assert abs(weight[98] - weight[84]) < 0.7  # the break
    assert weight[154] < weight[98] - 2.5
    assert abs(weight[336] - weight[182]) < 1  # maintenance after
    fat = [state["fat_mass_kg"] for state in answer["states"]]
    assert abs(fat[2] - fat[1]) < 0.1


async def test_a_body_in_balance_stays_as_it_is(client: httpx.AsyncClient) -> None:
    answer = await answered(client, {**PERSON, "days": 3650})
    assert len(answer["states"]) == 523
    baseline = answer["baseline"]
    for state in (answer["states"][0], answer["states"][-1]):
        assert state["weight_kg"] == pytest.approx(100, abs=1e-6)
        for name in ("fat_mass_kg", "lean_tissue_kg", "extracellular_fluid_kg", "glycogen_kg"):
            assert state[name] == pytest.approx(baseline[name], abs=1e-6)
        assert state["energy_expenditure_kcal_per_day"] == pytest.approx(
            baseline["maintenance_kcal_per_day"], abs=1e-6
        )


async def test_the_baseline_adds_up_and_says_what_is_estimated(client: httpx.AsyncClient) -> None:
    estimated = (await answered(client, diet()))["baseline"]
    assert estimated["resting_metabolic_rate_kcal_per_day"] == pytest.approx(1932.2)
    assert estimated["maintenance_kcal_per_day"] == pytest.approx(1.5 * 1932.2)
    assert estimated["maintenance_basis"] == "activity-level-times-mifflin"
    assert estimated["fat_mass_basis"] == "jackson-2002"
    assert estimated["weight_kg"] == 100
    assert estimated["fat_free_mass_kg"] == pytest.approx(100 - estimated["fat_mass_kg"])
    assert estimated["fat_free_mass_kg"] == pytest.approx(
        estimated["lean_tissue_kg"]
        + estimated["extracellular_fluid_kg"]
        + 3.7 * estimated["glycogen_kg"]
    )
    given = await answered(client, diet(maintenance_kcal_per_day=2700, body_fat_pct=30))
    assert given["baseline"]["maintenance_kcal_per_day"] == 2700
    assert given["baseline"]["maintenance_basis"] == "given"
    assert (given["baseline"]["fat_mass_kg"], given["baseline"]["body_fat_pct"]) == (30, 30)
    assert given["baseline"]["fat_mass_basis"] == "given"
    same = await answered(client, diet(maintenance_kcal_per_day=2700, fat_mass_kg=30))
    assert same == given


@pytest.mark.parametrize(
    ("days", "reported"),
    [
        (1, [0, 1]),
        (6, [0, 6]),
        (7, [0, 7]),
        (8, [0, 7, 8]),
        (28, [0, 7, 14, 21, 28]),
        (30, [0, 7, 14, 21, 28, 30]),
    ],
)
async def test_a_state_a_week_and_the_last_day(
    client: httpx.AsyncClient, days: int, reported: list[int]
) -> None:
    answer = await answered(client, diet(days=days))
    assert [state["day"] for state in answer["states"]] == reported


async def test_report_days_come_in_the_order_asked(client: httpx.AsyncClient) -> None:
    answer = await answered(client, diet(report_days=[364, 0, 100, 0]))
    assert [state["day"] for state in answer["states"]] == [364, 0, 100, 0]
    every = await answered(client, diet(days=3650, kcal_per_day=-200, report_days=[*range(3651)]))
    assert [state["day"] for state in every["states"]] == [*range(3651)]


async def test_null_is_as_left_out(client: httpx.AsyncClient) -> None:
    nulls = dict.fromkeys(
        [
            "maintenance_kcal_per_day",
            "fat_mass_kg",
            "body_fat_pct",
            "carb_fraction_baseline",
            "activity_change_pct",
        ]
    )
    of_the_path = dict.fromkeys(
        ["carb_fraction", "intake_changes", "sodium_changes", "report_days"]
    )
    plain = {**PERSON, "days": 60}
    assert await answered(client, plain | nulls | of_the_path) == await answered(client, plain)
    goal = plain | {"goal_weight_kg": 97}
    assert await answered(client, goal | nulls, GOAL) == await answered(client, goal, GOAL)


# What acts.


async def test_a_change_holds_until_the_next_whatever_the_order(client: httpx.AsyncClient) -> None:
    changes = [{"from_day": 10, "kcal_per_day": -400}, {"from_day": 20, "kcal_per_day": 0}]
    body = {**PERSON, "days": 30, "report_days": [9, 10, 19, 20, 30]}
    answer = await answered(client, {**body, "intake_changes": changes})
    intake = [state["energy_intake_kcal_per_day"] for state in answer["states"]]
    kept = answer["baseline"]["maintenance_kcal_per_day"]
    assert intake == pytest.approx([kept, kept - 400, kept - 400, kept, kept])
    assert await answered(client, {**body, "intake_changes": changes[::-1]}) == answer


async def test_a_change_after_the_last_day_has_no_effect(client: httpx.AsyncClient) -> None:
    later = diet(days=50)
    for day in (51, 3651):
        later["intake_changes"].append({"from_day": day, "kcal_per_day": -20_000})
    assert await answered(client, later) == await answered(client, diet(days=50))


async def test_sodium_carbohydrate_and_activity_act(client: httpx.AsyncClient) -> None:
    def last(answer: dict[str, Any], name: str) -> float:
        return float(answer["states"][-1][name])

    plain = await answered(client, {**PERSON, "days": 60})
    salt = [{"from_day": 0, "mg_per_day": -1500}]
    salted = await answered(client, {**PERSON, "days": 60, "sodium_changes": salt})
    fluid = "extracellular_fluid_kg"
    assert last(plain, fluid) - last(salted, fluid) == pytest.approx(0.5, abs=1e-6)
    fasted = await answered(client, {**PERSON, "days": 60, "carb_fraction": 0})
    assert last(plain, fluid) - last(fasted, fluid) == pytest.approx(4 / 3, abs=1e-6)
    lazy = await answered(client, {**PERSON, "days": 60, "activity_change_pct": -100})
    assert last(lazy, "weight_kg") > last(plain, "weight_kg")
    half = await answered(
        client, {**PERSON, "days": 60, "carb_fraction_baseline": 0.2, "carb_fraction": 0.2}
    )
    assert last(half, "weight_kg") == pytest.approx(100, abs=1e-6)
    assert half == await answered(client, {**PERSON, "days": 60, "carb_fraction_baseline": 0.2})
