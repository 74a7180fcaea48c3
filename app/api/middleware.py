"""Around every request: its id, the headers of every answer, its line in the log, and 500."""

from time import perf_counter
from typing import Final

import structlog
from fastapi.routing import iter_route_contexts
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import problems, request_id
from app.api.dependencies import make_id
from app.api.metrics import Metrics
from app.api.problem_codes import ProblemCode
from app.observability import describe

CLIENT_GONE: Final = 499
"""Logged, never sent: there was nobody left to send it to."""

_METHODS: Final = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


class RouteTemplates:
    """The template of the route that a request took, as `/v1/assessments/{assessment_id}`."""

    def __init__(self) -> None:
        """Start empty: the routes are complete only when the first request comes."""
        self._templates: dict[int, str | None] = {}

    def of(self, scope: Scope) -> str | None:
        """None where no route was found. The path itself can name a patient."""
        route = scope.get("route")
        if route is None:
            return None
        if id(route) not in self._templates:
            self._templates = {
                id(each.original_route): each.path_format
                for each in iter_route_contexts(scope["app"].routes)
            }
        return self._templates.get(id(route))


class _Answer:
    """Sends an answer on, with our headers, and remembers its status."""

    def __init__(self, send: Send, request: str) -> None:
        """Nothing is sent yet."""
        self._send = send
        self._headers = (
            (request_id.HEADER.lower().encode(), request.encode()),
            (b"x-content-type-options", b"nosniff"),
        )
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = [*message.get("headers", ()), *self._headers]
            if not any(name == b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"no-store"))
            message["headers"] = headers
        await self._send(message)


class RequestMiddleware:
    """Pure ASGI: Starlette's own base class for middleware costs more than the rest together."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        """Wrap the application."""
        self._app = app
        self._metrics = metrics
        self._templates = RouteTemplates()
        self._log = structlog.get_logger().bind()  # bound once: the proxy costs some µs a line

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer whatever happens; an exception ends here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, method = perf_counter(), scope["method"]
        if method == "HEAD":  # as GET; the server, who keeps its own scope, sends no body
            scope = {**scope, "method": "GET"}
        request = request_id.safe_id(scope["headers"]) or make_id()
        request_id.keep(scope, request)
        answer = _Answer(send, request)
        try:
            await self._app(scope, receive, answer.send)
        except ClientDisconnect:
            answer.status = answer.status or CLIENT_GONE
        except Exception as error:  # noqa: BLE001 - whatever it is, its text may not leave
            self._log.error("failed", request_id=request, **describe(error))
            if not answer.status:
                failure = problems.response(ProblemCode.INTERNAL_ERROR, request)
                await failure(scope, receive, answer.send)
        finally:
            self._note(
                scope,
                asked=method,
                request=request,
                status=answer.status,
                seconds=perf_counter() - began,
            )

    def _note(self, scope: Scope, *, asked: str, request: str, status: int, seconds: float) -> None:
        method = asked if asked in _METHODS else "other"
        route = self._templates.of(scope)
        self._metrics.answered(method=method, route=route, status=status, seconds=seconds)
        self._log.info(
            "request",
            method=method,
            route=route,
            status=status,
            duration_ms=round(seconds * 1000, 3),
            request_id=request,
        )
