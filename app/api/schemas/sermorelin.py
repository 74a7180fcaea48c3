"""Wire shape of the sermorelin plan."""

from typing import Annotated

from pydantic import Field

from app.api.schemas.wire_types import (
    ClockTime,
    Day,
    Flag,
    Number,
    Whole,
    WireModel,
    minute_of_day,
)
from app.domain import case as domain


class SermorelinIn(WireModel):
    """The dosing plan. Timing is given by the clock or by differences, not both."""

    dose_mcg: Annotated[Number, Field(ge=0, le=1_000_000)] | None = Field(
        default=None, description="Per injection, at most one a night, in micrograms (UCUM ug)."
    )
    route: domain.Route | None = None
    nights_per_week: Annotated[Whole, Field(ge=0, le=7)] | None = None
    started_on: Day | None = None
    stopped_on: Day | None = Field(default=None, description="On or after started_on.")
    status: domain.Status | None = Field(
        default=None, description="Left out: derived from the dates and as_of."
    )
    planned_weeks: Annotated[Number, Field(ge=1, le=104)] | None = Field(
        default=None, description="Counted from started_on."
    )
    dose_increase_planned: Flag | None = None
    stopping: Flag | None = None
    injection_time: ClockTime | None = None
    sleep_time: ClockTime | None = None
    wake_time: ClockTime | None = None
    last_meal_end: ClockTime | None = None
    next_meal_start: ClockTime | None = None
    minutes_before_sleep: Annotated[Number, Field(ge=-720, le=1440)] | None = Field(
        default=None, description="Negative: after sleep onset. Not with injection_time."
    )
    fasting_hours_before: Annotated[Number, Field(ge=0, le=16)] | None = Field(
        default=None, description="Hours. Not with last_meal_end."
    )
    fasting_minutes_after: Annotated[Number, Field(ge=0, le=960)] | None = Field(
        default=None, description="Minutes. Not with next_meal_start."
    )
    time_of_day: domain.TimeOfDay | None = Field(
        default=None, description="Not with injection_time."
    )

    def to_domain(self) -> domain.Sermorelin:
        """The domain's value; clock times become minutes after midnight."""
        # In the order of its fields: eighteen by name would take half as long again.
        return domain.Sermorelin(
            self.dose_mcg,
            self.route,
            self.nights_per_week,
            self.started_on,
            self.stopped_on,
            self.status,
            self.planned_weeks,
            self.dose_increase_planned,
            self.stopping,
            minute_of_day(self.injection_time),
            minute_of_day(self.sleep_time),
            minute_of_day(self.wake_time),
            minute_of_day(self.last_meal_end),
            minute_of_day(self.next_meal_start),
            self.minutes_before_sleep,
            self.fasting_hours_before,
            self.fasting_minutes_after,
            self.time_of_day,
        )
