"""Puts the service together; the only file that knows every layer."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final

import structlog
from fastapi import APIRouter, FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.middleware import Middleware

from app.api.dependencies import Wiring
from app.api.middleware import Envelope
from app.api.openapi import DESCRIPTION, TAGS, VERSION, DocumentedApi
from app.api.problems import HANDLERS
from app.api.routes import (
    assessments,
    charts,
    comparisons,
    docs,
    dosing_windows,
    energy_balance,
    explanations,
    findings,
    health,
    knowledge,
    projections,
)
from app.domain.errors import StorageUnavailableError
from app.observability import describe
from app.persistence.engine import DatabaseUrlError, make_engine
from app.persistence.migrate import migrate
from app.persistence.unit_of_work import sql_health_check, sql_unit_of_work
from app.settings import Settings
from app.use_cases.ports import HealthCheck, UnitOfWork

V1_ROUTERS: Final[tuple[APIRouter, ...]] = (
    dosing_windows.router,
    projections.router,
    findings.router,
    comparisons.router,
    assessments.router,
    explanations.router,
    charts.router,
    energy_balance.router,
    knowledge.router,
)
"""Those under /v1, in the order in which a path is looked for."""

_log = structlog.get_logger()

_Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(
    settings: Settings,
    *,
    unit_of_work: UnitOfWork | None = None,
    health_check: HealthCheck | None = None,
) -> FastAPI:
    """The application. With a unit of work of the caller's it opens no database."""
    app = DocumentedApi(
        title="leankeep",
        summary="Decision support on keeping lean mass while losing weight.",
        description=DESCRIPTION,
        version=VERSION,
        openapi_tags=TAGS,
        openapi_url=None,  # our own route serves it
        redirect_slashes=False,
        lifespan=_lifespan(settings) if unit_of_work is None else None,
        middleware=[Middleware(Envelope)],
        exception_handlers=dict(HANDLERS),
        telemetry={"tracing": False, "metrics": False, "logs": False},  # logs would hold values
    )
    if unit_of_work is not None:
        app.state.wiring = Wiring(unit_of_work, health_check or _opening(unit_of_work))
    for router in V1_ROUTERS:
        app.include_router(router, prefix="/v1")
    app.include_router(health.router)
    if settings.docs:
        app.include_router(docs.router)
    return app


def _lifespan(settings: Settings) -> _Lifespan:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with _migrated_engine(settings.database_url) as engine:
            app.state.wiring = Wiring(sql_unit_of_work(engine), sql_health_check(engine))
            yield

    return lifespan


@asynccontextmanager
async def _migrated_engine(database_url: str) -> AsyncGenerator[AsyncEngine]:
    try:
        engine = make_engine(database_url)
        await migrate(engine)
    except (DatabaseUrlError, StorageUnavailableError) as error:
        _log.critical("cannot start", reason=str(error), **describe(error))  # no URL in either
        raise
    try:
        yield engine
    finally:
        await engine.dispose()


def _opening(unit_of_work: UnitOfWork) -> HealthCheck:
    async def health_check() -> None:
        async with unit_of_work():
            pass

    return health_check
