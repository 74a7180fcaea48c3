"""The Idempotency-Key of a request that stores, with the hash of what came with it."""

import json
from functools import partial
from hashlib import sha256
from typing import Annotated, Final

from fastapi import Depends, Header, Request

from app.api.batch_body import BatchBodyDep
from app.api.field_errors import FieldCode, FieldError, pointer_to
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.worker import run_in_worker
from app.use_cases.assess_case import IdempotencyKey

HEADER: Final = "Idempotency-Key"
REPLAYED_HEADER: Final = "Idempotency-Replayed"

_Key = Annotated[
    str | None,
    Header(
        alias=HEADER,
        pattern=r"^[!-~]{1,255}$",
        min_length=1,
        max_length=255,
        description="A name for this request, such as a UUID. Sent again with the same body within "
        "24 hours it gets the first answer again, and nothing is stored twice. What was erased "
        "meanwhile is forgotten, the key with it: sent again, it is stored anew.",
    ),
]


async def once(request: Request, key: _Key = None) -> IdempotencyKey | None:
    """None without the header. Bodies are the same if they say the same, spaces and order apart."""
    if key is None:
        return None
    _refuse_two_keys(request)
    return IdempotencyKey(key, hash_of(await request.json()))


async def once_for_batch(
    request: Request, body: BatchBodyDep, key: _Key = None
) -> IdempotencyKey | None:
    """The same for a batch: a case is never the same body as a batch of that one case."""
    if key is None:
        return None
    _refuse_two_keys(request)
    said = {"batch": [item.value for item in body]}
    return IdempotencyKey(key, await run_in_worker(partial(hash_of, said)))


def hash_of(value: object) -> str:
    """The same for all that says the same, spaces and order of names apart."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _refuse_two_keys(request: Request) -> None:
    if len(request.headers.getlist(HEADER)) > 1:
        place = pointer_to(("header", HEADER))
        error = FieldError(place, FieldCode.REPEATED_PARAMETER, "is given twice")
        raise ProblemError(ProblemCode.INVALID_REQUEST, (error,))


OnceDep = Annotated[IdempotencyKey | None, Depends(once)]
BatchOnceDep = Annotated[IdempotencyKey | None, Depends(once_for_batch)]
