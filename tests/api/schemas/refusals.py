"""What the wire shape of a case says to a body."""

from pydantic import ValidationError

from app.api.field_errors import from_pydantic
from app.api.schemas.case import CaseIn


def refusals(body: object, shape: type[CaseIn] = CaseIn) -> dict[str, str]:
    """The code by the dotted path of every place that is refused; empty if none is."""
    try:
        shape.model_validate(body)
    except ValidationError as error:
        # As the service sees them: every place is within the body.
        found = from_pydantic({**one, "loc": ("body", *one["loc"])} for one in error.errors())
        return {one.pointer[1:].replace("/", "."): one.code for one in found}
    return {}
