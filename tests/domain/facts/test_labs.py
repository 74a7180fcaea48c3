"""Which result is the latest, the baseline and the current one, and by how much it rose."""

from fractions import Fraction
from math import isfinite
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series
from tests.domain.given import day, facts_of

UNITS: Final = {"igf1": "ng/mL", "fasting_glucose": "mg/dL", "hba1c": "%", "igfbp3": "mg/L"}


def lab(offset: int, value: float, analyte: str = "igf1", **more: object) -> dict[str, object]:
    entry = {"analyte": analyte, "unit": UNITS[analyte], "value": value}
    return entry | {"collected_on": day(offset)} | more


def facts(
    *labs: dict[str, object], started: int | None = None, stopped: int | None = None, **plan: object
) -> Facts:
    block: dict[str, Any] = {
        "started_on": None if started is None else day(started),
        "stopped_on": None if stopped is None else day(stopped),
    }
    return facts_of(sermorelin=block | plan, labs=list(labs))


def latest(series: Series) -> float | None:
    return None if series.latest is None else series.latest.value


def test_the_latest_is_the_last_up_to_as_of_in_whatever_order_they_are_listed() -> None:
    entries = [lab(-30, 1), lab(-2, 2), lab(-90, 3)]
    for order in (entries, entries[::-1], [*entries[1:], entries[0]]):
        series = facts(*order).igf1
        assert latest(series) == 2
        assert series.latest_index == [one["value"] for one in order].index(2)


@pytest.mark.parametrize(("offset", "counts"), [(-1, True), (0, True), (1, False), (400, False)])
def test_as_of_itself_counts_and_later_days_are_ignored(offset: int, *, counts: bool) -> None:
    series = facts(lab(-60, 1), lab(offset, 2), started=-30).igf1
    assert latest(series) == (2 if counts else 1)
    assert series.current == (2 if counts else None)


@pytest.mark.parametrize("started", [None, -400, -1, 0, 5])
def test_the_latest_is_the_latest_whatever_the_start_says(started: int | None) -> None:
    assert latest(facts(lab(-60, 1), lab(-3, 2), started=started).igf1) == 2
    assert latest(facts(lab(-60, 1), lab(-3, 2), started=-70, stopped=-50).igf1) == 2


@pytest.mark.parametrize("values", [(150, 180), (180, 150), (180, 180)])
def test_of_one_day_the_higher_value_counts(values: tuple[float, float]) -> None:
    entries = [lab(offset, value) for offset in (-60, -1) for value in values]
    series = facts(*entries, started=-60).igf1
    assert (latest(series), series.baseline, series.current) == (180, 180, 180)


def test_of_one_day_the_higher_value_counts_after_conversion() -> None:
    nmol = lab(-1, 30, unit="nmol/L")
    assert latest(facts(nmol, lab(-1, 229)).igf1) == pytest.approx(229.47)
    assert latest(facts(nmol, lab(-1, 230)).igf1) == 230


def test_the_higher_value_of_a_day_counts_even_where_it_lacks_a_range() -> None:
    series = facts(lab(-1, 180, reference_high=170, z_score=3.5), lab(-1, 181)).igf1
    assert series.latest is not None
    assert (series.latest.value, series.latest.reference_high, series.latest.z_score) == (
        181,
        None,
        None,
    )
    assert series.latest_index == 1


@pytest.mark.parametrize("order", [1, -1])
def test_of_one_day_and_value_the_more_alarming_range_and_score_count(order: int) -> None:
    entries = [
        lab(-1, 180, reference_high=170, z_score=2.5),
        lab(-1, 180, reference_high=170, z_score=1.5),
        lab(-1, 180, reference_high=190),
    ]
    series = facts(*entries[::order]).igf1
    assert series.latest is not None
    assert (series.latest.z_score, series.latest.reference_high) == (2.5, 170)
    unscored = [lab(-1, 180), lab(-1, 180, reference_high=190), lab(-1, 180, reference_high=170)]
    bounded = facts(*unscored[::order]).igf1
    assert bounded.latest is not None
    assert bounded.latest.reference_high == 170
    within = facts(*unscored[:2][::order]).igf1  # neither is past its bound: the lower one counts
    assert within.latest is not None
    assert within.latest.reference_high == 190
    mixed = [lab(-1, 180, z_score=1.0), lab(-1, 180, reference_high=170)]
    on_its_bound = [lab(-1, 180, z_score=1.0), lab(-1, 180, reference_high=180)]
    scored = facts(*on_its_bound[::order]).igf1
    assert scored.latest is not None
    assert scored.latest.z_score == 1.0
    past_its_bound = facts(*mixed[::order]).igf1
    assert past_its_bound.latest is not None
    assert past_its_bound.latest.reference_high == 170


@pytest.mark.parametrize("pct", [-5, 0, 15, 20, 35])
def test_a_rise_on_a_limit_stands_on_it(pct: int) -> None:
    for tenths in range(1001, 3000, 41):
        current = float(Fraction(tenths, 10) * (100 + pct) / 100)
        found = facts(lab(-90, tenths / 10), lab(-1, current), started=-60)
        assert found.igf1.rise_pct == pct, tenths


@pytest.mark.parametrize(
    ("offsets", "baseline"),
    [
        ((-31,), -31),
        ((-30,), -30),
        ((-29,), None),
        ((-90, -31, -29, -1), -31),
        ((-90, -30, -29), -30),
        ((-30, -90), -30),
    ],
)
def test_the_baseline_is_the_last_up_to_the_day_of_the_start(
    offsets: tuple[int, ...], baseline: int | None
) -> None:
    series = facts(*(lab(offset, 200 + offset) for offset in offsets), started=-30).igf1
    assert series.baseline == (None if baseline is None else 200 + baseline)
    assert series.has_baseline is (baseline is not None)


@pytest.mark.parametrize(
    ("offsets", "stopped", "current"),
    [
        ((-30,), None, None),
        ((-29,), None, -29),
        ((0,), None, 0),
        ((1,), None, None),
        ((-29, -1, 1), None, -1),
        ((-9,), -10, None),
        ((-10,), -10, -10),
        ((-11, -9), -10, -11),
        ((-1, 3), 5, -1),
        ((0,), 0, 0),
        ((-30, -29), -30, None),
    ],
)
def test_the_current_one_is_the_last_between_the_start_and_as_of_or_an_earlier_stop(
    offsets: tuple[int, ...], stopped: int | None, current: int | None
) -> None:
    labs = [lab(offset, 200 + offset) for offset in offsets]
    series = facts(*labs, started=-30, stopped=stopped).igf1
    assert series.current == (None if current is None else 200 + current)
    assert series.has_current is (None if series.recorded is None else current is not None)


@pytest.mark.parametrize(
    ("started", "drawn", "week"),
    [(-42, 0, 6), (-41, 0, 5), (-48, 0, 6), (-49, 0, 7), (-100, -99, 0), (-100, -93, 1)],
)
def test_the_current_week_is_in_whole_weeks_from_the_start(
    started: int, drawn: int, week: int
) -> None:
    assert facts(lab(drawn, 200), started=started).igf1.current_week == week


@pytest.mark.parametrize(
    ("baseline", "current", "rise"),
    [
        (200, 230, 15),
        (180, 216, 20),
        (200, 270, 35),
        (200, 200, 0),
        (200, 150, -25),
        (100, 400, 300),
    ],
)
def test_the_rise_is_in_percent_of_the_baseline(baseline: int, current: int, rise: int) -> None:
    assert facts(lab(-90, baseline), lab(-1, current), started=-60).igf1.rise_pct == rise


@pytest.mark.parametrize("values", [(1e-320, 1e300), (1.7e308, 1.0), (1.7e308, 1e308)])
def test_no_rise_is_infinite(values: tuple[float, float]) -> None:
    rise = facts(lab(-90, values[0]), lab(-1, values[1]), started=-60).igf1.rise_pct
    assert rise is not None
    assert isfinite(rise)
    assert rise >= -100
    if values[1] == 1e308:
        assert rise == pytest.approx(-700 / 17)


def test_there_is_no_rise_without_both_ends() -> None:
    assert facts(lab(-90, 200), started=-60).igf1.rise_pct is None
    assert facts(lab(-1, 200), started=-60).igf1.rise_pct is None


@pytest.mark.parametrize("plan", [{"status": "planned"}, {"started": 20}])
def test_before_the_start_the_baseline_is_the_last_up_to_as_of(plan: dict[str, Any]) -> None:
    series = facts(lab(-60, 1), lab(0, 2), lab(3, 3), **plan).igf1
    assert (series.has_baseline, series.baseline) == (True, 2)
    assert (series.has_current, series.current, series.current_week) == (False, None, None)


@pytest.mark.parametrize("plan", [{}, {"status": "active"}, {"status": "stopped"}, {"dose_mcg": 1}])
def test_without_a_start_baseline_and_current_are_open(plan: dict[str, Any]) -> None:
    series = facts(lab(-60, 1), lab(-1, 2), **plan).igf1
    assert series.recorded is True
    assert series.has_baseline is series.has_current is None
    assert series.baseline is series.current is series.current_week is series.rise_pct is None


def test_a_stop_without_a_start_leaves_them_open_too() -> None:
    series = facts(lab(-60, 1), stopped=-5).igf1
    assert series.has_baseline is series.has_current is None


@pytest.mark.parametrize("labs", [[], [lab(-1, 5, "igfbp3")], [lab(1, 200)]])
@pytest.mark.parametrize("started", [None, -30, 5])
def test_a_list_without_the_analyte_means_none_recorded(
    labs: list[dict[str, object]], started: int | None
) -> None:
    series = facts(*labs, started=started).igf1
    assert series.recorded is series.has_baseline is series.has_current is False
    assert series.latest is None
    assert series.baseline is series.current is None


def test_labs_left_out_are_unknown() -> None:
    series = facts_of(sermorelin={"started_on": day(-30)}).igf1
    assert series.recorded is series.has_baseline is series.has_current is None


def test_each_analyte_has_a_series_of_its_own() -> None:
    found = facts(
        lab(-40, 180),
        lab(-39, 90, "fasting_glucose"),
        lab(-38, 5.5, "hba1c"),
        lab(-3, 4, "igfbp3"),
        lab(-2, 200),
        lab(-1, 99, "fasting_glucose"),
        lab(0, 6.6, "hba1c"),
        started=-30,
    )
    assert (found.igf1.baseline, found.igf1.current) == (180, 200)
    assert (found.glucose.baseline, found.glucose.current) == (90, 99)
    assert (found.hba1c.baseline, found.hba1c.current) == (5.5, 6.6)
    assert found.glucose.rise_pct == 10
    assert found.hba1c.rise_pct == pytest.approx(20)
    assert [s.latest_index for s in (found.igf1, found.glucose, found.hba1c)] == [4, 5, 6]


DRAWS: Final = st.lists(st.tuples(st.integers(-12, 4), st.integers(100, 105)), max_size=6)


@given(draws=DRAWS, started=st.integers(-10, 0), lasts=st.none() | st.integers(0, 14))
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_any_draws_by_looking_through_them_day_by_day(
    draws: list[tuple[int, int]], started: int, lasts: int | None
) -> None:
    stopped = None if lasts is None else started + lasts
    series = facts(*(lab(*draw) for draw in draws), started=started, stopped=stopped).igf1
    highest = {offset: max(v for o, v in draws if o == offset) for offset, _ in draws}
    until = 0 if stopped is None else min(0, stopped)
    assert latest(series) == _last(highest, -12, 0)
    assert series.baseline == _last(highest, -12, started)
    assert series.current == _last(highest, started + 1, until)


def _last(highest: dict[int, int], first: int, last: int) -> int | None:
    return next((highest[at] for at in range(last, first - 1, -1) if at in highest), None)
