"""Puts the projection together: person, path, two arms, and what stands beside them."""

from dataclasses import dataclass
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.facts.registry.patient import WEIGHT
from app.domain.projection import summary, weight_source
from app.domain.projection.answer import (
    NO_WEEKS,
    SAVING_CLAIM_KG,
    Opportunity,
    Projection,
    ProjectionStatus,
    Trajectory,
    WeightLoss,
)
from app.domain.projection.arms import control_losses, sermorelin_losses
from app.domain.projection.assumption import Assumption
from app.domain.projection.band import Band
from app.domain.projection.comparator import external_comparator
from app.domain.projection.control_share import ControlShare, control_share
from app.domain.projection.course import Course, course_of
from app.domain.projection.cross_check import cross_check
from app.domain.projection.effect import Effect, effect_of
from app.domain.projection.exposure import Sparing, exposure_of
from app.domain.projection.inclusion import Barriers, why_control_only
from app.domain.projection.opportunities import Treated
from app.domain.projection.opportunities import opportunities as opportunities_of
from app.domain.projection.refused import Refused
from app.domain.projection.weight_path import WeightPath, weight_path
from app.domain.projection.weight_source import Source
from app.domain.projection_thresholds import TRIAL_WEEKS
from app.domain.units import DAYS_PER_WEEK

DOCUMENT_WEEKS: Final = int(TRIAL_WEEKS.value)
"""Past them a projection is extrapolated from the document's trials."""
_SAME_LOSS: Final = Assumption(
    "same-loss-in-both-arms",
    "Both arms lose the same weight: no more fat is credited to the drug than it spares of lean.",
)


def project(facts: Facts, barriers: Barriers) -> Projection:
    """Project lean and fat loss with and without sermorelin (contract, section 4)."""
    source = source_of(facts, barriers)
    if isinstance(source, Projection):
        return source
    path = weight_path(facts, source)
    if isinstance(path, Refused):
        return not_made("unavailable", facts, path)
    plan, weekly = plan_of(facts, barriers), path.loss_by_day_kg[::DAYS_PER_WEEK]
    control = control_losses(plan.share.share, weekly)
    if plan.credited is None:
        treated, sparing = None, None
    else:
        sparing = exposure_of(
            plan.credited.course,
            path.loss_by_day_kg,
            strict=facts.options.strict_effect_ceiling,
        )
        realised = plan.credited.effect.realised
        treated = sermorelin_losses(
            plan.share.share, realised, loss_by_week_kg=weekly, exposure=sparing
        )
    return build_projection(
        facts,
        plan,
        path,
        control=control.at_horizon(),
        treated=treated.at_horizon() if treated else None,
        trajectory=summary.trajectory(weekly, control, treated),
        opportunities=_opportunities(facts, path, plan, barriers=barriers, sparing=sparing),
    )


@dataclass(frozen=True, slots=True)
class Credited:
    """What the sermorelin plan is credited with, and when."""

    effect: Effect
    course: Course


@dataclass(frozen=True, slots=True)
class Plan:
    """What is projected along the path; `credited` is None where there is no sermorelin arm."""

    share: ControlShare
    control_only: str | None
    credited: Credited | None


def plan_of(facts: Facts, barriers: Barriers) -> Plan:
    """The control share, and the sermorelin arm or why there is none."""
    share = control_share(facts, sessions=facts.sessions)
    reason = why_control_only(facts, barriers)
    credited = Credited(effect_of(facts), course_of(facts)) if reason is None else None
    return Plan(share, reason, credited)


def source_of(facts: Facts, barriers: Barriers) -> Source | Projection:
    """Where the weight loss comes from, or the projection that says why there is none."""
    refusal = weight_source.refusal_of_person(facts)
    if refusal is not None:
        return not_made("unavailable", facts, Refused(refusal))
    source = weight_source.intended_source(facts, glp1_barred=barriers.glp1)
    return _without_source(facts, barriers) if source is None else source


def build_projection(
    facts: Facts,
    plan: Plan,
    path: WeightPath,
    *,
    control: Band,
    treated: Band | None,
    trajectory: Trajectory = NO_WEEKS,
    opportunities: tuple[Opportunity, ...] = (),
) -> Projection:
    """The projection from what both arms lose of lean mass by the horizon, in kg."""
    lean, share, credited = summary.baseline_lean(facts), plan.share, plan.credited
    saved = summary.saved(control, treated) if treated else None
    with_sermorelin = f"{share.scenario}-and-sermorelin"
    return Projection(
        status="projected",
        horizon_weeks=facts.options.horizon_weeks,
        extrapolated=facts.options.horizon_weeks > DOCUMENT_WEEKS,
        missing=summary.asked_for(facts, credited.effect.missing if credited else ()),
        weight_loss=WeightLoss(path.source, path.low_kg, path.central_kg, path.high_kg),
        control=summary.arm(share.scenario, control, weight_loss_kg=path.central_kg, lean=lean),
        control_claims=share.claims,
        sermorelin=summary.arm(with_sermorelin, treated, weight_loss_kg=path.central_kg, lean=lean)
        if treated
        else None,
        sermorelin_reason=plan.control_only,
        retention_of=lean.quantity if lean else None,
        lean_saved_kg=saved,
        trajectory=trajectory,
        effect=credited.effect if credited else None,
        beyond_general_claim=summary.beyond_general_claim(control, treated) if treated else None,
        saving_claim_reached=saved.central >= SAVING_CLAIM_KG[0] if saved else None,
        opportunities=opportunities,
        cross_check=cross_check(facts, path),
        external=external_comparator(facts),
        assumptions=(
            *share.assumptions,
            *path.assumptions,
            *((_SAME_LOSS, *credited.course.assumptions) if credited else ()),
        ),
    )


def _opportunities(
    facts: Facts, path: WeightPath, plan: Plan, *, barriers: Barriers, sparing: Sparing | None
) -> tuple[Opportunity, ...]:
    if barriers.any_contraindication:
        return ()
    credited = plan.credited
    treated = Treated(credited.effect, sparing) if credited and sparing else None
    return opportunities_of(
        facts, share=plan.share.share.central, loss_kg=path.central_kg, treated=treated
    )


def _without_source(facts: Facts, barriers: Barriers) -> Projection:
    deficit = facts.energy_facts.deficit
    if deficit is not None and deficit <= 0:
        return not_made(
            "not_applicable",
            facts,
            Refused("No energy deficit: the document sees no effect outside one."),
        )
    if deficit is not None:
        wanted = weight_source.missing_for_energy_balance(facts)
        reason = "A deficit alone gives no weight loss: the body must be known too."
    elif facts.on_glp1 and barriers.glp1:
        wanted = weight_source.ways_to_a_loss(facts)
        reason = "The GLP-1 is contraindicated: no weight loss is projected from it."
    elif facts.on_glp1:
        wanted = (WEIGHT.path, *weight_source.ways_to_a_loss(facts))
        reason = "The document's GLP-1 figure needs a body weight."
    else:
        wanted = weight_source.ways_to_a_loss(facts)
        reason = "Nothing says how much weight would be lost."
    return not_made("unavailable", facts, Refused(reason, wanted))


def not_made(status: ProjectionStatus, facts: Facts, refused: Refused) -> Projection:
    return Projection(
        status=status,
        reason=refused.reason,
        missing=refused.missing,
        horizon_weeks=facts.options.horizon_weeks,
        extrapolated=facts.options.horizon_weeks > DOCUMENT_WEEKS,
    )
