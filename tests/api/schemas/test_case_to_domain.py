"""From the wire to the domain: each leaf to its own place, null to unknown."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from itertools import permutations
from typing import Any, Final

import pytest

from app.api.schemas.case import CaseIn
from app.api.schemas.examples import CASES
from app.domain.case import Case
from tests.api.schemas.leaves import (
    ALL_NUMBERS,
    BLOCKS,
    BODY,
    CHOICE_LISTS,
    CHOICES,
    CLOCKS,
    FLAGS,
    LAB,
    LEAVES,
    WHOLES,
    body_of,
)
from tests.domain.given import AS_OF, case_of, minute

RENAMED: Final = {
    **{path: path.replace("_time", "") + "_minute" for path in CLOCKS},
    "training.resistance_sessions_per_week": "resistance_sessions_per_week",
    "options.external_evidence": "external_evidence",
}
IN_LISTS: Final = ("labs.", "body_composition.")
NOT_IN_DOMAIN: Final = frozenset({"labs.0.unit"})


def _flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    inner: Iterator[tuple[str, object]] = iter(())
    if isinstance(value, dict):
        inner = iter(value.items())
    elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        inner = ((str(index), item) for index, item in enumerate(value))
    else:
        yield path, value
    for name, item in inner:
        yield from _flat(item, f"{path}.{name}" if path else name)


def flat(case: Case) -> dict[str, object]:
    return dict(_flat(asdict(case)))


def _samples() -> dict[str, Any]:
    """A value for every leaf, none of them the default."""
    clocks = {path: f"{index + 7:02d}:1{index}" for index, path in enumerate(CLOCKS)}
    return {
        "patient_ref": "p-1",
        "as_of": "2026-05-31",
        "sermorelin.started_on": "2026-01-02",
        "sermorelin.stopped_on": "2026-02-03",
        "labs.0.analyte": "igfbp3",
        "labs.0.unit": "ug/L",
        "labs.0.collected_on": "2026-01-04",
        "body_composition.0.measured_on": "2026-01-05",
        **dict.fromkeys(ALL_NUMBERS, 2.25),
        "energy.maintenance_kcal_per_day": 2050.5,
        **{path: 60.5 for path in ALL_NUMBERS if path.endswith(("weight_kg", "mass_kg", "_cm"))},
        "body_composition.0.lean_soft_tissue_kg": 50.5,
        **dict.fromkeys(WHOLES, 4),
        **dict.fromkeys(FLAGS, True),
        "options.external_evidence": False,
        **clocks,
        **{path: choices[-1] for path, choices in CHOICES.items()},
        **{path: list(choices[1:3]) for path, choices in CHOICE_LISTS.items()},
    }


SAMPLES: Final = _samples()


@pytest.mark.parametrize("path", sorted(LEAVES - NOT_IN_DOMAIN))
def test_a_leaf_changes_its_own_place_and_no_other(path: str) -> None:
    value = SAMPLES[path]
    plain = case_of()
    if path.startswith(IN_LISTS):
        plain = case_of(**body_of("labs", [LAB]), **body_of("body_composition", [BODY]))
    both = {"labs": [LAB], "body_composition": [BODY]} if path.startswith(IN_LISTS) else {}
    before, after = flat(plain), flat(case_of(**both | body_of(path, value)))
    changed = {place: after[place] for place in after if after[place] != before.get(place)}
    expected = value
    if path in CLOCKS:
        expected = minute(value)
    elif isinstance(value, list):
        expected = tuple(value)
    elif path.endswith("_on") or path == "as_of":
        expected = date.fromisoformat(value)
    assert changed == {RENAMED.get(path, path): expected}


@pytest.mark.parametrize("path", sorted(LEAVES))
def test_null_is_the_same_as_left_out(path: str) -> None:
    if path.startswith(IN_LISTS):
        block, _, leaf = path.split(".")
        entry = LAB if block == "labs" else BODY
        if leaf not in entry:
            assert case_of(**body_of(path, None)) == case_of(**{block: [entry]})
        return
    assert case_of(**body_of(path, None)) == case_of()


@pytest.mark.parametrize("block", [*BLOCKS, "labs", "body_composition"])
def test_a_block_that_is_null_is_unknown(block: str) -> None:
    assert case_of(**body_of(block, None)) == case_of()


@pytest.mark.parametrize("block", BLOCKS)
def test_an_empty_block_is_unknown_too(block: str) -> None:
    nulls = {
        path.removeprefix(f"{block}."): None
        for path in LEAVES
        if path.startswith(f"{block}.") and "." not in path.removeprefix(f"{block}.")
    }
    assert case_of(**body_of(block, {})) == case_of(**body_of(block, nulls)) == case_of()


def test_everything_left_out_is_unknown_and_the_options_have_their_defaults() -> None:
    known = {path: value for path, value in flat(case_of()).items() if value is not None}
    assert known == {
        "as_of": AS_OF,
        "projection_options.horizon_weeks": 26,
        "projection_options.strict_effect_ceiling": False,
        "external_evidence": True,
    }


def test_an_empty_list_says_none_where_null_says_unknown() -> None:
    none = case_of(labs=[], body_composition=[], patient={"medications": [], "symptoms": []})
    unknown = case_of()
    assert (none.labs, none.body_composition) == ((), ())
    assert (none.patient.medications, none.patient.symptoms) == ((), ())
    assert (unknown.labs, unknown.body_composition) == (None, None)
    assert (unknown.patient.medications, unknown.patient.symptoms) == (None, None)


@pytest.mark.parametrize("flag", [True, None])
def test_outside_evidence_is_on_unless_it_is_switched_off(flag: object) -> None:
    assert case_of(options={"external_evidence": flag}).external_evidence is True
    assert case_of(options={"external_evidence": False}).external_evidence is False


def test_today_stands_in_for_a_day_left_out_and_for_nothing_else() -> None:
    later = AS_OF + timedelta(days=1)
    assert CaseIn.model_validate({}).to_domain(today=later).as_of == later
    given = CaseIn.model_validate({"as_of": "2026-06-01"})
    assert given.to_domain(today=later) == given.to_domain(today=AS_OF)


def _backwards(value: Any) -> Any:  # noqa: ANN401 # JSON
    if isinstance(value, dict):
        return {name: _backwards(inner) for name, inner in reversed(value.items())}
    return [_backwards(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("example", CASES)
def test_the_order_of_the_fields_does_not_matter(example: str) -> None:
    body = CASES[example]
    turned = _backwards(body)
    assert list(turned) != list(body)
    assert CaseIn.model_validate(turned) == CaseIn.model_validate(body)


def test_an_entry_may_name_its_unit_before_or_after_its_value() -> None:
    entry = LAB | {"unit": "nmol/L", "reference_high": 30, "z_score": 1}
    orders = [dict(order) for order in permutations(entry.items())]
    assert len({case_of(labs=[order]) for order in orders}) == 1
