"""Rules on how IGF-1 answers to treatment."""

from typing import Any, Final

from app.domain.conditions.combine import AllOf
from app.domain.conditions.compare import Above, AtLeast, Below, Is, Within
from app.domain.conditions.condition import Condition
from app.domain.facts.fact import Fact
from app.domain.facts.registry.labs import (
    IGF1_BASELINE,
    IGF1_CURRENT,
    IGF1_CURRENT_WEEK,
    IGF1_RISE,
)
from app.domain.facts.registry.sermorelin import ACTIVE, STATUS
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import (
    GOOD_RESPONSE_HIGH,
    GOOD_RESPONSE_LOW,
    RESPONSE_WEEK,
    RISE_EXPECTED_HIGH,
    RISE_EXPECTED_LOW,
    RISE_STRICT,
    RISE_TOO_LITTLE,
)

_SHOWS: Final[tuple[Fact[Any], ...]] = (STATUS, IGF1_BASELINE, IGF1_CURRENT)
_BY_WEEK: Final = f"by week {IGF1_CURRENT_WEEK}"
_EXPECTED: Final = f"{RISE_EXPECTED_LOW:bare} to {RISE_EXPECTED_HIGH}"
_ENOUGH: Final = f"{RISE_TOO_LITTLE:bare}-{RISE_EXPECTED_LOW}"
_STRICT: Final = f"{RISE_EXPECTED_LOW:bare}-{RISE_STRICT}"
_CAVEATS: Final = (
    "A rise, or none, is no proof: outside studies saw weight loss alone raise IGF-1 by 10 to 19 % "
    "and a severe deficit lower it by 18 to 27 %, and obesity blunts the response to GHRH. The "
    "document's example of a good response ends at "
    f"{GOOD_RESPONSE_LOW:bare} to {GOOD_RESPONSE_HIGH}, a zone where it discourages a "
    "start: before treatment other rules judge the value."
)


def _judged(rise: Condition) -> AllOf:
    """On treatment, drawn late enough to judge, and such a rise."""
    return AllOf(Is(ACTIVE), AtLeast(IGF1_CURRENT_WEEK, RESPONSE_WEEK), rise)


RESPONSE_NONE: Final = Rule(
    id="response-none",
    title="IGF-1 has hardly risen",
    category="response",
    origin="document",
    severity="warning",
    condition=_judged(Below(IGF1_RISE, RISE_TOO_LITTLE)),
    message=f"IGF-1 changed by {IGF1_RISE:signed} {_BY_WEEK}, short of both thresholds in the "
    f"document ({_ENOUGH} and {_STRICT}). It checks dose, timing, fasting and missed nights in "
    "such a case.",
    computed={"igf1_rise": IGF1_RISE},
    cites=(claim("nonresponse-15-20"), claim("response-20-30"), claim("troubleshoot-order")),
    shows=_SHOWS,
    note=(
        "Silenced where a high baseline did not rise: there the document stops or reduces. "
        f"{_CAVEATS}"
    ),
    suppressed_by=("titrate-high-baseline-no-rise",),
)

RESPONSE_BORDERLINE: Final = Rule(
    id="response-borderline",
    title="The rise of IGF-1 is enough for one passage only",
    category="response",
    origin="document",
    severity="advisory",
    condition=_judged(Within(IGF1_RISE, RISE_TOO_LITTLE, RISE_EXPECTED_LOW, "[)")),
    message=f"IGF-1 rose by {IGF1_RISE} {_BY_WEEK}. The document's passages disagree here: enough "
    f"for the one that asks for {_ENOUGH}, too little for the one that asks for {_STRICT}.",
    computed={"igf1_rise": IGF1_RISE},
    cites=(claim("nonresponse-15-20"), claim("response-20-30")),
    shows=_SHOWS,
    note=_CAVEATS,
)

RESPONSE_ADEQUATE: Final = Rule(
    id="response-adequate",
    title="IGF-1 has risen as the document expects",
    category="response",
    origin="document",
    severity="info",
    condition=_judged(Within(IGF1_RISE, RISE_EXPECTED_LOW, RISE_EXPECTED_HIGH)),
    message=(
        f"IGF-1 rose by {IGF1_RISE} {_BY_WEEK}, inside the expected {_EXPECTED}.",
        When(
            Below(IGF1_RISE, RISE_STRICT),
            f" A stricter reading of the document asks for {RISE_STRICT}.",
        ),
    ),
    computed={"igf1_rise": IGF1_RISE},
    cites=(claim("igf1-rise-20-35"), claim("response-20-30")),
    shows=_SHOWS,
    note=_CAVEATS,
)

RESPONSE_ABOVE_EXPECTED: Final = Rule(
    id="response-above-expected",
    title="IGF-1 has risen more than the document expects",
    category="response",
    origin="document",
    severity="advisory",
    condition=_judged(Above(IGF1_RISE, RISE_EXPECTED_HIGH)),
    message=f"IGF-1 rose by {IGF1_RISE} {_BY_WEEK}, more than the expected {_EXPECTED}. The "
    "absolute value and the assay deserve a check.",
    computed={"igf1_rise": IGF1_RISE},
    cites=(claim("igf1-rise-20-35"), claim("response-example-180")),
    shows=_SHOWS,
    note=_CAVEATS,
)

RULES: Final = (
    RESPONSE_NONE,
    RESPONSE_BORDERLINE,
    RESPONSE_ADEQUATE,
    RESPONSE_ABOVE_EXPECTED,
)
