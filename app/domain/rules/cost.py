"""Rules on what a course costs by the document's prices."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

LOWEST_PRICED_DOSE_MCG: Final = 200.0
HIGHEST_PRICED_DOSE_MCG: Final = 300.0
"""The doses that the document prices; claim cost-monthly."""
LOWEST_USD_PER_MONTH: Final = 250.0
HIGHEST_USD_PER_MONTH: Final = 450.0
"""Compounded supply for a month; claim cost-monthly."""
LOWEST_USD_PER_DRAW: Final = 80.0
HIGHEST_USD_PER_DRAW: Final = 150.0
"""One IGF-1 test; claim cost-igf1-draw."""
WEEKS_PER_MONTH: Final = 4.345
"""Weeks in a month, on average; our assumption."""

_DOSE: Final = ("sermorelin.dose_mcg",)
_WEEKS: Final = ("sermorelin.planned_weeks",)
_LIMITS_MCG: Final = (LOWEST_PRICED_DOSE_MCG, HIGHEST_PRICED_DOSE_MCG)


def _estimate(facts: Facts) -> Verdict:
    dose, weeks = facts.sermorelin.dose_mcg, facts.sermorelin.planned_weeks
    if dose is not None and not LOWEST_PRICED_DOSE_MCG <= dose <= HIGHEST_PRICED_DOSE_MCG:
        return CLEAR
    if dose is None or weeks is None:
        return _ask(dose, weeks)
    account, computed = _price(ceil(weeks / WEEKS_PER_MONTH), facts.monitoring.igf1_draws)
    return Raised(
        f"By the document's prices a course to week {figure(weeks)} {account} "
        "The prices are undated and unverified; DEXA has none.",
        computed,
    )


# Two small whole numbers settle it, and formatting money is the dearest step of the rule book.
@lru_cache(maxsize=256)
def _price(months: int, draws: int | None) -> tuple[str, Mapping[str, Computed]]:
    low, high = months * LOWEST_USD_PER_MONTH, months * HIGHEST_USD_PER_MONTH
    account = f"(months begun: {months}) costs {low:g} to {high:g} USD."
    computed = {
        "months": Computed("{month}", months),
        "course_cost": Computed("USD", low=low, high=high),
    }
    if draws is not None:
        low_draws, high_draws = draws * LOWEST_USD_PER_DRAW, draws * HIGHEST_USD_PER_DRAW
        low, high = low + low_draws, high + high_draws
        account += f" IGF-1 tests ({draws}) add {low_draws:g} to {high_draws:g} USD: "
        account += f"{low:g} to {high:g} USD in all."
        computed["igf1_draws_cost"] = Computed("USD", low=low_draws, high=high_draws)
        computed["total"] = Computed("USD", low=low, high=high)
    return account, MappingProxyType(computed)


def _outside_dose(facts: Facts) -> Verdict:
    dose, weeks = facts.sermorelin.dose_mcg, facts.sermorelin.planned_weeks
    if dose is not None and LOWEST_PRICED_DOSE_MCG <= dose <= HIGHEST_PRICED_DOSE_MCG:
        return CLEAR
    if dose is None or weeks is None:
        return _ask(dose, weeks)
    return Raised(
        "The document's prices hold for 200 to 300 mcg a night; no cost is given for "
        f"{figure(dose, _LIMITS_MCG)} mcg."
    )


def _ask(dose: float | None, weeks: float | None) -> Unknown:
    ask_weeks = _WEEKS if weeks is None else ()
    return Unknown(ask_weeks + _DOSE if dose is None else ask_weeks)


COST_ESTIMATE: Final = Rule(
    id="cost-estimate",
    title="What the course costs by the document's prices",
    category="cost",
    origin="document",
    severity="info",
    when="sermorelin.planned_weeks is known and 200 <= sermorelin.dose_mcg <= 300",
    boundary="200 and 300 raise",
    reads=("sermorelin.planned_weeks", "sermorelin.dose_mcg", "monitoring.igf1_draws"),
    claims=("cost-monthly", "cost-6-month", "cost-igf1-draw"),
    assumptions=("A month is 4.345 weeks, and a month begun is paid in full.",),
    note=(
        "250 to 450 USD a month, and 80 to 150 USD for each IGF-1 test where their number is "
        "known. Prices undated and unverified; DEXA is not priced."
    ),
    suppressed_by=("dose-unit-implausible",),
    decide=_estimate,
)

COST_OUTSIDE_DOSE: Final = Rule(
    id="cost-outside-dose",
    title="The document gives no price for this dose",
    category="cost",
    origin="document",
    severity="info",
    when="sermorelin.planned_weeks is known and sermorelin.dose_mcg < 200 or > 300",
    boundary="200 and 300 do not raise",
    reads=("sermorelin.planned_weeks", "sermorelin.dose_mcg"),
    claims=("cost-monthly",),
    suppressed_by=("dose-unit-implausible",),
    decide=_outside_dose,
)

RULES: Final = (COST_ESTIMATE, COST_OUTSIDE_DOSE)
