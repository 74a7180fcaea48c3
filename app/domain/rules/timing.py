"""Rules on when the injection is given, counted from sleep."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.clock import DAYTIME_FROM_MINUTES_BEFORE_SLEEP
from app.domain.facts.facts import Facts
from app.domain.protocol import EARLIEST_MINUTES_BEFORE_SLEEP, LATEST_MINUTES_BEFORE_SLEEP
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

_SLEEP_LENGTH: Final = "Without a wake time, sleep is taken to last 8 hours."
_DAYTIME_ASSUMPTIONS: Final = (
    "An injection more than 4 hours before sleep counts as daytime.",
    "Daytime is counted from the person's own sleep, so that shift work is not misjudged.",
    _SLEEP_LENGTH,
)
_DAYTIME_READS: Final = (
    "sermorelin.daytime",
    "sermorelin.time_of_day",
    "sermorelin.minutes_before_sleep",
)
_DAYTIME_WHEN: Final = (
    "minutes_before_sleep > 240 or, without the minutes, time_of_day is morning or afternoon"
)
_DAYTIME_BOUNDARY: Final = (
    "240 minutes do not raise; evening and bedtime do not; known minutes decide over time_of_day"
)
_LIMITS_MINUTES: Final = (
    LATEST_MINUTES_BEFORE_SLEEP,
    EARLIEST_MINUTES_BEFORE_SLEEP,
    DAYTIME_FROM_MINUTES_BEFORE_SLEEP,
)


def _window(facts: Facts) -> Verdict:
    minutes = facts.clock.minutes_before_sleep
    if minutes is None:
        return Unknown(missing.injection(facts))
    if LATEST_MINUTES_BEFORE_SLEEP <= minutes <= EARLIEST_MINUTES_BEFORE_SLEEP:
        return CLEAR
    return Raised(
        f"The injection is given {_from_sleep(minutes)}; the document's window is 30 to 60 min "
        "before sleep."
    )


def _from_sleep(minutes: float) -> str:
    if minutes < 0:
        return f"{figure(-minutes)} min after falling asleep"
    return f"{figure(minutes, _LIMITS_MINUTES)} min before sleep"


def _daytime(facts: Facts) -> Verdict:
    daytime = facts.clock.daytime
    if daytime is False:
        return CLEAR
    if daytime is None:
        return Unknown(missing.daytime(facts))
    return Raised(
        f"The injection is given by day ({_when(facts)}); "
        "the document holds that this cancels the benefit."
    )


def _daytime_disputed(facts: Facts) -> Verdict:
    daytime = facts.clock.daytime
    if daytime is False:
        return CLEAR
    if daytime is None:
        return Unknown(missing.daytime(facts))
    return Raised(
        f"The injection is given by day ({_when(facts)}). Outside studies gave GHRH in the morning "
        "or twice a day and still raised GH or IGF-1: that daytime use cancels the benefit is not "
        "supported."
    )


def _when(facts: Facts) -> str:
    minutes = facts.clock.minutes_before_sleep
    if minutes is None:
        return f"in the {facts.sermorelin.time_of_day}"
    return _from_sleep(minutes)


TIMING_WINDOW: Final = Rule(
    id="timing-window",
    title="Injection is outside the document's window before sleep",
    category="timing",
    origin="document",
    severity="advisory",
    when="minutes_before_sleep < 30 or minutes_before_sleep > 60",
    boundary="30 and 60 do not raise; an injection after falling asleep (below 0) does",
    reads=("sermorelin.minutes_before_sleep",),
    claims=("timing-30-60", "key-dose-repeat"),
    assumptions=(_SLEEP_LENGTH,),
    decide=_window,
)

TIMING_DAYTIME: Final = Rule(
    id="timing-daytime",
    title="Injection is given by day",
    category="timing",
    origin="document",
    severity="warning",
    when=_DAYTIME_WHEN,
    boundary=_DAYTIME_BOUNDARY,
    reads=_DAYTIME_READS,
    claims=("daytime-negates",),
    assumptions=_DAYTIME_ASSUMPTIONS,
    decide=_daytime,
)

EXT_TIMING_DAYTIME_DISPUTED: Final = Rule(
    id="ext-timing-daytime-disputed",
    title="That daytime use cancels the benefit is disputed",
    category="timing",
    origin="external",
    severity="info",
    when=_DAYTIME_WHEN,
    boundary=_DAYTIME_BOUNDARY,
    reads=_DAYTIME_READS,
    claims=("daytime-negates",),
    references=("corpas-1992", "ghrh-morning"),
    assumptions=_DAYTIME_ASSUMPTIONS,
    decide=_daytime_disputed,
)

RULES: Final = (TIMING_WINDOW, TIMING_DAYTIME, EXT_TIMING_DAYTIME_DISPUTED)
