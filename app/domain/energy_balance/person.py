"""A person as the model needs one, and the published estimates for what was not measured."""

from dataclasses import dataclass
from functools import partial
from math import log

from app.domain.energy_balance.constants import (
    DEFAULT_CARB_FRACTION,
    GREATEST_FAT_PCT,
    JACKSON_FEMALE_PCT,
    JACKSON_FEMALE_PCT_PER_LOG_BMI,
    JACKSON_MALE_PCT,
    JACKSON_MALE_PCT_PER_LOG_BMI,
    JACKSON_PCT_PER_YEAR,
    MIFFLIN_FEMALE_KCAL,
    MIFFLIN_KCAL_PER_CM,
    MIFFLIN_KCAL_PER_KG,
    MIFFLIN_KCAL_PER_YEAR,
    MIFFLIN_MALE_KCAL,
)
from app.domain.formula import Formula
from app.domain.units import CM_PER_M, PERCENT


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
    return (
        MIFFLIN_KCAL_PER_KG * weight_kg
        + MIFFLIN_KCAL_PER_CM * height_cm
        - MIFFLIN_KCAL_PER_YEAR * age_years
        + _mifflin_offset(sex)
    )


def resting_rate_formula(sex: str) -> Formula:
    """The equation of the resting metabolic rate, to be shown."""

    def told(weight: str, height: str, age: str) -> str:
        return (
            f"{MIFFLIN_KCAL_PER_KG:g} * {weight} + {MIFFLIN_KCAL_PER_CM:g} * {height}"
            f" - {MIFFLIN_KCAL_PER_YEAR:g} * {age} {_added(_mifflin_offset(sex))}"
        )

    return Formula(
        symbols=told("weight", "height", "age"),
        numbers=told("{weight_kg}", "{height_cm}", "{age_years}"),
        function=partial(resting_metabolic_rate_kcal_per_day, sex=sex),
        unit="kcal/d",
        basis="outside",
    )


def jackson_fat_mass_kg(*, sex: str, age_years: float, height_cm: float, weight_kg: float) -> float:
    """Fat mass, kg, estimated from body mass index and held within 0 to 60 % of body weight.

    Fat % = 0.14 age + 37.31 ln(BMI) - 103.94 (men) or + 39.96 ln(BMI) - 102.01 (women).
    Jackson et al. 2002, Int J Obes 26:789. Its standard error is several points.
    """
    slope, constant = _jackson(sex)
    by_bmi = slope * log(weight_kg / (height_cm / CM_PER_M) ** 2) + constant
    fat_pct = min(max(JACKSON_PCT_PER_YEAR * age_years + by_bmi, 0.0), GREATEST_FAT_PCT)
    return weight_kg * fat_pct / PERCENT


def fat_mass_formula(sex: str) -> Formula:
    """The equation of the estimated fat mass, to be shown."""
    slope, constant = _jackson(sex)

    def pct(age: str, bmi: str) -> str:
        return f"{JACKSON_PCT_PER_YEAR:g} * {age} + {slope:g} * ln({bmi}) {_added(constant)}"

    bmi = f"{{weight_kg}} / ({{height_cm}} / {CM_PER_M}) ** 2"
    held = f"min(max({pct('{age_years}', bmi)}, 0), {GREATEST_FAT_PCT:g})"
    return Formula(
        symbols=f"weight * ({pct('age', 'BMI')}) / {PERCENT}",
        numbers=f"{{weight_kg}} * {held} / {PERCENT}",
        function=partial(jackson_fat_mass_kg, sex=sex),
        unit="kg",
        basis="outside",
    )


def extracellular_fluid_kg(
    *, sex: str, age_years: float, height_cm: float, weight_kg: float
) -> float:
    """Extracellular fluid at baseline, kg.

    0.025 age + 9.57 H + 0.191 W - 12.4 (men) or 5.98 H + 0.167 W - 4.0 (women), H in m.
    Web appendix of Hall 2011, doi 10.1016/S0140-6736(11)60812-X, after Silva et al. It only
    splits lean tissue from fluid: nothing that moves depends on it.
    """
    height_m = height_cm / CM_PER_M
    if sex == "male":
        return 0.025 * age_years + 9.57 * height_m + 0.191 * weight_kg - 12.4
    return 5.98 * height_m + 0.167 * weight_kg - 4.0


def _mifflin_offset(sex: str) -> float:
    return MIFFLIN_MALE_KCAL if sex == "male" else MIFFLIN_FEMALE_KCAL


def _jackson(sex: str) -> tuple[float, float]:
    """Body fat in % by one step of ln(BMI), and at none."""
    if sex == "male":
        return JACKSON_MALE_PCT_PER_LOG_BMI, JACKSON_MALE_PCT
    return JACKSON_FEMALE_PCT_PER_LOG_BMI, JACKSON_FEMALE_PCT


def _added(constant: float) -> str:
    """A constant at the end of a sum: `+ 5` or `- 161`."""
    return f"{'-' if constant < 0 else '+'} {abs(constant):g}"
