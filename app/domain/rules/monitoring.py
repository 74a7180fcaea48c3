"""Rules on the tests and scans that the document asks for."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf
from app.domain.conditions.compare import Above, AtLeast, Below, Is
from app.domain.facts.registry.composition import DXA_DIFFERENCE, FIRST_DEXA
from app.domain.facts.registry.labs import (
    GLUCOSE_RECORDED,
    HAS_BASELINE_IGF1,
    HAS_CURRENT_IGF1,
    IGF1_CURRENT_WEEK,
    LACKS_JUDGED_IGF1,
)
from app.domain.facts.registry.sermorelin import ACTIVE, PLANNED_OR_ACTIVE, WEEKS_ON_TREATMENT
from app.domain.facts.registry.support import DEXA_FOLLOWUP_WEEK
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import (
    DEXA_WEEK,
    DOCUMENT_SAVING,
    DXA_NOISE,
    DXA_NOISE_LOW,
    ONSET_FIRST_WEEK,
    ONSET_LAST_WEEK,
    PEAK_FIRST_WEEK,
    PEAK_LAST_WEEK,
    RECHECK_LAST_WEEK,
    RESPONSE_WEEK,
)

_FOLLOWUP_EARLY: Final = Below(DEXA_FOLLOWUP_WEEK, DEXA_WEEK)
_SECOND: Final = (
    f"the second DEXA is planned for week {DEXA_FOLLOWUP_WEEK}, before week {DEXA_WEEK:bare}"
)
_NO_FIRST: Final = "There is no DEXA from before the treatment"

MONITOR_BASELINE_IGF1_MISSING: Final = Rule(
    id="monitor-baseline-igf1-missing",
    title="No IGF-1 from before the treatment",
    category="monitoring",
    origin="document",
    severity="advisory",
    condition=AllOf(Is(PLANNED_OR_ACTIVE), Is(HAS_BASELINE_IGF1, value=False)),
    message="No IGF-1 from before the treatment is recorded: later there is nothing to judge the "
    "response against.",
    cites=(claim("response-20-30"), claim("nonresponse-15-20")),
)

MONITOR_IGF1_DUE: Final = Rule(
    id="monitor-igf1-due",
    title="IGF-1 recheck is due",
    category="monitoring",
    origin="document",
    severity="advisory",
    condition=AllOf(Is(ACTIVE), AtLeast(WEEKS_ON_TREATMENT, RESPONSE_WEEK), Is(LACKS_JUDGED_IGF1)),
    message=(
        (
            f"Week {WEEKS_ON_TREATMENT:bare} of treatment without an IGF-1 from week "
            f"{RESPONSE_WEEK:bare} or later: the recheck that the document puts at "
            f"{RESPONSE_WEEK:bare} to {RECHECK_LAST_WEEK} is "
        ),
        When(Above(WEEKS_ON_TREATMENT, RECHECK_LAST_WEEK), "overdue", "due"),
        ".",
    ),
    cites=(claim("titrate-igf1-6-8wk"), claim("response-20-30")),
)

MONITOR_IGF1_TOO_EARLY: Final = Rule(
    id="monitor-igf1-too-early",
    title="IGF-1 on treatment was drawn too early to judge",
    category="monitoring",
    origin="document",
    severity="info",
    condition=AllOf(Is(HAS_CURRENT_IGF1), Below(IGF1_CURRENT_WEEK, RESPONSE_WEEK)),
    message=f"The IGF-1 on treatment was drawn in week {IGF1_CURRENT_WEEK}, before week "
    f"{RESPONSE_WEEK:bare}: too early to judge the response. The document puts a detectable rise "
    f"at {ONSET_FIRST_WEEK:bare} to {ONSET_LAST_WEEK} and the peak at {PEAK_FIRST_WEEK:bare} to "
    f"{PEAK_LAST_WEEK:bare}.",
    cites=(claim("igf1-onset-2-4"), claim("igf1-onset-3-4"), claim("igf1-kinetics-peak")),
)

MONITOR_DEXA_PLAN: Final = Rule(
    id="monitor-dexa-plan",
    title="DEXA plan falls short of the document's",
    category="monitoring",
    origin="document",
    severity="info",
    condition=AllOf(Is(PLANNED_OR_ACTIVE), AnyOf(Is(FIRST_DEXA, value=False), _FOLLOWUP_EARLY)),
    message=(
        When(
            Is(FIRST_DEXA, value=False),
            (_NO_FIRST, When(_FOLLOWUP_EARLY, f" and {_SECOND}")),
            f"T{_SECOND[1:]}",
        ),
        ". The document asks for one at the start and one at week ",
        f"{DEXA_WEEK:bare}.",
    ),
    cites=(claim("commit-16wk-dexa"), claim("dexa-baseline-16")),
)

MONITOR_GLUCOSE_MISSING: Final = Rule(
    id="monitor-glucose-missing",
    title="No fasting glucose is recorded",
    category="monitoring",
    origin="document",
    severity="advisory",
    condition=AllOf(Is(ACTIVE), Is(GLUCOSE_RECORDED, value=False)),
    message="No fasting glucose is recorded, although the document lists it among the markers to "
    "watch.",
    cites=(claim("monitor-glucose-igfbp3"), claim("insulin-sensitivity")),
)

EXT_DXA_UNCERTAINTY: Final = Rule(
    id="ext-dxa-uncertainty",
    title="DXA change is within the error of the scan",
    category="monitoring",
    origin="external",
    severity="info",
    condition=Below(DXA_DIFFERENCE, DXA_NOISE),
    message=f"The last two DXA lean masses differ by {DXA_DIFFERENCE}. In one person a change "
    f"under about {DXA_NOISE_LOW:bare} to {DXA_NOISE} is within the error of the scan, drugs of "
    "this kind also hold back water, and the effect that the document reports "
    f"({DOCUMENT_SAVING}) is smaller still.",
    computed={"dxa_lean_difference": DXA_DIFFERENCE},
    cites=(claim("dexa-gold-standard"), claim("commit-16wk-dexa"), reference("dxa-water")),
    note="Fat-free mass where both scans have it, else lean soft tissue where both have that.",
)

RULES: Final = (
    MONITOR_BASELINE_IGF1_MISSING,
    MONITOR_IGF1_DUE,
    MONITOR_IGF1_TOO_EARLY,
    MONITOR_DEXA_PLAN,
    MONITOR_GLUCOSE_MISSING,
    EXT_DXA_UNCERTAINTY,
)
