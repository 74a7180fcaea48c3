"""Puts the projection together: person, path, two arms, and what stands beside them."""

from typing import Final

from app.domain.facts.facts import Facts
from app.domain.projection import summary, weight_source
from app.domain.projection.answer import (
    SAVING_CLAIM_KG,
    Opportunity,
    Projection,
    ProjectionStatus,
    WeightLoss,
)
from app.domain.projection.arms import control_losses, sermorelin_losses
from app.domain.projection.assumption import Assumption
from app.domain.projection.comparator import external_comparator
from app.domain.projection.control_share import ControlShare, control_share
from app.domain.projection.course import course_of
from app.domain.projection.cross_check import cross_check
from app.domain.projection.effect import effect_of
from app.domain.projection.exposure import exposure_of
from app.domain.projection.inclusion import Barriers, why_control_only
from app.domain.projection.opportunities import Treated, opportunities
from app.domain.projection.refusal import Refused
from app.domain.projection.weight_path import WeightPath, weight_path

DOCUMENT_WEEKS: Final = 26
"""The trials that the document describes ran 6 months; claim jama-2014-design."""
_SAME_LOSS: Final = Assumption(
    "same-loss-in-both-arms",
    "Both arms lose the same weight: no more fat is credited to the drug than it spares of lean.",
)


def project(facts: Facts, barriers: Barriers) -> Projection:
    """Project lean and fat loss with and without sermorelin (contract, section 4)."""
    refusal = weight_source.refusal_of_person(facts)
    if refusal is not None:
        return _not_made("unavailable", facts, Refused(refusal))
    source = weight_source.intended_source(facts)
    if source is None:
        return _without_source(facts)
    path = weight_path(facts, source)
    if isinstance(path, Refused):
        return _not_made("unavailable", facts, path)
    share = control_share(facts, sessions=facts.sessions)
    if (reason := why_control_only(facts, barriers)) is not None:
        return _control_only(facts, path, share, barriers, reason)
    return _both_arms(facts, path, share, barriers)


def _both_arms(
    facts: Facts, path: WeightPath, share: ControlShare, barriers: Barriers
) -> Projection:
    effect, course, weekly = effect_of(facts), course_of(facts), path.loss_by_day_kg[::7]
    strict = facts.options.strict_effect_ceiling
    exposure = exposure_of(course, path.loss_by_day_kg, strict=strict)
    control = control_losses(share.share, weekly)
    treated = sermorelin_losses(share.share, effect.realised, weekly, exposure)
    lean = summary.baseline_lean(facts)
    saved = summary.saved(control, treated)
    return Projection(
        status="projected",
        horizon_weeks=facts.options.horizon_weeks,
        extrapolated=facts.options.horizon_weeks > DOCUMENT_WEEKS,
        missing=summary.asked_for(facts, effect.missing),
        weight_loss=WeightLoss(path.source, path.low_kg, path.central_kg, path.high_kg),
        control=summary.arm(share.scenario, control, path.central_kg, lean),
        control_claims=share.claims,
        sermorelin=summary.arm(f"{share.scenario}-and-sermorelin", treated, path.central_kg, lean),
        retention_of=lean.quantity if lean else None,
        lean_saved_kg=saved,
        trajectory=summary.trajectory(weekly, control, treated),
        effect=effect,
        beyond_general_claim=summary.beyond_general_claim(control, treated),
        saving_claim_reached=saved.central >= SAVING_CLAIM_KG[0],
        opportunities=_opportunities(facts, path, share, barriers, Treated(effect, exposure)),
        cross_check=cross_check(facts, path),
        external=external_comparator(facts),
        assumptions=(*share.assumptions, *path.assumptions, _SAME_LOSS, *course.assumptions),
    )


def _control_only(
    facts: Facts, path: WeightPath, share: ControlShare, barriers: Barriers, reason: str
) -> Projection:
    weekly = path.loss_by_day_kg[::7]
    control = control_losses(share.share, weekly)
    lean = summary.baseline_lean(facts)
    return Projection(
        status="projected",
        horizon_weeks=facts.options.horizon_weeks,
        extrapolated=facts.options.horizon_weeks > DOCUMENT_WEEKS,
        missing=summary.asked_for(facts, ()),
        weight_loss=WeightLoss(path.source, path.low_kg, path.central_kg, path.high_kg),
        control=summary.arm(share.scenario, control, path.central_kg, lean),
        control_claims=share.claims,
        sermorelin_reason=reason,
        retention_of=lean.quantity if lean else None,
        trajectory=summary.trajectory(weekly, control, None),
        opportunities=_opportunities(facts, path, share, barriers, None),
        cross_check=cross_check(facts, path),
        external=external_comparator(facts),
        assumptions=(*share.assumptions, *path.assumptions),
    )


def _opportunities(
    facts: Facts,
    path: WeightPath,
    share: ControlShare,
    barriers: Barriers,
    treated: Treated | None,
) -> tuple[Opportunity, ...]:
    if barriers.any_contraindication:
        return ()
    return opportunities(facts, share.share.central, path.central_kg, treated)


def _without_source(facts: Facts) -> Projection:
    deficit = facts.energy_facts.deficit
    if deficit is not None and deficit <= 0:
        return _not_made(
            "not_applicable",
            facts,
            Refused("No energy deficit: the document sees no effect outside one."),
        )
    if deficit is not None:
        wanted = weight_source.missing_for_energy_balance(facts)
        reason = "A deficit alone gives no weight loss: the body must be known too."
    elif facts.on_glp1 and weight_source.glp1_is_barred(facts):
        wanted = weight_source.WAYS_TO_A_LOSS
        reason = "The GLP-1 is contraindicated: no weight loss is projected from it."
    elif facts.on_glp1:
        wanted = ("patient.weight_kg", *weight_source.WAYS_TO_A_LOSS)
        reason = "The document's GLP-1 figure needs a body weight."
    else:
        wanted = weight_source.WAYS_TO_A_LOSS
        reason = "Nothing says how much weight would be lost."
    return _not_made("unavailable", facts, Refused(reason, wanted))


def _not_made(status: ProjectionStatus, facts: Facts, refused: Refused) -> Projection:
    return Projection(
        status=status,
        reason=refused.reason,
        missing=refused.missing,
        horizon_weeks=facts.options.horizon_weeks,
        extrapolated=facts.options.horizon_weeks > DOCUMENT_WEEKS,
    )
