"""Pictures of a stored assessment's projection."""

from typing import Any, Final

from fastapi import APIRouter, Request, Response

from app.api.access import Reader
from app.api.charts import series
from app.api.charts.picture import PICTURE_HEADERS, declare_pictures, picture_of
from app.api.charts.render import PictureType
from app.api.dependencies import services
from app.api.etag import tagged
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.routes.assessments import AssessmentId
from app.api.strict_route import StrictRoute
from app.use_cases.ports import StoredAssessment
from app.use_cases.read_assessment import read_assessment

router = APIRouter(tags=["assessments"], route_class=StrictRoute)

_ALSO: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "The caller has it already."},
    **declare(
        ProblemCode.ASSESSMENT_NOT_FOUND,
        ProblemCode.PROJECTION_NOT_MADE,
        ProblemCode.STORAGE_UNAVAILABLE,
        ProblemCode.RENDERER_UNAVAILABLE,
    ),
}


@router.get(
    "/assessments/{assessment_id}/chart.svg",
    operation_id="drawAssessmentAsSvg",
    summary="The stored projection as an SVG picture",
    response_class=Response,
    responses=declare_pictures("image/svg+xml") | _ALSO,
)
async def draw_svg(
    assessment_id: AssessmentId,
    request: Request,
    caller: Reader,
) -> Response:
    """Lean mass and fat lost over the weeks, drawn from the numbers as they were answered."""
    wired = services(request)
    stored = await read_assessment(
        assessment_id, caller=caller, now=wired.now(), unit_of_work=wired.unit_of_work
    )
    return await _drawn(stored, request, "image/svg+xml")


@router.get(
    "/assessments/{assessment_id}/chart.png",
    operation_id="drawAssessmentAsPng",
    summary="The stored projection as a PNG picture",
    response_class=Response,
    responses=declare_pictures("image/png") | _ALSO,
)
async def draw_png(
    assessment_id: AssessmentId,
    request: Request,
    caller: Reader,
) -> Response:
    """The same picture as chart.svg in pixels, two to a point."""
    wired = services(request)
    stored = await read_assessment(
        assessment_id, caller=caller, now=wired.now(), unit_of_work=wired.unit_of_work
    )
    return await _drawn(stored, request, "image/png")


async def _drawn(stored: StoredAssessment, request: Request, media_type: PictureType) -> Response:
    picture = await picture_of(series.of_document(stored.document), media_type)
    answer = tagged(request, picture, media_type)
    answer.headers.update(PICTURE_HEADERS)
    return answer
