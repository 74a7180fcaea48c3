"""Rules on the tests and scans that the document asks for."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.protocol import RESPONSE_WEEK
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict
from app.domain.rules.titration import lacks_judged_igf1

LAST_RECHECK_WEEK: Final = 8
"""Past it the recheck is overdue; claim titrate-igf1-6-8wk."""
EARLIEST_FOLLOWUP_WEEK: Final = 16.0
"""The week of the document's second DEXA; claims commit-16wk-dexa, dexa-baseline-16."""
DXA_NOISE_KG: Final = 1.5
"""Upper end of the least change that DXA can tell in one person; reference dxa-water."""

_ASK_LABS: Final = Unknown(("labs",))
_LIMITS_WEEKS: Final = (EARLIEST_FOLLOWUP_WEEK,)
_LIMITS_KG: Final = (DXA_NOISE_KG,)


def _baseline_igf1_missing(facts: Facts) -> Verdict:
    taken, igf1 = facts.treatment.planned_or_active, facts.igf1
    if taken is False or igf1.has_baseline:
        return CLEAR
    if taken is None or igf1.has_baseline is None:
        ask_plan = missing.planned_or_active(facts) if taken is None else ()
        ask_labs = missing.baseline(igf1) if igf1.has_baseline is None else ()
        return Unknown(tuple(dict.fromkeys((*ask_plan, *ask_labs))))
    return Raised(
        "No IGF-1 from before the treatment is recorded: later there is nothing to judge the "
        "response against."
    )


def _igf1_due(facts: Facts) -> Verdict:
    active, weeks = facts.treatment.active, facts.treatment.weeks_on_treatment
    if active is False or (weeks is not None and weeks < RESPONSE_WEEK):
        return CLEAR
    lacking = lacks_judged_igf1(facts.igf1)
    if lacking is False:
        return CLEAR
    if active is None or weeks is None or lacking is None:
        ask_status = missing.status(facts) if active is None else ()
        ask_weeks = missing.weeks_on_treatment(facts) if weeks is None else ()
        ask_labs = missing.current(facts.igf1) if lacking is None else ()
        return Unknown(tuple(dict.fromkeys((*ask_status, *ask_weeks, *ask_labs))))
    due = "overdue" if weeks > LAST_RECHECK_WEEK else "due"
    return Raised(
        f"Week {weeks} of treatment without an IGF-1 from week 6 or later: the recheck that the "
        f"document puts at 6 to 8 weeks is {due}."
    )


def _igf1_too_early(facts: Facts) -> Verdict:
    week = facts.igf1.current_week
    if week is None:
        if facts.igf1.has_current is False or facts.treatment.planned:
            return CLEAR  # there is none, or cannot be one yet
        return Unknown(missing.current(facts.igf1))
    if week >= RESPONSE_WEEK:
        return CLEAR
    return Raised(
        f"The IGF-1 on treatment was drawn in week {week}, before week 6: too early to judge the "
        "response. The document puts a detectable rise at 2 to 4 weeks and the peak at 8 to 12."
    )


def _dexa_plan(facts: Facts) -> Verdict:
    taken = facts.treatment.planned_or_active
    baseline, week = _has_first_dexa(facts), facts.monitoring.dexa_followup_week
    short = None if week is None else week < EARLIEST_FOLLOWUP_WEEK
    if taken is False or (baseline and short is False):
        return CLEAR
    ask_plan = missing.planned_or_active(facts) if taken is None else ()
    if baseline is False or short:
        return Unknown(ask_plan) if ask_plan else Raised(_dexa_message(facts))
    ask_baseline = _ask_first_dexa(facts) if baseline is None else ()
    ask_week = ("monitoring.dexa_followup_week",) if short is None else ()
    return Unknown(tuple(dict.fromkeys((*ask_plan, *ask_baseline, *ask_week))))


def _has_first_dexa(facts: Facts) -> bool | None:
    """Whether there is a DEXA from the start; None where a missing start keeps an entry open."""
    return None if _entry_awaits_start(facts) else facts.dexa_baseline


def _entry_awaits_start(facts: Facts) -> bool:
    return (
        facts.composition.first_dxa_on is not None
        and facts.sermorelin.started_on is None
        and not facts.treatment.planned
        and not facts.dexa_baseline
    )


def _ask_first_dexa(facts: Facts) -> tuple[str, ...]:
    ask_plan = ("monitoring.dexa_baseline",) if facts.monitoring.dexa_baseline is None else ()
    if facts.composition.first_dxa_on is None:
        return (*ask_plan, "body_composition")
    ask_start = ("sermorelin.started_on",) if _entry_awaits_start(facts) else ()
    return ask_plan + ask_start


def _dexa_message(facts: Facts) -> str:
    week, gaps = facts.monitoring.dexa_followup_week, []
    if _has_first_dexa(facts) is False:
        gaps.append("there is no DEXA from before the treatment")
    if week is not None and week < EARLIEST_FOLLOWUP_WEEK:
        shown = figure(week, _LIMITS_WEEKS)
        gaps.append(f"the second DEXA is planned for week {shown}, before week 16")
    told = " and ".join(gaps)
    return (
        f"{told[0].upper()}{told[1:]}. The document asks for one at the start and one at week 16."
    )


def _glucose_missing(facts: Facts) -> Verdict:
    active, recorded = facts.treatment.active, facts.glucose.recorded
    if active is False or recorded:
        return CLEAR
    if active is None:
        ask_labs = ("labs",) if recorded is None else ()
        return Unknown(missing.status(facts) + ask_labs)
    if recorded is None:
        return _ASK_LABS
    return Raised(
        "No fasting glucose is recorded, although the document lists it among the markers to watch."
    )


def _dxa_uncertainty(facts: Facts) -> Verdict:
    difference_kg = facts.composition.dxa_lean_difference_kg
    if difference_kg is None:
        return Unknown(facts.composition.difference_missing)
    if difference_kg >= DXA_NOISE_KG:
        return CLEAR
    return Raised(
        f"The last two DXA lean masses differ by {figure(difference_kg, _LIMITS_KG)} kg. In one "
        "person a change under about 1 to 1.5 kg is within the error of the scan, drugs of this "
        "kind also hold back water, and the effect that the document reports (0.6 kg) is smaller "
        "still.",
        {"dxa_lean_difference": Computed("kg", difference_kg)},
    )


MONITOR_BASELINE_IGF1_MISSING: Final = Rule(
    id="monitor-baseline-igf1-missing",
    title="No IGF-1 from before the treatment",
    category="monitoring",
    origin="document",
    severity="advisory",
    when="sermorelin is planned or active, and the labs hold no IGF-1 on or before its start",
    boundary=(
        "a draw on the day of the start counts; labs without any IGF-1 raise whatever the dates; "
        "labs not given, or an IGF-1 without a known start: unknown"
    ),
    reads=("sermorelin.planned_or_active", "labs.igf1_recorded", "labs.igf1_baseline"),
    claims=("response-20-30", "nonresponse-15-20"),
    decide=_baseline_igf1_missing,
)

MONITOR_IGF1_DUE: Final = Rule(
    id="monitor-igf1-due",
    title="IGF-1 recheck is due",
    category="monitoring",
    origin="document",
    severity="advisory",
    when=(
        "status is active, weeks_on_treatment >= 6, and igf1_current_week < 6 or no IGF-1 drawn on "
        "treatment"
    ),
    boundary="week 6 raises; a draw in week 6 satisfies; overdue after week 8; no labs: unknown",
    reads=(
        "sermorelin.status",
        "sermorelin.weeks_on_treatment",
        "labs.igf1_recorded",
        "labs.igf1_current",
        "labs.igf1_current_week",
    ),
    claims=("titrate-igf1-6-8wk", "response-20-30"),
    decide=_igf1_due,
)

MONITOR_IGF1_TOO_EARLY: Final = Rule(
    id="monitor-igf1-too-early",
    title="IGF-1 on treatment was drawn too early to judge",
    category="monitoring",
    origin="document",
    severity="info",
    when="the last IGF-1 drawn on treatment has igf1_current_week < 6",
    boundary="week 6 does not raise; a draw that does not exist does not raise",
    reads=("labs.igf1_recorded", "labs.igf1_current", "labs.igf1_current_week"),
    claims=("igf1-onset-2-4", "igf1-onset-3-4", "igf1-kinetics-peak"),
    decide=_igf1_too_early,
)

MONITOR_DEXA_PLAN: Final = Rule(
    id="monitor-dexa-plan",
    title="DEXA plan falls short of the document's",
    category="monitoring",
    origin="document",
    severity="info",
    when=(
        "sermorelin is planned or active, and there is no DEXA from the start or "
        "monitoring.dexa_followup_week < 16"
    ),
    boundary=(
        "week 16 satisfies; a DXA entry on or before the start counts as the first DEXA, and "
        "without a known start leaves it unknown"
    ),
    reads=(
        "sermorelin.planned_or_active",
        "sermorelin.status",
        "sermorelin.started_on",
        "body_composition.first_dxa_on",
        "monitoring.dexa_baseline",
        "monitoring.dexa_followup_week",
    ),
    claims=("commit-16wk-dexa", "dexa-baseline-16"),
    decide=_dexa_plan,
)

MONITOR_GLUCOSE_MISSING: Final = Rule(
    id="monitor-glucose-missing",
    title="No fasting glucose is recorded",
    category="monitoring",
    origin="document",
    severity="advisory",
    when="status is active, and the labs hold no fasting glucose",
    boundary="one result of any date up to as_of satisfies; labs not given: unknown",
    reads=("sermorelin.status", "labs.fasting_glucose_recorded"),
    claims=("monitor-glucose-igfbp3", "insulin-sensitivity"),
    decide=_glucose_missing,
)

EXT_DXA_UNCERTAINTY: Final = Rule(
    id="ext-dxa-uncertainty",
    title="DXA change is within the error of the scan",
    category="monitoring",
    origin="external",
    severity="info",
    when="dxa_lean_difference_kg < 1.5, up or down, from the scan before to the last",
    boundary="1.5 kg does not raise",
    reads=("body_composition.dxa_lean_difference_kg",),
    claims=("dexa-gold-standard", "commit-16wk-dexa"),
    references=("dxa-water",),
    note="Fat-free mass where both scans have it, else lean soft tissue where both have that.",
    decide=_dxa_uncertainty,
)

RULES: Final = (
    MONITOR_BASELINE_IGF1_MISSING,
    MONITOR_IGF1_DUE,
    MONITOR_IGF1_TOO_EARLY,
    MONITOR_DEXA_PLAN,
    MONITOR_GLUCOSE_MISSING,
    EXT_DXA_UNCERTAINTY,
)
