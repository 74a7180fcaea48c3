"""The readable account of a rule."""

from typing import Final

import pytest

from app.domain.explanation.account import describe_rule
from app.domain.rules import RULES

RULE_BY_ID: Final = {rule.id: rule for rule in RULES}


def test_an_account_tells_when_a_rule_is_raised() -> None:
    for rule in RULES:
        account = describe_rule(rule)
        assert rule.when in account[0]
        assert all(sentence.endswith(".") for sentence in account)
        assert any("unknown" in sentence.lower() for sentence in account)


@pytest.mark.parametrize(
    ("rule_id", "sentence"),
    [
        ("dose-above-ceiling", "Raised when dose is above 500 mcg."),
        ("dose-above-ceiling", "At the boundary: dose of exactly 500 mcg does not raise."),
        ("dose-above-ceiling", "Silenced while any of these is raised: dose-unit-implausible."),
        ("expect-metric-warning", "Raised always."),
        ("expect-metric-warning", "Never unknown: it reads no fact of the case."),
        ("titrate-high-baseline-no-rise", "While raised, it silences response-none."),
        (
            "igf1-over-300",
            (
                "A contraindication to sermorelin, relative: it is listed for a clinician to "
                "weigh, and by itself changes neither the verdict nor the arms."
            ),
        ),
        (
            "igf1-over-350",
            (
                "A contraindication to sermorelin, relative: while it is raised, the dosing "
                "verdict is `contraindicated` and no sermorelin arm is projected."
            ),
        ),
        (
            "ext-age-under-18",
            (
                "A contraindication to losing weight, absolute: while it is raised, no weight "
                "loss is projected."
            ),
        ),
        (
            "ext-age-under-18",
            (
                "It rests on outside evidence; with options.external_evidence false it stays in "
                "the book."
            ),
        ),
        (
            "ext-regulatory-status",
            "It rests on outside evidence; with options.external_evidence false it is left out.",
        ),
        (
            "ext-regulatory-status",
            "A standing notice: the highest severity of an answer leaves it out.",
        ),
        (
            "ext-glp1-mtc",
            (
                "A contraindication to the GLP-1, absolute: while it is raised, no weight loss is "
                "projected from the GLP-1."
            ),
        ),
    ],
)
def test_sentences_of_an_account(rule_id: str, sentence: str) -> None:
    assert sentence in describe_rule(RULE_BY_ID[rule_id])
