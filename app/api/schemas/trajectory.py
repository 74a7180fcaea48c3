"""Wire shape of a projection's weeks."""

from typing_extensions import TypedDict

from app.api.schemas.out import BandOut
from app.domain.projection.answer import ArmByWeek, Trajectory


class TrajectoryArm(TypedDict):
    """One arm by the end of a week, in kg."""

    lean_loss_kg: BandOut
    fat_loss_kg: BandOut


class TrajectoryWeek(TypedDict):
    """Both arms by the end of a week; week 0 is as_of."""

    week: int
    weight_loss_kg: float
    control: TrajectoryArm
    sermorelin: TrajectoryArm | None


def plain_trajectory(trajectory: Trajectory) -> list[TrajectoryWeek]:
    """The shape of each week, from the columns as which they are kept."""
    control, treated = _by_week(trajectory.control), trajectory.sermorelin
    with_it = [None] * len(trajectory) if treated is None else _by_week(treated)
    weeks = zip(trajectory.weight_loss_kg, control, with_it, strict=True)
    return [
        {"week": week, "weight_loss_kg": loss, "control": without, "sermorelin": other}
        for week, (loss, without, other) in enumerate(weeks)
    ]


def _by_week(arm: ArmByWeek) -> list[TrajectoryArm]:
    return [
        {
            "lean_loss_kg": {"best": best, "central": central, "worst": worst},
            "fat_loss_kg": {"best": fat_best, "central": fat_central, "worst": fat_worst},
        }
        for best, central, worst, fat_best, fat_central, fat_worst in zip(
            *arm.lean, *arm.fat, strict=True
        )
    ]
