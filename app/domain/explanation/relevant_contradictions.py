"""The contradictions that touch an answer.

A contradiction touches it if a raised rule, a check that passed or failed or a step of the
projection rests on a claim that the contradiction turns on, or if it names a raised rule. What is
unknown or does not apply says nothing yet, so it rests on nothing; nor does a claim count that
lends the contradiction no more than a figure to compare with.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.assessment import Assessment
from app.domain.explanation.step import Step
from app.domain.sources import CONTRADICTIONS
from app.domain.sources.types import Contradiction


@dataclass(frozen=True, slots=True)
class Touching:
    """A contradiction, the claims that the answer shares with it, and where it rests on them.

    `claims` is empty where only rules that the contradiction names are raised.
    """

    entry: Contradiction
    claims: tuple[str, ...]
    touches: tuple[str, ...]


def relevant_contradictions(assessment: Assessment, steps: Iterable[Step]) -> tuple[Touching, ...]:
    """Those that touch the answer, in the order of the knowledge base."""
    used: dict[str, list[str]] = {}
    for place, claims in (*_of_rules(assessment), *_of_checks(assessment), *_of_steps(steps)):
        for claim in claims:
            used.setdefault(claim, []).append(place)
    raised = frozenset(rule.id for rule, _ in assessment.evaluation.raised)
    every = (_relevant(entry, used, raised) for entry in CONTRADICTIONS)
    return tuple(found for found in every if found.touches)


def _relevant(
    entry: Contradiction, used: Mapping[str, Iterable[str]], raised: frozenset[str]
) -> Touching:
    shared = tuple(claim for claim in entry.turns_on or entry.claims if claim in used)
    places = [
        *(place for claim in shared for place in used[claim]),
        *(f"rule {rule_id}" for rule_id in entry.rules if rule_id in raised),
    ]
    return Touching(entry, shared, tuple(dict.fromkeys(places)))


_Uses = Iterator[tuple[str, tuple[str, ...]]]


def _of_rules(assessment: Assessment) -> _Uses:
    return ((f"rule {rule.id}", rule.claims) for rule, _ in assessment.evaluation.raised)


def _of_checks(assessment: Assessment) -> _Uses:
    return (
        (f"check {check.id}", check.claims)
        for check in assessment.dosing_window.checks
        if check.status in ("pass", "fail")
    )


def _of_steps(steps: Iterable[Step]) -> _Uses:
    return ((f"step {step.id.partition('.')[0]}", step.claims) for step in steps)
