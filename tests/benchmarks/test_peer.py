"""The peer is compared on the same rules only if it raises the same ones."""

from app.domain.rules import RULES
from benchmarks import peer
from tests.domain.given import facts_of
from tests.domain.projection.random_cases import bodies


def test_both_raise_the_same_rules() -> None:
    cases = [facts_of(**body) for body in bodies(3, 200)]
    peer.assert_same(cases)
    assert {rule for facts in cases for rule in peer.ours(facts)} > {
        "dose-below-range",
        "protein-negates",
        "combo-dose",
    }
    assert {rule.id for rule in RULES} > peer.RULE_IDS
