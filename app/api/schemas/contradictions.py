"""Wire shapes of the document's contradictions."""

from functools import cache
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.api.schemas.citations import CitationOut, ReferenceOut, citations, references
from app.api.schemas.knowledge import KnowledgeOut
from app.domain.sources import CLAIM_BY_ID
from app.domain.sources.arithmetic import result_of, spelled_out
from app.domain.sources.types import Arithmetic, Contradiction


class ArithmeticOut(TypedDict):
    """A sum that anybody can redo, in the names of figures and in numbers."""

    label: str
    expression: str
    spelled_out: str
    result: Annotated[float, Field(description="Unrounded.")]
    printed: Annotated[str, Field(description="In the digits in which the finding has it.")]
    unit: str


class ContradictionOut(TypedDict):
    """Where the document disagrees with itself, with arithmetic or with outside evidence."""

    id: str
    title: str
    citations: list[CitationOut]
    finding: str
    reading: Annotated[str, Field(description="The most defensible meaning.")]
    software: Annotated[str, Field(description="What this service does about it.")]
    rules: Annotated[
        tuple[str, ...],
        Field(description="Rules that answer it without citing one of its claims."),
    ]
    arithmetic: list[ArithmeticOut]
    references: list[ReferenceOut]


class ContradictionListOut(KnowledgeOut):
    """Answer of GET /v1/contradictions."""

    items: list[ContradictionOut]


def plain_contradiction(entry: Contradiction) -> ContradictionOut:
    """The shape of a contradiction."""
    return {
        "id": entry.id,
        "title": entry.title,
        "citations": citations(entry.claims),
        "finding": entry.finding,
        "reading": entry.reading,
        "software": entry.software,
        "rules": entry.rules,
        "arithmetic": [_arithmetic(step) for step in entry.arithmetic],
        "references": references(entry.references),
    }


@cache
def _arithmetic(step: Arithmetic) -> ArithmeticOut:
    return {
        "label": step.label,
        "expression": step.expression,
        "spelled_out": spelled_out(step.expression, CLAIM_BY_ID),
        "result": result_of(step.expression, CLAIM_BY_ID),
        "printed": repr(step.printed),
        "unit": step.unit,
    }
