"""POST /v1/energy-balance and /v1/energy-balance/goal."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Annotated

from fastapi import APIRouter, Body, Response

from app.api.field_errors import MOST_ERRORS, FieldCode, FieldError
from app.api.json_answer import JSON, to_json
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.schemas.energy_balance import (
    EnergyBalanceGoalIn,
    EnergyBalanceIn,
    IntakeChangeIn,
    PersonIn,
    SodiumChangeIn,
)
from app.api.schemas.energy_balance_answer import (
    EnergyBalanceAnswer,
    EnergyBalanceGoalAnswer,
    plain_energy_balance,
    plain_goal,
)
from app.api.schemas.energy_balance_examples import COURSE_EXAMPLES, GOAL_EXAMPLES
from app.api.strict_route import StrictRoute
from app.api.worker import run_in_worker
from app.domain.errors import Conflict, ConflictingCaseError
from app.use_cases.simulate_energy_balance import simulate_energy_balance
from app.use_cases.solve_energy_balance_goal import solve_energy_balance_goal

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
async def simulate(asked: EnergyBalanceBody) -> Response:
    """The dynamic model of Hall 2011 for an adult, day by day. Nothing is stored.

    It knows neither drugs nor protein nor training, and it is a mean: a person may be several per
    cent off. Its path ends where the body-mass index falls under 13 kg/m2, body fat under 2 %,
    intake under 800 kcal a day, or half of the weight is lost.
    """

    def answer() -> bytes:
        _refuse_fat(asked)
        _refuse_days(asked)
        found = simulate_energy_balance(
            asked.to_person(),
            asked.to_course(),
            report_days=asked.days_to_report(),
            days=asked.days,
        )
        return to_json(plain_energy_balance(asked, found))

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
async def solve(asked: EnergyBalanceGoalBody) -> Response:
    """One constant intake from day 0 on, by the same model. Nothing is stored.

    Sodium is scaled with intake from 4000 mg a day, and carbohydrate keeps its share of energy.
    """

    def answer() -> bytes:
        _refuse_fat(asked)
        goal = solve_energy_balance_goal(
            asked.to_person(),
            goal_weight_kg=asked.goal_weight_kg,
            days=asked.days,
            activity_change_pct=asked.activity_change_pct or 0.0,
        )
        return to_json(plain_goal(goal))

    return Response(await run_in_worker(answer), media_type=JSON)


def _refuse_fat(asked: PersonIn) -> None:
    fat = asked.fat_mass_kg
    if fat is not None and asked.body_fat_pct is not None:
        detail = "cannot be given together with fat_mass_kg"
        raise ConflictingCaseError((Conflict("/body_fat_pct", "either-or", detail),))
    if fat is not None and fat >= asked.weight_kg:
        place = FieldError("/fat_mass_kg", FieldCode.OUT_OF_RANGE, "must be below weight_kg")
        raise ProblemError(ProblemCode.OUTSIDE_THE_MODEL, (place,))


def _refuse_days(asked: EnergyBalanceIn) -> None:
    """Refuse two entries of one schedule on a day, and a day to report that is after the last."""
    repeated = chain(
        _repeated("/intake_changes", asked.intake_changes or ()),
        _repeated("/sodium_changes", asked.sodium_changes or ()),
    )
    _refuse(ProblemCode.DUPLICATE_CHANGE_DAY, repeated)
    _refuse(ProblemCode.INVALID_REQUEST, _after_the_last(asked.report_days or (), asked.days))


def _repeated(
    schedule: str, changes: Iterable[IntakeChangeIn | SodiumChangeIn]
) -> Iterator[FieldError]:
    seen: set[int] = set()
    for index, change in enumerate(changes):
        if change.from_day in seen:
            place = f"{schedule}/{index}/from_day"
            detail = "an earlier entry has the same day"
            yield FieldError(place, ProblemCode.DUPLICATE_CHANGE_DAY, detail)
        seen.add(change.from_day)


def _after_the_last(report_days: Iterable[int], last: int) -> Iterator[FieldError]:
    for index, day in enumerate(report_days):
        if day > last:
            place, detail = f"/report_days/{index}", "must not be after the last day"
            yield FieldError(place, FieldCode.OUT_OF_RANGE, detail)


def _refuse(code: ProblemCode, errors: Iterable[FieldError]) -> None:
    places = tuple(islice(errors, MOST_ERRORS))
    if places:
        raise ProblemError(code, places)
