"""The OpenAPI document: what FastAPI writes, with our problems in place of its own errors."""

import json
from collections.abc import Iterable
from typing import Any, Final

from fastapi import FastAPI
from pydantic import TypeAdapter

from app.api import problems, request_id
from app.api.problem_codes import PROBLEMS, ProblemCode, urn
from app.api.schemas.problem import FieldErrorOut, ProblemOut

VERSION: Final = "0.1.0"

DESCRIPTION: Final = """\
Decision support on keeping lean mass while losing weight with sermorelin: is a dosing plan inside
the documented window, how much lean mass may it save, and which rules speak up.

It is built on one article and on outside evidence that is marked as such. It is not medical
advice, not a prescription and no medical device; a clinician decides. Bands are envelopes of
documented figures, not confidence intervals.

What is left out of a case is unknown, never a default. Every error is an RFC 9457 problem with a
`code` of a closed list, and no error repeats a value of the request. Every answer carries
`X-Request-Id`. Unknown fields and unknown query parameters are refused.

A service that is reached from elsewhere than its own machine asks for an API key, in
`Authorization: Bearer` or in `X-API-Key`. A key belongs to a tenant and sees nothing of others.
"""

TAGS: Final = [
    {"name": "evaluate", "description": "Answers about a case. Nothing is stored."},
    {"name": "assessments", "description": "Evaluations that are kept, and erased on request."},
    {"name": "energy balance", "description": "The dynamic body-weight model on its own."},
    {"name": "knowledge", "description": "The rules, claims and references behind the answers."},
    {"name": "operation", "description": "For whoever runs the service."},
]

_REQUEST_ID_HEADER: Final = {
    "description": "The request's own id if it is 1 to 64 of `A-Z a-z 0-9 . _ -`, else a new one.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
}
_HEADERS: Final[dict[str, dict[str, Any]]] = {
    "RequestId": _REQUEST_ID_HEADER,
    "RetryAfter": {"description": "Seconds to wait.", "schema": {"type": "string"}},
    "WwwAuthenticate": {
        "description": "Bearer; with 403 also the scope that is lacking.",
        "schema": {"type": "string"},
    },
    "ETag": {"description": "A strong tag of these bytes.", "schema": {"type": "string"}},
}
_HEADERS_OF_STATUS: Final = {
    "401": {"WWW-Authenticate": "WwwAuthenticate"},
    "403": {"WWW-Authenticate": "WwwAuthenticate"},
    "429": {"Retry-After": "RetryAfter"},
    "503": {"Retry-After": "RetryAfter"},
}
_IF_NONE_MATCH: Final = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "ETags of what the caller has: one of them again is a 304 without a body.",
    "schema": {"type": "string"},
}
_EVERYWHERE: Final = (
    ProblemCode.BAD_REQUEST,
    ProblemCode.INVALID_REQUEST,
    ProblemCode.INTERNAL_ERROR,
)
_WITH_BODY: Final = (
    ProblemCode.CONTENT_TOO_LARGE,
    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
    ProblemCode.MALFORMED_JSON,
)
_WITH_KEY: Final = (
    ProblemCode.AUTHENTICATION_REQUIRED,
    ProblemCode.RATE_LIMITED,
    ProblemCode.STORAGE_UNAVAILABLE,  # keys are looked up in it
)


def declare(*codes: ProblemCode) -> dict[int | str, dict[str, Any]]:
    """A route's own problems, for `responses=`; those of every route come by themselves."""
    return {
        int(status): _response([code for code in codes if PROBLEMS[code].status == status])
        for status in dict.fromkeys(PROBLEMS[code].status for code in codes)
    }


def _response(codes: Iterable[ProblemCode]) -> dict[str, Any]:
    return {
        "description": "\n".join(f"- `{code}`: {PROBLEMS[code].detail}" for code in codes),
        "content": {
            problems.MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {code: {"value": _example(code)} for code in codes},
            }
        },
    }


def _example(code: ProblemCode) -> ProblemOut:
    return problems.document(code, "01997d0c-8c07-7a51-9f5e-3a0d6a2f1b77")


def _codes_in(response: dict[str, Any]) -> list[ProblemCode]:
    examples = response.get("content", {}).get(problems.MEDIA_TYPE, {}).get("examples", {})
    return [ProblemCode(code) for code in examples]


def _complete(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    added = (
        *_EVERYWHERE,
        *(_WITH_BODY if "requestBody" in operation else ()),
        *_codes_of_access(operation),
    )
    for status in dict.fromkeys(PROBLEMS[code].status for code in added):
        declared = _codes_in(responses.get(str(int(status)), {}))
        ours = [code for code in added if PROBLEMS[code].status == status]
        responses[str(int(status))] = _response(dict.fromkeys((*ours, *declared)))
    is_tagged = "304" in responses
    if is_tagged:
        operation.setdefault("parameters", []).append(_IF_NONE_MATCH)
    for status, response in responses.items():
        names = {request_id.HEADER: "RequestId"} | _HEADERS_OF_STATUS.get(status, {})
        if is_tagged and status in {"200", "304"}:
            names["ETag"] = "ETag"
        response.setdefault("headers", {}).update(
            {name: {"$ref": f"#/components/headers/{ours}"} for name, ours in names.items()}
        )
    operation["responses"] = dict(sorted(responses.items()))


def _codes_of_access(operation: dict[str, Any]) -> Iterable[ProblemCode]:
    """Those of a route that takes a key; that it also does without one is said here."""
    asked = [scope for each in operation.get("security", ()) for scope in each.values()]
    if not asked:
        return ()
    operation["security"].append({})  # a service that serves loopback only asks for none
    return (*_WITH_KEY, ProblemCode.INSUFFICIENT_SCOPE) if any(asked) else _WITH_KEY


def _complete_components(document: dict[str, Any]) -> None:
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    _, ours = TypeAdapter.json_schemas(
        [("problem", "serialization", TypeAdapter(ProblemOut))],
        ref_template="#/components/schemas/{model}",
    )
    text = json.dumps(ours["$defs"])
    for shape, name in ((ProblemOut, "Problem"), (FieldErrorOut, "FieldError")):
        text = text.replace(f'schemas/{shape.__name__}"', f'schemas/{name}"')
        text = text.replace(f'"{shape.__name__}":', f'"{name}":')
    schemas |= json.loads(text)
    schemas["Problem"]["properties"]["type"]["enum"] = [urn(code) for code in ProblemCode]
    components["headers"] = _HEADERS


class DocumentedApi(FastAPI):
    """FastAPI whose document is true of our answers."""

    def openapi(self) -> dict[str, Any]:
        """The document, made once."""
        if self.openapi_schema is None:
            document = super().openapi()
            operations = [each for path in document["paths"].values() for each in path.values()]
            for operation in operations:
                _complete(operation)
            _complete_components(document)
            used = {tag for operation in operations for tag in operation["tags"]}
            document["tags"] = [tag for tag in TAGS if tag["name"] in used]
        return super().openapi()


def render(document: dict[str, Any]) -> str:
    """The document as text, the same for the same routes."""
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
