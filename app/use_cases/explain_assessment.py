"""Explain a stored assessment by making it again from the case that it keeps."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.assessment import Assessment, assess
from app.domain.case import Case
from app.domain.errors import RulesetChangedError
from app.domain.explanation.explain import Explanation, explain
from app.use_cases.ports import StoredAssessment
from app.use_cases.ruleset import current_ruleset


@dataclass(frozen=True, slots=True)
class ExplainedAssessment:
    """What was stored, the same assessment made again, and why it says what it says."""

    stored: StoredAssessment
    assessment: Assessment
    explanation: Explanation


def explain_assessment(
    stored: StoredAssessment, *, case: Case, present: Callable[[Assessment], bytes]
) -> ExplainedAssessment:
    """Assess the stored case again and explain the outcome; `present` puts an answer into bytes.

    Raises RulesetChangedError where other rules made the answer and the present ones come to
    another: they would explain what was never said. It takes some milliseconds and touches no
    storage, so that a caller can do it elsewhere.
    """
    assessment = assess(case)
    made_by_others = stored.ruleset_sha256 != current_ruleset().sha256
    if made_by_others and not _say_the_same(stored.document, present(assessment)):
        raise RulesetChangedError(stored.id)
    return ExplainedAssessment(stored, assessment, explain(assessment))


def _say_the_same(one: bytes, other: bytes) -> bool:
    """Whether two answers differ in nothing but the rule set that they name."""
    first, second = ({**json.loads(each), "ruleset": None} for each in (one, other))
    return bool(first == second)
