"""POST /v1/projections: as JSON, or as a picture."""

from typing import Final, Literal, TypeAlias

from fastapi import APIRouter, Request, Response

from app.api.accept import preferred
from app.api.charts import series
from app.api.charts.picture import PICTURE_HEADERS, declare_pictures, picture_of
from app.api.dependencies import services
from app.api.json_answer import JSON, JsonAnswer
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.routes.case_body import CaseBody
from app.api.schemas.projection import ProjectionAnswer, plain_projection_answer
from app.api.strict_route import StrictRoute
from app.domain.assessment import barriers_of, facts_of
from app.domain.evaluation import evaluate
from app.domain.projection.project import project

router = APIRouter(tags=["evaluate"], route_class=StrictRoute)

_Offer: TypeAlias = Literal["application/json", "image/svg+xml", "image/png"]
_OFFERS: Final[tuple[_Offer, ...]] = ("application/json", "image/svg+xml", "image/png")
_VARY: Final = {"Vary": "Accept"}


@router.post(
    "/projections",
    operation_id="projectLoss",
    summary="How much lean and how much fat would be lost, with and without sermorelin?",
    response_model=ProjectionAnswer,
    responses=declare_pictures("image/svg+xml", "image/png")
    | declare(
        ProblemCode.NOT_ACCEPTABLE,
        ProblemCode.CONFLICTING_CASE,
        ProblemCode.PROJECTION_NOT_MADE,
        ProblemCode.RENDERER_UNAVAILABLE,
    ),
)
async def project_loss(case: CaseBody, request: Request) -> Response:
    """Bands are envelopes of the document's figures. Nothing is stored.

    Accept chooses between JSON, the default, and a picture of the projection.
    """
    wired = services(request)
    wanted = _wanted(request)
    facts = facts_of(case.to_domain(today=wired.today()))
    projection = project(facts, barriers_of(evaluate(facts)))
    if wanted == JSON:
        return JsonAnswer(plain_projection_answer(projection), headers=_VARY)
    picture = await picture_of(series.of_projection(projection, facts), wanted)
    return Response(picture, media_type=wanted, headers=PICTURE_HEADERS | _VARY)


def _wanted(request: Request) -> _Offer:
    wanted = preferred(", ".join(request.headers.getlist("accept")), _OFFERS)
    if wanted is None:
        raise ProblemError(ProblemCode.NOT_ACCEPTABLE, headers=_VARY)
    return wanted
