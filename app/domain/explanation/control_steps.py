"""The arm without sermorelin, step by step; and what both arms have in common."""

from collections.abc import Iterator, Mapping
from typing import Final

from app.domain import protocol
from app.domain.explanation.step import BandName, Basis, Step, each, known, number
from app.domain.facts.facts import Facts
from app.domain.projection import control_share as shares
from app.domain.projection.answer import Arm
from app.domain.projection.band import Band
from app.domain.projection.summary import BaselineLean

_SCENARIOS: Final = {
    "diet": "diet alone",
    "diet-and-training": "diet with three or more sessions of resistance training a week",
    "diet-and-some-training": "diet with one or two sessions of resistance training a week",
    "diet-training-unknown": "diet, the training unknown",
    "glp1": "a GLP-1 drug, whatever the training",
}


def control_steps(facts: Facts, control: Arm, weight_kg: float) -> Iterator[Step]:
    """The control share, and the lean mass lost."""
    share = shares.control_share(facts, sessions=facts.sessions)
    yield from _shares(facts, share)
    part = dict(each(share.share))
    for name, value in each(control.lean_loss_kg):
        yield Step(
            id=f"control-lean-loss.{name}",
            what=f"Lean mass lost without sermorelin, {name}",
            formula="phi_c * W",
            in_numbers=f"{number(part[name])} * {number(weight_kg)}",
            value=value,
            unit="kg",
            basis="derived",
        )


def _shares(facts: Facts, share: shares.ControlShare) -> Iterator[Step]:
    lines, formula = _share_lines(facts, share.share)
    basis: Basis = (
        "assumption"
        if share.scenario in {"diet-and-some-training", "diet-training-unknown"}
        else "document"
    )
    for name, value in each(share.share):
        yield Step(
            id=f"control-share.{name}",
            what=f"phi_c, {name}: lean mass lost / weight lost without sermorelin,"
            f" on {_SCENARIOS[share.scenario]}",
            formula=formula,
            in_numbers=lines[name],
            value=value,
            unit="1",
            basis=basis,
            claims=share.claims,
        )


def _share_lines(facts: Facts, share: Band) -> tuple[dict[BandName, str], str]:
    full = protocol.FULL_SESSIONS_PER_WEEK
    if facts.on_glp1 or facts.sessions is None or not 0 < facts.sessions < full:
        return {name: number(value) for name, value in each(share)}, "phi_c"
    trained = dict(each(shares.DIET_AND_TRAINING))
    lines = {
        name: f"{value} + ({trained[name]} - {value}) * ({facts.sessions} / {full})"
        for name, value in each(shares.DIET)
    }
    return lines, "diet + (diet with training - diet) * sessions / 3"


def arm_steps(
    arm_id: str, which: str, arm: Arm, weight_kg: float, lean: BaselineLean | None
) -> Iterator[Step]:
    """Fat lost, lean share and retention: what follows from an arm's lean loss."""
    losses = dict(each(arm.lean_loss_kg))
    for name, value in each(arm.fat_loss_kg):
        yield Step(
            id=f"{arm_id}-fat-loss.{name}",
            what=f"Fat lost {which}, {name}",
            formula="W - lean lost",
            in_numbers=f"{number(weight_kg)} - {number(losses[name])}",
            value=value,
            unit="kg",
            basis="derived",
        )
    for name, value in each(arm.lean_share):
        yield Step(
            id=f"{arm_id}-lean-share.{name}",
            what=f"Lean share of the weight lost {which} over the horizon, {name}",
            formula="lean lost / W",
            in_numbers=f"{number(losses[name])} / {number(weight_kg)}",
            value=value,
            unit="1",
            basis="derived",
        )
    if lean is not None:
        yield from _retention(arm_id, which, known(arm.lean_retention_pct), losses, lean)


def _retention(
    arm_id: str, which: str, retention: Band, losses: Mapping[BandName, float], lean: BaselineLean
) -> Iterator[Step]:
    for name, value in each(retention):
        yield Step(
            id=f"{arm_id}-retention.{name}",
            what=f"Share of the last measured {lean.quantity} that is left {which}, {name}",
            formula="100 * (1 - lean lost / measured lean)",
            in_numbers=f"100 * (1 - {number(losses[name])} / {number(lean.kg)})",
            value=value,
            unit="%",
            basis="derived",
        )
