"""The fat mass that the models start from: measured, else estimated."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from app.domain.case import BodyEntry, Patient
from app.domain.energy_balance.person import jackson_fat_mass_kg
from app.domain.facts.composition import past_entries
from app.domain.facts.facts import Facts
from app.domain.formula import Formula
from app.domain.units import PERCENT

FatField: TypeAlias = Literal["fat_mass_kg", "body_fat_pct", "fat_free_mass_kg"]
MEASURED: Final[Mapping[FatField, Formula]] = MappingProxyType(
    {
        "fat_mass_kg": Formula(
            symbols="as given",
            numbers="{measured}",
            function=lambda *, measured: measured,
            unit="kg",
            basis="input",
        ),
        "body_fat_pct": Formula(
            symbols=f"body fat % / {PERCENT} * weight",
            numbers=f"{{measured}} / {PERCENT} * {{weight}}",
            function=lambda *, measured, weight: weight * measured / PERCENT,
            unit="kg",
        ),
        "fat_free_mass_kg": Formula(
            symbols="weight - fat-free mass",
            numbers="{weight} - {measured}",
            function=lambda *, measured, weight: weight - measured,
            unit="kg",
        ),
    }
)
"""Fat mass by what was measured."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The measured value that the fat mass was worked out from, and the weight it goes with."""

    field: FatField
    value: float
    weight_kg: float | None

    def quantities(self) -> dict[str, float]:
        """What the formula of its field takes."""
        if self.weight_kg is None:
            return {"measured": self.value}
        return {"measured": self.value, "weight": self.weight_kg}


@dataclass(frozen=True, slots=True)
class FatMass:
    """Kilograms of fat and where they come from; `origin` is None where they are estimated."""

    kg: float
    basis: str
    origin: Origin | None = None

    @property
    def measured(self) -> bool:
        """Whether a measurement gives them."""
        return self.origin is not None


def fat_mass_kg(facts: Facts) -> FatMass | None:
    """The last measurement on or before as_of that gives fat, else Jackson 2002, else None.

    Source of the estimate: Jackson 2002, Int J Obes 26:789, at most 60 % [assumption].
    """
    measured = _measured(facts)
    if measured is not None:
        return measured
    patient = facts.patient
    if (
        patient.sex is None
        or patient.age_years is None
        or patient.height_cm is None
        or patient.weight_kg is None
    ):
        return None
    estimated = jackson_fat_mass_kg(
        sex=patient.sex,
        age_years=patient.age_years,
        height_cm=patient.height_cm,
        weight_kg=patient.weight_kg,
    )
    return FatMass(estimated, "body fat by age, sex and body-mass index")


def _measured(facts: Facts) -> FatMass | None:
    past = past_entries(facts.case.body_composition, as_of=facts.as_of)
    for _, entry in reversed(past):
        fat = _fat_of(entry, facts.patient)
        if fat is not None:
            return fat
    return None


def _fat_of(entry: BodyEntry, patient: Patient) -> FatMass | None:
    if entry.fat_mass_kg is not None:
        return _by(Origin("fat_mass_kg", entry.fat_mass_kg, None))
    weight = patient.weight_kg if entry.weight_kg is None else entry.weight_kg
    if weight is None:
        return None
    if entry.body_fat_pct is not None:
        return _by(Origin("body_fat_pct", entry.body_fat_pct, weight))
    if entry.fat_free_mass_kg is not None:
        return _by(Origin("fat_free_mass_kg", entry.fat_free_mass_kg, weight))
    return None


def _by(origin: Origin) -> FatMass:
    kg = MEASURED[origin.field].function(**origin.quantities())
    return FatMass(kg, "the last measured body fat", origin)
