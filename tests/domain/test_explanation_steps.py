"""The projection's steps: each can be worked out again, and they end in its very numbers."""

import ast
import math
import operator
from collections.abc import Callable
from typing import Any, Final

import pytest

from app.api.schemas.examples import CASE_EXAMPLES
from app.domain.assessment import Assessment, assess
from app.domain.explanation.calculation_steps import calculation_steps
from app.domain.explanation.step import Step, each
from app.domain.projection.answer import Arm
from app.domain.projection.band import Band
from app.domain.sources import CLAIM_BY_ID
from tests.domain.given import case_of

_OPERATIONS: Final[dict[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_FUNCTIONS: Final[dict[str, Callable[..., float]]] = {"min": min, "max": max, "ln": math.log}


def worked_out(expression: str) -> float:
    """The value of an expression in numbers."""
    return _value(ast.parse(expression, mode="eval").body)


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _FUNCTIONS[name](*map(_value, args))
        case _:
            raise ValueError(f"not a sum: {ast.dump(node)}")


def example(name: str = "inside", **blocks: Any) -> Assessment:  # noqa: ANN401 # a body is JSON
    """The assessment of an example, some of its leaves changed."""
    body: dict[str, Any] = {**(CASE_EXAMPLES[name]["value"] or {})}
    for block, leaves in blocks.items():
        body[block] = body.get(block, {}) | leaves if isinstance(leaves, dict) else leaves
    return assess(case_of(**body))


def _entry(**leaves: float) -> dict[str, Any]:
    return {"method": "dxa", "measured_on": "2026-03-24", **leaves}


BY_DEFICIT: Final = {"weight_loss_kg": None}
NO_DEFICIT: Final = {"deficit_kcal_per_day": None, "physical_activity_level": None}
CASES: Final[dict[str, dict[str, Any]]] = {
    "a stated loss": {},
    "outside the window": {"name": "outside"},
    "contraindicated, on a GLP-1": {"name": "contraindicated"},
    "without a response yet": {"labs": []},
    "a strict ceiling": {
        "projection_options": {"weight_loss_kg": 9.3, "strict_effect_ceiling": True}
    },
    "a strict ceiling that some of the band stays under": {
        "projection_options": {"strict_effect_ceiling": True},
        "nutrition": {"protein_g_per_kg": 1.47},
    },
    "a deficit in kcal, fat measured": {"projection_options": BY_DEFICIT},
    "a deficit in %, nothing measured": {
        "projection_options": BY_DEFICIT,
        "energy": {"deficit_kcal_per_day": None, "deficit_pct": 18.5},
        "body_composition": None,
        "labs": None,
    },
    "a man, activity unknown": {
        "projection_options": BY_DEFICIT,
        "energy": {"physical_activity_level": None},
        "patient": {"sex": "male"},
        "body_composition": None,
    },
    "maintenance given": {
        "projection_options": BY_DEFICIT,
        "energy": {"maintenance_kcal_per_day": 2345.6},
    },
    "a GLP-1, past its course": {
        "projection_options": BY_DEFICIT | {"horizon_weeks": 40},
        "energy": NO_DEFICIT,
        "glp1": {"drug": "tirzepatide"},
    },
    "a GLP-1, within its course": {
        "projection_options": BY_DEFICIT | {"horizon_weeks": 11},
        "energy": NO_DEFICIT,
        "glp1": {"drug": "semaglutide"},
    },
    "training and food unknown": {"training": None, "nutrition": None},
    "a loss that would use the measured lean mass up": {
        "patient": {"weight_kg": 140},
        "projection_options": {"weight_loss_kg": 45.0},
        "body_composition": [_entry(fat_free_mass_kg=12)],
    },
    "a planned start ahead": {"sermorelin": {"started_on": "2026-07-14", "planned_weeks": 9.5}},
    "no dates": {"sermorelin": {"started_on": None, "planned_weeks": None}},
    "stopping": {"sermorelin": {"stopping": True}},
    "stopping before what was planned": {
        "sermorelin": {"stopping": True, "stopped_on": "2026-08-12"}
    },
    "an end ahead": {"sermorelin": {"stopped_on": "2026-08-12"}},
    "an end ahead, the start unknown": {
        "sermorelin": {"started_on": None, "planned_weeks": None, "stopped_on": "2026-08-12"}
    },
    "past the planned weeks": {"sermorelin": {"planned_weeks": 8, "stopped_on": "2026-08-12"}},
    "body fat in %": {
        "projection_options": BY_DEFICIT,
        "body_composition": [_entry(body_fat_pct=30, weight_kg=85.5)],
    },
    "body fat in % of today's weight": {
        "projection_options": BY_DEFICIT,
        "body_composition": [_entry(body_fat_pct=41.3)],
    },
    "fat-free mass": {
        "projection_options": BY_DEFICIT,
        "body_composition": [_entry(weight_kg=86.2, fat_free_mass_kg=50.9)],
    },
    "a high baseline": {
        "labs": [{"analyte": "igf1", "value": 241.7, "unit": "ng/mL", "collected_on": "2026-03-20"}]
    },
    "a falling IGF-1": {
        "labs": [
            {"analyte": "igf1", "value": value, "unit": "ng/mL", "collected_on": day}
            for value, day in ((150, "2026-03-20"), (140, "2026-05-20"))
        ]
    },
    "two sessions, a short fast": {
        "training": {"resistance_sessions_per_week": 2},
        "sermorelin": {"last_meal_end": "21:00", "next_meal_start": "22:30"},
        "labs": None,
    },
    "a body of unknown size": {"patient": {"height_cm": None}, "body_composition": None},
    "no training": {"training": {"resistance_sessions_per_week": 0}},
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_step_can_be_worked_out(case: dict[str, Any]) -> None:
    assessment = example(**case)
    assert assessment.projection.status == "projected"
    steps = calculation_steps(assessment.facts, assessment.projection)
    assert len({step.id for step in steps}) == len(steps)
    for step in steps:
        assert set(step.claims) <= set(CLAIM_BY_ID)
        again = worked_out(step.in_numbers)
        assert again == pytest.approx(step.value, rel=1e-12, abs=1e-12), step.id


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_steps_end_in_the_projection_s_own_numbers(case: dict[str, Any]) -> None:
    assessment = example(**case)
    projection = assessment.projection
    steps = {step.id: step for step in calculation_steps(assessment.facts, projection)}
    assert projection.weight_loss is not None
    assert steps["weight-loss.central"].value == projection.weight_loss.central_kg
    for name, arm in (("control", projection.control), ("sermorelin", projection.sermorelin)):
        if arm is None:
            assert projection.sermorelin_reason
            assert not any(step.startswith(name) for step in steps)
        else:
            _ends_in(steps, name, arm)
    if projection.lean_saved_kg is not None:
        saved = projection.lean_saved_kg
        assert steps["lean-saved.low"].value == saved.low
        assert steps["lean-saved.central"].value == saved.central
        assert steps["lean-saved.high"].value == saved.high
    if projection.effect is not None:
        assert [f"factor-{factor.id}" for factor in projection.effect.factors] == [
            step for step in steps if step.startswith("factor-")
        ]
        _same_band(steps, "realised-effect", projection.effect.realised)


def _ends_in(steps: dict[str, Step], name: str, arm: Arm) -> None:
    _same_band(steps, f"{name}-lean-loss", arm.lean_loss_kg)
    _same_band(steps, f"{name}-fat-loss", arm.fat_loss_kg)
    _same_band(steps, f"{name}-lean-share", arm.lean_share)
    assert (arm.lean_retention_pct is None) == (f"{name}-retention.best" not in steps)
    if arm.lean_retention_pct is not None:
        _same_band(steps, f"{name}-retention", arm.lean_retention_pct)


def _same_band(steps: dict[str, Step], stem: str, band: Band) -> None:
    for name, value in each(band):
        assert steps[f"{stem}.{name}"].value == value


def test_the_steps_hang_together() -> None:
    """The number that a step gives is the very number that the next one starts from."""
    assessment = example(labs=None)
    steps = {step.id: step for step in calculation_steps(assessment.facts, assessment.projection)}
    for later, earlier in (
        ("control-lean-loss.worst", "control-share.worst"),
        ("control-lean-loss.worst", "weight-loss.central"),
        ("peak-reduction.best", "relative-reduction.best"),
        ("peak-reduction.best", "realised-effect.best"),
        ("spared-weight.central", "peak-reduction.central"),
        ("spared-weight.central", "build-up-weight"),
        ("sermorelin-lean-loss.central", "spared-weight.central"),
        ("sermorelin-lean-loss.central", "control-share.central"),
        ("sermorelin-fat-loss.central", "sermorelin-lean-loss.central"),
        ("lean-saved.high", "sermorelin-lean-loss.best"),
        ("lean-saved.high", "control-lean-loss.best"),
    ):
        assert repr(steps[earlier].value) in str(steps[later].in_numbers), (later, earlier)


def test_26_even_weeks_from_the_start_build_up_three_quarters() -> None:
    assessment = example(sermorelin={"started_on": "2026-06-01"}, labs=None)
    steps = {step.id: step for step in calculation_steps(assessment.facts, assessment.projection)}
    assert steps["weeks-before"].value == 0
    assert steps["mean-build-up"].value == pytest.approx(0.75, abs=1e-12)
    assert steps["full-course-build-up"].value == 0.75


def test_an_unknown_factor_is_nothing_in_the_worst_case_only() -> None:
    assessment = example(nutrition=None, labs=None)
    steps = {step.id: step for step in calculation_steps(assessment.facts, assessment.projection)}
    assert (steps["factor-protein"].value, steps["factor-protein"].basis) == (1, "assumption")
    assert str(steps["realised-effect.worst"].in_numbers).startswith("0 * ")
    assert steps["realised-effect.worst"].value == 0
    assert steps["realised-effect.best"].value == 1


@pytest.mark.parametrize(
    ("case", "step", "basis"),
    [
        ("a stated loss", "weight-loss.central", "input"),
        ("a GLP-1, past its course", "weight-loss.central", "document"),
        ("a deficit in kcal, fat measured", "weight-loss.central", "outside"),
        ("a deficit in kcal, fat measured", "weight-loss.low", "assumption"),
        ("a deficit in kcal, fat measured", "body-fat", "input"),
        ("a man, activity unknown", "body-fat", "outside"),
        ("a man, activity unknown", "maintenance", "assumption"),
        ("maintenance given", "maintenance", "input"),
        ("a deficit in %, nothing measured", "maintenance", "derived"),
        ("a deficit in %, nothing measured", "deficit", "derived"),
        ("no training", "control-share.best", "document"),
        ("two sessions, a short fast", "control-share.best", "assumption"),
        ("training and food unknown", "control-share.best", "assumption"),
        ("no dates", "weeks-before", "assumption"),
        ("a stated loss", "weeks-before", "derived"),
        ("a stated loss", "cross-check", "outside"),
    ],
)
def test_what_a_number_rests_on(case: str, step: str, basis: str) -> None:
    assessment = example(**CASES[case])
    steps = {step.id: step for step in calculation_steps(assessment.facts, assessment.projection)}
    assert steps[step].basis == basis


def test_without_a_projection_there_is_no_step() -> None:
    assessment = example(patient={"conditions": {"pregnant": True}})
    assert assessment.projection.status == "unavailable"
    assert calculation_steps(assessment.facts, assessment.projection) == ()


def test_the_projection_of_another_case_is_not_explained() -> None:
    refused = example(projection_options={"weight_loss_kg": 60.0})
    with pytest.raises(ValueError, match="not made from these facts"):
        calculation_steps(refused.facts, example().projection)
