"""What the seven checks of the dosing window hold a plan to, and the claims that this rests on."""

from dataclasses import dataclass
from typing import Final

from app.domain.sources.cite import Citation, claim, claim_ids
from app.domain.threshold import Threshold
from app.domain.thresholds import (
    DOSE_HIGH,
    DOSE_LOW,
    EARLIEST_BEFORE_SLEEP,
    FAST_AFTER,
    FAST_BEFORE,
    LATEST_BEFORE_SLEEP,
    NIGHTS,
    START_DOSE_HIGH,
    SUBCUTANEOUS,
)


@dataclass(frozen=True, slots=True)
class Window:
    """Both ends inclusive; None is open. `unit` is UCUM; `allowed` names what is not a number."""

    low: float | None
    high: float | None
    unit: str | None
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The window of a check, and its claims."""

    window: Window
    claims: tuple[str, ...]


def _between(low: Threshold, high: Threshold, *more: Citation) -> Limits:
    window = Window(low.value, high.value, low.unit)
    return Limits(window, claim_ids((*low.cites, *high.cites, *more)))


def _at_least(low: Threshold, *more: Citation) -> Limits:
    return Limits(Window(low.value, None, low.unit), claim_ids((*low.cites, *more)))


def _at_most(high: Threshold) -> Limits:
    return Limits(Window(None, high.value, high.unit), claim_ids(high.cites))


DOSE_LIMITS: Final = _between(DOSE_LOW, DOSE_HIGH)
START_DOSE_LIMITS: Final = _at_most(START_DOSE_HIGH)
ROUTE_LIMITS: Final = Limits(
    Window(None, None, None, (SUBCUTANEOUS,)), claim_ids((claim("timing-30-60"),))
)
TIMING_LIMITS: Final = _between(LATEST_BEFORE_SLEEP, EARLIEST_BEFORE_SLEEP)
TIMING_IN_DAYTIME_LIMITS: Final = _between(
    LATEST_BEFORE_SLEEP, EARLIEST_BEFORE_SLEEP, claim("daytime-negates")
)
FAST_BEFORE_LIMITS: Final = _at_least(FAST_BEFORE, claim("carbs-blunt"))
FAST_AFTER_LIMITS: Final = _at_least(FAST_AFTER)
FREQUENCY_LIMITS: Final = _between(NIGHTS, NIGHTS)
