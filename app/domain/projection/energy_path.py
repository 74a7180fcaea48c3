"""The weight path of an energy deficit, by the dynamic body-weight model."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.energy_balance.baseline import Baseline, Person, baseline_of
from app.domain.energy_balance.errors import BeyondTheBodyError, OutsideModelError, Reason
from app.domain.energy_balance.guards import PROJECTION_LIMITS
from app.domain.energy_balance.path import Path, constant_path, constant_weight_kg
from app.domain.facts.energy import maintenance_kcal_per_day
from app.domain.facts.facts import Facts
from app.domain.projection.assumption import Assumption
from app.domain.projection.body_fat import FatMass, fat_mass_kg
from app.domain.projection.refusal import Refused
from app.domain.value import value

ASSUMED_ACTIVITY_LEVEL: Final = 1.5
"""Physical activity level where it is unknown [assumption]."""
EXPENDITURE_SHIFT_KCAL_PER_DAY: Final = 200.0
"""Half width of the low/high band, as in the NIDDK planner [assumption]."""
EXPENDITURE_SHIFTS_KCAL_PER_DAY: Final = (
    -EXPENDITURE_SHIFT_KCAL_PER_DAY,
    EXPENDITURE_SHIFT_KCAL_PER_DAY,
)

_DIET_UNCHANGED: Final = Assumption(
    "diet-composition-unchanged",
    "Sodium and the share of carbohydrate stay as they were; intake is constant.",
)
_SHIFT: Final = Assumption(
    "expenditure-shift-200",
    "Low and high come from an expenditure 200 kcal a day lower and higher.",
)
_ACTIVITY: Final = Assumption(
    "activity-level-1.5", "The physical activity level is unknown: reckoned as 1.5."
)
_MIFFLIN: Final = Assumption(
    "maintenance-mifflin",
    "Maintenance is the activity level times the Mifflin-St Jeor resting rate.",
)
_JACKSON: Final = Assumption(
    "body-fat-jackson",
    "Body fat is not measured: read off age, sex and body-mass index (Jackson 2002), at most 60 %.",
)
_REASONS: Final[dict[Reason, str]] = {
    "resting": "The model is not made for a body of this size.",
    "intake": "The intake would be under 800 kcal a day.",
    "bmi": "The body-mass index would fall under 18.5 kg/m2 on the way.",
    "loss": "The loss is more than half of the body weight.",
    "fat": "Body fat would fall under 3 % (men) or 10 % (women) on the way.",
    "compartment": "The body fat given leaves no lean tissue.",
}


@value
class ModelShare:
    """What the model says of the central loss at the horizon, in kg."""

    ffm_loss_kg: float
    lean_tissue_loss_kg: float
    fluid_and_glycogen_loss_kg: float
    fat_loss_kg: float


@value
class EnergyPath:
    """Kilograms lost at the horizon and by the end of each day (the first is 0)."""

    low_kg: float
    central_kg: float
    high_kg: float
    loss_by_day_kg: tuple[float, ...]
    assumptions: tuple[Assumption, ...]
    model: ModelShare


@value
class EnergyStart:
    """Whom the model starts from, and how much less they eat."""

    baseline: Baseline
    intake_change_kcal_per_day: float
    assumptions: tuple[Assumption, ...]


def energy_path(facts: Facts) -> EnergyPath | Refused:
    """The path at a constant intake of maintenance - deficit, or why there is none."""
    start = energy_start(facts)
    if isinstance(start, Refused):
        return start
    weeks, change = facts.options.horizon_weeks, start.intake_change_kcal_per_day
    try:
        central = constant_path(start.baseline, change, weeks, PROJECTION_LIMITS)
        ends = [
            constant_weight_kg(start.baseline.shifted(shift), change, weeks)
            for shift in EXPENDITURE_SHIFTS_KCAL_PER_DAY
        ]
    except BeyondTheBodyError as error:
        return Refused(_REASONS[error.reason])
    return _losses(central, ends, start.assumptions)


def energy_start(facts: Facts) -> EnergyStart | Refused:
    """The person in balance, or why the model is not made for them."""
    fat = fat_mass_kg(facts)
    maintenance = maintenance_kcal_per_day(
        facts.energy, facts.patient, physical_activity_level=_activity_level(facts)
    )
    if fat is None or maintenance is None:
        return Refused("The model is not made for a body of this size.")
    try:
        baseline = baseline_of(_person(facts, fat))
    except BeyondTheBodyError as error:
        return Refused(_REASONS[error.reason])
    except OutsideModelError:
        return Refused("The model is not made for a body of this size.")
    change = -_deficit_kcal_per_day(facts, maintenance)
    return EnergyStart(baseline, change, tuple(_assumptions(facts, fat)))


def _losses(
    central: Path, ends_kg: Sequence[float], assumptions: tuple[Assumption, ...]
) -> EnergyPath:
    weights = central.weight_by_day_kg()
    start = weights[0]
    low, central_loss, high = sorted(start - end for end in (*ends_kg, weights[-1]))
    by_day = tuple([start - weight for weight in weights])
    return EnergyPath(low, central_loss, high, by_day, assumptions, _model_share(central))


def _activity_level(facts: Facts) -> float:
    given = facts.energy.physical_activity_level
    return ASSUMED_ACTIVITY_LEVEL if given is None else given


def _person(facts: Facts, fat: FatMass) -> Person:
    patient = facts.patient
    if (
        patient.sex is None
        or patient.age_years is None
        or patient.height_cm is None
        or patient.weight_kg is None
    ):
        message = "the dynamic model needs sex, age, height and weight"
        raise ValueError(message)
    return Person(
        sex=patient.sex,
        age_years=patient.age_years,
        height_cm=patient.height_cm,
        weight_kg=patient.weight_kg,
        physical_activity_level=_activity_level(facts),
        maintenance_kcal_per_day=facts.energy.maintenance_kcal_per_day,
        fat_mass_kg=fat.kg,
    )


def _deficit_kcal_per_day(facts: Facts, maintenance: float) -> float:
    if facts.energy.deficit_kcal_per_day is not None:
        return facts.energy.deficit_kcal_per_day
    return (facts.energy.deficit_pct or 0.0) * maintenance / 100


def _assumptions(facts: Facts, fat: FatMass) -> Iterator[Assumption]:
    yield _DIET_UNCHANGED
    yield _SHIFT
    if facts.energy.maintenance_kcal_per_day is None:
        yield _MIFFLIN
    if facts.energy.physical_activity_level is None:
        yield _ACTIVITY
    if not fat.measured:
        yield _JACKSON


def _model_share(path: Path) -> ModelShare:
    ffm = path.fat_free_mass_kg[0] - path.fat_free_mass_kg[-1]
    lean = path.lean_tissue_kg[0] - path.lean_tissue_kg[-1]
    return ModelShare(ffm, lean, ffm - lean, path.fat_mass_kg[0] - path.fat_mass_kg[-1])
