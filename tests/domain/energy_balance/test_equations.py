"""The steps against the same equations integrated plainly, with nothing else in common."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Course
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance import reference
from tests.domain.energy_balance.people import baseline, constant, courses, people, person

DAYS = 40


@settings(max_examples=25, deadline=None)
@given(people(), courses(DAYS), st.floats(-200, 200))
def test_any_course_of_any_person(person: Person, course: Course, shift: float) -> None:
    baseline = baseline_of(person, expenditure_shift_kcal_per_day=shift)
    found = states(baseline, course, range(DAYS + 1), limits=None)
    # Eight steps a day keep the plain integration stable in the fastest glycogen drawn here.
    truth = reference.days(baseline, course, DAYS, steps_a_day=8)
    for state, (fat, lean, fluid, glycogen, adaptation) in zip(found, truth, strict=True):
        assert state.fat_mass_kg == pytest.approx(fat, abs=5e-4)
        assert state.lean_tissue_kg == pytest.approx(lean, abs=5e-4)
        assert state.extracellular_fluid_kg - baseline.extracellular_fluid_kg == pytest.approx(
            fluid, abs=1e-4
        )
        assert state.glycogen_kg == pytest.approx(glycogen, abs=1e-4)
        assert state.adaptive_thermogenesis_kcal_per_day == pytest.approx(adaptation, abs=1e-4)


@pytest.mark.parametrize("carb_fraction", [0.0, 1e-12, 1.0])
def test_no_carbohydrate_and_nothing_else_are_both_whole(carb_fraction: float) -> None:
    start = baseline()
    course = constant(-300, carb_fraction=carb_fraction)
    found = states(start, course, range(61), limits=None)
    for state, expected in zip(found, reference.days(start, course, 60, 16), strict=True):
        assert state.weight_kg == pytest.approx(reference.weight_kg(start, expected), abs=2e-3)
        assert state.glycogen_kg == pytest.approx(expected[3], abs=1e-5)


def test_the_glycogen_of_the_greatest_eater_stays_exact() -> None:
    start = baseline(maintenance_kcal_per_day=8000.0)
    found = states(start, constant(2000), [1, 2, 30], limits=None)
    expected = list(reference.days(start, constant(2000), 30, 64))
    for state in found:
        assert state.glycogen_kg == pytest.approx(expected[state.day][3], abs=1e-8)


def test_given_fat_and_maintenance_are_taken() -> None:
    given_both = person(maintenance_kcal_per_day=2500.0, fat_mass_kg=30.0)
    start = baseline_of(given_both)
    assert (start.energy_intake_kcal_per_day, start.fat_mass_kg) == (2500.0, 30.0)
    (state,) = states(start, Course(), [100], limits=None)
    assert state.weight_kg == pytest.approx(80, abs=1e-9)
    assert state.energy_expenditure_kcal_per_day == pytest.approx(2500, abs=1e-9)
