"""Wire shape of the projection."""

from typing import Annotated, Final, Literal

from pydantic import Field
from typing_extensions import TypedDict

from app.api.schemas.arms import (
    ArmOut,
    BeyondOut,
    SavedOut,
    WeightLossOut,
    plain_arm,
    plain_beyond,
    plain_saved,
    plain_weight_loss,
)
from app.api.schemas.citations import CitationOut, citations
from app.api.schemas.out import BandOut, EvaluationOut, plain_band, plain_header
from app.api.schemas.outside_evidence import ExternalOut, RangeOut, plain_external
from app.api.schemas.trajectory import TrajectoryWeek, plain_trajectory
from app.domain.projection import answer as domain
from app.domain.projection.assumption import Assumption
from app.domain.projection.effect import Effect
from app.domain.projection.factor import FactorId
from app.domain.sources.outside.comparators import EVIDENCE_NOTE

BAND_NOTE: Final = (
    "Best, central and worst are ordered by the lean share of the loss: envelopes of the "
    "document's figures, not confidence intervals."
)


class FactorOut(TypedDict):
    """One factor of the realised effect, in [0, 1]."""

    id: FactorId
    value: float
    status: Literal["given", "assumed"]
    basis: str


class EffectOut(TypedDict):
    """How much of the document's full effect this plan is credited with."""

    realised: BandOut
    factors: list[FactorOut]


class SavingClaimOut(TypedDict):
    """The document's 2-4 lb, and whether the central saving reaches the low end."""

    low_kg: float
    high_kg: float
    reached: bool | None


_Change = TypedDict(
    "_Change",
    {
        "path": Annotated[
            str,
            Field(
                description="The input in the unit of `from` and `to`. Where the case gave it in "
                "another way (protein a day, clock times), a patch has to set that leaf to null "
                "beside it."
            ),
        ],
        "from": int | float | str,  # a keyword of Python: no class can name it as a field
        "to": int | float | str,
    },
)


class OpportunityOut(_Change):
    """One input that is known and short, and the lean loss that mending it avoids."""

    lean_loss_avoided_kg: float


class CrossCheckOut(TypedDict):
    """The fat-free share of the loss by a published model, fluid and glycogen apart."""

    model: Literal["hall-2011", "hall-2007"]
    ffm_share_of_loss: float
    ffm_loss_kg: float
    lean_tissue_loss_kg: float
    fluid_and_glycogen_loss_kg: float | None
    fat_loss_kg: float
    basis: str


class AssumptionOut(TypedDict):
    """A choice of ours that the numbers rest on."""

    id: str
    detail: str


class ProjectionOut(TypedDict):
    """Lean and fat lost over the horizon, with and without sermorelin.

    Bands are best, central, worst by the lean share of the loss: envelopes of document figures,
    not confidence intervals.
    """

    status: domain.ProjectionStatus
    reason: str | None
    missing: Annotated[
        tuple[str, ...], Field(description="Inputs that would give or sharpen the number.")
    ]
    horizon_weeks: int
    extrapolated: Annotated[
        bool, Field(description="Beyond the 26 weeks that the document speaks of.")
    ]
    weight_loss: WeightLossOut | None
    control: ArmOut | None
    control_citations: list[CitationOut]
    sermorelin: ArmOut | None
    sermorelin_reason: str | None
    retention_of: domain.LeanQuantity | None
    lean_saved_kg: SavedOut | None
    trajectory: list[TrajectoryWeek]
    effect: EffectOut | None
    beyond_general_claim: BeyondOut | None
    detectable_from_week: RangeOut | None
    document_saving_claim: SavingClaimOut | None
    opportunities: list[OpportunityOut]
    cross_check: CrossCheckOut | None
    external: ExternalOut | None
    assumptions: list[AssumptionOut]
    band_note: Annotated[str, Field(default=BAND_NOTE)]
    evidence_note: Annotated[str, Field(default=EVIDENCE_NOTE)]


class ProjectionAnswer(EvaluationOut, ProjectionOut):
    """Answer of POST /v1/projections."""


def plain_projection(projection: domain.Projection) -> ProjectionOut:
    """The shape of a projection."""
    made = projection.status == "projected"
    return {
        "status": projection.status,
        "reason": projection.reason,
        "missing": projection.missing,
        "horizon_weeks": projection.horizon_weeks,
        "extrapolated": projection.extrapolated,
        "weight_loss": plain_weight_loss(projection.weight_loss),
        "control": plain_arm(projection.control),
        "control_citations": citations(projection.control_claims),
        "sermorelin": plain_arm(projection.sermorelin),
        "sermorelin_reason": projection.sermorelin_reason,
        "retention_of": projection.retention_of,
        "lean_saved_kg": plain_saved(projection.lean_saved_kg),
        "trajectory": plain_trajectory(projection.trajectory),
        "effect": _effect(projection.effect),
        "beyond_general_claim": plain_beyond(projection.beyond_general_claim),
        "detectable_from_week": _DETECTABLE if made else None,
        "document_saving_claim": _saving_claim(projection) if made else None,
        "opportunities": [_opportunity(found) for found in projection.opportunities],
        "cross_check": _cross_check(projection.cross_check),
        "external": None if projection.external is None else plain_external(projection.external),
        "assumptions": [plain_assumption(one) for one in projection.assumptions],
        "band_note": BAND_NOTE,
        "evidence_note": EVIDENCE_NOTE,
    }


def plain_projection_answer(projection: domain.Projection) -> ProjectionAnswer:
    """The same as an answer of its own."""
    return {**plain_header(), **plain_projection(projection)}


def plain_assumption(assumption: Assumption) -> AssumptionOut:
    """The shape of an assumption."""
    return {"id": assumption.id, "detail": assumption.detail}


_FROM_WEEK, _TO_WEEK = domain.DETECTABLE_FROM_WEEK
_DETECTABLE: Final[RangeOut] = {"low": float(_FROM_WEEK), "high": float(_TO_WEEK)}


def _saving_claim(projection: domain.Projection) -> SavingClaimOut:
    low, high = domain.SAVING_CLAIM_KG
    return {"low_kg": low, "high_kg": high, "reached": projection.saving_claim_reached}


def _effect(effect: Effect | None) -> EffectOut | None:
    if effect is None:
        return None
    return {
        "realised": plain_band(effect.realised),
        "factors": [
            {
                "id": factor.id,
                "value": factor.value,
                "status": factor.status,
                "basis": factor.basis,
            }
            for factor in effect.factors
        ],
    }


def _opportunity(found: domain.Opportunity) -> OpportunityOut:
    return {
        "path": found.path,
        "from": found.current,
        "to": found.target,
        "lean_loss_avoided_kg": found.lean_loss_avoided_kg,
    }


def _cross_check(check: domain.CrossCheck | None) -> CrossCheckOut | None:
    if check is None:
        return None
    return {
        "model": check.model,
        "ffm_share_of_loss": check.ffm_share_of_loss,
        "ffm_loss_kg": check.ffm_loss_kg,
        "lean_tissue_loss_kg": check.lean_tissue_loss_kg,
        "fluid_and_glycogen_loss_kg": check.fluid_and_glycogen_loss_kg,
        "fat_loss_kg": check.fat_loss_kg,
        "basis": check.basis,
    }
