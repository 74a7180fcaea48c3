"""The reference of a rule that rests on no source but our own judgement."""

from typing import Final

from app.domain.sources.types import Reference

OUR_JUDGEMENT: Final = Reference(
    id="our-judgement",
    citation=("Engineering or clinical-safety judgement of this service; nothing in the document"),
    url=None,
    tier="judgement",
    confidence="medium",
    numbers=(),
)
