"""Rules on the first dose and on changing it by the IGF-1 response."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series
from app.domain.protocol import (
    BASELINE_IGF1_AGES_YEARS,
    BASELINE_IGF1_HIGH_NG_PER_ML,
    HIGHEST_DOSE_MCG,
    HIGHEST_START_DOSE_MCG,
    RESPONSE_WEEK,
)
from app.domain.rules.figure import figure, signed
from app.domain.rules.response import RISE_LIMITS_PCT
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

WEAK_RISE_PCT: Final = 15.0
"""Low end of the document's floor of 15-20 %; claim nonresponse-15-20."""
STOP_NG_PER_ML: Final = 300.0
"""Above it the document stops or reduces; claim retest-6-8-stop-300."""

_YOUNGEST_YEARS, _OLDEST_YEARS = BASELINE_IGF1_AGES_YEARS
_ONE_DOSE: Final = (
    "The document has an outcome at 200 mcg only, so a change of the dose rests on IGF-1 alone."
)
_INCREASE: Final = ("sermorelin.dose_increase_planned",)
_START_LIMITS_MCG: Final = (HIGHEST_START_DOSE_MCG,)
_LIMITS_MCG: Final = (HIGHEST_DOSE_MCG,)
_LIMITS_NG_PER_ML: Final = (BASELINE_IGF1_HIGH_NG_PER_ML,)


def lacks_judged_igf1(igf1: Series) -> bool | None:
    """Whether no IGF-1 was drawn on treatment at week 6 or later; None where that is open."""
    if igf1.current_week is not None:
        return igf1.current_week < RESPONSE_WEEK
    return None if igf1.has_current is None else True


def _start_dose_high(facts: Facts) -> Verdict:
    dose, treatment = facts.sermorelin.dose_mcg, facts.treatment
    weeks = treatment.weeks_on_treatment
    if treatment.stopped or weeks or (dose is not None and dose <= HIGHEST_START_DOSE_MCG):
        return CLEAR
    if dose is None or weeks is None:
        ask_status = missing.status(facts) if treatment.status is None else ()
        ask_weeks = missing.weeks_on_treatment(facts) if weeks is None else ()
        ask_dose = ("sermorelin.dose_mcg",) if dose is None else ()
        return Unknown(tuple(dict.fromkeys((*ask_dose, *ask_status, *ask_weeks))))
    return Raised(
        f"The starting dose of {figure(dose, _START_LIMITS_MCG)} mcg a night is above the 200 "
        "to 300 mcg that the document gives for the start."
    )


def _before_lab(facts: Facts) -> Verdict:
    increase = facts.sermorelin.dose_increase_planned
    if increase is False:
        return CLEAR
    lacking = lacks_judged_igf1(facts.igf1)
    if lacking is False:
        return CLEAR
    if increase is None or lacking is None:
        ask_increase = _INCREASE if increase is None else ()
        ask_labs = missing.current(facts.igf1) if lacking is None else ()
        return Unknown(ask_increase + ask_labs)
    return Raised(
        "A higher dose is planned, but there is no IGF-1 from week 6 of treatment or later. "
        "The document changes the dose only on an IGF-1 drawn at 6 to 8 weeks."
    )


def _up_option(facts: Facts) -> Verdict:
    active, dose, igf1 = facts.treatment.active, facts.sermorelin.dose_mcg, facts.igf1
    if active is False or (dose is not None and dose >= HIGHEST_DOSE_MCG) or _no_room(igf1):
        return CLEAR
    rise, week = igf1.rise_pct, igf1.current_week
    if active is None or dose is None or rise is None or week is None:
        ask_status = missing.status(facts) if active is None else ()
        ask_dose = ("sermorelin.dose_mcg",) if dose is None else ()
        return Unknown(tuple(dict.fromkeys((*ask_status, *ask_dose, *missing.rise_pct(igf1)))))
    return Raised(
        f"IGF-1 changed by {signed(rise, RISE_LIMITS_PCT)} % by week {week} on "
        f"{figure(dose, _LIMITS_MCG)} mcg a night; the document expects a rise of 15 % at "
        "the least. It looks first at bedtime and the empty stomach, and only then at the dose. "
        "This is not advice to change it.",
        {"igf1_rise": Computed("%", rise)},
    )


def _no_room(igf1: Series) -> bool:
    """Whether a known IGF-1 value or its week already rules the option out."""
    return (
        (igf1.current_week is not None and igf1.current_week < RESPONSE_WEEK)
        or (igf1.rise_pct is not None and igf1.rise_pct >= WEAK_RISE_PCT)
        or (igf1.baseline is not None and igf1.baseline >= BASELINE_IGF1_HIGH_NG_PER_ML)
        or (igf1.current is not None and igf1.current > STOP_NG_PER_ML)
    )


def _high_baseline_no_rise(facts: Facts) -> Verdict:
    active, age, igf1 = facts.treatment.active, facts.patient.age_years, facts.igf1
    if active is False or (age is not None and not _YOUNGEST_YEARS <= age <= _OLDEST_YEARS):
        return CLEAR
    if _rose_or_low(igf1):
        return CLEAR
    rise, week, baseline = igf1.rise_pct, igf1.current_week, igf1.baseline
    if active is None or age is None or rise is None or week is None or baseline is None:
        ask_status = missing.status(facts) if active is None else ()
        ask_age = ("patient.age_years",) if age is None else ()
        return Unknown(tuple(dict.fromkeys((*ask_status, *ask_age, *missing.rise_pct(igf1)))))
    began_at = figure(baseline, _LIMITS_NG_PER_ML)
    return Raised(
        f"IGF-1 began high, at {began_at} ng/mL at {age} years, and had not risen by week {week} "
        f"({figure(rise)} %). The document's answer to this is to stop or to reduce the dose.",
        {"igf1_rise": Computed("%", rise)},
    )


def _rose_or_low(igf1: Series) -> bool:
    """Whether IGF-1 is known to have risen, to have begun low, or to be drawn too early."""
    return (
        (igf1.baseline is not None and igf1.baseline < BASELINE_IGF1_HIGH_NG_PER_ML)
        or (igf1.current_week is not None and igf1.current_week < RESPONSE_WEEK)
        or (igf1.rise_pct is not None and igf1.rise_pct > 0)
    )


START_DOSE_HIGH: Final = Rule(
    id="start-dose-high",
    title="Starting dose is above the document's",
    category="titration",
    origin="document",
    severity="advisory",
    when="weeks_on_treatment == 0 and status is not stopped and sermorelin.dose_mcg > 300",
    boundary="300 does not raise; only week 0 counts, a planned treatment included",
    reads=("sermorelin.dose_mcg", "sermorelin.weeks_on_treatment", "sermorelin.status"),
    claims=("dose-start-200-300",),
    suppressed_by=("dose-unit-implausible",),
    note=_ONE_DOSE,
    decide=_start_dose_high,
)

TITRATE_BEFORE_LAB: Final = Rule(
    id="titrate-before-lab",
    title="Dose increase is planned without the IGF-1 that the document asks for",
    category="titration",
    origin="document",
    severity="advisory",
    when="dose_increase_planned, and igf1_current_week < 6 or no IGF-1 drawn on treatment",
    boundary="a draw in week 6 satisfies; labs without any IGF-1 raise; labs not given: unknown",
    reads=(
        "sermorelin.dose_increase_planned",
        "sermorelin.status",
        "sermorelin.started_on",
        "labs.igf1_recorded",
        "labs.igf1_current",
        "labs.igf1_current_week",
    ),
    claims=("titrate-igf1-6-8wk",),
    note=_ONE_DOSE,
    decide=_before_lab,
)

TITRATE_UP_OPTION: Final = Rule(
    id="titrate-up-option",
    title="IGF-1 rise is weak and the dose is inside the document's range",
    category="titration",
    origin="document",
    severity="info",
    when=(
        "status is active, igf1_current_week >= 6, rise_pct < 15, sermorelin.dose_mcg < 500, "
        "IGF-1 baseline < 220 ng/mL and current IGF-1 <= 300 ng/mL"
    ),
    boundary=(
        "a rise of 15 %, 500 mcg and a baseline of 220 do not raise, nor ever a current IGF-1 "
        "above 300; week 6 raises"
    ),
    reads=(
        "sermorelin.status",
        "sermorelin.dose_mcg",
        "labs.igf1_baseline",
        "labs.igf1_current",
        "labs.igf1_current_week",
        "labs.igf1_rise_pct",
    ),
    claims=("nonresponse-15-20", "troubleshoot-order"),
    note=(
        "Silenced while a contraindication is raised, or a rule on symptoms, glucose, high IGF-1, "
        "timing, fasting, frequency or the unit of the dose. "
        f"{_ONE_DOSE}"
    ),
    suppressed_by=(
        "timing-window",
        "timing-daytime",
        "fasting-before-short",
        "fasting-after-short",
        "frequency-not-nightly",
        "frequency-poor",
        "safety-symptoms",
        "glucose-raised",
        "ext-glucose-prediabetes",
        "ext-glucose-diabetes",
        "ext-glucose-diabetes-known",
        "ext-igf1-above-uln",
        "ext-igf1-z-over-3",
        "dose-unit-implausible",
    ),
    yields_to_contraindications=True,
    decide=_up_option,
)

TITRATE_HIGH_BASELINE_NO_RISE: Final = Rule(
    id="titrate-high-baseline-no-rise",
    title="IGF-1 began high and has not risen",
    category="titration",
    origin="document",
    severity="warning",
    when=(
        "status is active, IGF-1 baseline >= 220 ng/mL, 40 <= patient.age_years <= 60, "
        "igf1_current_week >= 6 and rise_pct <= 0"
    ),
    boundary="a baseline of 220, ages 40 and 60, week 6 and a rise of 0 raise",
    reads=(
        "sermorelin.status",
        "patient.age_years",
        "labs.igf1_baseline",
        "labs.igf1_current",
        "labs.igf1_current_week",
        "labs.igf1_rise_pct",
    ),
    claims=("retest-6-8-stop-300", "high-baseline-220-250"),
    note=(
        "Silences response-none: here stopping or reducing comes before checking the dose. "
        f"{_ONE_DOSE}"
    ),
    decide=_high_baseline_no_rise,
)

RULES: Final = (
    START_DOSE_HIGH,
    TITRATE_BEFORE_LAB,
    TITRATE_UP_OPTION,
    TITRATE_HIGH_BASELINE_NO_RISE,
)
