"""Explain a stored assessment by making it again from the case that it keeps."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from math import isclose
from typing import Final

from app.domain.assessment import Assessment, assess
from app.domain.case import Case
from app.domain.errors import ConflictingCaseError, RulesetChangedError
from app.domain.explanation.explain import Explanation, explain
from app.use_cases.ports import StoredAssessment

_LAST_DIGITS: Final = 1e-9


@dataclass(frozen=True, slots=True)
class GivenCase:
    """The case that a stored answer was made from; `present` puts an answer to it into bytes."""

    case: Case
    present: Callable[[Assessment], bytes]


@dataclass(frozen=True, slots=True)
class ExplainedAssessment:
    """What was stored, the same assessment made again, and why it says what it says."""

    stored: StoredAssessment
    assessment: Assessment
    explanation: Explanation


def explain_assessment(stored: StoredAssessment, given: GivenCase | None) -> ExplainedAssessment:
    """Assess the stored case again and explain the outcome.

    `given` is None where the stored case has another shape than cases have today. Raises
    RulesetChangedError there, and where the present rules come to another answer than was stored
    or refuse the case: they would explain what was never said. It takes some milliseconds and
    touches no storage, so that a caller can do it elsewhere.
    """
    if given is None:
        raise RulesetChangedError(stored.id)
    try:
        assessment = assess(given.case)
    except ConflictingCaseError as error:
        raise RulesetChangedError(stored.id) from error
    said, says = json.loads(stored.document), json.loads(given.present(assessment))
    if not _is_said_again(said | {"ruleset": None}, says | {"ruleset": None}):
        raise RulesetChangedError(stored.id)
    return ExplainedAssessment(stored, assessment, explain(assessment))


def _is_said_again(said: object, says: object) -> bool:
    """Whether all that was said is still said; an answer may have gained fields since."""
    if isinstance(said, dict) and isinstance(says, dict):
        return all(name in says and _is_said_again(said[name], says[name]) for name in said)
    if isinstance(said, list) and isinstance(says, list):
        return len(said) == len(says) and all(map(_is_said_again, said, says))
    if isinstance(said, float) and isinstance(says, float):
        # Another machine's mathematics library may differ in the last digits of the model.
        return isclose(said, says, rel_tol=_LAST_DIGITS, abs_tol=_LAST_DIGITS)
    return said == says
