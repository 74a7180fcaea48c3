"""Cases for the tests of the domain, written as a caller would write them."""

from datetime import date, timedelta
from typing import Any, Final

from app.api.schemas.case import CaseIn
from app.domain.case import Case
from app.domain.facts.facts import Facts, derive

AS_OF: Final = date(2026, 6, 1)


def case_of(**blocks: Any) -> Case:  # noqa: ANN401 # a body is JSON
    """The case of a body; `as_of` is 2026-06-01 unless the body says otherwise."""
    return CaseIn.model_validate(blocks).to_domain(today=AS_OF)


def facts_of(**blocks: Any) -> Facts:  # noqa: ANN401 # a body is JSON
    """The facts of a body; whether it contradicts itself is not asked."""
    return derive(case_of(**blocks))


def day(offset: int) -> str:
    """The day so many days after as_of, as JSON has it."""
    return (AS_OF + timedelta(days=offset)).isoformat()


def minute(clock: str) -> int:
    """Minutes after midnight of HH:MM."""
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)
