"""POST /v1/energy-balance and /v1/energy-balance/goal."""

from typing import Annotated

from fastapi import APIRouter, Body, Response

from app.api.json_answer import JSON
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.schemas.energy_balance import EnergyBalanceGoalIn, EnergyBalanceIn
from app.api.schemas.energy_balance_answer import EnergyBalanceAnswer, EnergyBalanceGoalAnswer
from app.api.schemas.energy_balance_examples import COURSE_EXAMPLES, GOAL_EXAMPLES
from app.api.strict_route import StrictRoute
from app.api.worker import run_in_worker

router = APIRouter(tags=["energy balance"], route_class=StrictRoute)

EnergyBalanceBody = Annotated[EnergyBalanceIn, Body(openapi_examples=COURSE_EXAMPLES)]
EnergyBalanceGoalBody = Annotated[EnergyBalanceGoalIn, Body(openapi_examples=GOAL_EXAMPLES)]


@router.post(
    "/energy-balance",
    operation_id="simulateEnergyBalance",
    summary="What would body weight and composition become on this diet?",
    response_model=EnergyBalanceAnswer,
    responses=declare(
        ProblemCode.CONFLICTING_CASE,
        ProblemCode.OUTSIDE_THE_MODEL,
        ProblemCode.DUPLICATE_CHANGE_DAY,
        ProblemCode.BEYOND_THE_BODY,
    ),
)
async def simulate_energy_balance(asked: EnergyBalanceBody) -> Response:
    """The dynamic model of Hall 2011 for an adult, day by day. Nothing is stored.

    It knows neither drugs nor protein nor training, and it is a mean: a person may be several per
    cent off. Its path ends where the body-mass index falls under 13 kg/m2, body fat under 2 %,
    intake under 800 kcal a day, or half of the weight is lost.
    """

    def answer() -> str:
        return EnergyBalanceAnswer.of(asked).model_dump_json()

    return Response(await run_in_worker(answer), media_type=JSON)


@router.post(
    "/energy-balance/goal",
    operation_id="solveEnergyBalanceGoal",
    summary="Which intake reaches a weight in time, and which then holds it?",
    response_model=EnergyBalanceGoalAnswer,
    responses=declare(
        ProblemCode.CONFLICTING_CASE,
        ProblemCode.OUTSIDE_THE_MODEL,
        ProblemCode.BEYOND_THE_BODY,
        ProblemCode.GOAL_UNREACHABLE,
    ),
)
async def solve_energy_balance_goal(asked: EnergyBalanceGoalBody) -> Response:
    """One constant intake from day 0 on, by the same model. Nothing is stored.

    Sodium is scaled with intake from 4000 mg a day, and carbohydrate keeps its share of energy.
    """

    def answer() -> str:
        return EnergyBalanceGoalAnswer.of(asked).model_dump_json()

    return Response(await run_in_worker(answer), media_type=JSON)
