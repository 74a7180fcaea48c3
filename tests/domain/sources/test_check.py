"""The check of the knowledge base names every kind of fault."""

from dataclasses import replace

import pytest

from app.domain.sources import KNOWLEDGE
from app.domain.sources.types import Arithmetic, Claim, Contradiction, Figure, Knowledge
from tests.domain.sources.faults import KnowledgeError, check_knowledge

CLAIM = KNOWLEDGE.claims[0]
ENTRY = KNOWLEDGE.contradictions[0]
ROW = KNOWLEDGE.comparators[0]


def _with_claim(claim: Claim) -> Knowledge:
    return replace(KNOWLEDGE, claims=(claim, *KNOWLEDGE.claims[1:]))


def _with_entry(entry: Contradiction) -> Knowledge:
    return replace(KNOWLEDGE, contradictions=(entry, *KNOWLEDGE.contradictions[1:]))


def _with_figures(*figures: Figure) -> Knowledge:
    spare = next(claim for claim in KNOWLEDGE.claims if claim.id == "multi-month-use")
    others = tuple(claim for claim in KNOWLEDGE.claims if claim is not spare)
    return replace(KNOWLEDGE, claims=(*others, replace(spare, figures=figures)))


def _with_sum(expression: str) -> Knowledge:
    return _with_entry(replace(ENTRY, arithmetic=(Arithmetic("odd", expression, 1.0, "kg"),)))


def _citing(*references: str) -> Claim:
    return replace(CLAIM, external=replace(CLAIM.external, references=references))


FAULTS = {
    "claim .* occurs 2 times": replace(KNOWLEDGE, claims=(*KNOWLEDGE.claims, CLAIM)),
    "reference .* occurs 2 times": replace(
        KNOWLEDGE, references=(*KNOWLEDGE.references, KNOWLEDGE.references[0])
    ),
    "contradiction A1 occurs 2 times": replace(
        KNOWLEDGE, contradictions=(*KNOWLEDGE.contradictions, ENTRY)
    ),
    "comparator diet occurs 2 times": replace(KNOWLEDGE, comparators=(*KNOWLEDGE.comparators, ROW)),
    "cites no passage": _with_claim(replace(CLAIM, locators=())),
    "cites unknown intro.p9": _with_claim(replace(CLAIM, locators=("intro.p9",))),
    "lean cites unknown nobody": _with_claim(_citing("nobody")),
    "figure dose occurs 2 times": _with_figures(
        Figure("dose", "mcg", value=1), Figure("dose", "mcg", value=2)
    ),
    "figure empty is neither": _with_figures(Figure("empty", "mcg")),
    "figure half is neither": _with_figures(Figure("half", "mcg", low=1)),
    "figure more is neither": _with_figures(Figure("more", "mcg", value=1, high=2)),
    "figure both is neither": _with_figures(Figure("both", "mcg", value=1, low=1, high=2)),
    "figure falling is neither": _with_figures(Figure("falling", "mcg", low=2, high=1)),
    "A1 names no claim": _with_entry(replace(ENTRY, claims=(), arithmetic=())),
    "A1 cites unknown no-claim": _with_entry(replace(ENTRY, claims=("no-claim",))),
    "A1 turns_on cites unknown combo-90-10": _with_entry(replace(ENTRY, turns_on=("combo-90-10",))),
    "A1 cites unknown nobody": _with_entry(replace(ENTRY, references=("nobody",))),
    "A1 computes with {saved-2-4-lb.saved.low}": _with_sum("{saved-2-4-lb.saved.low}"),
    "A1 computes with {jama-2014-placebo-kg.bone}": _with_sum("{jama-2014-placebo-kg.bone}"),
    "A1 computes with {Not A Term}": _with_sum("{Not A Term}"),
    "diet cites unknown nobody": replace(
        KNOWLEDGE, comparators=(replace(ROW, references=("nobody",)),)
    ),
    "diet is not a rising band": replace(KNOWLEDGE, comparators=(replace(ROW, high=1.5),)),
    "sermorelin increment cites unknown nobody": replace(
        KNOWLEDGE,
        sermorelin_increment=replace(KNOWLEDGE.sermorelin_increment, references=("nobody",)),
    ),
}


def test_the_knowledge_base_has_no_fault() -> None:
    check_knowledge()


@pytest.mark.parametrize(("fault", "knowledge"), FAULTS.items(), ids=lambda item: str(item)[:40])
def test_a_fault_is_named(fault: str, knowledge: Knowledge) -> None:
    with pytest.raises(KnowledgeError, match=fault):
        check_knowledge(knowledge)


def test_all_faults_are_named_at_once() -> None:
    broken = replace(_with_claim(replace(CLAIM, locators=())), comparators=(ROW, ROW))
    with pytest.raises(KnowledgeError, match=r"occurs 2 times; .* cites no passage"):
        check_knowledge(broken)
