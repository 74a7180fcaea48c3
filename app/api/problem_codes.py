"""The closed list of problem codes, each with its status and its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from types import MappingProxyType
from typing import Final


class ProblemCode(StrEnum):
    """Every `code` of a problem. The list is closed: a new one is a change of the API."""

    BAD_REQUEST = "bad-request"
    AUTHENTICATION_REQUIRED = "authentication-required"
    INSUFFICIENT_SCOPE = "insufficient-scope"
    NOT_FOUND = "not-found"
    ASSESSMENT_NOT_FOUND = "assessment-not-found"
    RULE_NOT_FOUND = "rule-not-found"
    CLAIM_NOT_FOUND = "claim-not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    NOT_ACCEPTABLE = "not-acceptable"
    ASSESSMENT_EXISTS = "assessment-exists"
    RULESET_CHANGED = "ruleset-changed"
    CONTENT_TOO_LARGE = "content-too-large"
    UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type"
    MALFORMED_JSON = "malformed-json"
    INVALID_REQUEST = "invalid-request"
    CONFLICTING_CASE = "conflicting-case"
    INVALID_CURSOR = "invalid-cursor"
    IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused"
    OUTSIDE_THE_MODEL = "outside-the-model"
    DUPLICATE_CHANGE_DAY = "duplicate-change-day"
    BEYOND_THE_BODY = "beyond-the-body"
    GOAL_UNREACHABLE = "goal-unreachable"
    PROJECTION_NOT_MADE = "projection-not-made"
    RATE_LIMITED = "rate-limited"
    INTERNAL_ERROR = "internal-error"
    STORAGE_UNAVAILABLE = "storage-unavailable"
    RENDERER_UNAVAILABLE = "renderer-unavailable"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is said of every problem of one code."""

    status: HTTPStatus
    title: str
    detail: str


PROBLEMS: Final[Mapping[ProblemCode, Problem]] = MappingProxyType(
    {
        ProblemCode.BAD_REQUEST: Problem(
            HTTPStatus.BAD_REQUEST, "Bad request", "The request is not well-formed HTTP."
        ),
        ProblemCode.AUTHENTICATION_REQUIRED: Problem(
            HTTPStatus.UNAUTHORIZED,
            "Authentication required",
            "The request brings no API key, or one that is unknown, revoked or expired.",
        ),
        ProblemCode.INSUFFICIENT_SCOPE: Problem(
            HTTPStatus.FORBIDDEN,
            "Insufficient scope",
            "The API key may not do this; WWW-Authenticate names the scope that it lacks.",
        ),
        ProblemCode.NOT_FOUND: Problem(
            HTTPStatus.NOT_FOUND, "Not found", "There is nothing at this path."
        ),
        ProblemCode.ASSESSMENT_NOT_FOUND: Problem(
            HTTPStatus.NOT_FOUND, "No such assessment", "No assessment with this id is stored."
        ),
        ProblemCode.RULE_NOT_FOUND: Problem(
            HTTPStatus.NOT_FOUND, "No such rule", "The rule book has no rule with this id."
        ),
        ProblemCode.CLAIM_NOT_FOUND: Problem(
            HTTPStatus.NOT_FOUND, "No such claim", "The document makes no claim with this id."
        ),
        ProblemCode.METHOD_NOT_ALLOWED: Problem(
            HTTPStatus.METHOD_NOT_ALLOWED,
            "Method not allowed",
            "This path does not take this method; the Allow header names those it takes.",
        ),
        ProblemCode.NOT_ACCEPTABLE: Problem(
            HTTPStatus.NOT_ACCEPTABLE,
            "Not acceptable",
            "The answer is not offered in a type that the Accept header names.",
        ),
        ProblemCode.ASSESSMENT_EXISTS: Problem(
            HTTPStatus.CONFLICT,
            "Assessment exists already",
            "An assessment with this id is stored already.",
        ),
        ProblemCode.RULESET_CHANGED: Problem(
            HTTPStatus.CONFLICT,
            "The rule set has changed",
            "Another rule set made this assessment, and the present one comes to another answer: "
            "it cannot explain it. The assessment itself stays readable as it was answered.",
        ),
        ProblemCode.CONTENT_TOO_LARGE: Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "Content too large",
            "The body is larger than this path takes.",
        ),
        ProblemCode.UNSUPPORTED_MEDIA_TYPE: Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unsupported media type",
            "The body has to be application/json in UTF-8, without a content encoding; the Accept "
            "header names what else this path takes.",
        ),
        ProblemCode.MALFORMED_JSON: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Malformed JSON",
            "The body cannot be read as JSON in one way only.",
        ),
        ProblemCode.INVALID_REQUEST: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Invalid request",
            "The request does not have the documented shape; errors names the places.",
        ),
        ProblemCode.CONFLICTING_CASE: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "The case contradicts itself",
            "Facts of the case cannot hold together; errors names the places.",
        ),
        ProblemCode.INVALID_CURSOR: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Invalid cursor",
            "The cursor is not one that this service gave.",
        ),
        ProblemCode.IDEMPOTENCY_KEY_REUSED: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Idempotency key reused",
            "The Idempotency-Key came with another body before; a new request needs a new key.",
        ),
        ProblemCode.OUTSIDE_THE_MODEL: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Outside the model",
            "The body-weight model is not made for this person or these inputs.",
        ),
        ProblemCode.DUPLICATE_CHANGE_DAY: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Duplicate change day",
            "Two changes of one schedule start on the same day.",
        ),
        ProblemCode.BEYOND_THE_BODY: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Beyond the body",
            "The path leads where a body cannot or should not go; errors names the first day.",
        ),
        ProblemCode.GOAL_UNREACHABLE: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Goal unreachable",
            "No intake within the limits leads to the goal in time; errors names the limit.",
        ),
        ProblemCode.PROJECTION_NOT_MADE: Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "No projection to draw",
            "No projection can be made of the case, so there is no picture of one; errors gives "
            "the reason, and names inputs that would help.",
        ),
        ProblemCode.RATE_LIMITED: Problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            "Too many requests",
            "The API key has used up its requests; Retry-After says when there are more.",
        ),
        ProblemCode.INTERNAL_ERROR: Problem(
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "Internal error",
            "The service failed; its log has more under the request id.",
        ),
        ProblemCode.STORAGE_UNAVAILABLE: Problem(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "Storage unavailable",
            "The database cannot be used at the moment; try again later.",
        ),
        ProblemCode.RENDERER_UNAVAILABLE: Problem(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "Renderer unavailable",
            "No picture can be drawn at the moment; try again later.",
        ),
    }
)


def urn(code: ProblemCode) -> str:
    """The stable `type` of a problem."""
    return f"urn:leankeep:problem:{code}"
