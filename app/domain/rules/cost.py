"""Rules on what a course costs by the document's prices."""

from typing import Final

from app.domain.conditions.combine import AllOf, Not
from app.domain.conditions.compare import Known, Within
from app.domain.facts.registry.figures import COURSE_COST, DRAWS_COST, MONTHS, TOTAL_COST
from app.domain.facts.registry.sermorelin import DOSE, PLANNED_WEEKS
from app.domain.facts.registry.support import DRAWS
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import (
    DRAW_PRICE_HIGH,
    DRAW_PRICE_LOW,
    PRICE_HIGH,
    PRICE_LOW,
    PRICED_DOSE_HIGH,
    PRICED_DOSE_LOW,
    WEEKS_PER_MONTH,
)

_IS_PRICED: Final = Within(DOSE, PRICED_DOSE_LOW, PRICED_DOSE_HIGH)

COST_ESTIMATE: Final = Rule(
    id="cost-estimate",
    title="What the course costs by the document's prices",
    category="cost",
    origin="document",
    severity="info",
    condition=AllOf(Known(PLANNED_WEEKS), _IS_PRICED),
    message=(
        (
            f"By the document's prices a course to week {PLANNED_WEEKS:bare} (months begun: "
            f"{MONTHS:bare}) costs {COURSE_COST[0]:bare} to {COURSE_COST[1]}."
        ),
        When(
            Known(DRAWS),
            f" IGF-1 tests ({DRAWS}) add {DRAWS_COST[0]:bare} to {DRAWS_COST[1]}: "
            f"{TOTAL_COST[0]:bare} to {TOTAL_COST[1]} in all.",
        ),
        " The prices are undated and unverified; DEXA has none.",
    ),
    computed={
        "months": MONTHS,
        "course_cost": COURSE_COST,
        "igf1_draws_cost": DRAWS_COST,
        "total": TOTAL_COST,
    },
    cites=(claim("cost-monthly"), claim("cost-6-month"), claim("cost-igf1-draw")),
    assumptions=(f"A month is {WEEKS_PER_MONTH}, and a month begun is paid in full.",),
    note=(
        f"{PRICE_LOW:bare} to {PRICE_HIGH} a month, and {DRAW_PRICE_LOW:bare} to {DRAW_PRICE_HIGH} "
        "for each IGF-1 test where their number is known. Prices undated and unverified; DEXA is "
        "not priced."
    ),
    suppressed_by=("dose-unit-implausible",),
    cache_messages=True,
)

COST_OUTSIDE_DOSE: Final = Rule(
    id="cost-outside-dose",
    title="The document gives no price for this dose",
    category="cost",
    origin="document",
    severity="info",
    condition=AllOf(Known(PLANNED_WEEKS), Not(_IS_PRICED)),
    message=f"The document's prices hold for {PRICED_DOSE_LOW:bare} to {PRICED_DOSE_HIGH} a night; "
    f"no cost is given for {DOSE}.",
    cites=(claim("cost-monthly"),),
    suppressed_by=("dose-unit-implausible",),
)

RULES: Final = (COST_ESTIMATE, COST_OUTSIDE_DOSE)
