"""Which measurement gives the body fat, and the estimate where none does."""

from math import log
from typing import Any

import pytest

from app.domain.projection.body_fat import FatMass, Origin, fat_mass_kg
from tests.domain.given import day
from tests.domain.projection.made import facts


def entry(on: int, **leaves: float) -> dict[str, Any]:
    return {"method": "dxa", "measured_on": day(on), **leaves}


def fat(*entries: dict[str, Any], **patient: Any) -> FatMass:  # noqa: ANN401 # a body is JSON
    found = fat_mass_kg(facts(body_composition=list(entries), patient=patient))
    assert found is not None
    return found


def measured(*entries: dict[str, Any], **patient: Any) -> float:  # noqa: ANN401 # a body is JSON
    found = fat(*entries, **patient)
    assert found.measured
    return found.kg


def jackson(*, weight: float, height: float, age: int, male: bool) -> float:
    by_bmi = log(weight / (height / 100) ** 2)
    pct = 0.14 * age + (37.31 * by_bmi - 103.94 if male else 39.96 * by_bmi - 102.01)
    return weight * pct / 100


def test_fat_mass_comes_first() -> None:
    assert measured(entry(-1, fat_mass_kg=25, body_fat_pct=27, fat_free_mass_kg=50)) == 25


def test_then_body_fat_of_the_entrys_own_weight() -> None:
    assert measured(entry(-1, weight_kg=100, body_fat_pct=27, fat_free_mass_kg=50)) == 27


def test_then_that_weight_less_fat_free_mass() -> None:
    assert measured(entry(-1, weight_kg=95, fat_free_mass_kg=60)) == 35


def test_the_patients_weight_stands_in_where_the_entry_has_none() -> None:
    assert measured(entry(-1, body_fat_pct=30)) == 27
    assert measured(entry(-1, fat_free_mass_kg=60)) == 30
    assert measured(entry(-1, fat_free_mass_kg=60), weight_kg=80) == 20


@pytest.mark.parametrize(
    ("leaves", "origin"),
    [
        ({"fat_mass_kg": 25, "weight_kg": 95}, Origin("fat_mass_kg", 25, None)),
        ({"body_fat_pct": 27, "weight_kg": 95}, Origin("body_fat_pct", 27, 95)),
        ({"body_fat_pct": 27}, Origin("body_fat_pct", 27, 90)),
        ({"fat_free_mass_kg": 60, "weight_kg": 95}, Origin("fat_free_mass_kg", 60, 95)),
        ({"lean_soft_tissue_kg": 55}, None),
    ],
)
def test_it_knows_what_it_was_worked_out_from(
    leaves: dict[str, float], origin: Origin | None
) -> None:
    assert fat(entry(-1, **leaves)).origin == origin


def test_the_last_entry_that_gives_it_counts() -> None:
    older, newer = entry(-9, fat_mass_kg=30), entry(-2, fat_mass_kg=25)
    assert measured(older, newer) == measured(newer, older) == 25
    silent = entry(-1, lean_soft_tissue_kg=50, weight_kg=88)
    assert measured(silent, older, newer) == 25
    assert measured(entry(-2, fat_mass_kg=26), newer) == 25, "of one day the last in the list"


def test_entries_after_as_of_are_ignored() -> None:
    assert measured(entry(-9, fat_mass_kg=30), entry(1, fat_mass_kg=25)) == 30
    assert measured(entry(0, fat_mass_kg=30), entry(1, fat_mass_kg=25)) == 30
    assert not fat(entry(1, fat_mass_kg=25)).measured


@pytest.mark.parametrize("sex", ["male", "female"])
def test_else_jackson(sex: str) -> None:
    found = fat(entry(-1, lean_soft_tissue_kg=50), sex=sex)
    expected = jackson(weight=90, height=178, age=50, male=sex == "male")
    assert not found.measured
    assert found.kg == pytest.approx(expected, rel=1e-12)


def test_jackson_at_most_60_percent() -> None:
    below = {"sex": "female", "age_years": 75, "height_cm": 160, "weight_kg": 110}
    assert fat(**below).kg == pytest.approx(
        jackson(weight=110, height=160, age=75, male=False), rel=1e-12
    )
    above = {**below, "weight_kg": 160}
    assert jackson(weight=160, height=160, age=75, male=False) > 0.6 * 160
    assert fat(**above).kg == pytest.approx(0.6 * 160, rel=1e-12)
    assert measured(entry(-1, body_fat_pct=70), **above) == pytest.approx(112), "measured stays"


@pytest.mark.parametrize("unknown", ["sex", "age_years", "height_cm", "weight_kg"])
def test_without_either_there_is_none(unknown: str) -> None:
    assert fat_mass_kg(facts(patient={unknown: None})) is None
    entries = [entry(-1, fat_mass_kg=25)]
    known = fat_mass_kg(facts(patient={unknown: None}, body_composition=entries))
    assert known is not None
    assert known.kg == 25


def test_a_share_of_an_unknown_weight_gives_no_mass() -> None:
    share = entry(-1, body_fat_pct=30, fat_free_mass_kg=60)
    unweighed = {"weight_kg": None}
    assert fat_mass_kg(facts(patient=unweighed, body_composition=[share])) is None
    assert measured(share, entry(-9, fat_mass_kg=26), **unweighed) == 26
