"""Wire shapes of what an answer rests on."""

from functools import cache

from typing_extensions import TypedDict

from app.api.json_answer import preserialized
from app.domain.sources import CLAIM_BY_ID, REFERENCE_BY_ID
from app.domain.sources.types import Reference, Tier


class CitationOut(TypedDict):
    """A claim of the document, and the passages that make it."""

    claim_id: str
    locators: tuple[str, ...]


class ReferenceOut(TypedDict):
    """Outside evidence; the tier says how well it was checked."""

    id: str
    citation: str
    tier: Tier


@cache
def citations(claims: tuple[str, ...]) -> list[CitationOut]:
    """The citations of some claims; they are preserialized."""
    return preserialized([_citation(claim) for claim in claims])


@cache
def references(ids: tuple[str, ...]) -> list[ReferenceOut]:
    """The references of these ids; they are preserialized."""
    return preserialized([_reference(REFERENCE_BY_ID[each]) for each in ids])


def _citation(claim_id: str) -> CitationOut:
    return {"claim_id": claim_id, "locators": CLAIM_BY_ID[claim_id].locators}


def _reference(found: Reference) -> ReferenceOut:
    return {"id": found.id, "citation": found.citation, "tier": found.tier}
