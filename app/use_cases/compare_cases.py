"""Compare a case with variants of it, side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.case import Case
from app.domain.comparison import Differences, Outcome, differences, outcome_of
from app.domain.errors import Conflict, ConflictingCaseError


@dataclass(frozen=True, slots=True)
class GivenCase:
    """A case to compare, and the pointer to it in the request."""

    pointer: str
    case: Case


@dataclass(frozen=True, slots=True)
class ComparedVariant:
    """What a variant leads to, and what that changes."""

    outcome: Outcome
    differences: Differences


@dataclass(frozen=True, slots=True)
class Comparison:
    """The base, and each variant in the order in which they came."""

    base: Outcome
    variants: tuple[ComparedVariant, ...]


def compare_cases(base: GivenCase, variants: Sequence[GivenCase]) -> Comparison:
    """What each case leads to, and what each variant changes.

    Raises ConflictingCaseError: of the base, else of every variant that contradicts itself.
    """
    (before,) = _outcomes((base,))
    after = _outcomes(variants)
    return Comparison(
        before, tuple(ComparedVariant(each, differences(before, each)) for each in after)
    )


def _outcomes(cases: Iterable[GivenCase]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    conflicts: list[Conflict] = []
    for given in cases:
        try:
            outcomes.append(outcome_of(given.case))
        except ConflictingCaseError as error:
            conflicts += (
                replace(conflict, pointer=f"{given.pointer}{conflict.pointer}")
                for conflict in error.conflicts
            )
    if conflicts:
        raise ConflictingCaseError(tuple(conflicts))
    return outcomes
