"""Rules on protein, meals and leucine."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

NEGATED_BELOW_G_PER_KG: Final = 1.2
"""Protein a day below which the document sees no benefit; claim protein-below-1-2."""
LEAST_PROTEIN_G_PER_KG: Final = 1.6
"""Low end of adequate protein, inclusive; claims protein-range, protein-min-1-6."""
MOST_PROTEIN_G_PER_KG: Final = 2.2
"""High end of adequate protein; claim protein-range."""
FEWEST_MEALS: Final = 4
MOST_MEALS: Final = 5
LEAST_LEUCINE_G_PER_MEAL: Final = 2.5
"""Meals with protein a day, and leucine in each; claim meals-4-5-leucine."""
_LIMITS_G_PER_KG: Final = (NEGATED_BELOW_G_PER_KG, LEAST_PROTEIN_G_PER_KG, MOST_PROTEIN_G_PER_KG)
_LIMITS_G: Final = (LEAST_LEUCINE_G_PER_MEAL,)


def protein_figure(protein_g_per_kg: float) -> str:
    """Protein as every message shows it: on its own side of each of the document's limits."""
    return figure(protein_g_per_kg, _LIMITS_G_PER_KG, places=3)


def _negates(facts: Facts) -> Verdict:
    protein = facts.protein_g_per_kg
    if protein is None:
        return Unknown(missing.protein_g_per_kg(facts))
    if protein >= NEGATED_BELOW_G_PER_KG:
        return CLEAR
    return Raised(
        f"Protein of {protein_figure(protein)} g/kg a day is under 1.2 g/kg, where the document "
        "takes the benefit of sermorelin as cancelled."
    )


def _short(facts: Facts) -> Verdict:
    protein = facts.protein_g_per_kg
    if protein is None:
        return Unknown(missing.protein_g_per_kg(facts))
    if not NEGATED_BELOW_G_PER_KG <= protein < LEAST_PROTEIN_G_PER_KG:
        return CLEAR
    return Raised(
        f"Protein of {protein_figure(protein)} g/kg a day is short of 1.6 g/kg. The document has "
        "no figure between 1.2 and 1.6; the projection interpolates."
    )


def _ok(facts: Facts) -> Verdict:
    protein = facts.protein_g_per_kg
    if protein is None:
        return Unknown(missing.protein_g_per_kg(facts))
    if not LEAST_PROTEIN_G_PER_KG <= protein <= MOST_PROTEIN_G_PER_KG:
        return CLEAR
    return Raised(
        f"Protein of {protein_figure(protein)} g/kg a day is inside the document's 1.6 to 2.2 "
        "g/kg. Where two of its passages ask for more than 1.6, we read 1.6 as enough."
    )


def _above(facts: Facts) -> Verdict:
    protein = facts.protein_g_per_kg
    if protein is None:
        return Unknown(missing.protein_g_per_kg(facts))
    if protein <= MOST_PROTEIN_G_PER_KG:
        return CLEAR
    return Raised(
        f"Protein of {protein_figure(protein)} g/kg a day is over the document's 1.6 to 2.2 g/kg; "
        "it claims no extra benefit there."
    )


def _meals_leucine(facts: Facts) -> Verdict:
    meals, leucine = facts.nutrition.meals_per_day, facts.nutrition.leucine_g_per_meal
    off = []
    if meals is not None and not FEWEST_MEALS <= meals <= MOST_MEALS:
        off.append(f"meals a day: {meals}")
    if leucine is not None and leucine < LEAST_LEUCINE_G_PER_MEAL:
        off.append(f"leucine a meal: {figure(leucine, _LIMITS_G)} g")
    if off:
        return Raised(
            f"As given, {', '.join(off)}. The document spreads protein over 4 to 5 meals with 2.5 "
            "to 3 g of leucine each; at 1.6 g/kg lighter people cannot reach that."
        )
    if meals is None or leucine is None:
        asked_meals = ("nutrition.meals_per_day",) if meals is None else ()
        asked_leucine = ("nutrition.leucine_g_per_meal",) if leucine is None else ()
        return Unknown(asked_meals + asked_leucine)
    return CLEAR


PROTEIN_NEGATES: Final = Rule(
    id="protein-negates",
    title="Protein is too low for any benefit",
    category="nutrition",
    origin="document",
    severity="warning",
    when="protein_g_per_kg < 1.2",
    boundary="1.2 does not raise",
    reads=("nutrition.protein_g_per_kg",),
    claims=("protein-below-1-2",),
    decide=_negates,
)

PROTEIN_SHORT: Final = Rule(
    id="protein-short",
    title="Protein is short of the document's range",
    category="nutrition",
    origin="document",
    severity="advisory",
    when="1.2 <= protein_g_per_kg < 1.6",
    boundary="1.2 raises, 1.6 does not",
    reads=("nutrition.protein_g_per_kg",),
    claims=("protein-range", "protein-min-1-6"),
    decide=_short,
)

PROTEIN_OK: Final = Rule(
    id="protein-ok",
    title="Protein is inside the document's range",
    category="nutrition",
    origin="document",
    severity="info",
    when="1.6 <= protein_g_per_kg <= 2.2",
    boundary="1.6 and 2.2 both raise",
    reads=("nutrition.protein_g_per_kg",),
    claims=("protein-range",),
    note="Two passages ask for more than 1.6; the inclusive reading is used.",
    decide=_ok,
)

PROTEIN_ABOVE: Final = Rule(
    id="protein-above",
    title="Protein is over the document's range",
    category="nutrition",
    origin="document",
    severity="info",
    when="protein_g_per_kg > 2.2",
    boundary="2.2 does not raise",
    reads=("nutrition.protein_g_per_kg",),
    claims=("protein-range",),
    decide=_above,
)

MEALS_LEUCINE: Final = Rule(
    id="meals-leucine",
    title="Protein is spread otherwise than the document does",
    category="nutrition",
    origin="document",
    severity="info",
    when="meals_per_day < 4 or meals_per_day > 5 or leucine_g_per_meal < 2.5",
    boundary="4 and 5 meals and 2.5 g do not raise; more than 3 g is no finding",
    reads=("nutrition.meals_per_day", "nutrition.leucine_g_per_meal"),
    claims=("meals-4-5-leucine",),
    decide=_meals_leucine,
)

RULES: Final = (PROTEIN_NEGATES, PROTEIN_SHORT, PROTEIN_OK, PROTEIN_ABOVE, MEALS_LEUCINE)
