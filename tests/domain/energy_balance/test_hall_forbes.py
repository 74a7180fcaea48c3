"""The closed form of Hall 2007 against its table, its defining equation and the model."""

from math import exp, inf, log, nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.energy_balance.baseline import baseline_of
from app.domain.energy_balance.errors import OutsideModelError
from app.domain.energy_balance.hall_forbes import (
    fat_free_mass_change_kg,
    final_fat_mass_kg,
)
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.trajectory import states
from tests.domain.energy_balance.people import constant, people
from tests.domain.energy_balance.vectors import cases


def test_the_table() -> None:
    table: list[dict[str, Any]] = cases("forbes_hall.json")
    assert len(table) == 80
    for row in table:
        start, change = row["initial_fat_mass_kg"], row["weight_change_kg"]
        assert final_fat_mass_kg(start, change) == pytest.approx(row["final_fat_mass_kg"], abs=1e-8)
        assert fat_free_mass_change_kg(start, change) == pytest.approx(
            row["fat_free_mass_change_kg"], abs=1e-8
        )
        assert _share_of_small_change(start) == pytest.approx(
            row["share_of_small_change"], abs=1e-5
        )


@given(st.floats(0.1, 10_000), st.floats(-300, 300))
def test_its_defining_equation(start: float, change: float) -> None:
    end = final_fat_mass_kg(start, change)
    assert end + 10.4 * log(end / start) == pytest.approx(start + change, rel=1e-9, abs=1e-9)


@given(st.floats(1, 100))
def test_a_small_change_is_forbes_2000(fat: float) -> None:
    """Ann N Y Acad Sci 904:359, doi 10.1111/j.1749-6632.2000.tb06482.x."""
    assert _share_of_small_change(fat) == pytest.approx(10.4 / (10.4 + fat), abs=1e-5)


def _share_of_small_change(fat: float) -> float:
    """What of a very small weight change is fat-free."""
    return fat_free_mass_change_kg(fat, 1e-4) / 1e-4


def test_a_wild_loss_leaves_a_trace_of_fat() -> None:
    assert final_fat_mass_kg(10.0, -1000.0) == pytest.approx(10 * exp(-990 / 10.4), rel=1e-9)
    assert final_fat_mass_kg(10.0, -100_000.0) == 0


@pytest.mark.parametrize(
    ("fat", "change"), [(0.0, -1.0), (-1.0, 1.0), (nan, 1.0), (10.0, nan), (10.0, inf)]
)
def test_what_is_no_fat_mass(fat: float, change: float) -> None:
    with pytest.raises(OutsideModelError):
        final_fat_mass_kg(fat, change)


@settings(max_examples=30, deadline=None)
@given(people(), st.floats(-500, 800))
def test_the_model_keeps_to_it_without_its_fluids(person: Person, intake_change: float) -> None:
    first, last = states(baseline_of(person), constant(intake_change), [0, 365], limits=None)
    lean_change = last.lean_tissue_kg - first.lean_tissue_kg
    dry_change = last.fat_mass_kg - first.fat_mass_kg + lean_change
    assert fat_free_mass_change_kg(first.fat_mass_kg, dry_change) == pytest.approx(
        lean_change, abs=1e-8
    )
