"""Schedules of changes, and what cannot be read as one."""

from math import nan

import pytest

from app.domain.energy_balance.errors import DuplicateChangeDayError, OutsideModelError
from app.domain.energy_balance.schedule import Change, Course, Stretch, stretches
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance.people import baseline


def test_days_are_cut_where_something_changes() -> None:
    course = Course(
        intake_changes=(Change(14, -500.0), Change(7, -300.0)),
        sodium_changes=(Change(7, -800.0), Change(20, 0.0), Change(99, 5.0)),
    )
    assert stretches(course, 28) == [
        Stretch(0, 7, 0.0, 0.0),
        Stretch(7, 14, -300.0, -800.0),
        Stretch(14, 20, -500.0, -800.0),
        Stretch(20, 28, -500.0, 0.0),
        Stretch(28, 28, -500.0, 0.0),
    ]


def test_a_change_on_the_last_day_is_eaten_but_moves_nothing_yet() -> None:
    course = Course(intake_changes=(Change(0, -200.0), Change(10, 400.0)))
    without = Course(intake_changes=(Change(0, -200.0),))
    (found,), (plain,) = (states(baseline(), one, [10], limits=None) for one in (course, without))
    assert found.weight_kg == plain.weight_kg
    assert found.energy_intake_kcal_per_day == plain.energy_intake_kcal_per_day + 600
    assert found.energy_expenditure_kcal_per_day > plain.energy_expenditure_kcal_per_day


def test_a_change_after_the_last_day_has_no_effect() -> None:
    late = Course(intake_changes=(Change(11, -5000.0),))
    assert states(baseline(), late, [10], limits=None) == states(
        baseline(), Course(), [10], limits=None
    )


def test_entries_may_come_in_any_order() -> None:
    entries = (Change(0, -500.0), Change(30, 0.0), Change(60, -250.0))
    ordered, mixed = (
        states(baseline(), Course(intake_changes=changes), range(100), limits=None)
        for changes in (entries, entries[::-1])
    )
    assert ordered == mixed


def test_the_first_day_counts_as_baseline_until_the_first_entry() -> None:
    course = Course(intake_changes=(Change(5, -500.0),))
    days = states(baseline(), course, range(7), limits=None)
    assert [day.weight_kg for day in days[:6]] == pytest.approx([80.0] * 6, abs=1e-9)
    assert days[6].weight_kg < 79.9


@pytest.mark.parametrize("name", ["intake_changes", "sodium_changes"])
def test_two_entries_on_one_day_are_not_guessed_between(name: str) -> None:
    changes = (Change(3, -1.0), Change(0, 0.0), Change(3, -1.0))
    course = Course(**{name: changes})  # type: ignore[arg-type]
    with pytest.raises(DuplicateChangeDayError, match="day 3") as caught:
        states(baseline(), course, [10], limits=None)
    assert caught.value.day == 3
    assert isinstance(caught.value, ValueError)


def test_a_day_before_the_first_is_refused() -> None:
    with pytest.raises(OutsideModelError):
        states(baseline(), Course(intake_changes=(Change(-1, 0.0),)), [10], limits=None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"carb_fraction": -0.01},
        {"carb_fraction": 1.01},
        {"carb_fraction": nan},
        {"activity_change_pct": -100.1},
        {"activity_change_pct": 1000.1},
        {"activity_change_pct": nan},
        {"sodium_changes": (Change(0, -1_000_001.0),)},
        {"sodium_changes": (Change(0, nan),)},
    ],
)
def test_no_diet_is_like_that(wrong: dict[str, object]) -> None:
    with pytest.raises(OutsideModelError):
        Course(**wrong)  # type: ignore[arg-type]


def test_the_ends_of_the_ranges_are_diets() -> None:
    for course in (
        Course(carb_fraction=0.0, activity_change_pct=-100.0),
        Course(carb_fraction=1.0, sodium_changes=(Change(0, 1_000_000.0),)),
    ):
        assert states(baseline(), course, [1], limits=None)


@pytest.mark.parametrize("days", [[], [-1], [3, -1]])
def test_days_that_are_none(days: list[int]) -> None:
    with pytest.raises(OutsideModelError):
        states(baseline(), Course(), days, limits=None)


def test_days_come_back_as_asked() -> None:
    found = states(baseline(), Course(), [7, 0, 7], limits=None)
    assert [state.day for state in found] == [7, 0, 7]


def test_the_limits_look_through_to_the_horizon() -> None:
    course = Course(intake_changes=(Change(20, -5000.0),))
    assert states(baseline(), course, [7], limits=None, through_day=19)
    with pytest.raises(Exception, match="intake limit on day 20"):
        states(baseline(), course, [7], limits=None, through_day=20)
    with pytest.raises(OutsideModelError):
        states(baseline(), course, [7], limits=None, through_day=6)
