"""What a variant changes, in figures worked out by hand from the document's shares."""

from dataclasses import fields
from typing import Any, Final

import pytest

from app.api.merge_patch import merge_patch
from app.domain.comparison import DIFFERENT_TABLES, Differences, differences, outcome_of
from app.domain.errors import ConflictingCaseError
from app.domain.projection.band import Band
from tests.domain.given import AS_OF, case_of

# With everything in place e is 1: treated lean = share (1 - k) W, share .24/.255/.27 of diet and
# training, k .70/.45/.30. W is 8 kg over 26 weeks from the start.
BASE: Final[dict[str, Any]] = {
    "patient": {"age_years": 35, "weight_kg": 90},
    "sermorelin": {
        "dose_mcg": 200,
        "route": "subcutaneous",
        "nights_per_week": 7,
        "started_on": "2026-06-01",
        "minutes_before_sleep": 45,
        "fasting_hours_before": 3,
        "fasting_minutes_after": 60,
    },
    "glp1": {"drug": "none"},
    "nutrition": {"protein_g_per_kg": 1.6},
    "training": {"resistance_sessions_per_week": 3},
    "projection_options": {"weight_loss_kg": 8},
}


def patched(base: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    merged = merge_patch(base, patch)
    assert isinstance(merged, dict)
    return merged


def compared(patch: dict[str, Any], base: dict[str, Any] = BASE) -> Differences:
    variant = patched(base, patch)
    return differences(outcome_of(case_of(**base)), outcome_of(case_of(**variant)))


def approx(best: float, central: float, worst: float) -> Any:  # noqa: ANN401 # pytest's own
    return pytest.approx((best, central, worst), abs=1e-9)


def values(band: Band | None) -> tuple[float, float, float]:
    assert band is not None
    return band.best, band.central, band.worst


def test_the_same_case_differs_in_nothing() -> None:
    same = compared({})
    assert (same.verdict_changed, same.same_control_table) == (False, True)
    assert (same.weight_loss_kg, same.lean_saved_kg, same.not_compared) == (0, 0, ())
    for arm in (same.control, same.sermorelin):
        assert values(arm.lean_loss_kg) == values(arm.fat_loss_kg) == (0, 0, 0)


def test_half_the_protein_effect_costs_half_of_what_is_spared() -> None:
    less = compared({"nutrition": {"protein_g_per_kg": 1.4}})  # e falls from 1 to .5
    spared = (0.24 * 0.70 * 8, 0.255 * 0.45 * 8, 0.27 * 0.30 * 8)
    lost = [part / 2 for part in spared]
    assert values(less.sermorelin.lean_loss_kg) == approx(*lost)
    assert values(less.sermorelin.fat_loss_kg) == approx(*(-part for part in lost))
    assert less.lean_saved_kg == pytest.approx(-lost[1])
    assert values(less.control.lean_loss_kg) == (0, 0, 0)
    assert less.weight_loss_kg == 0


def test_more_weight_lost_is_split_by_the_control_share() -> None:
    more = compared({"projection_options": {"weight_loss_kg": 10}})
    assert more.weight_loss_kg == pytest.approx(2)
    assert values(more.control.lean_loss_kg) == approx(0.24 * 2, 0.255 * 2, 0.27 * 2)
    assert values(more.control.fat_loss_kg) == approx(0.76 * 2, 0.745 * 2, 0.73 * 2)
    assert more.lean_saved_kg == pytest.approx(0.255 * 0.45 * 2)


def test_the_difference_is_variant_less_base() -> None:
    there = compared({"projection_options": {"weight_loss_kg": 10}})
    back = compared(
        {"projection_options": {"weight_loss_kg": 8}},
        patched(BASE, {"projection_options": {"weight_loss_kg": 10}}),
    )
    assert there.weight_loss_kg == -(back.weight_loss_kg or 0)
    assert values(there.control.lean_loss_kg) == approx(
        *(-part for part in values(back.control.lean_loss_kg))
    )


@pytest.mark.parametrize(
    "patch",
    [
        {"glp1": {"drug": "tirzepatide"}},
        {"training": {"resistance_sessions_per_week": 0}},
        {"training": {"resistance_sessions_per_week": 2}},
        {"training": None},
    ],
    ids=["a GLP-1", "no training", "some training", "training unknown"],
)
def test_across_control_tables_only_weight_is_subtracted(patch: dict[str, Any]) -> None:
    found = compared({**patch, "projection_options": {"weight_loss_kg": 10}})
    assert found.same_control_table is False
    assert found.weight_loss_kg == pytest.approx(2)
    for value in (found.control.lean_loss_kg, found.control.fat_loss_kg, found.lean_saved_kg):
        assert value is None
    assert found.sermorelin.lean_loss_kg is None
    assert {one.reason for one in found.not_compared} == {DIFFERENT_TABLES}
    assert [one.difference for one in found.not_compared] == [
        "control.lean_loss_kg",
        "control.fat_loss_kg",
        "sermorelin.lean_loss_kg",
        "sermorelin.fat_loss_kg",
        "lean_saved_kg",
    ]


@pytest.mark.parametrize(
    "patch",
    [
        {"training": {"resistance_sessions_per_week": 5}},
        {"glp1": None},
    ],
    ids=["more than three sessions", "GLP-1 unknown, reckoned as none"],
)
def test_the_table_is_told_by_its_shares(patch: dict[str, Any]) -> None:
    assert compared(patch).same_control_table is True


def test_two_glp1_drugs_share_a_table() -> None:
    base = patched(BASE, {"glp1": {"drug": "semaglutide"}})
    found = compared({"glp1": {"drug": "tirzepatide"}}, base)
    assert (found.same_control_table, found.not_compared) == (True, ())


def test_without_a_sermorelin_arm_only_the_control_is_compared() -> None:
    found = compared({"sermorelin": None})
    assert values(found.control.lean_loss_kg) == (0, 0, 0)
    assert found.sermorelin.lean_loss_kg is None
    assert found.lean_saved_kg is None
    assert {one.difference: one.reason for one in found.not_compared} == dict.fromkeys(
        ("sermorelin.lean_loss_kg", "sermorelin.fat_loss_kg", "lean_saved_kg"),
        "no sermorelin arm of the variant: No sermorelin plan is given.",
    )


def test_without_a_projection_nothing_is_compared_but_the_verdict() -> None:
    pregnant = {"patient": {"conditions": {"pregnant": True}}}
    found = compared(pregnant)
    assert found.verdict_changed is True
    assert found.weight_loss_kg is None
    assert {one.reason for one in found.not_compared} == {
        "no projection of the variant: Pregnant: no weight loss is projected."
    }
    assert len(found.not_compared) == 6
    back = compared({"patient": {"conditions": None}}, patched(BASE, pregnant))
    assert {one.reason for one in back.not_compared} == {
        "no projection of the base: Pregnant: no weight loss is projected."
    }


@pytest.mark.parametrize(
    "patch",
    [
        {},
        {"sermorelin": None},
        {"glp1": {"drug": "other"}},
        {"glp1": {"drug": "other"}, "sermorelin": None},
        {"projection_options": None},
        {"patient": {"age_years": 17}},
        {"projection_options": None, "energy": {"deficit_kcal_per_day": -100}},
    ],
)
def test_every_null_has_a_reason_and_every_reason_a_null(patch: dict[str, Any]) -> None:
    found = compared(patch)
    given = {
        "weight_loss_kg": found.weight_loss_kg,
        "lean_saved_kg": found.lean_saved_kg,
        **{
            f"{name}.{field.name}": getattr(getattr(found, name), field.name)
            for name in ("control", "sermorelin")
            for field in fields(getattr(found, name))
        },
    }
    nulls = {name for name, value in given.items() if value is None}
    assert {one.difference for one in found.not_compared} == nulls


def test_the_verdict_changes_with_the_window() -> None:
    assert compared({"sermorelin": {"dose_mcg": 501}}).verdict_changed is True
    assert compared({"sermorelin": {"dose_mcg": 500}}).verdict_changed is True  # over 300 at start
    assert compared({"sermorelin": {"dose_mcg": 300}}).verdict_changed is False


def test_an_outcome_keeps_its_day_and_refuses_a_contradiction() -> None:
    assert outcome_of(case_of(**BASE)).as_of == AS_OF
    with pytest.raises(ConflictingCaseError):
        outcome_of(case_of(energy={"deficit_pct": 10, "deficit_kcal_per_day": 300}))
