"""What holds without any reference figures."""

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance import constants as c
from app.domain.energy_balance.baseline import Baseline, baseline_of
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.trajectory import State, constant_path, states
from tests.domain.energy_balance.people import baseline, constant, courses, people, person

DAYS = 60
drawn = settings(max_examples=40, deadline=None)


def _stored_kcal(state: State) -> float:
    return (
        c.FAT_ENERGY_KCAL_PER_KG * state.fat_mass_kg
        + c.LEAN_ENERGY_KCAL_PER_KG * state.lean_tissue_kg
        + c.GLYCOGEN_ENERGY_KCAL_PER_KG * state.glycogen_kg
    )


@drawn
@given(people())
def test_without_a_change_nothing_ever_changes(person: Person) -> None:
    first, *later = states(baseline_of(person), Course(), [0, 1, 30, 3650], limits=None)
    for state in later:
        for name in ("weight_kg", "fat_mass_kg", "lean_tissue_kg", "glycogen_kg"):
            assert getattr(state, name) == pytest.approx(getattr(first, name), abs=1e-9)
        assert state.energy_expenditure_kcal_per_day == pytest.approx(
            state.energy_intake_kcal_per_day, abs=1e-6
        )


@drawn
@given(people(), courses())
def test_the_parts_make_the_whole(person: Person, course: Course) -> None:
    for state in states(baseline_of(person), course, range(DAYS), limits=None):
        fat_free = state.lean_tissue_kg + state.extracellular_fluid_kg + 3.7 * state.glycogen_kg
        assert state.fat_free_mass_kg == pytest.approx(fat_free, abs=1e-9)
        assert state.weight_kg == pytest.approx(state.fat_mass_kg + fat_free, abs=1e-9)


@drawn
@given(people(), courses())
def test_fat_and_lean_tissue_stay_on_the_forbes_curve(person: Person, course: Course) -> None:
    first, *later = states(baseline_of(person), course, range(DAYS), limits=None)
    for state in later:
        lean_change = state.lean_tissue_kg - first.lean_tissue_kg
        assert state.fat_mass_kg == pytest.approx(
            first.fat_mass_kg * exp(lean_change / 10.4), rel=1e-9
        )


@drawn
@given(people(), st.floats(-500, 1000))
def test_intake_less_expenditure_is_stored(person: Person, intake_change: float) -> None:
    # From day 28 on, when a trapezoid over the days is exact enough.
    days = states(baseline_of(person), constant(intake_change), range(28, 366), limits=None)
    gaps = [day.energy_intake_kcal_per_day - day.energy_expenditure_kcal_per_day for day in days]
    balance = sum(gaps) - (gaps[0] + gaps[-1]) / 2
    assert _stored_kcal(days[-1]) - _stored_kcal(days[0]) == pytest.approx(balance, abs=5)


def test_adaptation_relaxes_with_its_time_constant() -> None:
    fortnight, late = states(baseline(), constant(-500), [14, 365], limits=None)
    assert late.adaptive_thermogenesis_kcal_per_day == pytest.approx(-70, abs=1e-6)
    assert fortnight.adaptive_thermogenesis_kcal_per_day == pytest.approx(
        -70 * (1 - exp(-1)), abs=1e-9
    )


def test_less_sodium_sheds_fluid() -> None:
    start = baseline()
    course = Course(sodium_changes=(Change(0, -1000.0),))
    day, month = states(start, course, [1, 30], limits=None)
    shed = start.extracellular_fluid_kg - month.extracellular_fluid_kg
    assert shed == pytest.approx(1 / 3, abs=1e-9)
    first = start.extracellular_fluid_kg - day.extracellular_fluid_kg
    assert first == pytest.approx((1 - exp(-3000 / 3220)) / 3, abs=1e-9)
    assert month.glycogen_kg == pytest.approx(0.5, abs=1e-12)


def test_no_carbohydrate_sheds_fluid_and_glycogen() -> None:
    start = baseline()
    course = constant(0, carb_fraction=0)
    first, *days = states(start, course, [0, 1, 28, 365], limits=None)
    shed = first.extracellular_fluid_kg - days[-1].extracellular_fluid_kg
    assert shed == pytest.approx(4 / 3, abs=1e-9)
    for state in days:
        # dG/dt = -k G^2 / rho_G with k = CI_b / 0.25
        used = start.carbohydrate_intake_kcal_per_day / 0.25 * 0.5 * state.day / (17600 / 4.184)
        assert state.glycogen_kg == pytest.approx(0.5 / (1 + used), abs=1e-12)


@drawn
@given(people(), st.floats(-900, 300), st.floats(20, 400))
def test_less_food_leaves_less_of_everything(
    person: Person, intake_change: float, less: float
) -> None:
    start = baseline_of(person)
    more = states(start, constant(max(intake_change, -400)), range(1, DAYS), limits=None)
    fewer = states(start, constant(max(intake_change, -400) - less), range(1, DAYS), limits=None)
    for fed, hungry in zip(more, fewer, strict=True):
        assert hungry.weight_kg < fed.weight_kg
        assert hungry.fat_mass_kg < fed.fat_mass_kg
        assert hungry.lean_tissue_kg < fed.lean_tissue_kg


@drawn
@given(st.floats(8, 40), st.floats(1, 20))
def test_a_fatter_body_loses_a_greater_share_of_fat(fat: float, more: float) -> None:
    shares = []
    for start in (baseline(fat_mass_kg=fat), baseline(fat_mass_kg=fat + more)):
        path = constant_path(start, -500, 26, limits=None)
        lost = path.weight_kg[0] - path.weight_kg[-1]
        shares.append((path.fat_mass_kg[0] - path.fat_mass_kg[-1]) / lost)
    assert shares[0] < shares[1]


@drawn
@given(people(), st.floats(-600, 200), st.floats(10, 300))
def test_more_expenditure_is_less_weight(
    person: Person, intake_change: float, shift: float
) -> None:
    ends = [
        constant_path(
            baseline_of(person, expenditure_shift_kcal_per_day=by), intake_change, 8, limits=None
        ).weight_kg[-1]
        for by in (shift, 0.0, -shift)
    ]
    assert ends[0] < ends[1] < ends[2]


def test_a_shift_is_no_part_of_balance() -> None:
    whole: Baseline = baseline_of(person(), expenditure_shift_kcal_per_day=200.0)
    assert whole == baseline().shifted(200.0)
    assert whole.shifted(0.0).expenditure_constant_kcal_per_day == pytest.approx(
        baseline().expenditure_constant_kcal_per_day
    )
    (day,) = states(whole, Course(), [0], limits=None)
    # What turnover takes of it shows at once: the shift is damped by the closed form of eq. 9.
    assert 180 < day.energy_expenditure_kcal_per_day - day.energy_intake_kcal_per_day <= 200


def test_more_activity_spends_more() -> None:
    still, active = (
        states(baseline(), constant(0, activity_change_pct=pct), [0, 90], limits=None)
        for pct in (0, 30)
    )
    assert active[0].energy_expenditure_kcal_per_day > still[0].energy_expenditure_kcal_per_day
    assert active[1].weight_kg < still[1].weight_kg
