"""The balanced state that every change starts from, derived once from a person."""

from dataclasses import dataclass, replace
from math import inf
from typing import Final, Self

from app.domain.energy_balance.constants import (
    BASELINE_GLYCOGEN_KG,
    FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY,
    THERMIC_EFFECT_OF_FOOD,
    WEIGHT_PER_GLYCOGEN,
)
from app.domain.energy_balance.errors import BeyondTheBodyError, OutsideModelError
from app.domain.energy_balance.person import (
    Person,
    extracellular_fluid_kg,
    jackson_fat_mass_kg,
    resting_metabolic_rate_kcal_per_day,
)

__all__ = [
    "Baseline",
    "Person",
    "baseline_of",
    "jackson_fat_mass_kg",
    "resting_metabolic_rate_kcal_per_day",
]

YOUNGEST_YEARS: Final = 18
OLDEST_YEARS: Final = 120
LEAST_ACTIVITY_LEVEL: Final = 1.2
"""Below about 1.11 the activity parameter turns negative; 1.2 is the least a body lives on."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The state of a person in balance, and the parameters that follow from it.

    Masses in kg, energies in kcal/d. `lean_tissue_kg` leaves out extracellular fluid and
    glycogen with its water. `activity_kcal_per_kg_per_day` is delta, `expenditure_constant_...`
    K (with the shift in it), `glycogen_rate_...` k_G of Hall 2011.
    """

    sex: str
    height_m: float
    weight_kg: float
    fat_mass_kg: float
    lean_tissue_kg: float
    extracellular_fluid_kg: float
    glycogen_kg: float
    resting_metabolic_rate_kcal_per_day: float
    energy_intake_kcal_per_day: float
    carb_fraction: float
    carbohydrate_intake_kcal_per_day: float
    activity_kcal_per_kg_per_day: float
    expenditure_constant_kcal_per_day: float
    expenditure_shift_kcal_per_day: float
    glycogen_rate_kcal_per_day_per_kg2: float

    def shifted(self, expenditure_shift_kcal_per_day: float) -> Self:
        """The same person with expenditure shifted from balance, as in `baseline_of`."""
        more = expenditure_shift_kcal_per_day - self.expenditure_shift_kcal_per_day
        return replace(
            self,
            expenditure_shift_kcal_per_day=expenditure_shift_kcal_per_day,
            expenditure_constant_kcal_per_day=self.expenditure_constant_kcal_per_day + more,
        )


def baseline_of(person: Person, *, expenditure_shift_kcal_per_day: float = 0.0) -> Baseline:
    """Put a person in balance (Hall 2011, web appendix).

    Maintenance given is the balance intake; the activity parameter still comes from the activity
    level: delta = [(1 - beta_TEF) PAL - 1] RMR / W. A shift of expenditure, kcal/d, unbalances
    the person from day 0: positive leads to the lower weights of the uncertainty band.
    Raises OutsideModelError where the person is outside the ranges of `Person`, and
    BeyondTheBodyError (day 0, "resting") for a body so small and old that the equation of the
    resting rate leaves nothing.
    """
    if not _is_inside(person):
        raise OutsideModelError("the person is outside the model")
    sex, age, height, weight = person.sex, person.age_years, person.height_cm, person.weight_kg
    resting = resting_metabolic_rate_kcal_per_day(
        sex=sex, age_years=age, height_cm=height, weight_kg=weight
    )
    if resting <= 0:
        raise BeyondTheBodyError(0, "resting")
    fat = person.fat_mass_kg
    if fat is None:
        fat = jackson_fat_mass_kg(sex=sex, age_years=age, height_cm=height, weight_kg=weight)
    fluid = extracellular_fluid_kg(sex=sex, age_years=age, height_cm=height, weight_kg=weight)
    balanced = _balanced(person, resting=resting, fat=fat, fluid=fluid)
    shift = expenditure_shift_kcal_per_day
    return balanced.shifted(shift) if shift else balanced


def _balanced(person: Person, *, resting: float, fat: float, fluid: float) -> Baseline:
    """The person whose expenditure is the intake: K = EI - gamma_L L - gamma_F F - delta W."""
    weight, intake = person.weight_kg, person.maintenance_kcal_per_day
    if intake is None:
        intake = person.physical_activity_level * resting
    lean = weight - fat - fluid - WEIGHT_PER_GLYCOGEN * BASELINE_GLYCOGEN_KG
    activity = _active_share(person) * resting / weight
    carbohydrate = person.carb_fraction_baseline * intake
    constant = (
        intake
        - FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY * fat
        - LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY * lean
        - activity * weight
    )
    return Baseline(
        sex=person.sex,
        height_m=person.height_cm / 100,
        weight_kg=weight,
        fat_mass_kg=fat,
        lean_tissue_kg=lean,
        extracellular_fluid_kg=fluid,
        glycogen_kg=BASELINE_GLYCOGEN_KG,
        resting_metabolic_rate_kcal_per_day=resting,
        energy_intake_kcal_per_day=intake,
        carb_fraction=person.carb_fraction_baseline,
        carbohydrate_intake_kcal_per_day=carbohydrate,
        activity_kcal_per_kg_per_day=activity,
        expenditure_constant_kcal_per_day=constant,
        expenditure_shift_kcal_per_day=0.0,
        glycogen_rate_kcal_per_day_per_kg2=carbohydrate / BASELINE_GLYCOGEN_KG**2,
    )


def _active_share(person: Person) -> float:
    """Expenditure beyond rest and the thermic effect of food, over the resting rate."""
    return (1 - THERMIC_EFFECT_OF_FOOD) * person.physical_activity_level - 1


def _is_inside(person: Person) -> bool:
    """Whether every figure is in its range; one that is no number is in none."""
    maintenance, fat = person.maintenance_kcal_per_day, person.fat_mass_kg
    return (
        person.sex in {"male", "female"}
        and YOUNGEST_YEARS <= person.age_years <= OLDEST_YEARS
        and 0 < person.height_cm < inf
        and 0 < person.weight_kg < inf
        and LEAST_ACTIVITY_LEVEL <= person.physical_activity_level < inf
        and (maintenance is None or 0 < maintenance < inf)
        and (fat is None or 0 < fat < person.weight_kg)
        and 0 < person.carb_fraction_baseline <= 1
    )
