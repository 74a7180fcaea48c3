"""Rules on resistance training."""

from functools import cache
from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

TRIAL_SESSIONS_PER_WEEK: Final = 3
"""Sessions in the trial that the document describes; claim jama-2014-design."""
LEAST_TRAINING_SESSIONS_PER_WEEK: Final = 2
"""Below this there is little of the training that trials credit; reference sardeli-2018."""

_ASK_SESSIONS: Final = Unknown(("training.resistance_sessions_per_week",))


def _none(facts: Facts) -> Verdict:
    sessions = facts.sessions
    if sessions is None:
        return _ASK_SESSIONS
    if sessions > 0:
        return CLEAR
    return Raised(
        "No resistance training: the document sees no signal for sermorelin to amplify, and the "
        "projection credits it with none."
    )


def _low(facts: Facts) -> Verdict:
    sessions = facts.sessions
    if sessions is None:
        return _ASK_SESSIONS
    if not 0 < sessions < TRIAL_SESSIONS_PER_WEEK:
        return CLEAR
    return _fewer_than_the_trial(sessions)


# There are few numbers of sessions, so that what is said of each is put together once.
@cache
def _fewer_than_the_trial(sessions: int) -> Raised:
    return Raised(
        f"Resistance sessions a week: {sessions}, fewer than the three of the trial that the "
        "document describes."
    )


def _first(facts: Facts) -> Verdict:
    sessions, planned_or_active = facts.sessions, facts.treatment.planned_or_active
    if planned_or_active is False or (
        sessions is not None and sessions >= LEAST_TRAINING_SESSIONS_PER_WEEK
    ):
        return CLEAR
    if sessions is None or planned_or_active is None:
        asked_status = missing.planned_or_active(facts) if planned_or_active is None else ()
        asked_sessions = _ASK_SESSIONS.missing if sessions is None else ()
        return Unknown(asked_status + asked_sessions)
    return _training_first(sessions)


@cache
def _training_first(sessions: int) -> Raised:
    return Raised(
        f"Resistance sessions a week: {sessions}. In trials, training without any drug kept the "
        "lean share of the loss at about 9 to 18 %, as low as the document credits to sermorelin."
    )


TRAINING_NONE: Final = Rule(
    id="training-none",
    title="No resistance training",
    category="training",
    origin="document",
    severity="warning",
    when="resistance_sessions_per_week == 0",
    boundary="only 0 raises",
    reads=("training.resistance_sessions_per_week",),
    claims=("zero-training-no-signal", "prerequisite-training-protein"),
    decide=_none,
)

TRAINING_LOW: Final = Rule(
    id="training-low",
    title="Less resistance training than in the trial",
    category="training",
    origin="document",
    severity="advisory",
    when="1 <= resistance_sessions_per_week < 3",
    boundary="1 raises, 3 does not",
    reads=("training.resistance_sessions_per_week",),
    claims=("jama-2014-design", "prerequisite-training-protein"),
    decide=_low,
)

EXT_TRAINING_FIRST: Final = Rule(
    id="ext-training-first",
    title="Training does as much as the drug is credited with",
    category="training",
    origin="external",
    severity="info",
    when="sermorelin is planned or active and resistance_sessions_per_week < 2",
    boundary="2 does not raise",
    reads=("sermorelin.planned_or_active", "training.resistance_sessions_per_week"),
    claims=("training-primary-sarcopenia", "jama-2014-placebo-kg"),
    references=("beavers-2017", "sardeli-2018", "glp1-meta-20rct"),
    decide=_first,
)

RULES: Final = (TRAINING_NONE, TRAINING_LOW, EXT_TRAINING_FIRST)
