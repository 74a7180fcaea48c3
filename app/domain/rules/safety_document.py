"""Rules on the dangers the document names: cancer, glucose and side effects."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf, Certainly, Not
from app.domain.conditions.compare import Includes, Is
from app.domain.facts.registry.patient import (
    ACTIVE_MALIGNANCY,
    CANCER_HISTORY,
    DIABETES,
    ONCOLOGY_CLEARANCE,
    SYMPTOMS,
)
from app.domain.message import Names, When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference

_SIDE_EFFECTS: Final = ("joint_stiffness", "oedema", "injection_site_reaction")
"""Claims side-effects-common and overdose-side-effects."""
_HYPERGLYCAEMIA: Final = Includes(SYMPTOMS, ("fasting_hyperglycaemia",))
_NOT_CLEARED: Final = Not(Certainly(Is(ONCOLOGY_CLEARANCE)))

SAFETY_ACTIVE_MALIGNANCY: Final = Rule(
    id="safety-active-malignancy",
    title="Active malignancy without oncology clearance",
    category="safety",
    origin="document",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    condition=AllOf(Is(ACTIVE_MALIGNANCY), _NOT_CLEARED),
    message="An active malignancy without a recorded oncology clearance: the document rules "
    "sermorelin out without one.",
    cites=(claim("cancer-contraindication"),),
)

EXT_ACTIVE_MALIGNANCY_ABSOLUTE: Final = Rule(
    id="ext-active-malignancy-absolute",
    title="Active malignancy, cleared or not",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    condition=Is(ACTIVE_MALIGNANCY),
    message="An active malignancy: the label of tesamorelin, a related GHRH drug, names it as a "
    "contraindication, and an oncology clearance does not lift it.",
    cites=(claim("cancer-contraindication"), reference("egrifta-label")),
)

SAFETY_CANCER_HISTORY: Final = Rule(
    id="safety-cancer-history",
    title="Past cancer without oncology clearance",
    category="safety",
    origin="document",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=AllOf(Is(CANCER_HISTORY), Not(Certainly(Is(ACTIVE_MALIGNANCY))), _NOT_CLEARED),
    message="A history of cancer without a recorded oncology clearance: the document asks for the "
    "clearance before use.",
    cites=(claim("cancer-contraindication"), claim("high-igf1-cancer-theory")),
)

SAFETY_GLUCOSE_RISK: Final = Rule(
    id="safety-glucose-risk",
    title="Diabetes or fasting hyperglycaemia",
    category="safety",
    origin="document",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=AnyOf(Is(DIABETES), _HYPERGLYCAEMIA),
    message=(
        When(
            Is(DIABETES),
            ("Diabetes", When(_HYPERGLYCAEMIA, " and fasting hyperglycaemia")),
            "Fasting hyperglycaemia",
        ),
        (
            ": growth hormone opposes insulin, and the document lists a raised fasting glucose "
            "among the side effects."
        ),
    ),
    cites=(claim("insulin-sensitivity"), claim("side-effects-common")),
    assumptions=("The document does not speak of known diabetes: that it applies is inferred.",),
)

SAFETY_SYMPTOMS: Final = Rule(
    id="safety-symptoms",
    title="A listed side effect is reported",
    category="safety",
    origin="document",
    severity="advisory",
    condition=Includes(SYMPTOMS, _SIDE_EFFECTS),
    message=(
        "Reported: ",
        Names(SYMPTOMS, _SIDE_EFFECTS, joint=", "),
        (
            ". The document lists this among the side effects of sermorelin, and links joint "
            "stiffness and oedema to too high a dose."
        ),
    ),
    cites=(claim("side-effects-common"), claim("overdose-side-effects")),
)

RULES: Final = (
    SAFETY_ACTIVE_MALIGNANCY,
    EXT_ACTIVE_MALIGNANCY_ABSOLUTE,
    SAFETY_CANCER_HISTORY,
    SAFETY_GLUCOSE_RISK,
    SAFETY_SYMPTOMS,
)
