"""The deficit, in kcal a day and in percent of maintenance."""

from typing import Any, Final

import pytest

from app.domain.facts.energy import EnergyFacts, energy_of, maintenance_kcal_per_day
from tests.domain.given import case_of

WOMAN: Final = {"sex": "female", "age_years": 50, "height_cm": 165, "weight_kg": 80}
RESTING_WOMAN: Final = 9.99 * 80 + 6.25 * 165 - 4.92 * 50 - 161
MAN: Final = {"sex": "male", "age_years": 30, "height_cm": 180, "weight_kg": 90}
RESTING_MAN: Final = 9.99 * 90 + 6.25 * 180 - 4.92 * 30 + 5


def energy(patient: dict[str, Any] | None = None, **block: float) -> EnergyFacts:
    case = case_of(patient=patient, energy=block)
    return energy_of(case.energy, case.patient)


@pytest.mark.parametrize(
    ("patient", "resting"), [(WOMAN, RESTING_WOMAN), (MAN, RESTING_MAN)], ids=["woman", "man"]
)
def test_maintenance_is_the_activity_level_times_mifflin_st_jeor(
    patient: dict[str, Any], resting: float
) -> None:
    found = energy(patient, physical_activity_level=1.6, deficit_kcal_per_day=500)
    assert found.maintenance_kcal_per_day == pytest.approx(1.6 * resting, rel=1e-12)
    assert found.deficit_pct == pytest.approx(100 * 500 / (1.6 * resting), rel=1e-12)


def test_a_given_maintenance_comes_first() -> None:
    found = energy(
        WOMAN,
        physical_activity_level=2.5,
        maintenance_kcal_per_day=2000,
        deficit_kcal_per_day=500,
    )
    assert found.maintenance_kcal_per_day == 2000
    assert found.deficit_pct == 25


def test_a_given_maintenance_needs_nothing_else() -> None:
    found = energy(maintenance_kcal_per_day=2000, deficit_kcal_per_day=-100)
    assert (found.deficit, found.deficit_pct) == (-100, -5)


def test_a_given_percentage_is_taken_as_it_is() -> None:
    found = energy(WOMAN, deficit_pct=21, maintenance_kcal_per_day=2000)
    assert (found.deficit, found.deficit_pct) == (21, 21)
    alone = energy(deficit_pct=-3)
    assert (alone.deficit, alone.deficit_pct) == (-3, -3)
    assert alone.maintenance_kcal_per_day is None


@pytest.mark.parametrize("absent", [*WOMAN, "physical_activity_level"])
def test_no_activity_level_and_no_body_is_ever_assumed(absent: str) -> None:
    patient = {name: value for name, value in WOMAN.items() if name != absent}
    level = {} if absent == "physical_activity_level" else {"physical_activity_level": 1.5}
    found = energy(patient, **level, deficit_kcal_per_day=500)
    assert found.maintenance_kcal_per_day is found.deficit_pct is None
    assert found.deficit == 500


@pytest.mark.parametrize("deficit", [0, -500])
def test_no_deficit_and_a_surplus_are_known(deficit: int) -> None:
    assert energy(deficit_kcal_per_day=deficit).deficit == deficit
    assert energy(deficit_pct=deficit / 100).deficit == deficit / 100


def test_nothing_given_is_unknown() -> None:
    assert energy() == EnergyFacts(None, None, None)


def test_a_body_too_small_for_the_equation_has_no_maintenance() -> None:
    tiny = {"sex": "female", "age_years": 120, "height_cm": 50, "weight_kg": 20}
    found = energy(tiny, physical_activity_level=1.2, deficit_kcal_per_day=500)
    assert found.maintenance_kcal_per_day is found.deficit_pct is None


def test_the_projection_may_bring_an_activity_level_of_its_own() -> None:
    case = case_of(patient=MAN)
    found = maintenance_kcal_per_day(case.energy, case.patient, physical_activity_level=1.5)
    assert found == pytest.approx(1.5 * RESTING_MAN, rel=1e-12)


def test_a_body_that_hardly_needs_energy_needs_some() -> None:
    tiny = {"sex": "female", "age_years": 72, "height_cm": 50, "weight_kg": 20.35}
    resting = 9.99 * 20.35 + 6.25 * 50 - 4.92 * 72 - 161
    assert 0 < resting < 1
    found = energy(tiny, physical_activity_level=1.5)
    assert found.maintenance_kcal_per_day == pytest.approx(1.5 * resting, rel=1e-9)
