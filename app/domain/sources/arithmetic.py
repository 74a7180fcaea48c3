"""Reads the sums of the contradictions: which figures they use, in numbers, and what they give."""

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from app.domain.sources.types import Claim

_TERM: Final = re.compile(r"\{([a-z0-9-]+)\.([a-z0-9_]+)(?:\.(low|high))?\}")
_OPERATIONS: Final[Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


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


def result_of(expression: str, claims: Mapping[str, Claim]) -> float:
    """The unrounded result of the expression; `ValueError` if it is more than + - * / of numbers.

    Worked out in fractions, so that 1 - 70 / 100 is 0.3 and not a binary neighbour of it.
    """
    return float(_value(ast.parse(spelled_out(expression, claims), mode="eval").body))


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Fraction(repr(node.value))
    raise ValueError(f"not a sum: {ast.dump(node)}")


def _number(term: re.Match[str], claims: Mapping[str, Claim]) -> float | None:
    claim_id, name, end = term.groups()
    claim = claims.get(claim_id)
    for figure in claim.figures if claim else ():
        if figure.name == name:
            number = getattr(figure, end or "value")
            return None if isinstance(number, str) else number
    return None
