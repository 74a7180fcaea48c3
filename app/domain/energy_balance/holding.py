"""The intake that holds a body as it is."""

from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.constants import (
    ADAPTIVE_THERMOGENESIS,
    FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    THERMIC_EFFECT_OF_FOOD,
)
from app.domain.energy_balance.equations import weight_of
from app.domain.energy_balance.quantities import Body


def holding_intake_kcal_per_day(
    baseline: Baseline, body: Body[float], *, activity_factor: float
) -> float:
    """The intake at which fat, lean tissue and weight stand still once adaptation has settled.

    EI0 + [gamma_F dF + gamma_L dL + delta' W - delta W0] / (1 - beta_TEF - beta_AT), with delta'
    the changed activity parameter and W the weight with its fluid and glycogen as they are;
    Hall 2011, web appendix, eq. 5 at dF = dL = 0. A shift of expenditure is added to the bracket.
    """
    fat, lean, *_ = body
    weight = weight_of(baseline, body)
    more_spent = (
        FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY * (fat - baseline.fat_mass_kg)
        + LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY * lean
        + baseline.activity_kcal_per_kg_per_day * (activity_factor * weight - baseline.weight_kg)
        + baseline.expenditure_shift_kcal_per_day
    )
    return baseline.energy_intake_kcal_per_day + more_spent / (
        1 - THERMIC_EFFECT_OF_FOOD - ADAPTIVE_THERMOGENESIS
    )
