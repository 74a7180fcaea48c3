"""The coefficients of one step, worked out once for a baseline, a drive and a length in days."""

import math
from typing import Final, Generic, NamedTuple

from app.domain.energy_balance.constants import (
    ADAPTATION_DAYS,
    ADAPTIVE_THERMOGENESIS,
    BASELINE_GLYCOGEN_KG,
    CARBOHYDRATE_SODIUM_MG_PER_DAY,
    FAT_ENERGY_KCAL_PER_KG,
    FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    FAT_TURNOVER_KCAL_PER_KG,
    FLUID_DAYS,
    FORBES_KG,
    GLYCOGEN_ENERGY_KCAL_PER_KG,
    LEAN_ENERGY_KCAL_PER_KG,
    LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    LEAN_TURNOVER_KCAL_PER_KG,
    SODIUM_EXCRETION_MG_PER_KG_PER_DAY,
    THERMIC_EFFECT_OF_FOOD,
    WEIGHT_PER_GLYCOGEN,
)
from app.domain.energy_balance.quantities import BaselineParameters, Functions, Inputs, Q

_FAT_CAPACITY: Final = FAT_ENERGY_KCAL_PER_KG + FAT_TURNOVER_KCAL_PER_KG
"""Energy on the account per kilogram of fat."""
_LEAN_CAPACITY: Final = FORBES_KG * (LEAN_ENERGY_KCAL_PER_KG + LEAN_TURNOVER_KCAL_PER_KG)
"""Energy on the account in lean tissue per unit of ln(fat): x = 10.4 ln(F / F0)."""
_SMALLEST: Final = 1e-300
"""Keeps the glycogen formula whole where no carbohydrate is eaten."""


class Relaxations(NamedTuple, Generic[Q]):
    """The exact step of adaptation and of fluid (y1 = gain + kept y), and of glycogen.

    Glycogen: G1 = (kept G + gain) / (kept + braked G).
    """

    adaptation_gain: Q
    adaptation_kept: float
    fluid_gain: Q
    fluid_kept: float
    glycogen_gain: Q
    glycogen_kept: Q
    glycogen_braked: Q


class Account(NamedTuple, Generic[Q]):
    """What a step puts on the account of energy, kcal, in all and per unit of each state."""

    energy: Q
    per_adaptation: Q
    per_fluid: Q
    per_glycogen: Q
    per_log_glycogen: Q
    per_fat: Q
    per_lean: Q
    fat_capacity: Q
    lean_capacity: Q


Step = tuple[Relaxations[Q], Account[Q]]


def step_of(
    rest: BaselineParameters[Q], drive: Inputs[Q], days: int, *, functions: Functions[Q]
) -> Step[Q]:
    """Prepare a step of 1 to 7 days under a drive that stands still."""
    carbohydrate = drive.carb_fraction * (
        rest.energy_intake_kcal_per_day + drive.intake_change_kcal_per_day
    )
    rate = rest.glycogen_rate_kcal_per_day_per_kg2
    turned = days / GLYCOGEN_ENERGY_KCAL_PER_KG * functions.sqrt(rate * carbohydrate)
    adaptation = ADAPTIVE_THERMOGENESIS * drive.intake_change_kcal_per_day
    shed = 1.0 - carbohydrate / rest.carbohydrate_intake_kcal_per_day
    fluid = (
        drive.sodium_change_mg_per_day - CARBOHYDRATE_SODIUM_MG_PER_DAY * shed
    ) / SODIUM_EXCRETION_MG_PER_KG_PER_DAY
    adaptation_kept = math.exp(-days / ADAPTATION_DAYS)
    fluid_kept = math.exp(-days / FLUID_DAYS)
    relaxations = Relaxations(
        (1 - adaptation_kept) * adaptation,
        adaptation_kept,
        (1 - fluid_kept) * fluid,
        fluid_kept,
        *_glycogen(rate=rate, turned=turned, days=days, functions=functions),
    )
    return relaxations, _account(rest, drive, days, settled=(adaptation, fluid, turned))


def _glycogen(*, rate: Q, turned: Q, days: int, functions: Functions[Q]) -> tuple[Q, Q, Q]:
    """Gain, kept and braked of glycogen over a step (eq. 1 of Hall 2011, solved by tanh).

    `turned` is sqrt(k_G CI) / rho_G times the days. The tanh is written by way of e^(-2 turned),
    so that it stays whole where no carbohydrate is eaten: G1 = G / (1 + days k_G G / rho_G).
    """
    exponent = 2.0 * turned + _SMALLEST
    lost = -functions.expm1(-exponent)
    level = GLYCOGEN_ENERGY_KCAL_PER_KG / days * turned / rate
    braked = days / GLYCOGEN_ENERGY_KCAL_PER_KG * rate * (lost / exponent)
    return 0.5 * level * lost, 1.0 - 0.5 * lost, braked


def _account(
    rest: BaselineParameters[Q], drive: Inputs[Q], days: int, *, settled: tuple[Q, Q, Q]
) -> Account[Q]:
    """Eqs 3, 5 and 6 of Hall 2011, integrated over the step; see `equations`.

    The integrals of adaptation and fluid are days times the settled value, less the time constant
    times the change of the state; that of glycogen is (turned + ln(kept + braked G)) rho_G / k_G.
    """
    adaptation, fluid, turned = settled
    activity = rest.activity_kcal_per_kg_per_day * drive.activity_factor
    per_fat = activity + FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY
    per_lean = activity + LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY
    watery = WEIGHT_PER_GLYCOGEN * activity
    per_log_glycogen = (
        GLYCOGEN_ENERGY_KCAL_PER_KG * watery / rest.glycogen_rate_kcal_per_day_per_kg2
    )
    steady = (
        _supply(rest, drive, activity)
        - adaptation
        - activity * fluid
        + watery * BASELINE_GLYCOGEN_KG
        + per_fat * rest.fat_mass_kg
    )
    fit = _fit(fat=rest.fat_mass_kg, per_fat=per_fat, per_lean=per_lean, days=days)
    return Account(
        fit * (days * steady - per_log_glycogen * turned),
        fit * ADAPTATION_DAYS,
        fit * activity * FLUID_DAYS,
        fit * GLYCOGEN_ENERGY_KCAL_PER_KG,
        fit * per_log_glycogen,
        days * fit * per_fat,
        days * fit * per_lean,
        days / 2 * fit * per_fat + _FAT_CAPACITY,
        days / 2 * FORBES_KG * fit * per_lean + _LEAN_CAPACITY,
    )


def _supply(rest: BaselineParameters[Q], drive: Inputs[Q], activity: Q) -> Q:
    """Energy a day over what the baseline body spends, before it adapts or changes, kcal/d."""
    return (
        (1 - THERMIC_EFFECT_OF_FOOD) * drive.intake_change_kcal_per_day
        - (activity - rest.activity_kcal_per_kg_per_day) * rest.weight_kg
        - rest.expenditure_shift_kcal_per_day
    )


def _fit(*, fat: Q, per_fat: Q, per_lean: Q, days: int) -> Q:
    """tanh(z) / z to second order, z half a step over the time constant of the slow approach."""
    per_day = (per_fat * fat + FORBES_KG * per_lean) / (_FAT_CAPACITY * fat + _LEAN_CAPACITY)
    return 1.0 - days * days / 12 * per_day * per_day
