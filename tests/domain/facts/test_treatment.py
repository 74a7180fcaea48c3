"""Where the treatment stands, for every choice of dates and status."""

from itertools import product
from typing import Any, Final

import pytest

from app.domain.facts.facts import Facts
from tests.domain.given import day, facts_of

OFFSETS: Final = (None, -15, -14, -1, 0, 1, 14)
STATUSES: Final = (None, "planned", "active", "stopped")
NO_FLAGS: Final = (False, False, False)


def _facts(**plan: Any) -> Facts:  # noqa: ANN401 # a block is JSON
    for name in ("started_on", "stopped_on"):
        if plan.get(name) is not None:
            plan[name] = day(plan[name])
    return facts_of(sermorelin=plan)


def _by_dates(started: int | None, stopped: int | None) -> str | None:
    if stopped is not None and stopped <= 0:
        return "stopped"
    if started is None:
        return None
    return "active" if started <= 0 else "planned"


def _is_possible(status: str | None, started: int | None, stopped: int | None) -> bool:
    starts = range(-16, 16) if started is None else (started,)
    stops = (None, *range(-16, 16)) if stopped is None else (stopped,)
    return any(
        status in (None, _by_dates(start, stop))
        for start, stop in product(starts, stops)
        if stop is None or start <= stop
    )


POSSIBLE: Final = [
    combination
    for combination in product(STATUSES, OFFSETS, OFFSETS)
    if combination != (None, None, None) and _is_possible(*combination)
]


@pytest.mark.parametrize(("status", "started", "stopped"), POSSIBLE)
def test_the_status_is_the_stated_one_or_else_that_of_the_dates(
    status: str | None, started: int | None, stopped: int | None
) -> None:
    treatment = _facts(status=status, started_on=started, stopped_on=stopped).treatment
    expected = status or _by_dates(started, stopped)
    assert treatment.status == expected
    if expected is not None:
        assert (treatment.planned, treatment.active, treatment.stopped) == (
            expected == "planned",
            expected == "active",
            expected == "stopped",
        )
        assert treatment.planned_or_active == (expected != "stopped")


@pytest.mark.parametrize(("status", "started", "stopped"), POSSIBLE)
def test_weeks_run_from_the_start_to_as_of_or_an_earlier_stop(
    status: str | None, started: int | None, stopped: int | None
) -> None:
    treatment = _facts(status=status, started_on=started, stopped_on=stopped).treatment
    expected: int | None = None
    if treatment.planned:
        expected = 0
    elif started is not None:
        expected = (min(0, 0 if stopped is None else stopped) - started) // 7
    assert treatment.weeks_on_treatment == expected


@pytest.mark.parametrize(
    ("started", "stopped", "weeks"),
    [
        (0, None, 0),
        (-6, None, 0),
        (-7, None, 1),
        (-13, None, 1),
        (-14, None, 2),
        (-41, None, 5),
        (-42, None, 6),
        (-42, 0, 6),
        (-42, 20, 6),
        (-42, -1, 5),
        (-42, -42, 0),
        (-365, -1, 52),
        (1, None, 0),
        (70, None, 0),
    ],
)
def test_weeks_are_whole_weeks(started: int, stopped: int | None, weeks: int) -> None:
    plan = _facts(started_on=started, stopped_on=stopped)
    assert plan.treatment.weeks_on_treatment == weeks


def test_a_planned_treatment_is_at_week_0_even_without_a_start() -> None:
    assert _facts(status="planned").treatment.weeks_on_treatment == 0
    assert _facts(status="active").treatment.weeks_on_treatment is None
    assert _facts(status="stopped").treatment.weeks_on_treatment is None
    assert _facts(stopped_on=-7).treatment.weeks_on_treatment is None


def test_without_dates_and_status_only_a_dose_tells_of_a_plan() -> None:
    dosed = _facts(dose_mcg=0).treatment
    assert dosed.planned_or_active is True
    assert dosed.status is None
    assert dosed.planned is dosed.active is dosed.stopped is None
    undosed = _facts(route="nasal").treatment
    assert undosed.planned_or_active is None
    assert undosed.status is None
    assert undosed.planned is undosed.active is undosed.stopped is None


def test_a_dose_does_not_bring_a_stopped_treatment_back() -> None:
    assert _facts(dose_mcg=250, status="stopped").treatment.planned_or_active is False
    assert _facts(dose_mcg=250, stopped_on=0).treatment.planned_or_active is False


def test_a_stop_ahead_alone_rules_out_that_it_has_stopped() -> None:
    ahead = _facts(stopped_on=1).treatment
    assert ahead.status is None
    assert ahead.planned is ahead.active is None
    assert ahead.stopped is False


@pytest.mark.parametrize("plan", [None, {}, {"dose_mcg": None}, {"status": None, "route": None}])
def test_a_block_without_a_known_leaf_counts_as_none(plan: object) -> None:
    facts = facts_of(sermorelin=plan)
    treatment = facts.treatment
    assert not facts.has_sermorelin
    assert (treatment.planned, treatment.active, treatment.stopped) == NO_FLAGS
    assert treatment.planned_or_active is False
    assert treatment.status is None
    assert treatment.weeks_on_treatment is None


@pytest.mark.parametrize(
    "plan", [{"stopping": False}, {"nights_per_week": 0}, {"dose_mcg": 0}, {"sleep_time": "00:00"}]
)
def test_one_known_leaf_makes_a_block_even_where_it_is_zero_or_false(plan: object) -> None:
    assert facts_of(sermorelin=plan).has_sermorelin
