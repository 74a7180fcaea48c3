"""Answers read through the shapes that the OpenAPI document declares for them.

Keys and values are held to the shapes by the type checker. It does not see whether a whole number
stands where real ones belong, nor what is in the parts that are written ahead of their answer.
"""

import json
from datetime import date
from typing import Any, TypeVar

from pydantic import TypeAdapter

from app.api.json_answer import to_json
from app.api.schemas.assessment import plain_assessment
from app.api.schemas.case import CaseIn
from app.domain.assessment import assess

Shape = TypeVar("Shape")


def held_to(shape: type[Shape], content: bytes) -> Shape:
    """The answer in its shape: no field too many or too few, each of the declared type."""
    adapter = TypeAdapter(shape)
    read = adapter.validate_json(content)
    assert _typed(json.loads(adapter.dump_json(read))) == _typed(json.loads(content))
    return read


def _typed(value: object) -> object:
    """With the type beside each leaf: to Python 1, 1.0 and true are the same, to a caller not."""
    if isinstance(value, dict):
        return {name: _typed(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    return type(value), value


def whole_answer(body: dict[str, Any], *, today: date) -> bytes:
    """What one case leads to, as `AssessedOut`; nothing is stored."""
    given = CaseIn.model_validate(body)
    return to_json(plain_assessment(given, assess(given.to_domain(today=today))))
