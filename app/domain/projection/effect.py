"""How much of the document's full effect this plan can be credited with."""

from typing import Final, Literal

from app.domain import protocol
from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.projection.band import Band
from app.domain.value import value

RELATIVE_REDUCTION: Final = Band(0.70, 0.45, 0.30)
"""k: reduction of the lean share at full effect over 26 weeks; claims ajp-92-73 (.70),
jama-2014-sermorelin-kg (.45), reduction-30-50 (.30)."""
GENERAL_CLAIM: Final = 0.50
"""Upper end of the document's own general claim; claim reduction-30-50."""
FULL_DOSE_MCG: Final = 200.0
"""The one dose with a stated outcome; claim jama-2014-design."""
_FASTING: Final = {
    (False, False): 1.0,
    (True, False): 0.5,
    (False, True): 0.75,
    (True, True): 0.375,
}
"""What a fast too short before, after, or both leaves of the effect [assumption]."""

FactorId = Literal[
    "protein",
    "training",
    "adherence",
    "dose",
    "timing",
    "fasting",
    "baseline-igf1",
    "igf1-response",
]


@value
class Factor:
    """One factor in [0, 1]; assumed: unknown, reckoned 1 in best and central, 0 in worst."""

    id: FactorId
    value: float
    status: Literal["given", "assumed"]
    basis: str
    missing: tuple[str, ...] = ()


@value
class Effect:
    """The factors and their product, e."""

    factors: tuple[Factor, ...]
    realised: Band
    missing: tuple[str, ...]


def effect_of(facts: Facts) -> Effect:
    """The realised effect e of this plan (contract, section 4)."""
    factors = [_protein(facts), _training(facts)]
    wanted: tuple[str, ...] = ()
    if has_igf1_response(facts):
        factors.append(_igf1_response(facts))
    else:
        factors += [_adherence(facts), _dose(facts), _timing(facts), _fasting(facts)]
        baseline, wanted = _baseline_igf1(facts)
        factors += baseline
    likely, least = 1.0, 1.0
    for factor in factors:
        likely *= factor.value
        least *= factor.value if factor.status == "given" else 0.0
        wanted += factor.missing
    return Effect(tuple(factors), Band(likely, likely, least), tuple(dict.fromkeys(wanted)))


def has_igf1_response(facts: Facts) -> bool:
    """Whether a current IGF-1 at week 6 or later and a baseline are there to judge by."""
    week = facts.igf1.current_week
    return facts.igf1.rise_pct is not None and week is not None and week >= protocol.RESPONSE_WEEK


def clamp(value: float) -> float:
    """`value` held to [0, 1]."""
    return min(1.0, max(0.0, value))


def fasting_value(*, hours_before: float | None, minutes_after: float | None) -> float:
    """The fasting factor; a part that is unknown passes, as long as the other is known."""
    short_before = hours_before is not None and hours_before < protocol.FAST_BEFORE_HOURS
    short_after = minutes_after is not None and minutes_after < protocol.FAST_AFTER_MINUTES
    return _FASTING[short_before, short_after]


def _given(factor: FactorId, value: float, basis: str) -> Factor:
    return Factor(factor, value, "given", basis)


def _assumed(factor: FactorId, inputs: tuple[str, ...]) -> Factor:
    basis = "Unknown: reckoned in full in best and central, as nothing in worst [assumption]."
    return Factor(factor, 1.0, "assumed", basis, inputs)


def _protein(facts: Facts) -> Factor:
    protein = facts.protein_g_per_kg
    if protein is None:
        return _assumed("protein", missing.protein_g_per_kg(facts))
    span = protocol.PROTEIN_ENOUGH_G_PER_KG - protocol.PROTEIN_NONE_G_PER_KG
    return _given(
        "protein",
        clamp((protein - protocol.PROTEIN_NONE_G_PER_KG) / span),
        f"{protein:.4g} g/kg a day: nothing up to 1.2, all from 1.6, a straight line between "
        "[assumption]; protein-below-1-2, protein-min-1-6.",
    )


def _training(facts: Facts) -> Factor:
    if facts.sessions is None:
        return _assumed("training", ("training.resistance_sessions_per_week",))
    return _given(
        "training",
        min(facts.sessions / protocol.FULL_SESSIONS_PER_WEEK, 1.0),
        f"{facts.sessions} of the trial's 3 weekly sessions, in proportion [assumption]; "
        "jama-2014-design, zero-training-no-signal.",
    )


def _adherence(facts: Facts) -> Factor:
    nights = facts.sermorelin.nights_per_week
    if nights is None:
        return _assumed("adherence", ("sermorelin.nights_per_week",))
    return _given(
        "adherence",
        nights / protocol.NIGHTS_PER_WEEK,
        f"{nights} of 7 nights, in proportion as the document has it; nightly-no-skip, "
        "skip-weekend-30.",
    )


def _dose(facts: Facts) -> Factor:
    dose = facts.sermorelin.dose_mcg
    if dose is None:
        return _assumed("dose", ("sermorelin.dose_mcg",))
    return _given(
        "dose",
        clamp(dose / FULL_DOSE_MCG),
        f"{dose:g} mcg against the 200 mcg of the trial; more earns nothing more [assumption]; "
        "jama-2014-design.",
    )


def _timing(facts: Facts) -> Factor:
    daytime = facts.clock.daytime
    if daytime is None:
        return _assumed("timing", missing.daytime(facts))
    assumed = _timing_assumptions(facts)
    if daytime:
        return _given("timing", 0.0, f"A daytime injection: none, by daytime-negates.{assumed}")
    return _given("timing", 1.0, f"Not in the daytime: daytime-negates does not apply.{assumed}")


def _timing_assumptions(facts: Facts) -> str:
    if facts.clock.minutes_before_sleep is None:
        return ""
    plan = facts.sermorelin
    by_clock = plan.injection_minute is not None and plan.wake_minute is None
    sleep = " Sleep is taken to last 8 h [assumption]." if by_clock else ""
    return f" Daytime is more than 240 min before sleep [assumption].{sleep}"


def _fasting(facts: Facts) -> Factor:
    before, after = facts.clock.fasting_hours_before, facts.clock.fasting_minutes_after
    if before is None and after is None:
        inputs = (*missing.fasting_hours_before(facts), *missing.fasting_minutes_after(facts))
        return _assumed("fasting", tuple(dict.fromkeys(inputs)))
    return _given(
        "fasting",
        fasting_value(hours_before=before, minutes_after=after),
        ".5 for under 2 h before, .75 for under 30 min after, .375 for both [assumption]; "
        "fast-2h-before, fast-30min-after.",
    )


def _baseline_igf1(facts: Facts) -> tuple[list[Factor], tuple[str, ...]]:
    age, baseline = facts.patient.age_years, facts.igf1.baseline
    youngest, oldest = protocol.BASELINE_IGF1_AGES_YEARS
    if age is not None and not youngest <= age <= oldest:
        return [], ()
    if age is None or baseline is None:
        wanted = ("patient.age_years",) if age is None else ()
        return [], (*wanted, *(missing.baseline(facts.igf1) if baseline is None else ()))
    none_from = protocol.BASELINE_IGF1_VERY_HIGH_NG_PER_ML
    span = none_from - protocol.BASELINE_IGF1_HIGH_NG_PER_ML
    factor = _given(
        "baseline-igf1",
        clamp((none_from - baseline) / span),
        f"Baseline {baseline:.4g} ng/mL at 40-60 years: all up to 220, none from 250; "
        "high-baseline-220-250.",
    )
    return [factor], ()


def _igf1_response(facts: Facts) -> Factor:
    rise = facts.igf1.rise_pct or 0.0
    return _given(
        "igf1-response",
        clamp(rise / protocol.ADEQUATE_RISE_PCT),
        f"A rise of {rise:.4g} % at week {facts.igf1.current_week}, against 20 %; it replaces "
        "dose, adherence, timing, fasting and baseline-igf1; response-20-30.",
    )
