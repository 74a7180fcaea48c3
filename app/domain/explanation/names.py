"""What each fact is called in words, in which unit, and by which phrases the rules speak of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Name:
    """A fact in words. `phrases` stand for it in a rule's condition, beside its path and leaf."""

    label: str
    unit: str = ""
    phrases: tuple[str, ...] = ()


def _conditions() -> Mapping[str, Name]:
    labels = {
        "active_malignancy": "active malignancy",
        "cancer_history": "history of cancer",
        "oncology_clearance": "clearance by oncology",
        "diabetes": "diabetes",
        "pregnant": "pregnant",
        "breastfeeding": "breastfeeding",
        "untreated_hypothyroidism": "untreated hypothyroidism",
        "intracranial_lesion": "intracranial lesion",
        "pituitary_disorder": "pituitary disorder",
        "sermorelin_hypersensitivity": "hypersensitivity to sermorelin",
        "mtc_or_men2_history": "medullary thyroid cancer or MEN 2",
        "tested_athlete": "athlete under doping control",
        "postmenopausal": "after menopause",
    }
    return {f"patient.conditions.{leaf}": Name(label) for leaf, label in labels.items()}


NAMES: Final[Mapping[str, Name]] = MappingProxyType(
    {
        "patient.sex": Name("sex"),
        "patient.age_years": Name("age", "years"),
        "patient.height_cm": Name("height", "cm"),
        "patient.weight_kg": Name("weight", "kg"),
        "patient.bmi": Name("body-mass index", "kg/m2", ("body-mass index",)),
        "patient.medications": Name("medications"),
        "patient.symptoms": Name("symptoms"),
        **_conditions(),
        "sermorelin.dose_mcg": Name("dose", "mcg"),
        "sermorelin.route": Name("route"),
        "sermorelin.nights_per_week": Name("nights a week"),
        "sermorelin.started_on": Name("started on"),
        "sermorelin.stopped_on": Name("stopped on"),
        "sermorelin.planned_weeks": Name("planned length", "weeks"),
        "sermorelin.dose_increase_planned": Name("dose increase planned"),
        "sermorelin.stopping": Name("stopping"),
        "sermorelin.status": Name("status", phrases=("treatment is active",)),
        "sermorelin.planned_or_active": Name(
            "sermorelin planned or active", phrases=("sermorelin is planned or active",)
        ),
        "sermorelin.weeks_on_treatment": Name("time on treatment", "weeks"),
        "sermorelin.minutes_before_sleep": Name("injection before sleep", "min"),
        "sermorelin.time_of_day": Name("time of day"),
        "sermorelin.daytime": Name("injection in the daytime"),
        "sermorelin.fasting_hours_before": Name("fast before", "h"),
        "sermorelin.fasting_minutes_after": Name("fast after", "min"),
        "glp1.drug": Name("GLP-1 drug", phrases=("a GLP-1 is taken",)),
        "glp1.active": Name("GLP-1 taken", phrases=("a GLP-1 is taken",)),
        "glp1.dose_mg_per_week": Name("GLP-1 dose", "mg a week"),
        "energy.deficit_kcal_per_day": Name("deficit in kcal a day", phrases=("deficit",)),
        "energy.deficit_pct": Name("deficit in % of maintenance", phrases=("deficit",)),
        "energy.maintenance_kcal_per_day": Name("maintenance", "kcal a day"),
        "nutrition.protein_g_per_kg": Name("protein", "g/kg", ("protein",)),
        "nutrition.meals_per_day": Name("meals a day"),
        "nutrition.leucine_g_per_meal": Name("leucine a meal", "g"),
        "training.resistance_sessions_per_week": Name("resistance sessions a week"),
        "labs.igf1_recorded": Name("IGF-1 recorded"),
        "labs.igf1_latest": Name("latest IGF-1", "ng/mL", ("latest IGF-1",)),
        "labs.igf1_latest.reference_high": Name("upper limit of IGF-1", "ng/mL"),
        "labs.igf1_latest.z_score": Name("z-score of IGF-1", phrases=("its z_score",)),
        "labs.igf1_baseline": Name(
            "baseline IGF-1", "ng/mL", ("IGF-1 baseline", "IGF-1 on or before its start")
        ),
        "labs.igf1_current": Name(
            "current IGF-1", "ng/mL", ("current IGF-1", "IGF-1 drawn on treatment")
        ),
        "labs.igf1_current_week": Name("week of the current IGF-1"),
        "labs.igf1_rise_pct": Name("rise of IGF-1", "%", ("rise_pct",)),
        "labs.fasting_glucose_recorded": Name(
            "fasting glucose recorded", phrases=("the labs hold no fasting glucose",)
        ),
        "labs.fasting_glucose_latest": Name(
            "latest fasting glucose", "mg/dL", ("latest fasting glucose", "fasting glucose")
        ),
        "labs.fasting_glucose_baseline": Name(
            "baseline fasting glucose", "mg/dL", ("baseline fasting glucose",)
        ),
        "labs.hba1c_latest": Name("latest HbA1c", "%", ("latest HbA1c", "HbA1c")),
        "body_composition.first_dxa_on": Name("first DXA"),
        "body_composition.lean_share_of_loss": Name(
            "observed lean share of the loss",
            phrases=("the observed lean share of the weight lost",),
        ),
        "body_composition.dxa_lean_difference_kg": Name(
            "difference of the last two DXA lean masses", "kg"
        ),
        "body_composition.weight_change_pct": Name("observed change of weight", "%"),
        "monitoring.dexa_baseline": Name(
            "DEXA from the start", phrases=("no DEXA from the start",)
        ),
        "monitoring.dexa_followup_week": Name("week of the next DEXA"),
        "monitoring.igf1_draws": Name("IGF-1 draws planned"),
        "expectations.goal": Name("goal"),
        "expectations.result_week": Name("result expected in week"),
        "projection_options.weight_loss_kg": Name(
            "stated weight loss", "kg", ("a weight loss is asked for",)
        ),
        "projection_options.horizon_weeks": Name("horizon", "weeks"),
    }
)
"""Every path that a rule may read; a test holds table and readers together."""
