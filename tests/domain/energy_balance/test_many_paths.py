"""The paths of many people at once, against each of them alone and against the vectors."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance.baseline import Baseline, baseline_of
from app.domain.energy_balance.errors import BeyondTheBodyError
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS, PROJECTION_LIMITS, Limits
from app.domain.energy_balance.many_paths import constant_paths
from app.domain.energy_balance.path import constant_path, constant_weight_kg
from app.domain.energy_balance.person import Person
from tests.domain.energy_balance.people import baseline, people
from tests.domain.energy_balance.vectors import vectors

SHIFTS = (-150.0, 0.0, 150.0)


def _assert_alone_is_the_same(
    baselines: Sequence[Baseline], changes: Sequence[float], *, weeks: int, limits: Limits
) -> list[bool]:
    """Whoever is called clear is answered as alone; the answer is who that was."""
    together = constant_paths(baselines, changes, weeks, limits=limits, shifts_kcal_per_day=SHIFTS)
    for place, (one, change) in enumerate(zip(baselines, changes, strict=True)):
        if not together.is_clear[place]:
            continue
        alone = constant_path(one, change, weeks, limits=limits)
        shifted = [constant_weight_kg(one.shifted(shift), change, weeks) for shift in SHIFTS]
        for found, expected in (
            (together.weight_by_day_kg[:, place], alone.weight_by_day_kg()),
            (together.fat_mass_loss_kg[place], alone.fat_mass_kg[0] - alone.fat_mass_kg[-1]),
            (
                together.lean_tissue_loss_kg[place],
                alone.lean_tissue_kg[0] - alone.lean_tissue_kg[-1],
            ),
            (together.shifted_weight_kg[:, place], shifted),
        ):
            np.testing.assert_allclose(found, expected, rtol=0, atol=1e-9)
    return [bool(each) for each in together.is_clear]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(people(), st.floats(-1200, 1500)), min_size=1, max_size=6),
    st.integers(1, 60),
)
def test_anybody_on_any_intake(pairs: list[tuple[Person, float]], weeks: int) -> None:
    baselines = [baseline_of(person) for person, _ in pairs]
    for limits in (ENERGY_BALANCE_LIMITS, PROJECTION_LIMITS):
        _assert_alone_is_the_same(
            baselines, [change for _, change in pairs], weeks=weeks, limits=limits
        )


def test_half_a_year_of_all_vectors_on_which_only_the_intake_changes() -> None:
    them = [
        vector
        for file in ("constant.json", "maintenance_given.json")
        for vector in vectors(file)
        if [change.from_day for change in vector.course.intake_changes] == [0]
        and not any(change.value for change in vector.course.sodium_changes)
        and vector.course.carb_fraction in {None, vector.person.carb_fraction_baseline}
    ]
    baselines = [baseline_of(vector.person) for vector in them]
    changes = [vector.course.intake_changes[0].value for vector in them]
    limits = ENERGY_BALANCE_LIMITS
    assert all(_assert_alone_is_the_same(baselines, changes, weeks=26, limits=limits))
    found = constant_paths(baselines, changes, 26, limits=limits, shifts_kcal_per_day=())
    assert len(them) > 10
    for place, vector in enumerate(them):
        states = {int(state["day"]): state for state in vector.states}
        for day in (0, 7, 14, 28, 56, 84, 112, 182):
            expected = states[day]["weight_kg"]
            assert found.weight_by_day_kg[day, place] == pytest.approx(expected, abs=1e-3, rel=0)
        for lost, name in (
            (found.fat_mass_loss_kg, "fat_mass_kg"),
            (found.lean_tissue_loss_kg, "lean_tissue_kg"),
        ):
            expected = states[0][name] - states[182][name]
            assert lost[place] == pytest.approx(expected, abs=1e-3, rel=0)


def test_whoever_is_near_a_limit_is_left_to_the_path_of_one() -> None:
    them = [
        (baseline(), -400.0),
        (baseline(), -9999.0),
        (baseline(height_cm=200, weight_kg=51.0, fat_mass_kg=10.0), 0.0),
        (baseline(fat_mass_kg=2.0), -700.0),
        (baseline(sex="female", fat_mass_kg=62.0), 0.0),
        (baseline(), 99_999.0),
    ]
    baselines, changes = [one for one, _ in them], [change for _, change in them]
    clear = _assert_alone_is_the_same(baselines, changes, weeks=9, limits=ENERGY_BALANCE_LIMITS)
    assert clear == [True] + 5 * [False]
    for one, change in them[1:]:
        with pytest.raises(BeyondTheBodyError):
            constant_path(one, change, 9, limits=ENERGY_BALANCE_LIMITS)
