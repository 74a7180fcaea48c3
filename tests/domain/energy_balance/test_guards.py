"""The limits of a body, at and beside each boundary."""

from collections.abc import Callable
from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import BeyondTheBodyError, Reason
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS, PROJECTION_LIMITS, Limits
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.trajectory import constant_path, states
from tests.domain.energy_balance.people import baseline, constant, people, person

HEIGHT_2_M = {"height_cm": 200}


def _first_day(person: Person, course: Course, days: int, limits: Limits) -> tuple[int, str]:
    with pytest.raises(BeyondTheBodyError) as caught:
        states(baseline_of(person), course, [days], limits=limits)
    return caught.value.day, caught.value.reason


@pytest.mark.parametrize(
    ("limits", "bmi"), [(ENERGY_BALANCE_LIMITS, 13.0), (PROJECTION_LIMITS, 18.5)]
)
def test_a_body_may_stand_on_the_bmi_limit_but_not_below(limits: Limits, bmi: float) -> None:
    fat = 10.0
    on = person(**HEIGHT_2_M, weight_kg=4 * bmi, fat_mass_kg=fat)
    assert states(baseline_of(on), Course(), [0, 28], limits=limits)
    below = replace(on, weight_kg=4 * bmi - 0.001)
    assert _first_day(below, Course(), 0, limits) == (0, "bmi")


@pytest.mark.parametrize(
    ("limits", "sex", "pct"),
    [
        (ENERGY_BALANCE_LIMITS, "male", 2),
        (ENERGY_BALANCE_LIMITS, "female", 2),
        (PROJECTION_LIMITS, "male", 3),
        (PROJECTION_LIMITS, "female", 10),
    ],
)
def test_a_body_may_stand_on_the_fat_limit_but_not_below(
    limits: Limits, sex: str, pct: float
) -> None:
    on = person(sex=sex, fat_mass_kg=80 * pct / 100)
    assert states(baseline_of(on), Course(), [0, 28], limits=limits)
    below = replace(on, fat_mass_kg=80 * pct / 100 - 0.001)
    assert _first_day(below, Course(), 0, limits) == (0, "fat")


def test_an_intake_of_800_passes_and_less_is_named_by_its_day() -> None:
    start = baseline()
    to_800 = 800 - start.energy_intake_kcal_per_day
    course = Course(intake_changes=(Change(0, -300.0), Change(9, to_800 + 1e-9)))
    assert states(start, course, [20], limits=ENERGY_BALANCE_LIMITS)
    course = Course(intake_changes=(Change(9, to_800 - 0.001), Change(0, -300.0)))
    assert _first_day(person(), course, 20, ENERGY_BALANCE_LIMITS) == (9, "intake")
    assert _first_day(person(), course, 9, ENERGY_BALANCE_LIMITS) == (9, "intake")
    assert states(start, course, [8], limits=ENERGY_BALANCE_LIMITS)


def test_an_intake_of_800_passes_however_it_is_reckoned() -> None:
    someone = person(maintenance_kcal_per_day=1800.1)  # 1800.1 - 1000.1 is 799.9999999999999
    assert states(baseline_of(someone), constant(-1000.1), [7], limits=ENERGY_BALANCE_LIMITS)
    less = constant(-1000.1 - 1e-6)
    assert _first_day(someone, less, 7, ENERGY_BALANCE_LIMITS) == (0, "intake")


@pytest.mark.parametrize("change", [-3000.0, 20_000.0, nan, inf])
def test_an_impossible_intake_is_refused_even_without_limits(change: float) -> None:
    for run in (
        lambda: states(baseline(), constant(change), [5], limits=None),
        lambda: constant_path(baseline(), change, 4, limits=None),
    ):
        with pytest.raises(BeyondTheBodyError, match="intake limit on day 0"):
            run()


def test_nobody_loses_more_than_half() -> None:
    heavy = person(weight_kg=230.0, age_years=30)
    start = baseline_of(heavy)
    course = constant(900 - start.energy_intake_kcal_per_day, activity_change_pct=100)
    day, reason = _first_day(heavy, course, 3650, ENERGY_BALANCE_LIMITS)
    assert reason == "loss"
    before, after = states(start, course, [day - 1, day], limits=None)
    assert before.weight_kg >= 115 > after.weight_kg


@pytest.mark.parametrize(
    ("different", "reason"),
    [
        ({"height_cm": 190, "weight_kg": 75.0, "fat_mass_kg": 20.0}, "bmi"),
        ({"weight_kg": 90.0, "fat_mass_kg": 6.0}, "fat"),
    ],
)
def test_the_first_day_past_a_limit_is_named(different: dict[str, float], reason: Reason) -> None:
    someone = person(**different)
    start = baseline_of(someone)
    course = constant(-1200)
    day, found = _first_day(someone, course, 700, PROJECTION_LIMITS)
    assert found == reason
    assert day > 0
    before, after = states(start, course, [day - 1, day], limits=None)
    if reason == "bmi":
        assert before.weight_kg >= 18.5 * 1.9**2 > after.weight_kg
    else:
        assert before.fat_mass_kg >= 0.03 * before.weight_kg
        assert after.fat_mass_kg < 0.03 * after.weight_kg


def test_a_split_that_leaves_no_lean_tissue_is_not_reported() -> None:
    fat_woman = person(sex="female", fat_mass_kg=62.0)
    assert baseline_of(fat_woman).lean_tissue_kg < 0
    assert _first_day(fat_woman, Course(), 0, ENERGY_BALANCE_LIMITS) == (0, "compartment")
    assert states(baseline_of(fat_woman), Course(), [7], limits=PROJECTION_LIMITS)


def test_fluid_is_a_compartment_with_a_floor_too() -> None:
    course = Course(sodium_changes=(Change(3, -6000.0),))  # 2 kg less in the end
    floor = baseline().extracellular_fluid_kg - 1
    dry = replace(ENERGY_BALANCE_LIMITS, min_compartment_kg=floor)
    assert _first_day(person(), course, 30, dry) == (4, "compartment")


@settings(max_examples=60, deadline=None)
@given(people(), st.floats(-1400, 300), st.integers(1, 60))
def test_a_quick_path_names_the_same_day(person: Person, intake_change: float, weeks: int) -> None:
    start = baseline_of(person)
    by_days = _stop(
        lambda: states(start, constant(intake_change), [7 * weeks], limits=PROJECTION_LIMITS)
    )
    by_weeks = _stop(lambda: constant_path(start, intake_change, weeks, limits=PROJECTION_LIMITS))
    assert by_weeks == by_days


def _stop(run: Callable[[], object]) -> tuple[int, Reason] | None:
    try:
        run()
    except BeyondTheBodyError as error:
        return error.day, error.reason
    return None
