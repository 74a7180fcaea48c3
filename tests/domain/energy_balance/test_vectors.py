"""The model against published-equation vectors, on every reported state."""

import pytest

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance.vectors import Vector, vectors

FILES = ("constant.json", "time_varying.json", "maintenance_given.json")
ALL = [
    pytest.param(vector, id=f"{file}-{vector.name}") for file in FILES for vector in vectors(file)
]
KG = 1e-4
KCAL_PER_DAY = 2e-3


@pytest.mark.parametrize("vector", ALL)
def test_the_baseline(vector: Vector) -> None:
    baseline = baseline_of(vector.person)
    for name, expected in vector.baseline.items():
        assert getattr(baseline, name) == pytest.approx(expected, abs=2e-9), name


@pytest.mark.parametrize("vector", ALL)
def test_the_states(vector: Vector) -> None:
    found = states(
        baseline_of(vector.person), vector.course, vector.days, limits=ENERGY_BALANCE_LIMITS
    )
    for state, expected in zip(found, vector.states, strict=True):
        for name, value in expected.items():
            tolerance = KG if name.endswith("_kg") else KCAL_PER_DAY
            assert getattr(state, name) == pytest.approx(value, abs=tolerance, rel=0), name


def test_there_are_vectors_of_each_kind() -> None:
    assert [len(vectors(file)) for file in FILES] == [26, 16, 12]
