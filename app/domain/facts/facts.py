"""The one value that every rule reads."""

from datetime import date

from app.domain.case import (
    Case,
    Conditions,
    Energy,
    Expectations,
    Glp1,
    Monitoring,
    Nutrition,
    Patient,
    ProjectionOptions,
    Sermorelin,
)
from app.domain.decimals import round_decimal
from app.domain.facts.clock import Clock, clock_of
from app.domain.facts.composition import Composition, composition_of
from app.domain.facts.energy import EnergyFacts, energy_of
from app.domain.facts.labs import Series, series_of
from app.domain.facts.treatment import NO_TREATMENT, Treatment, treatment_of
from app.domain.units import CM2_PER_M2
from app.domain.value import value


@value
class Facts:
    """The case's blocks beside what was derived from them; None is unknown throughout."""

    case: Case
    as_of: date
    patient: Patient
    conditions: Conditions
    sermorelin: Sermorelin
    glp1: Glp1
    energy: Energy
    nutrition: Nutrition
    sessions: int | None
    monitoring: Monitoring
    expectations: Expectations
    options: ProjectionOptions
    has_sermorelin: bool
    on_glp1: bool | None
    bmi: float | None
    protein_g_per_kg: float | None
    dexa_baseline: bool | None
    treatment: Treatment
    clock: Clock
    igf1: Series
    glucose: Series
    hba1c: Series
    composition: Composition
    energy_facts: EnergyFacts


def derive(case: Case) -> Facts:
    """Every fact of the case, computed once."""
    as_of, sermorelin, patient = case.as_of, case.sermorelin, case.patient
    treatment = treatment_of(sermorelin, as_of)
    igf1, glucose, hba1c = series_of(
        case.labs,
        as_of=as_of,
        treatment=treatment,
        started_on=sermorelin.started_on,
        stopped_on=sermorelin.stopped_on,
    )
    composition = composition_of(case.body_composition, as_of=as_of)
    return Facts(
        case,
        as_of,
        patient,
        patient.conditions,
        sermorelin,
        case.glp1,
        case.energy,
        case.nutrition,
        case.resistance_sessions_per_week,
        case.monitoring,
        case.expectations,
        case.projection_options,
        treatment is not NO_TREATMENT,
        None if case.glp1.drug is None else case.glp1.drug != "none",
        bmi_of(patient),
        _protein_g_per_kg(case.nutrition, patient),
        _dexa_baseline(case, treatment, composition),
        treatment,
        clock_of(sermorelin),
        igf1,
        glucose,
        hba1c,
        composition,
        energy_of(case.energy, patient),
    )


def bmi_of(patient: Patient) -> float | None:
    """Body-mass index in kg/m2, or None without height or weight."""
    if patient.height_cm is None or patient.weight_kg is None:
        return None
    return round_decimal(patient.weight_kg * CM2_PER_M2 / (patient.height_cm * patient.height_cm))


def _protein_g_per_kg(nutrition: Nutrition, patient: Patient) -> float | None:
    if nutrition.protein_g_per_kg is not None:
        return nutrition.protein_g_per_kg
    if nutrition.protein_g_per_day == 0:
        return 0.0  # whatever the weight
    if nutrition.protein_g_per_day is None or patient.weight_kg is None:
        return None
    return round_decimal(nutrition.protein_g_per_day / patient.weight_kg)


def _dexa_baseline(case: Case, treatment: Treatment, composition: Composition) -> bool | None:
    started_on = case.as_of if treatment.planned else case.sermorelin.started_on
    first = composition.first_dxa_on
    if first is not None and started_on is not None and first <= started_on:
        return True
    return case.monitoring.dexa_baseline
