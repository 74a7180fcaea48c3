"""Wire shapes of a projection's two arms at the horizon."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.api.schemas.out import BandOut, plain_band
from app.domain.projection.answer import Arm, BeyondGeneralClaim, Saved, WeightLoss
from app.domain.projection.weight_source import Source


class WeightLossOut(TypedDict):
    """Weight lost at the horizon, in kg; low may be negative, a gain."""

    source: Source
    low_kg: float
    central_kg: float
    high_kg: float


class ArmOut(TypedDict):
    """One arm at the horizon. `lean_share` is lean mass lost / weight lost."""

    scenario: str
    lean_share: BandOut
    lean_loss_kg: BandOut
    fat_loss_kg: BandOut
    lean_retention_pct: Annotated[
        BandOut | None,
        Field(
            description="Of the last measured lean quantity (retention_of); null without one, or "
            "where the worst loss would use it up."
        ),
    ]


class SavedOut(TypedDict):
    """Lean mass saved, control - sermorelin, in kg."""

    low: float
    central: float
    high: float


class BeyondOut(TypedDict):
    """Whether the reduction passes the document's own general claim of .50."""

    best: bool
    central: bool
    worst: bool


def plain_weight_loss(loss: WeightLoss | None) -> WeightLossOut | None:
    """The shape of the weight lost, None where no weight path was made."""
    if loss is None:
        return None
    return {
        "source": loss.source,
        "low_kg": loss.low_kg,
        "central_kg": loss.central_kg,
        "high_kg": loss.high_kg,
    }


def plain_arm(arm: Arm | None) -> ArmOut | None:
    """The shape of an arm, None where there is no such arm."""
    if arm is None:
        return None
    kept = arm.lean_retention_pct
    return {
        "scenario": arm.scenario,
        "lean_share": plain_band(arm.lean_share),
        "lean_loss_kg": plain_band(arm.lean_loss_kg),
        "fat_loss_kg": plain_band(arm.fat_loss_kg),
        "lean_retention_pct": None if kept is None else plain_band(kept),
    }


def plain_saved(saved: Saved | None) -> SavedOut | None:
    """The shape of what is saved, None without a sermorelin arm."""
    if saved is None:
        return None
    return {"low": saved.low, "central": saved.central, "high": saved.high}


def plain_beyond(beyond: BeyondGeneralClaim | None) -> BeyondOut | None:
    """The shape of the comparison with the general claim, None without a sermorelin arm."""
    if beyond is None:
        return None
    return {"best": beyond.best, "central": beyond.central, "worst": beyond.worst}
