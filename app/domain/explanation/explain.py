"""The explanation of a whole assessment."""

from dataclasses import dataclass

from app.domain.assessment import Assessment
from app.domain.explanation.chain import chain_of
from app.domain.explanation.rules import RuleExplanation, explain_rules
from app.domain.explanation.step import Step
from app.domain.explanation.touching import Touching, touching


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every rule, the projection's steps, and the contradictions that touch the answer."""

    rules: tuple[RuleExplanation, ...]
    steps: tuple[Step, ...]
    contradictions: tuple[Touching, ...]


def explain(assessment: Assessment) -> Explanation:
    """Why the assessment says what it says."""
    steps = chain_of(assessment.facts, assessment.projection)
    return Explanation(
        explain_rules(assessment.facts, assessment.evaluation),
        steps,
        touching(assessment, steps),
    )
