"""When a rule speaks up, when it cannot tell, what silences it and what it bars, in sentences."""

from collections.abc import Iterator
from typing import Final

from app.domain.evaluation import CORE_RULES, bars, suppressors
from app.domain.rules import RULES
from app.domain.rules.rule import Rule, Target

_NAMES: Final[dict[Target, str]] = {
    "sermorelin": "sermorelin",
    "glp1": "the GLP-1",
    "weight_loss": "losing weight",
}
_CONSEQUENCES: Final[dict[Target, str]] = {
    "sermorelin": "the dosing verdict is `contraindicated` and no sermorelin arm is projected",
    "glp1": "no weight loss is projected from the GLP-1",
    "weight_loss": "no weight loss is projected",
}


def describe_rule(rule: Rule) -> tuple[str, ...]:
    """The account of a rule, a sentence each."""
    return (
        f"Raised {rule.when}." if rule.when.startswith("always") else f"Raised when {rule.when}.",
        *(() if rule.boundary == "none" else (f"At the boundary: {rule.boundary}.",)),
        _unknown(rule),
        *_silence(rule),
        *_contraindication(rule),
        *_standing(rule),
    )


def _unknown(rule: Rule) -> str:
    if not rule.reads:
        return "Never unknown: it reads no fact of the case."
    return (
        "Unknown while a missing fact could still change the answer; it then names the inputs to "
        f"ask for. It reads {', '.join(rule.reads)}."
    )


def _silence(rule: Rule) -> Iterator[str]:
    if silenced_by := suppressors(rule):
        yield f"Silenced while any of these is raised: {', '.join(silenced_by)}."
    if silences := [other.id for other in RULES if rule.id in suppressors(other)]:
        yield f"While raised, it silences {', '.join(silences)}."


def _contraindication(rule: Rule) -> Iterator[str]:
    for target in rule.applies_to:
        opening = f"A contraindication to {_NAMES[target]}, {rule.contraindication}"
        if bars(rule, target):
            yield f"{opening}: while it is raised, {_CONSEQUENCES[target]}."
        else:
            yield (
                f"{opening}: it is listed for a clinician to weigh, and by itself changes neither "
                "the verdict nor the arms."
            )


def _standing(rule: Rule) -> Iterator[str]:
    if rule.standing:
        yield "A standing notice: the highest severity of an answer leaves it out."
    if rule.origin == "external":
        kept = "stays in the book" if rule in CORE_RULES else "is left out"
        yield f"It rests on outside evidence; with options.external_evidence false it {kept}."
