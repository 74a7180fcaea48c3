"""The control share's table (contract, section 4)."""

from typing import Any

import pytest

from app.domain.projection.control_share import ControlShare, control_share
from tests.domain.projection.made import assumed, control, facts, of, projection

GLP1_DRUGS = ("semaglutide", "tirzepatide", "liraglutide", "other")


def share(sessions: int | None, drug: str | None = "none") -> ControlShare:
    training = {"resistance_sessions_per_week": sessions}
    return control_share(facts(glp1={"drug": drug}, training=training), sessions=sessions)


@pytest.mark.parametrize(
    ("sessions", "band", "scenario"),
    [
        (0, (0.24, 0.30, 0.40), "diet"),
        (1, (0.24, 0.285, 0.40 - 0.13 / 3), "diet-and-some-training"),
        (2, (0.24, 0.27, 0.40 - 0.26 / 3), "diet-and-some-training"),
        (3, (0.24, 0.255, 0.27), "diet-and-training"),
        (4, (0.24, 0.255, 0.27), "diet-and-training"),
        (21, (0.24, 0.255, 0.27), "diet-and-training"),
        (None, (0.24, 0.2775, 0.40), "diet-training-unknown"),
    ],
)
def test_by_sessions(sessions: int | None, band: tuple[float, float, float], scenario: str) -> None:
    found = share(sessions)
    assert of(found.share) == pytest.approx(band, rel=1e-12)
    assert found.scenario == scenario


@pytest.mark.parametrize("drug", GLP1_DRUGS)
@pytest.mark.parametrize("sessions", [None, 0, 1, 3])
def test_a_glp1_counts_whatever_the_training(drug: str, sessions: int | None) -> None:
    found = share(sessions, drug)
    assert of(found.share) == (0.20, 0.25, 0.30)
    assert [assumption.id for assumption in found.assumptions] == ["glp1-share-below-diet-only"]


def test_an_unknown_glp1_counts_as_none() -> None:
    found = share(3, None)
    assert found.share == share(3).share
    assert [assumption.id for assumption in found.assumptions] == ["glp1-unknown-as-none"]


@pytest.mark.parametrize(
    ("sessions", "assumption"),
    [
        (0, None),
        (1, "training-share-interpolated"),
        (2, "training-share-interpolated"),
        (3, None),
        (None, "training-unknown-share"),
    ],
)
def test_what_is_assumed_of_the_training(sessions: int | None, assumption: str | None) -> None:
    ids = [one.id for one in share(sessions).assumptions]
    assert ids == ([] if assumption is None else [assumption])


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ({"glp1": {"drug": "tirzepatide"}}, "glp1-share-below-diet-only"),
        ({"glp1": {"drug": None}}, "glp1-unknown-as-none"),
        ({"training": None}, "training-unknown-share"),
        ({"training": {"resistance_sessions_per_week": 2}}, "training-share-interpolated"),
    ],
)
def test_the_answer_lists_them(blocks: dict[str, Any], expected: str) -> None:
    assert expected in assumed(projection(**blocks))
    assert expected not in assumed(projection())


def test_the_control_arm_loses_that_share() -> None:
    arm = control(projection(training={"resistance_sessions_per_week": 0}))
    assert arm.scenario == "diet"
    assert of(arm.lean_share) == pytest.approx((0.24, 0.30, 0.40), rel=1e-12)
    assert of(arm.lean_loss_kg) == pytest.approx((6.8 * 0.24, 6.8 * 0.30, 6.8 * 0.40), rel=1e-12)
    assert of(arm.fat_loss_kg) == pytest.approx((6.8 * 0.76, 6.8 * 0.70, 6.8 * 0.60), rel=1e-12)


def test_what_is_unknown_is_asked_for() -> None:
    asked = projection(glp1={"drug": None}, training=None, sermorelin=None).missing
    assert asked == ("glp1.drug", "training.resistance_sessions_per_week")
    assert projection(sermorelin=None).missing == ()
