"""POST /v1/comparisons."""

from typing import Annotated, Final

from fastapi import APIRouter, Body, Request, Response
from fastapi.openapi.models import Example

from app.api.dependencies import services
from app.api.field_errors import FieldCode, FieldError
from app.api.json_answer import JSON, to_json
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.schemas.comparison import BASE, ComparisonAnswer, ComparisonIn, plain_comparison
from app.api.schemas.examples import CASE_EXAMPLES
from app.api.strict_route import StrictRoute
from app.api.worker import run_in_worker
from app.use_cases.compare_cases import compare_cases

router = APIRouter(tags=["evaluate"], route_class=StrictRoute)

COMPARISON_EXAMPLES: Final[dict[str, Example]] = {
    "what-if": {
        "summary": "A plan and three ways to change it",
        "description": "Less protein, an unknown number of nights, a GLP-1 beside it.",
        "value": {
            "base": CASE_EXAMPLES["inside"]["value"],
            "variants": [
                {"name": "less protein", "patch": {"nutrition": {"protein_g_per_kg": 1.3}}},
                {"name": "nights unknown", "patch": {"sermorelin": {"nights_per_week": None}}},
                {"name": "with a GLP-1", "patch": {"glp1": {"drug": "semaglutide"}}},
            ],
        },
    }
}
ComparisonBody = Annotated[ComparisonIn, Body(openapi_examples=COMPARISON_EXAMPLES)]


@router.post(
    "/comparisons",
    operation_id="compareVariants",
    summary="What would change if the plan were otherwise?",
    response_model=ComparisonAnswer,
    responses=declare(ProblemCode.CONFLICTING_CASE),
)
async def compare_variants(asked: ComparisonBody, request: Request) -> Response:
    """Window and projection of a base case and of up to nine patches of it. Nothing is stored.

    All of them are judged on the same day unless a patch changes `as_of`.
    """
    wired = services(request)
    _refuse_repeated_names(asked)

    today = wired.today()

    def answer() -> bytes:
        found = compare_cases(asked.base_case(today=today), asked.variant_cases(today=today))
        names = [variant.name for variant in asked.variants]
        return to_json(plain_comparison(names, found))

    return Response(await run_in_worker(answer), media_type=JSON)


def _refuse_repeated_names(asked: ComparisonIn) -> None:
    names = [BASE, *(variant.name for variant in asked.variants)]
    repeated = [
        FieldError(f"/variants/{index}/name", FieldCode.INVALID, "another case has this name")
        for index, name in enumerate(names[1:])
        if name in names[: index + 1]
    ]
    if repeated:
        raise ProblemError(ProblemCode.INVALID_REQUEST, repeated)
