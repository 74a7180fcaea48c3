"""Wire shapes of what an answer rests on."""

from functools import cache
from typing import Self

from orjson import Fragment

from app.api.json_answer import ready
from app.api.schemas.out import OutModel
from app.domain.sources import CLAIM_BY_ID, REFERENCE_BY_ID
from app.domain.sources.types import Tier


class CitationOut(OutModel):
    """A claim of the document, and the passages that make it."""

    claim_id: str
    locators: tuple[str, ...]

    @classmethod
    @cache
    def of(cls, claim_id: str) -> Self:
        """The citation of a claim."""
        return cls(claim_id=claim_id, locators=CLAIM_BY_ID[claim_id].locators)


class ReferenceOut(OutModel):
    """Outside evidence; the tier says how well it was checked."""

    id: str
    citation: str
    tier: Tier

    @classmethod
    @cache
    def of(cls, reference_id: str) -> Self:
        """The reference of this id."""
        found = REFERENCE_BY_ID[reference_id]
        return cls(id=found.id, citation=found.citation, tier=found.tier)


@cache
def citations(claims: tuple[str, ...]) -> Fragment:
    """The citations of some claims, as an answer has them."""
    return ready([CitationOut.of(claim).model_dump() for claim in claims])


@cache
def references(ids: tuple[str, ...]) -> Fragment:
    """The references of these ids, as an answer has them."""
    return ready([ReferenceOut.of(each).model_dump() for each in ids])
