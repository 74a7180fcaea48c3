"""What a body cannot or should not give: each limit at its boundary."""

from typing import Any, Final

import pytest

from app.domain.projection.answer import Projection
from tests.domain.given import day
from tests.domain.projection.made import assumed, by_deficit, projection

TALL: Final = {"height_cm": 200, "weight_kg": 100}
"""A body-mass index of 18.5 at exactly 74 kg."""


def stated(loss_kg: float, weeks: int = 26, /, **patient: Any) -> Projection:  # noqa: ANN401 # JSON
    options = {"weight_loss_kg": loss_kg, "horizon_weeks": weeks}
    return projection(patient=patient, projection_options=options)


def refused(made: Projection) -> str:
    """The reason; a refusal comes without any number."""
    assert made.status == "unavailable"
    assert made.reason is not None
    assert made.weight_loss is None
    assert made.control is None
    assert made.sermorelin is None
    assert made.lean_saved_kg is None
    assert len(made.trajectory) == 0
    assert made.opportunities == ()
    assert made.cross_check is None
    return made.reason


def test_half_of_the_body_weight() -> None:
    heavy = {"weight_kg": 160, "height_cm": 150}
    assert stated(80, 104, **heavy).status == "projected"
    assert "half of the body weight" in refused(stated(80.01, 104, **heavy))
    assert "half of the body weight" in refused(stated(201, 104, weight_kg=None))


@pytest.mark.parametrize("weeks", [1, 10, 13])
def test_a_stated_loss_of_two_percent_a_week(weeks: int) -> None:
    assert stated(2 * weeks, weeks, **TALL).status == "projected"
    assert "2 %" in refused(stated(2 * weeks + 0.001, weeks, **TALL))


@pytest.mark.parametrize(
    ("weight", "weeks", "loss"), [(40.0, 11, 8.8), (40.3, 7, 5.642), (51.3, 3, 3.078)]
)
def test_two_percent_a_week_is_not_refused_by_rounding(
    weight: float, weeks: int, loss: float
) -> None:
    body = {"weight_kg": weight, "height_cm": None}
    made = stated(loss, weeks, **body)
    assert made.status == "projected"
    assert "stated-loss-over-1-pct-a-week" not in assumed(stated(loss / 2, weeks, **body))
    assert refused(stated(loss + 1e-6, weeks, **body))


@pytest.mark.parametrize(("height", "weight", "loss"), [(164, 52, 2.2424), (192, 77, 8.8016)])
def test_nor_is_a_body_mass_index_of_18_5(height: float, weight: float, loss: float) -> None:
    body = {"height_cm": height, "weight_kg": weight}
    assert stated(loss, **body).status == "projected"
    assert "on the way" in refused(stated(loss + 1e-6, **body))


def test_over_one_percent_a_week_is_said() -> None:
    note = "stated-loss-over-1-pct-a-week"
    assert note not in assumed(stated(10, 10, **TALL))
    assert note in assumed(stated(10.001, 10, **TALL))
    assert note in assumed(stated(20, 10, **TALL))
    assert note not in assumed(stated(20, 10, weight_kg=None))


def test_two_percent_a_week_is_asked_of_a_stated_loss_only() -> None:
    made = projection(
        projection_options={"weight_loss_kg": None, "horizon_weeks": 1},
        energy={"deficit_kcal_per_day": 1900, "maintenance_kcal_per_day": 3000},
    )
    assert made.weight_loss is not None
    assert made.weight_loss.central_kg > 0.02 * 90


def test_a_body_mass_index_of_18_5_on_the_way() -> None:
    assert stated(26, **TALL).status == "projected"
    assert "on the way" in refused(stated(26.01, **TALL))


def test_a_body_mass_index_of_18_5_at_the_start() -> None:
    assert "at the start" in refused(stated(0.1, height_cm=200, weight_kg=73.99))
    assert "on the way" in refused(stated(0.1, height_cm=200, weight_kg=74))
    assert "at the start" in refused(
        projection(
            patient={"height_cm": 200, "weight_kg": 73.99},
            **by_deficit(deficit_kcal_per_day=0),
        )
    )


def test_a_body_mass_index_on_the_way_of_a_glp1() -> None:
    """17.5 % of the weight: from 89.697 kg on, 74 kg are left at 2 m."""
    glp1 = {"glp1": {"drug": "other"}, "projection_options": {"weight_loss_kg": None}}
    made = projection(patient={"height_cm": 200, "weight_kg": 89.7}, **glp1)
    assert made.status == "projected"
    thin = projection(patient={"height_cm": 200, "weight_kg": 89.69}, **glp1)
    assert "on the way" in refused(thin)


def test_a_body_mass_index_on_the_way_of_a_deficit() -> None:
    light = {"sex": "male", "age_years": 40, "height_cm": 180, "weight_kg": 62}
    fat = [{"method": "dxa", "measured_on": day(-1), "fat_mass_kg": 15}]
    reason = refused(
        projection(patient=light, body_composition=fat, **by_deficit(deficit_kcal_per_day=400))
    )
    assert "18.5" in reason
    shorter = {"weight_loss_kg": None, "horizon_weeks": 3}
    made = projection(
        patient=light,
        body_composition=fat,
        energy={"deficit_kcal_per_day": 400},
        projection_options=shorter,
    )
    assert made.status == "projected"


def test_without_height_or_weight_the_index_is_not_checked_and_that_is_said() -> None:
    for unknown in ("height_cm", "weight_kg"):
        assert "body-limits-not-checked" in assumed(stated(5, **{unknown: None}))
    assert "body-limits-not-checked" not in assumed(stated(5))
    glp1 = {"glp1": {"drug": "other"}, "projection_options": {"weight_loss_kg": None}}
    assert "body-limits-not-checked" in assumed(projection(patient={"height_cm": None}, **glp1))


WOMAN: Final = {"sex": "female", "age_years": 35, "height_cm": 165, "weight_kg": 80}
PERSONS: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "pregnant": ({**WOMAN, "conditions": {"pregnant": True}}, "Pregnant"),
    "breastfeeding": ({**WOMAN, "conditions": {"breastfeeding": True}}, "Breastfeeding"),
    "17 years old": ({**WOMAN, "age_years": 17}, "Under 18"),
    "underweight": ({**WOMAN, "weight_kg": 50}, "body-mass index"),
}
SOURCES: Final[dict[str, dict[str, Any]]] = {
    "a stated loss": {},
    "a deficit": by_deficit(deficit_kcal_per_day=400),
    "no deficit": by_deficit(deficit_kcal_per_day=0),
    "a surplus": by_deficit(deficit_pct=-10),
    "a GLP-1": {"glp1": {"drug": "other"}, "projection_options": {"weight_loss_kg": None}},
    "nothing": {"projection_options": {"weight_loss_kg": None}},
}


@pytest.mark.parametrize("blocks", SOURCES.values(), ids=SOURCES.keys())
@pytest.mark.parametrize(("person", "reason"), PERSONS.values(), ids=PERSONS.keys())
def test_these_get_no_projection_whatever_the_source(
    person: dict[str, Any], reason: str, blocks: dict[str, Any]
) -> None:
    """They come before `not_applicable`, too."""
    assert reason in refused(projection(patient=person, **blocks))


def test_who_is_not_barred() -> None:
    conditions = {"pregnant": False, "breastfeeding": False}
    assert projection(patient={**WOMAN, "age_years": 18}).status == "projected"
    assert projection(patient={**WOMAN, "conditions": conditions}).status == "projected"
    assert projection(patient=None).status == "projected", "an unknown age bars nobody"


@pytest.mark.parametrize(
    ("energy", "made"),
    [
        ({"deficit_kcal_per_day": 1200, "maintenance_kcal_per_day": 2000}, True),
        ({"deficit_kcal_per_day": 1200.1, "maintenance_kcal_per_day": 2000}, False),
        ({"deficit_pct": 60, "maintenance_kcal_per_day": 2000}, True),
        ({"deficit_pct": 60.1, "maintenance_kcal_per_day": 2000}, False),
        ({"deficit_pct": 100, "maintenance_kcal_per_day": 2000}, False),
        ({"deficit_kcal_per_day": 3000, "maintenance_kcal_per_day": 2000}, False),
    ],
)
def test_an_intake_of_800_kcal(energy: dict[str, float], *, made: bool) -> None:
    found = projection(
        energy=energy, projection_options={"weight_loss_kg": None, "horizon_weeks": 4}
    )
    if made:
        assert found.status == "projected"
    else:
        assert "800 kcal" in refused(found)


def test_a_low_intake_bars_no_stated_loss() -> None:
    energy = {"deficit_kcal_per_day": 1500, "maintenance_kcal_per_day": 2000}
    assert projection(energy=energy).status == "projected"


@pytest.mark.parametrize(
    ("sex", "fat_pct", "made"),
    [
        ("male", 3.5, True),
        ("male", 2.99, False),
        ("male", 3, False),
        ("female", 10.5, True),
        ("female", 9.99, False),
        ("female", 10, False),
    ],
)
def test_body_fat_of_3_and_10_percent(sex: str, fat_pct: float, *, made: bool) -> None:
    """A slight deficit: who starts at the limit falls under it, who starts above does not."""
    found = projection(
        patient={"sex": sex},
        body_composition=[{"method": "dxa", "measured_on": day(-1), "body_fat_pct": fat_pct}],
        projection_options={"weight_loss_kg": None, "horizon_weeks": 2},
        energy={"deficit_kcal_per_day": 30},
    )
    if made:
        assert found.status == "projected"
    else:
        assert "Body fat" in refused(found)


def test_body_fat_that_runs_out_on_the_way() -> None:
    lean = {"method": "dxa", "measured_on": day(-1), "body_fat_pct": 9}
    blocks = {"body_composition": [lean], "energy": {"deficit_kcal_per_day": 1100}}
    soon = {"weight_loss_kg": None, "horizon_weeks": 2}
    assert projection(**blocks, projection_options=soon).status == "projected"
    later = {"weight_loss_kg": None, "horizon_weeks": 26}
    assert "Body fat" in refused(projection(**blocks, projection_options=later))


@pytest.mark.parametrize(
    ("patient", "entry"),
    [
        ({}, {"fat_mass_kg": 90}),
        ({}, {"fat_mass_kg": 120}),
        ({}, {"fat_free_mass_kg": 90}),
        ({"weight_kg": 60, "height_cm": 160}, {"fat_free_mass_kg": 75}),
    ],
)
def test_a_body_that_cannot_be_gives_no_number(
    patient: dict[str, float], entry: dict[str, float]
) -> None:
    entries = [{"method": "bia", "measured_on": day(-1), **entry}]
    energy = by_deficit(deficit_kcal_per_day=300)
    assert refused(projection(patient=patient, body_composition=entries, **energy))


def test_nobody_is_too_small_for_an_answer() -> None:
    """The equation of the resting rate leaves nothing here, maintenance given or not."""
    tiny = {"sex": "female", "age_years": 120, "height_cm": 50, "weight_kg": 20}
    for energy in ({}, {"maintenance_kcal_per_day": 2000}):
        blocks = by_deficit(deficit_kcal_per_day=100, **energy)
        assert refused(projection(patient=tiny, **blocks))
