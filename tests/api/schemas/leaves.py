"""The leaves of a case as section 1 of the contract lists them: kinds, ranges, choices."""

from math import inf
from typing import Any, Final

LAB: Final = {"analyte": "igf1", "value": 180, "unit": "ng/mL", "collected_on": "2026-05-01"}
BODY: Final = {"method": "dxa", "measured_on": "2026-05-01"}

NUMBERS: Final[dict[str, tuple[float, float]]] = {
    "patient.height_cm": (50, 260),
    "patient.weight_kg": (20, 400),
    "sermorelin.dose_mcg": (0, 1_000_000),
    "sermorelin.planned_weeks": (1, 104),
    "sermorelin.minutes_before_sleep": (-720, 1440),
    "sermorelin.fasting_hours_before": (0, 16),
    "sermorelin.fasting_minutes_after": (0, 960),
    "glp1.dose_mg_per_week": (0, 100),
    "energy.deficit_kcal_per_day": (-3000, 3000),
    "energy.deficit_pct": (-100, 100),
    "energy.physical_activity_level": (1.2, 2.5),
    "energy.maintenance_kcal_per_day": (800, 8000),
    "nutrition.protein_g_per_kg": (0, 5),
    "nutrition.protein_g_per_day": (0, 1000),
    "nutrition.leucine_g_per_meal": (0, 20),
    "body_composition.0.weight_kg": (20, 400),
    "body_composition.0.fat_mass_kg": (1, 300),
    "body_composition.0.body_fat_pct": (2, 75),
    "body_composition.0.fat_free_mass_kg": (10, 200),
    "body_composition.0.lean_soft_tissue_kg": (10, 200),
    "monitoring.dexa_followup_week": (0, 104),
    "expectations.result_week": (0, 104),
}
"""Both ends are allowed."""

POSITIVE: Final = ("labs.0.value", "projection_options.weight_loss_kg")
"""Above 0, without an upper end."""

UNBOUNDED: Final = ("labs.0.reference_low", "labs.0.reference_high", "labs.0.z_score")
"""Any finite number."""

ALL_NUMBERS: Final = {
    **NUMBERS,
    **dict.fromkeys(POSITIVE, (0.0, inf)),
    **dict.fromkeys(UNBOUNDED, (-inf, inf)),
}

WHOLES: Final[dict[str, tuple[int, int]]] = {
    "patient.age_years": (0, 120),
    "sermorelin.nights_per_week": (0, 7),
    "nutrition.meals_per_day": (0, 12),
    "training.resistance_sessions_per_week": (0, 21),
    "monitoring.igf1_draws": (0, 50),
    "projection_options.horizon_weeks": (1, 104),
}

CONDITIONS: Final = (
    "active_malignancy",
    "cancer_history",
    "oncology_clearance",
    "diabetes",
    "pregnant",
    "breastfeeding",
    "untreated_hypothyroidism",
    "intracranial_lesion",
    "pituitary_disorder",
    "sermorelin_hypersensitivity",
    "mtc_or_men2_history",
    "tested_athlete",
    "postmenopausal",
)

FLAGS: Final = (
    *(f"patient.conditions.{name}" for name in CONDITIONS),
    "sermorelin.dose_increase_planned",
    "sermorelin.stopping",
    "monitoring.dexa_baseline",
    "projection_options.strict_effect_ceiling",
    "options.external_evidence",
)

DAYS: Final = (
    "as_of",
    "sermorelin.started_on",
    "sermorelin.stopped_on",
    "labs.0.collected_on",
    "body_composition.0.measured_on",
)

CLOCKS: Final = (
    "sermorelin.injection_time",
    "sermorelin.sleep_time",
    "sermorelin.wake_time",
    "sermorelin.last_meal_end",
    "sermorelin.next_meal_start",
)

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "patient.sex": ("female", "male"),
    "sermorelin.route": ("subcutaneous", "intramuscular", "intravenous", "nasal", "oral"),
    "sermorelin.status": ("planned", "active", "stopped"),
    "sermorelin.time_of_day": ("morning", "afternoon", "evening", "bedtime"),
    "glp1.drug": ("none", "semaglutide", "tirzepatide", "liraglutide", "other"),
    "body_composition.0.method": ("dxa", "bia", "other"),
    "expectations.goal": ("muscle_gain", "muscle_sparing", "fat_loss", "other"),
}

CHOICE_LISTS: Final[dict[str, tuple[str, ...]]] = {
    "patient.medications": (
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
    ),
    "patient.symptoms": (
        "joint_stiffness",
        "oedema",
        "injection_site_reaction",
        "fasting_hyperglycaemia",
        "other",
    ),
}

UNITS: Final[dict[str, tuple[str, ...]]] = {
    "igf1": ("ng/mL", "ug/L", "nmol/L"),
    "igfbp3": ("ug/mL", "mg/L", "ng/mL"),
    "fasting_glucose": ("mg/dL", "mmol/L"),
    "hba1c": ("%", "mmol/mol"),
}

BLOCKS: Final = (
    "patient",
    "patient.conditions",
    "sermorelin",
    "glp1",
    "energy",
    "nutrition",
    "training",
    "monitoring",
    "expectations",
    "projection_options",
    "options",
)

LEAVES: Final = frozenset(
    {
        "patient_ref",
        "labs.0.analyte",
        "labs.0.unit",
        *ALL_NUMBERS,
        *WHOLES,
        *FLAGS,
        *DAYS,
        *CLOCKS,
        *CHOICES,
        *CHOICE_LISTS,
    }
)


def body_of(path: str, value: object) -> dict[str, Any]:
    """A body with one value at `path`; the rest of a list's entry is what it requires."""
    block, _, rest = path.partition(".")
    if not rest:
        return {block: value}
    if rest.startswith("0."):
        entry = LAB if block == "labs" else BODY
        return {block: [entry | {rest.removeprefix("0."): value}]}
    return {block: body_of(rest, value)}
