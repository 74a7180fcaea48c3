"""GET /metrics, for Prometheus."""

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from starlette.responses import PlainTextResponse, Response

from app.api.access import ADMIN
from app.api.dependencies import services
from app.api.strict_route import StrictRoute

router = APIRouter(route_class=StrictRoute, tags=["operation"], dependencies=[ADMIN])


@router.get(
    "/metrics",
    operation_id="getMetrics",
    summary="What has the service counted?",
    response_class=PlainTextResponse,
)
async def get_metrics(request: Request) -> Response:
    """Requests, durations, rules raised, dosing verdicts, database connections."""
    wired = services(request)
    return Response(wired.metrics.text(), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
