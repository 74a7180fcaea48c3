"""POST /v1/projections."""

from fastapi import APIRouter

from app.api.dependencies import Today
from app.api.routes.case_body import CaseBody
from app.api.schemas.projection import ProjectionAnswer
from app.api.strict_route import StrictRoute
from app.domain.assessment import barriers_of, facts_of
from app.domain.evaluation import evaluate
from app.domain.projection.project import project

router = APIRouter(tags=["evaluate"], route_class=StrictRoute)


@router.post(
    "/projections",
    operation_id="projectLoss",
    summary="How much lean and how much fat would be lost, with and without sermorelin?",
)
async def project_loss(case: CaseBody, today: Today) -> ProjectionAnswer:
    """Bands are envelopes of the document's figures. Nothing is stored."""
    facts = facts_of(case.to_domain(today=today))
    projection = project(facts, barriers_of(evaluate(facts)))
    return ProjectionAnswer.of(projection)
