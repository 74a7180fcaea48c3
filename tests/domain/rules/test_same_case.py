"""The same case said in another way gets the same answer from every rule."""

from typing import Any, Final

import pytest
from hypothesis import given, settings

from app.domain.evaluation import evaluate
from app.domain.rules import RULES
from tests.domain.given import day, facts_of
from tests.strategies import Body, bodies

PER_UNIT: Final = {
    "igf1": ("nmol/L", 7.649, 0.0),
    "fasting_glucose": ("mmol/L", 18.016, 0.0),
    "hba1c": ("mmol/mol", 0.09148, 2.152),
}
"""The other unit, and canonical = factor x other + offset (contract, section 1)."""


def _backwards(value: Any) -> Any:  # noqa: ANN401 # a body is JSON
    """The same JSON with the members of every object in the opposite order."""
    if isinstance(value, dict):
        return {name: _backwards(inner) for name, inner in reversed(value.items())}
    return [_backwards(item) for item in value] if isinstance(value, list) else value


@given(body=bodies())
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_the_order_of_fields_does_not_matter(body: Body) -> None:
    assert evaluate(facts_of(**_backwards(body))) == evaluate(facts_of(**body))


@pytest.mark.parametrize(
    ("analyte", "unit", "values"),
    [
        ("igf1", "ng/mL", (100.0, 170.0, 221.0, 260.0, 310.0, 360.0)),
        ("fasting_glucose", "mg/dL", (85.0, 104.0, 131.0, 190.0)),
        ("hba1c", "%", (5.2, 5.9, 6.8, 8.3)),
    ],
)
def test_the_unit_of_a_result_does_not_matter(
    analyte: str, unit: str, values: tuple[float, ...]
) -> None:
    other, factor, offset = PER_UNIT[analyte]

    def answers(**last: object) -> list[tuple[str, str]]:
        draws = [
            {"analyte": analyte, "unit": unit, "value": values[0], "collected_on": day(-90)},
            {"analyte": analyte, "collected_on": day(-5)} | last,
        ]
        facts = facts_of(
            sermorelin={"dose_mcg": 250, "started_on": day(-80)},
            patient={"age_years": 50},
            labs=draws,
        )
        return [(rule.id, type(rule.decide(facts)).__name__) for rule in RULES]

    for value in values:
        converted = (value - offset) / factor
        assert answers(unit=other, value=converted) == answers(unit=unit, value=value)
