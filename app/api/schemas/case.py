"""Wire shape of the case: the one request body of every evaluation."""

from datetime import date
from typing import Annotated

from pydantic import Field

from app.api.schemas.measurements import BodyCompositionIn, LabIn
from app.api.schemas.patient import EnergyIn, Glp1In, NutritionIn, PatientIn, TrainingIn
from app.api.schemas.sermorelin import SermorelinIn
from app.api.schemas.wire_types import Day, Flag, Number, Whole, WireModel
from app.domain import case as domain

PatientRef = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9._-]{1,64}$",
        min_length=1,
        max_length=64,
        description="The caller's own pseudonym for the patient; never a name.",
    ),
]


class MonitoringIn(WireModel):
    """The follow-up plan."""

    dexa_baseline: Flag | None = None
    dexa_followup_week: Annotated[Number, Field(ge=0, le=104)] | None = None
    igf1_draws: Annotated[Whole, Field(ge=0, le=50)] | None = None

    def to_domain(self) -> domain.Monitoring:
        """The domain's value."""
        return domain.Monitoring(self.dexa_baseline, self.dexa_followup_week, self.igf1_draws)


class ExpectationsIn(WireModel):
    """What the patient hopes for."""

    goal: domain.Goal | None = None
    result_week: Annotated[Number, Field(ge=0, le=104)] | None = None

    def to_domain(self) -> domain.Expectations:
        """The domain's value."""
        return domain.Expectations(self.goal, self.result_week)


class ProjectionOptionsIn(WireModel):
    """Options of the projection; left out means the default."""

    horizon_weeks: Annotated[Whole, Field(ge=1, le=104)] | None = Field(
        default=None, description="Weeks; 26 if left out."
    )
    weight_loss_kg: Annotated[Number, Field(gt=0)] | None = Field(
        default=None, description="A stated weight loss over the horizon."
    )
    strict_effect_ceiling: Flag | None = Field(
        default=None, description="Cap the relative reduction at .50; false if left out."
    )

    def to_domain(self) -> domain.ProjectionOptions:
        """The domain's value, defaults filled in."""
        return domain.ProjectionOptions(
            26 if self.horizon_weeks is None else self.horizon_weeks,
            self.weight_loss_kg,
            bool(self.strict_effect_ceiling),
        )


class OptionsIn(WireModel):
    """Options of the evaluation."""

    external_evidence: Flag | None = Field(
        default=None, description="The outside-evidence layer; true if left out."
    )


class CaseIn(WireModel):
    """A case. Every leaf may be left out: left out or null means unknown, never a default."""

    patient_ref: PatientRef | None = None
    as_of: Day | None = Field(
        default=None, description="The patient's local day; today (UTC) if left out."
    )
    patient: PatientIn | None = None
    sermorelin: SermorelinIn | None = None
    glp1: Glp1In | None = None
    energy: EnergyIn | None = None
    nutrition: NutritionIn | None = None
    training: TrainingIn | None = None
    labs: list[LabIn] | None = Field(
        default=None, max_length=100, description="null: unknown; empty: none recorded."
    )
    body_composition: list[BodyCompositionIn] | None = Field(default=None, max_length=100)
    monitoring: MonitoringIn | None = None
    expectations: ExpectationsIn | None = None
    projection_options: ProjectionOptionsIn | None = None
    options: OptionsIn | None = None

    def to_domain(self, *, today: date) -> domain.Case:
        """The domain's value in canonical units; `today` stands in for a missing as_of."""
        options = self.options
        return domain.Case(
            self.as_of or today,
            self.patient_ref,
            self.patient.to_domain() if self.patient else domain.Patient(),
            self.sermorelin.to_domain() if self.sermorelin else domain.Sermorelin(),
            self.glp1.to_domain() if self.glp1 else domain.Glp1(),
            self.energy.to_domain() if self.energy else domain.Energy(),
            self.nutrition.to_domain() if self.nutrition else domain.Nutrition(),
            self.training.resistance_sessions_per_week if self.training else None,
            None if self.labs is None else tuple(lab.to_domain() for lab in self.labs),
            None
            if self.body_composition is None
            else tuple(entry.to_domain() for entry in self.body_composition),
            self.monitoring.to_domain() if self.monitoring else domain.Monitoring(),
            self.expectations.to_domain() if self.expectations else domain.Expectations(),
            self.projection_options.to_domain()
            if self.projection_options
            else domain.ProjectionOptions(),
            options is None or options.external_evidence is not False,
        )


class StoredCaseIn(CaseIn):
    """A case to store: it needs the caller's pseudonym and the day."""

    patient_ref: PatientRef
    as_of: Day
