"""The person: size, diagnoses, medicines, symptoms."""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Final, get_args

from app.domain.case import Conditions, Medication, Symptom
from app.domain.facts.fact import Fact, Input, derived, leaf
from app.domain.facts.facts import Facts

SEX_INPUT: Final = Input(
    path="patient.sex", label="sex", question="What is the patient's sex?", answer="enum"
)
AGE_INPUT: Final = Input(
    path="patient.age_years",
    label="age",
    question="How old is the patient, in whole years?",
    answer="integer",
    unit="a",
)
HEIGHT_INPUT: Final = Input(
    path="patient.height_cm",
    label="height",
    question="How tall is the patient?",
    answer="number",
    unit="cm",
)
WEIGHT_INPUT: Final = Input(
    path="patient.weight_kg",
    label="weight",
    question="What does the patient weigh today?",
    answer="number",
    unit="kg",
)
MEDICATIONS_INPUT: Final = Input(
    path="patient.medications",
    label="medications",
    question="Which of the listed medicines does the patient take, if any?",
    answer="list",
)
SYMPTOMS_INPUT: Final = Input(
    path="patient.symptoms",
    label="symptoms",
    question="Which of the listed symptoms does the patient have, if any?",
    answer="list",
)


def _missing_bmi(facts: Facts) -> tuple[str, ...]:
    sizes = {HEIGHT_INPUT: facts.patient.height_cm, WEIGHT_INPUT: facts.patient.weight_kg}
    return tuple(asked.path for asked, known in sizes.items() if known is None)


SEX: Final[Fact[str]] = leaf(SEX_INPUT, "patient.sex")
AGE: Final[Fact[float]] = leaf(AGE_INPUT, "patient.age_years")
HEIGHT: Final[Fact[float]] = leaf(HEIGHT_INPUT, "patient.height_cm")
WEIGHT: Final[Fact[float]] = leaf(WEIGHT_INPUT, "patient.weight_kg")
BMI: Final[Fact[float]] = derived(
    "patient.bmi",
    "body-mass index",
    "bmi",
    supplied_by=_missing_bmi,
    unit="kg/m2",
    made_of=(HEIGHT, WEIGHT),
)

_MEDICATION_WORDS: Final[Mapping[Medication, str]] = {
    "glucocorticoid": "a glucocorticoid",
    "somatostatin_analogue": "a somatostatin analogue",
    "insulin": "insulin",
    "sulfonylurea": "a sulfonylurea",
    "cox_inhibitor": "a COX inhibitor",
    "antimuscarinic": "an antimuscarinic",
    "antithyroid": "an antithyroid drug",
    "clonidine": "clonidine",
    "levodopa": "levodopa",
    "other": "another medicine",
}
_SYMPTOM_WORDS: Final[Mapping[Symptom, str]] = {
    "joint_stiffness": "joint stiffness",
    "oedema": "oedema",
    "injection_site_reaction": "a reaction at the injection site",
    "fasting_hyperglycaemia": "fasting hyperglycaemia",
    "other": "another symptom",
}
MEDICATIONS: Final[Fact[tuple[str, ...]]] = leaf(
    MEDICATIONS_INPUT, "patient.medications", named=_MEDICATION_WORDS
)
SYMPTOMS: Final[Fact[tuple[str, ...]]] = leaf(
    SYMPTOMS_INPUT, "patient.symptoms", named=_SYMPTOM_WORDS
)


def _condition(
    name: str, *, label: str, question: str, yes: str, no: str
) -> tuple[str, Input, Fact[bool]]:
    path = f"patient.conditions.{name}"
    asked = Input(path=path, label=label, question=question, answer="boolean")
    return name, asked, leaf(asked, f"conditions.{name}", says=(yes, no))


_ROWS: Final = (
    _condition(
        "active_malignancy",
        label="active malignancy",
        question="Does the patient have an active malignancy?",
        yes="there is an active malignancy",
        no="there is no active malignancy",
    ),
    _condition(
        "cancer_history",
        label="history of cancer",
        question="Has the patient ever had cancer?",
        yes="there is a history of cancer",
        no="there is no history of cancer",
    ),
    _condition(
        "oncology_clearance",
        label="clearance by oncology",
        question="Has oncology cleared the patient for this treatment?",
        yes="oncology has cleared the patient",
        no="oncology has not cleared the patient",
    ),
    _condition(
        "diabetes",
        label="diabetes",
        question="Does the patient have diabetes?",
        yes="the patient has diabetes",
        no="the patient has no diabetes",
    ),
    _condition(
        "pregnant",
        label="pregnant",
        question="Is the patient pregnant?",
        yes="the patient is pregnant",
        no="the patient is not pregnant",
    ),
    _condition(
        "breastfeeding",
        label="breastfeeding",
        question="Is the patient breastfeeding?",
        yes="the patient is breastfeeding",
        no="the patient is not breastfeeding",
    ),
    _condition(
        "untreated_hypothyroidism",
        label="untreated hypothyroidism",
        question="Does the patient have hypothyroidism that is not treated?",
        yes="hypothyroidism is untreated",
        no="there is no untreated hypothyroidism",
    ),
    _condition(
        "intracranial_lesion",
        label="intracranial lesion",
        question="Does the patient have a lesion inside the skull?",
        yes="there is an intracranial lesion",
        no="there is no intracranial lesion",
    ),
    _condition(
        "pituitary_disorder",
        label="pituitary disorder",
        question="Does the patient have a disorder of the pituitary gland?",
        yes="there is a pituitary disorder",
        no="there is no pituitary disorder",
    ),
    _condition(
        "sermorelin_hypersensitivity",
        label="hypersensitivity to sermorelin",
        question="Has the patient ever reacted with an allergy to sermorelin or its excipients?",
        yes="there is hypersensitivity to sermorelin",
        no="there is no hypersensitivity to sermorelin",
    ),
    _condition(
        "mtc_or_men2_history",
        label="medullary thyroid cancer or MEN 2",
        question="Has the patient or the family had medullary thyroid cancer or MEN 2?",
        yes="there is a history of medullary thyroid cancer or MEN 2",
        no="there is no history of medullary thyroid cancer or MEN 2",
    ),
    _condition(
        "tested_athlete",
        label="athlete under doping control",
        question="Does the patient compete under doping control?",
        yes="the patient is an athlete under doping control",
        no="the patient is no athlete under doping control",
    ),
    _condition(
        "postmenopausal",
        label="after menopause",
        question="Is the patient past menopause?",
        yes="the patient is past menopause",
        no="the patient is not past menopause",
    ),
)
"""Every condition once, in the order in which answers show them."""

if tuple(name for name, _, _ in _ROWS) != tuple(one.name for one in fields(Conditions)):
    raise ImportError("each field of Conditions needs its row here, in their order")
if _MEDICATION_WORDS.keys() != set(get_args(Medication)):
    raise ImportError("each medication needs its words")
if _SYMPTOM_WORDS.keys() != set(get_args(Symptom)):
    raise ImportError("each symptom needs its words")

CONDITIONS: Final[Mapping[str, Fact[bool]]] = MappingProxyType(
    {name: fact for name, _, fact in _ROWS}
)
ACTIVE_MALIGNANCY: Final = CONDITIONS["active_malignancy"]
CANCER_HISTORY: Final = CONDITIONS["cancer_history"]
ONCOLOGY_CLEARANCE: Final = CONDITIONS["oncology_clearance"]
DIABETES: Final = CONDITIONS["diabetes"]
PREGNANT: Final = CONDITIONS["pregnant"]
BREASTFEEDING: Final = CONDITIONS["breastfeeding"]
UNTREATED_HYPOTHYROIDISM: Final = CONDITIONS["untreated_hypothyroidism"]
INTRACRANIAL_LESION: Final = CONDITIONS["intracranial_lesion"]
PITUITARY_DISORDER: Final = CONDITIONS["pituitary_disorder"]
SERMORELIN_HYPERSENSITIVITY: Final = CONDITIONS["sermorelin_hypersensitivity"]
MTC_OR_MEN2_HISTORY: Final = CONDITIONS["mtc_or_men2_history"]
TESTED_ATHLETE: Final = CONDITIONS["tested_athlete"]
POSTMENOPAUSAL: Final = CONDITIONS["postmenopausal"]

INPUTS: Final = (
    SEX_INPUT,
    AGE_INPUT,
    HEIGHT_INPUT,
    WEIGHT_INPUT,
    MEDICATIONS_INPUT,
    SYMPTOMS_INPUT,
    *(asked for _, asked, _ in _ROWS),
)
FACTS: Final = (SEX, AGE, HEIGHT, WEIGHT, BMI, MEDICATIONS, SYMPTOMS, *CONDITIONS.values())
