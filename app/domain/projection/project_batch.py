"""The projections of many people at the horizon: all that is summed over days, on arrays.

NumPy is needed here, which comes with the project's extra named "batch".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeAlias

import numpy as np

from app.domain.energy_balance.guards import PROJECTION_LIMITS
from app.domain.energy_balance.many_paths import Array, constant_paths
from app.domain.facts.facts import Facts
from app.domain.projection.answer import Projection
from app.domain.projection.arms import control_losses_at_horizon, sermorelin_losses_at_horizon
from app.domain.projection.course import FADE_WEEKS, MEAN_BUILD_UP, ONSET_WEEK, PEAK_WEEK, Course
from app.domain.projection.effect import GENERAL_CLAIM
from app.domain.projection.energy_path import (
    EXPENDITURE_SHIFTS_KCAL_PER_DAY,
    EnergyPath,
    EnergyStart,
    ModelShare,
    energy_path,
    energy_start,
)
from app.domain.projection.inclusion import Barriers
from app.domain.projection.project import Plan, build_projection, not_made, plan_of, source_of
from app.domain.projection.refused import Refused
from app.domain.projection.weight_path import WeightPath, steady_loss, weight_path_of
from app.domain.units import DAYS_PER_WEEK

Person: TypeAlias = tuple[Facts, Barriers]


@dataclass(frozen=True, slots=True)
class _Lost:
    """A weight path without its days, and what is lost on each day until no more is lost."""

    path: WeightPath
    end_kg: float
    daily_kg: Array


@dataclass(frozen=True, slots=True)
class _Sparing:
    """`exposure.Exposure` at the horizon; `days` are r and dW where a ceiling may hold them."""

    touched_kg: float
    days: tuple[Array, Array] | None

    def spared_kg(self, reduction: float) -> float:
        peak = reduction / MEAN_BUILD_UP
        if self.days is not None and peak > GENERAL_CLAIM:
            build_up, daily_kg = self.days
            return float(np.minimum(GENERAL_CLAIM, peak * build_up) @ daily_kg)
        return peak * self.touched_kg


def project_batch(people: Sequence[Person]) -> list[Projection]:
    """`project` for each, without the weeks between and the opportunities; equal to 1e-9 kg."""
    ways = [_way(facts, barriers) for facts, barriers in people]
    starts = {place: way for place, way in enumerate(ways) if isinstance(way, EnergyStart)}
    modelled = dict(_modelled(people, starts))
    projections: dict[int, Projection] = {}
    lost: dict[int, _Lost] = {}
    for place, way in enumerate(ways):
        found = modelled[place] if isinstance(way, EnergyStart) else way
        if isinstance(found, Projection):
            projections[place] = found
        elif isinstance(found, Refused):
            projections[place] = not_made("unavailable", people[place][0], found)
        else:
            lost[place] = found
    plans = {place: plan_of(*people[place]) for place in lost}
    sparing = dict(_sparing(people, plans, lost))
    for place, loss in lost.items():
        plan, share = plans[place], plans[place].share.share
        treated = None
        if plan.credited is not None:
            realised = plan.credited.effect.realised
            treated = sermorelin_losses_at_horizon(
                share, realised, loss_kg=loss.end_kg, sparing=sparing[place]
            )
        control = control_losses_at_horizon(share, loss.end_kg)
        projections[place] = build_projection(
            people[place][0], plan, loss.path, control=control, treated=treated
        )
    return [projections[place] for place in range(len(people))]


def _way(facts: Facts, barriers: Barriers) -> Projection | Refused | EnergyStart | _Lost:
    source = source_of(facts, barriers)
    if isinstance(source, Projection):
        return source
    if source == "energy-balance":
        return energy_start(facts)
    loss = steady_loss(facts, source)
    if isinstance(loss, Refused):
        return loss
    kg = loss.central_kg
    path = WeightPath(source, loss.low_kg, kg, loss.high_kg, (), loss.assumptions)
    return _Lost(path, kg, np.full(loss.falling_days, kg / loss.falling_days))


def _modelled(
    people: Sequence[Person], starts: Mapping[int, EnergyStart]
) -> Iterator[tuple[int, Refused | _Lost]]:
    """What the dynamic model says of each, all of one horizon together."""
    by_weeks: dict[int, list[int]] = {}
    for place in starts:
        by_weeks.setdefault(people[place][0].options.horizon_weeks, []).append(place)
    for weeks, places in by_weeks.items():
        some = [starts[place] for place in places]
        paths = constant_paths(
            [start.baseline for start in some],
            [start.intake_change_kcal_per_day for start in some],
            weeks,
            limits=PROJECTION_LIMITS,
            shifts_kcal_per_day=EXPENDITURE_SHIFTS_KCAL_PER_DAY,
        )
        loss_by_day = (paths.weight_by_day_kg[0] - paths.weight_by_day_kg).T
        ends = paths.weight_by_day_kg[0] - paths.shifted_weight_kg
        bands = np.sort([*ends, loss_by_day[:, -1]], axis=0).T.tolist()
        fat, lean = paths.fat_mass_loss_kg.tolist(), paths.lean_tissue_loss_kg.tolist()
        daily = np.diff(loss_by_day, axis=1)
        for row, (place, is_clear) in enumerate(zip(places, paths.is_clear, strict=True)):
            facts = people[place][0]
            if not is_clear:
                yield place, _one(facts)
                continue
            end = float(loss_by_day[row, -1])
            share = ModelShare(end - fat[row], lean[row], end - fat[row] - lean[row], fat[row])
            low, central, high = bands[row]
            energy = EnergyPath(low, central, high, (), some[row].assumptions, share)
            path = weight_path_of(facts, energy)
            yield place, path if isinstance(path, Refused) else _Lost(path, end, daily[row])


def _one(facts: Facts) -> Refused | _Lost:
    """Somebody near a limit of the model, on their own."""
    energy = energy_path(facts)
    path = energy if isinstance(energy, Refused) else weight_path_of(facts, energy)
    if isinstance(path, Refused):
        return path
    return _Lost(path, path.loss_by_day_kg[-1], np.diff(path.loss_by_day_kg))


def _sparing(
    people: Sequence[Person], plans: Mapping[int, Plan], lost: Mapping[int, _Lost]
) -> Iterator[tuple[int, _Sparing]]:
    """For everybody with a sermorelin arm, all with so many days together."""
    by_days: dict[int, list[tuple[int, Course]]] = {}
    for place, plan in plans.items():
        if plan.credited is not None:
            same = by_days.setdefault(len(lost[place].daily_kg), [])
            same.append((place, plan.credited.course))
    for days, some in by_days.items():
        risen = build_up([course for _, course in some], days)
        daily = np.array([lost[place].daily_kg for place, _ in some])
        touched = np.einsum("pd,pd->p", risen, daily).tolist()
        for row, (place, _) in enumerate(some):
            strict = people[place][0].options.strict_effect_ceiling
            yield place, _Sparing(touched[row], (risen[row], daily[row]) if strict else None)


def build_up(courses: Sequence[Course], days: int) -> Array:
    """R at the middle of each of the next days (columns) for each person: `daily_build_up`."""
    offset = np.array([[course.offset_weeks] for course in courses])
    end = np.array([[inf if each.end_week is None else each.end_week] for each in courses])
    week = (np.arange(1, days + 1) - 1 / 2) / DAYS_PER_WEEK + offset
    risen: Array = np.clip((np.minimum(week, end) - ONSET_WEEK) / (PEAK_WEEK - ONSET_WEEK), 0, 1)
    left: Array = np.clip(1 - (week - end) / FADE_WEEKS, 0, 1)
    return risen * left
