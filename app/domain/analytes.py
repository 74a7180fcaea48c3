"""The analytes: what each is called, in which units it is accepted, and its canonical one."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, get_args

from app.domain.case import Analyte
from app.domain.units import (
    HBA1C_PCT_OFFSET,
    HBA1C_PCT_PER_MMOL_PER_MOL,
    MG_PER_DL_PER_MMOL_PER_L_GLUCOSE,
    NG_PER_ML_PER_NMOL_PER_L_IGF1,
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """canonical value = factor * value + offset."""

    factor: float = 1.0
    offset: float = 0.0


_SAME: Final = Conversion()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyteRow:
    """One analyte.

    `unit` is its canonical UCUM code, `accepted` has every code that it may come in, and `judged`
    says whether a rule or a number reads it.
    """

    label: str
    unit: str
    accepted: Mapping[str, Conversion]
    judged: bool = True


ANALYTES: Final[Mapping[Analyte, AnalyteRow]] = MappingProxyType(
    {
        "igf1": AnalyteRow(
            label="IGF-1",
            unit="ng/mL",
            accepted={
                "ng/mL": _SAME,
                "ug/L": _SAME,
                "nmol/L": Conversion(NG_PER_ML_PER_NMOL_PER_L_IGF1),
            },
        ),
        "igfbp3": AnalyteRow(
            label="IGFBP-3",
            unit="ng/mL",
            judged=False,
            accepted={"ug/mL": Conversion(1000.0), "mg/L": Conversion(1000.0), "ng/mL": _SAME},
        ),
        "fasting_glucose": AnalyteRow(
            label="fasting glucose",
            unit="mg/dL",
            accepted={"mg/dL": _SAME, "mmol/L": Conversion(MG_PER_DL_PER_MMOL_PER_L_GLUCOSE)},
        ),
        "hba1c": AnalyteRow(
            label="HbA1c",
            unit="%",
            accepted={
                "%": _SAME,
                "mmol/mol": Conversion(HBA1C_PCT_PER_MMOL_PER_MOL, HBA1C_PCT_OFFSET),
            },
        ),
    }
)
"""Every analyte once."""

if ANALYTES.keys() != set(get_args(Analyte)):
    raise ImportError("each analyte needs its row")


def belongs(analyte: Analyte, unit: str) -> bool:
    """Whether the UCUM code `unit` is one that this analyte is accepted in."""
    return unit in ANALYTES[analyte].accepted


def to_canonical(analyte: Analyte, value: float, unit: str) -> float:
    """`value` in the analyte's canonical unit.

    Raises KeyError for a unit that does not belong to the analyte: ask `belongs` first.
    """
    conversion = ANALYTES[analyte].accepted[unit]
    return value * conversion.factor + conversion.offset
