"""The units of a laboratory result: converted where they belong, refused where they do not."""

from itertools import permutations, product

import pytest

from tests.api.schemas.leaves import LAB, UNITS
from tests.api.schemas.refusals import refusals
from tests.domain.given import case_of

EVERY_UNIT = sorted({unit for units in UNITS.values() for unit in units})
MISSPELT = ("", "NG/ML", "ng/ml", "ng/dL", "ug/dL", "µg/L", "mg/dl", "mmol/l", "g/L", "percent")


@pytest.mark.parametrize(("analyte", "unit"), [*product(UNITS, EVERY_UNIT)])
def test_a_unit_is_taken_only_for_its_own_analytes(analyte: str, unit: str) -> None:
    entry = LAB | {"analyte": analyte, "unit": unit}
    if unit in UNITS[analyte]:
        assert refusals({"labs": [entry]}) == {}
    else:
        assert refusals({"labs": [entry]}) == {"labs.0.unit": "unit-mismatch"}


@pytest.mark.parametrize(("analyte", "unit"), [*product(UNITS, MISSPELT)])
def test_a_unit_is_never_guessed(analyte: str, unit: str) -> None:
    entry = LAB | {"analyte": analyte, "unit": unit}
    assert refusals({"labs": [entry]}) == {"labs.0.unit": "not-one-of"}


def test_a_unit_is_compared_with_its_analyte_in_whatever_order_they_come() -> None:
    entry = LAB | {"analyte": "hba1c", "unit": "mg/dL"}
    for order in permutations(entry.items()):
        assert refusals({"labs": [dict(order)]}) == {"labs.0.unit": "unit-mismatch"}


@pytest.mark.parametrize(
    ("analyte", "unit", "factor", "offset"),
    [
        ("igf1", "ng/mL", 1, 0),
        ("igf1", "ug/L", 1, 0),
        ("igf1", "nmol/L", 7.649, 0),
        ("igfbp3", "ng/mL", 1, 0),
        ("igfbp3", "ug/mL", 1000, 0),
        ("igfbp3", "mg/L", 1000, 0),
        ("fasting_glucose", "mg/dL", 1, 0),
        ("fasting_glucose", "mmol/L", 18.016, 0),
        ("hba1c", "%", 1, 0),
        ("hba1c", "mmol/mol", 0.09148, 2.152),
    ],
)
def test_value_and_reference_bounds_are_converted_and_the_z_score_is_not(
    analyte: str, unit: str, factor: float, offset: float
) -> None:
    entry = LAB | {
        "analyte": analyte,
        "unit": unit,
        "value": 24,
        "reference_low": 10.5,
        "reference_high": 33,
        "z_score": 1.5,
    }
    (lab,) = case_of(labs=[entry]).labs or ()
    assert lab.value == pytest.approx(24 * factor + offset, rel=1e-12)
    assert lab.reference_low == pytest.approx(10.5 * factor + offset, rel=1e-12)
    assert lab.reference_high == pytest.approx(33 * factor + offset, rel=1e-12)
    assert lab.z_score == 1.5


def test_a_bound_left_out_stays_unknown_even_where_the_unit_has_an_offset() -> None:
    (lab,) = case_of(labs=[LAB | {"analyte": "hba1c", "unit": "mmol/mol", "value": 42}]).labs or ()
    assert lab.reference_low is lab.reference_high is lab.z_score is None


@pytest.mark.parametrize("leaf", ["value", "reference_low", "reference_high"])
def test_a_number_that_only_its_unit_makes_infinite_is_refused(leaf: str) -> None:
    wild = LAB | {"analyte": "igf1", "unit": "nmol/L", leaf: 1e308}
    assert refusals({"labs": [wild]}) == {f"labs.0.{leaf}": "out-of-range"}
    assert refusals({"labs": [wild | {"unit": "ng/mL"}]}) == {}
