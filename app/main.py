"""Puts the service together; the only file that knows every layer."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Final

import structlog
from fastapi import APIRouter, FastAPI
from fastapi.params import Depends
from sqlalchemy import QueuePool
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.middleware import Middleware

from app.api.access import ANY_KEY, EVALUATE, Access
from app.api.dependencies import Services
from app.api.metrics import Metrics
from app.api.middleware import RequestMiddleware
from app.api.openapi import DESCRIPTION, TAGS, VERSION, DocumentedApi
from app.api.problems import HANDLERS
from app.api.rate_limit import RateLimit
from app.api.routes import (
    assessments,
    batches,
    charts,
    comparisons,
    docs,
    dosing_windows,
    energy_balance,
    explanations,
    findings,
    health,
    knowledge,
    patients,
    projections,
)
from app.api.routes import metrics as metrics_route
from app.domain.errors import StorageUnavailableError
from app.observability import describe
from app.persistence.engine import DatabaseUrlError, make_engine
from app.persistence.migrate import migrate
from app.persistence.unit_of_work import sql_health_check, sql_unit_of_work
from app.settings import Settings, SettingsError
from app.use_cases.ports import LOCAL_TENANT, HealthCheck, UnitOfWork
from app.use_cases.store_queue import StoreQueue

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

V1_ROUTERS: Final[tuple[tuple[APIRouter, Depends | None], ...]] = (
    # The most called first, since each router is asked in turn; those of one route take least.
    (findings.router, EVALUATE),
    (projections.router, EVALUATE),
    (dosing_windows.router, EVALUATE),
    (assessments.router, None),
    (comparisons.router, EVALUATE),
    (batches.router, None),
    (explanations.router, None),
    (charts.router, None),
    (patients.router, None),
    (energy_balance.router, EVALUATE),
    (knowledge.router, ANY_KEY),
)
"""Those under /v1, and what a key must be good for.

None: each of its routes asks for a scope of its own.
"""

_log = structlog.get_logger()

_Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(
    settings: Settings,
    *,
    unit_of_work: UnitOfWork | None = None,
    health_check: HealthCheck | None = None,
) -> FastAPI:
    """The application. With a unit of work of the caller's it opens no database."""
    metrics, traces = Metrics(), _traces(settings.traces_endpoint)
    app = DocumentedApi(
        title="leankeep",
        summary="Decision support on keeping lean mass while losing weight.",
        description=DESCRIPTION,
        version=VERSION,
        openapi_tags=TAGS,
        openapi_url=None,  # our own route serves it
        redirect_slashes=False,
        lifespan=_lifespan(settings, metrics, traces) if unit_of_work is None else None,
        middleware=[Middleware(RequestMiddleware, metrics=metrics), _access(settings)],
        exception_handlers=dict(HANDLERS),
        telemetry={
            "tracing": traces is not None,
            "tracer_provider": traces,
            "operation_spans": False,
            "metrics": False,
            "logs": False,  # they would hold values
        },
    )
    if unit_of_work is not None:
        app.state.services = _wired(unit_of_work, health_check or _opening(unit_of_work), metrics)
    for router, needed in V1_ROUTERS:
        app.include_router(router, prefix="/v1", dependencies=[needed] if needed else [])
    app.include_router(health.router)
    app.include_router(metrics_route.router)
    if settings.docs:
        app.include_router(docs.router)
    return app


def _wired(unit_of_work: UnitOfWork, health_check: HealthCheck, metrics: Metrics) -> Services:
    return Services(unit_of_work, health_check, StoreQueue(unit_of_work), metrics)


def _access(settings: Settings) -> Middleware:
    per_minute = settings.rate_limit_per_minute
    limit = RateLimit(per_minute) if per_minute else None
    return Middleware(Access, asks_for_keys=settings.access == "keys", limit=limit)


def _traces(endpoint: str | None) -> "TracerProvider | None":
    if endpoint is None:
        return None
    try:
        from app.tracing import tracer_provider  # noqa: PLC0415 # an extra, and slow to import
    except ImportError as error:
        raise SettingsError(
            "LEANKEEP_TRACES_ENDPOINT needs the project's extra named tracing"
        ) from error

    return tracer_provider(endpoint)


def _lifespan(settings: Settings, metrics: Metrics, traces: "TracerProvider | None") -> _Lifespan:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with _migrated_engine(settings.database_url) as engine:
            app.state.services = _wired(sql_unit_of_work(engine), sql_health_check(engine), metrics)
            if isinstance(engine.pool, QueuePool):
                pool = engine.pool
                metrics.watch_pool(in_use=pool.checkedout, size=pool.size)
            yield
        if traces is not None:
            await asyncio.to_thread(traces.shutdown)

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
        async with unit_of_work(LOCAL_TENANT):
            pass

    return health_check
