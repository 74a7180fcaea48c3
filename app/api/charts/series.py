"""What a picture shows, read alike from a fresh projection and from a stored assessment."""

from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from app.api.schemas.arms import ArmOut, SavedOut, WeightLossOut
from app.api.schemas.outside_evidence import RangeOut
from app.api.schemas.projection import plain_projection
from app.api.schemas.trajectory import TrajectoryWeek
from app.domain.facts.facts import Facts
from app.domain.projection.answer import Projection

_DAYS_PER_WEEK: Final = 7


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True)


class ChartSeries(_Read):
    """The part of a projection that is drawn, in its own numbers; nobody is named in it.

    `weeks_on_treatment` is the week of treatment at week 0, negative for a start ahead.
    """

    status: Literal["projected"]
    horizon_weeks: int
    extrapolated: bool
    weight_loss: WeightLossOut
    control: ArmOut
    sermorelin_reason: str | None
    lean_saved_kg: SavedOut | None
    trajectory: tuple[TrajectoryWeek, ...]
    detectable_from_week: RangeOut
    weeks_on_treatment: float = 0.0


class NotMade(_Read):
    """A projection without numbers, and why."""

    status: Literal["not_applicable", "unavailable"]
    reason: str
    missing: tuple[str, ...]


Drawable: TypeAlias = Annotated[ChartSeries | NotMade, Field(discriminator="status")]
_DRAWABLE: Final[TypeAdapter[ChartSeries | NotMade]] = TypeAdapter(Drawable)


class _Treatment(_Read):
    started_on: date | None


class _Interpreted(_Read):
    sermorelin: _Treatment | None


class _Document(_Read):
    as_of: date
    interpreted: _Interpreted
    projection: Drawable


def of_projection(projection: Projection, facts: Facts) -> ChartSeries | NotMade:
    """The series of a projection just made."""
    drawn = _DRAWABLE.validate_python(plain_projection(projection))
    return _placed(drawn, facts.sermorelin.started_on, facts.as_of)


def of_document(document: bytes) -> ChartSeries | NotMade:
    """The series of an assessment as it was answered; nothing is computed anew."""
    stored = _Document.model_validate_json(document)
    treatment = stored.interpreted.sermorelin
    started_on = None if treatment is None else treatment.started_on
    return _placed(stored.projection, started_on, stored.as_of)


def _placed(
    drawn: ChartSeries | NotMade, started_on: date | None, as_of: date
) -> ChartSeries | NotMade:
    # Without a start the treatment is reckoned from as_of (treatment-starts-on-as-of).
    if started_on is None:
        return drawn
    weeks = (as_of - started_on).days / _DAYS_PER_WEEK
    return drawn.model_copy(update={"weeks_on_treatment": weeks})
