"""How the effect builds up and fades: r(t) on each day, by what is known of the treatment."""

from itertools import pairwise
from typing import Any

import pytest

from app.domain.projection.course import course_of, daily_build_up
from tests.domain.given import day
from tests.domain.projection.made import assumed, control, facts, of, projection, sermorelin

NO_DATES = {"started_on": None, "status": "active"}


def build_up(days: int = 182, /, **plan: Any) -> list[float]:  # noqa: ANN401 # a body is JSON
    return daily_build_up(course_of(facts(sermorelin=plan)), days)


def assumptions(**plan: Any) -> set[str]:  # noqa: ANN401 # a body is JSON
    return {one.id for one in course_of(facts(sermorelin=plan)).assumptions}


def test_it_rises_in_a_straight_line_from_week_3_to_week_10() -> None:
    risen = build_up()
    assert risen[:21] == [0] * 21
    assert risen[21] == pytest.approx(0.5 / 49)
    assert risen[45] == pytest.approx(0.5), "the middle of day 46 is week 6.5"
    assert risen[69] == pytest.approx(48.5 / 49)
    assert risen[70:] == [1] * 112
    assert all(later >= earlier for earlier, later in pairwise(risen))


def test_a_treatment_that_runs_already_is_further_on() -> None:
    whole = build_up(300)
    for started in (-1, -21, -40, -69, -70, -100):
        assert build_up(100, started_on=day(started)) == pytest.approx(
            whole[-started : 100 - started], abs=1e-12
        )
    assert build_up(7, started_on=day(-70)) == [1] * 7


def test_a_treatment_that_lies_ahead_comes_later() -> None:
    whole = build_up(300)
    for ahead in (1, 28, 200):
        found = build_up(300, started_on=day(ahead))
        assert found[:ahead] == [0] * ahead
        assert found[ahead:] == pytest.approx(whole[: 300 - ahead], abs=1e-12)


def test_it_ends_after_the_planned_weeks_and_fades_over_three() -> None:
    whole, ending = build_up(), build_up(planned_weeks=13)
    assert ending[:91] == whole[:91]
    assert ending[91] == pytest.approx(1 - 0.5 / 21)
    assert ending[101] == pytest.approx(1 - 10.5 / 21), "week 14.5 is half-way"
    assert ending[111] == pytest.approx(0.5 / 21)
    assert ending[112:] == [0] * 70


def test_it_fades_from_where_it_stood() -> None:
    early = build_up(planned_weeks=6.5)
    assert early[45] == pytest.approx(0.5), "the end itself is still treated"
    assert early[46] == pytest.approx(0.5 * (1 - 1 / 21))
    assert early[67:] == [0] * 115
    assert build_up(planned_weeks=2) == [0] * 182


def test_planned_weeks_run_from_the_start() -> None:
    whole = build_up(300, planned_weeks=20)
    assert build_up(planned_weeks=20, started_on=day(-50)) == pytest.approx(
        whole[50:232], abs=1e-12
    )
    ahead = build_up(planned_weeks=20, started_on=day(30))
    assert ahead == pytest.approx([0] * 30 + whole[:152], abs=1e-12)


@pytest.mark.parametrize("started", [0, -30, 30])
def test_a_stop_ahead_ends_it_there(started: int) -> None:
    stopping = build_up(started_on=day(started), stopped_on=day(started + 91))
    assert stopping == pytest.approx(build_up(started_on=day(started), planned_weeks=13), abs=1e-12)


def test_of_two_ends_the_earlier_counts() -> None:
    by_stop = build_up(stopped_on=day(70))
    assert build_up(stopped_on=day(70), planned_weeks=20) == by_stop
    by_plan = build_up(planned_weeks=8)
    assert build_up(stopped_on=day(70), planned_weeks=8) == by_plan


def test_stopping_ends_it_today() -> None:
    found = build_up(started_on=day(-80), stopping=True)
    assert found[0] == pytest.approx(1 - 0.5 / 21)
    assert found[20] == pytest.approx(0.5 / 21)
    assert found[21:] == [0] * 161
    half = build_up(started_on=day(-45), stopping=True)
    assert half[0] == pytest.approx((45 / 7 - 3) / 7 * (1 - 0.5 / 21))


def test_stopping_counts_only_while_active() -> None:
    for plan in ({"started_on": day(20)}, {"started_on": None}, {"status": "planned"}):
        dates = {"started_on": None} | plan
        assert build_up(stopping=True, **dates) == build_up(**dates)
    assert build_up(stopping=True, **NO_DATES) == [0] * 182


def test_planned_weeks_that_are_over_are_ignored_while_active() -> None:
    running = build_up(started_on=day(-91))
    assert build_up(started_on=day(-91), planned_weeks=13) == running, "T = offset is over"
    assert build_up(started_on=day(-91), planned_weeks=5) == running
    assert build_up(started_on=day(-91), planned_weeks=13.1) != running
    assert "planned-weeks-passed" in assumptions(started_on=day(-91), planned_weeks=13)
    assert "planned-weeks-passed" not in assumptions(started_on=day(-91), planned_weeks=14)
    both = {"planned_weeks": 13, "stopping": True}
    assert build_up(started_on=day(-91), **both)[0] == pytest.approx(1 - 0.5 / 21)


@pytest.mark.parametrize(
    "dates", [NO_DATES, {"started_on": None, "status": "planned"}, {"started_on": None}]
)
def test_without_a_start_it_is_reckoned_from_today(dates: dict[str, Any]) -> None:
    assert build_up(**dates) == build_up()
    assert build_up(**dates, planned_weeks=9) == build_up(planned_weeks=9)
    assert build_up(**dates, stopped_on=day(63)) == pytest.approx(build_up(planned_weeks=9))
    assert "treatment-starts-on-as-of" in assumptions(**dates)
    assert "treatment-starts-on-as-of" not in assumptions()


def test_the_answer_lists_what_the_course_assumes() -> None:
    assert "effect-build-up" in assumed(projection())
    assert "treatment-starts-on-as-of" in assumed(projection(sermorelin=NO_DATES))
    assert "effect-build-up" not in assumed(projection(sermorelin=None))


def test_a_start_after_the_horizon_saves_nothing() -> None:
    made = projection(sermorelin={"started_on": day(200)})
    assert of(sermorelin(made).lean_loss_kg) == of(control(made).lean_loss_kg)


def test_a_course_that_is_built_up_already_spares_a_third_more() -> None:
    """By k e / 0.75 on every day, against k e over 26 weeks from the start."""
    share = sermorelin(projection(sermorelin={"started_on": day(-70)})).lean_share
    expected = [
        part * (1 - k / 0.75)
        for part, k in zip((0.24, 0.255, 0.27), (0.70, 0.45, 0.30), strict=True)
    ]
    assert of(share) == pytest.approx(expected, rel=1e-12)
