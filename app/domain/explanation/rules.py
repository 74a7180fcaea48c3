"""Every rule's answer, explained: the facts as it read them, its threshold, and the comparison."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from app.domain.evaluation import Evaluation
from app.domain.explanation.wording import Seen, Threshold, listed, worded
from app.domain.facts.facts import Facts
from app.domain.facts.paths import READERS
from app.domain.rules import RULES
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

RuleAnswer: TypeAlias = Literal["raised", "clear", "unknown", "suppressed"]

_PLACE: Final = {rule.id: place for place, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExplanation:
    """One rule's answer. `facts` has all that it depends on; None is unknown.

    `message` is what it says raised, or would say where it is suppressed.
    """

    rule: Rule
    answer: RuleAnswer
    facts: Seen
    comparison: str
    thresholds: tuple[Threshold, ...]
    message: str | None
    computed: Mapping[str, Computed]
    missing: tuple[str, ...]
    suppressed_by: tuple[str, ...]


def explain_rules(facts: Facts, evaluation: Evaluation) -> tuple[RuleExplanation, ...]:
    """Every rule that was asked, in the catalogue's order."""
    found = (
        *(_explained(facts, rule, verdict) for rule, verdict in evaluation.raised),
        *(_explained(facts, rule, verdict) for rule, verdict in evaluation.unknown),
        *(_explained(facts, rule, CLEAR) for rule in evaluation.clear),
        *(_explained(facts, rule, rule.decide(facts), by) for rule, by in evaluation.suppressed),
    )
    return tuple(sorted(found, key=lambda one: _PLACE[one.rule.id]))


def _explained(
    facts: Facts, rule: Rule, verdict: Verdict, by: tuple[str, ...] = ()
) -> RuleExplanation:
    seen = {path: READERS[path](facts) for path in rule.reads}
    words = worded(rule.when, seen)
    answer, outcome = _answer(verdict, by)
    return RuleExplanation(
        rule=rule,
        answer=answer,
        facts=seen,
        comparison=f"{words.text}: {outcome}.{_also_read(words.unmentioned, seen)}",
        thresholds=words.thresholds,
        message=verdict.message if isinstance(verdict, Raised) else None,
        computed=(verdict.computed or {}) if isinstance(verdict, Raised) else {},
        missing=verdict.missing if isinstance(verdict, Unknown) else (),
        suppressed_by=by,
    )


def _answer(verdict: Verdict, by: tuple[str, ...]) -> tuple[RuleAnswer, str]:
    match verdict:
        case Raised() if by:
            return "suppressed", f"would be raised, but is silenced by {', '.join(by)}"
        case Raised():
            return "raised", "raised"
        case Unknown(missing):
            return "unknown", f"unknown without {', '.join(missing)}"
        case _:
            return "clear", "clear"


def _also_read(paths: tuple[str, ...], seen: Seen) -> str:
    return f" Read as well: {listed(paths, seen)}." if paths else ""
