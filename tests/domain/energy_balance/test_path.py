"""The quick path against daily steps of the same equations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import OutsideModelError
from app.domain.energy_balance.guards import PROJECTION_LIMITS
from app.domain.energy_balance.path import constant_weight_kg
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.trajectory import constant_path, states
from tests.domain.energy_balance import reference
from tests.domain.energy_balance.people import baseline, constant, people

NAMES = ("weight_kg", "fat_mass_kg", "fat_free_mass_kg", "lean_tissue_kg")


@settings(max_examples=60, deadline=None)
@given(people(), st.floats(-500, 1500), st.integers(1, 60), st.floats(-200, 200))
def test_within_some_grams_of_daily_steps(
    person: Person, intake_change: float, weeks: int, shift: float
) -> None:
    start = baseline_of(person, expenditure_shift_kcal_per_day=shift)
    path = constant_path(start, intake_change, weeks, limits=None)
    days = states(start, constant(intake_change), range(7 * weeks + 1), limits=None)
    for name in NAMES:
        weekly = [getattr(day, name) for day in days[::7]]
        assert getattr(path, name) == pytest.approx(weekly, abs=2e-3)
    assert path.weight_by_day_kg() == pytest.approx([day.weight_kg for day in days], abs=1e-2)


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 26])
def test_the_weeks_are_days_too(weeks: int) -> None:
    path = constant_path(baseline(), -500, weeks, limits=None)
    weights = path.weight_by_day_kg()
    assert len(path.weight_kg) == len(path.lean_tissue_kg) == weeks + 1
    assert len(weights) == 7 * weeks + 1
    assert tuple(weights[::7]) == path.weight_kg
    assert path.weight_kg[-1] == pytest.approx(constant_weight_kg(baseline(), -500, weeks))


def test_half_a_year_is_within_ten_grams_of_the_fine_solution() -> None:
    start = baseline()
    fine = list(reference.days(start, constant(-500), 182, steps_a_day=8))
    path = constant_path(start, -500, 26, limits=None)
    expected = [reference.weight_kg(start, state) for state in fine]
    assert path.weight_by_day_kg() == pytest.approx(expected, abs=1e-3)
    assert path.fat_mass_kg == pytest.approx([state[0] for state in fine[::7]], abs=1e-3)


def test_a_path_has_a_week_at_least() -> None:
    with pytest.raises(OutsideModelError):
        constant_path(baseline(), -500, 0, limits=None)
    with pytest.raises(OutsideModelError):
        constant_weight_kg(baseline(), -500, 0)


def test_a_path_that_passes_near_a_limit_is_still_a_path() -> None:
    near = baseline(sex="female", fat_mass_kg=8.5)  # 10.6 % fat, where 10 % is the limit
    path = constant_path(near, 0, 4, limits=PROJECTION_LIMITS)
    assert path.fat_mass_kg == pytest.approx([8.5] * 5, abs=1e-9)
