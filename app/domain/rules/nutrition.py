"""Rules on protein, meals and leucine."""

from typing import Final

from app.domain.conditions.combine import AnyOf, Not
from app.domain.conditions.compare import Above, Below, Within
from app.domain.facts.registry.support import LEUCINE, MEALS, PROTEIN
from app.domain.message import Listing
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import (
    LEUCINE_LEAST,
    LEUCINE_MOST,
    MEALS_FEWEST,
    MEALS_MOST,
    PROTEIN_ENOUGH,
    PROTEIN_HIGH,
    PROTEIN_NONE,
)

_MEALS_OFF: Final = Not(Within(MEALS, MEALS_FEWEST, MEALS_MOST))
_LEUCINE_SHORT: Final = Below(LEUCINE, LEUCINE_LEAST)

PROTEIN_NEGATES: Final = Rule(
    id="protein-negates",
    title="Protein is too low for any benefit",
    category="nutrition",
    origin="document",
    severity="warning",
    condition=Below(PROTEIN, PROTEIN_NONE),
    message=f"Protein of {PROTEIN} a day is under {PROTEIN_NONE}, where the document takes the "
    "benefit of sermorelin as cancelled.",
    cites=(claim("protein-below-1-2"),),
)

PROTEIN_SHORT: Final = Rule(
    id="protein-short",
    title="Protein is short of the document's range",
    category="nutrition",
    origin="document",
    severity="advisory",
    condition=Within(PROTEIN, PROTEIN_NONE, PROTEIN_ENOUGH, "[)"),
    message=f"Protein of {PROTEIN} a day is short of {PROTEIN_ENOUGH}. The document has no figure "
    f"between {PROTEIN_NONE:bare} and {PROTEIN_ENOUGH:bare}; the projection interpolates.",
    cites=(claim("protein-range"), claim("protein-min-1-6")),
)

PROTEIN_OK: Final = Rule(
    id="protein-ok",
    title="Protein is inside the document's range",
    category="nutrition",
    origin="document",
    severity="info",
    condition=Within(PROTEIN, PROTEIN_ENOUGH, PROTEIN_HIGH),
    message=f"Protein of {PROTEIN} a day is inside the document's {PROTEIN_ENOUGH:bare} to "
    f"{PROTEIN_HIGH}. Where two of its passages ask for more than {PROTEIN_ENOUGH:bare}, we read "
    f"{PROTEIN_ENOUGH:bare} as enough.",
    cites=(claim("protein-range"),),
    note=f"Two passages ask for more than {PROTEIN_ENOUGH:bare}; the inclusive reading is used.",
)

PROTEIN_ABOVE: Final = Rule(
    id="protein-above",
    title="Protein is over the document's range",
    category="nutrition",
    origin="document",
    severity="info",
    condition=Above(PROTEIN, PROTEIN_HIGH),
    message=f"Protein of {PROTEIN} a day is over the document's {PROTEIN_ENOUGH:bare} to "
    f"{PROTEIN_HIGH}; it claims no extra benefit there.",
    cites=(claim("protein-range"),),
)

MEALS_LEUCINE: Final = Rule(
    id="meals-leucine",
    title="Protein is spread otherwise than the document does",
    category="nutrition",
    origin="document",
    severity="info",
    condition=AnyOf(_MEALS_OFF, _LEUCINE_SHORT),
    message=(
        "As given, ",
        Listing(
            (
                (_MEALS_OFF, f"meals a day: {MEALS}"),
                (_LEUCINE_SHORT, f"leucine a meal: {LEUCINE}"),
            ),
            joint=", ",
        ),
        (
            f". The document spreads protein over {MEALS_FEWEST} to {MEALS_MOST} meals with "
            f"{LEUCINE_LEAST:bare} to {LEUCINE_MOST} of leucine each; at {PROTEIN_ENOUGH} lighter "
            "people cannot reach that."
        ),
    ),
    cites=(claim("meals-4-5-leucine"),),
)

RULES: Final = (PROTEIN_NEGATES, PROTEIN_SHORT, PROTEIN_OK, PROTEIN_ABOVE, MEALS_LEUCINE)
