"""Rules on IGF-1 against the document's limits and against outside reference ranges."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.facts.labs import HIGHEST_USUAL_Z
from app.domain.rules.figure import figure
from app.domain.rules.lab_igf1_baseline import (
    HIGH_BASELINE_NG_PER_ML,
    OLDEST_YEARS,
    STOP_NG_PER_ML,
    YOUNGEST_YEARS,
)
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

SUPRAPHYSIOLOGIC_NG_PER_ML: Final = 350.0
"""Upper end of the document's supraphysiologic band; claim supraphysiologic-300-350."""
HIGHEST_TOLERATED_Z: Final = 3.0
"""Standard deviations above which the class label acts; reference egrifta-label."""
UPPER_QUARTER_FROM_NG_PER_ML: Final = 150.0
"""Where the upper quarter begins at 40-60 years; reference igf1-bidlingmaier."""

_ASK_LABS: Final = Unknown(("labs",))
_ASK_AGE: Final = Unknown(("patient.age_years",))
_BASELINE_LIMITS_NG_PER_ML: Final = (UPPER_QUARTER_FROM_NG_PER_ML, HIGH_BASELINE_NG_PER_ML)
_LIMITS_NG_PER_ML: Final = (STOP_NG_PER_ML, SUPRAPHYSIOLOGIC_NG_PER_ML)
_LIMITS_Z: Final = (HIGHEST_USUAL_Z, HIGHEST_TOLERATED_Z)


def _over_stop_limit(facts: Facts) -> Verdict:
    latest = facts.igf1.latest
    if latest is None:
        return _ASK_LABS
    if not STOP_NG_PER_ML < latest.value <= SUPRAPHYSIOLOGIC_NG_PER_ML:
        return CLEAR
    return Raised(
        f"The latest IGF-1 of {_latest_figure(latest.value)} ng/mL is above 300 ng/mL, "
        "where the document says to stop or to reduce the dose."
    )


def _over_supraphysiologic(facts: Facts) -> Verdict:
    latest = facts.igf1.latest
    if latest is None:
        return _ASK_LABS
    if latest.value <= SUPRAPHYSIOLOGIC_NG_PER_ML:
        return CLEAR
    return Raised(
        f"The latest IGF-1 of {_latest_figure(latest.value)} ng/mL is above the whole band of 300 "
        "to 350 ng/mL that the document calls supraphysiologic. We read this as a reason to stop "
        "and refer."
    )


def _above_own_range(facts: Facts) -> Verdict:
    latest = facts.igf1.latest
    if latest is None:
        return _ASK_LABS
    high, z = latest.reference_high, latest.z_score
    if high is not None and latest.value > high:
        ends_at = figure(high, (latest.value,))
        shown = _latest_figure(latest.value, high, float(ends_at))
        return Raised(
            f"The latest IGF-1 of {shown} ng/mL is above its own reference range, "
            f"which ends at {ends_at} ng/mL. A fixed limit of 300 ng/mL can miss this."
        )
    if z is not None and z > HIGHEST_USUAL_Z:
        return Raised(
            f"The latest IGF-1 of {_latest_figure(latest.value)} ng/mL is {_z_figure(z)} standard "
            "deviations above the mean of its age. A fixed limit of 300 ng/mL can miss this."
        )
    if high is None and z is None:
        entry = f"labs[{facts.igf1.latest_index}]"
        return Unknown((f"{entry}.reference_high", f"{entry}.z_score"))
    return CLEAR


def _z_over_three(facts: Facts) -> Verdict:
    latest = facts.igf1.latest
    if latest is None:
        return _ASK_LABS
    if latest.z_score is None:
        return Unknown((f"labs[{facts.igf1.latest_index}].z_score",))
    if latest.z_score <= HIGHEST_TOLERATED_Z:
        return CLEAR
    return Raised(
        f"The latest IGF-1 of {_latest_figure(latest.value)} ng/mL is {_z_figure(latest.z_score)} "
        "standard deviations above the mean of its age. Past three, the label of a related drug is "
        "a reason to stop; we add referral."
    )


def _quartile_mislabel(facts: Facts) -> Verdict:
    age, baseline = facts.patient.age_years, facts.igf1.baseline
    if age is not None and not YOUNGEST_YEARS <= age <= OLDEST_YEARS:
        return CLEAR
    if baseline is None:
        asked_age = ("patient.age_years",) if age is None else ()
        return Unknown(asked_age + missing.baseline(facts.igf1))
    if not UPPER_QUARTER_FROM_NG_PER_ML <= baseline < HIGH_BASELINE_NG_PER_ML:
        return CLEAR
    if age is None:
        return _ASK_AGE
    shown = figure(baseline, _BASELINE_LIMITS_NG_PER_ML)
    return Raised(
        f"The baseline IGF-1 of {shown} ng/mL may already be in the upper quarter at {age} "
        "years, which begins near 150 to 180 ng/mL. The document puts it at 220 to 250 ng/mL, "
        "which is closer to the 97.5th percentile."
    )


def _latest_figure(ng_per_ml: float, *own_limits: float) -> str:
    return figure(ng_per_ml, _LIMITS_NG_PER_ML + own_limits)


def _z_figure(z_score: float) -> str:
    return figure(z_score, _LIMITS_Z)


IGF1_OVER_300: Final = Rule(
    id="igf1-over-300",
    title="Latest IGF-1 is above 300 ng/mL",
    category="lab-interpretation",
    origin="document",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    when="300 < latest IGF-1 <= 350 ng/mL",
    boundary="300 does not raise, 350 does",
    reads=("labs.igf1_latest",),
    claims=("retest-6-8-stop-300", "supraphysiologic-300-350"),
    decide=_over_stop_limit,
)

IGF1_OVER_350: Final = Rule(
    id="igf1-over-350",
    title="Latest IGF-1 is above 350 ng/mL",
    category="lab-interpretation",
    origin="document",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    when="latest IGF-1 > 350 ng/mL",
    boundary="350 does not raise",
    reads=("labs.igf1_latest",),
    claims=("supraphysiologic-300-350", "high-igf1-cancer-theory"),
    assumptions=(
        (
            "Critical above 350 ng/mL is our reading of the band of 300 to 350; the document "
            "itself stops or reduces above 300."
        ),
    ),
    decide=_over_supraphysiologic,
)

EXT_IGF1_ABOVE_ULN: Final = Rule(
    id="ext-igf1-above-uln",
    title="Latest IGF-1 is above its own reference range",
    category="lab-interpretation",
    origin="external",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    when="latest IGF-1 > its reference_high, or its z_score > 2; either known bound is enough",
    boundary="equal to the upper limit, or z = 2, does not raise",
    reads=("labs.igf1_latest", "labs.igf1_latest.reference_high", "labs.igf1_latest.z_score"),
    claims=("high-baseline-220-250", "supraphysiologic-300-350"),
    references=("igf1-mayo", "igf1-arup", "igf1-roche"),
    note="Ranges differ by assay, age and sex, so the entry's own range counts and no table does.",
    suppressed_by=("ext-igf1-z-over-3",),
    decide=_above_own_range,
)

EXT_IGF1_Z_OVER_3: Final = Rule(
    id="ext-igf1-z-over-3",
    title="Latest IGF-1 is more than three standard deviations high",
    category="lab-interpretation",
    origin="external",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    when="the latest IGF-1 has z_score > 3",
    boundary="3 does not raise; without a z_score it is unknown",
    reads=("labs.igf1_latest", "labs.igf1_latest.z_score"),
    claims=("supraphysiologic-300-350",),
    references=("egrifta-label",),
    decide=_z_over_three,
)

EXT_IGF1_QUARTILE_MISLABEL: Final = Rule(
    id="ext-igf1-quartile-mislabel",
    title="Baseline IGF-1 may be in the true upper quarter",
    category="lab-interpretation",
    origin="external",
    severity="info",
    when="40 <= age_years <= 60 and 150 <= igf1_baseline < 220 ng/mL",
    boundary="150 raises, 220 does not; 40 and 60 years are included",
    reads=("patient.age_years", "labs.igf1_baseline"),
    claims=("high-baseline-220-250",),
    references=("igf1-bidlingmaier", "igf1-mayo", "igf1-mortality"),
    assumptions=("The upper quarter from 150 ng/mL is general knowledge, not one assay's figure.",),
    decide=_quartile_mislabel,
)

RULES: Final = (
    IGF1_OVER_300,
    IGF1_OVER_350,
    EXT_IGF1_ABOVE_ULN,
    EXT_IGF1_Z_OVER_3,
    EXT_IGF1_QUARTILE_MISLABEL,
)
