"""Canonical units inside the service, and the one table of factors that leads to them."""

from typing import Final

from app.domain.case import Analyte

NG_PER_ML_PER_NMOL_PER_L_IGF1: Final = 7.649
"""1 nmol/L of IGF-1 (molar mass 7,649 g/mol) in ng/mL; contract, section 1."""
MG_PER_DL_PER_MMOL_PER_L_GLUCOSE: Final = 18.016
"""1 mmol/L of glucose (molar mass 180.16 g/mol) in mg/dL; contract, section 1."""
HBA1C_PCT_PER_MMOL_PER_MOL: Final = 0.09148
HBA1C_PCT_OFFSET: Final = 2.152
"""NGSP % = 0.09148 x IFCC mmol/mol + 2.152 (IFCC-NGSP master equation)."""

_LINEAR: Final[dict[Analyte, dict[str, tuple[float, float]]]] = {
    "igf1": {
        "ng/mL": (1.0, 0.0),
        "ug/L": (1.0, 0.0),
        "nmol/L": (NG_PER_ML_PER_NMOL_PER_L_IGF1, 0.0),
    },
    "igfbp3": {"ng/mL": (1.0, 0.0), "ug/mL": (1000.0, 0.0), "mg/L": (1000.0, 0.0)},
    "fasting_glucose": {
        "mg/dL": (1.0, 0.0),
        "mmol/L": (MG_PER_DL_PER_MMOL_PER_L_GLUCOSE, 0.0),
    },
    "hba1c": {"%": (1.0, 0.0), "mmol/mol": (HBA1C_PCT_PER_MMOL_PER_MOL, HBA1C_PCT_OFFSET)},
}

CANONICAL_UNIT: Final[dict[Analyte, str]] = {
    "igf1": "ng/mL",
    "igfbp3": "ng/mL",
    "fasting_glucose": "mg/dL",
    "hba1c": "%",
}


def belongs(analyte: Analyte, unit: str) -> bool:
    """Whether the UCUM code `unit` is one that this analyte is accepted in."""
    return unit in _LINEAR[analyte]


def to_canonical(analyte: Analyte, value: float, unit: str) -> float:
    """`value` in the analyte's canonical unit.

    Raises KeyError for a unit that does not belong to the analyte: ask `belongs` first.
    """
    factor, offset = _LINEAR[analyte][unit]
    return value * factor + offset
