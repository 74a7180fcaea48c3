"""Wire shapes of the dynamic body-weight model on its own."""

from typing import Annotated, Final

from pydantic import Field

from app.api.schemas.wire_types import Number, Whole, WireModel
from app.domain.case import Sex
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course

LONGEST_DAYS: Final = 3650
_MOST_ENTRIES: Final = LONGEST_DAYS + 1
_LATEST_DAY: Final = 2**31 - 1
_CARB_FRACTION: Final = 0.5
_WEEK_DAYS: Final = 7

FromDay = Annotated[Whole, Field(ge=0, le=_LATEST_DAY)]
ReportDay = Annotated[Whole, Field(ge=0, le=LONGEST_DAYS)]
Days = Annotated[Whole, Field(ge=1, le=LONGEST_DAYS)]
ActivityChange = (
    Annotated[
        Number,
        Field(
            ge=-100,
            le=1000,
            description="% by which the activity parameter differs from day 0 on; the activity "
            "parameter is the part of expenditure in proportion to body weight.",
        ),
    ]
    | None
)


class IntakeChangeIn(WireModel):
    """Energy intake from the start of a day until the next entry."""

    from_day: FromDay
    kcal_per_day: Annotated[Number, Field(ge=-20_000, le=20_000)] = Field(
        description="Difference from maintenance, not from the entry before; 0 goes back to it."
    )


class SodiumChangeIn(WireModel):
    """Sodium intake from the start of a day until the next entry."""

    from_day: FromDay
    mg_per_day: Annotated[Number, Field(ge=-10_000, le=50_000)] = Field(
        description="Difference from the baseline intake, which is about 4000."
    )


class PersonIn(WireModel):
    """An adult in energy balance."""

    sex: Sex
    age_years: Annotated[Number, Field(ge=18, le=120)]
    height_cm: Annotated[Number, Field(ge=50, le=260)]
    weight_kg: Annotated[Number, Field(ge=20, le=400)]
    physical_activity_level: Annotated[Number, Field(ge=1.2, le=2.5)] = Field(
        description="Total energy expenditure / resting metabolic rate."
    )
    maintenance_kcal_per_day: Annotated[Number, Field(ge=800, le=8000)] | None = Field(
        default=None,
        description="The intake that holds the weight; left out: activity level times the "
        "Mifflin-St Jeor resting rate.",
    )
    fat_mass_kg: Annotated[Number, Field(ge=1, le=300)] | None = Field(
        default=None,
        description="Below weight_kg. Left out, as body_fat_pct: estimated from age, sex and "
        "body-mass index (Jackson 2002), at most 60 %.",
    )
    body_fat_pct: Annotated[Number, Field(ge=2, le=75)] | None = Field(
        default=None, description="In place of fat_mass_kg."
    )
    carb_fraction_baseline: Annotated[Number, Field(ge=0.01, le=1)] | None = Field(
        default=_CARB_FRACTION,
        description="Share of energy eaten as carbohydrate; 0 is no baseline, for fluid follows "
        "its change relative to this.",
    )

    def to_person(self) -> Person:
        """The domain's value."""
        return Person(
            sex=self.sex,
            age_years=self.age_years,
            height_cm=self.height_cm,
            weight_kg=self.weight_kg,
            physical_activity_level=self.physical_activity_level,
            maintenance_kcal_per_day=self.maintenance_kcal_per_day,
            fat_mass_kg=self.fat_mass_kg
            if self.body_fat_pct is None
            else self.weight_kg * self.body_fat_pct / 100,
            carb_fraction_baseline=_CARB_FRACTION
            if self.carb_fraction_baseline is None
            else self.carb_fraction_baseline,
        )


class EnergyBalanceIn(PersonIn):
    """An adult, what changes, and for how long."""

    carb_fraction: Annotated[Number, Field(ge=0, le=1)] | None = Field(
        default=None, description="The share from day 0 on; as before if left out."
    )
    intake_changes: Annotated[list[IntakeChangeIn], Field(max_length=_MOST_ENTRIES)] | None = Field(
        default=[],
        description="The phases of a plan: a deficit, a diet break, maintenance after. One entry "
        "a day; one after the last day has no effect.",
    )
    sodium_changes: Annotated[list[SodiumChangeIn], Field(max_length=_MOST_ENTRIES)] | None = Field(
        default=[], description="As intake_changes."
    )
    activity_change_pct: ActivityChange = 0.0
    days: Days
    report_days: (
        Annotated[list[ReportDay], Field(min_length=1, max_length=_MOST_ENTRIES)] | None
    ) = Field(
        default=None,
        description="Days to report, at most `days`; left out: 0, 7, 14 and so on "
        "and the last day.",
    )

    def to_course(self) -> Course:
        """The domain's value."""
        intake, sodium = self.intake_changes or (), self.sodium_changes or ()
        return Course(
            intake_changes=tuple(Change(change.from_day, change.kcal_per_day) for change in intake),
            sodium_changes=tuple(Change(change.from_day, change.mg_per_day) for change in sodium),
            carb_fraction=self.carb_fraction,
            activity_change_pct=self.activity_change_pct or 0.0,
        )

    def days_to_report(self) -> list[int]:
        """Those asked for, else a day a week and the last."""
        if self.report_days is None:
            return [*range(0, self.days, _WEEK_DAYS), self.days]
        return self.report_days


class EnergyBalanceGoalIn(PersonIn):
    """An adult, and the weight to reach."""

    goal_weight_kg: Annotated[Number, Field(ge=20, le=400)]
    days: Days
    activity_change_pct: ActivityChange = 0.0
