"""Works out the sums of the contradictions from the figures of the claims, for the tests."""

import ast
import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from app.domain.sources import CLAIM_BY_ID
from app.domain.sources.arithmetic import spelled_out

_OPERATIONS: Final[dict[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def worked_out(expression: str) -> float:
    """Put the figures in and compute; anything but the four operations is refused."""
    return computed(spelled_out(expression, CLAIM_BY_ID))


def computed(sum_in_numbers: str) -> float:
    """Compute a sum that is written in numbers."""
    return _value(ast.parse(sum_in_numbers, mode="eval").body)


def rounded_like(number: float, printed: float) -> float:
    """Round to as many decimals as the printed number shows."""
    return round(number, -int(Decimal(repr(printed)).as_tuple().exponent))


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    raise ValueError(f"not a sum: {ast.dump(node)}")
