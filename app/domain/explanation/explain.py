"""The explanation of a whole assessment."""

from dataclasses import dataclass

from app.domain.assessment import Assessment
from app.domain.explanation.calculation_steps import calculation_steps
from app.domain.explanation.relevant_contradictions import Touching, relevant_contradictions
from app.domain.explanation.rules import RuleExplanation, explain_rules
from app.domain.explanation.step import Step


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every rule, the projection's steps, and the contradictions that touch the answer."""

    rules: tuple[RuleExplanation, ...]
    steps: tuple[Step, ...]
    contradictions: tuple[Touching, ...]


def explain(assessment: Assessment) -> Explanation:
    """Why the assessment says what it says."""
    steps = calculation_steps(assessment.facts, assessment.projection)
    return Explanation(
        explain_rules(assessment.facts, assessment.evaluation),
        steps,
        relevant_contradictions(assessment, steps),
    )
