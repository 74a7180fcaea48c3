"""Runs the rule book over the facts: who speaks up, who cannot tell, who was silenced."""

from collections.abc import Iterable
from typing import Final, TypeAlias, get_args

from app.domain.conditions.condition import compiled
from app.domain.conditions.truth import Unknown
from app.domain.facts.facts import Facts
from app.domain.rules import RULES
from app.domain.rules.rule import Raised, Rule, Severity, Target, speaker
from app.domain.value import value

SEVERITY_RANK: Final[dict[Severity, int]] = {"critical": 0, "warning": 1, "advisory": 2, "info": 3}

_Findings: TypeAlias = tuple[tuple[Rule, Raised], ...]
_Silenced: TypeAlias = tuple[tuple[Rule, tuple[str, ...]], ...]


@value
class Evaluation:
    """The rule book's answer, in catalogue order; but `raised` runs from critical to info first."""

    asked: tuple[Rule, ...]
    raised: _Findings
    unknown: tuple[tuple[Rule, Unknown], ...]
    suppressed: _Silenced

    @property
    def clear(self) -> tuple[Rule, ...]:
        """The rules that were asked and had nothing to say, worked out anew at every call."""
        told = {
            rule.id for part in (self.raised, self.unknown, self.suppressed) for rule, _ in part
        }
        return tuple([rule for rule in self.asked if rule.id not in told])


def stays_without_evidence(rule: Rule) -> bool:
    """Whether a rule is asked with the outside-evidence layer switched off too."""
    return (
        rule.origin == "document" or rule.contraindication != "none" or rule.severity == "critical"
    )


CORE_RULES: Final = tuple(rule for rule in RULES if stays_without_evidence(rule))
"""What is left with the outside-evidence layer switched off: safety is never switched off."""

_CONTRAINDICATIONS: Final = tuple(rule.id for rule in RULES if rule.contraindication != "none")


def suppressors(rule: Rule) -> tuple[str, ...]:
    """Every rule that, raised, silences this one; contraindications are spelled out."""
    contraindications = _CONTRAINDICATIONS if rule.yields_to_contraindications else ()
    return tuple(dict.fromkeys((*rule.suppressed_by, *contraindications)))


_SUPPRESSORS: Final = {rule.id: by for rule in RULES if (by := suppressors(rule))}
_SUPPRESSIBLE: Final = frozenset(_SUPPRESSORS)
_SILENCERS: Final = frozenset(one for by in _SUPPRESSORS.values() for one in by)

_BOOK: Final = tuple(
    (rule, SEVERITY_RANK[rule.severity], compiled(rule.condition), speaker(rule)) for rule in RULES
)
_CORE_BOOK: Final = tuple(entry for entry in _BOOK if stays_without_evidence(entry[0]))


def evaluate(facts: Facts) -> Evaluation:
    """Ask every rule that the case's options leave in the book."""
    with_evidence = facts.case.external_evidence
    asked, book = (RULES, _BOOK) if with_evidence else (CORE_RULES, _CORE_BOOK)
    raised: tuple[list[tuple[Rule, Raised]], ...] = [], [], [], []  # of each severity
    unknown: list[tuple[Rule, Unknown]] = []
    for rule, rank, holds, say in book:
        truth = holds(facts)
        if truth is False:  # as it mostly is
            continue
        if truth is True:
            raised[rank].append((rule, say(facts)))
        else:
            unknown.append((rule, truth))
    critical, warning, advisory, info = raised
    findings, suppressed = _suppress((*critical, *warning, *advisory, *info))
    return Evaluation(asked, findings, tuple(unknown), suppressed)


def _suppress(raised: _Findings) -> tuple[_Findings, _Silenced]:
    ids = {rule.id for rule, _ in raised}
    if _SILENCERS.isdisjoint(ids):  # as it mostly is
        return raised, ()
    silent = {one for one in ids & _SUPPRESSIBLE if not ids.isdisjoint(_SUPPRESSORS[one])}
    if not silent:
        return raised, ()
    kept = tuple([finding for finding in raised if finding[0].id not in silent])
    suppressed = tuple(
        (rule, tuple(other for other in _SUPPRESSORS[rule.id] if other in ids))
        for rule in RULES
        if rule.id in silent
    )
    return kept, suppressed


def bars(rule: Rule, target: Target) -> bool:
    """Whether this rule, raised, rules the target out: absolute, or relative and critical."""
    return target in rule.applies_to and (
        rule.contraindication == "absolute"
        or (rule.contraindication == "relative" and rule.severity == "critical")
    )


_BARRING: Final[dict[Target, frozenset[str]]] = {
    target: frozenset(rule.id for rule in RULES if bars(rule, target))
    for target in get_args(Target)
}


def barred_by(raised: Iterable[tuple[Rule, Raised]], target: Target) -> tuple[str, ...]:
    """The raised rules that rule the target out."""
    barring = _BARRING[target]
    return tuple([rule.id for rule, _ in raised if rule.id in barring])
