"""Factors between units."""

from typing import Final

PERCENT: Final = 100
MINUTES_PER_HOUR: Final = 60
MINUTES_PER_DAY: Final = 1440
DAYS_PER_WEEK: Final = 7
CM_PER_M: Final = 100
CM2_PER_M2: Final = 10_000

NG_PER_ML_PER_NMOL_PER_L_IGF1: Final = 7.649
"""1 nmol/L of IGF-1 (molar mass 7,649 g/mol) in ng/mL; contract, section 1."""
MG_PER_DL_PER_MMOL_PER_L_GLUCOSE: Final = 18.016
"""1 mmol/L of glucose (molar mass 180.16 g/mol) in mg/dL; contract, section 1."""
HBA1C_PCT_PER_MMOL_PER_MOL: Final = 0.09148
HBA1C_PCT_OFFSET: Final = 2.152
"""NGSP % = 0.09148 x IFCC mmol/mol + 2.152 (IFCC-NGSP master equation)."""
