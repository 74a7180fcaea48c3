"""The weight lost, day by day, by the first source that the case supplies."""

from dataclasses import dataclass
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.projection import weight_source
from app.domain.projection.assumption import Assumption
from app.domain.projection.energy_path import ModelShare, energy_path
from app.domain.projection.refusal import Refused
from app.domain.projection.weight_source import GLP1_COURSE_WEEKS, Source

_STEADY_LOSS: Final = Assumption(
    "stated-loss-linear", "The stated weight loss is spread evenly over the horizon."
)
_FAST_LOSS: Final = Assumption(
    "stated-loss-over-1-pct-a-week",
    "The stated loss is more than 1 % of body weight a week on average, faster than is usual.",
)
_UNCHECKED_BODY: Final = Assumption(
    "body-limits-not-checked",
    "Without height and weight the body-mass index on the way cannot be checked.",
)
_GLP1_LINEAR: Final = Assumption(
    "glp1-loss-linear-to-week-26",
    "The document's 15-20 % of body weight in 6 months, in a straight line to week 26, then flat; "
    "trials took 68-72 weeks for as much.",
)


@dataclass(frozen=True, slots=True)
class WeightPath:
    """`loss_by_day_kg[d]` is the weight lost by the end of day d; the first is 0."""

    source: Source
    low_kg: float
    central_kg: float
    high_kg: float
    loss_by_day_kg: tuple[float, ...]
    assumptions: tuple[Assumption, ...]
    model: ModelShare | None = None


def weight_path(facts: Facts, source: Source) -> WeightPath | Refused:
    """The path of this source, or why the body cannot or should not follow it."""
    if source == "stated":
        return _stated(facts)
    if source == "glp1-document":
        return _glp1(facts)
    path = energy_path(facts)
    if isinstance(path, Refused):
        return path
    refusal = weight_source.refusal_of_loss(facts, path.central_kg)
    if refusal is not None:
        return Refused(refusal)
    return WeightPath(
        source,
        path.low_kg,
        path.central_kg,
        path.high_kg,
        path.loss_by_day_kg,
        path.assumptions,
        path.model,
    )


def _stated(facts: Facts) -> WeightPath | Refused:
    loss = facts.options.weight_loss_kg or 0.0
    refusal = weight_source.refusal_of_loss(facts, loss)
    if refusal is not None:
        return Refused(refusal)
    days = 7 * facts.options.horizon_weeks
    assumptions = [_STEADY_LOSS]
    if weight_source.is_fast(facts, loss):
        assumptions.append(_FAST_LOSS)
    if facts.bmi is None:
        assumptions.append(_UNCHECKED_BODY)
    by_day = tuple([loss * (day / days) for day in range(days + 1)])
    return WeightPath("stated", loss, loss, loss, by_day, tuple(assumptions))


def _glp1(facts: Facts) -> WeightPath | Refused:
    low, central, high = weight_source.glp1_loss_kg(facts)
    refusal = weight_source.refusal_of_loss(facts, central)
    if refusal is not None:
        return Refused(refusal)
    falling = 7 * min(facts.options.horizon_weeks, GLP1_COURSE_WEEKS)
    flat = 7 * facts.options.horizon_weeks - falling
    by_day = (
        *[central * (day / falling) for day in range(falling + 1)],
        *[central] * flat,
    )
    assumptions = (_GLP1_LINEAR,) if facts.bmi is not None else (_GLP1_LINEAR, _UNCHECKED_BODY)
    return WeightPath("glp1-document", low, central, high, by_day, assumptions)
