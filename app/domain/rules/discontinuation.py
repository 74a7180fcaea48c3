"""Rules on stopping sermorelin."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf
from app.domain.conditions.compare import AtMost, Is
from app.domain.facts.registry.sermorelin import ACTIVE, STOPPED, STOPPING
from app.domain.facts.registry.support import DEFICIT
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import FADED_FIRST_WEEK, FADED_LAST_WEEK

STOP_EFFECT_FADES: Final = Rule(
    id="stop-effect-fades",
    title="The effect fades after stopping",
    category="discontinuation",
    origin="document",
    severity="advisory",
    condition=AnyOf(Is(STOPPING), Is(STOPPED)),
    message=(
        "Sermorelin ",
        When(Is(STOPPED), "has been", "is being"),
        (
            f" stopped. The document puts IGF-1 back at baseline {FADED_FIRST_WEEK:bare} to "
            f"{FADED_LAST_WEEK} after the last dose, and the protection with it. It counts on "
            "training and protein to hold what was kept."
        ),
    ),
    cites=(claim("stop-igf1-baseline"), claim("stop-lean-kept")),
    note=(
        "Outside the document, lean mass gained on injected GH was lost within 6 months of "
        "stopping in obese women: a lasting benefit is not shown."
    ),
)

STOP_IN_MAINTENANCE: Final = Rule(
    id="stop-in-maintenance",
    title="Sermorelin is taken without an energy deficit",
    category="discontinuation",
    origin="document",
    severity="info",
    condition=AllOf(Is(ACTIVE), AtMost(DEFICIT, 0)),
    message=(
        "Sermorelin is taken ",
        When(Is(DEFICIT, 0), "at maintenance", "in an energy surplus"),
        (
            ". The document ties its effect to a deficit and notes that many leave it out between "
            "phases of weight loss."
        ),
    ),
    cites=(claim("cycle-with-phases"), claim("only-in-deficit")),
)

RULES: Final = (STOP_EFFECT_FADES, STOP_IN_MAINTENANCE)
