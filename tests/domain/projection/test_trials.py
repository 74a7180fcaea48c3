"""The figures that the document prints, reached by its own trials' plans."""

import pytest

from app.domain.projection.course import MEAN_BUILD_UP, course_of, daily_build_up
from tests.domain.projection.made import control, facts, of, projection, sermorelin


def test_the_2014_trial_on_the_drug() -> None:
    """6.8 kg in 26 weeks, trained and fed: 0.9 kg of lean mass by the document."""
    lean = of(sermorelin(projection()).lean_loss_kg)
    assert lean == pytest.approx((0.4896, 0.9537, 1.2852), rel=1e-12)
    assert [round(kg, 2) for kg in lean] == [0.49, 0.95, 1.29]
    assert lean[0] < 0.9 < lean[2]


def test_the_2014_trial_without_it() -> None:
    """6.2 kg, trained: 1.5 kg of lean mass by the document."""
    made = projection(sermorelin=None, projection_options={"weight_loss_kg": 6.2})
    lean = of(control(made).lean_loss_kg)
    assert made.sermorelin is None
    assert lean == pytest.approx((1.488, 1.581, 1.674), rel=1e-12)
    assert [round(kg, 2) for kg in lean] == [1.49, 1.58, 1.67]
    assert lean[0] < 1.5 < lean[2]


def test_ninety_two_to_eight_is_inside_the_band() -> None:
    """Trained, in a deficit of 500 kcal: a fat share of 92 % with the drug, 73 % without."""
    made = projection()
    share = sermorelin(made).lean_share
    assert share.best < 0.08 < share.worst
    assert control(made).lean_share.worst == pytest.approx(0.27)


def test_ninety_to_ten_is_inside_the_band_on_a_glp1() -> None:
    """On a GLP-1 90:10 with the drug, 75:25 without; the centre is 86:14."""
    made = projection(glp1={"drug": "semaglutide"})
    share = sermorelin(made).lean_share
    assert share.best < 0.10 < share.central
    assert share.central == pytest.approx(0.1375)
    assert control(made).lean_share.central == pytest.approx(0.25)


def test_the_mean_build_up_over_the_first_26_weeks_is_three_quarters() -> None:
    build_up = daily_build_up(course_of(facts()), 182)
    assert sum(build_up) / 182 == pytest.approx(0.75, rel=1e-12)
    assert MEAN_BUILD_UP == 0.75


def test_26_weeks_of_even_loss_from_the_start_give_the_whole_course() -> None:
    """The control share times 1 - k e exactly, here with e = 1/2 by half the dose."""
    share = sermorelin(projection(sermorelin={"dose_mcg": 100})).lean_share
    expected = (0.24 * (1 - 0.70 / 2), 0.255 * (1 - 0.45 / 2), 0.27 * (1 - 0.30 / 2))
    assert of(share) == pytest.approx(expected, rel=1e-12)
