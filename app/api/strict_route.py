"""The route class of every endpoint: known parameters only, and bodies read strictly.

FastAPI alone would read a body of any size, take the last of two equal names, answer 500 to
some hostile numbers and pass over parameters that it does not know.
"""

from collections.abc import Callable, Coroutine, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Final

from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from app.api import strict_json
from app.api.field_errors import MOST_ERRORS, FieldCode, FieldError, pointer_to
from app.api.json_answer import JSON
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError

LARGEST_BODY: Final = 256 * 1024
"""Bytes."""

_MOST_DIGITS: Final = 18  # int() of some thousand digits would raise

_Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class JsonRequest(Request):
    """A request whose body is here already, as bytes and as what they say."""

    def __init__(self, request: Request, content: bytes, value: object) -> None:
        """Take the request's place."""
        super().__init__(request.scope, request.receive)
        self._content = content
        self._value = value

    async def body(self) -> bytes:
        return self._content

    async def json(self) -> object:
        return self._value


class StrictRoute(APIRoute):
    """Give it to a router as its `route_class`; derive from it for another size of body."""

    largest_body: ClassVar[int] = LARGEST_BODY

    def get_route_handler(self) -> _Handler:
        """FastAPI's handler behind our checks."""
        handle = super().get_route_handler()
        fields = get_flat_params(self.dependant)  # codespell:ignore dependant
        parameters = frozenset(each.alias for each in fields if isinstance(each.field_info, Query))
        reads_body = self.body_field is not None

        async def check_then_handle(request: Request) -> Response:
            if "\0" in request.scope["path"]:  # no stored text holds it, and PostgreSQL chokes
                raise HTTPException(404)
            if request.scope["query_string"]:
                _check_query(request, parameters)
            return await handle(await self.with_body(request) if reads_body else request)

        return check_then_handle

    async def with_body(self, request: Request) -> Request:
        """The request with its body read as JSON."""
        content = await read_body(request, (JSON,), self.largest_body)
        try:
            return JsonRequest(request, content, strict_json.parse(content))
        except strict_json.MalformedJsonError as malformed:
            raise ProblemError(ProblemCode.MALFORMED_JSON, (malformed.error,)) from None


def _check_query(request: Request, known: frozenset[str]) -> None:
    errors: list[FieldError] = []
    seen: set[str] = set()
    for name, value in request.query_params.multi_items()[:MOST_ERRORS]:
        where = pointer_to(("query", name))
        if name not in known and name not in seen:
            errors.append(
                FieldError(where, FieldCode.UNKNOWN_PARAMETER, "is not a parameter of this path")
            )
        elif name in seen & known:
            errors.append(FieldError(where, FieldCode.REPEATED_PARAMETER, "is given twice"))
        elif "\0" in value:
            errors.append(FieldError(where, FieldCode.NUL_CHARACTER, "holds a NUL character"))
        seen.add(name)
    if errors:
        raise ProblemError(ProblemCode.INVALID_REQUEST, errors)


async def read_body(request: Request, media_types: Sequence[str], largest: int) -> bytes:
    """The body, if it says to be of one of these types, is not encoded and not too large."""
    headers = request.headers
    if media_type_of(request) not in media_types:
        raise ProblemError(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE, headers={"Accept": ", ".join(media_types)}
        )
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise ProblemError(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE, headers={"Accept-Encoding": "identity"}
        )
    return await _read(request, largest)


def media_type_of(request: Request) -> str | None:
    """The type of the body, None if it says to be in another encoding than UTF-8."""
    return _media_type(request.headers.get("content-type", ""))


@lru_cache(maxsize=32)
def _media_type(content_type: str) -> str | None:
    media_type, *parameters = (part.strip().lower() for part in content_type.split(";"))
    charsets = [part[8:].strip('"') for part in parameters if part.startswith("charset=")]
    return media_type if all(each == "utf-8" for each in charsets) else None


async def _read(request: Request, largest: int) -> bytes:
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and (len(declared) > _MOST_DIGITS or int(declared) > largest):
        raise ProblemError(ProblemCode.CONTENT_TOO_LARGE)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > largest:
            raise ProblemError(ProblemCode.CONTENT_TOO_LARGE)
        if not message.get("more_body", False):
            return b"".join(parts)
