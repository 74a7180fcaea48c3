"""What the code's shape promises, held where import-linter does not look."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain import value

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 300
MOST_POSITIONAL = 3
CODE = sorted(
    path
    for folder in ("app", "tests", "benchmarks", "alembic")
    for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize(
    "path", sorted((ROOT / "app").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert path.read_text().startswith('"""')


def test_more_than_three_parameters_are_given_by_name() -> None:
    found = [
        f"{name}:{line} {function}"
        for path in sorted((ROOT / "app").rglob("*.py"))
        for name in (path.relative_to(ROOT),)
        for line, function in _with_many_positional(ast.parse(path.read_text()))
    ]
    assert not found


def _with_many_positional(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and name of each function that takes more; what a method is called on is not counted."""
    for node in ast.walk(tree):
        for each in ast.iter_child_nodes(node):
            if not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                continue
            bound = isinstance(node, ast.ClassDef) and not _is_static(each)
            taken = len(each.args.posonlyargs) + len(each.args.args) - bound
            if taken > MOST_POSITIONAL:
                yield each.lineno, getattr(each, "name", "lambda")


def _is_static(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> bool:
    return any(
        isinstance(each, ast.Name) and each.id == "staticmethod"
        for each in getattr(function, "decorator_list", ())
    )


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("def f(a, b, c, *, d): pass", []),
        ("def f(a, b, /, c, d): pass", ["f"]),
        ("async def f(a, b, c, d=0): pass", ["f"]),
        ("class A:\n def f(self, a, b, c): pass\n async def g(self, a, b, c, d): pass", ["g"]),
        ("class A:\n @staticmethod\n def f(a, b, c, d): pass", ["f"]),
        ("f = lambda a, b, c, d: 0", ["lambda"]),
    ],
)
def test_what_counts_as_positional(code: str, names: list[str]) -> None:
    assert [name for _, name in _with_many_positional(ast.parse(code))] == names


def test_a_value_of_the_domain_is_frozen_unless_the_reason_is_told() -> None:
    for path in sorted((ROOT / "app/domain").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.ClassDef):
                continue
            told = set(map(ast.unparse, node.decorator_list))
            if "value" in told:
                assert re.search(rf"\b{node.name}\b", value.__doc__ or ""), node.name
            elif any(each.startswith("dataclass") for each in told):
                assert any("frozen=True" in each for each in told), f"{path}: {node.name}"


def test_what_is_committed_beside_the_code_names_no_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert not re.search(r"https?://", lock.read_text()), lock.name
