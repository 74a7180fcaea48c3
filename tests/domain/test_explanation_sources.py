"""A step shows the inputs that its number was worked out from, not the outcome alone."""

import pytest

from app.domain.explanation.calculation_steps import calculation_steps
from tests.domain.test_explanation_steps import CASES, example


@pytest.mark.parametrize(
    ("case", "step", "in_numbers", "basis"),
    [
        ("a deficit in kcal, fat measured", "body-fat", "35.3", "input"),
        ("body fat in %", "body-fat", "30.0 / 100 * 85.5", "derived"),
        ("body fat in % of today's weight", "body-fat", "41.3 / 100 * 84.0", "derived"),
        ("fat-free mass", "body-fat", "86.2 - 50.9", "derived"),
        ("a stated loss", "treatment-end", "26.0", "input"),
        ("an end ahead", "treatment-end", "min(26.0, 135 / 7)", "derived"),
        ("an end ahead, the start unknown", "treatment-end", "72 / 7", "derived"),
        ("past the planned weeks", "treatment-end", "135 / 7", "derived"),
        (
            "stopping before what was planned",
            "treatment-end",
            "min(26.0, 135 / 7, 9.0)",
            "derived",
        ),
    ],
)
def test_a_number_shows_where_it_comes_from(
    case: str, step: str, in_numbers: str, basis: str
) -> None:
    assessment = example(**CASES[case])
    steps = {step.id: step for step in calculation_steps(assessment.facts, assessment.projection)}
    assert (steps[step].in_numbers, steps[step].basis) == (in_numbers, basis)


@pytest.mark.parametrize("end", ["low", "central", "high"])
def test_the_model_s_loss_shows_both_weights(end: str) -> None:
    assessment = example(**CASES["a deficit in kcal, fat measured"])
    loss = assessment.projection.weight_loss
    assert loss is not None
    steps = {step.id: step for step in calculation_steps(assessment.facts, assessment.projection)}
    start, _, last = steps[f"weight-loss.{end}"].in_numbers.partition(" - ")
    assert start == "84.0"
    assert float(last) == pytest.approx(84 - getattr(loss, f"{end}_kg"), rel=1e-12)
