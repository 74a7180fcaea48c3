"""Rules on the dangers the document names: cancer, glucose and side effects."""

from typing import Final

from app.domain.facts.facts import Facts
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

_LISTED_SIDE_EFFECTS: Final = {
    "joint_stiffness": "joint stiffness",
    "oedema": "oedema",
    "injection_site_reaction": "a reaction at the injection site",
}
"""Claims side-effects-common and overdose-side-effects, in plain words."""

_ASK_MALIGNANCY: Final = Unknown(("patient.conditions.active_malignancy",))
_ASK_CANCER_HISTORY: Final = Unknown(("patient.conditions.cancer_history",))
_ASK_SYMPTOMS: Final = Unknown(("patient.symptoms",))


def _active_malignancy(facts: Facts) -> Verdict:
    conditions = facts.conditions
    if conditions.active_malignancy is False or conditions.oncology_clearance is True:
        return CLEAR
    if conditions.active_malignancy is None:
        return _ASK_MALIGNANCY
    return Raised(
        "An active malignancy without a recorded oncology clearance: the document rules "
        "sermorelin out without one."
    )


def _active_malignancy_absolute(facts: Facts) -> Verdict:
    malignancy = facts.conditions.active_malignancy
    if malignancy is None:
        return _ASK_MALIGNANCY
    if not malignancy:
        return CLEAR
    return Raised(
        "An active malignancy: the label of tesamorelin, a related GHRH drug, names it as a "
        "contraindication, and an oncology clearance does not lift it."
    )


def _cancer_history(facts: Facts) -> Verdict:
    conditions = facts.conditions
    if (
        conditions.cancer_history is False
        or conditions.active_malignancy is True
        or conditions.oncology_clearance is True
    ):
        return CLEAR
    if conditions.cancer_history is None:
        return _ASK_CANCER_HISTORY
    return Raised(
        "A history of cancer without a recorded oncology clearance: the document asks for the "
        "clearance before use."
    )


def _glucose_risk(facts: Facts) -> Verdict:
    diabetes, symptoms = facts.conditions.diabetes, facts.patient.symptoms
    hyperglycaemia = None if symptoms is None else "fasting_hyperglycaemia" in symptoms
    if diabetes or hyperglycaemia:
        shown = "Diabetes" if diabetes else "Fasting hyperglycaemia"
        if diabetes and hyperglycaemia:
            shown = "Diabetes and fasting hyperglycaemia"
        return Raised(
            f"{shown}: growth hormone opposes insulin, and the document lists a raised fasting "
            "glucose among the side effects."
        )
    if diabetes is None or hyperglycaemia is None:
        asked_diabetes = ("patient.conditions.diabetes",) if diabetes is None else ()
        asked_symptoms = ("patient.symptoms",) if symptoms is None else ()
        return Unknown(asked_diabetes + asked_symptoms)
    return CLEAR


def _symptoms(facts: Facts) -> Verdict:
    symptoms = facts.patient.symptoms
    if symptoms is None:
        return _ASK_SYMPTOMS
    if _LISTED_SIDE_EFFECTS.keys().isdisjoint(symptoms):
        return CLEAR
    shown = [name for symptom, name in _LISTED_SIDE_EFFECTS.items() if symptom in symptoms]
    return Raised(
        f"Reported: {', '.join(shown)}. The document lists this among the side effects of "
        "sermorelin, and links joint stiffness and oedema to too high a dose."
    )


SAFETY_ACTIVE_MALIGNANCY: Final = Rule(
    id="safety-active-malignancy",
    title="Active malignancy without oncology clearance",
    category="safety",
    origin="document",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    when="active_malignancy, and oncology_clearance is not yes (unknown counts as no)",
    boundary="a clearance that is refused or unknown raises",
    reads=("patient.conditions.active_malignancy", "patient.conditions.oncology_clearance"),
    claims=("cancer-contraindication",),
    decide=_active_malignancy,
)

EXT_ACTIVE_MALIGNANCY_ABSOLUTE: Final = Rule(
    id="ext-active-malignancy-absolute",
    title="Active malignancy, cleared or not",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin",),
    when="active_malignancy",
    boundary="whatever the clearance",
    reads=("patient.conditions.active_malignancy",),
    claims=("cancer-contraindication",),
    references=("egrifta-label",),
    decide=_active_malignancy_absolute,
)

SAFETY_CANCER_HISTORY: Final = Rule(
    id="safety-cancer-history",
    title="Past cancer without oncology clearance",
    category="safety",
    origin="document",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    when=(
        "cancer_history, and neither active_malignancy nor oncology_clearance is yes (unknown "
        "counts as no)"
    ),
    boundary="an active malignancy or a clearance that is no or unknown raises",
    reads=(
        "patient.conditions.cancer_history",
        "patient.conditions.active_malignancy",
        "patient.conditions.oncology_clearance",
    ),
    claims=("cancer-contraindication", "high-igf1-cancer-theory"),
    decide=_cancer_history,
)

SAFETY_GLUCOSE_RISK: Final = Rule(
    id="safety-glucose-risk",
    title="Diabetes or fasting hyperglycaemia",
    category="safety",
    origin="document",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    when="diabetes, or symptoms include fasting_hyperglycaemia",
    boundary="either raises",
    reads=("patient.conditions.diabetes", "patient.symptoms"),
    claims=("insulin-sensitivity", "side-effects-common"),
    assumptions=("The document does not speak of known diabetes: that it applies is inferred.",),
    decide=_glucose_risk,
)

SAFETY_SYMPTOMS: Final = Rule(
    id="safety-symptoms",
    title="A listed side effect is reported",
    category="safety",
    origin="document",
    severity="advisory",
    when="symptoms include joint_stiffness, oedema or injection_site_reaction",
    boundary="any one raises",
    reads=("patient.symptoms",),
    claims=("side-effects-common", "overdose-side-effects"),
    decide=_symptoms,
)

RULES: Final = (
    SAFETY_ACTIVE_MALIGNANCY,
    EXT_ACTIVE_MALIGNANCY_ABSOLUTE,
    SAFETY_CANCER_HISTORY,
    SAFETY_GLUCOSE_RISK,
    SAFETY_SYMPTOMS,
)
