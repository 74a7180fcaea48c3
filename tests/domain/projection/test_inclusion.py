"""When there is a sermorelin arm, and the reason where there is none."""

from typing import Any

import pytest

from tests.domain.given import day
from tests.domain.projection.made import control, projection, sermorelin


def condition(**answers: bool) -> dict[str, Any]:
    return {"patient": {"conditions": answers}}


def igf1(value: float, **more: float) -> dict[str, Any]:
    lab = {"analyte": "igf1", "unit": "ng/mL", "value": value, "collected_on": day(-3)}
    return {"labs": [lab | more]}


REASONS: dict[str, tuple[dict[str, Any], str]] = {
    "no block": ({"sermorelin": None}, "No sermorelin plan"),
    "stopped": ({"sermorelin": {"started_on": None, "status": "stopped"}}, "stopped"),
    "stopped by its date": (
        {"sermorelin": {"started_on": day(-50), "stopped_on": day(0)}},
        "stopped",
    ),
    "absolute, by the document": (condition(active_malignancy=True), "safety-active-malignancy"),
    "absolute, though cleared": (
        condition(active_malignancy=True, oncology_clearance=True),
        "ext-active-malignancy-absolute",
    ),
    "absolute, by a label": (condition(sermorelin_hypersensitivity=True), "ext-hypersensitivity"),
    "absolute, the pituitary": (condition(pituitary_disorder=True), "ext-pituitary-lesion"),
    "relative and critical": (condition(cancer_history=True), "safety-cancer-history"),
    "relative and critical, by a lab": (igf1(350.1), "igf1-over-350"),
    "relative and critical, by a z-score": (igf1(200, z_score=3.1), "ext-igf1-z-over-3"),
    "a dose in mg": ({"sermorelin": {"dose_mcg": 0.25}}, "dose-unit-implausible"),
    "a dose far too large": ({"sermorelin": {"dose_mcg": 250_000}}, "dose-unit-implausible"),
    "no deficit": ({"energy": {"deficit_kcal_per_day": 0}}, "No energy deficit"),
    "a surplus": ({"energy": {"deficit_kcal_per_day": -1}}, "No energy deficit"),
    "no deficit in %": ({"energy": {"deficit_pct": 0}}, "No energy deficit"),
    "a surplus in %": ({"energy": {"deficit_pct": -0.1}}, "No energy deficit"),
}


@pytest.mark.parametrize(("blocks", "reason"), REASONS.values(), ids=REASONS.keys())
def test_control_only(blocks: dict[str, Any], reason: str) -> None:
    made = projection(**blocks)
    assert made.status == "projected"
    assert made.reason is None
    assert made.sermorelin is None
    assert made.effect is None
    assert made.lean_saved_kg is None
    assert made.sermorelin_reason is not None
    assert reason in made.sermorelin_reason
    assert control(made).lean_loss_kg.central > 0


def test_a_block_of_unknown_leaves_counts_as_none() -> None:
    nothing = {"dose_mcg": None, "started_on": None, "stopping": None}
    blank = {**dict.fromkeys(("nights_per_week", "minutes_before_sleep")), **nothing}
    made = projection(sermorelin=None)
    fasts = dict.fromkeys(("fasting_hours_before", "fasting_minutes_after"))
    assert projection(sermorelin=blank | fasts) == made


@pytest.mark.parametrize(
    "blocks",
    [
        condition(diabetes=True),
        condition(untreated_hypothyroidism=True),
        condition(active_malignancy=False, cancer_history=False),
        condition(mtc_or_men2_history=True),
        condition(tested_athlete=True),
        igf1(350),
        igf1(301),
        igf1(200, reference_high=190),
        igf1(200, z_score=3),
        {"sermorelin": {"dose_mcg": 501}},
        {"sermorelin": {"dose_mcg": 20}},
        {"sermorelin": {"route": "oral"}},
        {"sermorelin": {"started_on": None, "status": "planned"}},
        {"sermorelin": {"started_on": None}},
        {"sermorelin": {"started_on": day(-50), "stopped_on": day(1)}},
        {"energy": {"deficit_kcal_per_day": 1}},
        {"energy": {"deficit_pct": 0.1}},
        {"energy": {"physical_activity_level": 1.5}},
    ],
)
def test_nothing_less_takes_the_arm_away(blocks: dict[str, Any]) -> None:
    made = projection(**blocks)
    assert made.sermorelin_reason is None
    assert sermorelin(made).scenario == "diet-and-training-and-sermorelin"


def test_a_contraindication_to_the_glp1_alone_leaves_the_arm() -> None:
    made = projection(glp1={"drug": "semaglutide"}, **condition(mtc_or_men2_history=True))
    assert sermorelin(made).lean_share.central == pytest.approx(0.25 * 0.55)


def test_safety_is_not_switched_off_with_the_outside_evidence() -> None:
    made = projection(options={"external_evidence": False}, **condition(pituitary_disorder=True))
    assert made.sermorelin_reason is not None
    assert "ext-pituitary-lesion" in made.sermorelin_reason
