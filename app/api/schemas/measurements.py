"""Wire shapes of what was measured: labs and body composition."""

import math
from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from app.api.schemas.wire_types import Day, Number, WireModel
from app.domain import analytes
from app.domain import case as domain

Unit = Literal["ng/mL", "ug/L", "nmol/L", "ug/mL", "mg/L", "mg/dL", "mmol/L", "%", "mmol/mol"]
_ACCEPTED = {name: ", ".join(row.accepted) for name, row in analytes.ANALYTES.items()}

if set(get_args(Unit)) != {unit for row in analytes.ANALYTES.values() for unit in row.accepted}:
    raise ImportError("each unit that an analyte is accepted in needs its place in Unit")


class LabIn(WireModel):
    """One laboratory result. Reference bounds are in the same unit as the value."""

    analyte: domain.Analyte
    unit: Unit = Field(
        description=" ".join(("UCUM.", *(f"{name}: {units}." for name, units in _ACCEPTED.items())))
    )
    value: Annotated[Number, Field(gt=0)]
    collected_on: Day
    reference_low: Number | None = None
    reference_high: Number | None = None
    z_score: Number | None = Field(default=None, description="Standard deviations.")

    @field_validator("unit")
    @classmethod
    def _unit_belongs(cls, unit: Unit, info: ValidationInfo) -> Unit:
        analyte = info.data.get("analyte")
        if analyte is not None and not analytes.belongs(analyte, unit):
            raise PydanticCustomError("unit_mismatch", "this unit does not belong to the analyte")
        return unit

    @field_validator("value", "reference_low", "reference_high")
    @classmethod
    def _converts(cls, value: float | None, info: ValidationInfo) -> float | None:
        analyte, unit = info.data.get("analyte"), info.data.get("unit")
        if value is None or analyte is None or unit is None:
            return value
        if not math.isfinite(analytes.to_canonical(analyte, value, unit)):
            raise PydanticCustomError("out_of_range", "too large a number for this analyte")
        return value

    def to_domain(self) -> domain.LabEntry:
        """The domain's value, in the analyte's canonical unit."""
        analyte, unit = self.analyte, self.unit
        low, high = self.reference_low, self.reference_high
        return domain.LabEntry(
            analyte,
            analytes.to_canonical(analyte, self.value, unit),
            self.collected_on,
            None if low is None else analytes.to_canonical(analyte, low, unit),
            None if high is None else analytes.to_canonical(analyte, high, unit),
            self.z_score,
        )


class BodyCompositionIn(WireModel):
    """One body-composition measurement."""

    method: domain.Method
    measured_on: Day
    weight_kg: Annotated[Number, Field(ge=20, le=400)] | None = None
    fat_mass_kg: Annotated[Number, Field(ge=1, le=300)] | None = None
    body_fat_pct: Annotated[Number, Field(ge=2, le=75)] | None = None
    fat_free_mass_kg: Annotated[Number, Field(ge=10, le=200)] | None = None
    lean_soft_tissue_kg: Annotated[Number, Field(ge=10, le=200)] | None = Field(
        default=None, description="DXA lean mass without bone."
    )

    def to_domain(self) -> domain.BodyEntry:
        """The domain's value."""
        return domain.BodyEntry(**self.__dict__)
