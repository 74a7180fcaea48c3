"""Every error leaves as an RFC 9457 problem, and no problem holds a value of the request."""

import json
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from itertools import islice
from types import MappingProxyType
from typing import Any, Final

import structlog
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.api import field_errors, request_id
from app.api.field_errors import MOST_ERRORS, FieldCode, FieldError
from app.api.problem_codes import PROBLEMS, ProblemCode, urn
from app.api.schemas.problem import FieldErrorOut, ItemProblemOut, ProblemOut
from app.domain.energy_balance.errors import (
    BeyondTheBodyError,
    DuplicateChangeDayError,
    GoalUnreachableError,
    OutsideModelError,
)
from app.domain.errors import (
    ApiKeyNotFoundError,
    AssessmentExistsError,
    AssessmentNotFoundError,
    ClaimNotFoundError,
    ConflictingCaseError,
    DomainError,
    EnergyBalanceError,
    IdempotencyKeyReusedError,
    InvalidCursorError,
    ReplayExistsError,
    RowRefusedError,
    RuleNotFoundError,
    RulesetChangedError,
    StorageUnavailableError,
)

MEDIA_TYPE: Final = "application/problem+json"
RETRY_AFTER_SECONDS: Final = 1

DOMAIN_PROBLEMS: Final[Mapping[type[DomainError], ProblemCode]] = MappingProxyType(
    {
        ConflictingCaseError: ProblemCode.CONFLICTING_CASE,
        AssessmentNotFoundError: ProblemCode.ASSESSMENT_NOT_FOUND,
        AssessmentExistsError: ProblemCode.ASSESSMENT_EXISTS,
        RuleNotFoundError: ProblemCode.RULE_NOT_FOUND,
        ClaimNotFoundError: ProblemCode.CLAIM_NOT_FOUND,
        RulesetChangedError: ProblemCode.RULESET_CHANGED,
        InvalidCursorError: ProblemCode.INVALID_CURSOR,
        EnergyBalanceError: ProblemCode.OUTSIDE_THE_MODEL,
        OutsideModelError: ProblemCode.OUTSIDE_THE_MODEL,
        DuplicateChangeDayError: ProblemCode.DUPLICATE_CHANGE_DAY,
        BeyondTheBodyError: ProblemCode.BEYOND_THE_BODY,
        GoalUnreachableError: ProblemCode.GOAL_UNREACHABLE,
        IdempotencyKeyReusedError: ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ReplayExistsError: ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ApiKeyNotFoundError: ProblemCode.AUTHENTICATION_REQUIRED,
        StorageUnavailableError: ProblemCode.STORAGE_UNAVAILABLE,
        RowRefusedError: ProblemCode.STORAGE_UNAVAILABLE,
    }
)
"""The one table from what the domain refuses to what HTTP says; a test demands every row."""

_STATUS_PROBLEMS: Final[Mapping[int, ProblemCode]] = MappingProxyType(
    {
        HTTPStatus.NOT_FOUND: ProblemCode.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED: ProblemCode.METHOD_NOT_ALLOWED,
        HTTPStatus.NOT_ACCEPTABLE: ProblemCode.NOT_ACCEPTABLE,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ProblemCode.CONTENT_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: ProblemCode.UNSUPPORTED_MEDIA_TYPE,
    }
)

_log = structlog.get_logger()


class ProblemError(Exception):
    """A refusal of HTTP's own, where the domain was never asked."""

    def __init__(
        self,
        code: ProblemCode,
        errors: Iterable[FieldError] = (),
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Keep what the answer says beside the words of its code."""
        super().__init__(code)
        self.code = code
        self.errors = tuple(errors)
        self.headers = headers or {}


def document(code: ProblemCode, request: str, errors: Iterable[FieldError] = ()) -> ProblemOut:
    """The problem of a request."""
    problem = PROBLEMS[code]
    members: ProblemOut = {
        "type": urn(code),
        "title": problem.title,
        "status": int(problem.status),
        "detail": problem.detail,
        "code": code,
        "request_id": request,
    }
    if problem.status == HTTPStatus.UNPROCESSABLE_ENTITY:
        members["errors"] = _places(errors)
    return members


def item_document(code: ProblemCode, errors: Iterable[FieldError] = ()) -> ItemProblemOut:
    """The problem of one case among many."""
    problem = PROBLEMS[code]
    members: ItemProblemOut = {
        "type": urn(code),
        "title": problem.title,
        "status": int(problem.status),
        "detail": problem.detail,
        "code": code,
    }
    if problem.status == HTTPStatus.UNPROCESSABLE_ENTITY:
        members["errors"] = _places(errors)
    return members


def _places(errors: Iterable[FieldError]) -> list[FieldErrorOut]:
    return [
        {"pointer": error.pointer, "code": error.code, "detail": error.detail}
        for error in islice(errors, MOST_ERRORS)
    ]


def response(
    code: ProblemCode,
    request: str,
    *,
    errors: Iterable[FieldError] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    return _sent(document(code, request, errors), headers)


def _sent(problem: ProblemOut, headers: Mapping[str, str] | None = None) -> Response:
    sent = dict(headers or {})
    if problem["status"] == HTTPStatus.SERVICE_UNAVAILABLE:
        sent["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return Response(json.dumps(problem).encode(), problem["status"], sent, MEDIA_TYPE)


async def _answer_refusal(request: Request, error: ProblemError) -> Response:
    return response(
        error.code, request_id.of(request.scope), errors=error.errors, headers=error.headers
    )


async def _answer_domain(request: Request, error: DomainError) -> Response:
    return of_domain(request_id.of(request.scope), error)


def of_domain(request: str, error: DomainError) -> Response:
    """What the domain refused, as a problem; an error without a row is raised again."""
    report(request, error)
    problem = document(code_of(error), request, places_of(error))
    if isinstance(error, BeyondTheBodyError):
        detail = f"A body cannot or should not go where the path leads from day {error.day} on."
        problem["detail"] = detail
        problem["day"] = error.day
    return _sent(problem)


def report(request: str, error: DomainError) -> None:
    """Log it if it is the service's own failure."""
    code = code_of(error)
    if PROBLEMS[code].status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        cause = type(error.__cause__).__name__ if error.__cause__ else None
        _log.error(str(code), request_id=request, cause=cause)


def code_of(error: DomainError) -> ProblemCode:
    """The row of the error; one without a row is raised again."""
    code = next(
        (DOMAIN_PROBLEMS[kind] for kind in type(error).__mro__ if kind in DOMAIN_PROBLEMS), None
    )
    if code is None:
        raise error
    return code


def places_of(error: DomainError) -> Iterator[FieldError]:
    """What the domain says about single places; a day or a limit is computed, never an input."""
    match error:
        case ConflictingCaseError():
            for conflict in error.conflicts:
                yield FieldError(conflict.pointer, conflict.code, conflict.detail)
        case BeyondTheBodyError():
            yield FieldError("", error.reason, f"the limit is passed on day {error.day}")
        case GoalUnreachableError():
            yield FieldError("", error.reason, "this limit stands in the way")
        case InvalidCursorError():
            detail = "is not a next_cursor of this list"
            yield FieldError("/query/cursor", FieldCode.INVALID, detail)
        case IdempotencyKeyReusedError() | ReplayExistsError():
            detail = "came with another body before"
            yield FieldError("/header/Idempotency-Key", FieldCode.INVALID, detail)
        case _:
            return


async def _answer_invalid(request: Request, error: RequestValidationError) -> Response:
    places = field_errors.from_pydantic(error.errors())
    return response(ProblemCode.INVALID_REQUEST, request_id.of(request.scope), errors=places)


async def _answer_http(request: Request, error: HTTPException) -> Response:
    code = _STATUS_PROBLEMS.get(error.status_code, ProblemCode.BAD_REQUEST)
    headers = dict(error.headers or {})
    if code is ProblemCode.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_allowed_methods(request))
    return response(code, request_id.of(request.scope), headers=headers)


def _allowed_methods(request: Request) -> list[str]:
    """The methods of every route of the path; Starlette names those of the first alone.

    What can be read can be asked for by HEAD too: see `RequestMiddleware`.
    """
    path = request.scope["path"]
    methods: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        if route.methods and route.path_regex.match(path):
            methods |= route.methods
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


HANDLERS: Final[Mapping[int | type[Exception], Any]] = MappingProxyType(
    {
        ProblemError: _answer_refusal,
        DomainError: _answer_domain,
        RequestValidationError: _answer_invalid,
        HTTPException: _answer_http,
    }
)
