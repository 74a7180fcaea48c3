"""Laboratory results: latest, baseline and current value, and the rise between them."""

import sys
from collections.abc import Callable
from functools import cache
from typing import Final

from app.domain.decimals import round_decimal
from app.domain.facts.fact import Fact, Input, derived, inner
from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series
from app.domain.thresholds import (
    DIABETES_GLUCOSE,
    DIABETES_HBA1C,
    IGF1_STOP,
    IGF1_SUPRAPHYSIOLOGIC,
    PREDIABETES_GLUCOSE,
    PREDIABETES_HBA1C,
    RESPONSE_WEEK,
    RISE_EXPECTED_HIGH,
    RISE_EXPECTED_LOW,
    RISE_STRICT,
    RISE_TOO_LITTLE,
    UNCONTROLLED_GLUCOSE,
    UNCONTROLLED_HBA1C,
    Z_TOLERATED,
    Z_USUAL,
)
from app.domain.units import PERCENT

LABS_INPUT: Final = Input(
    path="labs", label="laboratory results", question="Which results are there?", answer="entry"
)
REFERENCE_HIGH_INPUT: Final = Input(
    path="labs[].reference_high",
    label="upper limit of the result's own reference range",
    question="Where does the laboratory's own reference range end?",
    answer="number",
)
Z_SCORE_INPUT: Final = Input(
    path="labs[].z_score",
    label="z-score of the result",
    question="By how many standard deviations does the result differ from the mean of its age?",
    answer="number",
    unit="1",
)
_LABS: Final = (LABS_INPUT.path,)
_GLUCOSE_LIMITS: Final = (PREDIABETES_GLUCOSE, DIABETES_GLUCOSE, UNCONTROLLED_GLUCOSE)


def missing_baseline(series: Series) -> tuple[str, ...]:
    """Inputs that would supply an analyte's baseline, its current value or its rise."""
    return series.start_missing + (() if series.recorded and series.start_missing else _LABS)


def _missing_igf1(facts: Facts) -> tuple[str, ...]:
    return missing_baseline(facts.igf1)


def _missing_rise(facts: Facts) -> tuple[str, ...]:
    # What supplies the rise supplies both draws, and the week of the current one.
    return missing_baseline(facts.igf1) if facts.igf1.rise_pct is None else ()


def _missing_glucose_baseline(facts: Facts) -> tuple[str, ...]:
    return missing_baseline(facts.glucose)


def _missing_glucose_rise(facts: Facts) -> tuple[str, ...]:
    return _LABS if facts.glucose.latest is None else missing_baseline(facts.glucose)


def _missing_in_entry(asked: Input) -> Callable[[Facts], tuple[str, ...]]:
    def missing(facts: Facts) -> tuple[str, ...]:
        index = facts.igf1.latest_index
        return _LABS if index is None else _in_entry(asked.path, index)

    return missing


@cache
def _in_entry(path: str, index: int) -> tuple[str, ...]:
    return (path.replace("[]", f"[{index}]"),)


def _lacks_judged(facts: Facts) -> bool | None:
    """Whether no IGF-1 was drawn on treatment at week 6 or later; None where that is open."""
    igf1 = facts.igf1
    if igf1.current_week is not None:
        return igf1.current_week < RESPONSE_WEEK.value
    return None if igf1.has_current is None else True


def _has_current(facts: Facts) -> bool | None:
    # A treatment that is only planned has no draw on treatment yet.
    return False if facts.treatment.planned else facts.igf1.has_current


def _least_risen(facts: Facts) -> float | None:
    highest = _most_risen(facts)
    if facts.igf1.baseline is None or highest is None:
        return None
    return min(facts.igf1.baseline * (1 + RISE_EXPECTED_LOW.value / PERCENT), highest)


def _most_risen(facts: Facts) -> float | None:
    if facts.igf1.baseline is None:
        return None
    # A wild baseline may not turn into an infinity that no JSON can carry.
    risen = facts.igf1.baseline * (1 + RISE_EXPECTED_HIGH.value / PERCENT)
    return min(risen, sys.float_info.max)


def _glucose_rise(facts: Facts) -> float | None:
    latest, baseline = facts.glucose.latest, facts.glucose.baseline
    if latest is None or baseline is None:
        return None
    return round_decimal(latest.value - baseline)


IGF1_RECORDED: Final[Fact[bool]] = derived(
    "labs.igf1_recorded", "IGF-1 recorded", "igf1.recorded", supplied_by=_LABS
)
IGF1_LATEST: Final[Fact[float]] = derived(
    "labs.igf1_latest",
    "latest IGF-1",
    "igf1.latest_value",
    supplied_by=_LABS,
    unit="ng/mL",
    limits=(IGF1_STOP, IGF1_SUPRAPHYSIOLOGIC),
)
REFERENCE_HIGH: Final[Fact[float]] = derived(
    "labs.igf1_latest.reference_high",
    "upper limit of IGF-1",
    "igf1.reference_high",
    supplied_by=_missing_in_entry(REFERENCE_HIGH_INPUT),
    unit="ng/mL",
)
Z_SCORE: Final[Fact[float]] = derived(
    "labs.igf1_latest.z_score",
    "z-score of IGF-1",
    "igf1.z_score",
    supplied_by=_missing_in_entry(Z_SCORE_INPUT),
    unit="1",
    limits=(Z_USUAL, Z_TOLERATED),
)
IGF1_BASELINE: Final[Fact[float]] = derived(
    "labs.igf1_baseline", "baseline IGF-1", "igf1.baseline", supplied_by=_missing_igf1, unit="ng/mL"
)
IGF1_CURRENT: Final[Fact[float]] = derived(
    "labs.igf1_current", "current IGF-1", "igf1.current", supplied_by=_missing_igf1, unit="ng/mL"
)
IGF1_CURRENT_WEEK: Final[Fact[float]] = derived(
    "labs.igf1_current_week",
    "week of the current IGF-1",
    "igf1.current_week",
    supplied_by=_missing_igf1,
)
IGF1_RISE: Final[Fact[float]] = derived(
    "labs.igf1_rise_pct",
    "rise of IGF-1",
    "igf1.rise_pct",
    supplied_by=_missing_rise,
    unit="%",
    limits=(RISE_TOO_LITTLE, RISE_EXPECTED_LOW, RISE_STRICT, RISE_EXPECTED_HIGH),
)
GLUCOSE_RECORDED: Final[Fact[bool]] = derived(
    "labs.fasting_glucose_recorded",
    "fasting glucose recorded",
    "glucose.recorded",
    supplied_by=_LABS,
    says=("a fasting glucose is recorded", "no fasting glucose is recorded"),
)
GLUCOSE_LATEST: Final[Fact[float]] = derived(
    "labs.fasting_glucose_latest",
    "latest fasting glucose",
    "glucose.latest_value",
    supplied_by=_LABS,
    unit="mg/dL",
    limits=_GLUCOSE_LIMITS,
)
GLUCOSE_BASELINE: Final[Fact[float]] = derived(
    "labs.fasting_glucose_baseline",
    "baseline fasting glucose",
    "glucose.baseline",
    supplied_by=_missing_glucose_baseline,
    unit="mg/dL",
    limits=_GLUCOSE_LIMITS,
)
HBA1C_LATEST: Final[Fact[float]] = derived(
    "labs.hba1c_latest",
    "latest HbA1c",
    "hba1c.latest_value",
    supplied_by=_LABS,
    unit="%",
    limits=(PREDIABETES_HBA1C, DIABETES_HBA1C, UNCONTROLLED_HBA1C),
)

HAS_BASELINE_IGF1: Final[Fact[bool]] = inner(
    "labs.igf1_has_baseline",
    "baseline IGF-1 recorded",
    "igf1.has_baseline",
    supplied_by=_missing_igf1,
    made_of=(IGF1_RECORDED, IGF1_BASELINE),
    says=("a baseline IGF-1 is recorded", "no baseline IGF-1 is recorded"),
)
HAS_CURRENT_IGF1: Final[Fact[bool]] = inner(
    "labs.igf1_has_current",
    "IGF-1 drawn on treatment",
    _has_current,
    supplied_by=_missing_igf1,
    made_of=(IGF1_RECORDED, IGF1_CURRENT),
    says=("an IGF-1 is drawn on treatment", "no IGF-1 is drawn on treatment"),
)
LACKS_JUDGED_IGF1: Final[Fact[bool]] = inner(
    "labs.igf1_lacks_judged",
    "IGF-1 to judge the response by is lacking",
    _lacks_judged,
    supplied_by=_missing_igf1,
    made_of=(IGF1_RECORDED, IGF1_CURRENT, IGF1_CURRENT_WEEK),
    says=(
        f"there is no IGF-1 from week {RESPONSE_WEEK.value} of treatment or later",
        f"there is an IGF-1 from week {RESPONSE_WEEK.value} of treatment or later",
    ),
)
IGF1_LEAST_RISEN: Final[Fact[float]] = inner(
    "labs.igf1_least_risen",
    "baseline IGF-1 after the least expected rise",
    _least_risen,
    supplied_by=_missing_igf1,
    unit="ng/mL",
    made_of=(IGF1_BASELINE,),
)
IGF1_MOST_RISEN: Final[Fact[float]] = inner(
    "labs.igf1_most_risen",
    f"baseline IGF-1 after the largest expected rise ({RISE_EXPECTED_HIGH})",
    _most_risen,
    supplied_by=_missing_igf1,
    unit="ng/mL",
    made_of=(IGF1_BASELINE,),
)
GLUCOSE_RISEN: Final[Fact[float]] = inner(
    "labs.fasting_glucose_rise",
    "rise of fasting glucose from baseline to latest",
    _glucose_rise,
    supplied_by=_missing_glucose_rise,
    unit="mg/dL",
    made_of=(GLUCOSE_BASELINE, GLUCOSE_LATEST),
)

INPUTS: Final = (LABS_INPUT, REFERENCE_HIGH_INPUT, Z_SCORE_INPUT)
FACTS: Final = (
    IGF1_RECORDED,
    IGF1_LATEST,
    REFERENCE_HIGH,
    Z_SCORE,
    IGF1_BASELINE,
    IGF1_CURRENT,
    IGF1_CURRENT_WEEK,
    IGF1_RISE,
    GLUCOSE_RECORDED,
    GLUCOSE_LATEST,
    GLUCOSE_BASELINE,
    HBA1C_LATEST,
    HAS_BASELINE_IGF1,
    HAS_CURRENT_IGF1,
    LACKS_JUDGED_IGF1,
    IGF1_LEAST_RISEN,
    IGF1_MOST_RISEN,
    GLUCOSE_RISEN,
)
