"""The energy deficit, in kcal a day and as a share of maintenance."""

from typing import Final

from app.domain.case import Energy, Patient
from app.domain.decimals import round_decimal
from app.domain.energy_balance.person import resting_metabolic_rate_kcal_per_day
from app.domain.formula import Formula
from app.domain.units import PERCENT
from app.domain.value import value

MAINTENANCE: Final = Formula(
    symbols="activity level * resting rate",
    numbers="{activity_level} * {resting_rate}",
    function=lambda *, activity_level, resting_rate: activity_level * resting_rate,
    unit="kcal/d",
)


@value
class EnergyFacts:
    """None is unknown; a rule never sees an assumed activity level.

    `deficit` is the deficit in whichever unit was given: only its sign carries over.
    """

    deficit: float | None
    deficit_pct: float | None
    maintenance_kcal_per_day: float | None


def energy_of(energy: Energy, patient: Patient) -> EnergyFacts:
    """Derive the energy facts (contract, section 1)."""
    given = energy.deficit_kcal_per_day
    deficit = energy.deficit_pct if given is None else given
    maintenance = maintenance_kcal_per_day(
        energy, patient, physical_activity_level=energy.physical_activity_level
    )
    pct = energy.deficit_pct
    if pct is None and given is not None and maintenance is not None:
        pct = round_decimal(PERCENT * given / maintenance)
    return EnergyFacts(deficit, pct, maintenance)


def maintenance_kcal_per_day(
    energy: Energy, patient: Patient, *, physical_activity_level: float | None
) -> float | None:
    """Maintenance intake: as given, else activity level x Mifflin-St Jeor, else None.

    Source: Mifflin 1990, Am J Clin Nutr 51:241.
    """
    if energy.maintenance_kcal_per_day is not None:
        return energy.maintenance_kcal_per_day
    if (
        physical_activity_level is None
        or patient.sex is None
        or patient.age_years is None
        or patient.height_cm is None
        or patient.weight_kg is None
    ):
        return None
    resting = resting_metabolic_rate_kcal_per_day(
        sex=patient.sex,
        age_years=patient.age_years,
        height_cm=patient.height_cm,
        weight_kg=patient.weight_kg,
    )
    # The regression is not made for the smallest bodies a case may hold: no rate, no maintenance.
    if resting <= 0:
        return None
    return MAINTENANCE.function(activity_level=physical_activity_level, resting_rate=resting)
