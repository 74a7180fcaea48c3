"""Wire shapes of what is refused: RFC 9457 problem details."""

from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from app.api.field_errors import FIELD_CODES
from app.api.problem_codes import ProblemCode


@with_config(ConfigDict(title="FieldError", extra="forbid"))
class FieldErrorOut(TypedDict):
    """One place of the request that is refused."""

    pointer: Annotated[
        str,
        Field(
            description="JSON pointer into the body; /query/…, /path/… or /header/… for a "
            "parameter. A name in it is cut at 64 characters."
        ),
    ]
    code: Annotated[
        str,
        Field(
            description="What is wrong there. The list is closed.",
            json_schema_extra={"enum": list(FIELD_CODES)},
        ),
    ]
    detail: Annotated[str, Field(description="In words, without the value.")]


class ItemProblemOut(TypedDict):
    """RFC 9457 problem details of one case; the request's id stands in the header."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    code: ProblemCode
    errors: NotRequired[
        Annotated[
            list[FieldErrorOut] | None,
            Field(default=None, description="With status 422 only; pointers start at the case."),
        ]
    ]


@with_config(ConfigDict(title="Problem", extra="forbid"))
class ProblemOut(TypedDict):
    """RFC 9457 problem details."""

    type: Annotated[str, Field(description="A stable URN that ends in the code.")]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    code: Annotated[ProblemCode, Field(description="What to branch on. The list is closed.")]
    request_id: str
    errors: NotRequired[
        Annotated[
            list[FieldErrorOut] | None,
            Field(default=None, description="With status 422 only; at most 100 places."),
        ]
    ]
    day: NotRequired[
        Annotated[
            int | None,
            Field(default=None, ge=0, description="With beyond-the-body only: the first such day."),
        ]
    ]
