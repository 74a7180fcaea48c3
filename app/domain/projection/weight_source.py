"""Where the weight loss comes from, and what a body cannot or should not give."""

from typing import Final, Literal, TypeAlias

from app.domain.facts.facts import Facts

Source: TypeAlias = Literal["stated", "energy-balance", "glp1-document"]

GLP1_LOSS_SHARE: Final = (0.15, 0.175, 0.20)
"""Low, central, high share of body weight lost; claim table-glp1-15-20-6mo."""
GLP1_COURSE_WEEKS: Final = 26
LOWEST_BMI: Final = 18.5
"""WHO underweight cut-off, kg/m2; our judgement, nothing in the document."""
LOWEST_AGE_YEARS: Final = 18
LARGEST_LOSS_SHARE: Final = 0.5
FASTEST_STATED_LOSS_PCT_PER_WEEK: Final = 2.0
FAST_STATED_LOSS_PCT_PER_WEEK: Final = 1.0
WAYS_TO_A_LOSS: Final = (
    "projection_options.weight_loss_kg",
    "energy.deficit_kcal_per_day",
    "glp1.drug",
)
"""Each of these inputs would open a way to a weight loss."""
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
    weight = HEAVIEST_KG if facts.patient.weight_kg is None else facts.patient.weight_kg
    if loss_kg > LARGEST_LOSS_SHARE * weight:
        return "The loss is more than half of the body weight."
    weeks = facts.options.horizon_weeks
    # Multiplied out, so that a loss of exactly 2 % a week is not refused by rounding.
    if (
        facts.options.weight_loss_kg is not None
        and 100 * loss_kg > FASTEST_STATED_LOSS_PCT_PER_WEEK * weight * weeks
    ):
        return "The stated loss is more than 2 % of body weight a week on average."
    if bmi_after(facts, loss_kg) < LOWEST_BMI:
        return "The body-mass index would fall under 18.5 kg/m2 on the way."
    return None


def is_fast(facts: Facts, loss_kg: float) -> bool:
    """Whether a stated loss passes 1 % of body weight a week on average."""
    weight, weeks = facts.patient.weight_kg, facts.options.horizon_weeks
    return weight is not None and 100 * loss_kg > FAST_STATED_LOSS_PCT_PER_WEEK * weight * weeks


def bmi_after(facts: Facts, loss_kg: float) -> float:
    """Body-mass index after the loss in kg/m2; infinite where height or weight is unknown."""
    if facts.bmi is None or facts.patient.weight_kg is None or facts.patient.height_cm is None:
        return float("inf")
    height_cm = facts.patient.height_cm
    return (facts.patient.weight_kg - loss_kg) * 10_000 / (height_cm * height_cm)


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
