"""Which known and short input would spare most lean mass if it were mended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain import protocol
from app.domain.facts.facts import Facts
from app.domain.projection.answer import Opportunity
from app.domain.projection.arms import control_losses, sermorelin_losses
from app.domain.projection.control_share import control_share
from app.domain.projection.course import Course, daily_build_up
from app.domain.projection.effect import effect_of, has_igf1_response


def opportunities(
    facts: Facts, loss_by_day_kg: Sequence[float], course: Course | None
) -> tuple[Opportunity, ...]:
    """Every modifiable input that is known and short, largest avoided loss first; never the dose.

    The fall is of the central lean loss in the sermorelin arm, in the control arm where
    `course` is None: there only training counts.
    """
    risen = None if course is None else daily_build_up(course, len(loss_by_day_kg) - 1)

    def central_lean_loss_kg(changed: Facts) -> float:
        share = control_share(changed, sessions=changed.sessions).share
        if risen is None:
            return control_losses(share, loss_by_day_kg).central[-1]
        treated = sermorelin_losses(
            share,
            effect_of(changed).realised,
            loss_by_day_kg=loss_by_day_kg,
            build_up=risen,
            strict=changed.options.strict_effect_ceiling,
        )
        return treated.central[-1]

    today = central_lean_loss_kg(facts)
    changes = (*_training(facts), *(_of_sermorelin(facts) if risen is not None else ()))
    found = [
        Opportunity(path, current, target, today - central_lean_loss_kg(changed))
        for path, current, target, changed in changes
    ]
    return tuple(sorted(found, key=lambda one: -one.lean_loss_avoided_kg))


_Change = tuple[str, float | str, float | str, Facts]


def _training(facts: Facts) -> Iterator[_Change]:
    full = protocol.FULL_SESSIONS_PER_WEEK
    if facts.sessions is not None and facts.sessions < full:
        path = "training.resistance_sessions_per_week"
        yield path, facts.sessions, full, facts._replace(sessions=full)


def _of_sermorelin(facts: Facts) -> Iterator[_Change]:
    protein, enough = facts.protein_g_per_kg, protocol.PROTEIN_ENOUGH_G_PER_KG
    if protein is not None and protein < enough:
        changed = facts._replace(protein_g_per_kg=enough)
        yield "nutrition.protein_g_per_kg", protein, enough, changed
    if not has_igf1_response(facts):
        yield from _of_schedule(facts)


def _of_schedule(facts: Facts) -> Iterator[_Change]:
    clock, nights = facts.clock, facts.sermorelin.nights_per_week
    full = protocol.NIGHTS_PER_WEEK
    if nights is not None and nights < full:
        plan = replace(facts.sermorelin, nights_per_week=full)
        yield "sermorelin.nights_per_week", nights, full, facts._replace(sermorelin=plan)
    if clock.daytime:
        changed = facts._replace(clock=clock._replace(daytime=False))
        yield (*_timing_path(facts), changed)
    before, after = clock.fasting_hours_before, clock.fasting_minutes_after
    if before is not None and before < protocol.FAST_BEFORE_HOURS:
        fast = protocol.FAST_BEFORE_HOURS
        changed = facts._replace(clock=clock._replace(fasting_hours_before=fast))
        yield "sermorelin.fasting_hours_before", before, fast, changed
    if after is not None and after < protocol.FAST_AFTER_MINUTES:
        pause = protocol.FAST_AFTER_MINUTES
        changed = facts._replace(clock=clock._replace(fasting_minutes_after=pause))
        yield "sermorelin.fasting_minutes_after", after, pause, changed


def _timing_path(facts: Facts) -> tuple[str, float | str, float | str]:
    minutes = facts.clock.minutes_before_sleep
    if minutes is None:
        return "sermorelin.time_of_day", facts.sermorelin.time_of_day or "", "bedtime"
    target = protocol.EARLIEST_MINUTES_BEFORE_SLEEP
    return "sermorelin.minutes_before_sleep", minutes, target
