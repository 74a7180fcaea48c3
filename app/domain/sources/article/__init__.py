"""The document that the service is built on: its claims, and where it contradicts itself."""

from typing import Final

from app.domain.sources.article.claims import CLAIMS
from app.domain.sources.article.contradictions import CONTRADICTIONS
from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Document

DOCUMENT: Final = Document(source=ARTICLE, claims=CLAIMS, contradictions=CONTRADICTIONS)
