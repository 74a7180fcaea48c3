"""The root finder on functions that are nothing like straight."""

from math import atan, expm1

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.energy_balance.root import rising_root


@given(st.floats(0.1, 9.9))
def test_a_bent_function(at: float) -> None:
    found = rising_root(lambda x: expm1(x - at), low=0, high=10, tolerance=1e-10)
    assert found == pytest.approx(at, abs=1e-9)


@given(st.floats(-9, 9))
def test_a_flat_and_steep_function(at: float) -> None:
    found = rising_root(lambda x: atan(20 * (x - at)), low=-10, high=10, tolerance=1e-10)
    assert found == pytest.approx(at, abs=1e-9)


@pytest.mark.parametrize("at", [2.0, 5.0])
def test_an_end_may_be_the_root(at: float) -> None:
    assert rising_root(lambda x: x - at, low=2, high=5, tolerance=1e-12) == at
