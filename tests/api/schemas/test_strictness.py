"""A leaf is what it says: no string for a number, no number for a flag, no clock but HH:MM."""

from datetime import date
from math import inf, nan
from typing import Any, Final

import pytest

from tests.api.schemas.leaves import (
    ALL_NUMBERS,
    CLOCKS,
    DAYS,
    FLAGS,
    WHOLES,
    body_of,
)
from tests.api.schemas.refusals import refusals
from tests.domain.given import case_of, minute

NO_SCALARS: Final[tuple[Any, ...]] = ("", " ", "null", [], {}, [1], {"value": 1})

NO_NUMBERS: Final = (*NO_SCALARS, "250", "2.5", "1e2", "NaN", True, False, nan, inf, -inf, 10**400)
NO_WHOLES: Final = (*NO_SCALARS, "3", True, False, 3.0, 3.5, 0.0, 1e0, nan, inf, -inf)
NO_FLAGS: Final = (*NO_SCALARS, 0, 1, 0.0, 1.0, "true", "false", "yes", "no", "on", "1", "0")
NO_DAYS: Final = (
    *NO_SCALARS,
    True,
    0,
    20260601,
    1780272000,
    1780272000.0,
    inf,
    "20260601",
    "1780272000",
    "2026-6-1",
    "26-06-01",
    "2026/06/01",
    "01-06-2026",
    "2026-06-01T00:00:00",
    "2026-06-01T00:00:00Z",
    "2026-06-01 00:00",
    "2026-06-01Z",
    " 2026-06-01",
    "2026-06-01 ",
    "2026-06-01\n",
    "+2026-06-01",
    "-2026-06-01",
    "2026-W23-1",
    "2026-152",
    "2026-06",
    "2026-00-10",
    "2026-13-01",
    "2026-06-00",
    "2026-06-31",
    "2026-02-29",
    "1900-02-29",
    "0000-01-01",
    "10000-01-01",
    "٢٠٢٦-٠٦-٠١",  # noqa: RUF001 # digits, but not of ASCII
    "2026-06-0１",  # noqa: RUF001
    "2026−06−01",
    "today",
)
NO_CLOCKS: Final = (
    *NO_SCALARS,
    0,
    22,
    22.5,
    1350,
    True,
    "24:00",
    "24:30",
    "25:00",
    "-1:00",
    "22:60",
    "22:99",
    "7:30",
    "07:3",
    "7:3",
    "0730",
    "07.30",
    "07-30",
    "07:30:00",
    "07:30Z",
    "07:30+02:00",
    "T07:30",
    "7:30 pm",
    " 07:30",
    "07:30 ",
    "07:30\n",
    "\n07:30",
    "+7:30",
    "07:+3",
    "0x:30",
    "٠٧:٣٠",  # noqa: RUF001
    "0７:30",  # noqa: RUF001
    "07：30",  # noqa: RUF001
    "22:3०",  # noqa: RUF001
)


@pytest.mark.parametrize("path", ALL_NUMBERS)
def test_a_number_is_a_finite_number(path: str) -> None:
    for other in NO_NUMBERS:
        assert refusals(body_of(path, other)).keys() == {path}, other


@pytest.mark.parametrize("path", WHOLES)
def test_a_whole_number_has_no_fraction_not_even_none(path: str) -> None:
    for other in NO_WHOLES:
        assert refusals(body_of(path, other)).keys() == {path}, other


@pytest.mark.parametrize("path", FLAGS)
def test_a_flag_is_true_or_false(path: str) -> None:
    for flag in (True, False):
        assert refusals(body_of(path, flag)) == {}
    for other in NO_FLAGS:
        assert refusals(body_of(path, other)) == {path: "wrong-type"}, other


@pytest.mark.parametrize("path", DAYS)
def test_a_day_is_an_existing_day_written_in_full(path: str) -> None:
    for day in ("0001-01-01", "2000-02-29", "2024-02-29", "2026-06-01", "9999-12-31"):
        assert refusals(body_of(path, day)) == {}
    for other in NO_DAYS:
        assert refusals(body_of(path, other)) == {path: "wrong-format"}, other


@pytest.mark.parametrize("path", CLOCKS)
def test_a_clock_time_is_two_digits_a_colon_and_two_digits(path: str) -> None:
    for clock in ("00:00", "00:59", "07:30", "19:00", "20:00", "23:59"):
        assert refusals(body_of(path, clock)) == {}
    for other in NO_CLOCKS:
        assert refusals(body_of(path, other)).keys() == {path}, other


def test_every_minute_of_the_day_can_be_written_in_one_way() -> None:
    for written in range(1440):
        clock = f"{written // 60:02d}:{written % 60:02d}"
        case = case_of(sermorelin={"sleep_time": clock})
        assert case.sermorelin.sleep_minute == written == minute(clock)


def test_a_whole_number_serves_where_a_fraction_may_stand() -> None:
    case = case_of(sermorelin={"dose_mcg": 250}, patient={"weight_kg": 80.5})
    assert case.sermorelin.dose_mcg == 250
    assert case.patient.weight_kg == 80.5


def test_a_day_is_read_as_that_day() -> None:
    assert case_of(as_of="2024-02-29").as_of == date(2024, 2, 29)
