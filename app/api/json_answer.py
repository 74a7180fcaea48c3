"""Answers as JSON, written from plain values: dicts, lists, the domain's own small values.

The shapes under `schemas/` declare what an answer looks like; `tests/api/answers.py` holds every
answer to them. Made into models and written by those, an answer takes more than twice as long.
"""

from typing import Any, Final, TypeAlias

import orjson
from fastapi import Response

Plain: TypeAlias = dict[str, object]
"""An object of an answer: its fields by name."""

JSON: Final = "application/json"


def to_json(value: object, *, indented: bool = False) -> bytes:
    """The bytes of an answer. Times are in UTC and end in Z."""
    layout = orjson.OPT_INDENT_2 if indented else 0
    return orjson.dumps(value, option=orjson.OPT_UTC_Z | layout)


def real(number: float | None) -> float | None:
    """A number of a field that has real numbers: 30 minutes are 30.0 there, as 30.5 would be."""
    return None if number is None else float(number)


def ready(value: object) -> orjson.Fragment:
    """A part that is the same in every answer, written once."""
    return orjson.Fragment(to_json(value))


class JsonAnswer(Response):
    """An answer of plain values."""

    media_type = JSON

    def render(self, content: Any) -> bytes:  # noqa: ANN401 # Starlette's signature
        return to_json(content)
