"""Figures that are worked out for messages alone: what a course costs, what trials saw."""

from collections.abc import Callable
from math import ceil
from typing import Final

from app.domain.facts.fact import Fact, inner
from app.domain.facts.facts import Facts
from app.domain.facts.registry.patient import WEIGHT, WEIGHT_INPUT
from app.domain.facts.registry.sermorelin import PLANNED_WEEKS, PLANNED_WEEKS_INPUT
from app.domain.facts.registry.support import DRAWS
from app.domain.thresholds import (
    DRAW_PRICE_HIGH,
    DRAW_PRICE_LOW,
    PRICE_HIGH,
    PRICE_LOW,
    TRIAL_LOSS_HIGH,
    TRIAL_LOSS_LOW,
    WEEKS_PER_MONTH,
)


def _months(facts: Facts) -> int | None:
    weeks = facts.sermorelin.planned_weeks
    return None if weeks is None else ceil(weeks / WEEKS_PER_MONTH.value)


def _times(amount: float | None, price: float) -> float | None:
    return None if amount is None else amount * price


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _course_low(facts: Facts) -> float | None:
    return _times(_months(facts), PRICE_LOW.value)


def _course_high(facts: Facts) -> float | None:
    return _times(_months(facts), PRICE_HIGH.value)


def _draws_low(facts: Facts) -> float | None:
    return _times(facts.monitoring.igf1_draws, DRAW_PRICE_LOW.value)


def _draws_high(facts: Facts) -> float | None:
    return _times(facts.monitoring.igf1_draws, DRAW_PRICE_HIGH.value)


def _total_low(facts: Facts) -> float | None:
    return _sum(_course_low(facts), _draws_low(facts))


def _total_high(facts: Facts) -> float | None:
    return _sum(_course_high(facts), _draws_high(facts))


def _trial_loss_low(facts: Facts) -> float | None:
    return _times(facts.patient.weight_kg, TRIAL_LOSS_LOW.value)


def _trial_loss_high(facts: Facts) -> float | None:
    return _times(facts.patient.weight_kg, TRIAL_LOSS_HIGH.value)


def _cost(
    name: str,
    label: str,
    read: Callable[[Facts], float | None],
    *,
    unit: str = "USD",
    made_of: tuple[Fact[float], ...] = (PLANNED_WEEKS,),
) -> Fact[float]:
    asked = (PLANNED_WEEKS_INPUT.path,)
    return inner(f"cost.{name}", label, read, supplied_by=asked, unit=unit, made_of=made_of)


MONTHS: Final = _cost("months", "months begun", _months, unit="{month}")
COURSE_COST: Final = (
    _cost("course_low", "cost of the course, low", _course_low),
    _cost("course_high", "cost of the course, high", _course_high),
)
DRAWS_COST: Final = (
    _cost("draws_low", "cost of the IGF-1 tests, low", _draws_low, made_of=(DRAWS,)),
    _cost("draws_high", "cost of the IGF-1 tests, high", _draws_high, made_of=(DRAWS,)),
)
TOTAL_COST: Final = (
    _cost("total_low", "cost in all, low", _total_low, made_of=(PLANNED_WEEKS, DRAWS)),
    _cost("total_high", "cost in all, high", _total_high, made_of=(PLANNED_WEEKS, DRAWS)),
)
TRIAL_LOSS: Final = (
    inner(
        "glp1.trial_loss_low",
        "weight lost in trials by month 6, low",
        _trial_loss_low,
        supplied_by=(WEIGHT_INPUT.path,),
        unit="kg",
        made_of=(WEIGHT,),
    ),
    inner(
        "glp1.trial_loss_high",
        "weight lost in trials by month 6, high",
        _trial_loss_high,
        supplied_by=(WEIGHT_INPUT.path,),
        unit="kg",
        made_of=(WEIGHT,),
    ),
)

FACTS: Final = (MONTHS, *COURSE_COST, *DRAWS_COST, *TOTAL_COST, *TRIAL_LOSS)
