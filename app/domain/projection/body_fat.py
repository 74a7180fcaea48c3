"""The fat mass that the models start from: measured, else estimated."""

from dataclasses import dataclass

from app.domain.case import BodyEntry, Patient
from app.domain.energy_balance.person import jackson_fat_mass_kg
from app.domain.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class FatMass:
    """Kilograms of fat, whether they were measured, and where they come from."""

    kg: float
    measured: bool
    basis: str


def fat_mass_kg(facts: Facts) -> FatMass | None:
    """The last measurement on or before as_of that gives fat, else Jackson 2002, else None.

    Source of the estimate: Jackson 2002, Int J Obes 26:789, at most 60 % [assumption].
    """
    measured = _measured(facts)
    if measured is not None:
        return FatMass(measured, measured=True, basis="the last measured body fat")
    patient = facts.patient
    if (
        patient.sex is None
        or patient.age_years is None
        or patient.height_cm is None
        or patient.weight_kg is None
    ):
        return None
    estimated = jackson_fat_mass_kg(
        sex=patient.sex,
        age_years=patient.age_years,
        height_cm=patient.height_cm,
        weight_kg=patient.weight_kg,
    )
    return FatMass(estimated, measured=False, basis="body fat by age, sex and body-mass index")


def _measured(facts: Facts) -> float | None:
    past = [e for e in facts.case.body_composition or () if e.measured_on <= facts.as_of]
    # The last day first, and of one day the last entry.
    for _, entry in sorted(
        enumerate(past), key=lambda pair: (pair[1].measured_on, pair[0]), reverse=True
    ):
        fat = _fat_of(entry, facts.patient)
        if fat is not None:
            return fat
    return None


def _fat_of(entry: BodyEntry, patient: Patient) -> float | None:
    if entry.fat_mass_kg is not None:
        return entry.fat_mass_kg
    weight = patient.weight_kg if entry.weight_kg is None else entry.weight_kg
    if weight is None:
        return None
    if entry.body_fat_pct is not None:
        return weight * entry.body_fat_pct / 100
    if entry.fat_free_mass_kg is not None:
        return weight - entry.fat_free_mass_kg
    return None
