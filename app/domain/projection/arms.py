"""Lean mass lost along a weight path, with and without sermorelin."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.formula import Formula
from app.domain.projection.band import Band
from app.domain.projection.effect import REDUCTION
from app.domain.projection.exposure import Exposure, Sparing

CONTROL_LOSS: Final = Formula(
    symbols="phi_c * W",
    numbers="{share} * {lost}",
    function=lambda *, share, lost: share * lost,
    unit="kg",
)
"""Lean lost without sermorelin: the control share of the weight lost."""
SERMORELIN_LOSS: Final = Formula(
    symbols="phi_c * (W - M), the sum over days of phi(t_d) * dW_d",
    numbers="{share} * ({lost} - {spared})",
    function=lambda *, share, lost, spared: share * (lost - spared),
    unit="kg",
)
"""Lean lost with sermorelin: the same share of the weight whose lean is not spared."""


class Losses(NamedTuple):
    """Kilograms of lean mass lost by the end of each week from 0 on."""

    best: Sequence[float]
    central: Sequence[float]
    worst: Sequence[float]

    def at_horizon(self) -> Band:
        return Band(self.best[-1], self.central[-1], self.worst[-1])


def control_losses(share: Band, loss_by_week_kg: Sequence[float]) -> Losses:
    """`CONTROL_LOSS` by the end of each week."""
    parts = share.best, share.central, share.worst
    best, central, worst = ([part * loss for loss in loss_by_week_kg] for part in parts)
    return Losses(best, central, worst)


def sermorelin_losses(
    share: Band, effect: Band, *, loss_by_week_kg: Sequence[float], exposure: Exposure
) -> Losses:
    """`SERMORELIN_LOSS` by the end of each week.

    Lean by day D = sum over d of share (1 - m_d) dW_d, with m_d = (k / MEAN_BUILD_UP) e r_d and
    dW_d the weight lost on day d: the share of what was lost less what was spared.
    """

    def lost(part: float, reduction: float) -> list[float]:
        spared = exposure.spared_by_week_kg(reduction)
        return [part * (loss - left) for loss, left in zip(loss_by_week_kg, spared, strict=True)]

    k = REDUCTION
    return Losses(
        lost(share.best, k.best * effect.best),
        lost(share.central, k.central * effect.central),
        lost(share.worst, k.worst * effect.worst),
    )


def control_losses_at_horizon(share: Band, loss_kg: float) -> Band:
    """What `control_losses` come to at the horizon, by which `loss_kg` is lost."""
    return Band(share.best * loss_kg, share.central * loss_kg, share.worst * loss_kg)


def sermorelin_losses_at_horizon(
    share: Band, effect: Band, *, loss_kg: float, sparing: Sparing
) -> Band:
    """What `sermorelin_losses` come to at the horizon, by which `loss_kg` is lost."""
    k = REDUCTION
    return Band(
        share.best * (loss_kg - sparing.spared_kg(k.best * effect.best)),
        share.central * (loss_kg - sparing.spared_kg(k.central * effect.central)),
        share.worst * (loss_kg - sparing.spared_kg(k.worst * effect.worst)),
    )
