"""How much of the document's full effect this plan can be credited with."""

from dataclasses import dataclass
from typing import Final, Literal

from app.domain.facts.facts import Facts
from app.domain.facts.registry.patient import AGE
from app.domain.projection.band import Band, band_of
from app.domain.projection.factor import FactorId, FactorRule
from app.domain.projection.factors import (
    ADHERENCE_FACTOR,
    BASELINE_IGF1_FACTOR,
    DOSE_FACTOR,
    FASTING_FACTOR,
    IGF1_RESPONSE_FACTOR,
    PROTEIN_FACTOR,
    TIMING_FACTOR,
    TRAINING_FACTOR,
)
from app.domain.projection_thresholds import GENERAL_CLAIM_END, RELATIVE_REDUCTION
from app.domain.thresholds import RESPONSE_WEEK, ZONE_OLDEST, ZONE_YOUNGEST
from app.domain.value import value

REDUCTION: Final = band_of(RELATIVE_REDUCTION)
"""k: reduction of the lean share at full effect, on average over the weeks of the trials."""
GENERAL_CLAIM: Final = GENERAL_CLAIM_END.value
"""Upper end of the document's own general claim of that reduction."""
_ALWAYS: Final = (PROTEIN_FACTOR, TRAINING_FACTOR)
_BY_PLAN: Final = (*_ALWAYS, ADHERENCE_FACTOR, DOSE_FACTOR, TIMING_FACTOR, FASTING_FACTOR)
_BY_RESPONSE: Final = (*_ALWAYS, IGF1_RESPONSE_FACTOR)
"""What IGF-1 did in answer replaces all that says how well the drug is taken."""
_ASSUMED: Final = "Unknown: reckoned in full in best and central, as nothing in worst [assumption]."


@value
class Factor:
    """One factor in [0, 1]; assumed: unknown, reckoned 1 in best and central, 0 in worst."""

    id: FactorId
    value: float
    status: Literal["given", "assumed"]
    basis: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """The factors and their product, e."""

    factors: tuple[Factor, ...]
    realised: Band
    missing: tuple[str, ...]


def effect_of(facts: Facts) -> Effect:
    """The realised effect e of this plan (contract, section 4)."""
    wanted: tuple[str, ...] = ()
    if has_igf1_response(facts):
        factors = [_factor(rule, facts) for rule in _BY_RESPONSE]
    else:
        factors = [_factor(rule, facts) for rule in _BY_PLAN]
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
    return facts.igf1.rise_pct is not None and week is not None and week >= RESPONSE_WEEK.value


def _factor(rule: FactorRule, facts: Facts) -> Factor:
    found = rule.work_out(facts)
    if found is None:
        return Factor(rule.id, 1.0, "assumed", _ASSUMED, rule.missing(facts))
    return Factor(rule.id, found[0], "given", found[1])


def _baseline_igf1(facts: Facts) -> tuple[list[Factor], tuple[str, ...]]:
    """The factor of a high baseline where its ages apply; unknown, it is left out and asked for."""
    age = facts.patient.age_years
    if age is not None and not ZONE_YOUNGEST.value <= age <= ZONE_OLDEST.value:
        return [], ()
    found = _factor(BASELINE_IGF1_FACTOR, facts)
    wanted = (*(AGE.missing(facts) if age is None else ()), *found.missing)
    return ([], wanted) if wanted else ([found], ())
