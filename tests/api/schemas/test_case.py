"""What a case may hold: every range, every choice, null everywhere, nothing unknown."""

import string
from collections.abc import Iterator, Mapping
from math import inf, nextafter
from typing import Any

import pytest

from app.api.schemas.case import CaseIn, StoredCaseIn
from tests.api.schemas.leaves import (
    BLOCKS,
    BODY,
    CHOICE_LISTS,
    CHOICES,
    LAB,
    LEAVES,
    NUMBERS,
    POSITIVE,
    UNBOUNDED,
    WHOLES,
    body_of,
)
from tests.api.schemas.refusals import refusals
from tests.domain.given import case_of

HUGE = 1e308
TINY = 5e-324


def _leaf_paths(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    for name, field in schema["properties"].items():
        options = field.get("anyOf", [field])
        inner = next((one for one in options if one.get("type") != "null"), field)
        item = inner.get("items", {})
        if "$ref" in inner:
            target = definitions[inner["$ref"].rpartition("/")[2]]
            yield from (f"{name}.{path}" for path in _leaf_paths(target, definitions))
        elif "$ref" in item:
            target = definitions[item["$ref"].rpartition("/")[2]]
            yield from (f"{name}.0.{path}" for path in _leaf_paths(target, definitions))
        else:
            yield name


def test_a_case_has_the_leaves_of_the_contract_and_no_others() -> None:
    schema = CaseIn.model_json_schema()
    assert set(_leaf_paths(schema, schema["$defs"])) == LEAVES


@pytest.mark.parametrize(("path", "ends"), NUMBERS.items())
def test_a_number_is_taken_at_both_ends_and_refused_one_step_outside(
    path: str, ends: tuple[float, float]
) -> None:
    low, high = ends
    for inside in (low, high, nextafter(low, inf), nextafter(high, -inf), (low + high) / 2):
        assert refusals(body_of(path, inside)) == {}
    for outside in (nextafter(low, -inf), nextafter(high, inf), low - 1, high + 1, -HUGE, HUGE):
        assert refusals(body_of(path, outside)) == {path: "out-of-range"}


@pytest.mark.parametrize(("path", "ends"), WHOLES.items())
def test_a_whole_number_is_taken_at_both_ends_and_refused_one_outside(
    path: str, ends: tuple[int, int]
) -> None:
    low, high = ends
    for inside in (low, low + 1, high - 1, high):
        assert refusals(body_of(path, inside)) == {}
    for outside in (low - 1, high + 1, -(2**70), 2**70):
        assert refusals(body_of(path, outside)) == {path: "out-of-range"}


@pytest.mark.parametrize("path", POSITIVE)
def test_a_positive_number_excludes_zero(path: str) -> None:
    for inside in (TINY, 1, 0.5, HUGE):
        assert refusals(body_of(path, inside)) == {}
    for outside in (0, 0.0, -0.0, -TINY, -1):
        assert refusals(body_of(path, outside)) == {path: "out-of-range"}


@pytest.mark.parametrize("path", UNBOUNDED)
def test_a_reference_and_a_z_score_may_be_any_finite_number(path: str) -> None:
    for inside in (-HUGE, -1, 0, 0.5, HUGE):
        assert refusals(body_of(path, inside)) == {}


@pytest.mark.parametrize(("path", "choices"), CHOICES.items())
def test_a_choice_is_one_of_the_contract(path: str, choices: tuple[str, ...]) -> None:
    for choice in choices:
        assert refusals(body_of(path, choice)) == {}
        for other in (choice.upper(), f" {choice}", f"{choice}s", choice[:-1]):
            assert refusals(body_of(path, other)) == {path: "not-one-of"}
    no_choices: tuple[object, ...] = ("", "unknown", 0, True, 1.5, [], {})
    for wrong in no_choices:
        assert refusals(body_of(path, wrong)) == {path: "not-one-of"}


@pytest.mark.parametrize(("path", "choices"), CHOICE_LISTS.items())
def test_a_list_of_choices_may_hold_any_of_them(path: str, choices: tuple[str, ...]) -> None:
    assert refusals(body_of(path, list(choices))) == {}
    assert refusals(body_of(path, [*choices, "none"])) == {f"{path}.{len(choices)}": "not-one-of"}
    assert refusals(body_of(path, [None])) == {f"{path}.0": "not-one-of"}
    for other in (choices[0], {}, 1, True, dict.fromkeys(choices)):
        assert refusals(body_of(path, other)) == {path: "wrong-type"}


@pytest.mark.parametrize("ref", ["a", "7", "-", ".", "_", "P-1.b_2", "x" * 64])
def test_a_pseudonym(ref: str) -> None:
    assert case_of(patient_ref=ref).patient_ref == ref


def test_a_pseudonym_is_made_of_letters_digits_and_three_signs_of_ascii() -> None:
    allowed = {c for c in map(chr, range(0x180)) if refusals({"patient_ref": c}) == {}}
    assert allowed == {*string.ascii_letters, *string.digits, *"._-"}


@pytest.mark.parametrize(
    "ref", ["", "x" * 65, "a b", "a\n", "\na", "a\0", "a/b", "é", "٣", "\ud800", 7, True, ["a"]]
)
def test_no_pseudonym(ref: object) -> None:
    assert refusals({"patient_ref": ref}).keys() == {"patient_ref"}


def test_to_store_a_case_needs_a_pseudonym_and_a_day() -> None:
    assert refusals({"patient_ref": "p", "as_of": "2026-06-01"}, StoredCaseIn) == {}
    assert refusals({}, StoredCaseIn) == {"patient_ref": "missing", "as_of": "missing"}
    nulls = {"patient_ref": None, "as_of": None}
    assert refusals(nulls, StoredCaseIn).keys() == {"patient_ref", "as_of"}
    assert refusals(nulls) == {}


@pytest.mark.parametrize("block", ["", *BLOCKS, "labs.0", "body_composition.0"])
@pytest.mark.parametrize("name", ["wight_kg", " ", "Sex", "weeks_on_treatment", "derived"])
def test_an_unknown_field_is_refused_at_every_level(block: str, name: str) -> None:
    path = f"{block}.{name}" if block else name
    for value in (1, None):
        assert refusals(body_of(path, value)) == {path: "unknown-field"}


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_is_an_object(block: str) -> None:
    no_objects: tuple[object, ...] = ([], "", "{}", 0, True, [{}])
    for wrong in no_objects:
        assert refusals(body_of(block, wrong)) == {block: "wrong-type"}


@pytest.mark.parametrize("path", ["labs", "body_composition"])
def test_measurements_are_a_list_of_objects(path: str) -> None:
    no_lists: tuple[object, ...] = ({}, "", 0, False, {"0": {}})
    for wrong in no_lists:
        assert refusals({path: wrong}) == {path: "wrong-type"}
    no_objects: tuple[object, ...] = (None, [], 1, "igf1")
    for wrong in no_objects:
        assert refusals({path: [wrong]}) == {f"{path}.0": "wrong-type"}


@pytest.mark.parametrize(("path", "entry"), [("labs", LAB), ("body_composition", BODY)])
def test_a_hundred_measurements_are_taken_and_no_more(path: str, entry: dict[str, Any]) -> None:
    assert refusals({path: [entry] * 100}) == {}
    assert refusals({path: [entry] * 101}) == {path: "wrong-length"}


@pytest.mark.parametrize(("path", "entry"), [("labs", LAB), ("body_composition", BODY)])
def test_a_measurement_needs_its_leaves(path: str, entry: dict[str, Any]) -> None:
    for name in entry:
        without = {key: value for key, value in entry.items() if key != name}
        assert refusals({path: [without]}) == {f"{path}.0.{name}": "missing"}
        assert refusals({path: [entry | {name: None}]}).keys() == {f"{path}.0.{name}"}


@pytest.mark.parametrize("body", [[], "", 0, None, True, [{}]])
def test_a_case_is_an_object(body: object) -> None:
    assert set(refusals(body).values()) == {"wrong-type"}
