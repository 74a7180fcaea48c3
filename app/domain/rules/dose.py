"""Rules on the size of the dose and the route."""

from typing import Final

from app.domain.facts.facts import Facts
from app.domain.protocol import HIGHEST_DOSE_MCG, LOWEST_DOSE_MCG, ROUTE
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

LOWEST_PLAUSIBLE_DOSE_MCG: Final = 20.0
"""A tenth of the document's lowest dose: below it a slip of the unit is likelier; our guard."""
HIGHEST_PLAUSIBLE_DOSE_MCG: Final = 2000.0
"""The highest adult dose that the rule book cites; references vittone-1997, geref-pk."""
LOWEST_STUDIED_DOSE_MCG: Final = 1000.0
"""The lowest daily amount in the adult studies; reference corpas-1992."""
_RANGE_MCG: Final = (LOWEST_DOSE_MCG, HIGHEST_DOSE_MCG)
_PLAUSIBLE_MCG: Final = (LOWEST_PLAUSIBLE_DOSE_MCG, HIGHEST_PLAUSIBLE_DOSE_MCG)
_STUDIED_MCG: Final = (LOWEST_STUDIED_DOSE_MCG,)

_ASK_DOSE: Final = Unknown(("sermorelin.dose_mcg",))
_ASK_ROUTE: Final = Unknown(("sermorelin.route",))


def _below_range(facts: Facts) -> Verdict:
    dose = facts.sermorelin.dose_mcg
    if dose is None:
        return _ASK_DOSE
    if dose >= LOWEST_DOSE_MCG:
        return CLEAR
    return Raised(
        f"The dose of {figure(dose, _RANGE_MCG)} mcg a night is under the document's range of "
        "200 to 500 mcg; the document reports no outcome at this dose."
    )


def _in_range(facts: Facts) -> Verdict:
    dose = facts.sermorelin.dose_mcg
    if dose is None:
        return _ASK_DOSE
    if not LOWEST_DOSE_MCG <= dose <= HIGHEST_DOSE_MCG:
        return CLEAR
    return Raised(
        f"The dose of {figure(dose, _RANGE_MCG)} mcg a night is inside the "
        "document's range of 200 to 500 mcg."
    )


def _above_ceiling(facts: Facts) -> Verdict:
    dose = facts.sermorelin.dose_mcg
    if dose is None:
        return _ASK_DOSE
    if dose <= HIGHEST_DOSE_MCG:
        return CLEAR
    return Raised(
        f"The dose of {figure(dose, _RANGE_MCG)} mcg a night is above 500 mcg. Past that the "
        "document expects no added benefit, and more joint stiffness, oedema and raised fasting "
        "glucose."
    )


def _unit_implausible(facts: Facts) -> Verdict:
    dose = facts.sermorelin.dose_mcg
    if dose is None:
        return _ASK_DOSE
    if LOWEST_PLAUSIBLE_DOSE_MCG <= dose <= HIGHEST_PLAUSIBLE_DOSE_MCG:
        return CLEAR
    # A dose in mg has its digits far behind the point, and they are what tells the mistake.
    return Raised(
        f"A dose of {figure(dose, _PLAUSIBLE_MCG, places=6)} mcg looks like a mistaken unit, "
        "mg for mcg or the reverse. Check it before anything is done with it."
    )


def _route_not_sc(facts: Facts) -> Verdict:
    route = facts.sermorelin.route
    if route is None:
        return _ASK_ROUTE
    if route == ROUTE:
        return CLEAR
    return Raised(f"The route is {route}; the document describes subcutaneous injection only.")


def _vs_studied(facts: Facts) -> Verdict:
    dose = facts.sermorelin.dose_mcg
    if dose is None:
        return _ASK_DOSE
    if not 0 < dose < LOWEST_STUDIED_DOSE_MCG:
        return CLEAR
    return Raised(
        "Adult studies of GHRH(1-29) used 1000 to 2000 mcg a day, and even 2000 mcg a night did "
        f"not clearly change IGF-1. No trial of {figure(dose, _STUDIED_MCG)} mcg a "
        "night was found. This is no reason to raise the dose."
    )


DOSE_BELOW_RANGE: Final = Rule(
    id="dose-below-range",
    title="Dose is below the document's range",
    category="dose",
    origin="document",
    severity="advisory",
    when="sermorelin.dose_mcg < 200",
    boundary="200 does not raise",
    reads=("sermorelin.dose_mcg",),
    claims=("dose-range-200-500", "dose-start-200-300"),
    suppressed_by=("dose-unit-implausible",),
    decide=_below_range,
)

DOSE_IN_RANGE: Final = Rule(
    id="dose-in-range",
    title="Dose is inside the document's range",
    category="dose",
    origin="document",
    severity="info",
    when="200 <= sermorelin.dose_mcg <= 500",
    boundary="200 and 500 both raise",
    reads=("sermorelin.dose_mcg",),
    claims=("dose-range-200-500", "key-dose-repeat"),
    decide=_in_range,
)

DOSE_ABOVE_CEILING: Final = Rule(
    id="dose-above-ceiling",
    title="Dose is above the document's ceiling",
    category="dose",
    origin="document",
    severity="warning",
    when="sermorelin.dose_mcg > 500",
    boundary="500 does not raise",
    reads=("sermorelin.dose_mcg",),
    claims=("ceiling-500", "overdose-side-effects"),
    note="Outside data contradict the ceiling: see ext-dose-vs-studied.",
    suppressed_by=("dose-unit-implausible",),
    decide=_above_ceiling,
)

DOSE_UNIT_IMPLAUSIBLE: Final = Rule(
    id="dose-unit-implausible",
    title="Dose looks like a mistaken unit",
    category="dose",
    origin="external",
    severity="critical",
    when="sermorelin.dose_mcg < 20 or sermorelin.dose_mcg > 2000",
    boundary="20 and 2000 do not raise",
    reads=("sermorelin.dose_mcg",),
    claims=("dose-range-200-500",),
    assumptions=(
        "A dose under 20 or over 2000 mcg is taken for a slip of the unit: a guard of ours.",
        "2000 mcg is the highest adult dose cited here.",
    ),
    note="While it is raised, the rules that would judge the size of the dose are silenced.",
    decide=_unit_implausible,
)

DOSE_ROUTE_NOT_SC: Final = Rule(
    id="dose-route-not-sc",
    title="Route is not subcutaneous",
    category="dose",
    origin="document",
    severity="warning",
    when="sermorelin.route is anything but subcutaneous",
    boundary="subcutaneous alone does not raise",
    reads=("sermorelin.route",),
    claims=("timing-30-60", "igf1-rise-20-35"),
    decide=_route_not_sc,
)

EXT_DOSE_VS_STUDIED: Final = Rule(
    id="ext-dose-vs-studied",
    title="Dose is below every dose studied in adults",
    category="dose",
    origin="external",
    severity="info",
    standing=True,
    when="0 < sermorelin.dose_mcg < 1000",
    boundary="0 and 1000 do not raise",
    reads=("sermorelin.dose_mcg",),
    claims=("dose-range-200-500", "ceiling-500"),
    references=("corpas-1992", "vittone-1997", "geref-pk"),
    note="A standing notice about the evidence. It is no reason to raise the dose.",
    suppressed_by=("dose-unit-implausible",),
    decide=_vs_studied,
)

RULES: Final = (
    DOSE_BELOW_RANGE,
    DOSE_IN_RANGE,
    DOSE_ABOVE_CEILING,
    DOSE_UNIT_IMPLAUSIBLE,
    DOSE_ROUTE_NOT_SC,
    EXT_DOSE_VS_STUDIED,
)
