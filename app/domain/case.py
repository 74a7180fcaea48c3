"""The case as given, in canonical units: every leaf may be None, which means unknown."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from app.domain.value import value

Sex: TypeAlias = Literal["female", "male"]
Medication: TypeAlias = Literal[
    "glucocorticoid",
    "somatostatin_analogue",
    "insulin",
    "sulfonylurea",
    "cox_inhibitor",
    "antimuscarinic",
    "antithyroid",
    "clonidine",
    "levodopa",
    "other",
]
Symptom: TypeAlias = Literal[
    "joint_stiffness",
    "oedema",
    "injection_site_reaction",
    "fasting_hyperglycaemia",
    "other",
]
Route: TypeAlias = Literal["subcutaneous", "intramuscular", "intravenous", "nasal", "oral"]
Status: TypeAlias = Literal["planned", "active", "stopped"]
TimeOfDay: TypeAlias = Literal["morning", "afternoon", "evening", "bedtime"]
Glp1Drug: TypeAlias = Literal["none", "semaglutide", "tirzepatide", "liraglutide", "other"]
Analyte: TypeAlias = Literal["igf1", "igfbp3", "fasting_glucose", "hba1c"]
Method: TypeAlias = Literal["dxa", "bia", "other"]
Goal: TypeAlias = Literal["muscle_gain", "muscle_sparing", "fat_loss", "other"]


@value
class Conditions:
    """Diagnoses and circumstances; None is unknown, never False."""

    active_malignancy: bool | None = None
    cancer_history: bool | None = None
    oncology_clearance: bool | None = None
    diabetes: bool | None = None
    pregnant: bool | None = None
    breastfeeding: bool | None = None
    untreated_hypothyroidism: bool | None = None
    intracranial_lesion: bool | None = None
    pituitary_disorder: bool | None = None
    sermorelin_hypersensitivity: bool | None = None
    mtc_or_men2_history: bool | None = None
    tested_athlete: bool | None = None
    postmenopausal: bool | None = None


@value
class Patient:
    """The person; empty lists mean "none", None means unknown."""

    sex: Sex | None = None
    age_years: int | None = None
    height_cm: float | None = None
    weight_kg: float | None = None
    conditions: Conditions = Conditions()
    medications: tuple[Medication, ...] | None = None
    symptoms: tuple[Symptom, ...] | None = None


@value
class Sermorelin:
    """The dosing plan; clock times are minutes after local midnight, 0-1439."""

    dose_mcg: float | None = None
    route: Route | None = None
    nights_per_week: int | None = None
    started_on: date | None = None
    stopped_on: date | None = None
    status: Status | None = None
    planned_weeks: float | None = None
    dose_increase_planned: bool | None = None
    stopping: bool | None = None
    injection_minute: int | None = None
    sleep_minute: int | None = None
    wake_minute: int | None = None
    last_meal_end_minute: int | None = None
    next_meal_start_minute: int | None = None
    minutes_before_sleep: float | None = None
    fasting_hours_before: float | None = None
    fasting_minutes_after: float | None = None
    time_of_day: TimeOfDay | None = None


@dataclass(frozen=True, slots=True)
class Glp1:
    """The GLP-1 drug; `none` is a known absence."""

    drug: Glp1Drug | None = None
    dose_mg_per_week: float | None = None


@dataclass(frozen=True, slots=True)
class Energy:
    """Energy balance; a surplus is a negative deficit."""

    deficit_kcal_per_day: float | None = None
    deficit_pct: float | None = None
    physical_activity_level: float | None = None
    maintenance_kcal_per_day: float | None = None


@dataclass(frozen=True, slots=True)
class Nutrition:
    """Protein per kilogram of body weight a day, or a day; meals and leucine."""

    protein_g_per_kg: float | None = None
    protein_g_per_day: float | None = None
    meals_per_day: int | None = None
    leucine_g_per_meal: float | None = None


@value
class LabEntry:
    """One result in the canonical unit: IGF-1 and IGFBP-3 ng/mL, glucose mg/dL, HbA1c %."""

    analyte: Analyte
    value: float
    collected_on: date
    reference_low: float | None = None
    reference_high: float | None = None
    z_score: float | None = None


@value
class BodyEntry:
    """One body-composition measurement."""

    method: Method
    measured_on: date
    weight_kg: float | None = None
    fat_mass_kg: float | None = None
    body_fat_pct: float | None = None
    fat_free_mass_kg: float | None = None
    lean_soft_tissue_kg: float | None = None


@dataclass(frozen=True, slots=True)
class Monitoring:
    """The follow-up plan."""

    dexa_baseline: bool | None = None
    dexa_followup_week: float | None = None
    igf1_draws: int | None = None


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the patient hopes for."""

    goal: Goal | None = None
    result_week: float | None = None


@dataclass(frozen=True, slots=True)
class ProjectionOptions:
    """Options of the projection: not facts about the patient."""

    horizon_weeks: int = 26
    weight_loss_kg: float | None = None
    strict_effect_ceiling: bool = False


@value
class Case:
    """Everything that an evaluation reads; a pure function of this value gives every answer.

    `as_of` is the patient's local day. A block without a known leaf equals its default.
    `labs` and `body_composition`: None is unknown, an empty tuple is "none recorded".
    """

    as_of: date
    patient_ref: str | None = None
    patient: Patient = Patient()
    sermorelin: Sermorelin = Sermorelin()
    glp1: Glp1 = Glp1()
    energy: Energy = Energy()
    nutrition: Nutrition = Nutrition()
    resistance_sessions_per_week: int | None = None
    labs: tuple[LabEntry, ...] | None = None
    body_composition: tuple[BodyEntry, ...] | None = None
    monitoring: Monitoring = Monitoring()
    expectations: Expectations = Expectations()
    projection_options: ProjectionOptions = ProjectionOptions()
    external_evidence: bool = True
