"""Rules on conditions that the labels of sermorelin and its relatives warn of."""

from typing import Final

from app.domain.case import Conditions
from app.domain.facts.facts import Facts
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

_ASK_HYPERSENSITIVITY: Final = Unknown(("patient.conditions.sermorelin_hypersensitivity",))
_ASK_HYPOTHYROIDISM: Final = Unknown(("patient.conditions.untreated_hypothyroidism",))


def _hypersensitivity(facts: Facts) -> Verdict:
    hypersensitivity = facts.conditions.sermorelin_hypersensitivity
    if hypersensitivity is None:
        return _ASK_HYPERSENSITIVITY
    if not hypersensitivity:
        return CLEAR
    return Raised(
        "Hypersensitivity to sermorelin or its excipients: the Swiss label names it as a "
        "contraindication, and the US label warns of allergic reactions."
    )


def _pregnancy_lactation(facts: Facts) -> Verdict:
    conditions, sex = facts.conditions, facts.patient.sex
    pregnant, breastfeeding = conditions.pregnant, conditions.breastfeeding
    if pregnant or breastfeeding:
        shown = "Pregnancy" if pregnant else "Breastfeeding"
        if pregnant and breastfeeding:
            shown = "Pregnancy and breastfeeding"
        return Raised(
            f"{shown}: the Swiss label bars sermorelin in pregnancy and while breastfeeding, and "
            "dieting to lose weight is not appropriate either."
        )
    if sex == "male":
        return CLEAR
    ask_pregnant = pregnant is None and conditions.postmenopausal is not True
    if not ask_pregnant and breastfeeding is not None:
        return CLEAR
    asked_pregnant = _asked_pregnant(conditions) if ask_pregnant else ()
    asked_breastfeeding = ("patient.conditions.breastfeeding",) if breastfeeding is None else ()
    asked_sex = ("patient.sex",) if sex is None else ()
    return Unknown(asked_pregnant + asked_breastfeeding + asked_sex)


def _asked_pregnant(conditions: Conditions) -> tuple[str, ...]:
    asked_postmenopausal = conditions.postmenopausal is None
    postmenopausal = ("patient.conditions.postmenopausal",) if asked_postmenopausal else ()
    return ("patient.conditions.pregnant", *postmenopausal)


def _thyroid(facts: Facts) -> Verdict:
    hypothyroidism = facts.conditions.untreated_hypothyroidism
    if hypothyroidism is None:
        return _ASK_HYPOTHYROIDISM
    if not hypothyroidism:
        return CLEAR
    return Raised(
        "Untreated hypothyroidism can spoil the response to sermorelin. The US label reports "
        "hypothyroidism in 6.5 % under treatment: thyroid tests belong before and during it."
    )


def _pituitary_lesion(facts: Facts) -> Verdict:
    lesion, disorder = facts.conditions.intracranial_lesion, facts.conditions.pituitary_disorder
    if lesion or disorder:
        shown = "An intracranial lesion" if lesion else "A pituitary disorder"
        if lesion and disorder:
            shown = "An intracranial lesion and a pituitary disorder"
        return Raised(
            f"{shown}: the US label advises against use with an intracranial lesion, and the "
            "label of a related drug bars it where the pituitary axis is disrupted."
        )
    if lesion is None or disorder is None:
        asked_lesion = ("patient.conditions.intracranial_lesion",) if lesion is None else ()
        asked_disorder = ("patient.conditions.pituitary_disorder",) if disorder is None else ()
        return Unknown(asked_lesion + asked_disorder)
    return CLEAR


EXT_HYPERSENSITIVITY: Final = Rule(
    id="ext-hypersensitivity",
    title="Hypersensitivity to sermorelin",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    when="sermorelin_hypersensitivity",
    boundary="yes raises",
    reads=("patient.conditions.sermorelin_hypersensitivity",),
    references=("geref-ch-smpc", "geref-us-label"),
    decide=_hypersensitivity,
)

EXT_PREGNANCY_LACTATION: Final = Rule(
    id="ext-pregnancy-lactation",
    title="Pregnancy or breastfeeding",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin", "weight_loss"),
    when=(
        "pregnant or breastfeeding, whatever the sex; in a man both count as no where unknown, "
        "after menopause an unknown pregnancy does"
    ),
    boundary="either raises",
    reads=(
        "patient.conditions.pregnant",
        "patient.conditions.breastfeeding",
        "patient.conditions.postmenopausal",
        "patient.sex",
    ),
    references=("geref-ch-smpc", "geref-us-label"),
    note="The document is silent on both.",
    decide=_pregnancy_lactation,
)

EXT_THYROID: Final = Rule(
    id="ext-thyroid",
    title="Untreated hypothyroidism",
    category="safety",
    origin="external",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    when="untreated_hypothyroidism",
    boundary="yes raises",
    reads=("patient.conditions.untreated_hypothyroidism",),
    references=("geref-us-label",),
    decide=_thyroid,
)

EXT_PITUITARY_LESION: Final = Rule(
    id="ext-pituitary-lesion",
    title="Intracranial lesion or pituitary disorder",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    when="intracranial_lesion or pituitary_disorder",
    boundary="either raises",
    reads=("patient.conditions.intracranial_lesion", "patient.conditions.pituitary_disorder"),
    references=("geref-us-label", "egrifta-label"),
    decide=_pituitary_lesion,
)

RULES: Final = (
    EXT_HYPERSENSITIVITY,
    EXT_PREGNANCY_LACTATION,
    EXT_THYROID,
    EXT_PITUITARY_LESION,
)
