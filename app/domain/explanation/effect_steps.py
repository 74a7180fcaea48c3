"""How much of the document's effect this plan is credited with, step by step."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain import protocol
from app.domain.explanation.step import Basis, Step, each, known, number
from app.domain.explanation.wording import listed
from app.domain.facts.facts import Facts
from app.domain.facts.paths import READERS
from app.domain.projection.effect import (
    FULL_DOSE_MCG,
    RELATIVE_REDUCTION,
    Effect,
    Factor,
    FactorId,
)

_REDUCTION_CLAIMS: Final = {
    "best": ("ajp-92-73",),
    "central": ("jama-2014-sermorelin-kg", "jama-2014-placebo-kg"),
    "worst": ("reduction-30-50",),
}


@dataclass(frozen=True, slots=True)
class _Math:
    """How a factor comes about; without `in_numbers` its value is looked up, not worked out."""

    formula: str
    in_numbers: Callable[[Facts], str] | None
    basis: Basis
    claims: tuple[str, ...]
    reads: tuple[str, ...]


def _protein(facts: Facts) -> str:
    protein = number(known(facts.protein_g_per_kg))
    none, enough = protocol.PROTEIN_NONE_G_PER_KG, protocol.PROTEIN_ENOUGH_G_PER_KG
    return f"min(1, max(0, ({protein} - {none}) / ({enough} - {none})))"


def _training(facts: Facts) -> str:
    return f"min({known(facts.sessions)} / {protocol.FULL_SESSIONS_PER_WEEK}, 1)"


def _adherence(facts: Facts) -> str:
    return f"{known(facts.sermorelin.nights_per_week)} / {protocol.NIGHTS_PER_WEEK}"


def _dose(facts: Facts) -> str:
    dose = number(known(facts.sermorelin.dose_mcg))
    return f"min(1, max(0, {dose} / {FULL_DOSE_MCG:g}))"


def _baseline(facts: Facts) -> str:
    baseline = number(known(facts.igf1.baseline))
    high = f"{protocol.BASELINE_IGF1_HIGH_NG_PER_ML:g}"
    none = f"{protocol.BASELINE_IGF1_VERY_HIGH_NG_PER_ML:g}"
    return f"min(1, max(0, ({none} - {baseline}) / ({none} - {high})))"


def _response(facts: Facts) -> str:
    rise = number(known(facts.igf1.rise_pct))
    return f"min(1, max(0, {rise} / {protocol.ADEQUATE_RISE_PCT:g}))"


_MATH: Final[Mapping[FactorId, _Math]] = MappingProxyType(
    {
        "protein": _Math(
            "min(1, max(0, (protein g/kg - 1.2) / 0.4))",
            _protein,
            "assumption",
            ("protein-below-1-2", "protein-min-1-6"),
            ("nutrition.protein_g_per_kg",),
        ),
        "training": _Math(
            "min(sessions / 3, 1)",
            _training,
            "assumption",
            ("jama-2014-design", "zero-training-no-signal"),
            ("training.resistance_sessions_per_week",),
        ),
        "adherence": _Math(
            "nights / 7",
            _adherence,
            "document",
            ("nightly-no-skip", "skip-weekend-30"),
            ("sermorelin.nights_per_week",),
        ),
        "dose": _Math(
            "min(1, max(0, dose mcg / 200))",
            _dose,
            "assumption",
            ("jama-2014-design",),
            ("sermorelin.dose_mcg",),
        ),
        "timing": _Math(
            "0 in the daytime, else 1",
            None,
            "document",
            ("daytime-negates",),
            ("sermorelin.minutes_before_sleep", "sermorelin.time_of_day", "sermorelin.daytime"),
        ),
        "fasting": _Math(
            "0.5 under 2 h before, 0.75 under 30 min after, 0.375 for both, else 1",
            None,
            "assumption",
            ("fast-2h-before", "fast-30min-after"),
            ("sermorelin.fasting_hours_before", "sermorelin.fasting_minutes_after"),
        ),
        "baseline-igf1": _Math(
            "min(1, max(0, (250 - baseline IGF-1) / 30))",
            _baseline,
            "assumption",
            ("high-baseline-220-250",),
            ("labs.igf1_baseline", "patient.age_years"),
        ),
        "igf1-response": _Math(
            "min(1, max(0, rise % / 20))",
            _response,
            "assumption",
            ("response-20-30",),
            ("labs.igf1_baseline", "labs.igf1_current", "labs.igf1_rise_pct"),
        ),
    }
)


def effect_steps(facts: Facts, effect: Effect) -> Iterator[Step]:
    """The relative reduction k, every factor, and their product e."""
    for name, k in each(RELATIVE_REDUCTION):
        yield Step(
            id=f"relative-reduction.{name}",
            what=f"k, {name}: fall of the lean share over 26 weeks at the full effect",
            formula="k",
            in_numbers=number(k),
            value=k,
            unit="1",
            basis="document",
            claims=_REDUCTION_CLAIMS[name],
        )
    for factor in effect.factors:
        yield _factor(facts, factor)
    yield from _product(effect)


def _factor(facts: Facts, factor: Factor) -> Step:
    math = _MATH[factor.id]
    given = factor.status == "given"
    seen = {path: READERS[path](facts) for path in math.reads}
    return Step(
        id=f"factor-{factor.id}",
        what=f"Factor {factor.id}. {factor.basis} Read: {listed(seen, seen)}.",
        formula=math.formula,
        in_numbers=math.in_numbers(facts) if math.in_numbers and given else number(factor.value),
        value=factor.value,
        unit="1",
        basis=math.basis if given else "assumption",
        claims=math.claims,
    )


def _product(effect: Effect) -> Iterator[Step]:
    likely = " * ".join(number(factor.value) for factor in effect.factors)
    least = " * ".join(
        number(factor.value) if factor.status == "given" else "0" for factor in effect.factors
    )
    for name, value in each(effect.realised):
        yield Step(
            id=f"realised-effect.{name}",
            what=f"e, {name}: part of the full effect that this plan is credited with"
            + (", unknown factors as nothing" if name == "worst" else ", unknown factors in full"),
            formula=" * ".join(factor.id for factor in effect.factors),
            in_numbers=least if name == "worst" else likely,
            value=value,
            unit="1",
            basis="derived",
        )
