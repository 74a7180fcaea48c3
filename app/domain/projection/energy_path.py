"""The weight path of an energy deficit, by the dynamic body-weight model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.energy_balance.baseline import Baseline, Person, baseline_of
from app.domain.energy_balance.constants import GREATEST_FAT_PCT
from app.domain.energy_balance.errors import BeyondTheBodyError, OutsideModelError, Reason
from app.domain.energy_balance.guards import PROJECTION_LIMITS
from app.domain.energy_balance.path import Path, constant_path, constant_weight_kg
from app.domain.facts.energy import maintenance_kcal_per_day
from app.domain.facts.facts import Facts
from app.domain.formula import Formula
from app.domain.projection.assumption import Assumption
from app.domain.projection.body_fat import FatMass, fat_mass_kg
from app.domain.projection.refused import Refused
from app.domain.projection.weight_source import TOO_LARGE, UNDERWEIGHT_ON_THE_WAY
from app.domain.projection_thresholds import (
    ACTIVITY_LEVEL,
    EXPENDITURE_SHIFT,
    LEAST_FAT_FEMALE,
    LEAST_FAT_MALE,
    LEAST_INTAKE,
)
from app.domain.units import PERCENT

EXPENDITURE_SHIFTS_KCAL_PER_DAY: Final = (-EXPENDITURE_SHIFT.value, EXPENDITURE_SHIFT.value)
DEFICIT: Final = Formula(
    symbols=f"deficit % * maintenance / {PERCENT}",
    numbers=f"{{pct}} * {{maintenance}} / {PERCENT}",
    function=lambda *, pct, maintenance: pct * maintenance / PERCENT,
    unit="kcal/d",
)
INTAKE: Final = Formula(
    symbols="maintenance - deficit",
    numbers="{maintenance} - {deficit}",
    function=lambda *, maintenance, deficit: maintenance - deficit,
    unit="kcal/d",
)
MODEL_LOSS: Final = Formula(
    symbols="weight(0) - weight(horizon)",
    numbers="{start} - {end}",
    function=lambda *, start, end: start - end,
    unit="kg",
    basis="outside",
)
"""The model itself (Hall 2011, Lancet 378:826) fits in no line."""

_DIET_UNCHANGED: Final = Assumption(
    "diet-composition-unchanged",
    "Sodium and the share of carbohydrate stay as they were; intake is constant.",
)
_SHIFT: Final = Assumption(
    f"expenditure-shift-{EXPENDITURE_SHIFT:bare}",
    f"Low and high come from an expenditure {EXPENDITURE_SHIFT} lower and higher.",
)
_ACTIVITY: Final = Assumption(
    f"activity-level-{ACTIVITY_LEVEL}",
    f"The physical activity level is unknown: reckoned as {ACTIVITY_LEVEL}.",
)
_MIFFLIN: Final = Assumption(
    "maintenance-mifflin",
    "Maintenance is the activity level times the Mifflin-St Jeor resting rate.",
)
_JACKSON: Final = Assumption(
    "body-fat-jackson",
    "Body fat is not measured: read off age, sex and body-mass index (Jackson 2002), at most "
    f"{GREATEST_FAT_PCT:g} %.",
)
_REASONS: Final[dict[Reason, str]] = {
    "resting": "The model is not made for a body of this size.",
    "intake": f"The intake would be under {LEAST_INTAKE}.",
    "bmi": UNDERWEIGHT_ON_THE_WAY,
    "loss": TOO_LARGE,
    "fat": f"Body fat would fall under {LEAST_FAT_MALE} (men) or {LEAST_FAT_FEMALE} (women) on the "
    "way.",
    "compartment": "The body fat given leaves no lean tissue.",
}


@dataclass(frozen=True, slots=True)
class ModelShare:
    """What the model says of the central loss at the horizon, in kg."""

    ffm_loss_kg: float
    lean_tissue_loss_kg: float
    fluid_and_glycogen_loss_kg: float
    fat_loss_kg: float


@dataclass(frozen=True, slots=True)
class EnergyPath:
    """Kilograms lost at the horizon and by the end of each day (the first is 0)."""

    low_kg: float
    central_kg: float
    high_kg: float
    loss_by_day_kg: tuple[float, ...]
    assumptions: tuple[Assumption, ...]
    model: ModelShare


@dataclass(frozen=True, slots=True)
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
        central = constant_path(start.baseline, change, weeks, limits=PROJECTION_LIMITS)
        ends = [
            constant_weight_kg(start.baseline.shifted(shift), change, weeks)
            for shift in EXPENDITURE_SHIFTS_KCAL_PER_DAY
        ]
    except BeyondTheBodyError as error:
        return Refused(_REASONS[error.reason])
    return _losses(central, ends, start.assumptions)


def energy_start(facts: Facts) -> EnergyStart | Refused:
    """The person in balance, or why the model is not made for them."""
    fat, maintenance = fat_mass_kg(facts), maintenance_of(facts)
    if fat is None or maintenance is None:
        return Refused("The model is not made for a body of this size.")
    try:
        baseline = baseline_of(_person(facts, fat))
    except BeyondTheBodyError as error:
        return Refused(_REASONS[error.reason])
    except OutsideModelError:
        return Refused("The model is not made for a body of this size.")
    change = -deficit_kcal_per_day(facts, maintenance)
    return EnergyStart(baseline, change, tuple(_assumptions(facts, fat)))


def _losses(
    central: Path, ends_kg: Sequence[float], assumptions: tuple[Assumption, ...]
) -> EnergyPath:
    weights = central.weight_by_day_kg()
    start = weights[0]
    low, central_loss, high = sorted(start - end for end in (*ends_kg, weights[-1]))
    by_day = tuple([start - weight for weight in weights])
    return EnergyPath(low, central_loss, high, by_day, assumptions, _model_share(central))


def activity_level(facts: Facts) -> float:
    """The physical activity level, as given or assumed."""
    given = facts.energy.physical_activity_level
    return ACTIVITY_LEVEL.value if given is None else given


def maintenance_of(facts: Facts) -> float | None:
    """The intake that holds the weight, kcal/d, or None where the body is unknown."""
    return maintenance_kcal_per_day(
        facts.energy, facts.patient, physical_activity_level=activity_level(facts)
    )


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
        physical_activity_level=activity_level(facts),
        maintenance_kcal_per_day=facts.energy.maintenance_kcal_per_day,
        fat_mass_kg=fat.kg,
    )


def deficit_kcal_per_day(facts: Facts, maintenance: float) -> float:
    """The deficit, kcal/d, as given or as a share of maintenance."""
    if facts.energy.deficit_kcal_per_day is not None:
        return facts.energy.deficit_kcal_per_day
    return DEFICIT.function(pct=facts.energy.deficit_pct or 0.0, maintenance=maintenance)


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
