"""The engine that one would pick instead: the same thresholds as a GoRules decision table.

Of the rule book it takes the rules that are thresholds on one or two facts. Both sides get the
facts ready-made and answer which of these rules speak up; what leankeep says beside that (the
message, the figures, what is unknown and for want of which input) the table does not say.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

import zen

from app.domain.facts.facts import Facts
from app.domain.facts.registry import FACTS
from app.domain.rules import RULES
from app.domain.rules.rule import Raised

_DOSE: Final = "sermorelin.dose_mcg"
_MINUTES: Final = "sermorelin.minutes_before_sleep"
_AGE: Final = "patient.age_years"
_BASELINE: Final = "labs.igf1_baseline"
_PROTEIN: Final = "nutrition.protein_g_per_kg"
_SESSIONS: Final = "training.resistance_sessions_per_week"
_GLP1: Final = "glp1.active"
_MIDDLE: Final = {_AGE: "[40..60]"}

ROWS: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    ("dose-below-range", {_DOSE: "< 200"}),
    ("dose-in-range", {_DOSE: "[200..500]"}),
    ("dose-above-ceiling", {_DOSE: "> 500"}),
    ("dose-unit-implausible", {_DOSE: "< 20"}),
    ("dose-unit-implausible", {_DOSE: "> 2000"}),
    ("timing-window", {_MINUTES: "< 30"}),
    ("timing-window", {_MINUTES: "> 60"}),
    ("fasting-before-short", {"sermorelin.fasting_hours_before": "< 2"}),
    ("fasting-after-short", {"sermorelin.fasting_minutes_after": "< 30"}),
    ("frequency-not-nightly", {"sermorelin.nights_per_week": "[5..7)"}),
    ("frequency-poor", {"sermorelin.nights_per_week": "< 5"}),
    ("igf1-baseline-high", _MIDDLE | {_BASELINE: "[220..250)"}),
    ("igf1-baseline-very-high", _MIDDLE | {_BASELINE: ">= 250"}),
    ("ext-igf1-quartile-mislabel", _MIDDLE | {_BASELINE: "[150..220)"}),
    ("igf1-overshoot-risk", {_BASELINE: "> 222.22222222222223"}),
    ("igf1-over-300", {"labs.igf1_latest": "(300..350]"}),
    ("igf1-over-350", {"labs.igf1_latest": "> 350"}),
    ("ext-obesity-blunted", {"patient.bmi": ">= 30"}),
    ("body-size-implausible", {"patient.bmi": "< 13"}),
    ("body-size-implausible", {"patient.bmi": "> 60"}),
    ("ext-age-under-18", {_AGE: "< 18"}),
    ("protein-negates", {_PROTEIN: "< 1.2"}),
    ("protein-short", {_PROTEIN: "[1.2..1.6)"}),
    ("protein-ok", {_PROTEIN: "[1.6..2.2]"}),
    ("protein-above", {_PROTEIN: "> 2.2"}),
    ("training-none", {_SESSIONS: "== 0"}),
    ("training-low", {_SESSIONS: "[1..3)"}),
    ("expect-too-early", {"expectations.result_week": "< 12"}),
    ("expect-commitment-short", {"sermorelin.planned_weeks": "< 16"}),
    ("combo-dose", {_GLP1: "true", _DOSE: "< 200"}),
    ("combo-dose", {_GLP1: "true", _DOSE: "> 300"}),
    ("combo-protein", {_GLP1: "true", _PROTEIN: "<= 1.6"}),
)
COLUMNS: Final = tuple(dict.fromkeys(path for _, conditions in ROWS for path in conditions))
RULE_IDS: Final = frozenset(rule for rule, _ in ROWS)
_OURS: Final = tuple((rule.id, rule.decide) for rule in RULES if rule.id in RULE_IDS)


def _decision() -> dict[str, Any]:
    """One table that collects every row that fits; a column holds for one fact."""
    fields = {path: f"f{number}" for number, path in enumerate(COLUMNS)}
    rows = [
        {"_id": f"r{number}", "rule": json.dumps(rule)}
        | {fields[path]: condition for path, condition in conditions.items()}
        for number, (rule, conditions) in enumerate(ROWS)
    ]
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": each, "name": each, "field": each} for each in fields.values()],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": rows,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "b", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def theirs() -> Callable[[Facts], set[str]]:
    """The engine with its decision loaded once."""
    decision = zen.ZenEngine().create_decision(json.dumps(_decision()))
    names = [(f"f{number}", path) for number, path in enumerate(COLUMNS)]

    def decide(facts: Facts) -> set[str]:
        every = {path: FACTS[path].value(facts) for path in COLUMNS}
        seen = {path: one for path, one in every.items() if one is not None}
        context = {name: seen.get(path) for name, path in names}
        return {row["rule"] for row in decision.evaluate(context)["result"]}

    return decide


def ours(facts: Facts) -> set[str]:
    """The same rules of the rule book, message and figures made with them."""
    return {rule for rule, decide in _OURS if isinstance(decide(facts), Raised)}


def assert_same(cases: Sequence[Facts]) -> None:
    """Before anything is timed."""
    decide = theirs()
    for facts in cases:
        assert decide(facts) == ours(facts)
