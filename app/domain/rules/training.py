"""Rules on resistance training."""

from typing import Final

from app.domain.conditions.combine import AllOf
from app.domain.conditions.compare import Below, Is, Within
from app.domain.facts.registry.sermorelin import PLANNED_OR_ACTIVE
from app.domain.facts.registry.support import SESSIONS
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import SESSIONS_LEAST, SESSIONS_OF_TRIAL
from app.domain.words import spelled

TRAINING_NONE: Final = Rule(
    id="training-none",
    title="No resistance training",
    category="training",
    origin="document",
    severity="warning",
    condition=Is(SESSIONS, 0),
    message="No resistance training: the document sees no signal for sermorelin to amplify, and "
    "the projection credits it with none.",
    cites=(claim("zero-training-no-signal"), claim("prerequisite-training-protein")),
)

TRAINING_LOW: Final = Rule(
    id="training-low",
    title="Less resistance training than in the trial",
    category="training",
    origin="document",
    severity="advisory",
    condition=Within(SESSIONS, 0, SESSIONS_OF_TRIAL, "()"),
    message=f"Resistance sessions a week: {SESSIONS}, fewer than the "
    f"{spelled(SESSIONS_OF_TRIAL.value)} of the trial that the document describes.",
    cites=(claim("jama-2014-design"), claim("prerequisite-training-protein")),
    cache_messages=True,
)

EXT_TRAINING_FIRST: Final = Rule(
    id="ext-training-first",
    title="Training does as much as the drug is credited with",
    category="training",
    origin="external",
    severity="info",
    condition=AllOf(Is(PLANNED_OR_ACTIVE), Below(SESSIONS, SESSIONS_LEAST)),
    message=f"Resistance sessions a week: {SESSIONS}. In trials, training without any drug kept "
    "the lean share of the loss at about 9 to 18 %, as low as the document credits to sermorelin.",
    cites=(
        claim("training-primary-sarcopenia"),
        claim("jama-2014-placebo-kg"),
        reference("beavers-2017"),
        reference("sardeli-2018"),
        reference("glp1-meta-20rct"),
    ),
    cache_messages=True,
)

RULES: Final = (TRAINING_NONE, TRAINING_LOW, EXT_TRAINING_FIRST)
