"""Reads the sums of the contradictions: which figures they use, and how they look in numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.domain.knowledge.types import Claim

_TERM: Final = re.compile(r"\{([a-z0-9-]+)\.([a-z0-9_]+)(?:\.(low|high))?\}")


def unresolved_terms(expression: str, claims: Mapping[str, Claim]) -> Iterator[str]:
    """Name every term of the expression that is not a number of a claim."""
    for term in _TERM.finditer(expression):
        if _number(term, claims) is None:
            yield term.group()
    if "{" in _TERM.sub("", expression):
        yield expression


def spelled_out(expression: str, claims: Mapping[str, Claim]) -> str:
    """Write the expression with numbers for names; `KeyError` if a term is not a number."""
    for term in unresolved_terms(expression, claims):
        raise KeyError(term)
    return _TERM.sub(lambda term: repr(_number(term, claims)), expression)


def _number(term: re.Match[str], claims: Mapping[str, Claim]) -> float | None:
    claim_id, name, end = term.groups()
    claim = claims.get(claim_id)
    for figure in claim.figures if claim else ():
        if figure.name == name:
            number = getattr(figure, end or "value")
            return None if isinstance(number, str) else number
    return None
