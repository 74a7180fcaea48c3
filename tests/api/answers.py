"""Answers held to the shapes that the OpenAPI document declares for them."""

import json
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from app.api.json_answer import to_json
from app.api.schemas.assessment import plain_assessment
from app.api.schemas.case import CaseIn
from app.domain.assessment import assess

Shape = TypeVar("Shape", bound=BaseModel)


def held_to(shape: type[Shape], content: bytes) -> Shape:
    """The answer in its shape: every field is declared, and every declared field is there."""
    read = shape.model_validate_json(content)
    assert json.loads(read.model_dump_json(by_alias=True)) == json.loads(content)
    return read


def whole_answer(body: dict[str, Any], *, today: date) -> bytes:
    """What one case leads to, as `AssessedOut`; nothing is stored."""
    given = CaseIn.model_validate(body)
    return to_json(plain_assessment(given, assess(given.to_domain(today=today))))
