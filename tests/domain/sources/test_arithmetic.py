"""Every sum of a contradiction, and every derived figure of a claim, is worked out again."""

from dataclasses import replace
from typing import Final

import pytest

from app.domain.sources import CLAIM_BY_ID, CONTRADICTION_BY_ID, CONTRADICTIONS
from app.domain.sources.arithmetic import result_of, spelled_out
from app.domain.sources.types import Arithmetic, Figure
from tests.domain.sources.sums import computed, rounded_like, worked_out

STEPS: Final = [
    pytest.param(step, id=f"{entry.id}: {step.label}")
    for entry in CONTRADICTIONS
    for step in entry.arithmetic
]
WITH_ARITHMETIC: Final = (
    "A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 B6 B7 B9 C2 C6 C7 C8 C10 D5 D6 D7 D11 D14 E5 E7"
)
TREATED: Final = "jama-2014-sermorelin-kg"
PLACEBO: Final = "jama-2014-placebo-kg"
DERIVED: Final = {
    "intro-untreated-30lb-lean.lean_share.low": (
        "{intro-untreated-30lb-lean.muscle_lost.low} / {intro-untreated-30lb-lean.total_loss}"
    ),
    "intro-untreated-30lb-lean.lean_share.high": (
        "{intro-untreated-30lb-lean.muscle_lost.high} / {intro-untreated-30lb-lean.total_loss}"
    ),
    "intro-jcem-78-62.difference": (
        "{intro-jcem-78-62.sermorelin_retained} - {intro-jcem-78-62.control_retained}"
    ),
    "intro-jcem-78-62.lean_share_sermorelin": "1 - {intro-jcem-78-62.sermorelin_retained} / 100",
    "intro-jcem-78-62.lean_share_control": "1 - {intro-jcem-78-62.control_retained} / 100",
    "intro-jcem-78-62.relative_reduction": (
        "1 - {intro-jcem-78-62.lean_share_sermorelin} / {intro-jcem-78-62.lean_share_control}"
    ),
    "ajp-92-73.difference": (
        "100 * ({ajp-92-73.fat_share_sermorelin} - {ajp-92-73.fat_share_placebo})"
    ),
    "ajp-92-73.lean_share_sermorelin": "1 - {ajp-92-73.fat_share_sermorelin}",
    "ajp-92-73.lean_share_placebo": "1 - {ajp-92-73.fat_share_placebo}",
    "ajp-92-73.relative_reduction": (
        "1 - {ajp-92-73.lean_share_sermorelin} / {ajp-92-73.lean_share_placebo}"
    ),
    f"{TREATED}.total": f"{{{TREATED}.fat}} + {{{TREATED}.lean}}",
    f"{PLACEBO}.total": f"{{{PLACEBO}.fat}} + {{{PLACEBO}.lean}}",
    f"{TREATED}.lean_share": f"{{{TREATED}.lean}} / {{{TREATED}.total}}",
    f"{PLACEBO}.lean_share": f"{{{PLACEBO}.lean}} / {{{PLACEBO}.total}}",
    "jama-2014-87-76.true_sermorelin": f"100 * {{{TREATED}.fat}} / {{{TREATED}.total}}",
    "jama-2014-87-76.true_placebo": f"100 * {{{PLACEBO}.fat}} / {{{PLACEBO}.total}}",
    "jhu-2021-pilot.lean_share_if_fat_share": "1 - {jhu-2021-pilot.lean_preserved} / 100",
    "igf1-retention-correlation.r2": (
        "{igf1-retention-correlation.r} * {igf1-retention-correlation.r}"
    ),
    "saved-2-4-lb.saved_kg.low": "{saved-2-4-lb.saved.low} * 0.45359237",
    "saved-2-4-lb.saved_kg.high": "{saved-2-4-lb.saved.high} * 0.45359237",
    "table-retention-sermorelin.lean_share.low": (
        "1 - {table-retention-sermorelin.retention.high} / 100"
    ),
    "table-retention-sermorelin.lean_share.high": (
        "1 - {table-retention-sermorelin.retention.low} / 100"
    ),
    "table-retention-glp1.lean_share.low": "1 - {table-retention-glp1.retention.high} / 100",
    "table-retention-glp1.lean_share.high": "1 - {table-retention-glp1.retention.low} / 100",
    "key-85-90-vs-70-76.lean_share_control.low": "1 - {key-85-90-vs-70-76.control.high} / 100",
    "key-85-90-vs-70-76.lean_share_control.high": "1 - {key-85-90-vs-70-76.control.low} / 100",
    "combo-90-10.relative_reduction": (
        "1 - {combo-90-10.combo_lean_share} / {combo-90-10.control_lean_share}"
    ),
    "example-25-30-lb.computed_swing": (
        "{example-25-30-lb.loss_b} * (1 - {example-25-30-lb.keep_b} / 100)"
        " - {example-25-30-lb.loss_a} * (1 - {example-25-30-lb.keep_a} / 100)"
    ),
    "cost-6-month.total.low": "{cost-6-month.months} * {cost-monthly.monthly.low}",
    "cost-6-month.total.high": "{cost-6-month.months} * {cost-monthly.monthly.high}",
    "rhgh-comparison.implied_monthly.low": (
        "{rhgh-comparison.cost_multiple.low} * {cost-monthly.monthly.low}"
    ),
    "rhgh-comparison.implied_monthly.high": (
        "{rhgh-comparison.cost_multiple.high} * {cost-monthly.monthly.high}"
    ),
    "skip-weekend-30.dose_loss": "2 / {nightly-no-skip.nights}",
    "meals-4-5-leucine.leucine_day.low": (
        "{meals-4-5-leucine.meals.low} * {meals-4-5-leucine.leucine.low}"
    ),
    "meals-4-5-leucine.leucine_day.high": (
        "{meals-4-5-leucine.meals.high} * {meals-4-5-leucine.leucine.high}"
    ),
    "response-example-180.rise.low": (
        "100 * ({response-example-180.followup.low} / {response-example-180.baseline} - 1)"
    ),
    "response-example-180.rise.high": (
        "100 * ({response-example-180.followup.high} / {response-example-180.baseline} - 1)"
    ),
}


@pytest.mark.parametrize("step", STEPS)
def test_each_sum_gives_its_printed_result(step: Arithmetic) -> None:
    assert rounded_like(worked_out(step.expression), step.printed) == step.printed


@pytest.mark.parametrize("step", STEPS)
def test_each_result_is_unrounded(step: Arithmetic) -> None:
    exact = result_of(step.expression, CLAIM_BY_ID)
    assert exact == pytest.approx(worked_out(step.expression), rel=1e-12)
    assert rounded_like(exact, step.printed) == step.printed


def test_the_same_sum_has_the_same_result_wherever_it_stands() -> None:
    """B1 prints the reduction of A2 in fewer digits; its result is the same."""
    first, second = (
        next(step for step in CONTRADICTION_BY_ID[id_].arithmetic if step.label == label)
        for id_, label in (("A2", "relative reduction"), ("B1", "JCEM"))
    )
    results = {result_of(step.expression, CLAIM_BY_ID) for step in (first, second)}
    assert (first.printed, second.printed) == (42.1, 42)
    assert results == {100 * 16 / 38}


@pytest.mark.parametrize(
    ("sum_in_numbers", "result"),
    [("1 - 70 / 100", 0.3), ("1.6 - 1.2", 0.4), ("(1 - 78 / 100) * 50", 11), ("2 / 7", 2 / 7)],
)
def test_no_binary_digits_get_into_a_result(sum_in_numbers: str, result: float) -> None:
    assert result_of(sum_in_numbers, {}) == result


@pytest.mark.parametrize("odd", ["2 ** 3", "abs(1)", "'1' + '1'", "-1"])
def test_what_is_not_a_sum_has_no_result(odd: str) -> None:
    with pytest.raises(ValueError, match="not a sum"):
        result_of(odd, {})


@pytest.mark.parametrize("step", STEPS)
def test_each_sum_starts_from_a_figure_of_a_claim(step: Arithmetic) -> None:
    assert spelled_out(step.expression, CLAIM_BY_ID) != step.expression


def test_no_contradiction_lost_its_sums() -> None:
    assert [entry.id for entry in CONTRADICTIONS if entry.arithmetic] == WITH_ARITHMETIC.split()


@pytest.mark.parametrize(("figure", "expression"), DERIVED.items())
def test_each_derived_figure_follows_from_the_printed_ones(figure: str, expression: str) -> None:
    printed = worked_out(f"{{{figure}}}")
    assert rounded_like(worked_out(expression), printed) == printed


def test_a_wrong_figure_does_not_give_the_printed_result() -> None:
    claim = CLAIM_BY_ID[TREATED]
    wrong = replace(claim, figures=(Figure("fat", "kg", value=6.0), Figure("total", "kg", value=6)))
    step = CONTRADICTIONS[0].arithmetic[0]
    in_numbers = spelled_out(step.expression, {TREATED: wrong})
    assert in_numbers == "6.0 / 6 * 100"
    assert rounded_like(computed(in_numbers), step.printed) != step.printed
    assert result_of(step.expression, {TREATED: wrong}) == 100


@pytest.mark.parametrize(
    "term", ["{no-such-claim.dose}", "{dose-range-200-500.dose}", "{timing-30-60.route}", "{odd"]
)
def test_a_term_that_is_not_a_number_is_refused(term: str) -> None:
    with pytest.raises(KeyError):
        spelled_out(f"2 * {term}", CLAIM_BY_ID)
