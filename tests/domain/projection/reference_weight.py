"""The weight path of section 4 from its words; the dynamic model gives W(t) and nothing else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.domain.energy_balance.baseline import Person, baseline_of
from app.domain.energy_balance.errors import BeyondTheBodyError, OutsideModelError
from app.domain.energy_balance.trajectory import Change, Course, constant_path, states
from tests.domain.projection import reference_facts as facts
from tests.domain.projection.reference_facts import Body, leaf

HEAVIEST_KG = 400
"""The heaviest body a case may hold: what it cannot give, nobody of unknown weight can."""
LEAST_FAT_PCT = {"male": 3, "female": 10}
NOBODY = (BeyondTheBodyError, OutsideModelError)
"""What the model answers for somebody it is not made for."""


@dataclass(frozen=True, slots=True)
class Path:
    """`lost_kg[d]` is the weight lost by the end of day d.

    `margin` is how far the path keeps from its nearest guard, as a share of the guard; negative
    past it. It tells which cases are too near a guard to be compared within grams.
    """

    source: str
    low_kg: float
    high_kg: float
    lost_kg: Sequence[float]
    margin: float = math.inf


def path_of(body: Body) -> Path | Literal["unavailable", "not_applicable"]:
    if _bars_any_loss(body):
        return "unavailable"
    path = _first_source(body)
    if isinstance(path, Path) and path.margin < 0:
        return "unavailable"
    return path


def _bars_any_loss(body: Body) -> bool:
    age, bmi = leaf(body, "patient.age_years"), facts.bmi(body)
    return (
        bool(leaf(body, "patient.conditions.pregnant"))
        or bool(leaf(body, "patient.conditions.breastfeeding"))
        or (age is not None and age < 18)
        or (bmi is not None and bmi < 18.5)
    )


def _first_source(body: Body) -> Path | Literal["unavailable", "not_applicable"]:
    stated = leaf(body, "projection_options.weight_loss_kg")
    deficit = leaf(body, "energy.deficit_kcal_per_day")
    if deficit is None:
        deficit = leaf(body, "energy.deficit_pct")
    if stated is not None:
        return _stated(body, stated)
    if deficit is not None and deficit <= 0:
        return "not_applicable"
    leaves = ("sex", "age_years", "height_cm", "weight_kg")
    if deficit is not None and all(leaf(body, f"patient.{name}") is not None for name in leaves):
        return _by_energy_balance(body)
    drug, weight = leaf(body, "glp1.drug"), leaf(body, "patient.weight_kg")
    mtc = leaf(body, "patient.conditions.mtc_or_men2_history")
    if drug in facts.NOTHING_TAKEN or weight is None or mtc:
        return "unavailable"
    return _by_glp1(body, weight)


def weeks(body: Body) -> int:
    given = leaf(body, "projection_options.horizon_weeks")
    return 26 if given is None else int(given)


def _stated(body: Body, loss_kg: float) -> Path:
    days = 7 * weeks(body)
    weight = leaf(body, "patient.weight_kg") or HEAVIEST_KG
    margin = min(
        0.5 - loss_kg / weight,
        0.02 - loss_kg / weight / weeks(body),
        _bmi_margin(body, loss_kg),
    )
    return Path("stated", loss_kg, loss_kg, [loss_kg * d / days for d in range(days + 1)], margin)


def _by_glp1(body: Body, weight: float) -> Path:
    def lost(share: float, day: int) -> float:
        return share * weight * min(day / 182, 1)

    days = 7 * weeks(body)
    central = [lost(0.175, day) for day in range(days + 1)]
    margin = _bmi_margin(body, central[-1])
    return Path("glp1-document", lost(0.15, days), lost(0.20, days), central, margin)


def _bmi_margin(body: Body, loss_kg: float) -> float:
    bmi, weight = facts.bmi(body), leaf(body, "patient.weight_kg")
    return math.inf if bmi is None else bmi * (1 - loss_kg / weight) / 18.5 - 1


def maintenance_kcal(body: Body) -> float:
    """Given, else PAL x Mifflin (PAL unknown: 1.5)."""
    given: float | None = leaf(body, "energy.maintenance_kcal_per_day")
    if given is not None:
        return given
    who = body["patient"]
    resting = 9.99 * who["weight_kg"] + 6.25 * who["height_cm"] - 4.92 * who["age_years"]
    resting += 5 if who["sex"] == "male" else -161
    return float(resting * (leaf(body, "energy.physical_activity_level") or 1.5))


def fat_mass_kg(body: Body) -> float:
    """The last entry that gives it, else Jackson 2002, at most 60 %."""
    who = body["patient"]
    for entry in facts.past_entries(body):
        weight = entry.get("weight_kg") or who["weight_kg"]
        if entry.get("fat_mass_kg") is not None:
            return float(entry["fat_mass_kg"])
        if entry.get("body_fat_pct") is not None:
            return float(weight * entry["body_fat_pct"] / 100)
        if entry.get("fat_free_mass_kg") is not None:
            return float(weight - entry["fat_free_mass_kg"])
    log_bmi = math.log(who["weight_kg"] / (who["height_cm"] / 100) ** 2)
    slope, constant = (37.31, 103.94) if who["sex"] == "male" else (39.96, 102.01)
    pct = min(0.14 * who["age_years"] + slope * log_bmi - constant, 60)
    return float(who["weight_kg"] * pct / 100)


def _by_energy_balance(body: Body) -> Path | Literal["unavailable"]:
    who, maintenance = body["patient"], maintenance_kcal(body)
    deficit = leaf(body, "energy.deficit_kcal_per_day")
    if deficit is None:
        deficit = body["energy"]["deficit_pct"] / 100 * maintenance
    person = Person(
        sex=who["sex"],
        age_years=who["age_years"],
        height_cm=who["height_cm"],
        weight_kg=who["weight_kg"],
        physical_activity_level=leaf(body, "energy.physical_activity_level") or 1.5,
        maintenance_kcal_per_day=maintenance,
        fat_mass_kg=fat_mass_kg(body),
    )
    try:
        lost = _lost_kg(person, 0, deficit, weeks(body))
        ends = [lost[-1], *(_lost_kg(person, k, deficit, weeks(body))[-1] for k in (-200, 200))]
        margin = min(maintenance - deficit - 800, _body_margin(body, person, deficit))
    except NOBODY:
        return "unavailable"
    return Path("energy-balance", min(ends), max(ends), lost, margin)


def _lost_kg(person: Person, shift: float, deficit: float, weeks: int) -> list[float]:
    start = baseline_of(person, expenditure_shift_kcal_per_day=shift)
    weights = constant_path(start, -deficit, weeks, limits=None).weight_by_day_kg()
    return [weights[0] - weight for weight in weights]


def _body_margin(body: Body, person: Person, deficit: float) -> float:
    """Of weight, body-mass index and body fat, on every day."""
    course = Course(intake_changes=(Change(0, -deficit),))
    days = states(baseline_of(person), course, range(7 * weeks(body) + 1), limits=None)
    height, least_fat = person.height_cm / 100, LEAST_FAT_PCT[person.sex] / 100
    return min(
        min(
            state.weight_kg / person.weight_kg / 0.5 - 1,
            state.weight_kg / height**2 / 18.5 - 1,
            state.fat_mass_kg / state.weight_kg / least_fat - 1,
        )
        for state in days
    )
