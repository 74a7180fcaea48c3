"""Every rule's answer, explained: the facts as it read them, and the condition part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from app.domain.conditions.combine import Certainly, Decide, Not
from app.domain.conditions.compare import Comparison, Within
from app.domain.conditions.condition import Condition
from app.domain.conditions.telling import OfCase
from app.domain.conditions.truth import Unknown
from app.domain.evaluation import Evaluation
from app.domain.facts.fact import Fact, Observed
from app.domain.facts.facts import Facts
from app.domain.rules import RULES
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Verdict

RuleAnswer: TypeAlias = Literal["raised", "clear", "unknown", "suppressed"]

_PLACE: Final = {rule.id: place for place, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison with a limit; `holds` is None where the fact is unknown."""

    path: str
    text: str
    holds: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExplanation:
    """One rule's answer. `facts` has all that it depends on; None is unknown.

    `message` is what it says raised, or would say where it is suppressed.
    """

    rule: Rule
    answer: RuleAnswer
    facts: Mapping[str, Observed | None]
    comparison: str
    thresholds: tuple[Compared, ...]
    message: str | None
    computed: Mapping[str, Computed]
    missing: tuple[str, ...]
    suppressed_by: tuple[str, ...]


def explain_rules(facts: Facts, evaluation: Evaluation) -> tuple[RuleExplanation, ...]:
    """Every rule that was asked, in the catalogue's order."""
    found = (
        *(explain_rule(facts, rule, verdict) for rule, verdict in evaluation.raised),
        *(explain_rule(facts, rule, verdict) for rule, verdict in evaluation.unknown),
        *(explain_rule(facts, rule, CLEAR) for rule in evaluation.clear),
        *(
            explain_rule(facts, rule, rule.decide(facts), by=by)
            for rule, by in evaluation.suppressed
        ),
    )
    return tuple(sorted(found, key=lambda one: _PLACE[one.rule.id]))


def explain_rule(
    facts: Facts, rule: Rule, verdict: Verdict, *, by: tuple[str, ...] = ()
) -> RuleExplanation:
    """One rule's answer."""
    answer, outcome = _answer(verdict, by)
    return RuleExplanation(
        rule=rule,
        answer=answer,
        facts={fact.path: fact.value(facts) for fact in rule.facts},
        comparison=f"{_condition(rule.condition, facts)}: {outcome}.{_also_read(rule, facts)}",
        thresholds=tuple(_compared(rule.condition, facts)),
        message=verdict.message if isinstance(verdict, Raised) else None,
        computed=(verdict.computed or {}) if isinstance(verdict, Raised) else {},
        missing=verdict.missing if isinstance(verdict, Unknown) else (),
        suppressed_by=by,
    )


def _condition(condition: Condition, facts: Facts) -> str:
    if isinstance(condition, Decide):
        parts = "; ".join(
            f"{told} ({'holds' if holds else 'does not hold'})"
            for told, holds in condition.account(facts)
        )
        return f"{condition.told}: {parts}"
    return condition.words(OfCase(facts))


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


def _compared(condition: Condition, facts: Facts, *, denied: bool = False) -> Iterator[Compared]:
    if isinstance(condition, Comparison | Within):
        telling, truth = OfCase(facts), condition.truth(facts)
        text = condition.words(telling, denied=denied)
        yield Compared(
            condition.fact.path,
            text.removesuffix(telling.mark(condition, denied=denied)),
            None if isinstance(truth, Unknown) else truth is not denied,
        )
    if isinstance(condition, Certainly):
        return  # it has one answer of its own, whatever the comparison inside it says
    for part in condition.parts:
        yield from _compared(part, facts, denied=denied is not isinstance(condition, Not))


def _also_read(rule: Rule, facts: Facts) -> str:
    told: set[Fact[Any]] = {
        fact for one in rule.condition.walk() if not isinstance(one, Decide) for fact in one.facts
    }
    others = [fact for fact in rule.facts if fact not in told]
    listed = "; ".join(f"{fact.label} {fact.described(facts)}" for fact in others)
    return f" Read as well: {listed}." if listed else ""
