"""Assessments: store, read, list, erase."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator
from starlette.convertors import (  # codespell:ignore convertors
    StringConvertor,
    register_url_convertor,
)

from app.api.access import Eraser, Reader, Writer
from app.api.dependencies import services
from app.api.etag import tagged
from app.api.idempotency import REPLAYED_HEADER, OnceDep
from app.api.json_answer import JSON, JsonAnswer
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.routes.case_body import StoredCaseBody
from app.api.schemas.assessment import (
    AssessmentOut,
    AssessmentPageOut,
    plain_page,
    stored_answer,
)
from app.api.schemas.case import PatientRef
from app.api.schemas.wire_types import whole_number
from app.api.strict_route import StrictRoute
from app.use_cases.assess_case import assess_case
from app.use_cases.erase_assessment import erase_assessment
from app.use_cases.list_assessments import list_assessments
from app.use_cases.read_assessment import read_assessment

router = APIRouter(tags=["assessments"], route_class=StrictRoute)


class IdConvertor(StringConvertor):
    """Any word but those that are paths of their own, which take other methods."""

    regex = "(?!(?:batch|export)$)[^/]+"


register_url_convertor("assessment", IdConvertor())
_ONE: Final = "/assessments/{assessment_id:assessment}"
AssessmentId = Annotated[str, Path(description="The id that the service gave.")]
Limit = Annotated[int, Query(ge=1, le=200), BeforeValidator(whole_number)]
Cursor = Annotated[str, Query(max_length=256, description="next_cursor of the page before.")]

_CREATED: Final[dict[int | str, dict[str, Any]]] = {
    201: {
        "headers": {
            "Location": {
                "description": "Where the assessment can be read again.",
                "schema": {"type": "string"},
            },
            REPLAYED_HEADER: {
                "description": "Sent where the Idempotency-Key was known, and this is the first "
                "request's answer.",
                "schema": {"type": "string", "enum": ["true"]},
            },
        }
    }
}


@router.post(
    "/assessments",
    operation_id="createAssessment",
    summary="Assess a case and store the answer",
    status_code=201,
    response_model=AssessmentOut,
    responses=_CREATED
    | declare(
        ProblemCode.CONFLICTING_CASE,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.STORAGE_UNAVAILABLE,
    ),
)
async def create_assessment(
    case: StoredCaseBody,
    *,
    caller: Writer,
    once: OnceDep,
    request: Request,
) -> Response:
    """Window, projection and findings on one case, stored as answered."""
    wired = services(request)
    identifier, now = wired.new_id(), wired.now()

    assessed = await assess_case(
        case.to_domain(today=case.as_of),
        patient_ref=case.patient_ref,
        assessment_id=identifier,
        now=now,
        present=lambda assessment: stored_answer(
            case, assessment, identifier=identifier, created_at=now
        ),
        caller=caller,
        store_queue=wired.store_queue,
        once=once,
    )
    headers = {"Location": f"/v1/assessments/{assessed.stored.id}"}
    if assessed.told is None:
        headers[REPLAYED_HEADER] = "true"
    else:
        wired.metrics.found(assessed.told.evaluation)
        wired.metrics.judged(assessed.told.verdict)
    return Response(assessed.stored.document, 201, headers, JSON)


@router.get(
    _ONE,
    operation_id="getAssessment",
    summary="Read a stored assessment",
    response_model=AssessmentOut,
    responses={
        304: {"description": "The caller has it already."},
        **declare(ProblemCode.ASSESSMENT_NOT_FOUND, ProblemCode.STORAGE_UNAVAILABLE),
    },
)
async def get_assessment(
    assessment_id: AssessmentId,
    request: Request,
    caller: Reader,
) -> Response:
    """The very bytes that were answered when it was made, with a strong ETag."""
    wired = services(request)
    stored = await read_assessment(
        assessment_id, caller=caller, now=wired.now(), unit_of_work=wired.unit_of_work
    )
    return tagged(request, stored.document)


@router.get(
    "/assessments",
    operation_id="listAssessments",
    summary="List assessments, newest first",
    response_model=AssessmentPageOut,
    responses=declare(ProblemCode.INVALID_CURSOR, ProblemCode.STORAGE_UNAVAILABLE),
)
async def list_stored(
    *,
    caller: Reader,
    request: Request,
    patient_ref: Annotated[PatientRef | None, Query()] = None,
    limit: Limit = 50,
    cursor: Cursor | None = None,
) -> Response:
    """A page at a time; the cursor stays good while others write."""
    wired = services(request)
    page = await list_assessments(
        patient_ref=patient_ref,
        limit=limit,
        cursor=cursor,
        caller=caller,
        unit_of_work=wired.unit_of_work,
    )
    return JsonAnswer(plain_page(page))


@router.delete(
    _ONE,
    operation_id="eraseAssessment",
    summary="Erase a stored assessment",
    status_code=204,
    responses=declare(ProblemCode.ASSESSMENT_NOT_FOUND, ProblemCode.STORAGE_UNAVAILABLE),
)
async def erase(assessment_id: AssessmentId, caller: Eraser, request: Request) -> None:
    """Gone for good."""
    wired = services(request)
    await erase_assessment(
        assessment_id, caller=caller, now=wired.now(), unit_of_work=wired.unit_of_work
    )
