"""The factors of the realised effect: each with its formula, function, inputs and citations.

`effect` evaluates them, and the explanation's steps are made from them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.facts.registry.injection import (
    DAYTIME,
    FASTING_HOURS_BEFORE,
    FASTING_MINUTES_AFTER,
    MINUTES_BEFORE_SLEEP,
    TIME_OF_DAY,
)
from app.domain.facts.registry.labs import IGF1_BASELINE, IGF1_CURRENT, IGF1_RISE
from app.domain.facts.registry.patient import AGE
from app.domain.facts.registry.sermorelin import DOSE, NIGHTS_PER_WEEK
from app.domain.facts.registry.support import PROTEIN, SESSIONS
from app.domain.projection.factor import FactorId, FactorRule, by_line
from app.domain.projection.line import Line
from app.domain.projection_thresholds import (
    SHORT_FAST_AFTER_LEAVES,
    SHORT_FAST_BEFORE_LEAVES,
    TRIAL_DOSE,
)
from app.domain.sources.cite import claim, claim_ids
from app.domain.thresholds import (
    ASSUMED_SLEEP,
    BASELINE_IGF1_HIGH,
    BASELINE_IGF1_VERY_HIGH,
    DAYTIME_BEFORE_SLEEP,
    FAST_AFTER,
    FAST_BEFORE,
    NIGHTS,
    PROTEIN_ENOUGH,
    PROTEIN_NONE,
    RISE_EXPECTED_LOW,
    SESSIONS_OF_TRIAL,
    ZONE_OLDEST,
    ZONE_YOUNGEST,
)
from app.domain.units import MINUTES_PER_HOUR

# What is told of a factor after the number, made once.
_PROTEIN_TOLD: Final = (
    f" g/kg a day: nothing up to {PROTEIN_NONE:bare}, all from {PROTEIN_ENOUGH:bare}, a straight "
    "line between [assumption]"
)
_SESSIONS_TOLD: Final = (
    f" of the trial's {SESSIONS_OF_TRIAL} weekly sessions, in proportion [assumption]"
)
_NIGHTS_TOLD: Final = f" of {NIGHTS} nights, in proportion as the document has it"
_DOSE_TOLD: Final = (
    f" mcg against the {TRIAL_DOSE} of the trial; more earns nothing more [assumption]"
)
_BASELINE_TOLD: Final = (
    f" ng/mL at {ZONE_YOUNGEST:bare}-{ZONE_OLDEST}: all up to {BASELINE_IGF1_HIGH:bare}, none from "
    f"{BASELINE_IGF1_VERY_HIGH:bare}"
)
_RESPONSE_TOLD: Final = (
    f", against {RISE_EXPECTED_LOW}; it replaces dose, adherence, timing, fasting and baseline-igf1"
)

PROTEIN_FACTOR: Final = by_line(
    "protein",
    PROTEIN,
    Line("protein g/kg", none=PROTEIN_NONE, full=PROTEIN_ENOUGH),
    told=lambda protein, _: f"{protein:.4g}{_PROTEIN_TOLD}",
    cites=(claim("protein-below-1-2"), claim("protein-min-1-6")),
)
TRAINING_FACTOR: Final = by_line(
    "training",
    SESSIONS,
    Line("sessions", full=SESSIONS_OF_TRIAL, held="min({}, 1)"),
    told=lambda sessions, _: f"{sessions}{_SESSIONS_TOLD}",
    cites=(claim("jama-2014-design"), claim("zero-training-no-signal")),
)
ADHERENCE_FACTOR: Final = by_line(
    "adherence",
    NIGHTS_PER_WEEK,
    Line("nights", full=NIGHTS, held="{}"),
    told=lambda nights, _: f"{nights}{_NIGHTS_TOLD}",
    basis="document",
    cites=(claim("nightly-no-skip"), claim("skip-weekend-30")),
)
DOSE_FACTOR: Final = by_line(
    "dose",
    DOSE,
    Line("dose mcg", full=TRIAL_DOSE),
    told=lambda dose, _: f"{dose:g}{_DOSE_TOLD}",
    cites=(claim("jama-2014-design"),),
)
BASELINE_IGF1_FACTOR: Final = by_line(
    "baseline-igf1",
    IGF1_BASELINE,
    Line("baseline IGF-1", none=BASELINE_IGF1_VERY_HIGH, full=BASELINE_IGF1_HIGH),
    told=lambda baseline, _: f"Baseline {baseline:.4g}{_BASELINE_TOLD}",
    cites=(claim("high-baseline-220-250"),),
    reads=(IGF1_BASELINE, AGE),
)
"""Only at the ages that the document's zone of high baselines covers."""
IGF1_RESPONSE_FACTOR: Final = by_line(
    "igf1-response",
    IGF1_RISE,
    Line("rise %", full=RISE_EXPECTED_LOW),
    told=lambda rise, facts: (
        f"A rise of {rise:.4g} % at week {facts.igf1.current_week}{_RESPONSE_TOLD}"
    ),
    cites=(claim("response-20-30"),),
    reads=(IGF1_BASELINE, IGF1_CURRENT, IGF1_RISE),
)

_DAYTIME_ASSUMED: Final = f" Daytime is more than {DAYTIME_BEFORE_SLEEP} before sleep [assumption]."
_SLEEP_ASSUMED: Final = (
    f" Sleep is taken to last {ASSUMED_SLEEP.value / MINUTES_PER_HOUR:g} h [assumption]."
)


def _timing(facts: Facts) -> tuple[float, str] | None:
    if facts.clock.daytime is None:
        return None
    assumed = _timing_assumed(facts)
    if facts.clock.daytime:
        return 0.0, f"A daytime injection: none, by daytime-negates.{assumed}"
    return 1.0, f"Not in the daytime: daytime-negates does not apply.{assumed}"


def _timing_assumed(facts: Facts) -> str:
    if facts.clock.minutes_before_sleep is None:
        return ""
    plan = facts.sermorelin
    by_clock = plan.injection_minute is not None and plan.wake_minute is None
    return _DAYTIME_ASSUMED + _SLEEP_ASSUMED if by_clock else _DAYTIME_ASSUMED


TIMING_FACTOR: Final = FactorRule(
    id="timing",
    formula="0 in the daytime, else 1",
    work_out=_timing,
    missing=DAYTIME.missing,
    basis="document",
    cites=(claim("daytime-negates"),),
    reads=(MINUTES_BEFORE_SLEEP, TIME_OF_DAY, DAYTIME),
)

_BEFORE: Final = SHORT_FAST_BEFORE_LEAVES.value
_AFTER: Final = SHORT_FAST_AFTER_LEAVES.value
_SHORT_FAST_LEAVES: Final = {
    (False, False): 1.0,
    (True, False): _BEFORE,
    (False, True): _AFTER,
    (True, True): _BEFORE * _AFTER,
}
"""What a fast too short before, after, or both leaves of the effect [assumption]."""


def fasting_value(*, hours_before: float | None, minutes_after: float | None) -> float:
    """The fasting factor; a part that is unknown passes, as long as the other is known."""
    short_before = hours_before is not None and hours_before < FAST_BEFORE.value
    short_after = minutes_after is not None and minutes_after < FAST_AFTER.value
    return _SHORT_FAST_LEAVES[short_before, short_after]


def _missing_fasting(facts: Facts) -> tuple[str, ...]:
    asked = (*FASTING_HOURS_BEFORE.missing(facts), *FASTING_MINUTES_AFTER.missing(facts))
    return tuple(dict.fromkeys(asked))


def _point(part: float) -> str:
    """A part below one as the document writes it: .5."""
    return f"{part:g}".removeprefix("0")


_FASTING_CITES: Final = (claim("fast-2h-before"), claim("fast-30min-after"))
_FASTING_TOLD: Final = (
    f"{_point(_BEFORE)} for under {FAST_BEFORE} before, {_point(_AFTER)} for under {FAST_AFTER} "
    f"after, {_point(_BEFORE * _AFTER)} for both [assumption]; "
    f"{', '.join(claim_ids(_FASTING_CITES))}."
)


def _fasting(facts: Facts) -> tuple[float, str] | None:
    before, after = facts.clock.fasting_hours_before, facts.clock.fasting_minutes_after
    if before is None and after is None:
        return None
    return fasting_value(hours_before=before, minutes_after=after), _FASTING_TOLD


FASTING_FACTOR: Final = FactorRule(
    id="fasting",
    formula=f"{_BEFORE:g} under {FAST_BEFORE} before, {_AFTER:g} under {FAST_AFTER} after, "
    f"{_BEFORE * _AFTER:g} for both, else 1",
    work_out=_fasting,
    missing=_missing_fasting,
    basis="assumption",
    cites=_FASTING_CITES,
    reads=(FASTING_HOURS_BEFORE, FASTING_MINUTES_AFTER),
)

FACTORS: Final[Mapping[FactorId, FactorRule]] = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            PROTEIN_FACTOR,
            TRAINING_FACTOR,
            ADHERENCE_FACTOR,
            DOSE_FACTOR,
            TIMING_FACTOR,
            FASTING_FACTOR,
            BASELINE_IGF1_FACTOR,
            IGF1_RESPONSE_FACTOR,
        )
    }
)
