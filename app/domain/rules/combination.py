"""Rules on dose, protein and observed lean loss beside a GLP-1 drug."""

from typing import Final

from app.domain.conditions.combine import AllOf, Not
from app.domain.conditions.compare import Above, AtMost, Is, Within
from app.domain.facts.registry.composition import LEAN_SHARE_PCT, LOSS_MEASURABLE
from app.domain.facts.registry.sermorelin import DOSE
from app.domain.facts.registry.support import DRUG, ON_GLP1, PROTEIN
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import (
    COMBINED_DOSE_HIGH,
    COMBINED_DOSE_LOW,
    LEAN_SHARE_ON_GLP1,
    MEASURABLE_LEAN_LOSS,
    MEASURABLE_WEIGHT_LOSS,
    PROTEIN_ON_GLP1,
)

COMBO_DOSE: Final = Rule(
    id="combo-dose",
    title="Dose beside a GLP-1 is outside the document's",
    category="combination",
    origin="document",
    severity="info",
    condition=AllOf(Is(ON_GLP1), Not(Within(DOSE, COMBINED_DOSE_LOW, COMBINED_DOSE_HIGH))),
    message=f"The dose is {DOSE} a night; beside a GLP-1 the document gives "
    f"{COMBINED_DOSE_LOW:bare} to {COMBINED_DOSE_HIGH}.",
    cites=(claim("combo-dose-200-300"),),
    suppressed_by=("dose-unit-implausible",),
)

COMBO_PROTEIN: Final = Rule(
    id="combo-protein",
    title=f"Protein beside a GLP-1 is not above {PROTEIN_ON_GLP1}",
    category="combination",
    origin="document",
    severity="advisory",
    condition=AllOf(Is(ON_GLP1), AtMost(PROTEIN, PROTEIN_ON_GLP1)),
    message=f"Protein is {PROTEIN} a day. The document's 90:10 split of fat and lean beside a "
    f"GLP-1 takes more than {PROTEIN_ON_GLP1} for granted, while the drug takes the appetite away.",
    cites=(claim("combo-90-10"), claim("glp1-over-25")),
    note=(
        f"At exactly {PROTEIN_ON_GLP1:bare} protein-ok speaks too: the document's passages differ "
        "on the boundary."
    ),
)

GLP1_LEAN_SHARE_HIGH: Final = Rule(
    id="glp1-lean-share-high",
    title="Lean share of the observed loss is high on a GLP-1",
    category="combination",
    origin="document",
    severity="warning",
    condition=AllOf(Is(ON_GLP1), Is(LOSS_MEASURABLE), Above(LEAN_SHARE_PCT, LEAN_SHARE_ON_GLP1)),
    message=f"{LEAN_SHARE_PCT} of the weight lost was lean mass, more than the quarter that the "
    "document gives for a GLP-1 alone. Protein and training are what it points to.",
    computed={"lean_share_of_loss": LEAN_SHARE_PCT},
    cites=(claim("glp1-over-25"), claim("combo-90-10")),
    shows=(ON_GLP1, DRUG),
    assumptions=(
        (
            f"A loss under {MEASURABLE_WEIGHT_LOSS} of weight or {MEASURABLE_LEAN_LOSS} of lean "
            "mass is too small to take a share of."
        ),
    ),
    note=(
        "First to last DXA entry: fat-free mass in both, else lean soft tissue in both, and weight "
        "in both."
    ),
)

RULES: Final = (COMBO_DOSE, COMBO_PROTEIN, GLP1_LEAN_SHARE_HIGH)
