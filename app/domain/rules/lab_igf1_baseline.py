"""Rules on the IGF-1 baseline: how much room it leaves."""

import sys
from math import inf
from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

YOUNGEST_YEARS: Final = 40
OLDEST_YEARS: Final = 60
"""The ages that the document's zone of high baselines covers; claim high-baseline-220-250."""
HIGH_BASELINE_NG_PER_ML: Final = 220.0
VERY_HIGH_BASELINE_NG_PER_ML: Final = 250.0
"""The two ends of that zone; claim high-baseline-220-250."""
LEAST_RISE: Final = 1.20
LARGEST_RISE: Final = 1.35
"""Follow-up over baseline at the expected rise of 20-35 %; claim igf1-rise-20-35."""
STOP_NG_PER_ML: Final = 300.0
"""The document stops or reduces above this; claim retest-6-8-stop-300."""
_ZONES_OVERLAP: Final = (
    "It is about the value before treatment: under treatment, the document's example of a good "
    "response ends at 230 to 250 ng/mL."
)
_ZONE_NG_PER_ML: Final = (HIGH_BASELINE_NG_PER_ML, VERY_HIGH_BASELINE_NG_PER_ML)
_STOP_NG_PER_ML: Final = (STOP_NG_PER_ML,)


def _baseline_high(facts: Facts) -> Verdict:
    age, baseline = facts.patient.age_years, facts.igf1.baseline
    if _is_outside(age, baseline, HIGH_BASELINE_NG_PER_ML, VERY_HIGH_BASELINE_NG_PER_ML):
        return CLEAR
    if age is None or baseline is None:
        return _ask_age_and_baseline(facts)
    return Raised(
        f"The baseline IGF-1 of {_baseline_figure(baseline)} ng/mL at {age} years is in the zone "
        "of 220 to 250 ng/mL where the document expects little benefit and warns of overshooting."
    )


def _baseline_very_high(facts: Facts) -> Verdict:
    age, baseline = facts.patient.age_years, facts.igf1.baseline
    if _is_outside(age, baseline, VERY_HIGH_BASELINE_NG_PER_ML, inf):
        return CLEAR
    if age is None or baseline is None:
        return _ask_age_and_baseline(facts)
    return Raised(
        f"The baseline IGF-1 of {_baseline_figure(baseline)} ng/mL at {age} years is at or past "
        "the top of the document's zone of 220 to 250 ng/mL, where it sees no meaningful benefit "
        "left to gain."
    )


def _is_outside(age: int | None, baseline: float | None, low: float, high: float) -> bool:
    """Whether the age or the baseline is known to be outside 40-60 years or [low, high)."""
    if age is not None and not YOUNGEST_YEARS <= age <= OLDEST_YEARS:
        return True
    return baseline is not None and not low <= baseline < high


def _ask_age_and_baseline(facts: Facts) -> Unknown:
    age = ("patient.age_years",) if facts.patient.age_years is None else ()
    baseline = missing.baseline(facts.igf1) if facts.igf1.baseline is None else ()
    return Unknown(age + baseline)


def _overshoot_risk(facts: Facts) -> Verdict:
    baseline = facts.igf1.baseline
    if baseline is None:
        return Unknown(missing.baseline(facts.igf1))
    highest = baseline * LARGEST_RISE
    if highest <= STOP_NG_PER_ML:
        return CLEAR
    # A wild baseline may not turn into an infinity that no JSON can carry.
    highest = min(highest, sys.float_info.max)
    least = min(baseline * LEAST_RISE, highest)
    return Raised(
        f"From a baseline of {_baseline_figure(baseline)} ng/mL, the document's expected rise of "
        f"20 to 35 % could reach {figure(highest, _STOP_NG_PER_ML)} ng/mL, past its own limit of "
        "300 ng/mL.",
        {"igf1_after_rise": Computed("ng/mL", low=least, high=highest)},
    )


def _baseline_figure(baseline: float) -> str:
    return figure(baseline, _ZONE_NG_PER_ML)


IGF1_BASELINE_HIGH: Final = Rule(
    id="igf1-baseline-high",
    title="Baseline IGF-1 is in the document's high zone",
    category="lab-interpretation",
    origin="document",
    severity="warning",
    when="40 <= age_years <= 60 and 220 <= igf1_baseline < 250 ng/mL",
    boundary="220 raises, 250 does not; 40 and 60 years are included",
    reads=("patient.age_years", "labs.igf1_baseline"),
    claims=("high-baseline-220-250",),
    note=(
        "Outside 40-60 years the figures are not carried over: the assay's own range decides. "
        f"{_ZONES_OVERLAP}"
    ),
    decide=_baseline_high,
)

IGF1_BASELINE_VERY_HIGH: Final = Rule(
    id="igf1-baseline-very-high",
    title="Baseline IGF-1 is past the document's high zone",
    category="lab-interpretation",
    origin="document",
    severity="warning",
    when="40 <= age_years <= 60 and igf1_baseline >= 250 ng/mL",
    boundary="250 raises; 40 and 60 years are included",
    reads=("patient.age_years", "labs.igf1_baseline"),
    claims=("high-baseline-220-250", "needs-deficient-axis"),
    note=_ZONES_OVERLAP,
    decide=_baseline_very_high,
)

IGF1_OVERSHOOT_RISK: Final = Rule(
    id="igf1-overshoot-risk",
    title="The expected rise would pass 300 ng/mL",
    category="lab-interpretation",
    origin="document",
    severity="advisory",
    when="igf1_baseline * 1.35 > 300 ng/mL, that is a baseline above about 222.2",
    boundary="exactly 300 does not raise",
    reads=("labs.igf1_baseline",),
    claims=("igf1-rise-20-35", "retest-6-8-stop-300"),
    note="Worked out from two of the document's figures; the document does not join them itself.",
    decide=_overshoot_risk,
)

RULES: Final = (IGF1_BASELINE_HIGH, IGF1_BASELINE_VERY_HIGH, IGF1_OVERSHOOT_RISK)
