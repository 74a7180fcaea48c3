"""Wire shape of the projection."""

from typing import Final, Literal

from pydantic import Field

from app.api.json_answer import Plain, real
from app.api.schemas.citations import CitationOut, ReferenceOut, citations, references
from app.api.schemas.out import BandOut, EvaluationOut, OutModel, plain_header
from app.domain.projection import answer as domain
from app.domain.projection.effect import Effect
from app.domain.projection.factor import FactorId
from app.domain.projection.weight_source import Source
from app.domain.sources.outside.comparators import EVIDENCE_NOTE

BAND_NOTE: Final = (
    "Best, central and worst are ordered by the lean share of the loss: envelopes of the "
    "document's figures, not confidence intervals."
)


class RangeOut(OutModel):
    """Low and high end."""

    low: float
    high: float


class WeightLossOut(OutModel):
    """Weight lost at the horizon, in kg; low may be negative, a gain."""

    source: Source
    low_kg: float
    central_kg: float
    high_kg: float


class ArmOut(OutModel):
    """One arm at the horizon. `lean_share` is lean mass lost / weight lost."""

    scenario: str
    lean_share: BandOut
    lean_loss_kg: BandOut
    fat_loss_kg: BandOut
    lean_retention_pct: BandOut | None = Field(
        description="Of the last measured lean quantity (retention_of); null without one, or where "
        "the worst loss would use it up."
    )


class SavedOut(OutModel):
    """Lean mass saved, control - sermorelin, in kg."""

    low: float
    central: float
    high: float


class FactorOut(OutModel):
    """One factor of the realised effect, in [0, 1]."""

    id: FactorId
    value: float
    status: Literal["given", "assumed"]
    basis: str


class EffectOut(OutModel):
    """How much of the document's full effect this plan is credited with."""

    realised: BandOut
    factors: list[FactorOut]


class BeyondOut(OutModel):
    """Whether the reduction passes the document's own general claim of .50."""

    best: bool
    central: bool
    worst: bool


class SavingClaimOut(OutModel):
    """The document's 2-4 lb, and whether the central saving reaches the low end."""

    low_kg: float
    high_kg: float
    reached: bool | None


class OpportunityOut(OutModel):
    """One input that is known and short, and the lean loss that mending it avoids."""

    path: str = Field(
        description="The input in the unit of `from` and `to`. Where the case gave it in another "
        "way (protein a day, clock times), a patch has to set that leaf to null beside it."
    )
    current: int | float | str = Field(alias="from")
    target: int | float | str = Field(alias="to")
    lean_loss_avoided_kg: float


class CrossCheckOut(OutModel):
    """The fat-free share of the loss by a published model, fluid and glycogen apart."""

    model: Literal["hall-2011", "hall-2007"]
    ffm_share_of_loss: float
    ffm_loss_kg: float
    lean_tissue_loss_kg: float
    fluid_and_glycogen_loss_kg: float | None
    fat_loss_kg: float
    basis: str


class ComparatorOut(OutModel):
    """A row of outside evidence on the lean share."""

    scenario: str
    lean_share: RangeOut
    central: float
    references: list[ReferenceOut]
    note: str


class IncrementOut(OutModel):
    """What outside evidence adds for sermorelin."""

    relative_reduction: float
    references: list[ReferenceOut]
    note: str


class ExternalOut(OutModel):
    """Outside evidence, never mixed into the band."""

    comparators: list[ComparatorOut]
    sermorelin_increment: IncrementOut
    text: str


class AssumptionOut(OutModel):
    """A choice of ours that the numbers rest on."""

    id: str
    detail: str


class ProjectionOut(OutModel):
    """Lean and fat lost over the horizon, with and without sermorelin.

    Bands are best, central, worst by the lean share of the loss: envelopes of document figures,
    not confidence intervals.
    """

    status: domain.ProjectionStatus
    reason: str | None
    missing: tuple[str, ...] = Field(description="Inputs that would give or sharpen the number.")
    horizon_weeks: int
    extrapolated: bool = Field(description="Beyond the 26 weeks that the document speaks of.")
    weight_loss: WeightLossOut | None
    control: ArmOut | None
    control_citations: list[CitationOut]
    sermorelin: ArmOut | None
    sermorelin_reason: str | None
    retention_of: domain.LeanQuantity | None
    lean_saved_kg: SavedOut | None
    trajectory: tuple[domain.TrajectoryWeek, ...]
    effect: EffectOut | None
    beyond_general_claim: BeyondOut | None
    detectable_from_week: RangeOut | None
    document_saving_claim: SavingClaimOut | None
    opportunities: list[OpportunityOut]
    cross_check: CrossCheckOut | None
    external: ExternalOut | None
    assumptions: list[AssumptionOut]
    band_note: str = BAND_NOTE
    evidence_note: str = EVIDENCE_NOTE


class ProjectionAnswer(ProjectionOut, EvaluationOut):
    """Answer of POST /v1/projections."""


def plain_projection(projection: domain.Projection) -> Plain:
    """The fields of `ProjectionOut`."""
    made = projection.status == "projected"
    return {
        "status": projection.status,
        "reason": projection.reason,
        "missing": projection.missing,
        "horizon_weeks": projection.horizon_weeks,
        "extrapolated": projection.extrapolated,
        "weight_loss": projection.weight_loss,
        "control": projection.control,
        "control_citations": citations(projection.control_claims),
        "sermorelin": projection.sermorelin,
        "sermorelin_reason": projection.sermorelin_reason,
        "retention_of": projection.retention_of,
        "lean_saved_kg": projection.lean_saved_kg,
        "trajectory": _weeks(projection.trajectory),
        "effect": None if projection.effect is None else _effect(projection.effect),
        "beyond_general_claim": projection.beyond_general_claim,
        "detectable_from_week": _DETECTABLE if made else None,
        "document_saving_claim": _SAVING_CLAIM | {"reached": projection.saving_claim_reached}
        if made
        else None,
        "opportunities": [_opportunity(found) for found in projection.opportunities],
        "cross_check": projection.cross_check,
        "external": None if projection.external is None else _external(projection.external),
        "assumptions": projection.assumptions,
        "band_note": BAND_NOTE,
        "evidence_note": EVIDENCE_NOTE,
    }


def plain_projection_answer(projection: domain.Projection) -> Plain:
    """The fields of `ProjectionAnswer`."""
    return plain_header() | plain_projection(projection)


_DETECTABLE: Final[Plain] = dict(
    zip(("low", "high"), map(real, domain.DETECTABLE_FROM_WEEK), strict=True)
)
_SAVING_CLAIM: Final[Plain] = dict(zip(("low_kg", "high_kg"), domain.SAVING_CLAIM_KG, strict=True))


def _weeks(trajectory: domain.Trajectory) -> list[Plain]:
    control, treated = _by_week(trajectory.control), trajectory.sermorelin
    with_it = [None] * len(trajectory) if treated is None else _by_week(treated)
    weeks = zip(trajectory.weight_loss_kg, control, with_it, strict=True)
    return [
        {"week": week, "weight_loss_kg": loss, "control": without, "sermorelin": other}
        for week, (loss, without, other) in enumerate(weeks)
    ]


def _by_week(arm: domain.ArmByWeek) -> list[Plain]:
    return [
        {
            "lean_loss_kg": {"best": best, "central": central, "worst": worst},
            "fat_loss_kg": {"best": fat_best, "central": fat_central, "worst": fat_worst},
        }
        for best, central, worst, fat_best, fat_central, fat_worst in zip(
            *arm.lean, *arm.fat, strict=True
        )
    ]


def _effect(effect: Effect) -> Plain:
    return {
        "realised": effect.realised,
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


def _opportunity(found: domain.Opportunity) -> Plain:
    return {
        "path": found.path,
        "from": found.current,
        "to": found.target,
        "lean_loss_avoided_kg": found.lean_loss_avoided_kg,
    }


def _external(external: domain.External) -> Plain:
    increment = external.sermorelin_increment
    return {
        "comparators": [
            {
                "scenario": row.scenario,
                "lean_share": {"low": row.low, "high": row.high},
                "central": row.central,
                "references": references(row.references),
                "note": row.note,
            }
            for row in external.comparators
        ],
        "sermorelin_increment": {
            "relative_reduction": increment.relative_reduction,
            "references": references(increment.references),
            "note": increment.note,
        },
        "text": external.text,
    }
