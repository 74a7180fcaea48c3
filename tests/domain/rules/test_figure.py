"""A number in a message compares with the limits as the number itself does."""

from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.evaluation import evaluate
from app.domain.figure import figure, signed
from tests.domain.given import day, facts_of

LIMITS: Final = (0.0, 1.2, 1.6, 2.2, 15.0, 18.5, 25.0, 220.0, 300.0)
NUMBERS: Final = st.floats(allow_nan=False, allow_infinity=False)
NEAR_A_LIMIT: Final = st.builds(
    lambda limit, off: limit + off,
    st.sampled_from(LIMITS),
    st.floats(min_value=-0.01, max_value=0.01),
)


def _sides(value: float, limits: tuple[float, ...]) -> list[int]:
    return [(value > limit) - (value < limit) for limit in limits]


@given(value=NUMBERS | NEAR_A_LIMIT, limit=NUMBERS | st.sampled_from(LIMITS))
@settings(max_examples=1000, deadline=None, derandomize=True, database=None)
@example(value=151.99 / 95, limit=1.6)
@example(value=3.0000001, limit=3.0)
@example(value=-0.0, limit=0.0)
@example(value=5e-324, limit=1.0)
def test_it_lies_on_the_side_of_the_limit_that_the_number_lies_on(
    value: float, limit: float
) -> None:
    limits = (limit, *LIMITS)
    assert _sides(float(figure(value, limits)), limits) == _sides(value, limits)


@given(value=NUMBERS | NEAR_A_LIMIT, places=st.integers(min_value=1, max_value=6))
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_without_a_limit_it_is_the_number_to_so_many_places(value: float, places: int) -> None:
    shown = figure(value, places=places)
    assert _sides(float(shown), (0.0,)) == _sides(value, (0.0,))
    assert abs(float(shown) - value) <= 0.5 * 10**-places + abs(value) * 1e-15


@pytest.mark.parametrize(
    ("value", "limits", "shown"),
    [
        (200.0, (), "200"),
        (7, (), "7"),
        (1_000_000.0, (), "1000000"),
        (1e300, (300.0,), "1e+300"),
        (1e-300, (), "1e-300"),
        (1e-15, (), "0.000000000000001"),
        (1e15, (), "1000000000000000.0"),
        (-1e15, (), "-1000000000000000.0"),
        (56148029085780.305, (56148029085780.3,), "56148029085780.305"),
        (-0.00004, (), "-0.00004"),
        (100 / 7, (), "14.29"),
        (2.004, (), "2"),
        (99.999, (), "100"),
        (1.9999, (2.0,), "1.9999"),
        (300.001, (300.0, 350.0), "300.001"),
        (0.001, (), "0.001"),
        (-0.001, (), "-0.001"),
        (1.5999999999999999, (1.6,), "1.5999999999999999"),
    ],
)
def test_it_is_as_short_as_the_limits_let_it_be(
    value: float, limits: tuple[float, ...], shown: str
) -> None:
    assert figure(value, limits) == shown


def test_a_change_has_its_sign() -> None:
    assert [signed(change, (15.0,)) for change in (14.999, 15.0, 0.0, -0.0, -0.001)] == [
        "+14.999",
        "+15",
        "0",
        "0",
        "-0.001",
    ]


def test_two_rules_tell_the_same_rise_alike() -> None:
    facts = facts_of(
        sermorelin={"dose_mcg": 300, "started_on": day(-70)},
        labs=[
            {"analyte": "igf1", "unit": "ng/mL", "value": value, "collected_on": day(on)}
            for value, on in ((150, -75), (172.4999, -5))
        ],
    )
    told = {rule.id: verdict.message for rule, verdict in evaluate(facts).raised}
    assert "changed by +14.9999 %" in told["response-none"]
    assert "changed by +14.9999 %" in told["titrate-up-option"]
