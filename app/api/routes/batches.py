"""Many assessments at once: made from a batch, or sent out as an export."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import StreamingResponse

from app.api import request_id
from app.api.access import Reader, Writer
from app.api.batch_body import MOST_CASES, NDJSON, BatchBodyDep
from app.api.batch_lines import BatchLines
from app.api.dependencies import services
from app.api.idempotency import REPLAYED_HEADER, BatchOnceDep
from app.api.json_answer import JSON
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.schemas.assessment import AssessmentOut
from app.api.schemas.batch import BatchLine
from app.api.schemas.case import PatientRef, StoredCaseIn
from app.api.schemas.examples import CASE_EXAMPLES
from app.api.strict_route import StrictRoute
from app.use_cases.assess_batch import Batch
from app.use_cases.export_assessments import export_assessments

router = APIRouter(tags=["assessments"], route_class=StrictRoute)

_CASE: Final = {"$ref": f"#/components/schemas/{StoredCaseIn.__name__}"}
_CASES: Final = {"type": "array", "items": _CASE, "minItems": 1, "maxItems": MOST_CASES}
_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {
        JSON: {
            "schema": {
                "anyOf": [
                    _CASES,
                    {
                        "type": "object",
                        "properties": {"cases": _CASES},
                        "required": ["cases"],
                        "additionalProperties": False,
                    },
                ]
            },
            "examples": {
                "two": {
                    "summary": "Two cases",
                    "value": [CASE_EXAMPLES[name]["value"] for name in ("inside", "outside")],
                }
            },
        },
        NDJSON: {"schema": {"type": "string", "description": "A case a line."}},
    },
}


class NdjsonResponse(StreamingResponse):
    """A JSON document a line, sent as they come."""

    media_type = NDJSON


@router.post(
    "/assessments/batch",
    operation_id="createAssessments",
    summary="Assess up to 1,000 cases and store the answers",
    response_class=NdjsonResponse,
    response_model=BatchLine,
    responses=declare(ProblemCode.IDEMPOTENCY_KEY_REUSED, ProblemCode.STORAGE_UNAVAILABLE),
    openapi_extra={"requestBody": _BODY},
)
async def assess_batch(
    request: Request,
    caller: Writer,
    *,
    items: BatchBodyDep,
    once: BatchOnceDep,
) -> NdjsonResponse:
    """A line for each case, in their order, with a status of its own: 201 or that of its problem.

    A refused case fails no other. They are stored some at a time. Should the storage fail on the
    way, the rest have status 503: send the same batch again with the same Idempotency-Key, and what
    is stored already is answered again, the rest is stored now.
    """
    wired = services(request)
    batch = Batch(caller, wired.unit_of_work, once)
    await batch.look_up()
    lines = BatchLines(
        batch, request_id.of(request.scope), wired.metrics, wired.new_id, wired.now()
    ).of(items)
    # The first lines are made before the answer begins: with no storage at all it is a 503, and
    # whoever lost a race for the key learns it here.
    first = await anext(lines)
    replayed = {REPLAYED_HEADER: "true"} if batch.was_begun else {}
    return NdjsonResponse(_chained(first, lines), headers=replayed)


@router.get(
    "/assessments/export",
    operation_id="exportAssessments",
    summary="All stored assessments, newest first, a line each",
    response_class=NdjsonResponse,
    response_model=AssessmentOut,
    responses=declare(ProblemCode.STORAGE_UNAVAILABLE),
)
async def export(
    caller: Reader,
    request: Request,
    patient_ref: Annotated[PatientRef | None, Query()] = None,
) -> NdjsonResponse:
    """The very bytes that were answered.

    Others may write meanwhile: what was stored when the export began comes once, unless it is
    erased first. An export that ends too early is cut off in the middle of the transfer, never
    closed as if it were whole.
    """
    wired = services(request)
    pages = export_assessments(
        patient_ref=patient_ref, caller=caller, unit_of_work=wired.unit_of_work
    )
    lines = (b"".join(document + b"\n" for document in page) async for page in pages)
    return NdjsonResponse(_chained(await anext(lines, b""), lines))


async def _chained(first: bytes, rest: AsyncIterator[bytes]) -> AsyncGenerator[bytes]:
    yield first
    async for each in rest:
        yield each
