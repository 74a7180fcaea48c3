"""Wire shape of the projection."""

from typing import Final, Literal, Self

from pydantic import Field

from app.api.schemas.citations import CitationOut, ReferenceOut
from app.api.schemas.out import BandOut, EvaluationOut, OutModel, evaluation_header
from app.domain.knowledge.comparators import EVIDENCE_NOTE
from app.domain.projection import answer as domain
from app.domain.projection.effect import FactorId
from app.domain.projection.weight_source import Source

BAND_NOTE: Final = (
    "Best, central and worst are ordered by the lean share of the loss: envelopes of the "
    "document's figures, not confidence intervals."
)
_SAME: Final = (
    "status",
    "reason",
    "missing",
    "horizon_weeks",
    "extrapolated",
    "weight_loss",
    "control",
    "sermorelin",
    "sermorelin_reason",
    "retention_of",
    "lean_saved_kg",
    "trajectory",
    "effect",
    "beyond_general_claim",
    "cross_check",
    "assumptions",
)
"""Fields that carry the domain's value as it is."""


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

    @classmethod
    def of(cls, found: domain.Opportunity) -> Self:
        """Present one opportunity."""
        return cls.model_validate(
            {
                "path": found.path,
                "from": found.current,
                "to": found.target,
                "lean_loss_avoided_kg": found.lean_loss_avoided_kg,
            }
        )


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

    @classmethod
    def of(cls, external: domain.External) -> Self:
        """Present the comparator."""
        increment = external.sermorelin_increment
        return cls(
            comparators=[
                ComparatorOut(
                    scenario=row.scenario,
                    lean_share=RangeOut(low=row.low, high=row.high),
                    central=row.central,
                    references=[ReferenceOut.of(one) for one in row.references],
                    note=row.note,
                )
                for row in external.comparators
            ],
            sermorelin_increment=IncrementOut(
                relative_reduction=increment.relative_reduction,
                references=[ReferenceOut.of(one) for one in increment.references],
                note=increment.note,
            ),
            text=external.text,
        )


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
    # The domain's own: a shape of ours would be made anew some two hundred times for each answer.
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

    @classmethod
    def fields_of(cls, projection: domain.Projection) -> dict[str, object]:
        """The fields of this shape, for it and for the shapes that extend it."""
        made = projection.status == "projected"
        low, high = domain.SAVING_CLAIM_KG
        earliest, latest = domain.DETECTABLE_FROM_WEEK
        return {
            **{name: getattr(projection, name) for name in _SAME},
            "control_citations": [CitationOut.of(one) for one in projection.control_claims],
            "detectable_from_week": RangeOut(low=earliest, high=latest) if made else None,
            "document_saving_claim": SavingClaimOut(
                low_kg=low, high_kg=high, reached=projection.saving_claim_reached
            )
            if made
            else None,
            "opportunities": [OpportunityOut.of(one) for one in projection.opportunities],
            "external": None
            if projection.external is None
            else ExternalOut.of(projection.external),
        }


class ProjectionAnswer(ProjectionOut, EvaluationOut):
    """Answer of POST /v1/projections."""

    @classmethod
    def of(cls, projection: domain.Projection) -> Self:
        """Present the projection as an answer of its own."""
        return cls.model_validate({**cls.fields_of(projection), **evaluation_header()})
