"""Rules that read the rise of IGF-1 beside body composition and body size."""

from datetime import timedelta
from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.nutrition import protein_figure
from app.domain.rules.response import EARLIEST_WEEK, EXPECTED_FROM_PCT, RISE_LIMITS_PCT
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

COMPOSITION_FROM_WEEK: Final = 16
"""Earliest week at which body composition is judged; claim commit-16wk-dexa."""
HIGHEST_LEAN_SHARE: Final = 0.20
"""Just above the worst end of the document's band with sermorelin [assumption]."""
FIRST_SCAN_WITHIN: Final = timedelta(weeks=4)
"""A first scan up to this long after the start still shows the start (rule catalogue)."""
LEAST_PROTEIN_G_PER_KG: Final = 1.6
"""Least protein a day; claim protein-min-1-6."""
NOTABLE_WEIGHT_CHANGE_PCT: Final = -5.0
"""From here weight loss on its own can move IGF-1; reference redman-2010."""
OBESE_FROM_KG_PER_M2: Final = 30.0
"""Body-mass index at which the response to GHRH is blunted; reference obesity-gh."""
_LIMITS_SHARE_PCT: Final = (100 * HIGHEST_LEAN_SHARE,)
_LIMITS_LOSS_PCT: Final = (-NOTABLE_WEIGHT_CHANGE_PCT,)
_LIMITS_KG_PER_M2: Final = (OBESE_FROM_KG_PER_M2,)


def _no_composition(facts: Facts) -> Verdict:
    active, rise = facts.treatment.active, facts.igf1.rise_pct
    weeks = facts.treatment.weeks_on_treatment
    if active is False or (weeks is not None and weeks < COMPOSITION_FROM_WEEK):
        return CLEAR
    if rise is not None and rise < EXPECTED_FROM_PCT:
        return CLEAR
    lean_heavy, short = _is_lean_heavy(facts), _is_support_short(facts)
    if lean_heavy is False or short is False:
        return CLEAR
    if active and lean_heavy and short and rise is not None and weeks is not None:
        return _raise_no_composition(facts, rise_pct=rise, weeks=weeks)
    return _ask_no_composition(facts, lean_heavy=lean_heavy, short=short)


def _is_lean_heavy(facts: Facts) -> bool | None:
    """Whether too much of the weight lost under treatment was lean; None is unknown."""
    composition, started_on = facts.composition, facts.sermorelin.started_on
    if started_on is None or _first_scan_is_late(facts):
        return None
    if composition.loss_is_measurable and composition.lean_share_of_loss is not None:
        return composition.lean_share_of_loss > HIGHEST_LEAN_SHARE
    return composition.loss_is_measurable


def _first_scan_is_late(facts: Facts) -> bool:
    first, started_on = facts.composition.first_dxa_on, facts.sermorelin.started_on
    return first is not None and started_on is not None and first - started_on > FIRST_SCAN_WITHIN


def _is_support_short(facts: Facts) -> bool | None:
    protein, sessions = facts.protein_g_per_kg, facts.sessions
    if sessions == 0 or (protein is not None and protein < LEAST_PROTEIN_G_PER_KG):
        return True
    return None if protein is None or sessions is None else False


def _raise_no_composition(facts: Facts, *, rise_pct: float, weeks: int) -> Raised:
    share_pct = 100 * (facts.composition.lean_share_of_loss or 0.0)
    protein = facts.protein_g_per_kg
    short = []
    if protein is not None and protein < LEAST_PROTEIN_G_PER_KG:
        short.append(f"protein is {protein_figure(protein)} g/kg a day")
    if facts.sessions == 0:
        short.append("there is no resistance training")
    return Raised(
        f"IGF-1 rose by {figure(rise_pct, RISE_LIMITS_PCT)} %, but "
        f"{figure(share_pct, _LIMITS_SHARE_PCT)} % of the weight lost by week {weeks} was "
        f"lean mass, and {' and '.join(short)}. The document looks at protein and training.",
        {"igf1_rise": Computed("%", rise_pct), "lean_share": Computed("%", share_pct)},
    )


def _ask_no_composition(facts: Facts, *, lean_heavy: bool | None, short: bool | None) -> Unknown:
    asked: list[str] = []
    if facts.treatment.active is None:
        asked += missing.status(facts)
    if facts.igf1.rise_pct is None:
        asked += missing.rise_pct(facts.igf1)
    if facts.treatment.weeks_on_treatment is None:
        asked += missing.weeks_on_treatment(facts)
    if lean_heavy is None:
        late = _first_scan_is_late(facts)
        asked += ("body_composition",) if late else facts.composition.share_missing
    if short is None and facts.protein_g_per_kg is None:
        asked += missing.protein_g_per_kg(facts)
    if short is None and facts.sessions is None:
        asked.append("training.resistance_sessions_per_week")
    return Unknown(tuple(dict.fromkeys(asked)))


def _confounded(facts: Facts) -> Verdict:
    week, rise = facts.igf1.current_week, facts.igf1.rise_pct
    change = facts.composition.weight_change_pct
    if (week is not None and week < EARLIEST_WEEK) or (
        change is not None and change > NOTABLE_WEIGHT_CHANGE_PCT
    ):
        return CLEAR
    if rise is not None and not 0 < rise < EXPECTED_FROM_PCT:
        return CLEAR
    if week is None or rise is None or change is None:
        return _ask_confounded(facts)
    return Raised(
        f"IGF-1 rose by {figure(rise, RISE_LIMITS_PCT)} % by week {week} while body weight fell "
        f"by {figure(-change, _LIMITS_LOSS_PCT)} %. Weight loss without the drug raised "
        "IGF-1 by 10 to 19 % in a trial, so the drug may not be the cause.",
        {"igf1_rise": Computed("%", rise), "weight_change": Computed("%", change)},
    )


def _ask_confounded(facts: Facts) -> Unknown:
    # What supplies the rise supplies the week of the draw too.
    return Unknown(missing.rise_pct(facts.igf1) + facts.composition.weight_missing)


def _obesity_blunted(facts: Facts) -> Verdict:
    bmi = facts.bmi
    if bmi is None:
        return Unknown(missing.bmi(facts))
    if bmi < OBESE_FROM_KG_PER_M2:
        return CLEAR
    return Raised(
        f"At a body-mass index of {figure(bmi, _LIMITS_KG_PER_M2)} kg/m2 the response to GHRH "
        "is often blunted: it was abnormal in 64 % of people from 30 on. A weaker effect is "
        "likely, and a low GH is no proof of deficiency.",
        {"bmi": Computed("kg/m2", bmi)},
    )


RESPONSE_IGF1_OK_NO_COMPOSITION: Final = Rule(
    id="response-igf1-ok-no-composition",
    title="IGF-1 has risen but lean mass is being lost",
    category="response",
    origin="document",
    severity="advisory",
    when=(
        "treatment is active, weeks_on_treatment >= 16, rise_pct >= 20, the observed lean share of "
        "the weight lost > 0.20, and protein < 1.6 g/kg or resistance_sessions_per_week == 0"
    ),
    boundary="week 16 and a rise of 20 raise; a share of 0.20 and protein of 1.6 do not",
    reads=(
        "sermorelin.status",
        "sermorelin.started_on",
        "sermorelin.weeks_on_treatment",
        "labs.igf1_rise_pct",
        "body_composition.lean_share_of_loss",
        "nutrition.protein_g_per_kg",
        "training.resistance_sessions_per_week",
    ),
    claims=("troubleshoot-order", "zero-training-no-signal", "protein-min-1-6"),
    assumptions=(
        "A lean share above 0.20 is past the document's band with sermorelin: no effect is seen.",
    ),
    note=(
        "The lean share runs from the first to the last DXA entry, by fat-free mass where both "
        "have it, else by lean soft tissue. At least 5 kg of weight and 1.5 kg of lean mass must "
        "be lost, and the first entry be no later than 4 weeks after the start. A smaller loss is "
        "clear; fewer or later entries leave it unknown."
    ),
    decide=_no_composition,
)

EXT_RESPONSE_CONFOUNDED: Final = Rule(
    id="ext-response-confounded",
    title="Weight loss alone may explain the rise of IGF-1",
    category="response",
    origin="external",
    severity="info",
    when=(
        "igf1_current_week >= 6, 0 < rise_pct < 20 and weight_change_pct <= -5 from the first to "
        "the last body-composition entry"
    ),
    boundary="-5 % raises; a rise of 0 or of 20 does not; week 6 counts",
    reads=(
        "labs.igf1_current_week",
        "labs.igf1_rise_pct",
        "body_composition.weight_change_pct",
    ),
    claims=("nonresponse-15-20",),
    references=("redman-2010",),
    decide=_confounded,
)

EXT_OBESITY_BLUNTED: Final = Rule(
    id="ext-obesity-blunted",
    title="Obesity blunts the response to GHRH",
    category="response",
    origin="external",
    severity="info",
    when="body-mass index >= 30 kg/m2",
    boundary="30 raises",
    reads=("patient.height_cm", "patient.weight_kg", "patient.bmi"),
    claims=("needs-deficient-axis",),
    references=("obesity-gh", "geref-ch-smpc"),
    decide=_obesity_blunted,
)

RULES: Final = (
    RESPONSE_IGF1_OK_NO_COMPOSITION,
    EXT_RESPONSE_CONFOUNDED,
    EXT_OBESITY_BLUNTED,
)
