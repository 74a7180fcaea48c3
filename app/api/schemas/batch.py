"""Wire shapes of the lines that answer a batch."""

from typing import Literal, TypeAlias

from pydantic import Field

from app.api.openapi import FieldErrorOut
from app.api.problem_codes import ProblemCode
from app.api.schemas.assessment import AssessmentOut
from app.api.schemas.out import OutModel


class ItemProblemOut(OutModel):
    """RFC 9457 problem details of one case; the request's id stands in the header."""

    type: str
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    code: ProblemCode
    errors: list[FieldErrorOut] | None = Field(
        default=None, description="With status 422 only; pointers start at the case."
    )


class BatchStoredOut(OutModel):
    """A case that was stored; `index` is its place in the batch, from 0 on."""

    index: int
    status: Literal[201]
    assessment: AssessmentOut


class BatchRefusedOut(OutModel):
    """A case that was not stored, and why."""

    index: int
    status: int = Field(ge=400, le=599)
    problem: ItemProblemOut


BatchLine: TypeAlias = BatchStoredOut | BatchRefusedOut
