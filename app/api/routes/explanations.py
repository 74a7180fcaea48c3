"""Why a stored assessment says what it says."""

from fastapi import APIRouter, Request, Response

from app.api.access import Reader
from app.api.dependencies import services
from app.api.etag import tagged
from app.api.json_answer import to_json
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.routes.assessments import AssessmentId
from app.api.schemas.assessment import stored_answer, stored_case
from app.api.schemas.explanation import ExplanationOut, plain_explanation
from app.api.strict_route import StrictRoute
from app.api.worker import run_in_worker
from app.domain.assessment import Assessment
from app.use_cases.explain_assessment import GivenCase, explain_assessment
from app.use_cases.ports import StoredAssessment
from app.use_cases.read_assessment import read_assessment

router = APIRouter(tags=["assessments"], route_class=StrictRoute)


@router.get(
    "/assessments/{assessment_id}/explanation",
    operation_id="explainAssessment",
    summary="Explain a stored assessment",
    response_model=ExplanationOut,
    responses={
        304: {"description": "The caller has it already."},
        **declare(
            ProblemCode.ASSESSMENT_NOT_FOUND,
            ProblemCode.RULESET_CHANGED,
            ProblemCode.STORAGE_UNAVAILABLE,
        ),
    },
)
async def explain(
    assessment_id: AssessmentId,
    request: Request,
    caller: Reader,
) -> Response:
    """Every rule with what it read, every step to the kilograms, and the contradictions.

    It is made from the stored case by the present rules, which `ruleset` names. Where they would
    answer anything else than what was stored, there is no explanation but a 409; the assessment
    itself stays readable.
    """
    wired = services(request)
    stored = await read_assessment(
        assessment_id, caller=caller, now=wired.now(), unit_of_work=wired.unit_of_work
    )

    def answer() -> bytes:
        return to_json(plain_explanation(explain_assessment(stored, _given(stored))))

    return tagged(request, await run_in_worker(answer))


def _given(stored: StoredAssessment) -> GivenCase | None:
    given = stored_case(stored.document)
    if given is None:
        return None

    def present(assessment: Assessment) -> bytes:
        return stored_answer(
            given, assessment, identifier=stored.id, created_at=stored.created_at
        ).document

    return GivenCase(given.to_domain(today=given.as_of), present)
