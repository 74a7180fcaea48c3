"""Lean mass lost along a weight path, with and without sermorelin."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from app.domain.projection.band import Band
from app.domain.projection.course import MEAN_BUILD_UP
from app.domain.projection.effect import GENERAL_CLAIM, RELATIVE_REDUCTION


@dataclass(frozen=True, slots=True)
class Losses:
    """Kilograms of lean mass lost by the end of each week from 0 on."""

    best: tuple[float, ...]
    central: tuple[float, ...]
    worst: tuple[float, ...]

    def at(self, week: int) -> Band:
        """The band at the end of a week; -1 is the horizon."""
        return Band(self.best[week], self.central[week], self.worst[week])


def control_losses(share: Band, loss_by_day_kg: Sequence[float]) -> Losses:
    """Lean lost without sermorelin: the control share of the weight lost.

    `loss_by_day_kg[d]` is the weight lost by the end of day d; the first is 0.
    """
    weekly = loss_by_day_kg[::7]
    return Losses(
        *(
            tuple(part * loss for loss in weekly)
            for part in (share.best, share.central, share.worst)
        )
    )


def sermorelin_losses(
    share: Band,
    effect: Band,
    *,
    loss_by_day_kg: Sequence[float],
    build_up: Sequence[float],
    strict: bool,
) -> Losses:
    """Lean lost with sermorelin by the end of each week.

    Lean by day D = sum over d of share (1 - m_d) W_d, with m_d = (k / 0.75) e r_d and W_d the
    weight lost on day d; `strict` holds m to the document's general claim of .50.
    `build_up` has one value a day.
    """
    daily = [after - before for before, after in pairwise(loss_by_day_kg)]
    reduction = RELATIVE_REDUCTION
    bands = (
        (share.best, reduction.best, effect.best),
        (share.central, reduction.central, effect.central),
        (share.worst, reduction.worst, effect.worst),
    )
    if strict:
        return Losses(
            *(
                _capped(part, k / MEAN_BUILD_UP * e, loss_by_day_kg, daily, build_up)
                for part, k, e in bands
            )
        )
    # Uncapped, m is proportional to r: one weighted sum serves all three bands.
    touched = (risen * loss for risen, loss in zip(build_up, daily, strict=True))
    spared_weekly = list(accumulate(touched, initial=0.0))[::7]
    weekly = loss_by_day_kg[::7]
    return Losses(
        *(
            tuple(
                part * (loss - k / MEAN_BUILD_UP * e * spared)
                for loss, spared in zip(weekly, spared_weekly, strict=True)
            )
            for part, k, e in bands
        )
    )


def _capped(
    share: float,
    peak: float,
    loss_by_day_kg: Sequence[float],
    daily: Sequence[float],
    build_up: Sequence[float],
) -> tuple[float, ...]:
    touched = (
        min(GENERAL_CLAIM, peak * risen) * loss for risen, loss in zip(build_up, daily, strict=True)
    )
    spared_weekly = list(accumulate(touched, initial=0.0))[::7]
    return tuple(
        share * (loss - spared)
        for loss, spared in zip(loss_by_day_kg[::7], spared_weekly, strict=True)
    )
