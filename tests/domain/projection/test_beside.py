"""What stands beside the two arms: retention, the document's claims, outside evidence."""

from typing import Any, Final

import pytest

from app.domain.projection.answer import DETECTABLE_FROM_WEEK, SAVING_CLAIM_KG, External, Projection
from app.domain.sources import KNOWLEDGE
from tests.domain.given import day
from tests.domain.projection.made import control, of, projection, sermorelin


def entry(on: int, **leaves: float) -> dict[str, Any]:
    return {"method": "dxa", "measured_on": day(on), **leaves}


FFM: Final = entry(-3, fat_free_mass_kg=60)
SOFT: Final = entry(-3, lean_soft_tissue_kg=57)
BOTH: Final = entry(-3, fat_free_mass_kg=60, lean_soft_tissue_kg=57)
NEITHER: Final = entry(-1, fat_mass_kg=28, weight_kg=89)


@pytest.mark.parametrize(
    ("entries", "quantity", "kg"),
    [
        ([FFM], "fat_free_mass_kg", 60),
        ([SOFT], "lean_soft_tissue_kg", 57),
        ([BOTH], "fat_free_mass_kg", 60),
        ([entry(-9, fat_free_mass_kg=66), SOFT], "lean_soft_tissue_kg", 57),
        ([SOFT, entry(-9, fat_free_mass_kg=66)], "lean_soft_tissue_kg", 57),
        ([FFM, entry(1, fat_free_mass_kg=66)], "fat_free_mass_kg", 60),
        ([entry(-3, fat_free_mass_kg=66), FFM], "fat_free_mass_kg", 60),
        ([entry(0, fat_free_mass_kg=61)], "fat_free_mass_kg", 61),
    ],
)
def test_retention_is_of_the_last_measured_lean_quantity(
    entries: list[dict[str, Any]], quantity: str, kg: float
) -> None:
    made = projection(body_composition=entries)
    assert made.retention_of == quantity
    for arm in (control(made), sermorelin(made)):
        assert arm.lean_retention_pct is not None
        expected = [100 * (kg - lost) / kg for lost in of(arm.lean_loss_kg)]
        assert of(arm.lean_retention_pct) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    "entries", [None, [], [FFM, NEITHER], [entry(1, fat_free_mass_kg=60)], [NEITHER]]
)
def test_without_a_measured_lean_mass_in_the_last_entry_there_is_no_retention(
    entries: list[dict[str, Any]] | None,
) -> None:
    made = projection(body_composition=entries)
    assert made.retention_of is None
    assert control(made).lean_retention_pct is None
    assert sermorelin(made).lean_retention_pct is None


def test_a_loss_that_would_use_up_the_lean_mass_leaves_no_retention() -> None:
    made = projection(
        projection_options={"weight_loss_kg": 30},
        patient={"weight_kg": 300},
        body_composition=[entry(0, fat_free_mass_kg=10)],
        sermorelin=None,
        training={"resistance_sessions_per_week": 0},
    )
    assert control(made).lean_loss_kg.worst == pytest.approx(12)
    assert made.retention_of == "fat_free_mass_kg"
    assert control(made).lean_retention_pct is None


def test_fat_of_another_body_gives_no_cross_check() -> None:
    def made(fat_kg: float) -> Projection:
        return projection(
            body_composition=[entry(0, fat_mass_kg=fat_kg)], patient={"weight_kg": 80}
        )

    assert made(79.9).cross_check is not None
    assert made(80).cross_check is None


def test_the_printed_percentages_are_never_a_retention() -> None:
    """87 % and 76 % are fat shares: of 60 kg the document's 0.9 and 1.5 kg leave 98 and 97 %."""
    made = projection(body_composition=[FFM])
    kept = sermorelin(made).lean_retention_pct
    assert kept is not None
    assert 97 < kept.worst < kept.central < kept.best < 100


def test_the_documents_claim_of_2_to_4_pounds() -> None:
    pound = 0.45359237
    assert pytest.approx((2 * pound, 4 * pound), abs=5e-4) == SAVING_CLAIM_KG


@pytest.mark.parametrize(("weight_loss", "reached"), [(6.8, False), (7.9, False), (7.91, True)])
def test_whether_it_is_reached_goes_by_the_central_saving(
    weight_loss: float, *, reached: bool
) -> None:
    """.255 x .45 of the loss: 0.907 kg needs 7.904 kg, though the best of 6.8 kg is 1.14 kg."""
    made = projection(projection_options={"weight_loss_kg": weight_loss})
    assert made.saving_claim_reached is reached
    assert made.lean_saved_kg is not None
    assert made.lean_saved_kg.high > SAVING_CLAIM_KG[0]


def test_detectable_from_weeks_12_to_16() -> None:
    assert DETECTABLE_FROM_WEEK == (12, 16)


def external(**blocks: Any) -> External:  # noqa: ANN401 # a body is JSON
    found = projection(**blocks).external
    assert found is not None
    return found


DIET: Final = ("diet", 0.17, 0.25, 0.35)
TRAINED: Final = ("diet-and-training", 0.05, 0.13, 0.21)


def sessions(number: int | None) -> dict[str, Any]:
    return {"training": {"resistance_sessions_per_week": number}}


@pytest.mark.parametrize(
    ("blocks", "rows"),
    [
        (sessions(0), [DIET]),
        (sessions(1), [DIET, TRAINED]),
        (sessions(2), [DIET, TRAINED]),
        (sessions(None), [DIET, TRAINED]),
        (sessions(3), [TRAINED]),
        (sessions(5), [TRAINED]),
        ({"glp1": {"drug": None}}, [TRAINED]),
        ({"glp1": {"drug": "tirzepatide"}}, [("tirzepatide", 0.20, 0.25, 0.30)]),
        ({"glp1": {"drug": "semaglutide"}}, [("semaglutide", 0.30, 0.36, 0.40)]),
        ({"glp1": {"drug": "liraglutide"}}, [("other-glp1", 0.20, 0.262, 0.35)]),
        ({"glp1": {"drug": "other"}, **sessions(0)}, [("other-glp1", 0.20, 0.262, 0.35)]),
    ],
)
def test_the_outside_rows(
    blocks: dict[str, Any], rows: list[tuple[str, float, float, float]]
) -> None:
    found = external(**blocks)
    listed = [(row.scenario, row.low, row.central, row.high) for row in found.comparators]
    assert listed == rows
    assert all(row.references for row in found.comparators)
    assert found.sermorelin_increment.relative_reduction == 0
    assert "resistance training" in found.text
    assert "not a meta-analysis" in found.text


def test_every_outside_row_cites_known_references() -> None:
    known = {reference.id for reference in KNOWLEDGE.references}
    for blocks in (sessions(1), *({"glp1": {"drug": d}} for d in ("semaglutide", "other"))):
        for row in external(**blocks).comparators:
            assert set(row.references) <= known


def test_outside_evidence_is_never_mixed_into_the_band() -> None:
    without = projection(options={"external_evidence": False})
    assert without.external is None
    beside = projection()
    for name in ("control", "sermorelin", "lean_saved_kg", "trajectory", "effect", "weight_loss"):
        assert getattr(without, name) == getattr(beside, name)


def test_a_control_arm_alone_has_it_beside_it_too() -> None:
    assert external(sermorelin=None).comparators
    assert projection(sermorelin=None).cross_check is not None
