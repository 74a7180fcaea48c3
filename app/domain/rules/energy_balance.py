"""Rules on the energy deficit, and on a body size that bars it."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf, FirstKnown, Not
from app.domain.conditions.compare import Above, AtMost, Below, Given, Is, Known, Within
from app.domain.facts.registry.patient import BMI
from app.domain.facts.registry.sermorelin import PLANNED_OR_ACTIVE
from app.domain.facts.registry.support import (
    DEFICIT,
    DEFICIT_KCAL,
    DEFICIT_PCT,
    DEFICIT_PCT_WORKED_OUT,
    SURPLUS,
    WEIGHT_LOSS_STATED,
)
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import (
    BMI_PLAUSIBLE_HIGH,
    BMI_PLAUSIBLE_LOW,
    BMI_UNDERWEIGHT,
    DEFICIT_KCAL_DEEP,
    DEFICIT_PCT_DEEP,
    TRIAL_DEFICIT_KCAL,
    TRIAL_DEFICIT_PCT,
)

ENERGY_NO_DEFICIT: Final = Rule(
    id="energy-no-deficit",
    title="No energy deficit",
    category="energy-balance",
    origin="document",
    severity="warning",
    condition=AllOf(Is(PLANNED_OR_ACTIVE), AtMost(DEFICIT, 0)),
    message=(
        "Energy intake is ",
        When(
            Is(DEFICIT, 0),
            "at maintenance",
            (
                f"in a surplus of {SURPLUS} ",
                When(Known(DEFICIT_KCAL), "kcal a day", "%"),
            ),
        ),
        (
            ". The document's main text sees an effect in a deficit only; one of its answers on "
            "older adults disagrees."
        ),
    ),
    cites=(claim("only-in-deficit"), claim("older-without-deficit")),
    note="The sign decides, so a deficit in % needs no maintenance intake.",
)

ENERGY_DEFICIT_OUTSIDE_TRIAL: Final = Rule(
    id="energy-deficit-outside-trial",
    title="The deficit is deeper than in the trials",
    category="energy-balance",
    origin="document",
    severity="advisory",
    condition=FirstKnown(
        Above(DEFICIT_PCT, DEFICIT_PCT_DEEP), Above(DEFICIT_KCAL, DEFICIT_KCAL_DEEP)
    ),
    message=(
        "A deficit of ",
        When(Known(DEFICIT_PCT), f"{DEFICIT_PCT} of maintenance", f"{DEFICIT_KCAL}"),
        (
            f" is deeper than the {TRIAL_DEFICIT_PCT} and the {TRIAL_DEFICIT_KCAL} of the trials "
            "that the document describes; their figures may not carry over."
        ),
    ),
    computed={"deficit": DEFICIT_PCT_WORKED_OUT},
    cites=(claim("jama-2014-design"), claim("ajp-92-73")),
    assumptions=(
        (
            f"Up to {DEFICIT_PCT_DEEP} or {DEFICIT_KCAL_DEEP} counts as near the trials' "
            f"{TRIAL_DEFICIT_PCT} and {TRIAL_DEFICIT_KCAL:bare} kcal."
        ),
    ),
    note="Outside the document, IGF-1 falls in a deep deficit.",
)

EXT_UNDERWEIGHT_DEFICIT: Final = Rule(
    id="ext-underweight-deficit",
    title="Weight loss while underweight",
    category="energy-balance",
    origin="external",
    severity="critical",
    contraindication="relative",
    applies_to=("weight_loss",),
    condition=AllOf(
        Below(BMI, BMI_UNDERWEIGHT), AnyOf(Above(DEFICIT, 0), Given(WEIGHT_LOSS_STATED))
    ),
    message=f"A body-mass index of {BMI} is underweight, and weight loss is meant. No weight loss "
    "is projected here.",
    computed={"bmi": BMI},
    cites=(reference("our-judgement"),),
    extra_limits={BMI: (BMI_PLAUSIBLE_LOW,)},
    assumptions=(
        f"The WHO's cut-off of {BMI_UNDERWEIGHT:bare} for underweight is our choice of a limit.",
    ),
)

BODY_SIZE_IMPLAUSIBLE: Final = Rule(
    id="body-size-implausible",
    title="Height or weight looks like a unit mistake",
    category="energy-balance",
    origin="external",
    severity="critical",
    condition=Not(Within(BMI, BMI_PLAUSIBLE_LOW, BMI_PLAUSIBLE_HIGH)),
    message=f"A body-mass index of {BMI} looks like a unit mistake in height or weight, such as "
    "pounds or inches entered as kilograms or centimetres. They need a check before use.",
    computed={"bmi": BMI},
    cites=(reference("our-judgement"),),
    assumptions=(
        (
            f"A body-mass index under {BMI_PLAUSIBLE_LOW:bare} or over {BMI_PLAUSIBLE_HIGH:bare} "
            "is taken for a slip, not for a body."
        ),
    ),
)

RULES: Final = (
    ENERGY_NO_DEFICIT,
    ENERGY_DEFICIT_OUTSIDE_TRIAL,
    EXT_UNDERWEIGHT_DEFICIT,
    BODY_SIZE_IMPLAUSIBLE,
)
