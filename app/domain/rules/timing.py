"""Rules on when the injection is given, counted from sleep."""

from typing import Any, Final

from app.domain.conditions.combine import Not
from app.domain.conditions.compare import Below, Is, Known, Within
from app.domain.facts.fact import Fact
from app.domain.facts.registry.injection import (
    DAYTIME,
    MINUTES_AFTER_SLEEP,
    MINUTES_BEFORE_SLEEP,
    TIME_OF_DAY,
)
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import (
    ASSUMED_SLEEP,
    DAYTIME_BEFORE_SLEEP,
    EARLIEST_BEFORE_SLEEP,
    LATEST_BEFORE_SLEEP,
)
from app.domain.units import MINUTES_PER_HOUR

_SLEEP_LENGTH: Final = (
    f"Without a wake time, sleep is taken to last {ASSUMED_SLEEP.value / MINUTES_PER_HOUR:g} hours."
)
_DAYTIME_ASSUMPTIONS: Final = (
    (
        f"An injection more than {DAYTIME_BEFORE_SLEEP.value / MINUTES_PER_HOUR:g} hours before "
        "sleep counts as daytime."
    ),
    "Daytime is counted from the person's own sleep, so that shift work is not misjudged.",
    _SLEEP_LENGTH,
)
_DAYTIME_SHOWS: Final[tuple[Fact[Any], ...]] = (DAYTIME, TIME_OF_DAY, MINUTES_BEFORE_SLEEP)
_FROM_SLEEP: Final = When(
    Below(MINUTES_BEFORE_SLEEP, 0),
    f"{MINUTES_AFTER_SLEEP} after falling asleep",
    f"{MINUTES_BEFORE_SLEEP} before sleep",
)
_WHEN: Final = When(
    Known(MINUTES_BEFORE_SLEEP),
    f"{MINUTES_BEFORE_SLEEP} before sleep",
    f"in the {TIME_OF_DAY:text}",
)

TIMING_WINDOW: Final = Rule(
    id="timing-window",
    title="Injection is outside the document's window before sleep",
    category="timing",
    origin="document",
    severity="advisory",
    condition=Not(Within(MINUTES_BEFORE_SLEEP, LATEST_BEFORE_SLEEP, EARLIEST_BEFORE_SLEEP)),
    message=(
        "The injection is given ",
        _FROM_SLEEP,
        (
            f"; the document's window is {LATEST_BEFORE_SLEEP:bare} to {EARLIEST_BEFORE_SLEEP} "
            "before sleep."
        ),
    ),
    cites=(claim("timing-30-60"), claim("key-dose-repeat")),
    assumptions=(_SLEEP_LENGTH,),
)

TIMING_DAYTIME: Final = Rule(
    id="timing-daytime",
    title="Injection is given by day",
    category="timing",
    origin="document",
    severity="warning",
    condition=Is(DAYTIME),
    message=(
        "The injection is given by day (",
        _WHEN,
        "); the document holds that this cancels the benefit.",
    ),
    cites=(claim("daytime-negates"),),
    shows=_DAYTIME_SHOWS,
    assumptions=_DAYTIME_ASSUMPTIONS,
)

EXT_TIMING_DAYTIME_DISPUTED: Final = Rule(
    id="ext-timing-daytime-disputed",
    title="That daytime use cancels the benefit is disputed",
    category="timing",
    origin="external",
    severity="info",
    condition=Is(DAYTIME),
    message=(
        "The injection is given by day (",
        _WHEN,
        (
            "). Outside studies gave GHRH in the morning or twice a day and still raised GH or "
            "IGF-1: that daytime use cancels the benefit is not supported."
        ),
    ),
    cites=(claim("daytime-negates"), reference("corpas-1992"), reference("ghrh-morning")),
    shows=_DAYTIME_SHOWS,
    assumptions=_DAYTIME_ASSUMPTIONS,
)

RULES: Final = (TIMING_WINDOW, TIMING_DAYTIME, EXT_TIMING_DAYTIME_DISPUTED)
