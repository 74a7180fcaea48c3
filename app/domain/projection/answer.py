"""The projection's answer."""

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Final, Literal, TypeAlias

from app.domain.projection.arms import Losses
from app.domain.projection.assumption import Assumption
from app.domain.projection.band import Band
from app.domain.projection.effect import Effect
from app.domain.projection.weight_source import Source
from app.domain.projection_thresholds import SAVING_HIGH, SAVING_LOW
from app.domain.sources.types import Comparator, ExternalIncrement
from app.domain.thresholds import RESULT_LAST_WEEK, RESULT_WEEK
from app.domain.value import value

ProjectionStatus: TypeAlias = Literal["projected", "not_applicable", "unavailable"]
LeanQuantity: TypeAlias = Literal["fat_free_mass_kg", "lean_soft_tissue_kg"]

DETECTABLE_FROM_WEEK: Final = (RESULT_WEEK.value, RESULT_LAST_WEEK.value)
SAVING_CLAIM_KG: Final = (SAVING_LOW.value, SAVING_HIGH.value)
"""What the document says is kept, with which every answer is compared."""


@value
class WeightLoss:
    """Kilograms lost at the horizon; low may be negative, a gain."""

    source: Source
    low_kg: float
    central_kg: float
    high_kg: float


@value
class Arm:
    """One arm at the horizon. Retention is of the last measured lean quantity, if any."""

    scenario: str
    lean_share: Band
    lean_loss_kg: Band
    fat_loss_kg: Band
    lean_retention_pct: Band | None


@dataclass(frozen=True, slots=True)
class Saved:
    """Lean mass saved: the central difference, and the least and greatest of the three."""

    low: float
    central: float
    high: float


@dataclass(frozen=True, slots=True)
class TrajectoryArm:
    """One arm by the end of a week, in kg."""

    lean_loss_kg: Band
    fat_loss_kg: Band


@dataclass(frozen=True, slots=True)
class TrajectoryWeek:
    """Both arms by the end of a week; week 0 is as_of."""

    week: int
    weight_loss_kg: float
    control: TrajectoryArm
    sermorelin: TrajectoryArm | None


@value
class ArmByWeek:
    """One arm by the end of each week from 0 on, in kg."""

    lean: Losses
    fat: Losses

    def week(self, week: int) -> TrajectoryArm:
        """One week of it."""
        lean, fat = ([part[week] for part in parts] for parts in (self.lean, self.fat))
        return TrajectoryArm(Band(*lean), Band(*fat))


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The weeks, kept as columns: as objects they would be some two hundred for each case."""

    weight_loss_kg: Sequence[float]
    control: ArmByWeek
    sermorelin: ArmByWeek | None

    def __len__(self) -> int:
        return len(self.weight_loss_kg)

    def __getitem__(self, week: int) -> TrajectoryWeek:
        """A week by its place; -1 is the horizon."""
        return TrajectoryWeek(
            range(len(self))[week],
            self.weight_loss_kg[week],
            self.control.week(week),
            None if self.sermorelin is None else self.sermorelin.week(week),
        )

    def __iter__(self) -> Iterator[TrajectoryWeek]:
        return map(self.__getitem__, range(len(self)))


_NOTHING: Final = Losses((), (), ())
NO_WEEKS: Final = Trajectory((), ArmByWeek(_NOTHING, _NOTHING), None)


@dataclass(frozen=True, slots=True)
class BeyondGeneralClaim:
    """Whether the reduction passes the document's own .50, for each of the band."""

    best: bool
    central: bool
    worst: bool


@value
class Opportunity:
    """One input that is known and short, and the central lean loss that mending it avoids."""

    path: str
    current: float | str
    target: float | str
    lean_loss_avoided_kg: float


@value
class CrossCheck:
    """The fat-free share of the loss by a published model, fluid and glycogen shown apart."""

    model: Literal["hall-2011", "hall-2007"]
    ffm_share_of_loss: float
    ffm_loss_kg: float
    lean_tissue_loss_kg: float
    fluid_and_glycogen_loss_kg: float | None
    fat_loss_kg: float
    basis: str


@dataclass(frozen=True, slots=True)
class External:
    """Outside evidence beside the document's band, never mixed into it."""

    comparators: tuple[Comparator, ...]
    sermorelin_increment: ExternalIncrement
    text: str


@value
class Projection:
    """Lean and fat lost over the horizon; only `status`, `reason`, `missing` where not made."""

    _: KW_ONLY
    status: ProjectionStatus
    horizon_weeks: int
    extrapolated: bool
    reason: str | None = None
    missing: tuple[str, ...] = ()
    weight_loss: WeightLoss | None = None
    control: Arm | None = None
    control_claims: tuple[str, ...] = ()
    sermorelin: Arm | None = None
    sermorelin_reason: str | None = None
    retention_of: LeanQuantity | None = None
    lean_saved_kg: Saved | None = None
    trajectory: Trajectory = NO_WEEKS
    effect: Effect | None = None
    beyond_general_claim: BeyondGeneralClaim | None = None
    saving_claim_reached: bool | None = None
    opportunities: tuple[Opportunity, ...] = ()
    cross_check: CrossCheck | None = None
    external: External | None = None
    assumptions: tuple[Assumption, ...] = ()
