"""Wire shapes of the knowledge base: rules, claims, references and contradictions."""

from functools import cache
from typing import Any, Self

from pydantic import Field

from app.api.schemas.citations import CitationOut, ReferenceOut
from app.api.schemas.out import OutModel, RulesetOut
from app.domain.evaluation import suppressors
from app.domain.explanation.account import describe_rule
from app.domain.rules import RULES
from app.domain.rules.rule import Category, Contraindication, Origin, Rule, Severity, Target
from app.domain.sources import CLAIM_BY_ID, CONTRADICTIONS
from app.domain.sources.arithmetic import result_of, spelled_out
from app.domain.sources.types import Arithmetic, Claim, Confidence, Contradiction, Status, Tier

_SAME_IN_RULE = (
    "id",
    "title",
    "category",
    "origin",
    "severity",
    "contraindication",
    "applies_to",
    "standing",
    "when",
    "boundary",
    "reads",
    "assumptions",
    "note",
)
_SAME_IN_CLAIM = ("id", "locators", "topic", "statement", "figures", "consistency", "used_for")
"""Fields that carry the domain's value as it is."""


class KnowledgeOut(OutModel):
    """Carried by every answer of the knowledge base."""

    ruleset: RulesetOut


class RuleItemOut(OutModel):
    """A rule of the book: what raises it, and what it rests on."""

    id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity
    contraindication: Contraindication
    applies_to: tuple[Target, ...]
    standing: bool = Field(description="Always there; left out of highest_severity.")
    when: str = Field(description="The condition that raises it.")
    boundary: str = Field(description="What happens exactly at the threshold.")
    reads: tuple[str, ...] = Field(description="The facts and options that it looks at.")
    citations: list[CitationOut]
    references: list[ReferenceOut]
    assumptions: tuple[str, ...]
    note: str | None
    suppressed_by: tuple[str, ...] = Field(description="Rules that, raised, silence this one.")

    @classmethod
    def fields_of(cls, rule: Rule) -> dict[str, Any]:
        """The fields of this shape, for it and for the shapes that extend it."""
        return {
            **{name: getattr(rule, name) for name in _SAME_IN_RULE},
            "citations": [CitationOut.of(claim) for claim in rule.claims],
            "references": [ReferenceOut.of(reference) for reference in rule.references],
            "suppressed_by": suppressors(rule),
        }


class RuleListOut(KnowledgeOut):
    """Answer of GET /v1/rules, in the order in which answers report."""

    items: list[RuleItemOut]


class RuleOut(RuleItemOut, KnowledgeOut):
    """Answer of GET /v1/rules/{id}."""

    account: tuple[str, ...] = Field(description="When it is raised, in sentences.")

    @classmethod
    def fields_of(cls, rule: Rule) -> dict[str, Any]:
        """The fields of this shape but the rule set."""
        return {**super().fields_of(rule), "account": describe_rule(rule)}


class FigureOut(OutModel):
    """A number or word of a claim: one value, or a range."""

    name: str
    unit: str
    value: int | float | str | None
    low: float | None
    high: float | None


class ExternalStatusOut(OutModel):
    """How the claim stands against outside evidence."""

    status: Status
    note: str
    references: list[ReferenceOut]


class ClaimItemOut(OutModel):
    """A claim of the document, in our own words."""

    id: str
    locators: tuple[str, ...]
    topic: str
    statement: str
    figures: list[FigureOut]
    consistency: tuple[str, ...] = Field(
        description="What arithmetic or another passage of the document says against it."
    )
    external: ExternalStatusOut
    used_for: tuple[str, ...]

    @classmethod
    def fields_of(cls, claim: Claim) -> dict[str, Any]:
        """The fields of this shape, for it and for the shapes that extend it."""
        return {
            **{name: getattr(claim, name) for name in _SAME_IN_CLAIM},
            "external": ExternalStatusOut(
                status=claim.external.status,
                note=claim.external.note,
                references=[ReferenceOut.of(one) for one in claim.external.references],
            ),
        }


class ClaimListOut(KnowledgeOut):
    """Answer of GET /v1/claims, in the order in which the document makes them."""

    items: list[ClaimItemOut]


class CitingRuleOut(OutModel):
    """A rule that rests on the claim."""

    id: str
    title: str
    category: Category
    origin: Origin
    severity: Severity


class ClaimOut(ClaimItemOut, KnowledgeOut):
    """Answer of GET /v1/claims/{id}."""

    rules: list[CitingRuleOut]
    contradictions: tuple[str, ...] = Field(description="Contradictions that name the claim.")

    @classmethod
    def fields_of(cls, claim: Claim) -> dict[str, Any]:
        """The fields of this shape but the rule set."""
        citing = [rule for rule in RULES if claim.id in rule.claims]
        against = tuple(entry.id for entry in CONTRADICTIONS if claim.id in entry.claims)
        return {
            **super().fields_of(claim),
            "rules": [CitingRuleOut.model_validate(rule) for rule in citing],
            "contradictions": against,
        }


class ReferenceItemOut(OutModel):
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


class ArithmeticOut(OutModel):
    """A sum that anybody can redo, in the names of figures and in numbers."""

    label: str
    expression: str
    spelled_out: str
    result: float = Field(description="Unrounded.")
    printed: str = Field(description="In the digits in which the finding has it.")
    unit: str

    @classmethod
    def of(cls, step: Arithmetic) -> Self:
        """Present one sum."""
        return cls(
            label=step.label,
            expression=step.expression,
            spelled_out=spelled_out(step.expression, CLAIM_BY_ID),
            result=_result(step.expression),
            printed=repr(step.printed),
            unit=step.unit,
        )


@cache
def _result(expression: str) -> float:
    return result_of(expression, CLAIM_BY_ID)


class ContradictionOut(OutModel):
    """Where the document disagrees with itself, with arithmetic or with outside evidence."""

    id: str
    title: str
    citations: list[CitationOut]
    finding: str
    reading: str = Field(description="The most defensible meaning.")
    software: str = Field(description="What this service does about it.")
    rules: tuple[str, ...] = Field(
        description="Rules that answer it without citing one of its claims."
    )
    arithmetic: list[ArithmeticOut]
    references: list[ReferenceOut]

    @classmethod
    def fields_of(cls, entry: Contradiction) -> dict[str, Any]:
        """The fields of this shape, for it and for the shapes that extend it."""
        return {
            "id": entry.id,
            "title": entry.title,
            "citations": [CitationOut.of(claim) for claim in entry.claims],
            "finding": entry.finding,
            "reading": entry.reading,
            "software": entry.software,
            "rules": entry.rules,
            "arithmetic": [ArithmeticOut.of(step) for step in entry.arithmetic],
            "references": [ReferenceOut.of(one) for one in entry.references],
        }


class ContradictionListOut(KnowledgeOut):
    """Answer of GET /v1/contradictions."""

    items: list[ContradictionOut]
