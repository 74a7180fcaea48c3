"""The document itself."""

from typing import Final

from app.domain.sources.article.locators import LOCATORS
from app.domain.sources.types import Source

ARTICLE: Final = Source(
    id="article",
    title="A clinic's article on sermorelin for people who lose weight",
    locators=LOCATORS,
)
