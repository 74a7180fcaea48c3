"""Where the weight loss comes from, step by step."""

from collections.abc import Iterator

from app.domain.case import Patient
from app.domain.energy_balance.person import resting_metabolic_rate_kcal_per_day
from app.domain.explanation.step import Step, known, number
from app.domain.facts.energy import maintenance_kcal_per_day
from app.domain.facts.facts import Facts
from app.domain.projection.answer import WeightLoss
from app.domain.projection.body_fat import Origin, fat_mass_kg
from app.domain.projection.energy_path import (
    ASSUMED_ACTIVITY_LEVEL,
    EXPENDITURE_SHIFT_KCAL_PER_DAY,
)
from app.domain.projection.weight_source import GLP1_COURSE_WEEKS, GLP1_LOSS_SHARE

_WHAT = "Weight lost by the end of the horizon"


def weight_steps(facts: Facts, loss: WeightLoss) -> Iterator[Step]:
    """From the inputs to the kilograms lost at the horizon."""
    if loss.source == "stated":
        yield _step("weight-loss.central", f"{_WHAT}, as stated", loss.central_kg)
    elif loss.source == "glp1-document":
        yield from _by_glp1(facts, loss)
    else:
        yield from _balance(facts)
        yield from _intake(facts)
        yield _body_fat(facts)
        yield from _by_model(facts, loss)


def _step(id_: str, what: str, value: float, unit: str = "kg") -> Step:
    return Step(
        id=id_,
        what=what,
        formula="as given",
        in_numbers=number(value),
        value=value,
        unit=unit,
        basis="input",
    )


def _by_glp1(facts: Facts, loss: WeightLoss) -> Iterator[Step]:
    weight = number(known(facts.patient.weight_kg))
    weeks = facts.options.horizon_weeks
    kilograms = (loss.low_kg, loss.central_kg, loss.high_kg)
    for name, share, value in zip(
        ("low", "central", "high"), GLP1_LOSS_SHARE, kilograms, strict=True
    ):
        yield Step(
            id=f"weight-loss.{name}",
            what=f"{_WHAT}, {name}: the document's share of body weight on a GLP-1 in "
            f"{GLP1_COURSE_WEEKS} weeks, in a straight line up to then",
            formula="share * body weight * min(horizon weeks, 26) / 26",
            in_numbers=f"{share} * {weight} * (min({weeks}, {GLP1_COURSE_WEEKS})"
            f" / {GLP1_COURSE_WEEKS})",
            value=value,
            unit="kg",
            basis="document",
            claims=("table-glp1-15-20-6mo",),
        )


def _activity_level(facts: Facts) -> float:
    given = facts.energy.physical_activity_level
    return ASSUMED_ACTIVITY_LEVEL if given is None else given


def _maintenance(facts: Facts) -> float:
    level = _activity_level(facts)
    return known(
        maintenance_kcal_per_day(facts.energy, facts.patient, physical_activity_level=level)
    )


def _balance(facts: Facts) -> Iterator[Step]:
    maintenance = _maintenance(facts)
    if facts.energy.maintenance_kcal_per_day is not None:
        yield _step("maintenance", "Intake that holds the weight", maintenance, "kcal/d")
        return
    resting = _resting_rate(facts.patient)
    given = facts.energy.physical_activity_level is not None
    yield resting
    yield Step(
        id="maintenance",
        what="Intake that holds the weight: physical activity level times resting rate"
        + ("" if given else "; the activity level is unknown and reckoned as 1.5"),
        formula="activity level * resting rate",
        in_numbers=f"{_activity_level(facts)} * {number(resting.value)}",
        value=maintenance,
        unit="kcal/d",
        basis="derived" if given else "assumption",
    )


def _resting_rate(patient: Patient) -> Step:
    offset = "+ 5" if patient.sex == "male" else "- 161"
    return Step(
        id="resting-rate",
        what="Resting metabolic rate by Mifflin-St Jeor (Mifflin 1990, Am J Clin Nutr 51:241)",
        formula=f"9.99 * weight + 6.25 * height - 4.92 * age {offset}",
        in_numbers=f"9.99 * {patient.weight_kg} + 6.25 * {patient.height_cm}"
        f" - 4.92 * {patient.age_years} {offset}",
        value=resting_metabolic_rate_kcal_per_day(
            sex=known(patient.sex),
            age_years=known(patient.age_years),
            height_cm=known(patient.height_cm),
            weight_kg=known(patient.weight_kg),
        ),
        unit="kcal/d",
        basis="outside",
    )


def _intake(facts: Facts) -> Iterator[Step]:
    maintenance = _maintenance(facts)
    deficit = facts.energy.deficit_kcal_per_day
    if deficit is not None:
        yield _step("deficit", "Energy deficit", deficit, "kcal/d")
    else:
        pct = known(facts.energy.deficit_pct)
        deficit = pct * maintenance / 100
        yield Step(
            id="deficit",
            what="Energy deficit as a share of maintenance",
            formula="deficit % * maintenance / 100",
            in_numbers=f"{pct} * {number(maintenance)} / 100",
            value=deficit,
            unit="kcal/d",
            basis="derived",
        )
    yield Step(
        id="intake",
        what="Constant intake from as_of on",
        formula="maintenance - deficit",
        in_numbers=f"{number(maintenance)} - {number(deficit)}",
        value=maintenance - deficit,
        unit="kcal/d",
        basis="derived",
    )


def _body_fat(facts: Facts) -> Step:
    fat = known(fat_mass_kg(facts))
    if fat.origin is None:
        return _estimated_fat(facts.patient, fat.kg)
    return _measured_fat(fat.origin, fat.kg)


def _measured_fat(origin: Origin, kilograms: float) -> Step:
    what = "Body fat at the start, by the last measurement"
    if origin.field == "fat_mass_kg":
        return _step("body-fat", what, kilograms)
    value, weight = number(origin.value), number(known(origin.weight_kg))
    formula, in_numbers = (
        ("body fat % / 100 * weight", f"{value} / 100 * {weight}")
        if origin.field == "body_fat_pct"
        else ("weight - fat-free mass", f"{weight} - {value}")
    )
    return Step(
        id="body-fat",
        what=what,
        formula=formula,
        in_numbers=in_numbers,
        value=kilograms,
        unit="kg",
        basis="derived",
    )


def _estimated_fat(patient: Patient, kilograms: float) -> Step:
    slope, constant = ("37.31", "103.94") if patient.sex == "male" else ("39.96", "102.01")
    bmi = f"{patient.weight_kg} / ({patient.height_cm} / 100) ** 2"
    return Step(
        id="body-fat",
        what="Body fat at the start, estimated (Jackson 2002, Int J Obes 26:789), at most 60 %",
        formula=f"weight * (0.14 * age + {slope} * ln(BMI) - {constant}) / 100",
        in_numbers=f"{patient.weight_kg} * min(max(0.14 * {patient.age_years}"
        f" + {slope} * ln({bmi}) - {constant}, 0), 60) / 100",
        value=kilograms,
        unit="kg",
        basis="outside",
    )


def _by_model(facts: Facts, loss: WeightLoss) -> Iterator[Step]:
    start, shift = known(facts.patient.weight_kg), EXPENDITURE_SHIFT_KCAL_PER_DAY
    for name, kilograms in (
        ("low", loss.low_kg),
        ("central", loss.central_kg),
        ("high", loss.high_kg),
    ):
        shifted = (
            "" if name == "central" else f", with expenditure {shift:g} kcal/d lower or higher"
        )
        yield Step(
            id=f"weight-loss.{name}",
            what=f"{_WHAT}, {name}: by the dynamic body-weight model (Hall 2011, Lancet 378:826)"
            f" at that intake{shifted}",
            formula="weight(0) - weight(horizon)",
            in_numbers=f"{number(start)} - {number(start - kilograms)}",
            value=kilograms,
            unit="kg",
            basis="outside" if name == "central" else "assumption",
        )
