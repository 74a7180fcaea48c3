"""What a factor of the realised effect is: everything that is said of one, in one place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from app.domain.facts.fact import Fact
from app.domain.facts.facts import Facts
from app.domain.formula import Basis, known
from app.domain.projection.line import Line
from app.domain.sources.cite import Citations, claim_ids

FactorId: TypeAlias = Literal[
    "protein",
    "training",
    "adherence",
    "dose",
    "timing",
    "fasting",
    "baseline-igf1",
    "igf1-response",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRule:
    """How one factor comes about.

    `formula` is in symbols; `in_numbers` the same for a case, None where the value is looked up
    and not worked out. `work_out` gives a part of the effect from 0 to 1 and what is told of it,
    None where an input is unknown; `missing` are the inputs that would supply it then.
    """

    id: FactorId
    formula: str
    in_numbers: Callable[[Facts], str] | None = None
    work_out: Callable[[Facts], tuple[float, str] | None]
    missing: Callable[[Facts], tuple[str, ...]]
    basis: Basis
    cites: Citations
    reads: tuple[Fact[Any], ...]


def by_line(
    factor: FactorId,
    fact: Fact[float],
    line: Line,
    *,
    told: Callable[[float, Facts], str],
    basis: Basis = "assumption",
    cites: Citations,
    reads: tuple[Fact[Any], ...] = (),
) -> FactorRule:
    """A factor that follows one fact in a straight line; what is told of it ends in its claims."""
    read, part, resting_on = fact.reader(), line.part, f"; {', '.join(claim_ids(cites))}."

    def work_out(facts: Facts) -> tuple[float, str] | None:
        quantity = read(facts)
        return None if quantity is None else (part(quantity), told(quantity, facts) + resting_on)

    def in_numbers(facts: Facts) -> str:
        return line.in_numbers(known(read(facts)))

    return FactorRule(
        id=factor,
        formula=line.in_symbols(),
        in_numbers=in_numbers,
        work_out=work_out,
        missing=fact.missing,
        basis=basis,
        cites=cites,
        reads=reads or (fact,),
    )
