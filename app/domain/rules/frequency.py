"""Rules on how many nights a week the injection is given."""

from typing import Final

from app.domain.conditions.compare import Below, Within
from app.domain.facts.registry.sermorelin import DOSES_LEFT_OUT, NIGHTS_PER_WEEK
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import NIGHTS, NIGHTS_POOR, WEEKEND_LOSS
from app.domain.words import spelled

_CUT: Final = f"The cut at {NIGHTS_POOR:bare} nights a week is our assumption."

FREQUENCY_NOT_NIGHTLY: Final = Rule(
    id="frequency-not-nightly",
    title="One or two nights a week are left out",
    category="frequency",
    origin="document",
    severity="advisory",
    condition=Within(NIGHTS_PER_WEEK, NIGHTS_POOR, NIGHTS, "[)"),
    message=f"The injection is given on {NIGHTS_PER_WEEK} of {NIGHTS:bare} nights: "
    f"{DOSES_LEFT_OUT} fewer doses. The document asks for every night and puts a skipped weekend "
    f"at about {WEEKEND_LOSS} less exposure.",
    computed={"fewer_doses": DOSES_LEFT_OUT},
    cites=(claim("nightly-no-skip"), claim("skip-weekend-30")),
    assumptions=(_CUT,),
    note="The share is of doses; the level of IGF-1 itself falls far less.",
    cache_messages=True,
)

FREQUENCY_POOR: Final = Rule(
    id="frequency-poor",
    title=f"Fewer than {spelled(NIGHTS_POOR.value)} nights a week",
    category="frequency",
    origin="document",
    severity="warning",
    condition=Below(NIGHTS_PER_WEEK, NIGHTS_POOR),
    message=f"The injection is given on {NIGHTS_PER_WEEK} of {NIGHTS:bare} nights, "
    f"{DOSES_LEFT_OUT} fewer doses: far from the nightly schedule that the document requires.",
    computed={"fewer_doses": DOSES_LEFT_OUT},
    cites=(claim("nightly-no-skip"),),
    assumptions=(_CUT,),
    cache_messages=True,
)

RULES: Final = (FREQUENCY_NOT_NIGHTLY, FREQUENCY_POOR)
