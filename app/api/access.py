"""Who may ask for what: the key of a request, its tenant, its scopes and its rate.

The key is looked at before anything else of a request, its body included.
"""

import re
from typing import Annotated, Final

from fastapi import Request, Security
from fastapi.openapi.models import HTTPBearer
from fastapi.security import SecurityScopes
from fastapi.security.base import SecurityBase
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api import dependencies, problems, request_id
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.rate_limit import RateLimit
from app.domain.errors import StorageUnavailableError
from app.use_cases.api_keys import caller_with
from app.use_cases.caller import Caller, local_caller

KEY_HEADER: Final = "X-API-Key"
_SECRET: Final = re.compile(r"lk_[A-Za-z0-9_-]{43}")
_STATE: Final = "leankeep.caller"
_ASK_FOR_KEY: Final = {"WWW-Authenticate": "Bearer"}
_METRICS: Final = "/metrics"
_LOCAL_CALLER: Final = local_caller()


def credential(connection: HTTPConnection) -> str | None:
    """The secret that a request brings, None where it brings none, or two."""
    bearers = connection.headers.getlist("authorization")
    values = connection.headers.getlist(KEY_HEADER) if not bearers else []
    for bearer in bearers:
        scheme, _, value = bearer.partition(" ")
        values.append(value.strip() if scheme.lower() == "bearer" else "")
    if len(values) != 1 or not _SECRET.fullmatch(values[0]):
        return None
    return values[0]


class Access:
    """Pure ASGI. Lets a request through with its caller, or answers it."""

    def __init__(self, app: ASGIApp, *, asks_for_keys: bool, limit: RateLimit | None) -> None:
        """Without keys everyone is let in: then the service is bound to loopback."""
        self._app = app
        self._asks_for_keys = asks_for_keys
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            refusal = await self._refusal(scope)
            if refusal is not None:
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _refusal(self, scope: Scope) -> Response | None:
        if not self._asks_for_keys:
            scope[_STATE] = _LOCAL_CALLER
            return None
        if not _is_guarded(scope["path"]):
            return None
        try:
            caller = await _caller_of(scope)
        except StorageUnavailableError as error:
            return problems.of_domain(request_id.of(scope), error)
        if caller is None:
            return _problem(scope, ProblemCode.AUTHENTICATION_REQUIRED, _ASK_FOR_KEY)
        wait = None if self._limit is None else await self._limit.wait_seconds(caller.actor)
        if wait is not None:
            return _problem(scope, ProblemCode.RATE_LIMITED, {"Retry-After": str(wait)})
        scope[_STATE] = caller
        return None


async def _caller_of(scope: Scope) -> Caller | None:
    secret = credential(HTTPConnection(scope))
    if secret is None:
        return None
    services: dependencies.Services = scope["app"].state.services
    return await caller_with(secret, now=services.now(), unit_of_work=services.unit_of_work)


def _is_guarded(path: str) -> bool:
    return path in {"/v1", _METRICS} or path.startswith("/v1/")


def _problem(scope: Scope, code: ProblemCode, headers: dict[str, str]) -> Response:
    return problems.response(code, request_id.of(scope), headers=headers)


class RequireScopes(SecurityBase):
    """Gives the caller whom Access let in, if the key has every scope that the route asks for.

    The OpenAPI document shows it as what it rests on: a bearer key.
    """

    def __init__(self, name: str, description: str) -> None:
        """Say how the document names and explains it."""
        self.scheme_name = name
        self.model = HTTPBearer(description=description)

    async def __call__(self, request: Request, asked: SecurityScopes) -> Caller:
        found: Caller | None = request.scope.get(_STATE)
        if found is None:  # a route that Access does not guard should not have asked
            raise ProblemError(ProblemCode.AUTHENTICATION_REQUIRED, headers=_ASK_FOR_KEY)
        lacking = [scope for scope in asked.scopes if not found.may(scope)]
        if lacking:
            asks = f'Bearer error="insufficient_scope", scope="{" ".join(lacking)}"'
            raise ProblemError(ProblemCode.INSUFFICIENT_SCOPE, headers={"WWW-Authenticate": asks})
        return found


_LET_IN: Final = RequireScopes(
    "ApiKey",
    f"A key made by `python -m app.cli keys create`, or the same in {KEY_HEADER}. A service that "
    "serves loopback only asks for none.",
)
Reader = Annotated[Caller, Security(_LET_IN, scopes=["assessments:read"])]
Writer = Annotated[Caller, Security(_LET_IN, scopes=["assessments:write"])]
Eraser = Annotated[Caller, Security(_LET_IN, scopes=["assessments:erase"])]
ANY_KEY: Final = Security(_LET_IN)
EVALUATE: Final = Security(_LET_IN, scopes=["evaluate"])
ADMIN: Final = Security(_LET_IN, scopes=["admin"])
