"""Rules on the GLP-1 drug itself: its dose, its warning, the pair, its weight loss."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.projection.weight_source import is_projected_from_glp1_document
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

TABLE_DOSES_MG_PER_WEEK: Final = {"semaglutide": (1.0, 2.4), "tirzepatide": (2.5, 15.0)}
"""Lowest and highest dose in the document's table; claim table-glp1-doses."""
LABEL_STEPS_MG_PER_WEEK: Final = {
    "semaglutide": (0.25, 0.5, 1.0, 1.7, 2.0, 2.4),
    "tirzepatide": (2.5, 5.0, 7.5, 10.0, 12.5, 15.0),
}
"""Dose steps of the labels; references wegovy-dose, zepbound-dose."""
LEAST_TRIAL_LOSS: Final = 0.10
LARGEST_TRIAL_LOSS: Final = 0.15
"""Share of body weight lost by month 6 in trials; references semalean, glp1-6mo."""

_DRUG: Final = ("glp1.drug",)
_HISTORY: Final = ("patient.conditions.mtc_or_men2_history",)
_ASK_DOSE: Final = Unknown(("glp1.dose_mg_per_week",))
_ASK_DRUG: Final = Unknown(_DRUG)
_ASK_DRUG_AND_DOSE: Final = Unknown(("glp1.drug", "glp1.dose_mg_per_week"))
_MTC: Final = Raised(
    "There is a history of medullary thyroid cancer or MEN 2, "
    "a boxed-warning contraindication of the GLP-1 drug."
)
_UNTESTED: Final = Raised(
    "No trial of sermorelin together with a GLP-1 was found. "
    "That the pair is safe is the document's opinion."
)


def _dose_outside(facts: Facts) -> Verdict:
    drug, dose = facts.glp1.drug, facts.glp1.dose_mg_per_week
    if drug is None:
        # Every dose is outside one drug's range: without the drug the answer is open.
        return _ASK_DRUG_AND_DOSE if dose is None else _ASK_DRUG
    dose_range = TABLE_DOSES_MG_PER_WEEK.get(drug)
    if dose_range is None:
        return CLEAR
    if dose is None:
        return _ASK_DOSE
    low, high = dose_range
    if low <= dose <= high:
        return CLEAR
    gap = " The table leaves out this drug's starting doses." if drug == "semaglutide" else ""
    return Raised(
        f"{figure(dose, (low, high))} mg of {drug} a week is outside the document's table ({low:g} "
        f"to {high:g} mg).{gap}"
    )


def _escalation(facts: Facts) -> Verdict:
    drug, dose = facts.glp1.drug, facts.glp1.dose_mg_per_week
    if drug is None:
        # No dose is a step of both drugs: without the drug the answer is open.
        return _ASK_DRUG_AND_DOSE if dose is None else _ASK_DRUG
    steps = LABEL_STEPS_MG_PER_WEEK.get(drug)
    if steps is None:
        return CLEAR
    if dose is None:
        return _ASK_DOSE
    if dose in steps:
        return CLEAR
    return Raised(
        f"{figure(dose, steps)} mg a week is not a step of the {drug} label "
        f"({', '.join(f'{step:g}' for step in steps)} mg): "
        "a compounded product is likely, or a typing error."
    )


def _mtc(facts: Facts) -> Verdict:
    on_glp1, history = facts.on_glp1, facts.conditions.mtc_or_men2_history
    if on_glp1 is False or history is False:
        return CLEAR
    if on_glp1 is None or history is None:
        ask_drug = _DRUG if on_glp1 is None else ()
        return Unknown(ask_drug + _HISTORY if history is None else ask_drug)
    return _MTC


def _untested(facts: Facts) -> Verdict:
    on_glp1, taken = facts.on_glp1, facts.treatment.planned_or_active
    if on_glp1 is False or taken is False:
        return CLEAR
    if on_glp1 is None or taken is None:
        ask_drug = _DRUG if on_glp1 is None else ()
        return Unknown(ask_drug + (missing.planned_or_active(facts) if taken is None else ()))
    return _UNTESTED


def _six_month_weight(facts: Facts) -> Verdict:
    weight_kg = facts.patient.weight_kg
    if weight_kg is None or not is_projected_from_glp1_document(facts):
        return CLEAR
    low, high = LEAST_TRIAL_LOSS * weight_kg, LARGEST_TRIAL_LOSS * weight_kg
    return Raised(
        "The projection uses the document's loss of 15 to 20 % in 6 months. Trials took 68 to 72 "
        f"weeks for that; nearer 10 to 15 % ({low:.1f} to {high:.1f} kg) is to be expected.",
        {"trial_weight_loss_at_6_months": Computed("kg", low=low, high=high)},
    )


GLP1_DOSE_OUTSIDE: Final = Rule(
    id="glp1-dose-outside",
    title="GLP-1 dose is outside the document's table",
    category="combination",
    origin="document",
    severity="info",
    when=(
        "on semaglutide dose_mg_per_week < 1 or > 2.4, "
        "on tirzepatide dose_mg_per_week < 2.5 or > 15"
    ),
    boundary="1, 2.4, 2.5 and 15 do not raise; no other drug raises",
    reads=("glp1.drug", "glp1.dose_mg_per_week"),
    claims=("table-glp1-doses",),
    decide=_dose_outside,
)

EXT_GLP1_ESCALATION: Final = Rule(
    id="ext-glp1-escalation",
    title="GLP-1 dose is not a step of the label",
    category="combination",
    origin="external",
    severity="advisory",
    when=(
        "semaglutide is none of 0.25, 0.5, 1, 1.7, 2, 2.4 mg a week, or tirzepatide none of 2.5, "
        "5, 7.5, 10, 12.5, 15 mg a week"
    ),
    boundary="exact match; no other drug raises",
    reads=("glp1.drug", "glp1.dose_mg_per_week"),
    claims=("table-glp1-doses",),
    references=("wegovy-dose", "zepbound-dose"),
    note="Labels change; a higher dose of semaglutide may exist.",
    decide=_escalation,
)

EXT_GLP1_MTC: Final = Rule(
    id="ext-glp1-mtc",
    title="The GLP-1 drug's boxed warning applies",
    category="combination",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("glp1",),
    when="a GLP-1 is taken and patient.conditions.mtc_or_men2_history",
    boundary="both must hold",
    reads=("glp1.active", "patient.conditions.mtc_or_men2_history"),
    claims=("faq-combo-safe",),
    references=("wegovy-dose",),
    decide=_mtc,
)

EXT_COMBO_UNTESTED: Final = Rule(
    id="ext-combo-untested",
    title="The pair of drugs is untested",
    category="combination",
    origin="external",
    severity="info",
    when="a GLP-1 is taken and sermorelin is planned or active",
    boundary="both must hold",
    reads=("glp1.active", "sermorelin.planned_or_active"),
    claims=("faq-combo-safe", "table-combination-compatible", "combo-90-10"),
    references=("search-null", "wegovy-dose"),
    decide=_untested,
)

EXT_GLP1_6MONTH_WEIGHT: Final = Rule(
    id="ext-glp1-6month-weight",
    title="The document's six-month GLP-1 loss is faster than in trials",
    category="combination",
    origin="external",
    severity="warning",
    when="a projection is made, and its weight loss is the document's 15 to 20 % on a GLP-1",
    boundary="a projection from another source, or none, does not raise",
    reads=(
        "glp1.drug",
        "patient.weight_kg",
        "patient.bmi",
        "patient.sex",
        "patient.age_years",
        "patient.conditions.pregnant",
        "patient.conditions.breastfeeding",
        "patient.conditions.mtc_or_men2_history",
        "energy.deficit_kcal_per_day",
        "energy.deficit_pct",
        "projection_options.weight_loss_kg",
        "projection_options.horizon_weeks",
    ),
    claims=("table-glp1-15-20-6mo",),
    references=("step1-main", "surmount1-main", "semalean", "glp1-6mo"),
    decide=_six_month_weight,
)

RULES: Final = (
    GLP1_DOSE_OUTSIDE,
    EXT_GLP1_ESCALATION,
    EXT_GLP1_MTC,
    EXT_COMBO_UNTESTED,
    EXT_GLP1_6MONTH_WEIGHT,
)
