"""Strict scalar types of the wire: no coercion, no infinities, ISO dates, HH:MM clocks."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGITS: Final = re.compile(r"-?(0|[1-9][0-9]*)", re.ASCII)


def _iso_date(value: object) -> date:
    # pydantic alone would take a number or a digit string as a Unix time.
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("date_format", "must be an existing calendar day, YYYY-MM-DD")


def whole_number(value: object) -> object:
    """A parameter's digits; pydantic alone would take 1_0, +1 and 1.0 for a whole number."""
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise PydanticCustomError("int_parsing", "must be a whole number")
    return value


class WireModel(BaseModel):
    """A request shape: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
Whole = Annotated[int, Strict()]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, BeforeValidator(_iso_date, json_schema_input_type=date)]
ClockTime = Annotated[
    str, Strict(), Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["22:30"])
]
"""Local wall-clock time, HH:MM."""


def minute_of_day(clock: str | None) -> int | None:
    """Minutes after midnight of an HH:MM clock time."""
    return None if clock is None else int(clock[:2]) * 60 + int(clock[3:])
