"""Rules on fasting glucose and HbA1c."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf, Certainly, Not
from app.domain.conditions.compare import AtLeast, Is
from app.domain.facts.registry.labs import (
    GLUCOSE_BASELINE,
    GLUCOSE_LATEST,
    GLUCOSE_RISEN,
    HBA1C_LATEST,
)
from app.domain.facts.registry.patient import DIABETES
from app.domain.message import Listing, When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.threshold import Threshold
from app.domain.thresholds import (
    DIABETES_GLUCOSE,
    DIABETES_HBA1C,
    GLUCOSE_RISE,
    PREDIABETES_GLUCOSE,
    PREDIABETES_HBA1C,
    UNCONTROLLED_GLUCOSE,
    UNCONTROLLED_HBA1C,
    UNCONTROLLED_MEAN_GLUCOSE,
)


def _reaches(glucose: Threshold, hba1c: Threshold) -> AnyOf:
    """Whether one of the latest values is at its limit or above."""
    return AnyOf(AtLeast(GLUCOSE_LATEST, glucose), AtLeast(HBA1C_LATEST, hba1c))


def _values_from(glucose: Threshold, hba1c: Threshold) -> Listing:
    """The values that reach the limits, with the verb that follows them."""
    return Listing(
        (
            (AtLeast(GLUCOSE_LATEST, glucose), f"fasting glucose of {GLUCOSE_LATEST}"),
            (AtLeast(HBA1C_LATEST, hba1c), f"HbA1c of {HBA1C_LATEST}"),
        ),
        one=" is",
        many=" are",
    )


_KNOWN_DIABETES: Final = Certainly(Is(DIABETES))

GLUCOSE_RAISED: Final = Rule(
    id="glucose-raised",
    title="Fasting glucose has risen since the baseline",
    category="lab-interpretation",
    origin="document",
    severity="advisory",
    condition=AtLeast(GLUCOSE_RISEN, GLUCOSE_RISE),
    message=f"Fasting glucose rose by {GLUCOSE_RISEN}, from {GLUCOSE_BASELINE:bare} to "
    f"{GLUCOSE_LATEST}; the document names it as a marker to watch.",
    computed={"fasting_glucose_rise": GLUCOSE_RISEN},
    cites=(claim("monitor-glucose-igfbp3"), claim("side-effects-common")),
    assumptions=(
        f"The document gives no cut-off: a rise of {GLUCOSE_RISE} is our floor above noise.",
    ),
)

EXT_GLUCOSE_DIABETES: Final = Rule(
    id="ext-glucose-diabetes",
    title="Glucose is in the diabetes range",
    category="lab-interpretation",
    origin="external",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=AnyOf(
        _reaches(UNCONTROLLED_GLUCOSE, UNCONTROLLED_HBA1C),
        AllOf(Not(_KNOWN_DIABETES), _reaches(DIABETES_GLUCOSE, DIABETES_HBA1C)),
    ),
    message=(
        "The latest ",
        When(
            _KNOWN_DIABETES,
            (
                _values_from(UNCONTROLLED_GLUCOSE, UNCONTROLLED_HBA1C),
                " well above target in known diabetes",
            ),
            (_values_from(DIABETES_GLUCOSE, DIABETES_HBA1C), " in the diabetes range"),
        ),
        ", and sermorelin works against insulin. A repeat would confirm it.",
    ),
    cites=(
        claim("monitor-glucose-igfbp3"),
        claim("insulin-sensitivity"),
        reference("ada-glucose"),
        reference("egrifta-label"),
    ),
    shows=(DIABETES,),
    note=(
        f"HbA1c {UNCONTROLLED_HBA1C} is an average glucose of about {UNCONTROLLED_MEAN_GLUCOSE}. "
        "Unknown diabetes counts as none."
    ),
)

EXT_GLUCOSE_PREDIABETES: Final = Rule(
    id="ext-glucose-prediabetes",
    title="Glucose is in the prediabetes range",
    category="lab-interpretation",
    origin="external",
    severity="advisory",
    condition=AllOf(
        Not(_KNOWN_DIABETES),
        Not(EXT_GLUCOSE_DIABETES.is_raised),
        _reaches(PREDIABETES_GLUCOSE, PREDIABETES_HBA1C),
    ),
    message=(
        "The latest ",
        _values_from(PREDIABETES_GLUCOSE, PREDIABETES_HBA1C),
        " in the prediabetes range. High glucose also blunts the response to GHRH.",
    ),
    cites=(
        claim("monitor-glucose-igfbp3"),
        claim("insulin-sensitivity"),
        reference("ada-glucose"),
        reference("geref-ch-smpc"),
        reference("mekala-2009"),
    ),
)

EXT_GLUCOSE_DIABETES_KNOWN: Final = Rule(
    id="ext-glucose-diabetes-known",
    title="Known diabetes is above target",
    category="lab-interpretation",
    origin="external",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=AllOf(
        Is(DIABETES),
        Not(EXT_GLUCOSE_DIABETES.is_raised),
        _reaches(DIABETES_GLUCOSE, DIABETES_HBA1C),
    ),
    message=(
        "Known diabetes, and the latest ",
        _values_from(DIABETES_GLUCOSE, DIABETES_HBA1C),
        (
            " above target, while sermorelin works against insulin: control comes first, and close "
            "watching."
        ),
    ),
    cites=(
        claim("monitor-glucose-igfbp3"),
        claim("insulin-sensitivity"),
        reference("ada-glucose"),
        reference("egrifta-label"),
    ),
)

RULES: Final = (
    GLUCOSE_RAISED,
    EXT_GLUCOSE_PREDIABETES,
    EXT_GLUCOSE_DIABETES,
    EXT_GLUCOSE_DIABETES_KNOWN,
)
