"""A person as the model needs one, and the published estimates for what was not measured."""

from dataclasses import dataclass
from math import log
from typing import Final

from app.domain.energy_balance.constants import DEFAULT_CARB_FRACTION

GREATEST_FAT_PCT: Final = 60.0
"""Where the Jackson estimate is cut; the regression runs past any body. NIDDK simulator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An adult in energy balance, before anything changes.

    `sex` is "male" or "female"; `age_years` 18 to 120; `physical_activity_level` (total over
    resting expenditure) at least 1.2; `carb_fraction_baseline` is the share of energy from
    carbohydrate, above 0 and up to 1. `maintenance_kcal_per_day` is the intake that holds the
    weight: None means activity level times resting metabolic rate. `fat_mass_kg` None means the
    Jackson estimate. `baseline_of` refuses a person outside these ranges.
    """

    sex: str
    age_years: float
    height_cm: float
    weight_kg: float
    physical_activity_level: float
    maintenance_kcal_per_day: float | None = None
    fat_mass_kg: float | None = None
    carb_fraction_baseline: float = DEFAULT_CARB_FRACTION


def resting_metabolic_rate_kcal_per_day(
    *, sex: str, age_years: float, height_cm: float, weight_kg: float
) -> float:
    """Resting metabolic rate, kcal/d, with the unrounded coefficients.

    9.99 W + 6.25 H - 4.92 age + 5 (men) or - 161 (women), W in kg, H in cm.
    Mifflin et al. 1990, Am J Clin Nutr 51:241, doi 10.1093/ajcn/51.2.241.
    """
    offset = 5.0 if sex == "male" else -161.0
    return 9.99 * weight_kg + 6.25 * height_cm - 4.92 * age_years + offset


def jackson_fat_mass_kg(*, sex: str, age_years: float, height_cm: float, weight_kg: float) -> float:
    """Fat mass, kg, estimated from body mass index and held within 0 to 60 % of body weight.

    Fat % = 0.14 age + 37.31 ln(BMI) - 103.94 (men) or + 39.96 ln(BMI) - 102.01 (women).
    Jackson et al. 2002, Int J Obes 26:789. Its standard error is several points.
    """
    log_bmi = log(weight_kg / (height_cm / 100) ** 2)
    by_bmi = 37.31 * log_bmi - 103.94 if sex == "male" else 39.96 * log_bmi - 102.01
    fat_pct = min(max(0.14 * age_years + by_bmi, 0.0), GREATEST_FAT_PCT)
    return weight_kg * fat_pct / 100


def extracellular_fluid_kg(
    *, sex: str, age_years: float, height_cm: float, weight_kg: float
) -> float:
    """Extracellular fluid at baseline, kg.

    0.025 age + 9.57 H + 0.191 W - 12.4 (men) or 5.98 H + 0.167 W - 4.0 (women), H in m.
    Web appendix of Hall 2011, doi 10.1016/S0140-6736(11)60812-X, after Silva et al. It only
    splits lean tissue from fluid: nothing that moves depends on it.
    """
    height_m = height_cm / 100
    if sex == "male":
        return 0.025 * age_years + 9.57 * height_m + 0.191 * weight_kg - 12.4
    return 5.98 * height_m + 0.167 * weight_kg - 4.0
