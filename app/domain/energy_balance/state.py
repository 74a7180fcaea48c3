"""The state of the body on a day, as it is reported."""

from dataclasses import dataclass

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.constants import (
    FAT_ENERGY_KCAL_PER_KG,
    FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    FAT_TURNOVER_KCAL_PER_KG,
    FORBES_KG,
    LEAN_ENERGY_KCAL_PER_KG,
    LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    LEAN_TURNOVER_KCAL_PER_KG,
    THERMIC_EFFECT_OF_FOOD,
)
from app.domain.energy_balance.daily import Day
from app.domain.energy_balance.equations import weight_of
from app.domain.energy_balance.quantities import Body, Inputs

_PARTITION_KG = FORBES_KG * LEAN_ENERGY_KCAL_PER_KG / FAT_ENERGY_KCAL_PER_KG


@dataclass(frozen=True, slots=True)
class State:
    """The start of a day, which is the body after that many days.

    Lean tissue leaves out extracellular fluid and glycogen with its water; fat-free mass is all
    that is not fat. Intake and expenditure are those of the day that begins.
    """

    day: int
    weight_kg: float
    fat_mass_kg: float
    lean_tissue_kg: float
    extracellular_fluid_kg: float
    glycogen_kg: float
    fat_free_mass_kg: float
    adaptive_thermogenesis_kcal_per_day: float
    energy_intake_kcal_per_day: float
    energy_expenditure_kcal_per_day: float


def state_of(baseline: Baseline, day: Day) -> State:
    """Put a day of the model into the terms of its users."""
    number, drive, body = day
    fat, lean, fluid, glycogen, adaptation = body
    weight = weight_of(baseline, body)
    return State(
        number,
        weight,
        fat,
        baseline.lean_tissue_kg + lean,
        baseline.extracellular_fluid_kg + fluid,
        glycogen,
        weight - fat,
        adaptation,
        baseline.energy_intake_kcal_per_day + drive.intake_change_kcal_per_day,
        expenditure_kcal_per_day(baseline, drive, body, weight_kg=weight),
    )


def expenditure_kcal_per_day(
    baseline: Baseline, drive: Inputs[float], body: Body[float], *, weight_kg: float
) -> float:
    """Total energy expenditure in the closed form of Hall 2011, eqs 3, 5 and 6.

    EE = [E' + (EI - Q) S] / (1 + S), with E' the expenditure without turnover, Q = rho_G dG/dt
    and S = p eta_L / rho_L + (1 - p) eta_F / rho_F, p = C / (C + F), C = 10.4 rho_L / rho_F kg.
    """
    fat, lean, _, glycogen, adaptation = body
    intake = baseline.energy_intake_kcal_per_day + drive.intake_change_kcal_per_day
    without_turnover = (
        baseline.expenditure_constant_kcal_per_day
        + FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY * fat
        + LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY * (baseline.lean_tissue_kg + lean)
        + baseline.activity_kcal_per_kg_per_day * drive.activity_factor * weight_kg
        + THERMIC_EFFECT_OF_FOOD * drive.intake_change_kcal_per_day
        + adaptation
    )
    into_glycogen = (
        drive.carb_fraction * intake - baseline.glycogen_rate_kcal_per_day_per_kg2 * glycogen**2
    )
    lean_part = _PARTITION_KG / (_PARTITION_KG + fat)
    turnover = (
        lean_part * LEAN_TURNOVER_KCAL_PER_KG / LEAN_ENERGY_KCAL_PER_KG
        + (1 - lean_part) * FAT_TURNOVER_KCAL_PER_KG / FAT_ENERGY_KCAL_PER_KG
    )
    return (without_turnover + (intake - into_glycogen) * turnover) / (1 + turnover)
