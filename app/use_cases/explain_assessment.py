"""Explain a stored assessment by making it again from the case that it keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.assessment import Assessment, assess
from app.domain.case import Case
from app.domain.errors import RulesetChangedError
from app.domain.explanation.explain import Explanation, explain
from app.use_cases.caller import Caller
from app.use_cases.ports import StoredAssessment, UnitOfWork
from app.use_cases.read_assessment import read_assessment
from app.use_cases.ruleset import current_ruleset


@dataclass(frozen=True, slots=True)
class ExplainedAssessment:
    """What was stored, the same assessment made again, and why it says what it says."""

    stored: StoredAssessment
    assessment: Assessment
    explanation: Explanation


async def read_explainable(
    assessment_id: str, *, caller: Caller, now: datetime, unit_of_work: UnitOfWork
) -> StoredAssessment:
    """The assessment of this id, if it can be explained.

    Raises AssessmentNotFoundError, and RulesetChangedError where the present rules are not those
    that made it: they would explain another answer.
    """
    stored = await read_assessment(assessment_id, caller=caller, now=now, unit_of_work=unit_of_work)
    if stored.ruleset_sha256 != current_ruleset().sha256:
        raise RulesetChangedError(assessment_id)
    return stored


def explain_assessment(
    stored: StoredAssessment, *, case_of: Callable[[bytes], Case]
) -> ExplainedAssessment:
    """Read the case out of the stored answer, assess it again and explain the outcome.

    It takes some milliseconds and touches no storage, so that a caller can do it elsewhere.
    """
    assessment = assess(case_of(stored.document))
    return ExplainedAssessment(stored, assessment, explain(assessment))
