"""Wire shapes of the knowledge base: rules, claims and references."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.api.json_answer import as_float
from app.api.schemas.citations import CitationOut, ReferenceOut, citations, references
from app.api.schemas.out import BOUNDARY_NOTE, RulesetOut, plain_ruleset
from app.domain.evaluation import suppressors
from app.domain.explanation.account import describe_rule
from app.domain.rules.rule import Category, Contraindication, Origin, Rule, Severity, Target
from app.domain.sources.types import Claim, Confidence, Figure, Reference, Status, Tier


class KnowledgeOut(TypedDict):
    """Carried by every answer of the knowledge base."""

    ruleset: RulesetOut


class RuleItemOut(TypedDict):
    """A rule of the book: what raises it, and what it rests on."""

    id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity
    contraindication: Contraindication
    applies_to: tuple[Target, ...]
    standing: Annotated[bool, Field(description="Always there; left out of highest_severity.")]
    when: Annotated[str, Field(description="The condition that raises it.")]
    boundary: Annotated[str, Field(description=BOUNDARY_NOTE)]
    reads: Annotated[tuple[str, ...], Field(description="The facts and options that it looks at.")]
    citations: list[CitationOut]
    references: list[ReferenceOut]
    assumptions: tuple[str, ...]
    note: str | None
    suppressed_by: Annotated[
        tuple[str, ...], Field(description="Rules that, raised, silence this one.")
    ]


class RuleListOut(KnowledgeOut):
    """Answer of GET /v1/rules, in the order in which answers report."""

    items: list[RuleItemOut]


class RuleOut(KnowledgeOut, RuleItemOut):
    """Answer of GET /v1/rules/{id}."""

    account: Annotated[tuple[str, ...], Field(description="When it is raised, in sentences.")]


class FigureOut(TypedDict):
    """A number or word of a claim: one value, or a range."""

    name: str
    unit: str
    value: int | float | str | None
    low: float | None
    high: float | None


class ExternalStatusOut(TypedDict):
    """How the claim stands against outside evidence."""

    status: Status
    note: str
    references: list[ReferenceOut]


class ClaimItemOut(TypedDict):
    """A claim of the document, in our own words."""

    id: str
    locators: tuple[str, ...]
    topic: str
    statement: str
    figures: list[FigureOut]
    consistency: Annotated[
        tuple[str, ...],
        Field(description="What arithmetic or another passage of the document says against it."),
    ]
    external: ExternalStatusOut
    used_for: tuple[str, ...]


class ClaimListOut(KnowledgeOut):
    """Answer of GET /v1/claims, in the order in which the document makes them."""

    items: list[ClaimItemOut]


class CitingRuleOut(TypedDict):
    """A rule that rests on the claim."""

    id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity


class ClaimOut(KnowledgeOut, ClaimItemOut):
    """Answer of GET /v1/claims/{id}."""

    rules: list[CitingRuleOut]
    contradictions: Annotated[
        tuple[str, ...], Field(description="Contradictions that name the claim.")
    ]


class ReferenceItemOut(TypedDict):
    """An outside source.

    Tier: `seen` its text was read, `secondary` a third party quotes it, `general` general
    knowledge that was not verified, `judgement` our own.
    """

    id: str
    citation: str
    url: str | None
    tier: Tier
    confidence: Confidence
    numbers: tuple[str, ...]


class ReferenceListOut(KnowledgeOut):
    """Answer of GET /v1/references."""

    items: list[ReferenceItemOut]


def plain_knowledge() -> KnowledgeOut:
    """What every answer of the knowledge base begins with."""
    return {"ruleset": plain_ruleset()}


def plain_rule_item(rule: Rule) -> RuleItemOut:
    """The shape of a rule in a list."""
    return {
        "id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "origin": rule.origin,
        "severity": rule.severity,
        "contraindication": rule.contraindication,
        "applies_to": rule.applies_to,
        "standing": rule.standing,
        "when": rule.when,
        "boundary": rule.boundary,
        "reads": rule.reads,
        "citations": citations(rule.claims),
        "references": references(rule.references),
        "assumptions": rule.assumptions,
        "note": rule.note,
        "suppressed_by": suppressors(rule),
    }


def plain_rule(rule: Rule) -> RuleOut:
    """The shape of a rule on its own."""
    return {**plain_knowledge(), **plain_rule_item(rule), "account": describe_rule(rule)}


def plain_claim_item(claim: Claim) -> ClaimItemOut:
    """The shape of a claim in a list."""
    return {
        "id": claim.id,
        "locators": claim.locators,
        "topic": claim.topic,
        "statement": claim.statement,
        "figures": [_figure(figure) for figure in claim.figures],
        "consistency": claim.consistency,
        "external": {
            "status": claim.external.status,
            "note": claim.external.note,
            "references": references(claim.external.references),
        },
        "used_for": claim.used_for,
    }


def _figure(figure: Figure) -> FigureOut:
    return {
        "name": figure.name,
        "unit": figure.unit,
        "value": figure.value,
        "low": as_float(figure.low),
        "high": as_float(figure.high),
    }


def plain_claim(
    claim: Claim, *, rules: Iterable[Rule], contradictions: tuple[str, ...]
) -> ClaimOut:
    """The shape of a claim on its own, with the rules and the contradictions that name it."""
    return {
        **plain_knowledge(),
        **plain_claim_item(claim),
        "rules": [_citing(rule) for rule in rules],
        "contradictions": contradictions,
    }


def _citing(rule: Rule) -> CitingRuleOut:
    return {
        "id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "origin": rule.origin,
        "severity": rule.severity,
    }


def plain_reference_item(reference: Reference) -> ReferenceItemOut:
    """The shape of an outside source."""
    return {
        "id": reference.id,
        "citation": reference.citation,
        "url": reference.url,
        "tier": reference.tier,
        "confidence": reference.confidence,
        "numbers": reference.numbers,
    }
