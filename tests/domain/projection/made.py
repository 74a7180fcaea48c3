"""Projections of a plan that gets the whole effect, some of its leaves changed."""

from typing import Any, Final

from app.domain.assessment import assess
from app.domain.facts.facts import Facts, derive
from app.domain.projection.answer import Arm, Projection
from app.domain.projection.band import Band
from tests.domain.given import case_of, day

MAN: Final = {"sex": "male", "age_years": 50, "height_cm": 178, "weight_kg": 90}
FULL_PLAN: Final[dict[str, Any]] = {
    "patient": MAN,
    "sermorelin": {
        "dose_mcg": 200,
        "nights_per_week": 7,
        "started_on": day(0),
        "minutes_before_sleep": 45,
        "fasting_hours_before": 3,
        "fasting_minutes_after": 60,
    },
    "glp1": {"drug": "none"},
    "nutrition": {"protein_g_per_kg": 1.6},
    "training": {"resistance_sessions_per_week": 3},
    "labs": [{"analyte": "igf1", "unit": "ng/mL", "value": 150, "collected_on": day(-3)}],
    "projection_options": {"horizon_weeks": 26, "weight_loss_kg": 6.8},
}
"""Everything full from the first day on, and a stated loss over 26 weeks."""


def body_of(**blocks: Any) -> dict[str, Any]:  # noqa: ANN401 # a body is JSON
    """The full plan, the leaves of each block laid over its own; None drops a block."""
    body = {**FULL_PLAN}
    for name, block in blocks.items():
        body[name] = {**body.get(name, {}), **block} if isinstance(block, dict) else block
    return body


def facts(**blocks: Any) -> Facts:  # noqa: ANN401 # a body is JSON
    return derive(case_of(**body_of(**blocks)))


def projection(**blocks: Any) -> Projection:  # noqa: ANN401 # a body is JSON
    return assess(case_of(**body_of(**blocks))).projection


def by_deficit(**energy: float) -> dict[str, Any]:
    """Blocks for a loss by the model instead of a stated one."""
    return {"projection_options": {"weight_loss_kg": None}, "energy": energy}


def control(made: Projection) -> Arm:
    assert made.control is not None
    return made.control


def sermorelin(made: Projection) -> Arm:
    assert made.sermorelin is not None, made.sermorelin_reason
    return made.sermorelin


def of(band: Band) -> tuple[float, float, float]:
    return band.best, band.central, band.worst


def assumed(made: Projection) -> set[str]:
    return {assumption.id for assumption in made.assumptions}
