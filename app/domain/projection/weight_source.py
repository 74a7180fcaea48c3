"""Where the weight loss comes from, and what a body cannot or should not give."""

from typing import Final, Literal, TypeAlias

from app.domain.decimals import LEAST_DIVISIBLE, MILLIGRAM_KG
from app.domain.energy_balance.guards import ROUNDING_KG
from app.domain.facts.facts import Facts
from app.domain.facts.registry.patient import AGE, HEIGHT, SEX, WEIGHT
from app.domain.facts.registry.support import (
    DEFICIT_KCAL_INPUT,
    DRUG_INPUT,
    WEIGHT_LOSS_INPUT,
)
from app.domain.formula import Formula
from app.domain.projection_thresholds import (
    FAST_LOSS,
    FASTEST_LOSS,
    GLP1_LOSS,
    GLP1_LOSS_HIGH,
    GLP1_LOSS_LOW,
    GLP1_LOSS_WEEKS,
    HEAVIEST,
    LARGEST_LOSS,
)
from app.domain.threshold import Threshold
from app.domain.thresholds import ADULT_AGE, BMI_UNDERWEIGHT
from app.domain.units import CM_PER_M, PERCENT
from app.domain.words import share_words

Source: TypeAlias = Literal["stated", "energy-balance", "glp1-document"]

GLP1_COURSE_WEEKS: Final = int(GLP1_LOSS_WEEKS.value)
GLP1_SHARES: Final = (GLP1_LOSS_LOW.value, GLP1_LOSS.value, GLP1_LOSS_HIGH.value)
GLP1_PATH: Final = Formula(
    symbols=f"share * body weight * min(horizon weeks, {GLP1_COURSE_WEEKS}) / {GLP1_COURSE_WEEKS}",
    numbers=f"{{share}} * {{weight}} * (min({{weeks}}, {GLP1_COURSE_WEEKS}) / {GLP1_COURSE_WEEKS})",
    function=lambda *, share, weight, weeks: (
        share * weight * (min(weeks, GLP1_COURSE_WEEKS) / GLP1_COURSE_WEEKS)
    ),
    unit="kg",
    basis="document",
    cites=GLP1_LOSS.cites,
)
"""Linear to the end of the document's six months, then flat."""

TOO_LARGE: Final = f"The loss is more than {share_words(LARGEST_LOSS.value)} of the body weight."
UNDERWEIGHT_ON_THE_WAY: Final = (
    f"The body-mass index would fall under {BMI_UNDERWEIGHT} on the way."
)


def intended_source(facts: Facts, *, glp1_barred: bool) -> Source | None:
    """The first source that the case supplies (contract, section 4), before any guard."""
    if facts.options.weight_loss_kg is not None:
        return "stated"
    deficit = facts.energy_facts.deficit
    if deficit is not None and deficit <= 0:
        return None
    if deficit is not None and not missing_for_energy_balance(facts):
        return "energy-balance"
    if facts.on_glp1 and facts.patient.weight_kg is not None and not glp1_barred:
        return "glp1-document"
    return None


def missing_for_energy_balance(facts: Facts) -> tuple[str, ...]:
    """The inputs still needed for the dynamic model, the deficit apart."""
    return tuple(fact.path for fact in (SEX, AGE, HEIGHT, WEIGHT) if fact.value(facts) is None)


def ways_to_a_loss(facts: Facts) -> tuple[str, ...]:
    """Each of these inputs would open a way to a weight loss."""
    glp1 = (DRUG_INPUT.path,) if facts.glp1.drug is None else ()
    return WEIGHT_LOSS_INPUT.path, DEFICIT_KCAL_INPUT.path, *glp1


def refusal_of_person(facts: Facts) -> str | None:
    """Why no weight loss is projected for this person at all, or None."""
    age = facts.patient.age_years
    if facts.conditions.pregnant:
        return "Pregnant: no weight loss is projected."
    if facts.conditions.breastfeeding:
        return "Breastfeeding: no weight loss is projected."
    if age is not None and age < ADULT_AGE.value:
        return f"Under {ADULT_AGE}: no weight loss is projected."
    if facts.bmi is not None and facts.bmi < BMI_UNDERWEIGHT.value:
        return (
            f"The body-mass index is under {BMI_UNDERWEIGHT} at the start: no weight loss is "
            "projected."
        )
    return None


def refusal_of_loss(facts: Facts, loss_kg: float) -> str | None:
    """Why this loss cannot or should not be projected, or None; kilograms at the horizon."""
    stated = facts.options.weight_loss_kg is not None
    if stated and loss_kg < LEAST_DIVISIBLE:
        return "The stated loss is too small a number to be split."
    if not stated and loss_kg < MILLIGRAM_KG:
        return "The loss is under a milligram: too little to be split."
    # The heaviest body stands in for one that is not known: no other could lose more.
    weight = HEAVIEST.value if facts.patient.weight_kg is None else facts.patient.weight_kg
    if loss_kg > LARGEST_LOSS.value * weight + ROUNDING_KG:
        return TOO_LARGE
    if stated and _is_faster(facts, loss_kg=loss_kg, weight_kg=weight, limit=FASTEST_LOSS):
        return (
            f"The stated loss is more than {FASTEST_LOSS:bare} % of body weight a week on average."
        )
    if _is_underweight_after(facts, loss_kg):
        return UNDERWEIGHT_ON_THE_WAY
    return None


def is_fast(facts: Facts, loss_kg: float) -> bool:
    """Whether a stated loss is faster on average than is usual."""
    weight = facts.patient.weight_kg
    return weight is not None and _is_faster(
        facts, loss_kg=loss_kg, weight_kg=weight, limit=FAST_LOSS
    )


def _is_faster(facts: Facts, *, loss_kg: float, weight_kg: float, limit: Threshold) -> bool:
    allowed = limit.value / PERCENT * weight_kg * facts.options.horizon_weeks
    return loss_kg > allowed + ROUNDING_KG


def _is_underweight_after(facts: Facts, loss_kg: float) -> bool:
    weight, height_cm = facts.patient.weight_kg, facts.patient.height_cm
    if weight is None or height_cm is None:
        return False
    return weight - loss_kg < BMI_UNDERWEIGHT.value * (height_cm / CM_PER_M) ** 2 - ROUNDING_KG


def glp1_loss_kg(facts: Facts) -> tuple[float, float, float]:
    """Low, central and high loss at the horizon by the document's GLP-1 figure, in kg.

    See `GLP1_PATH`. Raises ValueError without a body weight.
    """
    weight = facts.patient.weight_kg
    if weight is None:
        message = "the GLP-1 path needs a body weight"
        raise ValueError(message)
    weeks = facts.options.horizon_weeks
    low, central, high = (
        GLP1_PATH.function(share=share, weight=weight, weeks=weeks) for share in GLP1_SHARES
    )
    return low, central, high


def is_projected_from_glp1_document(facts: Facts, *, glp1_barred: bool) -> bool:
    """Whether a projection is made, and from the document's GLP-1 weight loss."""
    if intended_source(facts, glp1_barred=glp1_barred) != "glp1-document":
        return False
    if refusal_of_person(facts) is not None:
        return False
    return refusal_of_loss(facts, glp1_loss_kg(facts)[1]) is None
