"""The body of every evaluation, with its examples."""

from typing import Annotated

from fastapi import Body

from app.api.schemas.case import CaseIn, StoredCaseIn
from app.api.schemas.examples import CASE_EXAMPLES

CaseBody = Annotated[CaseIn, Body(openapi_examples=CASE_EXAMPLES)]
StoredCaseBody = Annotated[StoredCaseIn, Body(openapi_examples=CASE_EXAMPLES)]
