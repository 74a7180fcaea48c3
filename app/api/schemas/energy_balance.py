"""Wire shapes of the dynamic body-weight model on its own."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Annotated, Final

from pydantic import Field

from app.api.field_errors import MOST_ERRORS, FieldCode, FieldError
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError
from app.api.schemas.wire_types import Number, Whole, WireModel
from app.domain.case import Sex
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course
from app.domain.errors import Conflict, ConflictingCaseError

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

    def person(self) -> Person:
        """The domain's value; raises a refusal with the place of what cannot hold together."""
        return Person(
            sex=self.sex,
            age_years=self.age_years,
            height_cm=self.height_cm,
            weight_kg=self.weight_kg,
            physical_activity_level=self.physical_activity_level,
            maintenance_kcal_per_day=self.maintenance_kcal_per_day,
            fat_mass_kg=self._fat_mass_kg(),
            carb_fraction_baseline=_CARB_FRACTION
            if self.carb_fraction_baseline is None
            else self.carb_fraction_baseline,
        )

    def _fat_mass_kg(self) -> float | None:
        if self.fat_mass_kg is not None and self.body_fat_pct is not None:
            detail = "cannot be given together with fat_mass_kg"
            raise ConflictingCaseError((Conflict("/body_fat_pct", "either-or", detail),))
        if self.fat_mass_kg is not None and self.fat_mass_kg >= self.weight_kg:
            place = FieldError("/fat_mass_kg", FieldCode.OUT_OF_RANGE, "must be below weight_kg")
            raise ProblemError(ProblemCode.OUTSIDE_THE_MODEL, (place,))
        if self.body_fat_pct is not None:
            return self.weight_kg * self.body_fat_pct / 100
        return self.fat_mass_kg


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

    def course(self) -> Course:
        """The domain's value; raises ProblemError for two entries of one schedule on a day."""
        intake, sodium = self.intake_changes or [], self.sodium_changes or []
        repeated = chain(
            _repeated("/intake_changes", (change.from_day for change in intake)),
            _repeated("/sodium_changes", (change.from_day for change in sodium)),
        )
        _refuse(ProblemCode.DUPLICATE_CHANGE_DAY, repeated)
        return Course(
            intake_changes=tuple(Change(change.from_day, change.kcal_per_day) for change in intake),
            sodium_changes=tuple(Change(change.from_day, change.mg_per_day) for change in sodium),
            carb_fraction=self.carb_fraction,
            activity_change_pct=self.activity_change_pct or 0.0,
        )

    def reported(self) -> list[int]:
        """The days to report; raises ProblemError for one after the last."""
        if self.report_days is None:
            return [*range(0, self.days, _WEEK_DAYS), self.days]
        _refuse(ProblemCode.INVALID_REQUEST, _wrong_days(self.report_days, self.days))
        return self.report_days


class EnergyBalanceGoalIn(PersonIn):
    """An adult, and the weight to reach."""

    goal_weight_kg: Annotated[Number, Field(ge=20, le=400)]
    days: Days
    activity_change_pct: ActivityChange = 0.0


def _wrong_days(asked: Iterable[int], last: int) -> Iterator[FieldError]:
    for index, day in enumerate(asked):
        if day > last:
            place, detail = f"/report_days/{index}", "must not be after the last day"
            yield FieldError(place, FieldCode.OUT_OF_RANGE, detail)


def _repeated(schedule: str, days: Iterable[int]) -> Iterator[FieldError]:
    seen: set[int] = set()
    for index, day in enumerate(days):
        if day in seen:
            place = f"{schedule}/{index}/from_day"
            detail = "an earlier entry has the same day"
            yield FieldError(place, ProblemCode.DUPLICATE_CHANGE_DAY, detail)
        seen.add(day)


def _refuse(code: ProblemCode, errors: Iterable[FieldError]) -> None:
    places = tuple(islice(errors, MOST_ERRORS))
    if places:
        raise ProblemError(code, places)
