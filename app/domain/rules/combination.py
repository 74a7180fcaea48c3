"""Rules on dose, protein and observed lean loss beside a GLP-1 drug."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.nutrition import protein_figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

LOWEST_COMBINED_DOSE_MCG: Final = 200.0
HIGHEST_COMBINED_DOSE_MCG: Final = 300.0
"""The document's dose beside a GLP-1; claim combo-dose-200-300."""
PROTEIN_TO_EXCEED_G_PER_KG: Final = 1.6
"""The 90:10 figure asks for more than this; claim combo-90-10."""
LARGEST_LEAN_SHARE: Final = 0.25
"""Lean share of the loss that the document gives for a GLP-1 alone; claim glp1-over-25."""
_DRUG: Final = ("glp1.drug",)
_DOSE: Final = ("sermorelin.dose_mcg",)
_LIMITS_MCG: Final = (LOWEST_COMBINED_DOSE_MCG, HIGHEST_COMBINED_DOSE_MCG)
_LIMITS_PCT: Final = (100 * LARGEST_LEAN_SHARE,)


def _combo_dose(facts: Facts) -> Verdict:
    on_glp1, dose = facts.on_glp1, facts.sermorelin.dose_mcg
    if on_glp1 is False:
        return CLEAR
    if dose is not None and LOWEST_COMBINED_DOSE_MCG <= dose <= HIGHEST_COMBINED_DOSE_MCG:
        return CLEAR
    if on_glp1 is None or dose is None:
        ask_drug = _DRUG if on_glp1 is None else ()
        return Unknown(ask_drug + _DOSE if dose is None else ask_drug)
    return Raised(
        f"The dose is {figure(dose, _LIMITS_MCG)} mcg a "
        "night; beside a GLP-1 the document gives 200 to 300 mcg."
    )


def _combo_protein(facts: Facts) -> Verdict:
    on_glp1, protein = facts.on_glp1, facts.protein_g_per_kg
    if on_glp1 is False or (protein is not None and protein > PROTEIN_TO_EXCEED_G_PER_KG):
        return CLEAR
    if on_glp1 is None or protein is None:
        ask_drug = _DRUG if on_glp1 is None else ()
        return Unknown(ask_drug + (missing.protein_g_per_kg(facts) if protein is None else ()))
    return Raised(
        f"Protein is {protein_figure(protein)} g/kg a day. The document's 90:10 split of fat and "
        "lean beside a GLP-1 takes more than 1.6 g/kg for granted, while the drug takes the "
        "appetite away."
    )


def _lean_share_high(facts: Facts) -> Verdict:
    on_glp1, composition = facts.on_glp1, facts.composition
    measurable, share = composition.loss_is_measurable, composition.lean_share_of_loss
    if on_glp1 is False or measurable is False:
        return CLEAR
    if measurable and share is not None and share <= LARGEST_LEAN_SHARE:
        return CLEAR
    if on_glp1 is None or measurable is None or share is None:
        ask_drug = _DRUG if on_glp1 is None else ()
        return Unknown(ask_drug + composition.share_missing)
    percent = 100 * share
    return Raised(
        f"{figure(percent, _LIMITS_PCT)} % of the weight lost was lean mass, more "
        "than the quarter that the document gives for a GLP-1 alone. Protein and training are "
        "what it points to.",
        {"lean_share_of_loss": Computed("%", percent)},
    )


COMBO_DOSE: Final = Rule(
    id="combo-dose",
    title="Dose beside a GLP-1 is outside the document's",
    category="combination",
    origin="document",
    severity="info",
    when="a GLP-1 is taken and sermorelin.dose_mcg < 200 or > 300",
    boundary="200 and 300 do not raise",
    reads=("glp1.active", "sermorelin.dose_mcg"),
    claims=("combo-dose-200-300",),
    suppressed_by=("dose-unit-implausible",),
    decide=_combo_dose,
)

COMBO_PROTEIN: Final = Rule(
    id="combo-protein",
    title="Protein beside a GLP-1 is not above 1.6 g/kg",
    category="combination",
    origin="document",
    severity="advisory",
    when="a GLP-1 is taken and protein_g_per_kg <= 1.6",
    boundary="1.6 raises: this passage asks for more than that",
    reads=("glp1.active", "nutrition.protein_g_per_kg"),
    claims=("combo-90-10", "glp1-over-25"),
    note="At exactly 1.6 protein-ok speaks too: the document's passages differ on the boundary.",
    decide=_combo_protein,
)

GLP1_LEAN_SHARE_HIGH: Final = Rule(
    id="glp1-lean-share-high",
    title="Lean share of the observed loss is high on a GLP-1",
    category="combination",
    origin="document",
    severity="warning",
    when="a GLP-1 is taken and the observed lean share of the weight lost > 0.25",
    boundary="0.25 does not raise; a loss under 5 kg, or under 1.5 kg of lean mass, does not",
    reads=("glp1.active", "glp1.drug", "body_composition.lean_share_of_loss"),
    claims=("glp1-over-25", "combo-90-10"),
    assumptions=(
        "A loss under 5 kg of weight or 1.5 kg of lean mass is too small to take a share of.",
    ),
    note=(
        "First to last DXA entry: fat-free mass in both, else lean soft tissue in both, and weight "
        "in both."
    ),
    decide=_lean_share_high,
)

RULES: Final = (COMBO_DOSE, COMBO_PROTEIN, GLP1_LEAN_SHARE_HIGH)
