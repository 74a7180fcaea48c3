"""How far a path may lead before the model stops answering."""

from dataclasses import dataclass
from math import inf
from typing import Final, Generic, NamedTuple

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.errors import BeyondTheBodyError, Reason
from app.domain.energy_balance.quantities import Q
from app.domain.projection_thresholds import (
    LARGEST_LOSS,
    LEAST_FAT_FEMALE,
    LEAST_FAT_MALE,
    LEAST_INTAKE,
)
from app.domain.thresholds import BMI_UNDERWEIGHT
from app.domain.units import PERCENT

MOST_INTAKE_KCAL_PER_DAY: Final = 20_000.0
"""More than any body eats for long; a larger intake is refused with or without limits."""
ROUNDING_KG: Final = 1e-9
"""A limit counts as broken past this: a body that stands exactly on it may stay there."""
_ROUNDING_KCAL_PER_DAY: Final = 1e-9
"""The same for an intake: 1800.1 - 1000.1 is 800 to everybody but a computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What no day of a path may fall below; standing exactly on a limit is allowed.

    `min_compartment_kg` is for lean tissue and extracellular fluid as the model splits them.
    """

    min_bmi_kg_per_m2: float
    min_fat_pct_male: float
    min_fat_pct_female: float
    min_compartment_kg: float
    min_intake_kcal_per_day: float = LEAST_INTAKE.value
    max_loss_pct_of_weight: float = PERCENT * LARGEST_LOSS.value


ENERGY_BALANCE_LIMITS: Final = Limits(
    min_bmi_kg_per_m2=13.0, min_fat_pct_male=2.0, min_fat_pct_female=2.0, min_compartment_kg=0.0
)
"""For the model on its own (contract, section 6): what a body can survive."""
PROJECTION_LIMITS: Final = Limits(
    min_bmi_kg_per_m2=BMI_UNDERWEIGHT.value,
    min_fat_pct_male=LEAST_FAT_MALE.value,
    min_fat_pct_female=LEAST_FAT_FEMALE.value,
    min_compartment_kg=-inf,
)
"""For a projection (contract, section 4): what a treatment may aim at.

It reports no compartment, so a split that the fluid equation makes negative stops nothing.
"""


class StateLimits(NamedTuple, Generic[Q]):
    """The limits turned into the model's own states, for one person or for many."""

    intake_kcal_per_day: Q
    weight_by_bmi_kg: Q
    weight_by_loss_kg: Q
    fat_share: Q
    lean_change_kg: Q
    fluid_change_kg: Q


def floors_of(limits: Limits | None, baseline: Baseline) -> StateLimits[float]:
    """The floors of a person. Without limits only an intake that nobody can eat is refused."""
    if limits is None:
        return StateLimits(0.0, -inf, -inf, 0.0, -inf, -inf)
    male = baseline.sex == "male"
    fat_pct = limits.min_fat_pct_male if male else limits.min_fat_pct_female
    return StateLimits(
        limits.min_intake_kcal_per_day - _ROUNDING_KCAL_PER_DAY,
        limits.min_bmi_kg_per_m2 * baseline.height_m**2 - ROUNDING_KG,
        (1 - limits.max_loss_pct_of_weight / PERCENT) * baseline.weight_kg - ROUNDING_KG,
        fat_pct / PERCENT,
        limits.min_compartment_kg - baseline.lean_tissue_kg,
        limits.min_compartment_kg - baseline.extracellular_fluid_kg,
    )


def refuse_intake(floors: StateLimits[float], day: int, intake_kcal_per_day: float) -> None:
    """Raise BeyondTheBodyError for an intake below its floor or above what anybody eats."""
    if not floors.intake_kcal_per_day <= intake_kcal_per_day <= MOST_INTAKE_KCAL_PER_DAY:
        raise BeyondTheBodyError(day, "intake")


def breach(
    floors: StateLimits[float],
    *,
    weight_kg: float,
    fat_kg: float,
    lean_change_kg: float,
    fluid_change_kg: float,
) -> Reason | None:
    """The first limit that a body is past, if any; a body that is no number is past them all."""
    if not weight_kg >= floors.weight_by_bmi_kg:
        return "bmi"
    if not weight_kg >= floors.weight_by_loss_kg:
        return "loss"
    if not fat_kg + ROUNDING_KG >= floors.fat_share * weight_kg:
        return "fat"
    if lean_change_kg < floors.lean_change_kg or fluid_change_kg < floors.fluid_change_kg:
        return "compartment"
    return None
