"""Which known and short input would spare most lean mass if it were mended."""

from collections.abc import Iterator
from math import prod
from typing import NamedTuple

from app.domain.facts.facts import Facts
from app.domain.facts.registry.injection import (
    FASTING_HOURS_BEFORE,
    FASTING_MINUTES_AFTER,
    MINUTES_BEFORE_SLEEP,
    TIME_OF_DAY,
)
from app.domain.facts.registry.sermorelin import NIGHTS_PER_WEEK
from app.domain.facts.registry.support import PROTEIN, SESSIONS
from app.domain.projection.answer import Opportunity
from app.domain.projection.control_share import control_share
from app.domain.projection.effect import REDUCTION, Effect, has_igf1_response
from app.domain.projection.exposure import Sparing
from app.domain.projection.factor import FactorId
from app.domain.projection.factors import fasting_value
from app.domain.thresholds import (
    EARLIEST_BEFORE_SLEEP,
    FAST_AFTER,
    FAST_BEFORE,
    NIGHTS,
    PROTEIN_ENOUGH,
    SESSIONS_OF_TRIAL,
)


class Treated(NamedTuple):
    """What the plan is credited with, and the weight lost while it works."""

    effect: Effect
    exposure: Sparing


class _Change(NamedTuple):
    """One input mended, and the factors that this moves, with their new values."""

    path: str
    current: float | str
    target: float | str
    mended: dict[FactorId, float]


def opportunities(
    facts: Facts, *, share: float, loss_kg: float, treated: Treated | None
) -> tuple[Opportunity, ...]:
    """Every modifiable input that is known and short, largest avoided loss first; never the dose.

    The fall is of the central lean loss at the horizon in the sermorelin arm, in the control arm
    where `treated` is None: there only training counts. `share` is the central control share.
    """
    today = _lean_loss_kg(share=share, loss_kg=loss_kg, treated=treated, mended={})
    found = []
    for path, current, target, mended in _changes(facts, treated):
        then = _trained_share(facts) if "training" in mended else share
        avoided = today - _lean_loss_kg(share=then, loss_kg=loss_kg, treated=treated, mended=mended)
        found.append(Opportunity(path, current, target, avoided))
    return tuple(sorted(found, key=lambda one: -one.lean_loss_avoided_kg))


def _trained_share(facts: Facts) -> float:
    return control_share(facts, sessions=int(SESSIONS_OF_TRIAL.value)).share.central


def _lean_loss_kg(
    *, share: float, loss_kg: float, treated: Treated | None, mended: dict[FactorId, float]
) -> float:
    if treated is None:
        return share * loss_kg
    effect = prod([mended.get(factor.id, factor.value) for factor in treated.effect.factors])
    return share * (loss_kg - treated.exposure.spared_kg(REDUCTION.central * effect))


def _changes(facts: Facts, treated: Treated | None) -> Iterator[_Change]:
    full = SESSIONS_OF_TRIAL.value
    if facts.sessions is not None and facts.sessions < full:
        yield _Change(SESSIONS.path, facts.sessions, full, {"training": 1.0})
    if treated is None:
        return
    protein, enough = facts.protein_g_per_kg, PROTEIN_ENOUGH.value
    if protein is not None and protein < enough:
        yield _Change(PROTEIN.path, protein, enough, {"protein": 1.0})
    if not has_igf1_response(facts):
        yield from _of_schedule(facts)


def _of_schedule(facts: Facts) -> Iterator[_Change]:
    nights, full = facts.sermorelin.nights_per_week, NIGHTS.value
    if nights is not None and nights < full:
        yield _Change(NIGHTS_PER_WEEK.path, nights, full, {"adherence": 1.0})
    if facts.clock.daytime:
        yield _timing(facts)
    before, after = facts.clock.fasting_hours_before, facts.clock.fasting_minutes_after
    if before is not None and before < FAST_BEFORE.value:
        fast = FAST_BEFORE.value
        mended = fasting_value(hours_before=fast, minutes_after=after)
        yield _Change(FASTING_HOURS_BEFORE.path, before, fast, {"fasting": mended})
    if after is not None and after < FAST_AFTER.value:
        pause = FAST_AFTER.value
        mended = fasting_value(hours_before=before, minutes_after=pause)
        yield _Change(FASTING_MINUTES_AFTER.path, after, pause, {"fasting": mended})


def _timing(facts: Facts) -> _Change:
    minutes = facts.clock.minutes_before_sleep
    if minutes is None:
        now = facts.sermorelin.time_of_day or ""
        return _Change(TIME_OF_DAY.path, now, "bedtime", {"timing": 1.0})
    target = EARLIEST_BEFORE_SLEEP.value
    return _Change(MINUTES_BEFORE_SLEEP.path, minutes, target, {"timing": 1.0})
