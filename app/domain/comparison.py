"""Two cases side by side: what differs in the verdict and in the kilograms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import sub
from typing import Final

from app.domain.assessment import barriers_of, facts_of
from app.domain.case import Case
from app.domain.dosing_window import DosingWindow, dosing_window
from app.domain.evaluation import evaluate
from app.domain.projection.answer import Arm, Projection
from app.domain.projection.band import Band, combine
from app.domain.projection.control_share import control_share
from app.domain.projection.project import project

DIFFERENT_TABLES: Final = "different control tables"
"""The document's control figures come from different reports and are not set against each other."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case leads to, as far as cases are compared.

    `control_table` is the row of control shares that the case falls under, projected or not.
    """

    as_of: date
    dosing_window: DosingWindow
    projection: Projection
    control_table: Band


@dataclass(frozen=True, slots=True)
class ArmDifference:
    """One arm, variant - base in kg: best with best, central with central, worst with worst."""

    lean_loss_kg: Band | None = None
    fat_loss_kg: Band | None = None


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A difference that is not given, and why."""

    difference: str
    reason: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Variant - base, in kg; weight loss and lean mass saved are the central ones."""

    verdict_changed: bool
    same_control_table: bool
    weight_loss_kg: float | None
    control: ArmDifference
    sermorelin: ArmDifference
    lean_saved_kg: float | None
    not_compared: tuple[NotCompared, ...]


def outcome_of(case: Case) -> Outcome:
    """Window and projection of one case.

    Raises ConflictingCaseError where the case contradicts itself.
    """
    facts = facts_of(case)
    evaluation = evaluate(facts)
    return Outcome(
        facts.as_of,
        dosing_window(facts, evaluation),
        project(facts, barriers_of(evaluation)),
        control_share(facts, sessions=facts.sessions).share,
    )


def differences(base: Outcome, variant: Outcome) -> Differences:
    """What the variant changes.

    Lean mass is compared only on the same control table; so is fat, which is the weight lost less
    the lean mass lost and would give the lean difference away.
    """
    before, after = base.projection, variant.projection
    same = base.control_table == variant.control_table
    return Differences(
        verdict_changed=base.dosing_window.verdict != variant.dosing_window.verdict,
        same_control_table=same,
        weight_loss_kg=_weight_loss(before, after),
        control=_arm(before.control, after.control) if same else ArmDifference(),
        sermorelin=_arm(before.sermorelin, after.sermorelin) if same else ArmDifference(),
        lean_saved_kg=_lean_saved(before, after) if same else None,
        not_compared=tuple(_not_compared(before, after, same_table=same)),
    )


def _weight_loss(before: Projection, after: Projection) -> float | None:
    if before.weight_loss is None or after.weight_loss is None:
        return None
    return after.weight_loss.central_kg - before.weight_loss.central_kg


def _arm(before: Arm | None, after: Arm | None) -> ArmDifference:
    if before is None or after is None:
        return ArmDifference()
    return ArmDifference(
        combine(after.lean_loss_kg, before.lean_loss_kg, sub),
        combine(after.fat_loss_kg, before.fat_loss_kg, sub),
    )


def _lean_saved(before: Projection, after: Projection) -> float | None:
    if before.lean_saved_kg is None or after.lean_saved_kg is None:
        return None
    return after.lean_saved_kg.central - before.lean_saved_kg.central


def _not_compared(
    before: Projection, after: Projection, *, same_table: bool
) -> Iterator[NotCompared]:
    """A reason for every difference that is None, the first that holds."""
    tables = None if same_table else DIFFERENT_TABLES
    no_weight = _unprojected("base", before) or _unprojected("variant", after)
    no_control = no_weight or tables
    no_sermorelin = (
        no_weight or _untreated("base", before) or _untreated("variant", after) or tables
    )
    for difference, reason in (
        ("weight_loss_kg", no_weight),
        ("control.lean_loss_kg", no_control),
        ("control.fat_loss_kg", no_control),
        ("sermorelin.lean_loss_kg", no_sermorelin),
        ("sermorelin.fat_loss_kg", no_sermorelin),
        ("lean_saved_kg", no_sermorelin),
    ):
        if reason is not None:
            yield NotCompared(difference, reason)


def _unprojected(side: str, projection: Projection) -> str | None:
    if projection.status == "projected":
        return None
    return f"no projection of the {side}: {projection.reason}"


def _untreated(side: str, projection: Projection) -> str | None:
    if projection.sermorelin is not None:
        return None
    return f"no sermorelin arm of the {side}: {projection.sermorelin_reason}"
