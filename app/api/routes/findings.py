"""POST /v1/findings."""

from fastapi import APIRouter, Request, Response

from app.api.dependencies import services
from app.api.json_answer import JsonAnswer
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.routes.case_body import CaseBody
from app.api.schemas.findings import FindingsAnswer, plain_findings_answer
from app.api.strict_route import StrictRoute
from app.domain.assessment import facts_of
from app.domain.evaluation import evaluate

router = APIRouter(tags=["evaluate"], route_class=StrictRoute)


@router.post(
    "/findings",
    operation_id="findFindings",
    summary="Which rules speak up, and which cannot tell?",
    response_model=FindingsAnswer,
    responses=declare(ProblemCode.CONFLICTING_CASE),
)
async def find_findings(case: CaseBody, request: Request) -> Response:
    """Every rule answers Raised, Clear or Unknown. Nothing is stored."""
    wired = services(request)
    facts = facts_of(case.to_domain(today=wired.today()))
    evaluation = evaluate(facts)
    wired.metrics.found(evaluation)
    return JsonAnswer(plain_findings_answer(evaluation, facts))
