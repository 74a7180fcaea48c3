"""The rule book: every rule in reporting order, the catalogue's."""

from typing import Final

from app.domain.rules import (
    combination,
    combination_glp1,
    cost,
    discontinuation,
    dose,
    energy_balance,
    expectation,
    fasting,
    frequency,
    lab_glucose,
    lab_igf1_baseline,
    lab_igf1_limits,
    monitoring,
    nutrition,
    response,
    response_body,
    safety_document,
    safety_external,
    safety_label,
    timing,
    titration,
    training,
)
from app.domain.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *dose.RULES,
    *titration.RULES,
    *timing.RULES,
    *fasting.RULES,
    *frequency.RULES,
    *monitoring.RULES,
    *lab_igf1_baseline.RULES,
    *lab_igf1_limits.RULES,
    *lab_glucose.RULES,
    *response.RULES,
    *response_body.RULES,
    *safety_document.RULES,
    *safety_label.RULES,
    *safety_external.RULES,
    *nutrition.RULES,
    *training.RULES,
    *energy_balance.RULES,
    *expectation.RULES,
    *combination.RULES,
    *combination_glp1.RULES,
    *discontinuation.RULES,
    *cost.RULES,
)
