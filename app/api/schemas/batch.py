"""Wire shapes of the lines that answer a batch."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from typing_extensions import TypedDict

from app.api.schemas.assessment import AssessmentOut
from app.api.schemas.problem import ItemProblemOut


class BatchStoredOut(TypedDict):
    """A case that was stored; `index` is its place in the batch, from 0 on."""

    index: int
    status: Literal[201]
    assessment: AssessmentOut


class BatchRefusedOut(TypedDict):
    """A case that was not stored, and why."""

    index: int
    status: Annotated[int, Field(ge=400, le=599)]
    problem: ItemProblemOut


BatchLine: TypeAlias = BatchStoredOut | BatchRefusedOut
