"""Holds the knowledge base to its own rules: unique ids, and no reference that leads nowhere."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from app.domain.sources import KNOWLEDGE
from app.domain.sources.arithmetic import unresolved_terms
from app.domain.sources.types import Claim, Contradiction, Figure, Knowledge


class KnowledgeError(Exception):
    """The knowledge base contradicts its own structure: a mistake in the build, not a refusal."""


def check_knowledge(knowledge: Knowledge = KNOWLEDGE) -> None:
    """Raise with every fault named, or return quietly."""
    faults = (
        *_repeats("claim", (claim.id for claim in knowledge.claims)),
        *_repeats("reference", (reference.id for reference in knowledge.references)),
        *_repeats("contradiction", (entry.id for entry in knowledge.contradictions)),
        *_repeats("comparator", (row.scenario for row in knowledge.comparators)),
        *_claim_faults(knowledge),
        *_contradiction_faults(knowledge),
        *_comparator_faults(knowledge),
    )
    if faults:
        raise KnowledgeError("; ".join(faults))


def _repeats(kind: str, ids: Iterable[str]) -> Iterator[str]:
    return (f"{kind} {id_} occurs {n} times" for id_, n in Counter(ids).items() if n > 1)


def _strangers(owner: str, cited: Iterable[str], known: Container[str]) -> Iterator[str]:
    return (f"{owner} cites unknown {item}" for item in cited if item not in known)


def _claim_faults(knowledge: Knowledge) -> Iterator[str]:
    references = {reference.id for reference in knowledge.references}
    for claim in knowledge.claims:
        if not claim.locators:
            yield f"{claim.id} cites no passage"
        yield from _strangers(claim.id, claim.locators, claim.source.locators)
        yield from _strangers(claim.id, claim.external.references, references)
        yield from _figure_faults(claim)


def _figure_faults(claim: Claim) -> Iterator[str]:
    yield from _repeats(f"{claim.id} figure", (figure.name for figure in claim.figures))
    for figure in claim.figures:
        if not _is_value_or_range(figure):
            yield f"{claim.id} figure {figure.name} is neither a value nor a rising range"


def _is_value_or_range(figure: Figure) -> bool:
    if figure.low is None or figure.high is None:
        return figure.value is not None and figure.low is figure.high
    return figure.value is None and figure.low < figure.high


def _contradiction_faults(knowledge: Knowledge) -> Iterator[str]:
    claims = {claim.id: claim for claim in knowledge.claims}
    references = {reference.id for reference in knowledge.references}
    for entry in knowledge.contradictions:
        if not entry.claims:
            yield f"{entry.id} names no claim"
        yield from _strangers(entry.id, entry.claims, claims)
        yield from _strangers(entry.id, entry.references, references)
        yield from _strangers(f"{entry.id} turns_on", entry.turns_on, entry.claims)
        yield from _arithmetic_faults(entry, claims)


def _arithmetic_faults(entry: Contradiction, claims: dict[str, Claim]) -> Iterator[str]:
    named = {id_: claims[id_] for id_ in entry.claims if id_ in claims}
    for step in entry.arithmetic:
        for term in unresolved_terms(step.expression, named):
            yield f"{entry.id} computes with {term}, not a number of a claim that it names"


def _comparator_faults(knowledge: Knowledge) -> Iterator[str]:
    references = {reference.id for reference in knowledge.references}
    increment = knowledge.sermorelin_increment
    yield from _strangers("sermorelin increment", increment.references, references)
    for row in knowledge.comparators:
        yield from _strangers(row.scenario, row.references, references)
        if not 0 < row.low < row.central < row.high < 1:
            yield f"{row.scenario} is not a rising band of fractions"
