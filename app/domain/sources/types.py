"""The shapes of the knowledge base: what the document claims, and what is known against it."""

from dataclasses import KW_ONLY, dataclass
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["supported", "contradicted", "unverifiable"]
Tier: TypeAlias = Literal["seen", "secondary", "general", "judgement"]
Confidence: TypeAlias = Literal["high", "medium"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document whose claims the service speaks of; `locators` are its passages, a closed set."""

    id: str
    title: str
    locators: frozenset[str]

    @property
    def meaning(self) -> str:
        """What of it a claim carries into the rule set's hash."""
        return self.id


@dataclass(frozen=True, slots=True)
class Figure:
    """One number or word of a claim: a single value, or a range with both ends."""

    name: str
    unit: str
    _: KW_ONLY
    value: float | str | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ExternalStatus:
    """How a claim stands against outside evidence; `references` name that evidence."""

    status: Status
    _: KW_ONLY
    note: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim of a document in our own words, and what speaks against it.

    `consistency` is what the arithmetic, or another passage of the document, says against it.
    """

    source: Source
    id: str
    locators: tuple[str, ...]
    topic: str
    statement: str
    figures: tuple[Figure, ...] = ()
    consistency: tuple[str, ...] = ()
    external: ExternalStatus
    used_for: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An outside source.

    `tier` says how well it was checked: `seen` its text was read, `secondary` a third party quotes
    it, `general` general knowledge that was not verified, `judgement` our own. No answer raises it.
    """

    id: str
    citation: str
    url: str | None
    tier: Tier
    confidence: Confidence
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum that anybody can redo; `printed` is its result in the digits that the text shows.

    In `expression` a term like `{claim-id.figure}` or `{claim-id.figure.low}` is a figure of a
    claim; a bare number is an assumption or a conversion that `label` names.
    """

    label: str
    expression: str
    printed: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A place where the document disagrees with itself, with arithmetic or with outside evidence.

    `reading` is the most defensible meaning, `software` what this service does about it.
    `turns_on` are the claims that are disputed, where the others only supply figures; left empty,
    all of them are. `rules` name the rules that answer it without citing one of its claims, as
    they must where the document is silent.
    """

    id: str
    title: str
    claims: tuple[str, ...]
    finding: str
    reading: str
    software: str
    turns_on: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with all that is taken from it."""

    source: Source
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator:
    """Lean share of the weight lost in outside evidence: our central value, and a range."""

    scenario: str
    low: float
    central: float
    high: float
    references: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalIncrement:
    """What outside evidence adds for the drug: a relative reduction of the lean share."""

    relative_reduction: float
    references: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The whole knowledge base as one value, so that one hash covers it."""

    version: str
    locators: frozenset[str]
    claims: tuple[Claim, ...]
    references: tuple[Reference, ...]
    contradictions: tuple[Contradiction, ...]
    comparators: tuple[Comparator, ...]
    sermorelin_increment: ExternalIncrement
    comparator_notice: str
