"""The rule book's answer to a body, by the ids of the rules."""

from typing import Any

from app.domain.evaluation import Evaluation, evaluate
from tests.domain.given import facts_of


def evaluated(**blocks: Any) -> Evaluation:  # noqa: ANN401 # a body is JSON
    return evaluate(facts_of(**blocks))


def raised(evaluation: Evaluation) -> list[str]:
    return [rule.id for rule, _ in evaluation.raised]


def suppressed(evaluation: Evaluation) -> dict[str, set[str]]:
    return {rule.id: set(by) for rule, by in evaluation.suppressed}
