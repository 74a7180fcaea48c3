"""The knowledge base: claims, references, contradictions and outside comparators as typed data."""

from typing import Final

from app.domain.knowledge.claims import CLAIM_BY_ID, CLAIMS
from app.domain.knowledge.comparators import (
    COMPARATOR_NOTICE,
    COMPARATORS,
    SERMORELIN_INCREMENT,
)
from app.domain.knowledge.contradictions import CONTRADICTION_BY_ID, CONTRADICTIONS
from app.domain.knowledge.locators import LOCATORS
from app.domain.knowledge.references import REFERENCE_BY_ID, REFERENCES
from app.domain.knowledge.types import Knowledge

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
    "KNOWLEDGE",
    "LOCATORS",
    "REFERENCES",
    "REFERENCE_BY_ID",
    "SERMORELIN_INCREMENT",
]
