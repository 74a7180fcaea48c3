"""Rules on conditions that the labels of sermorelin and its relatives warn of."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf, Certainly, Not
from app.domain.conditions.compare import Is
from app.domain.facts.registry.patient import (
    BREASTFEEDING,
    INTRACRANIAL_LESION,
    PITUITARY_DISORDER,
    POSTMENOPAUSAL,
    PREGNANT,
    SERMORELIN_HYPERSENSITIVITY,
    SEX,
    UNTREATED_HYPOTHYROIDISM,
)
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import reference

EXT_HYPERSENSITIVITY: Final = Rule(
    id="ext-hypersensitivity",
    title="Hypersensitivity to sermorelin",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    condition=Is(SERMORELIN_HYPERSENSITIVITY),
    message="Hypersensitivity to sermorelin or its excipients: the Swiss label names it as a "
    "contraindication, and the US label warns of allergic reactions.",
    cites=(reference("geref-ch-smpc"), reference("geref-us-label")),
)

EXT_PREGNANCY_LACTATION: Final = Rule(
    id="ext-pregnancy-lactation",
    title="Pregnancy or breastfeeding",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin", "weight_loss"),
    # What is said counts whatever the sex. In a man both count as no where unknown; after
    # menopause an unknown pregnancy does.
    condition=AnyOf(
        Certainly(Is(PREGNANT)),
        Certainly(Is(BREASTFEEDING)),
        AllOf(
            AnyOf(AllOf(Is(PREGNANT), Not(Is(POSTMENOPAUSAL))), Is(BREASTFEEDING)),
            Not(Is(SEX, "male")),
        ),
    ),
    message=(
        When(
            Is(PREGNANT),
            ("Pregnancy", When(Is(BREASTFEEDING), " and breastfeeding")),
            "Breastfeeding",
        ),
        (
            ": the Swiss label bars sermorelin in pregnancy and while breastfeeding, and dieting "
            "to lose weight is not appropriate either."
        ),
    ),
    cites=(reference("geref-ch-smpc"), reference("geref-us-label")),
    note="The document is silent on both.",
)

EXT_THYROID: Final = Rule(
    id="ext-thyroid",
    title="Untreated hypothyroidism",
    category="safety",
    origin="external",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=Is(UNTREATED_HYPOTHYROIDISM),
    message="Untreated hypothyroidism can spoil the response to sermorelin. The US label reports "
    "hypothyroidism in 6.5 % under treatment: thyroid tests belong before and during it.",
    cites=(reference("geref-us-label"),),
)

EXT_PITUITARY_LESION: Final = Rule(
    id="ext-pituitary-lesion",
    title="Intracranial lesion or pituitary disorder",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    condition=AnyOf(Is(INTRACRANIAL_LESION), Is(PITUITARY_DISORDER)),
    message=(
        When(
            Is(INTRACRANIAL_LESION),
            ("An intracranial lesion", When(Is(PITUITARY_DISORDER), " and a pituitary disorder")),
            "A pituitary disorder",
        ),
        (
            ": the US label advises against use with an intracranial lesion, and the label of a "
            "related drug bars it where the pituitary axis is disrupted."
        ),
    ),
    cites=(reference("geref-us-label"), reference("egrifta-label")),
)

RULES: Final = (
    EXT_HYPERSENSITIVITY,
    EXT_PREGNANCY_LACTATION,
    EXT_THYROID,
    EXT_PITUITARY_LESION,
)
