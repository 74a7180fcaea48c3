"""Which input would spare most if it were mended."""

from typing import Any, Final

import pytest

from app.domain.projection.answer import Opportunity
from tests.domain.given import day
from tests.domain.projection.made import control, projection, sermorelin

PROTEIN: Final = "nutrition.protein_g_per_kg"
SESSIONS: Final = "training.resistance_sessions_per_week"
NIGHTS: Final = "sermorelin.nights_per_week"
MINUTES: Final = "sermorelin.minutes_before_sleep"
TIME: Final = "sermorelin.time_of_day"
BEFORE: Final = "sermorelin.fasting_hours_before"
AFTER: Final = "sermorelin.fasting_minutes_after"


def found(**blocks: Any) -> tuple[Opportunity, ...]:  # noqa: ANN401 # a body is JSON
    return projection(**blocks).opportunities


def lost(**blocks: Any) -> float:  # noqa: ANN401 # a body is JSON
    return sermorelin(projection(**blocks)).lean_loss_kg.central


def test_a_full_plan_has_none() -> None:
    assert found() == ()


SHORT: Final[dict[str, tuple[dict[str, Any], dict[str, Any], Opportunity]]] = {
    "protein": (
        {"nutrition": {"protein_g_per_kg": 1.3}},
        {},
        Opportunity(PROTEIN, 1.3, 1.6, 0.0),
    ),
    "protein a day": (
        {"nutrition": {"protein_g_per_kg": None, "protein_g_per_day": 117}},
        {},
        Opportunity(PROTEIN, 1.3, 1.6, 0.0),
    ),
    "sessions": (
        {"training": {"resistance_sessions_per_week": 1}},
        {},
        Opportunity(SESSIONS, 1, 3, 0.0),
    ),
    "nights": (
        {"sermorelin": {"nights_per_week": 5}},
        {},
        Opportunity(NIGHTS, 5, 7, 0.0),
    ),
    "timing in minutes": (
        {"sermorelin": {"minutes_before_sleep": 300}},
        {},
        Opportunity(MINUTES, 300, 60, 0.0),
    ),
    "timing by the time of day": (
        {"sermorelin": {"minutes_before_sleep": None, "time_of_day": "morning"}},
        {},
        Opportunity(TIME, "morning", "bedtime", 0.0),
    ),
    "the fast before": (
        {"sermorelin": {"fasting_hours_before": 1.5}},
        {},
        Opportunity(BEFORE, 1.5, 2, 0.0),
    ),
    "the fast after": (
        {"sermorelin": {"fasting_minutes_after": 10}},
        {},
        Opportunity(AFTER, 10, 30, 0.0),
    ),
    "one fast, the other short too": (
        {"sermorelin": {"fasting_hours_before": 1.5, "fasting_minutes_after": 10}},
        {"sermorelin": {"fasting_minutes_after": 10}},
        Opportunity(BEFORE, 1.5, 2, 0.0),
    ),
}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("short", "mended", "expected"), SHORT.values(), ids=SHORT.keys())
def test_each_input_avoids_what_mending_it_avoids(
    short: dict[str, Any], mended: dict[str, Any], expected: Opportunity, *, strict: bool
) -> None:
    options = {"projection_options": {"strict_effect_ceiling": strict}}
    by_path = {one.path: one for one in found(**short, **options)}
    one = by_path[expected.path]
    assert one.current == pytest.approx(expected.current)
    assert one.target == expected.target
    avoided = lost(**short, **options) - lost(**mended, **options)
    assert one.lean_loss_avoided_kg == pytest.approx(avoided, abs=1e-12)
    assert one.lean_loss_avoided_kg > 0


def test_at_the_boundary_nothing_is_short() -> None:
    plan = {
        "minutes_before_sleep": 240,
        "fasting_hours_before": 2,
        "fasting_minutes_after": 30,
        "nights_per_week": 7,
    }
    assert found(sermorelin=plan, nutrition={"protein_g_per_kg": 1.6}) == ()


def test_what_is_unknown_is_no_opportunity() -> None:
    unknown = dict.fromkeys(
        ("nights_per_week", "minutes_before_sleep", "fasting_hours_before", "fasting_minutes_after")
    )
    assert found(sermorelin=unknown, nutrition=None, training=None) == ()


@pytest.mark.parametrize("dose", [20, 100, 199, 600])
def test_the_dose_is_never_one(dose: float) -> None:
    assert found(sermorelin={"dose_mcg": dose}) == ()


SEVERAL: Final[dict[str, Any]] = {
    "nutrition": {"protein_g_per_kg": 1.52},
    "training": {"resistance_sessions_per_week": 1},
    "sermorelin": {"nights_per_week": 6, "fasting_hours_before": 1, "fasting_minutes_after": 5},
}


def test_the_largest_comes_first() -> None:
    paths = [one.path for one in found(**SEVERAL)]
    assert paths == [SESSIONS, BEFORE, AFTER, PROTEIN, NIGHTS]
    avoided = [one.lean_loss_avoided_kg for one in found(**SEVERAL)]
    assert avoided == sorted(avoided, reverse=True)


def test_where_two_inputs_stand_at_nothing_mending_one_avoids_nothing() -> None:
    by_path = {
        one.path: one.lean_loss_avoided_kg
        for one in found(
            nutrition={"protein_g_per_kg": 1.0}, sermorelin={"minutes_before_sleep": 400}
        )
    }
    assert by_path == {PROTEIN: 0, MINUTES: 0}


@pytest.mark.parametrize(
    "blocks",
    [
        {"patient": {"conditions": {"diabetes": True}}},
        {"patient": {"conditions": {"cancer_history": True}}},
        {"patient": {"conditions": {"active_malignancy": True}}},
        {"patient": {"conditions": {"mtc_or_men2_history": True}}, "glp1": {"drug": "other"}},
    ],
)
def test_none_while_a_contraindication_is_raised(blocks: dict[str, Any]) -> None:
    """Whichever it is: relative or absolute, of whichever drug."""
    assert found(**(SEVERAL | blocks)) == ()


def test_under_an_igf1_response_the_schedule_counts_no_more() -> None:
    labs = [
        {"analyte": "igf1", "unit": "ng/mL", "value": value, "collected_on": day(on)}
        for value, on in ((150, -57), (165, -1))
    ]
    plan = {**SEVERAL["sermorelin"], "started_on": day(-56), "minutes_before_sleep": 400}
    paths = {one.path for one in found(**(SEVERAL | {"sermorelin": plan}), labs=labs)}
    assert paths == {PROTEIN, SESSIONS}


@pytest.mark.parametrize(
    "blocks",
    [
        {"sermorelin": None},
        {"sermorelin": {"nights_per_week": 5, "started_on": None, "status": "stopped"}},
        {"sermorelin": {"dose_mcg": 5000}},
        {"energy": {"deficit_kcal_per_day": 0}},
    ],
)
def test_without_a_sermorelin_arm_it_is_the_control_arms_loss(blocks: dict[str, Any]) -> None:
    """There the sessions alone move anything."""
    base = SEVERAL | blocks
    if base["sermorelin"] is not None:
        base["sermorelin"] = {**SEVERAL["sermorelin"], **base["sermorelin"]}
    [one] = found(**base)
    trained = base | {"training": {"resistance_sessions_per_week": 3}}
    before, after = (control(projection(**body)).lean_loss_kg.central for body in (base, trained))
    assert (one.path, one.current, one.target) == (SESSIONS, 1, 3)
    assert one.lean_loss_avoided_kg == pytest.approx(before - after, abs=1e-12)
    assert one.lean_loss_avoided_kg == pytest.approx(6.8 * (0.285 - 0.255), rel=1e-9)


def test_no_projection_has_none() -> None:
    assert found(**SEVERAL, projection_options={"weight_loss_kg": None}) == ()
