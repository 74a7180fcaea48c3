"""Rules on the IGF-1 baseline: how much room it leaves."""

from typing import Final

from app.domain.conditions.combine import AllOf
from app.domain.conditions.compare import Above, AtLeast, Within
from app.domain.facts.registry.labs import IGF1_BASELINE, IGF1_LEAST_RISEN, IGF1_MOST_RISEN
from app.domain.facts.registry.patient import AGE
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import (
    BASELINE_IGF1_HIGH,
    BASELINE_IGF1_VERY_HIGH,
    GOOD_RESPONSE_HIGH,
    GOOD_RESPONSE_LOW,
    IGF1_STOP,
    RISE_EXPECTED_HIGH,
    RISE_EXPECTED_LOW,
    ZONE_OLDEST,
    ZONE_YOUNGEST,
)

_ZONES_OVERLAP: Final = (
    "It is about the value before treatment: under treatment, the document's example of a good "
    f"response ends at {GOOD_RESPONSE_LOW:bare} to {GOOD_RESPONSE_HIGH}."
)
_IN_ZONE_OF_AGE: Final = Within(AGE, ZONE_YOUNGEST, ZONE_OLDEST)

IGF1_BASELINE_IN_ZONE: Final = Rule(
    id="igf1-baseline-high",
    title="Baseline IGF-1 is in the document's high zone",
    category="lab-interpretation",
    origin="document",
    severity="warning",
    condition=AllOf(
        _IN_ZONE_OF_AGE, Within(IGF1_BASELINE, BASELINE_IGF1_HIGH, BASELINE_IGF1_VERY_HIGH, "[)")
    ),
    message=f"The baseline IGF-1 of {IGF1_BASELINE} at {AGE} is in the zone of "
    f"{BASELINE_IGF1_HIGH:bare} to {BASELINE_IGF1_VERY_HIGH} where the document expects little "
    "benefit and warns of overshooting.",
    cites=(claim("high-baseline-220-250"),),
    note=(
        f"Outside {ZONE_YOUNGEST:bare}-{ZONE_OLDEST} the figures are not carried over: the "
        f"assay's own range decides. {_ZONES_OVERLAP}"
    ),
)

IGF1_BASELINE_VERY_HIGH: Final = Rule(
    id="igf1-baseline-very-high",
    title="Baseline IGF-1 is past the document's high zone",
    category="lab-interpretation",
    origin="document",
    severity="warning",
    condition=AllOf(_IN_ZONE_OF_AGE, AtLeast(IGF1_BASELINE, BASELINE_IGF1_VERY_HIGH)),
    message=f"The baseline IGF-1 of {IGF1_BASELINE} at {AGE} is at or past the top of the "
    f"document's zone of {BASELINE_IGF1_HIGH:bare} to {BASELINE_IGF1_VERY_HIGH}, where it sees no "
    "meaningful benefit left to gain.",
    cites=(claim("high-baseline-220-250"), claim("needs-deficient-axis")),
    note=_ZONES_OVERLAP,
)

IGF1_OVERSHOOT_RISK: Final = Rule(
    id="igf1-overshoot-risk",
    title=f"The expected rise would pass {IGF1_STOP}",
    category="lab-interpretation",
    origin="document",
    severity="advisory",
    condition=Above(IGF1_MOST_RISEN, IGF1_STOP),
    message=f"From a baseline of {IGF1_BASELINE}, the document's expected rise of "
    f"{RISE_EXPECTED_LOW:bare} to {RISE_EXPECTED_HIGH} could reach {IGF1_MOST_RISEN}, past its own "
    f"limit of {IGF1_STOP}.",
    computed={"igf1_after_rise": (IGF1_LEAST_RISEN, IGF1_MOST_RISEN)},
    cites=(claim("igf1-rise-20-35"), claim("retest-6-8-stop-300")),
    extra_limits={IGF1_BASELINE: (BASELINE_IGF1_HIGH, BASELINE_IGF1_VERY_HIGH)},
    note="Worked out from two of the document's figures; the document does not join them itself.",
)

RULES: Final = (IGF1_BASELINE_IN_ZONE, IGF1_BASELINE_VERY_HIGH, IGF1_OVERSHOOT_RISK)
