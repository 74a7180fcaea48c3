"""The loss that a deficit brings: maintenance, deficit, body fat and the band around it."""

from typing import Any, Final

import pytest

from app.domain.energy_balance.baseline import Person, baseline_of
from app.domain.energy_balance.trajectory import Change, Course, states
from app.domain.projection.answer import CrossCheck, Projection, WeightLoss
from app.domain.projection.energy_path import energy_path
from tests.domain.given import day
from tests.domain.projection.made import MAN, assumed, by_deficit, facts, projection

RESTING: Final = 9.99 * 90 + 6.25 * 178 - 4.92 * 50 + 5
"""Mifflin-St Jeor for the man of the full plan."""
FAT_KG: Final = 25.0
FAT: Final = {
    "body_composition": [{"method": "dxa", "measured_on": day(-1), "fat_mass_kg": FAT_KG}]
}
GRAM: Final = 2e-3
"""The projection steps by weeks; the model by days is this near."""


def loss(made: Projection) -> WeightLoss:
    assert made.weight_loss is not None, made.reason
    assert made.weight_loss.source == "energy-balance"
    return made.weight_loss


def by_the_model(
    deficit: float, weeks: int = 26, /, *, level: float = 1.5, shift: float = 0, **person: float
) -> float:
    """The loss by daily steps, the person put together here."""
    who = {"maintenance_kcal_per_day": None, "fat_mass_kg": FAT_KG} | person
    start = baseline_of(
        Person(**MAN, physical_activity_level=level, **who),  # type: ignore[arg-type]
        expenditure_shift_kcal_per_day=shift,
    )
    course = Course(intake_changes=(Change(0, -deficit),))
    [end] = states(start, course, [7 * weeks], limits=None)
    return 90 - end.weight_kg


@pytest.mark.parametrize(
    ("energy", "deficit", "person", "assumes"),
    [
        ({"deficit_kcal_per_day": 500, "physical_activity_level": 1.7}, 500, {"level": 1.7}, False),
        ({"deficit_kcal_per_day": 500}, 500, {}, True),
        ({"deficit_pct": 20}, 0.2 * 1.5 * RESTING, {}, True),
        (
            {"deficit_pct": 20, "physical_activity_level": 1.3},
            0.2 * 1.3 * RESTING,
            {"level": 1.3},
            False,
        ),
        (
            {"deficit_pct": 20, "maintenance_kcal_per_day": 2400, "physical_activity_level": 1.3},
            480,
            {"level": 1.3, "maintenance_kcal_per_day": 2400},
            False,
        ),
        (
            {"deficit_kcal_per_day": 500, "maintenance_kcal_per_day": 2400},
            500,
            {"maintenance_kcal_per_day": 2400},
            True,
        ),
    ],
)
def test_maintenance_given_or_by_activity_level_or_by_1_5(
    energy: dict[str, float], deficit: float, person: dict[str, float], *, assumes: bool
) -> None:
    made = projection(**by_deficit(**energy), **FAT)
    assert loss(made).central_kg == pytest.approx(by_the_model(deficit, **person), abs=GRAM)
    assert ("activity-level-1.5" in assumed(made)) is assumes
    by_mifflin = "maintenance_kcal_per_day" not in energy
    assert ("maintenance-mifflin" in assumed(made)) is by_mifflin


@pytest.mark.parametrize("deficit", [20, 150, 500, 700])
@pytest.mark.parametrize("weeks", [1, 4, 26, 104])
def test_low_and_high_come_from_200_kcal_of_expenditure(deficit: float, weeks: int) -> None:
    options = {"weight_loss_kg": None, "horizon_weeks": weeks}
    energy = {"deficit_kcal_per_day": deficit, "maintenance_kcal_per_day": 2600}
    found = loss(projection(projection_options=options, energy=energy, **FAT))
    assert found.low_kg <= found.central_kg <= found.high_kg
    shifted = [
        by_the_model(deficit, weeks, shift=shift, maintenance_kcal_per_day=2600)
        for shift in (-200, 0, 200)
    ]
    figures = [found.low_kg, found.central_kg, found.high_kg]
    assert figures == pytest.approx(shifted, abs=GRAM)


def test_low_may_be_a_gain() -> None:
    found = loss(projection(**by_deficit(deficit_kcal_per_day=100), **FAT))
    assert found.low_kg < 0 < found.central_kg


def test_the_days_between_follow_the_model() -> None:
    made = projection(**by_deficit(deficit_kcal_per_day=500), **FAT)
    for week in made.trajectory:
        expected = by_the_model(500, week.week)
        assert week.weight_loss_kg == pytest.approx(expected, abs=GRAM)


def test_a_measured_body_fat_counts_and_else_jackson_does() -> None:
    lean, fat = (
        projection(
            **by_deficit(deficit_kcal_per_day=500),
            body_composition=[{"method": "dxa", "measured_on": day(-1), "fat_mass_kg": kg}],
        )
        for kg in (15, 35)
    )
    assert loss(lean).central_kg > loss(fat).central_kg + 0.2
    assert "body-fat-jackson" not in assumed(lean)
    assert "body-fat-jackson" in assumed(projection(**by_deficit(deficit_kcal_per_day=500)))


def test_what_the_model_assumes_is_listed() -> None:
    listed = assumed(projection(**by_deficit(deficit_kcal_per_day=500)))
    assert {"diet-composition-unchanged", "expenditure-shift-200"} <= listed


def shares(made: Projection) -> CrossCheck:
    assert made.cross_check is not None
    return made.cross_check


@pytest.mark.parametrize("weeks", [1, 26, 104])
def test_the_cross_check_is_the_models_own_split(weeks: int) -> None:
    options = {"weight_loss_kg": None, "horizon_weeks": weeks}
    energy = {"deficit_kcal_per_day": 500, "maintenance_kcal_per_day": 2600}
    made = projection(projection_options=options, energy=energy, **FAT)
    found, weight = shares(made), loss(made).central_kg
    assert found.model == "hall-2011"
    assert found.fluid_and_glycogen_loss_kg is not None
    assert found.ffm_loss_kg + found.fat_loss_kg == pytest.approx(weight, abs=1e-9)
    parts = found.lean_tissue_loss_kg + found.fluid_and_glycogen_loss_kg
    assert parts == pytest.approx(found.ffm_loss_kg, abs=1e-9)
    assert found.ffm_share_of_loss == pytest.approx(found.ffm_loss_kg / weight)
    start = baseline_of(
        Person(
            **MAN,  # type: ignore[arg-type]
            physical_activity_level=1.5,
            maintenance_kcal_per_day=2600,
            fat_mass_kg=FAT_KG,
        )
    )
    first, last = states(
        start, Course(intake_changes=(Change(0, -500),)), [0, 7 * weeks], limits=None
    )
    assert found.fat_loss_kg == pytest.approx(first.fat_mass_kg - last.fat_mass_kg, abs=GRAM)
    lean = first.lean_tissue_kg - last.lean_tissue_kg
    assert found.lean_tissue_loss_kg == pytest.approx(lean, abs=GRAM)


BESIDE: Final[dict[str, dict[str, Any]]] = {
    "a stated loss": {"projection_options": {"weight_loss_kg": 10}},
    "a stated loss beside a deficit": {
        "projection_options": {"weight_loss_kg": 10},
        "energy": {"deficit_kcal_per_day": 500},
    },
    "a GLP-1": {
        "glp1": {"drug": "other"},
        "projection_options": {"weight_loss_kg": None},
        "patient": {"weight_kg": 10 / 0.175, "height_cm": 150},
    },
}


@pytest.mark.parametrize("blocks", BESIDE.values(), ids=BESIDE.keys())
def test_without_the_model_the_closed_form_is_the_cross_check(blocks: dict[str, Any]) -> None:
    """30 kg of fat and 10 kg of loss: 2.837192 kg of it fat-free (Hall 2007)."""
    entries = [{"method": "dxa", "measured_on": day(-1), "fat_mass_kg": 30}]
    found = shares(projection(**blocks, body_composition=entries))
    assert found.model == "hall-2007"
    assert found.ffm_loss_kg == pytest.approx(2.837192, abs=1e-6)
    assert found.lean_tissue_loss_kg == found.ffm_loss_kg
    assert found.fluid_and_glycogen_loss_kg is None
    assert found.fat_loss_kg == pytest.approx(7.162808, abs=1e-6)
    assert found.ffm_share_of_loss == pytest.approx(0.2837192, abs=1e-7)
    assert "measured" in found.basis


def test_the_closed_form_takes_an_estimated_fat_too_and_says_so() -> None:
    assert "body-mass index" in shares(projection()).basis


def test_the_model_is_not_asked_about_an_unknown_body() -> None:
    """The choice of the source sees to it; out of turn it is an error, not a number."""
    energy = {"deficit_kcal_per_day": 500, "maintenance_kcal_per_day": 2600}
    with pytest.raises(ValueError, match="needs sex, age, height and weight"):
        energy_path(facts(patient={"sex": None}, energy=energy, **FAT))


def test_without_any_fat_there_is_no_cross_check() -> None:
    assert projection(patient={"sex": None}).cross_check is None
    lean = {"method": "dxa", "measured_on": day(-1), "fat_free_mass_kg": 95}
    assert projection(body_composition=[lean]).cross_check is None
