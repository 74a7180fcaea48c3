"""Wire shapes of the person: patient, conditions, energy, food, training."""

from typing import Annotated

from pydantic import Field

from app.api.schemas.wire_types import Flag, Number, Whole, WireModel
from app.domain import case as domain


class ConditionsIn(WireModel):
    """Diagnoses and circumstances. Left out or null means unknown, and is asked for."""

    active_malignancy: Flag | None = None
    cancer_history: Flag | None = None
    oncology_clearance: Flag | None = None
    diabetes: Flag | None = None
    pregnant: Flag | None = None
    breastfeeding: Flag | None = None
    untreated_hypothyroidism: Flag | None = None
    intracranial_lesion: Flag | None = None
    pituitary_disorder: Flag | None = None
    sermorelin_hypersensitivity: Flag | None = None
    mtc_or_men2_history: Flag | None = None
    tested_athlete: Flag | None = None
    postmenopausal: Flag | None = None

    def to_domain(self) -> domain.Conditions:
        """The domain's value of the same leaves."""
        return domain.Conditions(**self.__dict__)


class PatientIn(WireModel):
    """The person."""

    sex: domain.Sex | None = None
    age_years: Annotated[Whole, Field(ge=0, le=120)] | None = None
    height_cm: Annotated[Number, Field(ge=50, le=260)] | None = None
    weight_kg: Annotated[Number, Field(ge=20, le=400)] | None = None
    conditions: ConditionsIn | None = None
    medications: list[domain.Medication] | None = Field(
        default=None, description="An empty list means none; null means unknown."
    )
    symptoms: list[domain.Symptom] | None = Field(
        default=None, description="An empty list means none; null means unknown."
    )

    def to_domain(self) -> domain.Patient:
        """The domain's value."""
        return domain.Patient(
            self.sex,
            self.age_years,
            self.height_cm,
            self.weight_kg,
            domain.Conditions() if self.conditions is None else self.conditions.to_domain(),
            None if self.medications is None else tuple(self.medications),
            None if self.symptoms is None else tuple(self.symptoms),
        )


class Glp1In(WireModel):
    """The GLP-1 drug; `none` is a known absence."""

    drug: domain.Glp1Drug | None = None
    dose_mg_per_week: Annotated[Number, Field(ge=0, le=100)] | None = None

    def to_domain(self) -> domain.Glp1:
        """The domain's value."""
        return domain.Glp1(self.drug, self.dose_mg_per_week)


class EnergyIn(WireModel):
    """Energy balance. Give the deficit in kcal a day or in % of maintenance, not both."""

    deficit_kcal_per_day: Annotated[Number, Field(ge=-3000, le=3000)] | None = Field(
        default=None, description="kcal a day; a surplus is negative."
    )
    deficit_pct: Annotated[Number, Field(ge=-100, le=100)] | None = Field(
        default=None, description="% of maintenance; a surplus is negative."
    )
    physical_activity_level: Annotated[Number, Field(ge=1.2, le=2.5)] | None = Field(
        default=None, description="Total energy expenditure / resting metabolic rate."
    )
    maintenance_kcal_per_day: Annotated[Number, Field(ge=800, le=8000)] | None = None

    def to_domain(self) -> domain.Energy:
        """The domain's value."""
        return domain.Energy(
            self.deficit_kcal_per_day,
            self.deficit_pct,
            self.physical_activity_level,
            self.maintenance_kcal_per_day,
        )


class NutritionIn(WireModel):
    """Food. Give protein per kilogram of body weight or per day, not both."""

    protein_g_per_kg: Annotated[Number, Field(ge=0, le=5)] | None = None
    protein_g_per_day: Annotated[Number, Field(ge=0, le=1000)] | None = None
    meals_per_day: Annotated[Whole, Field(ge=0, le=12)] | None = None
    leucine_g_per_meal: Annotated[Number, Field(ge=0, le=20)] | None = None

    def to_domain(self) -> domain.Nutrition:
        """The domain's value."""
        return domain.Nutrition(
            self.protein_g_per_kg,
            self.protein_g_per_day,
            self.meals_per_day,
            self.leucine_g_per_meal,
        )


class TrainingIn(WireModel):
    """Resistance training."""

    resistance_sessions_per_week: Annotated[Whole, Field(ge=0, le=21)] | None = None
