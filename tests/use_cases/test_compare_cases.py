"""Cases side by side: each as it would be answered alone, and every contradiction in its place."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from app.domain.case import Case, Energy, Nutrition, Sermorelin
from app.domain.comparison import differences, outcome_of
from app.domain.errors import ConflictingCaseError
from app.use_cases.compare_cases import GivenCase, compare_cases

CASE: Final = Case(date(2026, 6, 1), sermorelin=Sermorelin(dose_mcg=250.0))
STRONGER: Final = replace(CASE, sermorelin=Sermorelin(dose_mcg=600.0))
TORN: Final = replace(
    CASE,
    energy=Energy(deficit_kcal_per_day=500.0, deficit_pct=20.0),
    nutrition=Nutrition(protein_g_per_kg=1.6, protein_g_per_day=130.0),
)
BASE: Final = GivenCase("/base", CASE)


def variants(*cases: Case) -> list[GivenCase]:
    return [GivenCase(f"/variants/{index}", case) for index, case in enumerate(cases)]


def refused(base: GivenCase, others: list[GivenCase]) -> list[str]:
    with pytest.raises(ConflictingCaseError) as caught:
        compare_cases(base, others)
    return [conflict.pointer for conflict in caught.value.conflicts]


def test_each_variant_is_set_beside_the_base() -> None:
    found = compare_cases(BASE, variants(CASE, STRONGER))
    assert found.base == outcome_of(CASE)
    assert [one.outcome for one in found.variants] == [outcome_of(CASE), outcome_of(STRONGER)]
    for one in found.variants:
        assert one.differences == differences(found.base, one.outcome)
    assert [one.differences.verdict_changed for one in found.variants] == [False, True]


def test_every_variant_that_contradicts_itself_is_named() -> None:
    assert refused(BASE, variants(TORN, CASE, TORN)) == [
        "/variants/0/energy/deficit_pct",
        "/variants/0/nutrition/protein_g_per_day",
        "/variants/2/energy/deficit_pct",
        "/variants/2/nutrition/protein_g_per_day",
    ]


def test_a_base_that_contradicts_itself_is_named_alone() -> None:
    pointers = refused(GivenCase("/base", TORN), variants(TORN))
    assert pointers == ["/base/energy/deficit_pct", "/base/nutrition/protein_g_per_day"]
