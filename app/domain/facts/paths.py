"""The names by which rules and answers speak of a fact, and how each is read."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Final, TypeAlias

from app.domain.facts.facts import Facts

Observed: TypeAlias = float | int | str | bool | tuple[str, ...]
_Reader = Callable[[Facts], Observed | None]

_CONDITIONS = (
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


def day_reader(path: str) -> _Reader:
    """Reads a day as text."""

    def read(facts: Facts) -> str | None:
        day = attrgetter(path)(facts)
        return None if day is None else day.isoformat()

    return read


def latest_reader(series: str, leaf: str) -> _Reader:
    """Reads a leaf of the latest entry of a series."""

    def read(facts: Facts) -> float | None:
        entry = getattr(facts, series).latest
        return None if entry is None else getattr(entry, leaf)

    return read


READERS: Final[Mapping[str, _Reader]] = {
    "patient.sex": attrgetter("patient.sex"),
    "patient.age_years": attrgetter("patient.age_years"),
    "patient.height_cm": attrgetter("patient.height_cm"),
    "patient.weight_kg": attrgetter("patient.weight_kg"),
    "patient.bmi": attrgetter("bmi"),
    "patient.medications": attrgetter("patient.medications"),
    "patient.symptoms": attrgetter("patient.symptoms"),
    **{f"patient.conditions.{name}": attrgetter(f"conditions.{name}") for name in _CONDITIONS},
    "sermorelin.dose_mcg": attrgetter("sermorelin.dose_mcg"),
    "sermorelin.route": attrgetter("sermorelin.route"),
    "sermorelin.nights_per_week": attrgetter("sermorelin.nights_per_week"),
    "sermorelin.started_on": day_reader("sermorelin.started_on"),
    "sermorelin.stopped_on": day_reader("sermorelin.stopped_on"),
    "sermorelin.planned_weeks": attrgetter("sermorelin.planned_weeks"),
    "sermorelin.dose_increase_planned": attrgetter("sermorelin.dose_increase_planned"),
    "sermorelin.stopping": attrgetter("sermorelin.stopping"),
    "sermorelin.status": attrgetter("treatment.status"),
    "sermorelin.planned_or_active": attrgetter("treatment.planned_or_active"),
    "sermorelin.weeks_on_treatment": attrgetter("treatment.weeks_on_treatment"),
    "sermorelin.minutes_before_sleep": attrgetter("clock.minutes_before_sleep"),
    "sermorelin.time_of_day": attrgetter("sermorelin.time_of_day"),
    "sermorelin.daytime": attrgetter("clock.daytime"),
    "sermorelin.fasting_hours_before": attrgetter("clock.fasting_hours_before"),
    "sermorelin.fasting_minutes_after": attrgetter("clock.fasting_minutes_after"),
    "glp1.drug": attrgetter("glp1.drug"),
    "glp1.active": attrgetter("on_glp1"),
    "glp1.dose_mg_per_week": attrgetter("glp1.dose_mg_per_week"),
    "energy.deficit_kcal_per_day": attrgetter("energy.deficit_kcal_per_day"),
    "energy.deficit_pct": attrgetter("energy_facts.deficit_pct"),
    "energy.maintenance_kcal_per_day": attrgetter("energy_facts.maintenance_kcal_per_day"),
    "nutrition.protein_g_per_kg": attrgetter("protein_g_per_kg"),
    "nutrition.meals_per_day": attrgetter("nutrition.meals_per_day"),
    "nutrition.leucine_g_per_meal": attrgetter("nutrition.leucine_g_per_meal"),
    "training.resistance_sessions_per_week": attrgetter("sessions"),
    "labs.igf1_recorded": attrgetter("igf1.recorded"),
    "labs.igf1_latest": latest_reader("igf1", "value"),
    "labs.igf1_latest.reference_high": latest_reader("igf1", "reference_high"),
    "labs.igf1_latest.z_score": latest_reader("igf1", "z_score"),
    "labs.igf1_baseline": attrgetter("igf1.baseline"),
    "labs.igf1_current": attrgetter("igf1.current"),
    "labs.igf1_current_week": attrgetter("igf1.current_week"),
    "labs.igf1_rise_pct": attrgetter("igf1.rise_pct"),
    "labs.fasting_glucose_recorded": attrgetter("glucose.recorded"),
    "labs.fasting_glucose_latest": latest_reader("glucose", "value"),
    "labs.fasting_glucose_baseline": attrgetter("glucose.baseline"),
    "labs.hba1c_latest": latest_reader("hba1c", "value"),
    "body_composition.first_dxa_on": day_reader("composition.first_dxa_on"),
    "body_composition.lean_share_of_loss": attrgetter("composition.lean_share_of_loss"),
    "body_composition.dxa_lean_difference_kg": attrgetter("composition.dxa_lean_difference_kg"),
    "body_composition.weight_change_pct": attrgetter("composition.weight_change_pct"),
    "monitoring.dexa_baseline": attrgetter("dexa_baseline"),
    "monitoring.dexa_followup_week": attrgetter("monitoring.dexa_followup_week"),
    "monitoring.igf1_draws": attrgetter("monitoring.igf1_draws"),
    "expectations.goal": attrgetter("expectations.goal"),
    "expectations.result_week": attrgetter("expectations.result_week"),
    "projection_options.weight_loss_kg": attrgetter("options.weight_loss_kg"),
    "projection_options.horizon_weeks": attrgetter("options.horizon_weeks"),
}


def observed(facts: Facts, paths: tuple[str, ...]) -> dict[str, Observed]:
    """The known ones among the facts that `paths` name."""
    values = ((path, READERS[path](facts)) for path in paths)
    return {path: value for path, value in values if value is not None}
