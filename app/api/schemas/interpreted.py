"""The case as understood: canonical units, derived facts, what was left unused."""

from datetime import date

from pydantic import ConfigDict

from app.api.json_answer import Plain, real
from app.api.schemas.case import CaseIn
from app.api.schemas.out import OutModel, UnusedOut
from app.domain import interpretation
from app.domain.analytes import ANALYTES
from app.domain.case import Status
from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series


class SeriesOut(OutModel):
    """One analyte: latest, baseline and current value in its canonical unit."""

    unit: str
    recorded: bool | None
    latest: float | None
    baseline: float | None
    current: float | None
    current_week: int | None
    rise_pct: float | None


class DerivedOut(OutModel):
    """Facts derived once from the case; null is unknown."""

    status: Status | None
    planned_or_active: bool | None
    weeks_on_treatment: int | None
    minutes_before_sleep: float | None
    daytime: bool | None
    fasting_hours_before: float | None
    fasting_minutes_after: float | None
    implausible: tuple[str, ...]
    on_glp1: bool | None
    bmi: float | None
    protein_g_per_kg: float | None
    maintenance_kcal_per_day: float | None
    deficit_pct: float | None
    igf1: SeriesOut
    fasting_glucose: SeriesOut
    hba1c: SeriesOut
    observed_lean_share_of_loss: float | None
    weight_change_pct: float | None


class InterpretedOut(CaseIn):
    """The case in canonical units; null is unknown. `derived` is what the rules read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: date
    derived: DerivedOut
    ignored: list[UnusedOut]
    not_judged: list[UnusedOut]


def plain_interpreted(given: CaseIn, facts: Facts) -> Plain:
    """The fields of `InterpretedOut`."""
    case = facts.case
    shown = given.model_dump()
    for lab, entry in zip(shown["labs"] or (), case.labs or (), strict=True):
        lab["unit"] = ANALYTES[entry.analyte].unit
        lab["value"] = entry.value
        lab["reference_low"] = entry.reference_low
        lab["reference_high"] = entry.reference_high
    return shown | {
        "as_of": case.as_of,
        "derived": _derived(facts),
        "ignored": interpretation.ignored(case),
        "not_judged": interpretation.not_judged(case),
    }


def _derived(facts: Facts) -> Plain:
    return {
        "status": facts.treatment.status,
        "planned_or_active": facts.treatment.planned_or_active,
        "weeks_on_treatment": facts.treatment.weeks_on_treatment,
        "minutes_before_sleep": real(facts.clock.minutes_before_sleep),
        "daytime": facts.clock.daytime,
        "fasting_hours_before": real(facts.clock.fasting_hours_before),
        "fasting_minutes_after": real(facts.clock.fasting_minutes_after),
        "implausible": facts.clock.implausible,
        "on_glp1": facts.on_glp1,
        "bmi": facts.bmi,
        "protein_g_per_kg": facts.protein_g_per_kg,
        "maintenance_kcal_per_day": facts.energy_facts.maintenance_kcal_per_day,
        "deficit_pct": facts.energy_facts.deficit_pct,
        "igf1": _series(facts.igf1, ANALYTES["igf1"].unit),
        "fasting_glucose": _series(facts.glucose, ANALYTES["fasting_glucose"].unit),
        "hba1c": _series(facts.hba1c, ANALYTES["hba1c"].unit),
        "observed_lean_share_of_loss": facts.composition.lean_share_of_loss,
        "weight_change_pct": facts.composition.weight_change_pct,
    }


def _series(series: Series, unit: str) -> Plain:
    return {
        "unit": unit,
        "recorded": series.recorded,
        "latest": None if series.latest is None else series.latest.value,
        "baseline": series.baseline,
        "current": series.current,
        "current_week": series.current_week,
        "rise_pct": series.rise_pct,
    }
