"""Bodies for the body-weight model, and what its answers must be."""

from typing import Any, Final

import httpx

PATH: Final = "/v1/energy-balance"
GOAL: Final = f"{PATH}/goal"
PERSON: Final[dict[str, Any]] = {
    "sex": "male",
    "age_years": 40,
    "height_cm": 180,
    "weight_kg": 100,
    "physical_activity_level": 1.5,
}


def diet(kcal_per_day: float = -500, **more: Any) -> dict[str, Any]:  # noqa: ANN401 # JSON
    changes = [{"from_day": 0, "kcal_per_day": kcal_per_day}]
    return {**PERSON, "intake_changes": changes, "days": 364, **more}


def refused(response: httpx.Response, code: str = "invalid-request") -> set[tuple[str, str]]:
    assert response.status_code == 422, response.text[:500]
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["code"] == code
    return {(error["pointer"], error["code"]) for error in problem["errors"]}


async def answered(
    client: httpx.AsyncClient, body: dict[str, Any], path: str = PATH
) -> dict[str, Any]:
    response = await client.post(path, json=body)
    assert response.status_code == 200, response.text[:500]
    found: dict[str, Any] = response.json()
    return found
