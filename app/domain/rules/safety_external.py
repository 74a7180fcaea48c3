"""Rules on medicines, sport, age and approval: what the document leaves out."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

ADULT_FROM_YEARS: Final = 18
"""Adulthood; the only treatment ever approved was of children, reference geref-history."""
OLDER_FROM_YEARS: Final = 65
"""The age from which the Beers criteria speak; reference beers-gh."""

_INTERACTING: Final = {
    "glucocorticoid": "a glucocorticoid",
    "somatostatin_analogue": "a somatostatin analogue",
    "insulin": "insulin",
}
_INTERACTING_LESS: Final = {
    "cox_inhibitor": "a COX inhibitor",
    "antimuscarinic": "an antimuscarinic",
    "antithyroid": "an antithyroid drug",
    "clonidine": "clonidine",
    "levodopa": "levodopa",
}
_GLUCOSE_LOWERING: Final = {"insulin": "insulin", "sulfonylurea": "a sulfonylurea"}
"""Medicines in plain words; references geref-ddi, egrifta-label and wegovy-dose."""

_ASK_MEDICATIONS: Final = Unknown(("patient.medications",))
_ASK_TESTED_ATHLETE: Final = Unknown(("patient.conditions.tested_athlete",))
_ASK_AGE: Final = Unknown(("patient.age_years",))
_NO_PRODUCT: Final = Raised(
    "No FDA-approved sermorelin product is sold; the last was discontinued in 2008. What is "
    "used now is compounded, and use for body composition in adults is off-label."
)


def _drug_interactions(facts: Facts) -> Verdict:
    medications = facts.patient.medications
    if medications is None:
        return _ASK_MEDICATIONS
    if _INTERACTING.keys().isdisjoint(medications):
        return CLEAR
    shown = [name for medication, name in _INTERACTING.items() if medication in medications]
    return Raised(
        f"Taking {' and '.join(shown)}: listed as able to blunt or alter the response of growth "
        "hormone. Drugs of this axis may also change the need for glucocorticoid replacement."
    )


def _drug_interactions_minor(facts: Facts) -> Verdict:
    medications = facts.patient.medications
    if medications is None:
        return _ASK_MEDICATIONS
    if _INTERACTING_LESS.keys().isdisjoint(medications):
        return CLEAR
    shown = [name for medication, name in _INTERACTING_LESS.items() if medication in medications]
    return Raised(
        f"Taking {' and '.join(shown)}: listed as able to blunt or alter the response of growth "
        "hormone."
    )


def _hypoglycaemia_risk(facts: Facts) -> Verdict:
    medications = facts.patient.medications
    if medications is not None and _GLUCOSE_LOWERING.keys().isdisjoint(medications):
        return CLEAR
    on_glp1, deficit = facts.on_glp1, facts.energy_facts.deficit
    in_deficit = None if deficit is None else deficit > 0
    if on_glp1 is False and in_deficit is False:
        return CLEAR
    lowered = bool(on_glp1 or in_deficit)
    if medications is not None and lowered:
        shown = [
            name for medication, name in _GLUCOSE_LOWERING.items() if medication in medications
        ]
        beside = " and ".join(
            name for name, holds in (("a GLP-1", on_glp1), ("a deficit", in_deficit)) if holds
        )
        return Raised(
            f"Taking {' and '.join(shown)} with {beside}, and fasting before the injection: "
            "glucose may fall too low overnight."
        )
    asked_medications = ("patient.medications",) if medications is None else ()
    asked_glp1 = ("glp1.drug",) if on_glp1 is None and not lowered else ()
    asked_deficit = missing.deficit(facts) if deficit is None and not lowered else ()
    return Unknown(asked_medications + asked_glp1 + asked_deficit)


def _tested_athlete(facts: Facts) -> Verdict:
    tested_athlete = facts.conditions.tested_athlete
    if tested_athlete is None:
        return _ASK_TESTED_ATHLETE
    if not tested_athlete:
        return CLEAR
    return Raised(
        "An athlete under doping control: sermorelin is on the WADA list (S2), in and out of "
        "competition."
    )


def _age_under_18(facts: Facts) -> Verdict:
    age = facts.patient.age_years
    if age is None:
        return _ASK_AGE
    if age >= ADULT_FROM_YEARS:
        return CLEAR
    return Raised(
        f"At age {age}, use for weight loss is outside the document and any evidence. The only "
        "treatment ever approved was of children who lack growth hormone."
    )


def _older_adult(facts: Facts) -> Verdict:
    age, planned_or_active = facts.patient.age_years, facts.treatment.planned_or_active
    if planned_or_active is False or (age is not None and age < OLDER_FROM_YEARS):
        return CLEAR
    if age is None or planned_or_active is None:
        asked_age = _ASK_AGE.missing if age is None else ()
        asked_status = missing.planned_or_active(facts) if planned_or_active is None else ()
        return Unknown(asked_age + asked_status)
    return Raised(
        f"At {age} years: expert criteria for older adults advise against growth hormone to change "
        "body composition, and resistance training comes first."
    )


def _regulatory_status(facts: Facts) -> Verdict:
    planned_or_active = facts.treatment.planned_or_active
    if planned_or_active is None:
        return Unknown(missing.planned_or_active(facts))
    if not planned_or_active:
        return CLEAR
    return _NO_PRODUCT


EXT_DRUG_INTERACTIONS: Final = Rule(
    id="ext-drug-interactions",
    title="A medicine that interacts with sermorelin",
    category="safety",
    origin="external",
    severity="warning",
    when="medications include glucocorticoid, somatostatin_analogue or insulin",
    boundary="any one raises",
    reads=("patient.medications",),
    references=("geref-ddi", "egrifta-label"),
    decide=_drug_interactions,
)

EXT_DRUG_INTERACTIONS_MINOR: Final = Rule(
    id="ext-drug-interactions-minor",
    title="A medicine that may blunt the response",
    category="safety",
    origin="external",
    severity="info",
    when="medications include cox_inhibitor, antimuscarinic, antithyroid, clonidine or levodopa",
    boundary="any one raises",
    reads=("patient.medications",),
    references=("geref-ddi",),
    decide=_drug_interactions_minor,
)

EXT_HYPOGLYCAEMIA_RISK: Final = Rule(
    id="ext-hypoglycaemia-risk",
    title="Risk of low glucose overnight",
    category="safety",
    origin="external",
    severity="warning",
    when="medications include insulin or sulfonylurea, and a GLP-1 is taken or the deficit > 0",
    boundary="a deficit of 0 does not raise",
    reads=(
        "patient.medications",
        "glp1.drug",
        "energy.deficit_kcal_per_day",
        "energy.deficit_pct",
    ),
    claims=("fast-2h-before",),
    references=("wegovy-dose",),
    decide=_hypoglycaemia_risk,
)

EXT_TESTED_ATHLETE: Final = Rule(
    id="ext-tested-athlete",
    title="Prohibited in sport",
    category="safety",
    origin="external",
    severity="warning",
    when="tested_athlete",
    boundary="yes raises",
    reads=("patient.conditions.tested_athlete",),
    claims=("intro-fda-1997",),
    references=("wada-s2",),
    decide=_tested_athlete,
)

EXT_AGE_UNDER_18: Final = Rule(
    id="ext-age-under-18",
    title="Under 18 years",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin", "weight_loss"),
    when="age_years < 18",
    boundary="18 does not raise",
    reads=("patient.age_years",),
    references=("geref-history",),
    decide=_age_under_18,
)

EXT_OLDER_ADULT: Final = Rule(
    id="ext-older-adult",
    title="Older adult",
    category="safety",
    origin="external",
    severity="advisory",
    when="age_years >= 65 and sermorelin is planned or active",
    boundary="65 raises",
    reads=("patient.age_years", "sermorelin.planned_or_active"),
    claims=("older-without-deficit", "training-primary-sarcopenia"),
    references=("beers-gh",),
    decide=_older_adult,
)

EXT_REGULATORY_STATUS: Final = Rule(
    id="ext-regulatory-status",
    title="No approved product is sold",
    category="safety",
    origin="external",
    severity="info",
    standing=True,
    when="sermorelin is planned or active",
    boundary="stopped, or without a sermorelin block, it is clear",
    reads=("sermorelin.planned_or_active",),
    claims=("intro-fda-1997", "offlabel-insurance"),
    references=("fr-2013-geref", "geref-history", "fda-503a"),
    note="A standing notice, left out of the highest severity.",
    decide=_regulatory_status,
)

RULES: Final = (
    EXT_DRUG_INTERACTIONS,
    EXT_DRUG_INTERACTIONS_MINOR,
    EXT_HYPOGLYCAEMIA_RISK,
    EXT_TESTED_ATHLETE,
    EXT_AGE_UNDER_18,
    EXT_OLDER_ADULT,
    EXT_REGULATORY_STATUS,
)
