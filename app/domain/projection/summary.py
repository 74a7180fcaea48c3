"""The figures that an answer shows of the two arms."""

from collections.abc import Sequence
from operator import sub, truediv

from app.domain.facts.composition import past_entries
from app.domain.facts.facts import Facts
from app.domain.projection.answer import (
    Arm,
    ArmByWeek,
    BeyondGeneralClaim,
    LeanQuantity,
    Saved,
    Trajectory,
)
from app.domain.projection.arms import Losses
from app.domain.projection.band import Band, combine
from app.domain.projection.effect import GENERAL_CLAIM
from app.domain.value import value

_ROUNDING = 1e-12
"""So that a reduction of exactly .50 is not called beyond it by rounding."""


@value
class BaselineLean:
    """The last measured lean quantity."""

    quantity: LeanQuantity
    kg: float


def baseline_lean(facts: Facts) -> BaselineLean | None:
    """Of the last entry on or before as_of: fat-free mass, else lean soft tissue, else None."""
    past = past_entries(facts.case.body_composition, as_of=facts.as_of)
    if not past:
        return None
    _, last = past[-1]
    if last.fat_free_mass_kg is not None:
        return BaselineLean("fat_free_mass_kg", last.fat_free_mass_kg)
    if last.lean_soft_tissue_kg is not None:
        return BaselineLean("lean_soft_tissue_kg", last.lean_soft_tissue_kg)
    return None


def arm(scenario: str, lean_loss: Band, weight_loss_kg: float, lean: BaselineLean | None) -> Arm:
    """One arm at the horizon; no retention of a lean mass that the loss would use up."""
    best, central, worst = lean_loss.best, lean_loss.central, lean_loss.worst
    retention = None
    if lean is not None and worst < lean.kg:
        kg = lean.kg
        retention = Band(100 * (1 - best / kg), 100 * (1 - central / kg), 100 * (1 - worst / kg))
    return Arm(
        scenario,
        Band(best / weight_loss_kg, central / weight_loss_kg, worst / weight_loss_kg),
        lean_loss,
        Band(weight_loss_kg - best, weight_loss_kg - central, weight_loss_kg - worst),
        retention,
    )


def saved(control: Band, treated: Band) -> Saved:
    """Lean mass saved at the horizon, in kg, from what both arms lose."""
    differences = combine(control, treated, sub)
    every = (differences.best, differences.central, differences.worst)
    return Saved(min(every), differences.central, max(every))


def beyond_general_claim(control: Band, treated: Band) -> BeyondGeneralClaim:
    """Whether the reduction over the horizon passes the document's general claim."""
    left = combine(treated, control, truediv)
    most = 1 - GENERAL_CLAIM - _ROUNDING
    return BeyondGeneralClaim(left.best < most, left.central < most, left.worst < most)


def trajectory(
    loss_by_week_kg: Sequence[float], control: Losses, treated: Losses | None
) -> Trajectory:
    """Both arms by the end of each week, from week 0."""
    return Trajectory(
        loss_by_week_kg,
        _by_week(loss_by_week_kg, control),
        None if treated is None else _by_week(loss_by_week_kg, treated),
    )


def _by_week(loss_by_week_kg: Sequence[float], lean: Losses) -> ArmByWeek:
    best, central, worst = (list(map(sub, loss_by_week_kg, part)) for part in lean)
    return ArmByWeek(lean, Losses(best, central, worst))


def asked_for(facts: Facts, of_effect: tuple[str, ...]) -> tuple[str, ...]:
    """Inputs that would sharpen the projection."""
    glp1 = ("glp1.drug",) if facts.on_glp1 is None else ()
    training = ("training.resistance_sessions_per_week",) if facts.sessions is None else ()
    return tuple(dict.fromkeys((*of_effect, *glp1, *training)))
