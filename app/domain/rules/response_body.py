"""Rules that read the rise of IGF-1 beside body composition and body size."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf
from app.domain.conditions.compare import Above, AtLeast, AtMost, Below, Is, Within
from app.domain.facts.registry.composition import (
    TREATED_LEAN_SHARE_PCT,
    TREATED_LOSS_MEASURABLE,
    WEIGHT_CHANGE,
    WEIGHT_FALL,
)
from app.domain.facts.registry.labs import IGF1_CURRENT_WEEK, IGF1_RISE
from app.domain.facts.registry.patient import BMI
from app.domain.facts.registry.sermorelin import (
    ACTIVE,
    STARTED_ON,
    STATUS,
    WEEKS_ON_TREATMENT,
)
from app.domain.facts.registry.support import PROTEIN, SESSIONS
from app.domain.message import Listing
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import (
    BMI_OBESE,
    COMPOSITION_WEEK,
    FIRST_SCAN_WITHIN,
    LEAN_SHARE_UNDER_TREATMENT,
    MEASURABLE_LEAN_LOSS,
    MEASURABLE_WEIGHT_LOSS,
    PROTEIN_ENOUGH,
    RESPONSE_WEEK,
    RISE_EXPECTED_LOW,
    WEIGHT_CHANGE_NOTABLE,
    WEIGHT_FALL_NOTABLE,
)
from app.domain.units import PERCENT

_PROTEIN_SHORT: Final = Below(PROTEIN, PROTEIN_ENOUGH)
_NO_TRAINING: Final = Is(SESSIONS, 0)

RESPONSE_IGF1_OK_NO_COMPOSITION: Final = Rule(
    id="response-igf1-ok-no-composition",
    title="IGF-1 has risen but lean mass is being lost",
    category="response",
    origin="document",
    severity="advisory",
    condition=AllOf(
        Is(ACTIVE),
        AtLeast(IGF1_RISE, RISE_EXPECTED_LOW),
        AtLeast(WEEKS_ON_TREATMENT, COMPOSITION_WEEK),
        Is(TREATED_LOSS_MEASURABLE),
        Above(TREATED_LEAN_SHARE_PCT, LEAN_SHARE_UNDER_TREATMENT),
        AnyOf(_PROTEIN_SHORT, _NO_TRAINING),
    ),
    message=(
        (
            f"IGF-1 rose by {IGF1_RISE}, but {TREATED_LEAN_SHARE_PCT} of the weight lost by week "
            f"{WEEKS_ON_TREATMENT:bare} was lean mass, and "
        ),
        Listing(
            (
                (_PROTEIN_SHORT, f"protein is {PROTEIN} a day"),
                (_NO_TRAINING, "there is no resistance training"),
            )
        ),
        ". The document looks at protein and training.",
    ),
    computed={"igf1_rise": IGF1_RISE, "lean_share": TREATED_LEAN_SHARE_PCT},
    cites=(claim("troubleshoot-order"), claim("zero-training-no-signal"), claim("protein-min-1-6")),
    shows=(STATUS, STARTED_ON, WEEKS_ON_TREATMENT),
    assumptions=(
        (
            f"A lean share above {LEAN_SHARE_UNDER_TREATMENT.value / PERCENT:.2f} is past the "
            "document's band with sermorelin: no effect is seen."
        ),
    ),
    note=(
        "The lean share runs from the first to the last DXA entry, by fat-free mass where both "
        f"have it, else by lean soft tissue. At least {MEASURABLE_WEIGHT_LOSS} of weight and "
        f"{MEASURABLE_LEAN_LOSS} of lean mass must be lost, and the first entry be no later than "
        f"{FIRST_SCAN_WITHIN} after the start. A smaller loss is clear; fewer or later entries "
        "leave it unknown."
    ),
)

EXT_RESPONSE_CONFOUNDED: Final = Rule(
    id="ext-response-confounded",
    title="Weight loss alone may explain the rise of IGF-1",
    category="response",
    origin="external",
    severity="info",
    condition=AllOf(
        AtLeast(IGF1_CURRENT_WEEK, RESPONSE_WEEK),
        Within(IGF1_RISE, 0, RISE_EXPECTED_LOW, "()"),
        AtMost(WEIGHT_CHANGE, WEIGHT_CHANGE_NOTABLE),
    ),
    message=f"IGF-1 rose by {IGF1_RISE} by week {IGF1_CURRENT_WEEK} while body weight fell by "
    f"{WEIGHT_FALL}. Weight loss without the drug raised IGF-1 by 10 to 19 % in a trial, so the "
    "drug may not be the cause.",
    computed={"igf1_rise": IGF1_RISE, "weight_change": WEIGHT_CHANGE},
    cites=(claim("nonresponse-15-20"), reference("redman-2010")),
    extra_limits={WEIGHT_FALL: (WEIGHT_FALL_NOTABLE,)},
)

EXT_OBESITY_BLUNTED: Final = Rule(
    id="ext-obesity-blunted",
    title="Obesity blunts the response to GHRH",
    category="response",
    origin="external",
    severity="info",
    condition=AtLeast(BMI, BMI_OBESE),
    message=f"At a body-mass index of {BMI} the response to GHRH is often blunted: it was abnormal "
    f"in 64 % of people from {BMI_OBESE:bare} on. A weaker effect is likely, and a low GH is no "
    "proof of deficiency.",
    computed={"bmi": BMI},
    cites=(claim("needs-deficient-axis"), reference("obesity-gh"), reference("geref-ch-smpc")),
)

RULES: Final = (
    RESPONSE_IGF1_OK_NO_COMPOSITION,
    EXT_RESPONSE_CONFOUNDED,
    EXT_OBESITY_BLUNTED,
)
