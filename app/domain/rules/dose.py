"""Rules on the size of the dose and on its route."""

from typing import Final

from app.domain.conditions.combine import Not
from app.domain.conditions.compare import Above, Below, Is, Within
from app.domain.facts.registry.sermorelin import DOSE, ROUTE
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import (
    DOSE_HIGH,
    DOSE_LOW,
    DOSE_PLAUSIBLE_HIGH,
    DOSE_PLAUSIBLE_LOW,
    DOSE_STUDIED_HIGH,
    DOSE_STUDIED_LOW,
    SUBCUTANEOUS,
)

DOSE_UNIT_IMPLAUSIBLE: Final = Rule(
    id="dose-unit-implausible",
    title="Dose looks like a mistaken unit",
    category="dose",
    origin="external",
    severity="critical",
    condition=Not(Within(DOSE, DOSE_PLAUSIBLE_LOW, DOSE_PLAUSIBLE_HIGH)),
    # A dose in mg has its digits far behind the point, and they are what tells the mistake.
    message=f"A dose of {DOSE:6} looks like a mistaken unit, mg for mcg or the reverse. Check it "
    "before anything is done with it.",
    cites=(claim("dose-range-200-500"),),
    assumptions=(
        (
            f"A dose under {DOSE_PLAUSIBLE_LOW:bare} or over {DOSE_PLAUSIBLE_HIGH} is taken for "
            "a slip of the unit: a guard of ours."
        ),
        f"{DOSE_PLAUSIBLE_HIGH} is the highest adult dose cited here.",
    ),
    note="While it is raised, the rules that would judge the size of the dose are silenced.",
)

DOSE_BELOW_RANGE: Final = Rule(
    id="dose-below-range",
    title="Dose is below the document's range",
    category="dose",
    origin="document",
    severity="advisory",
    condition=Below(DOSE, DOSE_LOW),
    message=f"The dose of {DOSE} a night is under the document's range of {DOSE_LOW:bare} to "
    f"{DOSE_HIGH}; the document reports no outcome at this dose.",
    cites=(claim("dose-range-200-500"), claim("dose-start-200-300")),
    suppressed_by=(DOSE_UNIT_IMPLAUSIBLE.id,),
)

DOSE_IN_RANGE: Final = Rule(
    id="dose-in-range",
    title="Dose is inside the document's range",
    category="dose",
    origin="document",
    severity="info",
    condition=Within(DOSE, DOSE_LOW, DOSE_HIGH),
    message=f"The dose of {DOSE} a night is inside the document's range of {DOSE_LOW:bare} to "
    f"{DOSE_HIGH}.",
    cites=(claim("dose-range-200-500"), claim("key-dose-repeat")),
)

DOSE_ABOVE_CEILING: Final = Rule(
    id="dose-above-ceiling",
    title="Dose is above the document's ceiling",
    category="dose",
    origin="document",
    severity="warning",
    condition=Above(DOSE, DOSE_HIGH),
    message=f"The dose of {DOSE} a night is above {DOSE_HIGH}. Past that the document expects no "
    "added benefit, and more joint stiffness, oedema and raised fasting glucose.",
    cites=(claim("ceiling-500"), claim("overdose-side-effects")),
    note="Outside data contradict the ceiling: see ext-dose-vs-studied.",
    suppressed_by=(DOSE_UNIT_IMPLAUSIBLE.id,),
)

DOSE_ROUTE_NOT_SC: Final = Rule(
    id="dose-route-not-sc",
    title=f"Route is not {SUBCUTANEOUS}",
    category="dose",
    origin="document",
    severity="warning",
    condition=Not(Is(ROUTE, SUBCUTANEOUS)),
    message=f"The route is {ROUTE:text}; the document describes {SUBCUTANEOUS} injection only.",
    cites=(claim("timing-30-60"), claim("igf1-rise-20-35")),
)

EXT_DOSE_VS_STUDIED: Final = Rule(
    id="ext-dose-vs-studied",
    title="Dose is below every dose studied in adults",
    category="dose",
    origin="external",
    severity="info",
    standing=True,
    condition=Within(DOSE, 0, DOSE_STUDIED_LOW, "()"),
    message=f"Adult studies of GHRH(1-29) used {DOSE_STUDIED_LOW:bare} to {DOSE_STUDIED_HIGH} a "
    f"day, and even {DOSE_STUDIED_HIGH} a night did not clearly change IGF-1. No trial of {DOSE} a "
    "night was found. This is no reason to raise the dose.",
    cites=(
        claim("dose-range-200-500"),
        claim("ceiling-500"),
        reference("corpas-1992"),
        reference("vittone-1997"),
        reference("geref-pk"),
    ),
    note="A standing notice about the evidence. It is no reason to raise the dose.",
    suppressed_by=(DOSE_UNIT_IMPLAUSIBLE.id,),
)

RULES: Final = (
    DOSE_BELOW_RANGE,
    DOSE_IN_RANGE,
    DOSE_ABOVE_CEILING,
    DOSE_UNIT_IMPLAUSIBLE,
    DOSE_ROUTE_NOT_SC,
    EXT_DOSE_VS_STUDIED,
)
