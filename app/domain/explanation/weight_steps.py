"""Where the weight loss comes from, step by step."""

from collections.abc import Iterator

from app.domain.case import Patient
from app.domain.energy_balance.constants import GREATEST_FAT_PCT
from app.domain.energy_balance.person import (
    fat_mass_formula,
    resting_metabolic_rate_kcal_per_day,
    resting_rate_formula,
)
from app.domain.explanation.step import Step, step_of
from app.domain.facts.energy import MAINTENANCE
from app.domain.facts.facts import Facts
from app.domain.formula import known, number
from app.domain.projection.answer import WeightLoss
from app.domain.projection.body_fat import MEASURED, fat_mass_kg
from app.domain.projection.energy_path import (
    DEFICIT,
    INTAKE,
    MODEL_LOSS,
    activity_level,
    deficit_kcal_per_day,
    maintenance_of,
)
from app.domain.projection.weight_source import GLP1_COURSE_WEEKS, GLP1_PATH, GLP1_SHARES
from app.domain.projection_thresholds import ACTIVITY_LEVEL, EXPENDITURE_SHIFT

_WHAT = "Weight lost by the end of the horizon"


def weight_steps(facts: Facts, loss: WeightLoss) -> Iterator[Step]:
    """From the inputs to the kilograms lost at the horizon."""
    if loss.source == "stated":
        yield _given("weight-loss.central", f"{_WHAT}, as stated", value=loss.central_kg, unit="kg")
    elif loss.source == "glp1-document":
        yield from _by_glp1(facts, loss)
    else:
        maintenance = known(maintenance_of(facts))
        yield from _balance(facts, maintenance)
        yield from _intake(facts, maintenance)
        yield _body_fat(facts)
        yield from _by_model(facts, loss)


def _given(id_: str, what: str, *, value: float, unit: str) -> Step:
    return Step(
        id=id_,
        what=what,
        formula="as given",
        in_numbers=number(value),
        value=value,
        unit=unit,
        basis="input",
    )


def _ends(loss: WeightLoss) -> tuple[tuple[str, float], ...]:
    return ("low", loss.low_kg), ("central", loss.central_kg), ("high", loss.high_kg)


def _by_glp1(facts: Facts, loss: WeightLoss) -> Iterator[Step]:
    for (name, lost), share in zip(_ends(loss), GLP1_SHARES, strict=True):
        yield step_of(
            GLP1_PATH,
            f"weight-loss.{name}",
            f"{_WHAT}, {name}: the document's share of body weight on a GLP-1 in "
            f"{GLP1_COURSE_WEEKS} weeks, in a straight line up to then",
            value=lost,
            share=share,
            weight=known(facts.patient.weight_kg),
            weeks=facts.options.horizon_weeks,
        )


def _balance(facts: Facts, maintenance: float) -> Iterator[Step]:
    if facts.energy.maintenance_kcal_per_day is not None:
        yield _given(
            "maintenance", "Intake that holds the weight", value=maintenance, unit="kcal/d"
        )
        return
    resting = _resting_rate(facts.patient)
    given = facts.energy.physical_activity_level is not None
    yield resting
    yield step_of(
        MAINTENANCE,
        "maintenance",
        "Intake that holds the weight: physical activity level times resting rate"
        + ("" if given else f"; the activity level is unknown and reckoned as {ACTIVITY_LEVEL}"),
        value=maintenance,
        basis="derived" if given else "assumption",
        activity_level=activity_level(facts),
        resting_rate=resting.value,
    )


def _resting_rate(patient: Patient) -> Step:
    sex, body = _body(patient)
    return step_of(
        resting_rate_formula(sex),
        "resting-rate",
        "Resting metabolic rate by Mifflin-St Jeor (Mifflin 1990, Am J Clin Nutr 51:241)",
        value=resting_metabolic_rate_kcal_per_day(sex=sex, **body),
        basis=None,
        **body,
    )


def _body(patient: Patient) -> tuple[str, dict[str, float]]:
    """Sex, and what the equations take beside it."""
    return known(patient.sex), {
        "age_years": known(patient.age_years),
        "height_cm": known(patient.height_cm),
        "weight_kg": known(patient.weight_kg),
    }


def _intake(facts: Facts, maintenance: float) -> Iterator[Step]:
    deficit = deficit_kcal_per_day(facts, maintenance)
    if facts.energy.deficit_kcal_per_day is not None:
        yield _given("deficit", "Energy deficit", value=deficit, unit="kcal/d")
    else:
        yield step_of(
            DEFICIT,
            "deficit",
            "Energy deficit as a share of maintenance",
            value=deficit,
            pct=known(facts.energy.deficit_pct),
            maintenance=maintenance,
        )
    yield step_of(
        INTAKE,
        "intake",
        "Constant intake from as_of on",
        value=INTAKE.function(maintenance=maintenance, deficit=deficit),
        maintenance=maintenance,
        deficit=deficit,
    )


def _body_fat(facts: Facts) -> Step:
    fat = known(fat_mass_kg(facts))
    if fat.origin is not None:
        return step_of(
            MEASURED[fat.origin.field],
            "body-fat",
            "Body fat at the start, by the last measurement",
            value=fat.kg,
            basis=None,
            **fat.origin.quantities(),
        )
    sex, body = _body(facts.patient)
    return step_of(
        fat_mass_formula(sex),
        "body-fat",
        "Body fat at the start, estimated (Jackson 2002, Int J Obes 26:789), at most "
        f"{GREATEST_FAT_PCT:g} %",
        value=fat.kg,
        basis=None,
        **body,
    )


def _by_model(facts: Facts, loss: WeightLoss) -> Iterator[Step]:
    start, shift = known(facts.patient.weight_kg), EXPENDITURE_SHIFT
    for name, kilograms in _ends(loss):
        central = name == "central"
        shifted = "" if central else f", with expenditure {shift:bare} {shift.unit} lower or higher"
        yield step_of(
            MODEL_LOSS,
            f"weight-loss.{name}",
            f"{_WHAT}, {name}: by the dynamic body-weight model (Hall 2011, Lancet 378:826)"
            f" at that intake{shifted}",
            value=kilograms,
            basis="outside" if central else "assumption",
            start=start,
            end=start - kilograms,
        )
