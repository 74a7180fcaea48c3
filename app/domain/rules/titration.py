"""Rules on the first dose and on changing it by the IGF-1 response."""

from typing import Final

from app.domain.conditions.combine import AllOf, Not
from app.domain.conditions.compare import Above, AtLeast, AtMost, Below, Is, Within
from app.domain.facts.registry.labs import (
    IGF1_BASELINE,
    IGF1_CURRENT,
    IGF1_CURRENT_WEEK,
    IGF1_RISE,
    LACKS_JUDGED_IGF1,
)
from app.domain.facts.registry.patient import AGE
from app.domain.facts.registry.sermorelin import (
    ACTIVE,
    DOSE,
    DOSE_INCREASE_PLANNED,
    STARTED_ON,
    STATUS,
    WEEKS_ON_TREATMENT,
)
from app.domain.projection_thresholds import TRIAL_DOSE
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim
from app.domain.thresholds import (
    BASELINE_IGF1_HIGH,
    DOSE_HIGH,
    IGF1_STOP,
    NO_RISE,
    RECHECK_LAST_WEEK,
    RESPONSE_WEEK,
    RISE_TOO_LITTLE,
    START_DOSE_HIGH,
    START_DOSE_LOW,
    ZONE_OLDEST,
    ZONE_YOUNGEST,
)

_ONE_DOSE: Final = (
    f"The document has an outcome at {TRIAL_DOSE} only, so a change of the dose rests on IGF-1 "
    "alone."
)

START_DOSE_TOO_HIGH: Final = Rule(
    id="start-dose-high",
    title="Starting dose is above the document's",
    category="titration",
    origin="document",
    severity="advisory",
    condition=AllOf(
        Above(DOSE, START_DOSE_HIGH), Not(Is(STATUS, "stopped")), Is(WEEKS_ON_TREATMENT, 0)
    ),
    message=f"The starting dose of {DOSE} a night is above the {START_DOSE_LOW:bare} to "
    f"{START_DOSE_HIGH} that the document gives for the start.",
    cites=(claim("dose-start-200-300"),),
    shows=(DOSE, WEEKS_ON_TREATMENT),
    suppressed_by=("dose-unit-implausible",),
    note=_ONE_DOSE,
)

TITRATE_BEFORE_LAB: Final = Rule(
    id="titrate-before-lab",
    title="Dose increase is planned without the IGF-1 that the document asks for",
    category="titration",
    origin="document",
    severity="advisory",
    condition=AllOf(Is(DOSE_INCREASE_PLANNED), Is(LACKS_JUDGED_IGF1)),
    message=f"A higher dose is planned, but there is no IGF-1 from week {RESPONSE_WEEK:bare} of "
    "treatment or later. The document changes the dose only on an IGF-1 drawn at "
    f"{RESPONSE_WEEK:bare} to {RECHECK_LAST_WEEK}.",
    cites=(claim("titrate-igf1-6-8wk"),),
    shows=(DOSE_INCREASE_PLANNED, STATUS, STARTED_ON),
    note=_ONE_DOSE,
)

TITRATE_UP_OPTION: Final = Rule(
    id="titrate-up-option",
    title="IGF-1 rise is weak and the dose is inside the document's range",
    category="titration",
    origin="document",
    severity="info",
    condition=AllOf(
        Is(ACTIVE),
        Below(DOSE, DOSE_HIGH),
        AtLeast(IGF1_CURRENT_WEEK, RESPONSE_WEEK),
        Below(IGF1_RISE, RISE_TOO_LITTLE),
        Below(IGF1_BASELINE, BASELINE_IGF1_HIGH),
        AtMost(IGF1_CURRENT, IGF1_STOP),
    ),
    message=f"IGF-1 changed by {IGF1_RISE:signed} by week {IGF1_CURRENT_WEEK} on {DOSE} a night; "
    f"the document expects a rise of {RISE_TOO_LITTLE} at the least. It looks first at bedtime and "
    "the empty stomach, and only then at the dose. This is not advice to change it.",
    computed={"igf1_rise": IGF1_RISE},
    cites=(claim("nonresponse-15-20"), claim("troubleshoot-order")),
    shows=(STATUS, DOSE, IGF1_BASELINE, IGF1_CURRENT),
    note=(
        "Silenced while a contraindication is raised, or a rule on symptoms, glucose, high IGF-1, "
        "timing, fasting, frequency or the unit of the dose. "
        f"{_ONE_DOSE}"
    ),
    suppressed_by=(
        "timing-window",
        "timing-daytime",
        "fasting-before-short",
        "fasting-after-short",
        "frequency-not-nightly",
        "frequency-poor",
        "safety-symptoms",
        "glucose-raised",
        "ext-glucose-prediabetes",
        "ext-glucose-diabetes",
        "ext-glucose-diabetes-known",
        "ext-igf1-above-uln",
        "ext-igf1-z-over-3",
        "dose-unit-implausible",
    ),
    yields_to_contraindications=True,
)

TITRATE_HIGH_BASELINE_NO_RISE: Final = Rule(
    id="titrate-high-baseline-no-rise",
    title="IGF-1 began high and has not risen",
    category="titration",
    origin="document",
    severity="warning",
    condition=AllOf(
        Is(ACTIVE),
        Within(AGE, ZONE_YOUNGEST, ZONE_OLDEST),
        AtLeast(IGF1_BASELINE, BASELINE_IGF1_HIGH),
        AtLeast(IGF1_CURRENT_WEEK, RESPONSE_WEEK),
        AtMost(IGF1_RISE, NO_RISE),
    ),
    message=f"IGF-1 began high, at {IGF1_BASELINE} at {AGE}, and had not risen by week "
    f"{IGF1_CURRENT_WEEK} ({IGF1_RISE}). The document's answer to this is to stop or to reduce the "
    "dose.",
    computed={"igf1_rise": IGF1_RISE},
    cites=(claim("retest-6-8-stop-300"), claim("high-baseline-220-250")),
    shows=(STATUS, AGE, IGF1_BASELINE, IGF1_CURRENT),
    note=(
        "Silences response-none: here stopping or reducing comes before checking the dose. "
        f"{_ONE_DOSE}"
    ),
)

RULES: Final = (
    START_DOSE_TOO_HIGH,
    TITRATE_BEFORE_LAB,
    TITRATE_UP_OPTION,
    TITRATE_HIGH_BASELINE_NO_RISE,
)
