"""Rules on how IGF-1 and body composition answer to treatment."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure, signed
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

EARLIEST_WEEK: Final = 6
"""First week at which a rise is judged; claim response-20-30."""
LOWEST_ENOUGH_PCT: Final = 15.0
"""Below this the rise is too small by either passage; claim nonresponse-15-20."""
EXPECTED_FROM_PCT: Final = 20.0
EXPECTED_TO_PCT: Final = 35.0
"""The expected rise; claim igf1-rise-20-35."""
STRICT_MINIMUM_PCT: Final = 30.0
"""The least rise by the strictest reading; claim response-20-30."""
RISE_LIMITS_PCT: Final = (
    LOWEST_ENOUGH_PCT,
    EXPECTED_FROM_PCT,
    STRICT_MINIMUM_PCT,
    EXPECTED_TO_PCT,
)
"""Of each of these a rise that is shown stays on its own side."""

_READS: Final = (
    "sermorelin.status",
    "labs.igf1_baseline",
    "labs.igf1_current",
    "labs.igf1_current_week",
    "labs.igf1_rise_pct",
)
_CAVEATS: Final = (
    "A rise, or none, is no proof: outside studies saw weight loss alone raise IGF-1 by 10 to 19 % "
    "and a severe deficit lower it by 18 to 27 %, and obesity blunts the response to GHRH. The "
    "document's example of a good response ends at 230 to 250 ng/mL, a zone where it discourages a "
    "start: before treatment other rules judge the value."
)


def _none(facts: Facts) -> Verdict:
    active, week, rise = facts.treatment.active, facts.igf1.current_week, facts.igf1.rise_pct
    if active is False or (week is not None and week < EARLIEST_WEEK):
        return CLEAR
    if rise is not None and rise >= LOWEST_ENOUGH_PCT:
        return CLEAR
    if active is None or week is None or rise is None:
        return _ask(facts)
    return _judged(
        f"IGF-1 changed by {signed(rise, RISE_LIMITS_PCT)} % by week {week}, short of both "
        "thresholds in the document (15-20 % and 20-30 %). It checks dose, timing, fasting and "
        "missed nights in such a case.",
        rise,
    )


def _borderline(facts: Facts) -> Verdict:
    active, week, rise = facts.treatment.active, facts.igf1.current_week, facts.igf1.rise_pct
    if active is False or (week is not None and week < EARLIEST_WEEK):
        return CLEAR
    if rise is not None and not LOWEST_ENOUGH_PCT <= rise < EXPECTED_FROM_PCT:
        return CLEAR
    if active is None or week is None or rise is None:
        return _ask(facts)
    return _judged(
        f"IGF-1 rose by {figure(rise, RISE_LIMITS_PCT)} % by week {week}. The document's "
        "passages disagree here: enough for the one that asks for 15-20 %, too little for the one "
        "that asks for 20-30 %.",
        rise,
    )


def _adequate(facts: Facts) -> Verdict:
    active, week, rise = facts.treatment.active, facts.igf1.current_week, facts.igf1.rise_pct
    if active is False or (week is not None and week < EARLIEST_WEEK):
        return CLEAR
    if rise is not None and not EXPECTED_FROM_PCT <= rise <= EXPECTED_TO_PCT:
        return CLEAR
    if active is None or week is None or rise is None:
        return _ask(facts)
    strict = " A stricter reading of the document asks for 30 %."
    return _judged(
        f"IGF-1 rose by {figure(rise, RISE_LIMITS_PCT)} % by week {week}, inside the expected 20 "
        f"to 35 %.{strict if rise < STRICT_MINIMUM_PCT else ''}",
        rise,
    )


def _above_expected(facts: Facts) -> Verdict:
    active, week, rise = facts.treatment.active, facts.igf1.current_week, facts.igf1.rise_pct
    if active is False or (week is not None and week < EARLIEST_WEEK):
        return CLEAR
    if rise is not None and rise <= EXPECTED_TO_PCT:
        return CLEAR
    if active is None or week is None or rise is None:
        return _ask(facts)
    return _judged(
        f"IGF-1 rose by {figure(rise, RISE_LIMITS_PCT)} % by week {week}, more than the expected "
        "20 to 35 %. The absolute value and the assay deserve a check.",
        rise,
    )


def _ask(facts: Facts) -> Unknown:
    # What supplies the rise supplies the week of the draw too.
    rise = missing.rise_pct(facts.igf1)
    if facts.treatment.active is not None:
        return Unknown(rise)
    return Unknown(tuple(dict.fromkeys((*missing.status(facts), *rise))))


def _judged(message: str, rise_pct: float) -> Raised:
    return Raised(message, {"igf1_rise": Computed("%", rise_pct)})


RESPONSE_NONE: Final = Rule(
    id="response-none",
    title="IGF-1 has hardly risen",
    category="response",
    origin="document",
    severity="warning",
    when="treatment is active, igf1_current_week >= 6 and rise_pct < 15",
    boundary="15 does not raise; week 6 counts, week 5 does not",
    reads=_READS,
    claims=("nonresponse-15-20", "response-20-30", "troubleshoot-order"),
    note=(
        "Silenced where a high baseline did not rise: there the document stops or reduces. "
        f"{_CAVEATS}"
    ),
    suppressed_by=("titrate-high-baseline-no-rise",),
    decide=_none,
)

RESPONSE_BORDERLINE: Final = Rule(
    id="response-borderline",
    title="The rise of IGF-1 is enough for one passage only",
    category="response",
    origin="document",
    severity="advisory",
    when="treatment is active, igf1_current_week >= 6 and 15 <= rise_pct < 20",
    boundary="15 raises, 20 does not; week 6 counts, week 5 does not",
    reads=_READS,
    claims=("nonresponse-15-20", "response-20-30"),
    note=_CAVEATS,
    decide=_borderline,
)

RESPONSE_ADEQUATE: Final = Rule(
    id="response-adequate",
    title="IGF-1 has risen as the document expects",
    category="response",
    origin="document",
    severity="info",
    when="treatment is active, igf1_current_week >= 6 and 20 <= rise_pct <= 35",
    boundary="20 and 35 both raise; week 6 counts, week 5 does not",
    reads=_READS,
    claims=("igf1-rise-20-35", "response-20-30"),
    note=_CAVEATS,
    decide=_adequate,
)

RESPONSE_ABOVE_EXPECTED: Final = Rule(
    id="response-above-expected",
    title="IGF-1 has risen more than the document expects",
    category="response",
    origin="document",
    severity="advisory",
    when="treatment is active, igf1_current_week >= 6 and rise_pct > 35",
    boundary="35 does not raise; week 6 counts, week 5 does not",
    reads=_READS,
    claims=("igf1-rise-20-35", "response-example-180"),
    note=_CAVEATS,
    decide=_above_expected,
)

RULES: Final = (
    RESPONSE_NONE,
    RESPONSE_BORDERLINE,
    RESPONSE_ADEQUATE,
    RESPONSE_ABOVE_EXPECTED,
)
