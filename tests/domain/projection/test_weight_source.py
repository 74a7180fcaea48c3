"""Where the weight loss comes from: the four sources in their order."""

from typing import Any, Final

import pytest

from app.domain.projection.answer import WeightLoss
from app.domain.projection.weight_source import glp1_loss_kg
from app.domain.rules import RULES
from tests.domain.projection.made import assumed, facts, projection

NO_LOSS: Final = {"projection_options": {"weight_loss_kg": None}}
GLP1: Final = {**NO_LOSS, "glp1": {"drug": "tirzepatide"}}
DEFICIT: Final = {"energy": {"deficit_kcal_per_day": 500}}
BODY: Final = ("sex", "age_years", "height_cm", "weight_kg")


def loss(**blocks: Any) -> WeightLoss:  # noqa: ANN401 # a body is JSON
    made = projection(**blocks)
    assert made.weight_loss is not None, made.reason
    return made.weight_loss


def by_week(**blocks: Any) -> list[float]:  # noqa: ANN401 # a body is JSON
    return [week.weight_loss_kg for week in projection(**blocks).trajectory]


def test_a_stated_loss_comes_first() -> None:
    found = loss(**DEFICIT, glp1={"drug": "semaglutide"})
    assert found == WeightLoss("stated", 6.8, 6.8, 6.8)


def test_a_stated_loss_is_linear_over_the_horizon() -> None:
    options = {"horizon_weeks": 40, "weight_loss_kg": 8}
    expected = [8 * week / 40 for week in range(41)]
    assert by_week(projection_options=options) == pytest.approx(expected, rel=1e-12)
    assert "stated-loss-linear" in assumed(projection(projection_options=options))


def test_a_deficit_comes_second() -> None:
    assert loss(**(GLP1 | DEFICIT)).source == "energy-balance"
    assert loss(**GLP1, energy={"deficit_pct": 20}).source == "energy-balance"


@pytest.mark.parametrize("unknown", BODY)
def test_a_deficit_needs_the_whole_body(unknown: str) -> None:
    made = projection(**NO_LOSS, **DEFICIT, patient={unknown: None})
    assert made.status == "unavailable"
    assert made.missing == (f"patient.{unknown}",)
    assert made.reason
    assert made.control is None


def test_a_deficit_of_an_unknown_body_asks_for_all_of_it() -> None:
    made = projection(**NO_LOSS, **DEFICIT, patient=None)
    assert made.missing == tuple(f"patient.{name}" for name in BODY)


@pytest.mark.parametrize("unknown", ["sex", "age_years", "height_cm"])
def test_a_glp1_comes_third(unknown: str) -> None:
    found = loss(**(GLP1 | DEFICIT), patient={unknown: None})
    assert found.source == "glp1-document"
    assert loss(**GLP1).source == "glp1-document"


def test_a_glp1_needs_a_body_weight() -> None:
    made = projection(**GLP1, patient={"weight_kg": None})
    assert made.status == "unavailable"
    assert made.missing[0] == "patient.weight_kg"


@pytest.mark.parametrize("drug", ["none", None])
def test_without_any_source_the_ways_to_one_are_named(drug: str | None) -> None:
    made = projection(**NO_LOSS, glp1={"drug": drug})
    assert made.status == "unavailable"
    assert made.reason
    glp1 = {"glp1.drug"} if drug is None else set()
    assert set(made.missing) == {
        "projection_options.weight_loss_kg",
        "energy.deficit_kcal_per_day",
        *glp1,
    }
    assert made.weight_loss is None
    assert len(made.trajectory) == 0


@pytest.mark.parametrize(
    "energy",
    [
        {"deficit_kcal_per_day": 0},
        {"deficit_kcal_per_day": -300},
        {"deficit_pct": 0},
        {"deficit_pct": -5},
    ],
)
@pytest.mark.parametrize("more", [{}, {"glp1": {"drug": "semaglutide"}}, {"patient": None}])
def test_no_deficit_is_not_applicable(energy: dict[str, float], more: dict[str, Any]) -> None:
    made = projection(**NO_LOSS, energy=energy, **more)
    assert made.status == "not_applicable"
    assert made.reason
    assert made.missing == ()
    assert made.weight_loss is None
    assert made.control is None
    assert made.sermorelin is None


def test_a_glp1_takes_15_to_20_percent_in_26_weeks() -> None:
    found = loss(**GLP1)
    figures = (found.low_kg, found.central_kg, found.high_kg)
    assert figures == pytest.approx((13.5, 15.75, 18), rel=1e-12)
    expected = [15.75 * week / 26 for week in range(27)]
    assert by_week(**GLP1) == pytest.approx(expected, rel=1e-12)


def over(weeks: int) -> dict[str, Any]:
    return {**GLP1, "projection_options": {"weight_loss_kg": None, "horizon_weeks": weeks}}


def test_a_glp1_over_a_shorter_horizon() -> None:
    found = loss(**over(13))
    figures = (found.low_kg, found.central_kg, found.high_kg)
    assert figures == pytest.approx((6.75, 7.875, 9), rel=1e-12)
    assert by_week(**over(13))[1] == pytest.approx(15.75 / 26, rel=1e-12)


def test_a_glp1_is_flat_after_week_26() -> None:
    assert loss(**over(60)) == loss(**over(26))
    weeks = by_week(**over(60))
    assert weeks[:27] == by_week(**over(26))
    assert weeks[26:] == [weeks[26]] * 35


@pytest.mark.parametrize("drug", ["semaglutide", "tirzepatide", "liraglutide", "other"])
def test_every_glp1_counts(drug: str) -> None:
    assert loss(**NO_LOSS, glp1={"drug": drug}).central_kg == pytest.approx(15.75)


def test_a_glp1_that_is_ruled_out_gives_no_loss() -> None:
    barred = {"patient": {"conditions": {"mtc_or_men2_history": True}}}
    made = projection(**GLP1, **barred)
    assert made.status == "unavailable"
    assert "contraindicated" in (made.reason or "")
    stated = projection(glp1={"drug": "tirzepatide"}, **barred)
    assert stated.status == "projected"


def test_the_figure_of_a_glp1_is_not_asked_of_an_unknown_weight() -> None:
    with pytest.raises(ValueError, match="needs a body weight"):
        glp1_loss_kg(facts(**GLP1, patient={"weight_kg": None}))


def test_one_rule_alone_rules_a_glp1_out() -> None:
    """The source asks for that rule's condition; another rule would have to be asked for too."""
    rules = [
        rule.id for rule in RULES if "glp1" in rule.applies_to and rule.contraindication != "none"
    ]
    assert rules == ["ext-glp1-mtc"]


@pytest.mark.parametrize(
    ("weeks", "extrapolated"), [(1, False), (26, False), (27, True), (104, True)]
)
@pytest.mark.parametrize("blocks", [{}, GLP1, NO_LOSS | DEFICIT])
def test_the_horizon(blocks: dict[str, Any], weeks: int, *, extrapolated: bool) -> None:
    options = {**blocks.get("projection_options", {"weight_loss_kg": 0.9}), "horizon_weeks": weeks}
    made = projection(**(blocks | {"projection_options": options}))
    assert made.horizon_weeks == weeks
    assert made.extrapolated is extrapolated
    assert len(made.trajectory) == weeks + 1


def test_a_loss_without_digits_left_is_not_split() -> None:
    made = projection(projection_options={"weight_loss_kg": 5e-324})
    assert made.status == "unavailable"
    assert "too small a number" in (made.reason or "")
    assert made.control is None


@pytest.mark.parametrize("least", [1e-300, 1e-9, 1e-6, 0.001])
def test_a_stated_loss_is_split_however_small(least: float) -> None:
    made = projection(projection_options={"weight_loss_kg": least})
    assert made.control is not None
    assert made.control.lean_share.central == pytest.approx(0.255)
    assert (made.cross_check is None) == (least < 1e-6)


@pytest.mark.parametrize("deficit", [1e-12, 1e-9])
def test_a_deficit_too_small_for_a_loss(deficit: float) -> None:
    made = projection(**NO_LOSS, energy={"deficit_kcal_per_day": deficit})
    assert made.status == "unavailable"
    assert "milligram" in (made.reason or "")
    percent = projection(**NO_LOSS, energy={"deficit_pct": deficit / 1000})
    assert percent.status == "unavailable"
