"""Rules on the empty stomach around the injection."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.protocol import FAST_AFTER_MINUTES, FAST_BEFORE_HOURS
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

FAST_ON_GLP1_HOURS: Final = 4.0
"""Until then a stomach slowed by a GLP-1 may not be empty; our judgement, no trial."""

_LIMITS_HOURS: Final = (FAST_BEFORE_HOURS, FAST_ON_GLP1_HOURS)
_LIMITS_MINUTES: Final = (FAST_AFTER_MINUTES,)
_IMPLAUSIBLE_NOTE: Final = (
    "By the clock, a meal more than 16 hours away is taken for a slip and leaves this unknown."
)


def _before_short(facts: Facts) -> Verdict:
    hours = facts.clock.fasting_hours_before
    if hours is None:
        return Unknown(missing.fasting_hours_before(facts))
    if hours >= FAST_BEFORE_HOURS:
        return CLEAR
    return Raised(
        f"The fast before the injection is {figure(hours, _LIMITS_HOURS)} h, under the "
        "document's 2 h. It holds that food, carbohydrate above all, blunts the pulse of growth "
        "hormone."
    )


def _after_short(facts: Facts) -> Verdict:
    minutes = facts.clock.fasting_minutes_after
    if minutes is None:
        return Unknown(missing.fasting_minutes_after(facts))
    if minutes >= FAST_AFTER_MINUTES:
        return CLEAR
    return Raised(
        f"Food follows {figure(minutes, _LIMITS_MINUTES)} min after the injection; the document "
        "asks for 30 min without."
    )


def _on_glp1(facts: Facts) -> Verdict:
    on_glp1, hours = facts.on_glp1, facts.clock.fasting_hours_before
    if on_glp1 is False:
        return CLEAR
    if hours is not None and not FAST_BEFORE_HOURS <= hours < FAST_ON_GLP1_HOURS:
        return CLEAR
    if on_glp1 is None or hours is None:
        ask_drug = ("glp1.drug",) if on_glp1 is None else ()
        ask_fast = missing.fasting_hours_before(facts) if hours is None else ()
        return Unknown(ask_drug + ask_fast)
    return Raised(
        "GLP-1 drugs slow the emptying of the stomach: after "
        f"{figure(hours, _LIMITS_HOURS)} h it may not be empty."
    )


FASTING_BEFORE_SHORT: Final = Rule(
    id="fasting-before-short",
    title="Fast before the injection is short",
    category="fasting",
    origin="document",
    severity="warning",
    when="fasting_hours_before < 2",
    boundary="2 hours do not raise",
    reads=("sermorelin.fasting_hours_before",),
    claims=("fast-2h-before", "carbs-blunt"),
    note=_IMPLAUSIBLE_NOTE,
    decide=_before_short,
)

FASTING_AFTER_SHORT: Final = Rule(
    id="fasting-after-short",
    title="Food follows the injection too soon",
    category="fasting",
    origin="document",
    severity="advisory",
    when="fasting_minutes_after < 30",
    boundary="30 minutes do not raise",
    reads=("sermorelin.fasting_minutes_after",),
    claims=("fast-30min-after",),
    note=_IMPLAUSIBLE_NOTE,
    decide=_after_short,
)

EXT_FASTING_GLP1: Final = Rule(
    id="ext-fasting-glp1",
    title="On a GLP-1 the stomach may not be empty yet",
    category="fasting",
    origin="external",
    severity="info",
    when="a GLP-1 is taken and 2 <= fasting_hours_before < 4",
    boundary="2 hours raise, 4 do not; under 2 hours fasting-before-short speaks",
    reads=("glp1.active", "sermorelin.fasting_hours_before"),
    claims=("fast-2h-before",),
    references=("wegovy-dose",),
    assumptions=("The end at 4 hours is our choice; no trial gives one.",),
    note=_IMPLAUSIBLE_NOTE,
    decide=_on_glp1,
)

RULES: Final = (FASTING_BEFORE_SHORT, FASTING_AFTER_SHORT, EXT_FASTING_GLP1)
