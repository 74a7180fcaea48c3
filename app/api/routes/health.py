"""Whether the service lives, and whether it is ready for work."""

import asyncio
from typing import Final, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from app.api.dependencies import services
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.strict_route import StrictRoute
from app.domain.errors import StorageUnavailableError

READY_WITHIN_SECONDS: Final = 3.0

router = APIRouter(route_class=StrictRoute, tags=["operation"])


class HealthOut(BaseModel):
    """The answer of a service that is well."""

    status: Literal["ok"] = "ok"


@router.get("/livez", operation_id="getLiveness", summary="Is the process alive?")
async def get_liveness() -> HealthOut:
    """Touches no database: a restart would not mend one."""
    return HealthOut()


@router.get(
    "/readyz",
    operation_id="getReadiness",
    summary="Can it store and read assessments?",
    responses=declare(ProblemCode.STORAGE_UNAVAILABLE),
)
async def get_readiness(request: Request) -> HealthOut:
    """Asks the database."""
    wired = services(request)
    try:
        async with asyncio.timeout(READY_WITHIN_SECONDS):
            await wired.health_check()
    except TimeoutError as error:
        raise StorageUnavailableError("no answer in time") from error
    return HealthOut()
