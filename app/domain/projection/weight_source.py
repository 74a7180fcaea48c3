"""Where the weight loss comes from, and what a body cannot or should not give."""

from typing import Final, Literal, TypeAlias

from app.domain.energy_balance.guards import ROUNDING_KG
from app.domain.facts.facts import Facts

Source: TypeAlias = Literal["stated", "energy-balance", "glp1-document"]

GLP1_LOSS_SHARE: Final = (0.15, 0.175, 0.20)
"""Low, central, high share of body weight lost; claim table-glp1-15-20-6mo."""
GLP1_COURSE_WEEKS: Final = 26
LOWEST_BMI: Final = 18.5
"""WHO underweight cut-off, kg/m2; our judgement, nothing in the document."""
LOWEST_AGE_YEARS: Final = 18
LARGEST_LOSS_SHARE: Final = 0.5
LEAST_MODELLED_LOSS_KG: Final = 1e-6
"""Under a milligram what a model gives is rounding: a share of it would mean nothing."""
_LEAST_STATED_LOSS_KG: Final = 1e-300
"""Under this a float has no digits left to split."""
FASTEST_STATED_LOSS_PCT_PER_WEEK: Final = 2.0
FAST_STATED_LOSS_PCT_PER_WEEK: Final = 1.0
HEAVIEST_KG: Final = 400.0
"""The largest body weight that a case may hold: it stands in where the weight is unknown, so
that a loss which no accepted body could give is still refused."""


def intended_source(facts: Facts) -> Source | None:
    """The first source that the case supplies (contract, section 4), before any guard."""
    if facts.options.weight_loss_kg is not None:
        return "stated"
    deficit = facts.energy_facts.deficit
    if deficit is not None and deficit <= 0:
        return None
    if deficit is not None and not missing_for_energy_balance(facts):
        return "energy-balance"
    if facts.on_glp1 and facts.patient.weight_kg is not None and not glp1_is_barred(facts):
        return "glp1-document"
    return None


def missing_for_energy_balance(facts: Facts) -> tuple[str, ...]:
    """The inputs still needed for the dynamic model, the deficit apart."""
    patient = facts.patient
    leaves = {
        "patient.sex": patient.sex,
        "patient.age_years": patient.age_years,
        "patient.height_cm": patient.height_cm,
        "patient.weight_kg": patient.weight_kg,
    }
    return tuple(path for path, value in leaves.items() if value is None)


def ways_to_a_loss(facts: Facts) -> tuple[str, ...]:
    """Each of these inputs would open a way to a weight loss."""
    glp1 = ("glp1.drug",) if facts.glp1.drug is None else ()
    return "projection_options.weight_loss_kg", "energy.deficit_kcal_per_day", *glp1


def glp1_is_barred(facts: Facts) -> bool:
    """Whether the GLP-1's own contraindication is raised (rule ext-glp1-mtc)."""
    return bool(facts.on_glp1) and facts.conditions.mtc_or_men2_history is True


def refusal_of_person(facts: Facts) -> str | None:
    """Why no weight loss is projected for this person at all, or None."""
    age = facts.patient.age_years
    if facts.conditions.pregnant:
        return "Pregnant: no weight loss is projected."
    if facts.conditions.breastfeeding:
        return "Breastfeeding: no weight loss is projected."
    if age is not None and age < LOWEST_AGE_YEARS:
        return "Under 18 years: no weight loss is projected."
    if facts.bmi is not None and facts.bmi < LOWEST_BMI:
        return "The body-mass index is under 18.5 kg/m2 at the start: no weight loss is projected."
    return None


def refusal_of_loss(facts: Facts, loss_kg: float) -> str | None:
    """Why this loss cannot or should not be projected, or None; kilograms at the horizon."""
    stated = facts.options.weight_loss_kg is not None
    if stated and loss_kg < _LEAST_STATED_LOSS_KG:
        return "The stated loss is too small a number to be split."
    if not stated and loss_kg < LEAST_MODELLED_LOSS_KG:
        return "The loss is under a milligram: too little to be split."
    weight = HEAVIEST_KG if facts.patient.weight_kg is None else facts.patient.weight_kg
    if loss_kg > LARGEST_LOSS_SHARE * weight + ROUNDING_KG:
        return "The loss is more than half of the body weight."
    if stated and _is_faster(facts, loss_kg, weight, FASTEST_STATED_LOSS_PCT_PER_WEEK):
        return "The stated loss is more than 2 % of body weight a week on average."
    if _is_underweight_after(facts, loss_kg):
        return "The body-mass index would fall under 18.5 kg/m2 on the way."
    return None


def is_fast(facts: Facts, loss_kg: float) -> bool:
    """Whether a stated loss passes 1 % of body weight a week on average."""
    weight = facts.patient.weight_kg
    return weight is not None and _is_faster(facts, loss_kg, weight, FAST_STATED_LOSS_PCT_PER_WEEK)


def _is_faster(facts: Facts, loss_kg: float, weight_kg: float, pct_per_week: float) -> bool:
    allowed = pct_per_week / 100 * weight_kg * facts.options.horizon_weeks
    return loss_kg > allowed + ROUNDING_KG


def _is_underweight_after(facts: Facts, loss_kg: float) -> bool:
    weight, height_cm = facts.patient.weight_kg, facts.patient.height_cm
    if weight is None or height_cm is None:
        return False
    return weight - loss_kg < LOWEST_BMI * (height_cm / 100) ** 2 - ROUNDING_KG


def glp1_loss_kg(facts: Facts) -> tuple[float, float, float]:
    """Low, central and high loss at the horizon by the document's GLP-1 figure, in kg.

    Linear to week 26, then flat. Raises ValueError without a body weight.
    """
    weight = facts.patient.weight_kg
    if weight is None:
        message = "the GLP-1 path needs a body weight"
        raise ValueError(message)
    done = min(facts.options.horizon_weeks, GLP1_COURSE_WEEKS) / GLP1_COURSE_WEEKS
    low, central, high = GLP1_LOSS_SHARE
    return low * weight * done, central * weight * done, high * weight * done


def is_projected_from_glp1_document(facts: Facts) -> bool:
    """Whether a projection is made, and from the document's GLP-1 weight loss."""
    if intended_source(facts) != "glp1-document" or refusal_of_person(facts) is not None:
        return False
    return refusal_of_loss(facts, glp1_loss_kg(facts)[1]) is None
