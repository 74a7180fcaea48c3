"""The rule set's name: it changes with anything that could change an answer."""

from pathlib import Path

from app.domain import assessment
from app.domain.knowledge import KNOWLEDGE
from app.domain.knowledge.digest import sha256_of
from app.domain.rules import RULES
from app.use_cases.ruleset import RULESET_VERSION, Ruleset, current_ruleset

DOMAIN = Path(assessment.__file__).parent


def code() -> dict[str, str]:
    """Every module of the domain as text, by its path inside it."""
    return {
        path.relative_to(DOMAIN).as_posix(): path.read_text("utf-8")
        for path in DOMAIN.rglob("*.py")
    }


def test_it_hashes_rules_knowledge_and_every_module_of_the_domain() -> None:
    assert current_ruleset() == Ruleset(RULESET_VERSION, sha256_of(RULES, KNOWLEDGE, code()))


def test_it_is_the_same_every_time() -> None:
    assert current_ruleset() is current_ruleset()
    assert len(current_ruleset().sha256) == 64


def test_a_threshold_that_moves_inside_a_module_changes_it() -> None:
    moved = code()
    moved["projection/course.py"] = moved["projection/course.py"].replace("= 3.0", "= 2.0", 1)
    assert moved != code()
    assert sha256_of(RULES, KNOWLEDGE, moved) != current_ruleset().sha256


def test_a_rule_less_changes_it() -> None:
    assert sha256_of(RULES[1:], KNOWLEDGE, code()) != current_ruleset().sha256
