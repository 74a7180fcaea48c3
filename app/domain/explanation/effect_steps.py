"""How much of the document's effect this plan is credited with, step by step."""

from collections.abc import Iterator

from app.domain.explanation.step import Step, each
from app.domain.facts.facts import Facts
from app.domain.formula import number
from app.domain.projection.effect import Effect, Factor
from app.domain.projection.factors import FACTORS
from app.domain.projection_thresholds import RELATIVE_REDUCTION, TRIAL_WEEKS
from app.domain.sources.cite import claim_ids
from app.domain.threshold import CitedBand


def effect_steps(facts: Facts, effect: Effect) -> Iterator[Step]:
    """The relative reduction k, every factor, and their product e."""
    yield from _reduction(RELATIVE_REDUCTION)
    for factor in effect.factors:
        yield _factor(facts, factor)
    yield from _product(effect)


def _reduction(reduction: CitedBand) -> Iterator[Step]:
    for name, k in (
        ("best", reduction.best),
        ("central", reduction.central),
        ("worst", reduction.worst),
    ):
        yield Step(
            id=f"relative-reduction.{name}",
            what=f"k, {name}: fall of the lean share over {TRIAL_WEEKS} at the full effect",
            formula="k",
            in_numbers=number(k.value),
            value=k.value,
            unit=k.unit,
            basis="document",
            claims=claim_ids(k.cites),
        )


def _factor(facts: Facts, factor: Factor) -> Step:
    rule, given = FACTORS[factor.id], factor.status == "given"
    read = "; ".join(f"{fact.label} {fact.described(facts)}" for fact in rule.reads)
    return Step(
        id=f"factor-{factor.id}",
        what=f"Factor {factor.id}. {factor.basis} Read: {read}.",
        formula=rule.formula,
        in_numbers=rule.in_numbers(facts) if rule.in_numbers and given else number(factor.value),
        value=factor.value,
        unit="1",
        basis=rule.basis if given else "assumption",
        claims=claim_ids(rule.cites),
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
