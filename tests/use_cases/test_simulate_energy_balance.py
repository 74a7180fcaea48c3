"""A course of the body-weight model, and that it keeps to what a body survives."""

from dataclasses import replace
from typing import Final

import pytest

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import BeyondTheBodyError
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course
from app.use_cases.simulate_energy_balance import simulate_energy_balance

PERSON: Final = Person(
    sex="female", age_years=45, height_cm=168, weight_kg=84, physical_activity_level=1.5
)
DIET: Final = Course(intake_changes=(Change(0, -500.0),))


def test_a_course_is_followed_to_the_days_asked_for() -> None:
    found = simulate_energy_balance(PERSON, DIET, report_days=[28, 0], days=56)
    assert found.baseline == baseline_of(PERSON)
    assert [state.day for state in found.states] == [28, 0]
    assert found.states[0].weight_kg < found.states[1].weight_kg == PERSON.weight_kg


def test_a_course_may_not_lead_beyond_the_body_after_the_last_day_asked_for() -> None:
    starved = replace(DIET, intake_changes=(Change(5, -1500.0),))
    simulate_energy_balance(PERSON, starved, report_days=[0], days=4)
    with pytest.raises(BeyondTheBodyError) as caught:
        simulate_energy_balance(PERSON, starved, report_days=[0], days=56)
    assert (caught.value.day, caught.value.reason) == (5, "intake")
