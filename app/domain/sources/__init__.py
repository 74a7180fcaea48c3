"""What the service rests on: documents with their claims, outside evidence, all as typed data.

A document is a folder here; `DOCUMENTS` names it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.sources import article
from app.domain.sources.outside.comparators import (
    COMPARATOR_NOTICE,
    COMPARATORS,
    SERMORELIN_INCREMENT,
)
from app.domain.sources.outside.references import REFERENCE_BY_ID, REFERENCES
from app.domain.sources.types import Claim, Contradiction, Document, Knowledge

DOCUMENTS: Final[tuple[Document, ...]] = (article.DOCUMENT,)
CLAIMS: Final = tuple(claim for document in DOCUMENTS for claim in document.claims)
CLAIM_BY_ID: Final[Mapping[str, Claim]] = MappingProxyType({claim.id: claim for claim in CLAIMS})
CONTRADICTIONS: Final = tuple(one for document in DOCUMENTS for one in document.contradictions)
CONTRADICTION_BY_ID: Final[Mapping[str, Contradiction]] = MappingProxyType(
    {entry.id: entry for entry in CONTRADICTIONS}
)
LOCATORS: Final = frozenset(
    locator for document in DOCUMENTS for locator in document.source.locators
)
"""Every passage of every document that can be cited."""

KNOWLEDGE: Final = Knowledge(
    version="1.0.0",
    locators=LOCATORS,
    claims=CLAIMS,
    references=REFERENCES,
    contradictions=CONTRADICTIONS,
    comparators=COMPARATORS,
    sermorelin_increment=SERMORELIN_INCREMENT,
    comparator_notice=COMPARATOR_NOTICE,
)

__all__ = [
    "CLAIMS",
    "CLAIM_BY_ID",
    "COMPARATORS",
    "COMPARATOR_NOTICE",
    "CONTRADICTIONS",
    "CONTRADICTION_BY_ID",
    "DOCUMENTS",
    "KNOWLEDGE",
    "LOCATORS",
    "REFERENCES",
    "REFERENCE_BY_ID",
    "SERMORELIN_INCREMENT",
]
