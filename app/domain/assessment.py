"""The whole answer on one case: the window, the projection, the findings, and a summary."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.domain import conflicts
from app.domain.case import Case
from app.domain.dosing_window import DosingVerdict, DosingWindow, dosing_window
from app.domain.evaluation import Evaluation, barred_by, evaluate
from app.domain.facts.facts import Facts, derive
from app.domain.projection.answer import Projection, Saved
from app.domain.projection.inclusion import Barriers
from app.domain.projection.project import project
from app.domain.rules.rule import Severity

ContraindicationLevel: TypeAlias = Literal["absolute", "unknown", "relative", "none_raised"]
_FACTORS_NEEDED = frozenset(("protein", "training"))


@dataclass(frozen=True, slots=True)
class MissingInput:
    """An input that would settle the rules that ask for it."""

    path: str
    asked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedSummary:
    """Lean mass saved in kg, with the factors that had to be assumed."""

    low: float
    central: float
    high: float
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer at a glance (contract, section 2)."""

    highest_severity: Severity | Literal["none"]
    contraindication: ContraindicationLevel
    contraindications_unknown_count: int
    screening: Literal["complete", "incomplete"]
    dosing_verdict: DosingVerdict
    lean_saved_kg: SavedSummary | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that one case leads to."""

    facts: Facts
    evaluation: Evaluation
    dosing_window: DosingWindow
    projection: Projection
    summary: Summary


def facts_of(case: Case) -> Facts:
    """Check the case against itself, then derive its facts.

    Raises ConflictingCaseError where the case contradicts itself.
    """
    conflicts.check(case)
    return derive(case)


def assess(case: Case) -> Assessment:
    """Answer all three questions on one case.

    Raises ConflictingCaseError where the case contradicts itself.
    """
    facts = facts_of(case)
    evaluation = evaluate(facts)
    return assessment_of(facts, evaluation, project(facts, barriers_of(evaluation)))


def assessment_of(facts: Facts, evaluation: Evaluation, projection: Projection) -> Assessment:
    """The whole answer, once the case is evaluated and projected."""
    window = dosing_window(facts, evaluation)
    return Assessment(
        facts, evaluation, window, projection, _summary(evaluation, window, projection)
    )


def barriers_of(evaluation: Evaluation) -> Barriers:
    """What the projection asks of the rule book."""
    return Barriers(
        sermorelin=barred_by(evaluation.raised, "sermorelin"),
        glp1=bool(barred_by(evaluation.raised, "glp1")),
        dose_implausible=any(rule.id == "dose-unit-implausible" for rule, _ in evaluation.raised),
        any_contraindication=any(rule.contraindication != "none" for rule, _ in evaluation.raised),
    )


def missing_inputs(evaluation: Evaluation) -> tuple[MissingInput, ...]:
    """Every input that an unknown rule asks for, most asked first."""
    asked: dict[str, list[str]] = {}
    for rule, verdict in evaluation.unknown:
        for path in verdict.missing:
            asked.setdefault(path, []).append(rule.id)
    found = (MissingInput(path, tuple(rules)) for path, rules in asked.items())
    return tuple(sorted(found, key=lambda one: -len(one.asked_by)))


def _summary(evaluation: Evaluation, window: DosingWindow, projection: Projection) -> Summary:
    return Summary(
        _highest_severity(evaluation),
        _contraindication(window),
        len(window.contraindications_unknown),
        window.screening,
        window.verdict,
        _saved(projection),
    )


def _highest_severity(evaluation: Evaluation) -> Severity | Literal["none"]:
    # What is raised runs from critical to info already; a standing notice says nothing of a case.
    return next((rule.severity for rule, _ in evaluation.raised if not rule.standing), "none")


def _contraindication(window: DosingWindow) -> ContraindicationLevel:
    levels = {found.level for found in window.contraindications}
    if "absolute" in levels:
        return "absolute"
    if window.contraindications_unknown:
        return "unknown"
    return "relative" if "relative" in levels else "none_raised"


def _saved(projection: Projection) -> SavedSummary | None:
    saved: Saved | None = projection.lean_saved_kg
    if saved is None or projection.effect is None:
        return None
    assumed = tuple(factor.id for factor in projection.effect.factors if factor.status == "assumed")
    if _FACTORS_NEEDED.intersection(assumed):
        return None
    return SavedSummary(saved.low, saved.central, saved.high, assumed)
