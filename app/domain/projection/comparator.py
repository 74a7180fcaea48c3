"""Outside evidence on the lean share, chosen for this person."""

from functools import cache

from app.domain.facts.facts import Facts
from app.domain.projection.answer import External
from app.domain.sources.outside.comparators import (
    COMPARATOR_NOTICE,
    COMPARATORS,
    SERMORELIN_INCREMENT,
)
from app.domain.thresholds import SESSIONS_OF_TRIAL


def external_comparator(facts: Facts) -> External | None:
    """The rows that fit, or None with the outside-evidence layer switched off."""
    if not facts.case.external_evidence:
        return None
    return _of(_scenarios(facts))


@cache
def _of(scenarios: tuple[str, ...]) -> External:
    rows = tuple(row for row in COMPARATORS if row.scenario in scenarios)
    return External(rows, SERMORELIN_INCREMENT, COMPARATOR_NOTICE)


def _scenarios(facts: Facts) -> tuple[str, ...]:
    if facts.on_glp1:
        drug = facts.glp1.drug
        return (drug,) if drug in ("tirzepatide", "semaglutide") else ("other-glp1",)
    if facts.sessions == 0:
        return ("diet",)
    if facts.sessions is not None and facts.sessions >= SESSIONS_OF_TRIAL.value:
        return ("diet-and-training",)
    # Little or unknown training lies somewhere between the two rows: both are shown.
    return "diet", "diet-and-training"
