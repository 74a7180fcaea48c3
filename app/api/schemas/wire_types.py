"""Strict scalar types of the wire: no coercion, no infinities, ISO dates, HH:MM clocks."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
    Strict,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

_DIGITS: Final = re.compile(r"-?(0|[1-9][0-9]*)", re.ASCII)


def _day(_source: object, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    # pydantic alone would take a number or a digit string as a Unix time.
    text = core_schema.str_schema(strict=True, pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    return core_schema.custom_error_schema(
        core_schema.chain_schema([text, core_schema.date_schema()]),
        "date_format",
        custom_error_message="must be an existing calendar day, YYYY-MM-DD",
    )


def _day_in_openapi(
    _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
) -> JsonSchemaValue:
    return {"type": "string", "format": "date"}


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
Day = Annotated[date, GetPydanticSchema(_day, _day_in_openapi)]
ClockTime = Annotated[
    str, Strict(), Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["22:30"])
]
"""Local wall-clock time, HH:MM."""


_MINUTES: Final = {
    f"{hour:02}:{minute:02}": 60 * hour + minute for hour in range(24) for minute in range(60)
}


def minute_of_day(clock: str | None) -> int | None:
    """Minutes after midnight of an HH:MM clock time."""
    return None if clock is None else _MINUTES[clock]
