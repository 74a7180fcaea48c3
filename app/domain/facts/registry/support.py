"""What goes with the drug: GLP-1, energy, food, training, plans, hopes and options."""

from typing import Final

from app.domain.facts.fact import Fact, Input, derived, inner, leaf
from app.domain.facts.facts import Facts
from app.domain.facts.registry.patient import WEIGHT_INPUT
from app.domain.thresholds import PROTEIN_ENOUGH, PROTEIN_HIGH, PROTEIN_NONE

DRUG_INPUT: Final = Input(
    path="glp1.drug",
    label="GLP-1 drug",
    question="Which GLP-1 drug does the patient take, if any?",
    answer="enum",
)
GLP1_DOSE_INPUT: Final = Input(
    path="glp1.dose_mg_per_week",
    label="GLP-1 dose",
    question="How much of the GLP-1 drug is taken a week?",
    answer="number",
    unit="mg/wk",
)
DEFICIT_KCAL_INPUT: Final = Input(
    path="energy.deficit_kcal_per_day",
    label="deficit in kcal a day",
    question="How large is the energy deficit, in kcal a day?",
    answer="number",
    unit="kcal/d",
)
DEFICIT_PCT_INPUT: Final = Input(
    path="energy.deficit_pct",
    label="deficit in % of maintenance",
    question="How large is the energy deficit, in % of maintenance?",
    answer="number",
    unit="%",
)
MAINTENANCE_INPUT: Final = Input(
    path="energy.maintenance_kcal_per_day",
    label="maintenance",
    question="Which energy intake holds the patient's weight?",
    answer="number",
    unit="kcal/d",
)
PROTEIN_PER_KG_INPUT: Final = Input(
    path="nutrition.protein_g_per_kg",
    label="protein",
    question="How much protein does the patient eat a day, per kg of body weight?",
    answer="number",
    unit="g/kg/d",
)
PROTEIN_PER_DAY_INPUT: Final = Input(
    path="nutrition.protein_g_per_day",
    label="protein a day",
    question="How much protein does the patient eat a day?",
    answer="number",
    unit="g/d",
)
MEALS_INPUT: Final = Input(
    path="nutrition.meals_per_day",
    label="meals a day",
    question="How many meals with protein does the patient eat a day?",
    answer="integer",
    unit="/d",
)
LEUCINE_INPUT: Final = Input(
    path="nutrition.leucine_g_per_meal",
    label="leucine a meal",
    question="How much leucine does a meal hold?",
    answer="number",
    unit="g",
)
SESSIONS_INPUT: Final = Input(
    path="training.resistance_sessions_per_week",
    label="resistance sessions a week",
    question="How many sessions of resistance training does the patient do a week?",
    answer="integer",
    unit="/wk",
)
DEXA_BASELINE_INPUT: Final = Input(
    path="monitoring.dexa_baseline",
    label="DEXA from the start",
    question="Is there a DEXA from the start of the treatment?",
    answer="boolean",
)
DEXA_WEEK_INPUT: Final = Input(
    path="monitoring.dexa_followup_week",
    label="week of the next DEXA",
    question="In which week of treatment is the next DEXA planned?",
    answer="number",
)
DRAWS_INPUT: Final = Input(
    path="monitoring.igf1_draws",
    label="IGF-1 draws planned",
    question="How many IGF-1 draws are planned?",
    answer="integer",
)
GOAL_INPUT: Final = Input(
    path="expectations.goal",
    label="goal",
    question="What does the patient hope to reach?",
    answer="enum",
)
RESULT_WEEK_INPUT: Final = Input(
    path="expectations.result_week",
    label="result expected in week",
    question="By which week does the patient expect a result?",
    answer="number",
)
WEIGHT_LOSS_INPUT: Final = Input(
    path="projection_options.weight_loss_kg",
    label="stated weight loss",
    question="How much weight is to be lost?",
    answer="number",
    unit="kg",
)
HORIZON_INPUT: Final = Input(
    path="projection_options.horizon_weeks",
    label="horizon",
    question="Over how many weeks is the loss projected?",
    answer="integer",
    unit="wk",
)
_DEFICIT_INPUTS: Final = (DEFICIT_KCAL_INPUT.path, DEFICIT_PCT_INPUT.path)


def _missing_protein(facts: Facts) -> tuple[str, ...]:
    if facts.nutrition.protein_g_per_day is None:
        return (PROTEIN_PER_KG_INPUT.path, PROTEIN_PER_DAY_INPUT.path)
    return (WEIGHT_INPUT.path,)


def _worked_out_deficit_pct(facts: Facts) -> float | None:
    given = facts.energy.deficit_kcal_per_day is not None
    return facts.energy_facts.deficit_pct if given else None


def _surplus(facts: Facts) -> float | None:
    deficit = facts.energy_facts.deficit
    return None if deficit is None else -deficit


DRUG: Final[Fact[str]] = leaf(DRUG_INPUT, "glp1.drug")
ON_GLP1: Final[Fact[bool]] = derived(
    "glp1.active",
    "GLP-1 taken",
    "on_glp1",
    supplied_by=(DRUG_INPUT.path,),
    says=("a GLP-1 is taken", "no GLP-1 is taken"),
)
GLP1_DOSE: Final[Fact[float]] = leaf(GLP1_DOSE_INPUT, "glp1.dose_mg_per_week")
DEFICIT_KCAL: Final[Fact[float]] = leaf(DEFICIT_KCAL_INPUT, "energy.deficit_kcal_per_day")
DEFICIT_PCT: Final[Fact[float]] = derived(
    "energy.deficit_pct",
    "deficit in % of maintenance",
    "energy_facts.deficit_pct",
    supplied_by=_DEFICIT_INPUTS,
    unit="%",
)
MAINTENANCE: Final[Fact[float]] = derived(
    MAINTENANCE_INPUT.path,
    MAINTENANCE_INPUT.label,
    "energy_facts.maintenance_kcal_per_day",
    supplied_by=(MAINTENANCE_INPUT.path,),
    unit="kcal/d",
)
PROTEIN: Final[Fact[float]] = derived(
    "nutrition.protein_g_per_kg",
    "protein",
    "protein_g_per_kg",
    supplied_by=_missing_protein,
    unit="g/kg/d",
    limits=(PROTEIN_NONE, PROTEIN_ENOUGH, PROTEIN_HIGH),
    places=3,
)
MEALS: Final[Fact[float]] = leaf(MEALS_INPUT, "nutrition.meals_per_day")
LEUCINE: Final[Fact[float]] = leaf(LEUCINE_INPUT, "nutrition.leucine_g_per_meal")
SESSIONS: Final[Fact[float]] = leaf(SESSIONS_INPUT, "sessions")
DEXA_BASELINE: Final[Fact[bool]] = leaf(DEXA_BASELINE_INPUT, "dexa_baseline")
DEXA_FOLLOWUP_WEEK: Final[Fact[float]] = leaf(DEXA_WEEK_INPUT, "monitoring.dexa_followup_week")
DRAWS: Final[Fact[float]] = leaf(DRAWS_INPUT, "monitoring.igf1_draws")
GOAL: Final[Fact[str]] = leaf(GOAL_INPUT, "expectations.goal")
RESULT_WEEK_EXPECTED: Final[Fact[float]] = leaf(RESULT_WEEK_INPUT, "expectations.result_week")
WEIGHT_LOSS_STATED: Final[Fact[float]] = leaf(WEIGHT_LOSS_INPUT, "options.weight_loss_kg")
HORIZON: Final[Fact[float]] = leaf(HORIZON_INPUT, "options.horizon_weeks")

DEFICIT: Final[Fact[float]] = inner(
    "energy.deficit",
    "energy deficit (kcal a day or %)",
    "energy_facts.deficit",
    supplied_by=_DEFICIT_INPUTS,
    made_of=(DEFICIT_KCAL, DEFICIT_PCT),
)
SURPLUS: Final[Fact[float]] = inner(
    "energy.surplus",
    "energy surplus",
    _surplus,
    supplied_by=_DEFICIT_INPUTS,
    made_of=(DEFICIT_KCAL, DEFICIT_PCT),
)
DEFICIT_PCT_WORKED_OUT: Final[Fact[float]] = inner(
    "energy.deficit_pct_worked_out",
    "deficit in % of maintenance, worked out",
    _worked_out_deficit_pct,
    supplied_by=_DEFICIT_INPUTS,
    unit="%",
    made_of=(DEFICIT_PCT,),
)

INPUTS: Final = (
    MAINTENANCE_INPUT,
    DRUG_INPUT,
    GLP1_DOSE_INPUT,
    DEFICIT_KCAL_INPUT,
    DEFICIT_PCT_INPUT,
    PROTEIN_PER_KG_INPUT,
    PROTEIN_PER_DAY_INPUT,
    MEALS_INPUT,
    LEUCINE_INPUT,
    SESSIONS_INPUT,
    DEXA_BASELINE_INPUT,
    DEXA_WEEK_INPUT,
    DRAWS_INPUT,
    GOAL_INPUT,
    RESULT_WEEK_INPUT,
    WEIGHT_LOSS_INPUT,
    HORIZON_INPUT,
)
FACTS: Final = (
    DRUG,
    ON_GLP1,
    GLP1_DOSE,
    DEFICIT_KCAL,
    DEFICIT_PCT,
    MAINTENANCE,
    PROTEIN,
    MEALS,
    LEUCINE,
    SESSIONS,
    DEXA_BASELINE,
    DEXA_FOLLOWUP_WEEK,
    DRAWS,
    GOAL,
    RESULT_WEEK_EXPECTED,
    WEIGHT_LOSS_STATED,
    HORIZON,
    DEFICIT,
    SURPLUS,
    DEFICIT_PCT_WORKED_OUT,
)
