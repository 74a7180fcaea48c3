"""People and diets that the tests draw from."""

from hypothesis import strategies as st

from app.domain.energy_balance.baseline import Baseline, baseline_of
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course


def person(**different: object) -> Person:
    """A man of 40 years, 1.80 m and 80 kg, or as said."""
    usual: dict[str, object] = {
        "sex": "male",
        "age_years": 40,
        "height_cm": 180,
        "weight_kg": 80.0,
        "physical_activity_level": 1.5,
    }
    return Person(**(usual | different))  # type: ignore[arg-type]


def baseline(**different: object) -> Baseline:
    return baseline_of(person(**different))


def constant(
    intake_change: float, *, carb_fraction: float | None = None, activity_change_pct: float = 0.0
) -> Course:
    return Course(
        intake_changes=(Change(0, intake_change),),
        carb_fraction=carb_fraction,
        activity_change_pct=activity_change_pct,
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Adults of BMI 19 to 50."""
    height = draw(st.floats(145, 205))
    bmi = draw(st.floats(19, 50))
    return person(
        sex=draw(st.sampled_from(["male", "female"])),
        age_years=draw(st.integers(18, 90)),
        height_cm=height,
        weight_kg=bmi * (height / 100) ** 2,
        physical_activity_level=draw(st.floats(1.2, 2.5)),
        carb_fraction_baseline=draw(st.floats(0.1, 0.9)),
    )


def schedules(least: float, most: float, last_day: int) -> st.SearchStrategy[tuple[Change, ...]]:
    changes = st.builds(Change, st.integers(0, last_day), st.floats(least, most))
    return st.lists(changes, max_size=4, unique_by=lambda change: change.from_day).map(tuple)


@st.composite
def courses(draw: st.DrawFn, last_day: int = 60) -> Course:
    """Diets that an adult of `people` can follow for a season."""
    return Course(
        intake_changes=draw(schedules(-500, 1500, last_day)),
        sodium_changes=draw(schedules(-3000, 3000, last_day)),
        carb_fraction=draw(st.one_of(st.none(), st.floats(0, 1))),
        activity_change_pct=draw(st.floats(-50, 50)),
    )
