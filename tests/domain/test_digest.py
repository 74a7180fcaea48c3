"""The digest is the same everywhere, and any change of meaning changes it."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

import pytest

from app.domain.digest import canonical, sha256_of
from app.domain.sources import CLAIMS, KNOWLEDGE
from app.domain.sources.types import Claim, Figure


class Colour(Enum):
    """Two values that an enum could hold."""

    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Sample:
    """A value with one field of each kind."""

    name: str
    share: float
    seen: date
    act: Callable[[int], int]
    tags: frozenset[str] = frozenset({"b", "a"})
    colour: Colour = Colour.RED


def _sample(name: str = "é", *, act: Callable[[int], int] = abs) -> Sample:
    return Sample(name=name, share=0.1 + 0.2, seen=date(2024, 6, 1), act=act)


def _digest_under_hash_seed(seed: str) -> str:
    code = (
        "from app.domain.sources import KNOWLEDGE\n"
        "from app.domain.digest import sha256_of\n"
        "print(sha256_of(KNOWLEDGE))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_the_bytes_are_plain_sorted_json() -> None:
    assert canonical(_sample()) == (
        b'{"Sample":{"colour":{"Colour":"RED"},"name":"\\u00e9","seen":{"date":"2024-06-01"},'
        b'"share":0.30000000000000004,"tags":{"set":["a","b"]}}}'
    )
    assert canonical({"b": None, "a": [True, 1, 1.0, b"\x00"]}) == (
        b'{"a":[true,1,1.0,{"bytes":"00"}],"b":null}'
    )


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_the_hash_seed_does_not_matter(seed: str) -> None:
    assert _digest_under_hash_seed(seed) == sha256_of(KNOWLEDGE)


def test_the_order_of_a_mapping_and_the_code_of_a_function_do_not_matter() -> None:
    assert sha256_of({"a": 1, "b": 2}) == sha256_of({"b": 2, "a": 1})
    assert sha256_of(_sample(act=abs)) == sha256_of(_sample(act=int))


def test_the_order_of_a_list_and_the_cut_between_parts_matter() -> None:
    assert sha256_of([1, 2]) != sha256_of([2, 1])
    assert sha256_of("ab", "c") != sha256_of("a", "bc")
    assert sha256_of(("a",), "b") != sha256_of("a", ("b",))


def test_the_type_of_a_value_matters() -> None:
    digests = {sha256_of(value) for value in (1, "1", True, None, [1], Colour.RED, Colour.BLUE)}
    assert len(digests) == 7


@pytest.mark.parametrize("claim", [claim for claim in CLAIMS if claim.figures], ids=lambda c: c.id)
def test_changing_any_one_figure_changes_the_digest(claim: Claim) -> None:
    for place, figure in enumerate(claim.figures):
        changed = (*claim.figures[:place], _nudged(figure), *claim.figures[place + 1 :])
        assert sha256_of(replace(claim, figures=changed)) != sha256_of(claim)


def _nudged(figure: Figure) -> Figure:
    if figure.high is not None:
        return replace(figure, high=figure.high + 1e-9)
    if isinstance(figure.value, str):
        return replace(figure, value=figure.value + ".")
    assert figure.value is not None
    return replace(figure, value=figure.value + 1e-9)


def test_one_changed_word_anywhere_changes_the_digest_of_the_whole() -> None:
    first, *rest = KNOWLEDGE.contradictions
    changed = (replace(first, reading=f"{first.reading} "), *rest)
    assert sha256_of(replace(KNOWLEDGE, contradictions=changed)) != sha256_of(KNOWLEDGE)


@pytest.mark.parametrize("value", [object(), {1: "a"}, {Colour.RED: 1}, [abs], Sample])
def test_a_value_without_a_stable_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_float_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"share": value})
