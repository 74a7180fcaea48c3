"""Whom the model takes, and what it estimates of them."""

from dataclasses import replace
from math import inf, nan

import pytest

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import BeyondTheBodyError, OutsideModelError
from app.domain.energy_balance.person import (
    extracellular_fluid_kg,
    jackson_fat_mass_kg,
    resting_metabolic_rate_kcal_per_day,
)
from tests.domain.energy_balance.people import person


def test_the_resting_rate_by_hand() -> None:
    man = resting_metabolic_rate_kcal_per_day(sex="male", age_years=40, height_cm=180, weight_kg=80)
    woman = resting_metabolic_rate_kcal_per_day(
        sex="female", age_years=40, height_cm=180, weight_kg=80
    )
    assert man == pytest.approx(799.2 + 1125 - 196.8 + 5, abs=1e-9)
    assert woman == pytest.approx(man - 166, abs=1e-9)


def test_fluid_by_hand() -> None:
    man = extracellular_fluid_kg(sex="male", age_years=40, height_cm=180, weight_kg=80)
    woman = extracellular_fluid_kg(sex="female", age_years=40, height_cm=180, weight_kg=80)
    assert man == pytest.approx(1.0 + 17.226 + 15.28 - 12.4, abs=1e-9)
    assert woman == pytest.approx(10.764 + 13.36 - 4.0, abs=1e-9)


@pytest.mark.parametrize(
    ("sex", "age", "bmi", "pct"),
    [
        ("male", 40, 25.0, 21.7563),  # 5.6 + 37.31 x 3.218876 - 103.94
        ("female", 40, 25.0, 32.2163),  # 5.6 + 39.96 x 3.218876 - 102.01
        ("male", 20, 15.0, 0.0),  # the line falls below nothing
        ("female", 75, 60.0, 60.0),  # and above every body
    ],
)
def test_body_fat_stays_within_0_and_60_pct(sex: str, age: int, bmi: float, pct: float) -> None:
    fat = jackson_fat_mass_kg(sex=sex, age_years=age, height_cm=200, weight_kg=4 * bmi)
    assert fat == pytest.approx(4 * bmi * pct / 100, abs=1e-3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sex": "other"},
        {"age_years": 17.9},
        {"age_years": 120.1},
        {"age_years": nan},
        {"height_cm": 0},
        {"height_cm": inf},
        {"weight_kg": 0},
        {"weight_kg": nan},
        {"physical_activity_level": 1.19},
        {"physical_activity_level": inf},
        {"maintenance_kcal_per_day": 0},
        {"maintenance_kcal_per_day": inf},
        {"fat_mass_kg": 0},
        {"fat_mass_kg": 80},
        {"carb_fraction_baseline": 0},
        {"carb_fraction_baseline": 1.01},
        {"carb_fraction_baseline": nan},
    ],
)
def test_whom_the_model_is_not_made_for(wrong: dict[str, object]) -> None:
    with pytest.raises(OutsideModelError):
        baseline_of(person(**wrong))


@pytest.mark.parametrize(
    "edge",
    [
        {"age_years": 18},
        {"age_years": 120},
        {"physical_activity_level": 1.2},
        {"carb_fraction_baseline": 1},
        {"fat_mass_kg": 79.9},
    ],
)
def test_the_ends_of_the_ranges_are_people(edge: dict[str, object]) -> None:
    assert baseline_of(person(**edge)).weight_kg == 80


def test_a_body_without_a_resting_rate_is_refused() -> None:
    tiny = person(sex="female", age_years=120, height_cm=50, weight_kg=20.0)
    with pytest.raises(BeyondTheBodyError, match="resting limit on day 0"):
        baseline_of(tiny)
    assert baseline_of(replace(tiny, height_cm=120)).resting_metabolic_rate_kcal_per_day > 0
