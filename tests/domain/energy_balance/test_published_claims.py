"""What Hall 2011 says of sustained changes, held in the bands that its equations really give."""

from dataclasses import dataclass

import pytest

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance.people import constant

MINUS_100_KJ_PER_DAY = -100 / 4.184
YEARS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A person, the loss in the end, kg, and its parts after 1, 2 and 3 years (bw 1.0.0)."""

    person: Person
    total_kg: float
    parts: tuple[float, float, float]

    def losses(self) -> list[float]:
        """Loss after 1, 2, 3 and 20 years of 100 kJ a day less."""
        course = constant(MINUS_100_KJ_PER_DAY)
        days = states(baseline_of(self.person), course, [365, 730, 1095, 365 * YEARS], limits=None)
        return [self.person.weight_kg - day.weight_kg for day in days]


def _who(
    sex: str, age: int, height: int, weight: int, activity: float
) -> Person:  # a row of a table
    return Person(
        sex=sex,
        age_years=age,
        height_cm=height,
        weight_kg=weight,
        physical_activity_level=activity,
    )


OVERWEIGHT = (
    Row(_who("male", 40, 178, 95, 1.5), 1.199, (0.535, 0.780, 0.896)),
    Row(_who("female", 40, 164, 80, 1.5), 1.285, (0.504, 0.748, 0.872)),
)
OTHERS = (
    Row(_who("male", 45, 178, 140, 1.4), 1.801, (0.361, 0.587, 0.733)),
    Row(_who("male", 25, 178, 70, 1.6), 0.793, (0.776, 0.948, 0.988)),
    Row(_who("female", 45, 164, 110, 1.4), 1.805, (0.364, 0.590, 0.736)),
)


@pytest.mark.parametrize("row", OVERWEIGHT + OTHERS)
def test_a_small_change_for_life(row: Row) -> None:
    *parts, end = row.losses()
    assert end == pytest.approx(row.total_kg, rel=0.01)
    assert [part / end for part in parts] == pytest.approx(row.parts, abs=0.01)


@pytest.mark.parametrize("row", OVERWEIGHT)
def test_a_kilogram_per_100_kj_for_the_overweight(row: Row) -> None:
    one, _, three, end = row.losses()
    assert 1.0 < end < 1.4
    assert 0.45 < one / end < 0.60
    assert 0.85 < three / end < 0.92


@pytest.mark.parametrize("row", OVERWEIGHT)
def test_half_of_the_3500_kcal_rule(row: Row) -> None:
    (day,) = states(baseline_of(row.person), constant(-500), [365], limits=None)
    assert 11.1 <= row.person.weight_kg - day.weight_kg <= 13.8
