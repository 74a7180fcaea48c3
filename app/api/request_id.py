"""The request id: the caller's if it is safe to repeat, else one of ours."""

import re
from collections.abc import Iterable
from typing import Final

from starlette.types import Scope

HEADER: Final = "X-Request-Id"
_HEADER_BYTES: Final = b"x-request-id"
_SAFE: Final = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_KEY: Final = "leankeep.request_id"


def safe_id(headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    """The caller's id, or None if there is none that is safe to repeat."""
    for name, value in headers:
        if name == _HEADER_BYTES:
            return value.decode() if _SAFE.fullmatch(value) else None
    return None


def keep(scope: Scope, request_id: str) -> None:
    scope[_KEY] = request_id


def of(scope: Scope) -> str:
    request_id: str = scope[_KEY]
    return request_id
