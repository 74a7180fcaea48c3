"""What rules say takes its limits from the thresholds, and writes none of them again."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from app.domain import rules, thresholds
from app.domain.threshold import Threshold
from app.domain.words import exact

MODULES: Final = sorted(Path(rules.__file__).parent.glob("*.py"))
SMALL: Final = {"0", "1", "2", "3", "7"}
"""Numbers that say how many as often as they are a limit."""
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER: Final = re.compile(r"(?<![A-Za-z_.]-)(?<![\w.])\d+(?:\.\d+)?(?!\w)")


def _texts(tree: ast.Module) -> Iterator[str]:
    """Every string that is no docstring and no id."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str() as text) if id(node) not in told:
                if not _ID.fullmatch(text):
                    yield text
            case _:
                pass


def _limits(tree: ast.Module) -> set[str]:
    """The limits that the module compares with or tells."""
    names = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == thresholds.__name__
        for name in node.names
    }
    values = (getattr(thresholds, name) for name in names)
    return {exact(one.value) for one in values if isinstance(one, Threshold)} - SMALL


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_text_of_a_rule_writes_a_limit_again(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    limits = _limits(tree)
    written = {number for text in _texts(tree) for number in _NUMBER.findall(text)}
    assert not written & limits


def test_there_are_limits_to_write_again() -> None:
    assert sum(len(_limits(ast.parse(one.read_text("utf-8")))) for one in MODULES) > 40
    assert any(_NUMBER.search(text) for text in _texts(ast.parse('x = "above 300 ng/mL"')))
    assert _NUMBER.findall("30-60 minutes, IGF-1") == ["30", "60"]
