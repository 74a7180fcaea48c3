"""What body-composition entries tell, and from how much loss on."""

from datetime import timedelta
from itertools import permutations
from typing import Any, Final

import pytest

from app.domain.facts.composition import Composition
from tests.domain.given import AS_OF, day, facts_of


def entry(offset: int, method: str = "dxa", **masses: float | None) -> dict[str, Any]:
    return {"method": method, "measured_on": day(offset), **masses}


def composition(*entries: dict[str, Any]) -> Composition:
    return facts_of(body_composition=list(entries)).composition


def dxa(offset: int, weight: float | None, lean: float | None, **more: float) -> dict[str, Any]:
    return entry(offset, "dxa", weight_kg=weight, fat_free_mass_kg=lean, **more)


BEFORE: Final = dxa(-100, 90, 60)


def test_a_change_on_a_limit_stands_on_it() -> None:
    for tenths in range(400, 700, 7):
        kg = tenths / 10
        found = composition(dxa(-100, 1.5 * kg, kg), dxa(-1, 1.5 * kg * 0.95, (tenths - 15) / 10))
        assert found.dxa_lean_difference_kg == 1.5
        assert found.weight_change_pct == -5
        least = composition(dxa(-100, kg, kg - 9), dxa(-1, kg - 5, (tenths - 90 - 15) / 10))
        assert least.loss_is_measurable is True
        assert least.lean_share_of_loss == 0.3


@pytest.mark.parametrize(
    ("weight", "lean", "share"),
    [
        (80, 58, 0.2),
        (85, 58.5, 0.3),
        (80, 57.5, 0.25),
        (80, 50, 1),
    ],
)
def test_the_share_of_lean_in_the_weight_lost(weight: float, lean: float, share: float) -> None:
    found = composition(BEFORE, dxa(-1, weight, lean))
    assert found.loss_is_measurable is True
    assert found.lean_share_of_loss == pytest.approx(share, rel=1e-15)
    assert found.share_missing == ()


@pytest.mark.parametrize(
    ("weight", "lean", "is_measurable"),
    [
        (85, 58.5, True),
        (85.01, 58.5, False),
        (85, 58.51, False),
        (90, 58.5, False),
        (95, 55, False),
        (80, 60, False),
        (80, 62, False),
        (95, 65, False),
        (85.01, None, False),
        (None, 58.51, False),
        (85, None, None),
        (None, 58.5, None),
        (None, None, None),
    ],
)
def test_a_loss_is_measured_from_5_kg_of_weight_and_1_5_kg_of_lean_on(
    *, weight: float | None, lean: float | None, is_measurable: bool | None
) -> None:
    found = composition(BEFORE, dxa(-1, weight, lean))
    assert found.loss_is_measurable is is_measurable
    assert (found.lean_share_of_loss is not None) == (is_measurable is True)


def test_what_would_supply_the_share_is_named_entry_by_entry() -> None:
    found = composition(dxa(-1, None, None), dxa(-100, 90, None), entry(-50, "bia"))
    assert found.lean_share_of_loss is None
    assert set(found.share_missing) == {
        "body_composition[0].weight_kg",
        "body_composition[0].fat_free_mass_kg",
        "body_composition[1].fat_free_mass_kg",
    }
    assert composition(BEFORE, dxa(-1, None, 58)).share_missing == (
        "body_composition[1].weight_kg",
    )


def test_the_first_and_the_last_dxa_count_in_whatever_order_they_are_listed() -> None:
    entries = [
        BEFORE,
        dxa(-60, 200, 20),
        dxa(-1, 80, 58),
        entry(-200, "bia", weight_kg=100, fat_free_mass_kg=40),
        entry(0, "other", weight_kg=100, fat_free_mass_kg=40),
        dxa(1, 20, 10),
    ]
    for order in permutations(entries):
        assert composition(*order).lean_share_of_loss == pytest.approx(0.2)


def test_an_entry_of_the_day_itself_counts() -> None:
    found = composition(BEFORE, dxa(0, 80, 58))
    assert found.lean_share_of_loss == pytest.approx(0.2)
    assert found.dxa_lean_difference_kg == 2
    assert found.weight_change_pct == pytest.approx(-100 / 9)


def test_fat_free_mass_in_both_comes_before_lean_soft_tissue_in_both() -> None:
    both = composition(
        dxa(-100, 90, 60, lean_soft_tissue_kg=57), dxa(-1, 80, 58, lean_soft_tissue_kg=52)
    )
    assert both.lean_share_of_loss == pytest.approx(0.2)
    soft = composition(
        dxa(-100, 90, 60, lean_soft_tissue_kg=57), dxa(-1, 80, None, lean_soft_tissue_kg=52)
    )
    assert soft.lean_share_of_loss == pytest.approx(0.5)
    mixed = composition(dxa(-100, 90, 60), dxa(-1, 80, None, lean_soft_tissue_kg=52))
    assert mixed.loss_is_measurable is mixed.lean_share_of_loss is None
    assert mixed.share_missing == ("body_composition[1].fat_free_mass_kg",)


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [BEFORE],
        [BEFORE, dxa(-100, 80, 58)],
        [BEFORE, entry(-1, "bia", weight_kg=80, fat_free_mass_kg=58)],
        [BEFORE, dxa(1, 80, 58)],
        [dxa(1, 90, 60), dxa(2, 80, 58)],
    ],
)
def test_without_two_dxa_entries_in_time_the_share_is_unknown(entries: list[Any]) -> None:
    found = composition(*entries)
    assert found.loss_is_measurable is found.lean_share_of_loss is None
    assert found.share_missing == ("body_composition",)


def test_entries_left_out_are_unknown() -> None:
    assert facts_of().composition == composition()


@pytest.mark.parametrize(
    ("first", "second", "difference"), [(60, 58.5, 1.5), (58.5, 60, 1.5), (60, 60, 0), (60, 59, 1)]
)
def test_the_difference_of_the_last_two_dxa_lean_masses_is_without_sign(
    first: float, second: float, difference: float
) -> None:
    found = composition(dxa(-300, 90, 70), dxa(-100, 90, first), dxa(-1, 90, second))
    assert found.dxa_lean_difference_kg == difference
    assert found.difference_missing == ()


def test_the_difference_needs_two_entries_with_the_same_kind_of_lean_mass() -> None:
    assert composition(BEFORE).difference_missing == ("body_composition",)
    assert composition(BEFORE, dxa(1, 80, 58)).dxa_lean_difference_kg is None
    mixed = composition(dxa(-1, 80, None, lean_soft_tissue_kg=52), BEFORE)
    assert mixed.dxa_lean_difference_kg is None
    assert mixed.difference_missing == ("body_composition[0].fat_free_mass_kg",)
    soft = [entry(offset, lean_soft_tissue_kg=50 + offset) for offset in (-3, -1)]
    assert composition(*soft).dxa_lean_difference_kg == 2


@pytest.mark.parametrize(
    ("first", "last", "change"), [(100, 95, -5), (100, 95.01, -4.99), (80, 88, 10), (80, 80, 0)]
)
def test_the_change_of_weight_is_in_percent_of_the_first_by_any_method(
    first: float, last: float, change: float
) -> None:
    found = composition(
        entry(-1, "other", weight_kg=last),
        dxa(-50, 300, 60),
        entry(-100, "bia", weight_kg=first),
        entry(1, weight_kg=20),
    )
    assert found.weight_change_pct == pytest.approx(change, rel=1e-12)
    assert found.weight_missing == ()


def test_the_change_of_weight_needs_a_weight_at_both_ends_of_some_time() -> None:
    found = composition(entry(-1), dxa(-50, 90, 60), entry(-100, "bia"))
    assert found.weight_change_pct is None
    assert set(found.weight_missing) == {
        "body_composition[0].weight_kg",
        "body_composition[2].weight_kg",
    }
    for entries in ([dxa(-1, 90, 60)], [dxa(-1, 90, 60), entry(-1, "bia", weight_kg=80)]):
        assert composition(*entries).weight_missing == ("body_composition",)


@pytest.mark.parametrize(("offset", "counts"), [(-1, True), (0, True), (1, False)])
def test_a_lone_entry_after_as_of_is_ignored(offset: int, *, counts: bool) -> None:
    found = composition(dxa(offset, 90, 60))
    assert found == Composition(first_dxa_on=AS_OF + timedelta(days=offset) if counts else None)
    assert composition(entry(offset, "bia", weight_kg=90)) == Composition()


def test_the_first_dxa_is_remembered() -> None:
    found = composition(entry(-300, "bia"), entry(-1), entry(-100))
    assert found.first_dxa_on is not None
    assert found.first_dxa_on.isoformat() == day(-100)
    assert composition(entry(-300, "bia"), entry(1)).first_dxa_on is None


def test_only_what_is_absent_is_asked_for() -> None:
    no_weights = composition(dxa(-100, None, 60), dxa(-1, None, 50))
    assert no_weights.share_missing == (
        "body_composition[0].weight_kg",
        "body_composition[1].weight_kg",
    )
    no_first_weight = composition(
        dxa(-100, None, None, lean_soft_tissue_kg=52), dxa(-1, 80, None, lean_soft_tissue_kg=50)
    )
    assert no_first_weight.share_missing == ("body_composition[0].weight_kg",)
    no_lean = composition(dxa(-100, 90, None), dxa(-1, 80, None))
    assert no_lean.difference_missing == (
        "body_composition[0].fat_free_mass_kg",
        "body_composition[1].fat_free_mass_kg",
    )


def test_without_a_second_scan_a_scan_is_asked_for() -> None:
    one_scan = composition(BEFORE, entry(-1, "bia", weight_kg=85))
    assert one_scan.difference_missing == ("body_composition",)
    assert one_scan.dxa_lean_difference_kg is None


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_entries_the_earlier_is_the_first_however_they_are_listed(order: int) -> None:
    found = composition(*[dxa(-100, 100, 60), dxa(-1, 90, 58)][::order])
    assert (found.weight_change_pct, found.lean_share_of_loss) == (-10, 0.2)
