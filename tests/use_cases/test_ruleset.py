"""The rule set's hash: it changes with what answers mean, and with nothing else."""

from dataclasses import replace
from math import isclose
from typing import Any, Final

import pytest

from app.domain.conditions.compare import Above
from app.domain.digest import sha256_of
from app.domain.facts.registry.sermorelin import DOSE
from app.domain.message import When
from app.domain.rules import RULES
from app.domain.rules.dose import DOSE_ABOVE_CEILING
from app.domain.rules.rule import Rule
from app.domain.sources import KNOWLEDGE
from app.domain.sources.cite import claim
from app.domain.threshold import Threshold
from app.domain.thresholds import DOSE_HIGH
from app.use_cases.ruleset import CALCULATION, RULESET_VERSION, current_ruleset, numbers
from tests.domain.golden import answers, as_json, read

RELEASED: Final = {"1.1.0": "052e2f652b9fcaa29b02cebf7dfbf6419a33a588fbb288daec7e5a75f261e15a"}
"""By version: its hash. Where they part, say in the changelog what answers otherwise now."""
MOVED: Final = Threshold(510.0, "ug", DOSE_HIGH.cites)
THEN, ENTRIES = read()


def test_the_hash_is_the_one_that_was_released() -> None:
    assert current_ruleset().sha256 == RELEASED[RULESET_VERSION]
    assert current_ruleset() is current_ruleset()


def test_the_hash_covers_rules_numbers_knowledge_and_calculation() -> None:
    parts = [RULES, numbers(), KNOWLEDGE, CALCULATION]
    assert sha256_of(*parts) == current_ruleset().sha256
    others = (RULES[1:], numbers()[1:], replace(KNOWLEDGE, version="0"), CALCULATION + 1)
    for place, other in enumerate(others):
        changed = [*parts[:place], other, *parts[place + 1 :]]
        assert sha256_of(*changed) != current_ruleset().sha256


@pytest.mark.parametrize(
    "changed",
    [
        replace(DOSE_ABOVE_CEILING, condition=Above(DOSE, MOVED)),
        replace(DOSE_ABOVE_CEILING, severity="critical"),
        replace(DOSE_ABOVE_CEILING, message=f"The dose is {DOSE}."),
        replace(DOSE_ABOVE_CEILING, message=(When(Above(DOSE, MOVED), "Very high."),)),
        replace(DOSE_ABOVE_CEILING, cites=(claim("ceiling-500"),)),
        replace(DOSE_ABOVE_CEILING, suppressed_by=()),
    ],
)
def test_a_changed_meaning_changes_the_hash(changed: Rule) -> None:
    assert sha256_of(changed) != sha256_of(DOSE_ABOVE_CEILING)


def test_what_only_shortens_the_work_or_the_answer_does_not_change_it() -> None:
    changed = replace(
        DOSE_ABOVE_CEILING, cache_messages=True, shows=(DOSE,), extra_limits={DOSE: (MOVED,)}
    )
    assert sha256_of(changed) == sha256_of(DOSE_ABOVE_CEILING)
    again = replace(DOSE_ABOVE_CEILING, condition=Above(DOSE, replace(DOSE_HIGH)))
    assert sha256_of(again) == sha256_of(DOSE_ABOVE_CEILING)


@pytest.mark.parametrize("entry", ENTRIES, ids=range(len(ENTRIES)))
def test_fixed_cases_are_answered_as_ever_or_calculation_is_raised(entry: dict[str, Any]) -> None:
    assert THEN == CALCULATION, "write the fixed answers anew: python -m tests.domain.golden"
    now = as_json(answers(entry["given"]))
    assert _is_same(now, entry["answers"]), "raise CALCULATION, and say in the changelog why"


def _is_same(now: object, then: object) -> bool:
    if isinstance(now, dict) and isinstance(then, dict):
        return now.keys() == then.keys() and all(_is_same(now[k], then[k]) for k in now)
    if isinstance(now, list) and isinstance(then, list):
        return len(now) == len(then) and all(map(_is_same, now, then))
    if isinstance(now, float) and isinstance(then, float):
        return isclose(now, then, rel_tol=1e-8, abs_tol=1e-8)
    return now == then
