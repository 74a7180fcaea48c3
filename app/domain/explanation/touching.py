"""The contradictions that touch an answer: those that name a claim which it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.assessment import Assessment
from app.domain.explanation.step import Step
from app.domain.knowledge import CONTRADICTIONS
from app.domain.knowledge.types import Contradiction


@dataclass(frozen=True, slots=True)
class Touching:
    """A contradiction, the claims that the answer shares with it, and where it rests on them."""

    entry: Contradiction
    claims: tuple[str, ...]
    touches: tuple[str, ...]


def touching(assessment: Assessment, steps: Iterable[Step]) -> tuple[Touching, ...]:
    """Those that raised rules, the checks of the dosing window or the projection rest on."""
    used: dict[str, list[str]] = {}
    for place, claims in (*_of_rules(assessment), *_of_checks(assessment), *_of_steps(steps)):
        for claim in claims:
            used.setdefault(claim, []).append(place)
    return tuple(
        Touching(entry, shared, tuple(dict.fromkeys(p for claim in shared for p in used[claim])))
        for entry in CONTRADICTIONS
        if (shared := tuple(claim for claim in entry.claims if claim in used))
    )


_Uses = Iterator[tuple[str, tuple[str, ...]]]


def _of_rules(assessment: Assessment) -> _Uses:
    return ((f"rule {rule.id}", rule.claims) for rule, _ in assessment.evaluation.raised)


def _of_checks(assessment: Assessment) -> _Uses:
    return ((f"check {check.id}", check.claims) for check in assessment.dosing_window.checks)


def _of_steps(steps: Iterable[Step]) -> _Uses:
    return ((f"step {step.id.partition('.')[0]}", step.claims) for step in steps)
