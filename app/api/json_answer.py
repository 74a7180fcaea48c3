"""Answers as JSON, written by orjson from the typed dicts that the shapes in `schemas/` declare.

A shape is a TypedDict: the type checker holds every answer to it, key by key, and the OpenAPI
document is made of the same class. Made into models, an answer would take more than twice as long.
"""

from typing import Any, Final, TypeVar, cast

import orjson
from fastapi import Response
from pydantic import BaseModel

JSON: Final = "application/json"

_T = TypeVar("_T")


def to_json(value: object, *, indented: bool = False) -> bytes:
    """The bytes of an answer. Times are in UTC and end in Z."""
    layout = orjson.OPT_INDENT_2 if indented else 0
    return orjson.dumps(value, default=_fields, option=orjson.OPT_UTC_Z | layout)


def _fields(value: object) -> dict[str, Any]:
    """A part of the request that an answer repeats: a model, by its fields."""
    if isinstance(value, BaseModel):
        return value.__dict__
    raise TypeError(type(value).__name__)


def as_float(number: float | None) -> float | None:
    """A number of a field that has real numbers: 30 minutes are 30.0 there, as 30.5 would be."""
    return None if number is None else float(number)


def preserialized(value: _T) -> _T:
    """A part that is the same in every answer, written once.

    To the type checker it is what it was, so that it fits where its shape is asked for. In truth
    it is its bytes, which orjson copies into the answer: it can be written, and not be read.
    """
    return cast("_T", orjson.Fragment(to_json(value)))


def written(content: bytes, _shape: type[_T]) -> _T:
    """A part that is there as bytes already, as one of this shape: to be written, not read."""
    return cast("_T", orjson.Fragment(content))


class JsonAnswer(Response):
    """An answer that is still to be written."""

    media_type = JSON

    def render(self, content: Any) -> bytes:  # noqa: ANN401 # Starlette's signature
        return to_json(content)
