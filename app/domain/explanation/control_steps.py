"""The arm without sermorelin, step by step; and what both arms have in common."""

from collections.abc import Iterator

from app.domain.explanation.step import BandName, Step, each, step_of
from app.domain.facts.facts import Facts
from app.domain.formula import known, number
from app.domain.projection import control_share as shares
from app.domain.projection.answer import Arm
from app.domain.projection.arms import CONTROL_LOSS
from app.domain.projection.summary import FAT_LOSS, LEAN_SHARE, RETENTION, BaselineLean


def control_steps(facts: Facts, control: Arm, weight_kg: float) -> Iterator[Step]:
    """The control share, and the lean mass lost."""
    share = shares.control_share(facts, sessions=facts.sessions)
    yield from _shares(facts, share)
    for (name, part), (_, lost) in zip(each(share.share), each(control.lean_loss_kg), strict=True):
        yield step_of(
            CONTROL_LOSS,
            f"control-lean-loss.{name}",
            f"Lean mass lost without sermorelin, {name}",
            value=lost,
            share=part,
            lost=weight_kg,
        )


def _shares(facts: Facts, share: shares.ControlShare) -> Iterator[Step]:
    scenario = shares.SCENARIOS[share.scenario]
    lines, formula = _share_lines(facts, share)
    for name, value in each(share.share):
        yield Step(
            id=f"control-share.{name}",
            what=f"phi_c, {name}: lean mass lost / weight lost without sermorelin,"
            f" on {scenario.words}",
            formula=formula,
            in_numbers=lines[name],
            value=value,
            unit="1",
            basis=scenario.basis,
            claims=share.claims,
        )


def _share_lines(facts: Facts, share: shares.ControlShare) -> tuple[dict[BandName, str], str]:
    formula = shares.SCENARIOS[share.scenario].formula
    if formula is None:
        return {name: number(value) for name, value in each(share.share)}, "phi_c"
    lines = {
        name: formula.in_numbers(diet=diet, trained=trained, sessions=known(facts.sessions))
        for (name, diet), (_, trained) in zip(
            each(shares.DIET), each(shares.DIET_AND_TRAINING), strict=True
        )
    }
    return lines, formula.symbols


def arm_steps(
    arm_id: str, which: str, arm: Arm, *, weight_kg: float, lean: BaselineLean | None
) -> Iterator[Step]:
    """Fat lost, lean share and retention: what follows from an arm's lean loss."""
    losses = dict(each(arm.lean_loss_kg))
    for name, value in each(arm.fat_loss_kg):
        yield step_of(
            FAT_LOSS,
            f"{arm_id}-fat-loss.{name}",
            f"Fat lost {which}, {name}",
            value=value,
            lean=losses[name],
            of=weight_kg,
        )
    for name, value in each(arm.lean_share):
        yield step_of(
            LEAN_SHARE,
            f"{arm_id}-lean-share.{name}",
            f"Lean share of the weight lost {which} over the horizon, {name}",
            value=value,
            lean=losses[name],
            of=weight_kg,
        )
    # A loss that would use the lean mass up leaves no share to tell.
    if lean is not None and arm.lean_retention_pct is not None:
        yield from _retention(arm_id, which, arm, lean=lean)


def _retention(arm_id: str, which: str, arm: Arm, *, lean: BaselineLean) -> Iterator[Step]:
    losses, retention = arm.lean_loss_kg, known(arm.lean_retention_pct)
    for (name, left), (_, lost) in zip(each(retention), each(losses), strict=True):
        yield step_of(
            RETENTION,
            f"{arm_id}-retention.{name}",
            f"Share of the last measured {lean.quantity} that is left {which}, {name}",
            value=left,
            lean=lost,
            of=lean.kg,
        )
