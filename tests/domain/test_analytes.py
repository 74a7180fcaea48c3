"""Conversions between units, against published figures."""

import pytest

from app.domain.analytes import ANALYTES, belongs, to_canonical
from app.domain.case import Analyte

PLACES: tuple[tuple[Analyte, float, str, float], ...] = (
    ("igf1", 30.0, "nmol/L", 229.47),
    ("igf1", 229.47, "ug/L", 229.47),
    ("igfbp3", 4.2, "mg/L", 4200.0),
    ("igfbp3", 4.2, "ug/mL", 4200.0),
    ("fasting_glucose", 5.6, "mmol/L", 100.8896),
    ("fasting_glucose", 7.0, "mmol/L", 126.112),
    ("hba1c", 48.0, "mmol/mol", 6.54304),
    ("hba1c", 42.0, "mmol/mol", 5.99416),
    ("hba1c", 64.0, "mmol/mol", 8.00672),
)


@pytest.mark.parametrize(("analyte", "value", "unit", "canonical"), PLACES)
def test_a_known_pair(analyte: Analyte, value: float, unit: str, canonical: float) -> None:
    assert to_canonical(analyte, value, unit) == pytest.approx(canonical, rel=1e-12)


@pytest.mark.parametrize("analyte", ANALYTES)
def test_the_canonical_unit_leaves_a_value_as_it_is(analyte: Analyte) -> None:
    unit = ANALYTES[analyte].unit
    assert belongs(analyte, unit)
    assert to_canonical(analyte, 123.456, unit) == 123.456


def test_a_unit_of_another_analyte_cannot_be_converted() -> None:
    assert not belongs("hba1c", "mg/dL")
    with pytest.raises(KeyError):
        to_canonical("hba1c", 6.0, "mg/dL")
