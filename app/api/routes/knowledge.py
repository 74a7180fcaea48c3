"""The knowledge behind every answer: rules, claims, references, contradictions.

Nothing here changes within a process, so each answer is made once.
"""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator
from pydantic_core import PydanticKnownError

from app.api.etag import tagged
from app.api.json_answer import to_json
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.schemas.contradictions import ContradictionListOut, plain_contradiction
from app.api.schemas.knowledge import (
    ClaimListOut,
    ClaimOut,
    ReferenceListOut,
    RuleListOut,
    RuleOut,
    plain_claim,
    plain_claim_item,
    plain_knowledge,
    plain_reference_item,
    plain_rule,
    plain_rule_item,
)
from app.api.strict_route import StrictRoute
from app.domain.errors import ClaimNotFoundError, RuleNotFoundError
from app.domain.rules import RULES
from app.domain.rules.rule import Category, Origin, Severity
from app.domain.sources import CLAIM_BY_ID, CLAIMS, CONTRADICTIONS, LOCATORS, REFERENCES
from app.domain.sources.types import Status

router = APIRouter(tags=["knowledge"], route_class=StrictRoute)

_RULE_BY_ID: Final = {rule.id: rule for rule in RULES}
_TOPICS: Final = tuple(sorted({claim.topic for claim in CLAIMS}))
_PASSAGES: Final = tuple(sorted(LOCATORS))


_UNCHANGED: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "The caller has it already."}
}


def _one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in values:
            raise PydanticKnownError("literal_error", {"expected": ", ".join(values)})
        return value

    return check


def _shown(values: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": list(values)}


Topic = Annotated[str, AfterValidator(_one_of(_TOPICS)), Query(json_schema_extra=_shown(_TOPICS))]
Locator = Annotated[
    str, AfterValidator(_one_of(_PASSAGES)), Query(json_schema_extra=_shown(_PASSAGES))
]


@router.get(
    "/rules",
    operation_id="listRules",
    summary="The rule book",
    response_model=RuleListOut,
    responses=_UNCHANGED,
)
async def list_rules(
    *,
    request: Request,
    category: Category | None = None,
    origin: Origin | None = None,
    severity: Severity | None = None,
) -> Response:
    """Every rule that fits all of the filters, in the order in which answers report them."""
    return _answer(request, _rules(category, origin, severity))


@router.get(
    "/rules/{rule_id}",
    operation_id="getRule",
    summary="One rule, with a readable account of when it is raised",
    response_model=RuleOut,
    responses=_UNCHANGED | declare(ProblemCode.RULE_NOT_FOUND),
)
async def get_rule(request: Request, rule_id: str) -> Response:
    """A rule keeps its id for good: stored assessments name it."""
    if rule_id not in _RULE_BY_ID:
        raise RuleNotFoundError(rule_id)
    return _answer(request, _rule(rule_id))


@router.get(
    "/claims",
    operation_id="listClaims",
    summary="What the document claims",
    response_model=ClaimListOut,
    responses=_UNCHANGED,
)
async def list_claims(
    *,
    request: Request,
    topic: Topic | None = None,
    locator: Locator | None = None,
    status: Status | None = None,
) -> Response:
    """Every claim that fits all of the filters; `status` is that against outside evidence."""
    return _answer(request, _claims(topic, locator, status))


@router.get(
    "/claims/{claim_id}",
    operation_id="getClaim",
    summary="One claim, with the rules that use it",
    response_model=ClaimOut,
    responses=_UNCHANGED | declare(ProblemCode.CLAIM_NOT_FOUND),
)
async def get_claim(request: Request, claim_id: str) -> Response:
    """With the contradictions that name it, too."""
    if claim_id not in CLAIM_BY_ID:
        raise ClaimNotFoundError(claim_id)
    return _answer(request, _claim(claim_id))


@router.get(
    "/references",
    operation_id="listReferences",
    summary="The outside evidence",
    response_model=ReferenceListOut,
    responses=_UNCHANGED,
)
async def list_references(request: Request) -> Response:
    """Each with how well it was checked."""
    return _answer(request, _references())


@router.get(
    "/contradictions",
    operation_id="listContradictions",
    summary="Where the document contradicts itself, arithmetic or outside evidence",
    response_model=ContradictionListOut,
    responses=_UNCHANGED,
)
async def list_contradictions(request: Request) -> Response:
    """Each with the sums that show it, and with what this service does about it."""
    return _answer(request, _contradictions())


def _answer(request: Request, content: bytes) -> Response:
    response = tagged(request, content)
    response.headers["Cache-Control"] = "no-cache"  # no patient is in it: keep it, and ask again
    return response


@cache
def _rules(category: Category | None, origin: Origin | None, severity: Severity | None) -> bytes:
    items = [
        plain_rule_item(rule)
        for rule in RULES
        if category in (None, rule.category)
        and origin in (None, rule.origin)
        and severity in (None, rule.severity)
    ]
    answer: RuleListOut = {**plain_knowledge(), "items": items}
    return to_json(answer)


@cache
def _rule(rule_id: str) -> bytes:
    return to_json(plain_rule(_RULE_BY_ID[rule_id]))


@cache
def _claims(topic: str | None, locator: str | None, status: Status | None) -> bytes:
    items = [
        plain_claim_item(claim)
        for claim in CLAIMS
        if topic in (None, claim.topic)
        and (locator is None or locator in claim.locators)
        and status in (None, claim.external.status)
    ]
    answer: ClaimListOut = {**plain_knowledge(), "items": items}
    return to_json(answer)


@cache
def _claim(claim_id: str) -> bytes:
    citing = [rule for rule in RULES if claim_id in rule.claims]
    against = tuple(entry.id for entry in CONTRADICTIONS if claim_id in entry.claims)
    return to_json(plain_claim(CLAIM_BY_ID[claim_id], rules=citing, contradictions=against))


@cache
def _references() -> bytes:
    items = [plain_reference_item(reference) for reference in REFERENCES]
    answer: ReferenceListOut = {**plain_knowledge(), "items": items}
    return to_json(answer)


@cache
def _contradictions() -> bytes:
    items = [plain_contradiction(entry) for entry in CONTRADICTIONS]
    answer: ContradictionListOut = {**plain_knowledge(), "items": items}
    return to_json(answer)
