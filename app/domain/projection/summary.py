"""The figures that an answer shows of the two arms."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub, truediv
from typing import Final

from app.domain.decimals import ROUNDING_OF_A_QUOTIENT
from app.domain.facts.composition import past_entries
from app.domain.facts.facts import Facts
from app.domain.facts.registry.support import DRUG, SESSIONS
from app.domain.formula import Formula
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
from app.domain.projection_thresholds import GENERAL_CLAIM_END
from app.domain.units import PERCENT

FAT_LOSS: Final = Formula(
    symbols="W - lean lost",
    numbers="{of} - {lean}",
    function=lambda *, lean, of: of - lean,
    unit="kg",
)
LEAN_SHARE: Final = Formula(
    symbols="lean lost / W",
    numbers="{lean} / {of}",
    function=lambda *, lean, of: lean / of,
)
RETENTION: Final = Formula(
    symbols=f"{PERCENT} * (1 - lean lost / measured lean)",
    numbers=f"{PERCENT} * (1 - {{lean}} / {{of}})",
    function=lambda *, lean, of: PERCENT * (1 - lean / of),
    unit="%",
)
REDUCTION_OF_LOSS: Final = Formula(
    symbols="1 - with / without",
    numbers="1 - {taken} / {without}",
    function=lambda *, taken, without: 1 - taken / without,
    cites=GENERAL_CLAIM_END.cites,
)


@dataclass(frozen=True, slots=True)
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


def arm(scenario: str, lean_loss: Band, *, weight_loss_kg: float, lean: BaselineLean | None) -> Arm:
    """One arm at the horizon; no retention of a lean mass that the loss would use up."""
    retention = None
    if lean is not None and lean_loss.worst < lean.kg:
        retention = _each(RETENTION, lean_loss, lean.kg)
    return Arm(
        scenario,
        _each(LEAN_SHARE, lean_loss, weight_loss_kg),
        lean_loss,
        _each(FAT_LOSS, lean_loss, weight_loss_kg),
        retention,
    )


def _each(formula: Formula, lean: Band, of_kg: float) -> Band:
    """The formula of each lean loss, `of_kg` being the weight lost or the lean there was."""
    work_out = formula.function
    return Band(
        work_out(lean=lean.best, of=of_kg),
        work_out(lean=lean.central, of=of_kg),
        work_out(lean=lean.worst, of=of_kg),
    )


def saved(control: Band, treated: Band) -> Saved:
    """Lean mass saved at the horizon, in kg, from what both arms lose."""
    differences = combine(control, treated, sub)
    every = (differences.best, differences.central, differences.worst)
    return Saved(min(every), differences.central, max(every))


def beyond_general_claim(control: Band, treated: Band) -> BeyondGeneralClaim:
    """Whether the reduction over the horizon passes the document's general claim."""
    left = combine(treated, control, truediv)
    most = 1 - GENERAL_CLAIM - ROUNDING_OF_A_QUOTIENT
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
    glp1 = DRUG.missing(facts) if facts.on_glp1 is None else ()
    training = SESSIONS.missing(facts) if facts.sessions is None else ()
    return tuple(dict.fromkeys((*of_effect, *glp1, *training)))
