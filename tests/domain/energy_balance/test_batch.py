"""Many people at once, against each of them alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance import batch
from app.domain.energy_balance.baseline import Baseline, baseline_of
from app.domain.energy_balance.errors import (
    BeyondTheBodyError,
    DuplicateChangeDayError,
    OutsideModelError,
)
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS, PROJECTION_LIMITS, Limits
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance.people import baseline, constant, courses, people, person
from tests.domain.energy_balance.vectors import vectors

NAMES = (
    "weight_kg",
    "fat_mass_kg",
    "lean_tissue_kg",
    "extracellular_fluid_kg",
    "glycogen_kg",
    "adaptive_thermogenesis_kcal_per_day",
)


def _assert_alone_is_the_same(
    baselines: list[Baseline], diets: list[Course], days: int, limits: Limits | None
) -> None:
    together = batch.daily_states(baselines, diets, days, limits)
    for place, (one, diet) in enumerate(zip(baselines, diets, strict=True)):
        last, refused = days, -1
        try:
            states(one, diet, [days], limits)
        except BeyondTheBodyError as error:
            last, refused = error.day - 1, error.day
        assert together.refused_on_day[place] == refused
        alone = states(one, diet, range(last + 1), limits) if last >= 0 else ()
        for name in NAMES:
            column = getattr(together, name)[:, place]
            assert np.isnan(column[last + 1 :]).all()
            np.testing.assert_allclose(
                column[: last + 1], [getattr(state, name) for state in alone], rtol=0, atol=1e-9
            )


def test_all_vectors_at_once() -> None:
    them = [
        vector
        for file in ("constant.json", "time_varying.json", "maintenance_given.json")
        for vector in vectors(file)
    ]
    baselines = [baseline_of(vector.person) for vector in them]
    _assert_alone_is_the_same(baselines, [vector.course for vector in them], 365, None)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(people(), courses(50)), min_size=1, max_size=6), st.integers(0, 70))
def test_anybody_on_anything(pairs: list[tuple[Person, Course]], days: int) -> None:
    baselines = [baseline_of(one) for one, _ in pairs]
    diets = [diet for _, diet in pairs]
    for limits in (None, PROJECTION_LIMITS):
        _assert_alone_is_the_same(baselines, diets, days, limits)


def test_each_is_stopped_on_their_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PEOPLE_AT_ONCE", 2)
    late_hunger = Course(intake_changes=(Change(0, -400.0), Change(12, -2500.0)))
    baselines = [
        baseline(),
        baseline(),
        baseline(height_cm=200, weight_kg=51.0, fat_mass_kg=10.0),
        baseline(fat_mass_kg=2.0),
        baseline(sex="female", fat_mass_kg=62.0),
    ]
    diets = [late_hunger, constant(-9999), constant(0), constant(-700), Course()]
    _assert_alone_is_the_same(baselines, diets, 60, ENERGY_BALANCE_LIMITS)
    days = batch.daily_states(baselines, diets, 60, ENERGY_BALANCE_LIMITS).refused_on_day
    assert days[0] == 12
    assert days[1] == days[2] == days[4] == 0
    assert 0 < days[3] < 60


def test_a_change_on_the_last_day_is_judged_too() -> None:
    course = Course(intake_changes=(Change(10, -2500.0), Change(11, 0.0)))
    for days, refused in ((9, -1), (10, 10)):
        found = batch.daily_states([baseline()], [course], days, ENERGY_BALANCE_LIMITS)
        assert found.refused_on_day[0] == refused


@pytest.mark.parametrize(
    ("people_count", "course_count", "days"), [(0, 0, 5), (2, 1, 5), (1, 1, -1)]
)
def test_what_is_no_batch(people_count: int, course_count: int, days: int) -> None:
    with pytest.raises(OutsideModelError):
        batch.daily_states([baseline()] * people_count, [Course()] * course_count, days, None)


def test_a_schedule_is_read_as_strictly_as_for_one() -> None:
    twice = Course(sodium_changes=(Change(3, 1.0), Change(3, 2.0)))
    with pytest.raises(DuplicateChangeDayError):
        batch.daily_states([baseline_of(person())], [twice], 5, None)
