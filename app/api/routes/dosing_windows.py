"""POST /v1/dosing-windows."""

from fastapi import APIRouter, Request, Response

from app.api.dependencies import services
from app.api.json_answer import JsonAnswer
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.routes.case_body import CaseBody
from app.api.schemas.dosing_window import DosingWindowAnswer, plain_dosing_window_answer
from app.api.strict_route import StrictRoute
from app.domain.assessment import facts_of
from app.domain.dosing_window import dosing_window
from app.domain.evaluation import evaluate

router = APIRouter(tags=["evaluate"], route_class=StrictRoute)


@router.post(
    "/dosing-windows",
    operation_id="checkDosingWindow",
    summary="Does the plan stand inside the document's dosing window?",
    response_model=DosingWindowAnswer,
    responses=declare(ProblemCode.CONFLICTING_CASE),
)
async def check_dosing_window(case: CaseBody, request: Request) -> Response:
    """Seven checks, a verdict, and tonight's interval for the injection. Nothing is stored."""
    wired = services(request)
    facts = facts_of(case.to_domain(today=wired.today()))
    window = dosing_window(facts, evaluate(facts))
    wired.metrics.judged(window.verdict)
    return JsonAnswer(plain_dosing_window_answer(window))
