"""The quick reader and the careful one: one meaning, or the same refusal."""

import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.api import strict_json
from app.api.schemas.examples import CASES
from app.api.strict_json import MalformedJsonError

NAMES: Final = st.sampled_from(["a", "b", "a b", "ab", "ä", ""])
TEXTS: Final = st.sampled_from(['""', '"a b"', '"\\u0061"', '"\\n"', '"/"', '"\\/"', '"\ud7ff"'])
NUMBERS: Final = st.sampled_from(
    [
        *("0", "-0", "-0.0", "1", "1.0", "1.00", "1e2", "1E-7", "0.1", "5e-324", "1e999", "NaN"),
        *("01", "9007199254740993", "18446744073709551616", "123456789012345678901234567890"),
    ]
)
SPACES: Final = st.sampled_from(["", "", " ", "\n", "\t\r "])


@st.composite
def members(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    """An object as text; a name may stand in it twice."""
    names = draw(st.lists(NAMES, max_size=3))
    shown = [f"{json.dumps(name)}{draw(SPACES)}:{draw(SPACES)}{draw(values)}" for name in names]
    return "{" + ",".join(shown) + draw(SPACES) + "}"


def _inner(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(values, max_size=3).map(lambda shown: f"[{','.join(shown)}]")
    return lists | members(values)


DOCUMENTS: Final = st.recursive(
    st.sampled_from(["true", "false", "null", "nul"]) | TEXTS | NUMBERS, _inner, max_leaves=8
)


def _said(reader: Callable[[bytes], object], body: bytes) -> tuple[object, ...]:
    try:
        value = reader(body)
    except MalformedJsonError as malformed:
        return "refused", malformed.error
    return "read", json.dumps(value), [type(each) for each in _leaves(value)]


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in _leaves(each)]
    return [value]


@given(DOCUMENTS)
@settings(max_examples=2000, deadline=None, derandomize=True, database=None)
@example('{"a":1,"a":1}')
@example('{"a":{"b":1, "b":2}}')
@example('{"a":1,"\\u0061":2}')
@example('{"a b":1,"ab":2}')
@example('[{"a":1},{"a":1}]')
@example("[" * 40 + "]" * 40)
def test_both_readers_agree(text: str) -> None:
    body = text.encode()
    assert _said(strict_json.parse, body) == _said(strict_json._carefully, body)  # noqa: SLF001


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("case", CASES.values())
def test_a_usual_body_takes_the_quick_way(case: dict[str, Any], indent: int | None) -> None:
    body = json.dumps(case, indent=indent).encode()
    assert strict_json._plainly(body) == case  # noqa: SLF001


def test_a_name_that_stands_twice_is_never_read_quickly() -> None:
    for body in (b'{"a":1,"a":1}', b'{"x":{"a":[],"a":[]}}', b'[{"a":"a","a":"a"}]'):
        with pytest.raises(MalformedJsonError):
            strict_json.parse(body)
