"""The two arms over time: what they lose, what is saved, and where the ceiling lies."""

from itertools import pairwise
from typing import Any, Final

import pytest

from app.domain.projection.answer import Projection, TrajectoryArm
from tests.domain.given import day
from tests.domain.projection.made import assumed, by_deficit, control, of, projection, sermorelin

BUILT_UP: Final = {"started_on": day(-70)}
STRICT: Final = {"strict_effect_ceiling": True}
MANY: Final[dict[str, dict[str, Any]]] = {
    "the full plan": {},
    "a strict ceiling": {"projection_options": STRICT},
    "nothing known": {"training": None, "nutrition": None, "labs": None},
    "a fading effect": {"sermorelin": {"started_on": day(-60), "planned_weeks": 13}},
    "by a deficit": by_deficit(deficit_kcal_per_day=500, physical_activity_level=1.5),
    "by a deficit, two years": {
        **by_deficit(deficit_pct=15),
        "projection_options": {"weight_loss_kg": None, "horizon_weeks": 104},
    },
    "on a GLP-1 past its course": {
        "glp1": {"drug": "other"},
        "projection_options": {"weight_loss_kg": None, "horizon_weeks": 60},
    },
}
every_kind = pytest.mark.parametrize("blocks", MANY.values(), ids=MANY.keys())


def arms_by_week(made: Projection) -> list[list[TrajectoryArm]]:
    treated = [week.sermorelin for week in made.trajectory if week.sermorelin is not None]
    return [[week.control for week in made.trajectory], treated]


@every_kind
def test_lean_and_fat_make_up_the_weight_lost_every_week(blocks: dict[str, Any]) -> None:
    made = projection(**blocks)
    assert [week.week for week in made.trajectory] == list(range(made.horizon_weeks + 1))
    for weeks in arms_by_week(made):
        for week, arm in zip(made.trajectory, weeks, strict=True):
            for lean, fat in zip(of(arm.lean_loss_kg), of(arm.fat_loss_kg), strict=True):
                assert lean + fat == pytest.approx(week.weight_loss_kg, abs=1e-9)


@every_kind
def test_lean_loss_never_reverses(blocks: dict[str, Any]) -> None:
    for weeks in arms_by_week(projection(**blocks)):
        for earlier, later in pairwise(weeks):
            bands = zip(of(earlier.lean_loss_kg), of(later.lean_loss_kg), strict=True)
            assert all(before <= after for before, after in bands)


@every_kind
def test_the_trajectory_starts_at_nothing_and_ends_in_the_arms(blocks: dict[str, Any]) -> None:
    made = projection(**blocks)
    first, last = made.trajectory[0], made.trajectory[-1]
    assert made.weight_loss is not None
    assert (first.weight_loss_kg, last.weight_loss_kg) == (0, made.weight_loss.central_kg)
    for arm, at_start, at_end in (
        (control(made), first.control, last.control),
        (sermorelin(made), first.sermorelin, last.sermorelin),
    ):
        assert at_start is not None
        assert at_end is not None
        assert of(at_start.lean_loss_kg) == of(at_start.fat_loss_kg) == (0, 0, 0)
        assert of(at_end.lean_loss_kg) == of(arm.lean_loss_kg)
        assert of(at_end.fat_loss_kg) == of(arm.fat_loss_kg)


@every_kind
def test_best_to_worst_by_the_share_of_lean(blocks: dict[str, Any]) -> None:
    made = projection(**blocks)
    for arm in (control(made), sermorelin(made)):
        assert list(of(arm.lean_share)) == sorted(of(arm.lean_share))
        assert list(of(arm.lean_loss_kg)) == sorted(of(arm.lean_loss_kg))
        assert list(of(arm.fat_loss_kg)) == sorted(of(arm.fat_loss_kg), reverse=True)


@pytest.mark.parametrize("options", [{}, STRICT])
@pytest.mark.parametrize(
    "blocks",
    [
        {"sermorelin": {"minutes_before_sleep": 700}},
        {"training": {"resistance_sessions_per_week": 0}},
        {"nutrition": {"protein_g_per_kg": 1.2}},
        {"sermorelin": {"nights_per_week": 0}},
    ],
)
def test_no_effect_is_exactly_the_control(blocks: dict[str, Any], options: dict[str, bool]) -> None:
    made = projection(**blocks, projection_options=options)
    assert made.effect is not None
    assert of(made.effect.realised) == (0, 0, 0)
    without, treated = arms_by_week(made)
    assert [of(arm.lean_loss_kg) for arm in without] == [of(arm.lean_loss_kg) for arm in treated]
    saved = made.lean_saved_kg
    assert saved is not None
    assert (saved.low, saved.central, saved.high) == (0, 0, 0)


def test_the_strict_ceiling_holds_each_day_to_a_half() -> None:
    """Built up: .933, .6 and .4 of the share a day; the first two are held to .5."""
    made = projection(sermorelin=BUILT_UP, projection_options=STRICT)
    expected = (0.24 * 0.5, 0.255 * 0.5, 0.27 * 0.6)
    assert of(sermorelin(made).lean_share) == pytest.approx(expected, rel=1e-12)


def test_the_strict_ceiling_leaves_the_days_under_it_alone() -> None:
    """While r is under .5 / .6 the central arm is the same, after that it is held."""
    free, held = projection(), projection(projection_options=STRICT)
    week = 8  # r = 5/7 there, and 6/7 a week later
    for number in range(27):
        before, after = free.trajectory[number].sermorelin, held.trajectory[number].sermorelin
        assert before is not None
        assert after is not None
        equal = after.lean_loss_kg.central == pytest.approx(before.lean_loss_kg.central, rel=1e-12)
        assert equal is (number <= week), number
        assert after.lean_loss_kg.worst == before.lean_loss_kg.worst


def test_saved_is_the_central_difference_between_the_least_and_the_greatest() -> None:
    made = projection()
    saved = made.lean_saved_kg
    assert saved is not None
    differences = (0.24 * 0.70 * 6.8, 0.255 * 0.45 * 6.8, 0.27 * 0.30 * 6.8)
    assert (saved.high, saved.central, saved.low) == pytest.approx(differences, rel=1e-12)


def test_the_greatest_difference_need_not_be_the_best_ones() -> None:
    """Under the ceiling .12, .1275 and .108 of the weight: the central one is the greatest."""
    saved = projection(sermorelin=BUILT_UP, projection_options=STRICT).lean_saved_kg
    assert saved is not None
    found = (saved.low, saved.central, saved.high)
    assert found == pytest.approx((0.108 * 6.8, 0.1275 * 6.8, 0.1275 * 6.8), rel=1e-12)


def test_nor_the_least_the_worst_ones() -> None:
    """On a GLP-1 under the ceiling .10, .125 and .12 of the weight: the best one is the least."""
    made = projection(
        glp1={"drug": "other"}, sermorelin=BUILT_UP, projection_options=STRICT
    ).lean_saved_kg
    assert made is not None
    found = (made.low, made.central, made.high)
    assert found == pytest.approx((0.10 * 6.8, 0.125 * 6.8, 0.125 * 6.8), rel=1e-12)


def test_both_arms_lose_the_same_weight_and_that_is_said() -> None:
    made = projection()
    for arm in (control(made), sermorelin(made)):
        weight = arm.lean_loss_kg.central + arm.fat_loss_kg.central
        assert weight == pytest.approx(6.8, abs=1e-12)
    assert "same-loss-in-both-arms" in assumed(made)
    assert "same-loss-in-both-arms" not in assumed(projection(sermorelin=None))


def test_an_unknown_factor_saves_nothing_at_worst() -> None:
    saved = projection(sermorelin={"nights_per_week": None}).lean_saved_kg
    assert saved is not None
    assert saved.low == 0
    assert saved.central == pytest.approx(0.255 * 0.45 * 6.8, rel=1e-12)


def beyond(**blocks: Any) -> tuple[bool, bool, bool]:  # noqa: ANN401 # a body is JSON
    found = projection(**blocks).beyond_general_claim
    assert found is not None
    return found.best, found.central, found.worst


def test_beyond_the_general_claim() -> None:
    assert beyond() == (True, False, False)
    assert beyond(sermorelin=BUILT_UP) == (True, True, False)
    assert beyond(sermorelin={"nights_per_week": 1}) == (False, False, False)


def test_exactly_a_half_is_not_beyond_it() -> None:
    """Under the ceiling a course that is built up spares exactly a half."""
    assert beyond(sermorelin=BUILT_UP, projection_options=STRICT) == (False, False, False)
    for horizon in (1, 7, 26, 53):
        options = {**STRICT, "horizon_weeks": horizon, "weight_loss_kg": 0.9}
        assert beyond(sermorelin=BUILT_UP, projection_options=options) == (False, False, False)


@pytest.mark.parametrize(("dose", "is_beyond"), [(142.8, False), (142.9, True)])
def test_around_a_half(dose: float, *, is_beyond: bool) -> None:
    """The best k e is .70 x dose / 200: it passes a half at 142.857 mcg."""
    assert beyond(sermorelin={"dose_mcg": dose}) == (is_beyond, False, False)


def test_without_a_sermorelin_arm_there_is_nothing_beyond() -> None:
    made = projection(sermorelin=None)
    assert made.beyond_general_claim is None
    assert made.saving_claim_reached is None
    assert made.lean_saved_kg is None
    assert all(week.sermorelin is None for week in made.trajectory)
