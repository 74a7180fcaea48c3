"""The case as understood: canonical units, derived facts, what was left unused."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final, TypeAlias, cast, get_type_hints

from pydantic import BaseModel, ConfigDict, GetPydanticSchema, create_model, with_config
from typing_extensions import TypedDict

from app.api.json_answer import as_float
from app.api.schemas.case import CaseIn
from app.api.schemas.measurements import LabIn, Unit
from app.api.schemas.out import UnusedOut
from app.domain import interpretation
from app.domain.analytes import ANALYTES
from app.domain.case import LabEntry, Status
from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series


class SeriesOut(TypedDict):
    """One analyte: latest, baseline and current value in its canonical unit."""

    unit: str
    recorded: bool | None
    latest: float | None
    baseline: float | None
    current: float | None
    current_week: int | None
    rise_pct: float | None


@with_config(ConfigDict(extra="ignore"))  # else it is as closed as the case that it stands in
class DerivedOut(TypedDict):
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


class UnderstoodOut(TypedDict):
    """What an answer adds to the case as it was given."""

    as_of: date
    derived: DerivedOut
    ignored: list[UnusedOut]
    not_judged: list[UnusedOut]


class _CanonicalOut(UnderstoodOut):
    """The same with what it says otherwise than it was given."""

    labs: list[LabIn] | None


_SHAPE: Final[type[BaseModel]] = create_model(
    "InterpretedOut",
    __base__=CaseIn,
    __doc__="The case in canonical units; null is unknown. `derived` is what the rules read.",
    **get_type_hints(UnderstoodOut, include_extras=True),
)
InterpretedOut: TypeAlias = Annotated[
    UnderstoodOut, GetPydanticSchema(lambda _, handler: handler(_SHAPE))
]
"""The fields of the request, as `CaseIn` declares them, and those of `UnderstoodOut`."""


def plain_interpreted(given: CaseIn, facts: Facts) -> InterpretedOut:
    """The case as it was given, its laboratory results in canonical units, and what it means."""
    case = facts.case
    understood: _CanonicalOut = {
        "as_of": case.as_of,
        "labs": None if given.labs is None else _canonical(given.labs, case.labs or ()),
        "derived": _derived(facts),
        "ignored": _unused(interpretation.ignored(case)),
        "not_judged": _unused(interpretation.not_judged(case)),
    }
    # The leaves of the case are named by its own shape alone, so none can be misspelt here.
    return cast("InterpretedOut", given.__dict__ | understood)


def _canonical(labs: Iterable[LabIn], entries: Iterable[LabEntry]) -> list[LabIn]:
    return [
        LabIn.model_construct(  # it was checked as it came in
            analyte=lab.analyte,
            unit=cast("Unit", ANALYTES[lab.analyte].unit),
            value=entry.value,
            collected_on=lab.collected_on,
            reference_low=entry.reference_low,
            reference_high=entry.reference_high,
            z_score=lab.z_score,
        )
        for lab, entry in zip(labs, entries, strict=True)
    ]


def _unused(found: Iterable[interpretation.Unused]) -> list[UnusedOut]:
    return [{"path": one.path, "reason": one.reason} for one in found]


def _derived(facts: Facts) -> DerivedOut:
    return {
        "status": facts.treatment.status,
        "planned_or_active": facts.treatment.planned_or_active,
        "weeks_on_treatment": facts.treatment.weeks_on_treatment,
        "minutes_before_sleep": as_float(facts.clock.minutes_before_sleep),
        "daytime": facts.clock.daytime,
        "fasting_hours_before": as_float(facts.clock.fasting_hours_before),
        "fasting_minutes_after": as_float(facts.clock.fasting_minutes_after),
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


def _series(series: Series, unit: str) -> SeriesOut:
    return {
        "unit": unit,
        "recorded": series.recorded,
        "latest": None if series.latest is None else series.latest.value,
        "baseline": series.baseline,
        "current": series.current,
        "current_week": series.current_week,
        "rise_pct": series.rise_pct,
    }
