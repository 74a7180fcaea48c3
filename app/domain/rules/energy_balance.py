"""Rules on the energy deficit, and on a body size that bars it."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

DEEPEST_DEFICIT_PCT: Final = 25.0
DEEPEST_DEFICIT_KCAL_PER_DAY: Final = 750.0
"""Our tolerance around the trials' 20 % and 500 kcal; claims jama-2014-design, ajp-92-73."""
UNDERWEIGHT_BELOW_KG_PER_M2: Final = 18.5
"""The WHO's cut-off for underweight; reference our-judgement."""
LEAST_PLAUSIBLE_KG_PER_M2: Final = 13.0
MOST_PLAUSIBLE_KG_PER_M2: Final = 60.0
"""Body-mass indices past which a unit mistake is likelier; reference our-judgement."""
_LIMITS_PCT: Final = (DEEPEST_DEFICIT_PCT,)
_LIMITS_KCAL_PER_DAY: Final = (DEEPEST_DEFICIT_KCAL_PER_DAY,)
_LIMITS_KG_PER_M2: Final = (
    UNDERWEIGHT_BELOW_KG_PER_M2,
    LEAST_PLAUSIBLE_KG_PER_M2,
    MOST_PLAUSIBLE_KG_PER_M2,
)


def _no_deficit(facts: Facts) -> Verdict:
    planned_or_active, deficit = facts.treatment.planned_or_active, facts.energy_facts.deficit
    if planned_or_active is False or (deficit is not None and deficit > 0):
        return CLEAR
    if planned_or_active is None or deficit is None:
        asked_status = missing.planned_or_active(facts) if planned_or_active is None else ()
        asked_deficit = missing.deficit(facts) if deficit is None else ()
        return Unknown(asked_status + asked_deficit)
    unit = "%" if facts.energy.deficit_kcal_per_day is None else "kcal a day"
    shown = "at maintenance" if deficit == 0 else f"in a surplus of {figure(-deficit)} {unit}"
    return Raised(
        f"Energy intake is {shown}. The document's main text sees an effect in a deficit only; one "
        "of its answers on older adults disagrees."
    )


def _outside_trial(facts: Facts) -> Verdict:
    pct, kcal = facts.energy_facts.deficit_pct, facts.energy.deficit_kcal_per_day
    if pct is not None:
        if pct <= DEEPEST_DEFICIT_PCT:
            return CLEAR
        shown = f"{figure(pct, _LIMITS_PCT)} % of maintenance"
        computed = {} if kcal is None else {"deficit": Computed("%", pct)}
    elif kcal is None:
        return Unknown(missing.deficit(facts))
    elif kcal <= DEEPEST_DEFICIT_KCAL_PER_DAY:
        return CLEAR
    else:
        shown, computed = f"{figure(kcal, _LIMITS_KCAL_PER_DAY)} kcal a day", {}
    return Raised(
        f"A deficit of {shown} is deeper than the 20 % and the 500 kcal a day of the trials that "
        "the document describes; their figures may not carry over.",
        computed,
    )


def _underweight_deficit(facts: Facts) -> Verdict:
    bmi, deficit = facts.bmi, facts.energy_facts.deficit
    if bmi is not None and bmi >= UNDERWEIGHT_BELOW_KG_PER_M2:
        return CLEAR
    loss_meant: bool | None = None if deficit is None else deficit > 0
    if facts.options.weight_loss_kg is not None:
        loss_meant = True
    if loss_meant is False:
        return CLEAR
    if bmi is None or loss_meant is None:
        asked_bmi = missing.bmi(facts) if bmi is None else ()
        asked_deficit = missing.deficit(facts) if loss_meant is None else ()
        return Unknown(asked_bmi + asked_deficit)
    return Raised(
        f"A body-mass index of {_bmi_figure(bmi)} kg/m2 is underweight, and weight loss is meant. "
        "No weight loss is projected here.",
        {"bmi": Computed("kg/m2", bmi)},
    )


def _size_implausible(facts: Facts) -> Verdict:
    bmi = facts.bmi
    if bmi is None:
        return Unknown(missing.bmi(facts))
    if LEAST_PLAUSIBLE_KG_PER_M2 <= bmi <= MOST_PLAUSIBLE_KG_PER_M2:
        return CLEAR
    return Raised(
        f"A body-mass index of {_bmi_figure(bmi)} kg/m2 looks like a unit mistake in height or "
        "weight, such as pounds or inches entered as kilograms or centimetres. They need a check "
        "before use.",
        {"bmi": Computed("kg/m2", bmi)},
    )


def _bmi_figure(bmi: float) -> str:
    return figure(bmi, _LIMITS_KG_PER_M2)


ENERGY_NO_DEFICIT: Final = Rule(
    id="energy-no-deficit",
    title="No energy deficit",
    category="energy-balance",
    origin="document",
    severity="warning",
    when="sermorelin is planned or active and the energy deficit <= 0",
    boundary="0 raises, in kcal a day or in %; a surplus is a negative deficit",
    reads=("sermorelin.planned_or_active", "energy.deficit_kcal_per_day", "energy.deficit_pct"),
    claims=("only-in-deficit", "older-without-deficit"),
    note="The sign decides, so a deficit in % needs no maintenance intake.",
    decide=_no_deficit,
)

ENERGY_DEFICIT_OUTSIDE_TRIAL: Final = Rule(
    id="energy-deficit-outside-trial",
    title="The deficit is deeper than in the trials",
    category="energy-balance",
    origin="document",
    severity="advisory",
    when=(
        "deficit_pct > 25; where it is neither given nor can be worked out, "
        "deficit_kcal_per_day > 750"
    ),
    boundary="25 % and 750 kcal do not raise",
    reads=("energy.deficit_pct", "energy.deficit_kcal_per_day"),
    claims=("jama-2014-design", "ajp-92-73"),
    assumptions=("Up to 25 % or 750 kcal a day counts as near the trials' 20 % and 500 kcal.",),
    note="Outside the document, IGF-1 falls in a deep deficit.",
    decide=_outside_trial,
)

EXT_UNDERWEIGHT_DEFICIT: Final = Rule(
    id="ext-underweight-deficit",
    title="Weight loss while underweight",
    category="energy-balance",
    origin="external",
    severity="critical",
    contraindication="relative",
    applies_to=("weight_loss",),
    when="body-mass index < 18.5 kg/m2, and the deficit > 0 or a weight loss is asked for",
    boundary="18.5 does not raise; a deficit of 0 does only where a weight loss is asked for",
    reads=(
        "patient.height_cm",
        "patient.weight_kg",
        "patient.bmi",
        "energy.deficit_kcal_per_day",
        "energy.deficit_pct",
        "projection_options.weight_loss_kg",
    ),
    references=("our-judgement",),
    assumptions=("The WHO's cut-off of 18.5 for underweight is our choice of a limit.",),
    decide=_underweight_deficit,
)

BODY_SIZE_IMPLAUSIBLE: Final = Rule(
    id="body-size-implausible",
    title="Height or weight looks like a unit mistake",
    category="energy-balance",
    origin="external",
    severity="critical",
    when="body-mass index < 13 or > 60 kg/m2",
    boundary="13 and 60 do not raise",
    reads=("patient.height_cm", "patient.weight_kg", "patient.bmi"),
    references=("our-judgement",),
    assumptions=("A body-mass index under 13 or over 60 is taken for a slip, not for a body.",),
    decide=_size_implausible,
)

RULES: Final = (
    ENERGY_NO_DEFICIT,
    ENERGY_DEFICIT_OUTSIDE_TRIAL,
    EXT_UNDERWEIGHT_DEFICIT,
    BODY_SIZE_IMPLAUSIBLE,
)
