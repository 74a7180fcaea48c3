"""The weight lost, day by day, by the first source that the case supplies."""

from typing import Final, Literal

from app.domain.facts.facts import Facts
from app.domain.projection import weight_source
from app.domain.projection.assumption import Assumption
from app.domain.projection.energy_path import EnergyPath, ModelShare, energy_path
from app.domain.projection.refused import Refused
from app.domain.projection.weight_source import GLP1_COURSE_WEEKS, Source, glp1_loss_kg
from app.domain.projection_thresholds import (
    FAST_LOSS,
    GLP1_LOSS_HIGH,
    GLP1_LOSS_LOW,
    GLP1_LOSS_MONTHS,
    SEMAGLUTIDE_TRIAL_WEEKS,
    TIRZEPATIDE_TRIAL_WEEKS,
)
from app.domain.units import DAYS_PER_WEEK, PERCENT
from app.domain.value import value

_STEADY_LOSS: Final = Assumption(
    "stated-loss-linear", "The stated weight loss is spread evenly over the horizon."
)
_FAST_LOSS: Final = Assumption(
    f"stated-loss-over-{FAST_LOSS:bare}-pct-a-week",
    f"The stated loss is more than {FAST_LOSS:bare} % of body weight a week on average, faster "
    "than is usual.",
)
_UNCHECKED_BODY: Final = Assumption(
    "body-limits-not-checked",
    "Without height and weight the body-mass index on the way cannot be checked.",
)
_GLP1_LINEAR: Final = Assumption(
    f"glp1-loss-linear-to-week-{GLP1_COURSE_WEEKS}",
    f"The document's {PERCENT * GLP1_LOSS_LOW.value:g}-{PERCENT * GLP1_LOSS_HIGH.value:g} % of "
    f"body weight in {GLP1_LOSS_MONTHS}, in a straight line to week {GLP1_COURSE_WEEKS}, then "
    f"flat; trials took {SEMAGLUTIDE_TRIAL_WEEKS:bare}-{TIRZEPATIDE_TRIAL_WEEKS} for as much.",
)


@value
class WeightPath:
    """`loss_by_day_kg[d]` is the weight lost by the end of day d; the first is 0."""

    source: Source
    low_kg: float
    central_kg: float
    high_kg: float
    loss_by_day_kg: tuple[float, ...]
    assumptions: tuple[Assumption, ...]
    model: ModelShare | None = None


@value
class SteadyLoss:
    """A loss that falls in a straight line over its first days, and then no more."""

    low_kg: float
    central_kg: float
    high_kg: float
    falling_days: int
    assumptions: tuple[Assumption, ...]


def weight_path(facts: Facts, source: Source) -> WeightPath | Refused:
    """The path of this source, or why the body cannot or should not follow it."""
    if source == "energy-balance":
        return _by_model(facts)
    loss = steady_loss(facts, source)
    if isinstance(loss, Refused):
        return loss
    flat = DAYS_PER_WEEK * facts.options.horizon_weeks - loss.falling_days
    by_day = (
        *[loss.central_kg * (day / loss.falling_days) for day in range(loss.falling_days + 1)],
        *[loss.central_kg] * flat,
    )
    return WeightPath(source, loss.low_kg, loss.central_kg, loss.high_kg, by_day, loss.assumptions)


def _by_model(facts: Facts) -> WeightPath | Refused:
    path = energy_path(facts)
    if isinstance(path, Refused):
        return path
    return weight_path_of(facts, path)


def weight_path_of(facts: Facts, path: EnergyPath) -> WeightPath | Refused:
    """The path that the dynamic model gave, if it should be followed."""
    refusal = weight_source.refusal_of_loss(facts, path.central_kg)
    if refusal is not None:
        return Refused(refusal)
    return WeightPath(
        "energy-balance",
        path.low_kg,
        path.central_kg,
        path.high_kg,
        path.loss_by_day_kg,
        path.assumptions,
        path.model,
    )


def steady_loss(facts: Facts, source: Literal["stated", "glp1-document"]) -> SteadyLoss | Refused:
    """What is lost and how fast by a source that needs no model."""
    low, central, high = _stated_kg(facts) if source == "stated" else glp1_loss_kg(facts)
    refusal = weight_source.refusal_of_loss(facts, central)
    if refusal is not None:
        return Refused(refusal)
    weeks = facts.options.horizon_weeks
    if source == "stated":
        assumptions = [_STEADY_LOSS]
        if weight_source.is_fast(facts, central):
            assumptions.append(_FAST_LOSS)
    else:
        weeks = min(weeks, GLP1_COURSE_WEEKS)
        assumptions = [_GLP1_LINEAR]
    if facts.bmi is None:
        assumptions.append(_UNCHECKED_BODY)
    return SteadyLoss(low, central, high, DAYS_PER_WEEK * weeks, tuple(assumptions))


def _stated_kg(facts: Facts) -> tuple[float, float, float]:
    loss = facts.options.weight_loss_kg or 0.0
    return loss, loss, loss
