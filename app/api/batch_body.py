"""The body of a batch: a list of cases as JSON, or a case a line as NDJSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import Annotated, Final

from fastapi import Depends, Request

from app.api import strict_json
from app.api.field_errors import FieldCode, FieldError
from app.api.json_answer import JSON
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.strict_json import MalformedJsonError
from app.api.strict_route import media_type_of, read_body
from app.api.worker import run_in_worker

NDJSON: Final = "application/x-ndjson"
MOST_CASES: Final = 1000
LARGEST_BODY: Final = 8 * 1024 * 1024
"""Bytes: a thousand cases of 8 KiB, and a full one has under 3."""

_CASES: Final = "cases"


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One case as it came, not looked at yet; a line that is no JSON has its error instead."""

    value: object
    malformed: FieldError | None = None


async def batch_body(request: Request) -> list[BatchItem]:
    """Every case in its order. Raises ProblemError where the body as a whole is no batch."""
    content = await read_body(request, (JSON, NDJSON), LARGEST_BODY)
    read = _of_lines if media_type_of(request) == NDJSON else _of_list
    items = await run_in_worker(partial(read, content))
    if not 1 <= len(items) <= MOST_CASES:
        raise _refusal(FieldCode.WRONG_LENGTH, f"must have 1 to {MOST_CASES} cases")
    return items


BatchBodyDep = Annotated[list[BatchItem], Depends(batch_body)]


def _of_list(content: bytes) -> list[BatchItem]:
    try:
        value = strict_json.parse(content)
    except MalformedJsonError as malformed:
        raise ProblemError(ProblemCode.MALFORMED_JSON, (malformed.error,)) from None
    if isinstance(value, dict) and value.keys() == {_CASES}:
        value = value[_CASES]
    if not isinstance(value, list):
        raise _refusal(
            FieldCode.WRONG_TYPE, f"must be a list of cases, or an object with it as {_CASES}"
        )
    return [BatchItem(each) for each in value]


def _of_lines(content: bytes) -> list[BatchItem]:
    """One more than there may be at most: the rest is not read."""
    return [_of_line(line) for line in islice(_lines(content), MOST_CASES + 1)]


def _lines(content: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(content):
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        if line := content[start:end].strip(b" \t\r"):
            yield line
        start = end + 1


def _of_line(line: bytes) -> BatchItem:
    try:
        return BatchItem(strict_json.parse(line))
    except MalformedJsonError as malformed:
        return BatchItem({"malformed": sha256(line).hexdigest()}, malformed.error)


def _refusal(code: FieldCode, detail: str) -> ProblemError:
    return ProblemError(ProblemCode.INVALID_REQUEST, (FieldError("", code, detail),))
