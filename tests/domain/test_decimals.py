"""The twelfth place is the last, and a decimal stays what it is."""

from decimal import Decimal
from math import inf, nextafter, ulp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.decimals import round_decimal

_LAST_PLACE = Decimal("1e-12")


@given(st.decimals(-20_000, 20_000, places=6), st.sampled_from((-inf, inf)))
def test_a_decimal_is_left_alone_and_its_neighbours_become_it(
    decimal: Decimal, towards: float
) -> None:
    number = float(decimal)
    assert round_decimal(number) == number
    if abs(number) < 1000:  # beyond it two neighbours are further apart than the last place
        assert round_decimal(nextafter(number, towards)) == number


@given(st.floats(-1200, 1200))
def test_it_is_off_by_half_of_the_last_place_at_most(number: float) -> None:
    off = abs(Decimal(round_decimal(number)) - Decimal(number))
    assert off <= _LAST_PLACE / 2 + 3 * Decimal(ulp(number))


@pytest.mark.parametrize("number", [0.0, 999.999999999999, 1000.0, -1000.0, 1e15, 1e300, inf])
def test_wild_numbers_stay_what_they_are(number: float) -> None:
    assert round_decimal(number) == number


@pytest.mark.parametrize("towards", [-1.0, 1.0])
def test_next_to_nothing_is_nothing(towards: float) -> None:
    assert repr(round_decimal(towards * 4e-13)) == "0.0"
