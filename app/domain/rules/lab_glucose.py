"""Rules on fasting glucose and HbA1c."""

from typing import Final

from app.domain.decimals import as_on_paper
from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

NOTABLE_RISE_MG_PER_DL: Final = 10.0
"""Rise of fasting glucose that is more than noise; our choice, the document has no cut-off."""
PREDIABETES_MG_PER_DL: Final = 100.0
PREDIABETES_HBA1C_PCT: Final = 5.7
"""Lower ends of the prediabetes range; reference ada-glucose."""
DIABETES_MG_PER_DL: Final = 126.0
DIABETES_HBA1C_PCT: Final = 6.5
"""Lower ends of the diabetes range; reference ada-glucose."""
UNCONTROLLED_MG_PER_DL: Final = 180.0
UNCONTROLLED_HBA1C_PCT: Final = 8.0
"""Where known diabetes counts as uncontrolled; HbA1c 8 % averages about 183 mg/dL."""

_CRITICAL: Final = (DIABETES_MG_PER_DL, DIABETES_HBA1C_PCT)
_CRITICAL_IF_KNOWN: Final = (UNCONTROLLED_MG_PER_DL, UNCONTROLLED_HBA1C_PCT)
"""From here ext-glucose-diabetes is raised, without and with known diabetes."""

_LIMITS_MG_PER_DL: Final = (PREDIABETES_MG_PER_DL, DIABETES_MG_PER_DL, UNCONTROLLED_MG_PER_DL)
_LIMITS_HBA1C_PCT: Final = (PREDIABETES_HBA1C_PCT, DIABETES_HBA1C_PCT, UNCONTROLLED_HBA1C_PCT)

_ASK_LABS: Final = Unknown(("labs",))
_ASK_DIABETES_AND_LABS: Final = Unknown(("patient.conditions.diabetes", "labs"))
_RISE_LIMITS_MG_PER_DL: Final = (NOTABLE_RISE_MG_PER_DL,)


def _glucose_risen(facts: Facts) -> Verdict:
    series = facts.glucose
    if series.latest is None:
        return _ASK_LABS
    if series.baseline is None:
        return Unknown(missing.baseline(series))
    rise = as_on_paper(series.latest.value - series.baseline)
    if rise < NOTABLE_RISE_MG_PER_DL:
        return CLEAR
    return Raised(
        f"Fasting glucose rose by {figure(rise, _RISE_LIMITS_MG_PER_DL)} mg/dL, "
        f"from {figure(series.baseline, _LIMITS_MG_PER_DL)} "
        f"to {figure(series.latest.value, _LIMITS_MG_PER_DL)} mg/dL; "
        "the document names it as a marker to watch.",
        {"fasting_glucose_rise": Computed("mg/dL", rise)},
    )


def _prediabetes(facts: Facts) -> Verdict:
    if facts.conditions.diabetes is True:
        return CLEAR
    glucose, hba1c = _latest(facts)
    # Without known diabetes these limits are those of ext-glucose-diabetes.
    if _reaches(glucose, hba1c, DIABETES_MG_PER_DL, DIABETES_HBA1C_PCT):
        return CLEAR
    if _reaches(glucose, hba1c, PREDIABETES_MG_PER_DL, PREDIABETES_HBA1C_PCT):
        shown = _reading(glucose, hba1c, PREDIABETES_MG_PER_DL, PREDIABETES_HBA1C_PCT)
        return Raised(
            f"The latest {shown} in the prediabetes range. "
            "High glucose also blunts the response to GHRH."
        )
    return _ASK_LABS if glucose is None or hba1c is None else CLEAR


def _diabetes(facts: Facts) -> Verdict:
    known = facts.conditions.diabetes is True
    glucose, hba1c = _latest(facts)
    mg_per_dl, pct = _CRITICAL_IF_KNOWN if known else _CRITICAL
    if _reaches(glucose, hba1c, mg_per_dl, pct):
        shown = _reading(glucose, hba1c, mg_per_dl, pct)
        where = "well above target in known diabetes" if known else "in the diabetes range"
        return Raised(
            f"The latest {shown} {where}, and sermorelin works against insulin. "
            "A repeat would confirm it."
        )
    return _ASK_LABS if glucose is None or hba1c is None else CLEAR


def _diabetes_known(facts: Facts) -> Verdict:
    diabetes = facts.conditions.diabetes
    if diabetes is False:
        return CLEAR
    glucose, hba1c = _latest(facts)
    if _reaches(glucose, hba1c, *(_CRITICAL_IF_KNOWN if diabetes else _CRITICAL)):
        return CLEAR
    if _reaches(glucose, hba1c, DIABETES_MG_PER_DL, DIABETES_HBA1C_PCT):
        # Only known diabetes comes here: otherwise such a value raises ext-glucose-diabetes.
        shown = _reading(glucose, hba1c, DIABETES_MG_PER_DL, DIABETES_HBA1C_PCT)
        return Raised(
            f"Known diabetes, and the latest {shown} above target, while sermorelin works against "
            "insulin: control comes first, and close watching."
        )
    if glucose is not None and hba1c is not None:
        return CLEAR
    return _ASK_LABS if diabetes else _ASK_DIABETES_AND_LABS


def _latest(facts: Facts) -> tuple[float | None, float | None]:
    glucose, hba1c = facts.glucose.latest, facts.hba1c.latest
    return (
        None if glucose is None else glucose.value,
        None if hba1c is None else hba1c.value,
    )


def _reaches(glucose: float | None, hba1c: float | None, mg_per_dl: float, pct: float) -> bool:
    return (glucose is not None and glucose >= mg_per_dl) or (hba1c is not None and hba1c >= pct)


def _reading(glucose: float | None, hba1c: float | None, mg_per_dl: float, pct: float) -> str:
    """Name the values that reach the limits, with the verb that follows them."""
    told = []
    if glucose is not None and glucose >= mg_per_dl:
        told.append(f"fasting glucose of {figure(glucose, _LIMITS_MG_PER_DL)} mg/dL")
    if hba1c is not None and hba1c >= pct:
        told.append(f"HbA1c of {figure(hba1c, _LIMITS_HBA1C_PCT)} %")
    return f"{' and '.join(told)} {'is' if len(told) == 1 else 'are'}"


GLUCOSE_RAISED: Final = Rule(
    id="glucose-raised",
    title="Fasting glucose has risen since the baseline",
    category="lab-interpretation",
    origin="document",
    severity="advisory",
    when="latest fasting glucose - baseline fasting glucose >= 10 mg/dL",
    boundary="10 raises",
    reads=("labs.fasting_glucose_baseline", "labs.fasting_glucose_latest"),
    claims=("monitor-glucose-igfbp3", "side-effects-common"),
    assumptions=("The document gives no cut-off: a rise of 10 mg/dL is our floor above noise.",),
    decide=_glucose_risen,
)

EXT_GLUCOSE_PREDIABETES: Final = Rule(
    id="ext-glucose-prediabetes",
    title="Glucose is in the prediabetes range",
    category="lab-interpretation",
    origin="external",
    severity="advisory",
    when=(
        "diabetes is not yes (unknown counts as no), ext-glucose-diabetes is not raised, and "
        "100 <= latest fasting glucose < 126 mg/dL or 5.7 <= latest HbA1c < 6.5 %"
    ),
    boundary="100 and 5.7 raise, 126 and 6.5 do not",
    reads=("patient.conditions.diabetes", "labs.fasting_glucose_latest", "labs.hba1c_latest"),
    claims=("monitor-glucose-igfbp3", "insulin-sensitivity"),
    references=("ada-glucose", "geref-ch-smpc", "mekala-2009"),
    decide=_prediabetes,
)

EXT_GLUCOSE_DIABETES: Final = Rule(
    id="ext-glucose-diabetes",
    title="Glucose is in the diabetes range",
    category="lab-interpretation",
    origin="external",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    when=(
        "latest fasting glucose >= 180 mg/dL, or latest HbA1c >= 8.0 %, or without known "
        "diabetes fasting glucose >= 126 mg/dL or HbA1c >= 6.5 %"
    ),
    boundary="180, 8.0, 126 and 6.5 all raise",
    reads=("patient.conditions.diabetes", "labs.fasting_glucose_latest", "labs.hba1c_latest"),
    claims=("monitor-glucose-igfbp3", "insulin-sensitivity"),
    references=("ada-glucose", "egrifta-label"),
    note="HbA1c 8 % is an average glucose of about 183 mg/dL. Unknown diabetes counts as none.",
    decide=_diabetes,
)

EXT_GLUCOSE_DIABETES_KNOWN: Final = Rule(
    id="ext-glucose-diabetes-known",
    title="Known diabetes is above target",
    category="lab-interpretation",
    origin="external",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    when=(
        "diabetes, and 126 <= latest fasting glucose < 180 mg/dL or 6.5 <= latest HbA1c < 8.0 %, "
        "and ext-glucose-diabetes is not raised"
    ),
    boundary="126 and 6.5 raise, 180 and 8.0 do not",
    reads=("patient.conditions.diabetes", "labs.fasting_glucose_latest", "labs.hba1c_latest"),
    claims=("monitor-glucose-igfbp3", "insulin-sensitivity"),
    references=("ada-glucose", "egrifta-label"),
    decide=_diabetes_known,
)

RULES: Final = (
    GLUCOSE_RAISED,
    EXT_GLUCOSE_PREDIABETES,
    EXT_GLUCOSE_DIABETES,
    EXT_GLUCOSE_DIABETES_KNOWN,
)
