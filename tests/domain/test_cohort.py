"""A cohort is answered as each of its people would be alone."""

from collections import Counter
from dataclasses import asdict, replace
from typing import Any, Final

import pytest

from app.domain.assessment import Assessment, assess
from app.domain.case import Energy
from app.domain.cohort import assess_many
from app.domain.errors import ConflictingCaseError
from app.domain.projection.answer import NO_WEEKS, Projection
from tests.domain.given import case_of
from tests.domain.projection.random_cases import bodies

pytestmark = pytest.mark.slow

KG: Final = 1e-9
CASES_PER_SEED: Final = 400


def numbers_apart(value: Any) -> tuple[Any, list[float]]:  # noqa: ANN401 # any part of an answer
    """The value with its floats taken out, and those floats in order."""
    floats: list[float] = []

    def walk(part: Any) -> Any:  # noqa: ANN401 # the same
        if isinstance(part, float):
            floats.append(part)
            return float
        if isinstance(part, dict):
            return {name: walk(each) for name, each in part.items()}
        if isinstance(part, list | tuple):
            return [walk(each) for each in part]
        return part

    return walk(value), floats


def assert_equal(found: Projection, alone: Projection) -> None:
    """As `project` says it, the weeks between and the opportunities apart."""
    assert (len(found.trajectory), found.opportunities) == (0, ())
    expected = replace(alone, trajectory=NO_WEEKS, opportunities=())
    (shape, floats), (expected_shape, expected_floats) = (
        numbers_apart(asdict(each)) for each in (found, expected)
    )
    assert shape == expected_shape
    assert floats == pytest.approx(expected_floats, rel=1e-9, abs=KG)


@pytest.mark.parametrize("seed", range(6))
def test_thousands_of_random_cases_one_by_one_and_together(seed: int) -> None:
    cases = [case_of(**body) for body in bodies(seed + 100, CASES_PER_SEED)]
    seen: Counter[str] = Counter()
    for case, found in zip(cases, assess_many(cases), strict=True):
        alone = assess(case)
        assert isinstance(found, Assessment)
        assert (found.facts, found.evaluation, found.dosing_window) == (
            alone.facts,
            alone.evaluation,
            alone.dosing_window,
        )
        (shape, floats), (alone_shape, alone_floats) = (
            numbers_apart(asdict(each.summary)) for each in (found, alone)
        )
        assert shape == alone_shape
        assert floats == pytest.approx(alone_floats, rel=1e-9, abs=KG)
        assert_equal(found.projection, alone.projection)
        loss = alone.projection.weight_loss
        seen[loss.source if loss else alone.projection.status] += 1
        seen["both arms"] += alone.projection.sermorelin is not None
        if alone.projection.sermorelin is not None:
            seen["ceiling"] += found.facts.options.strict_effect_ceiling
            seen["ends"] += found.facts.sermorelin.planned_weeks is not None
    expected = {"stated", "energy-balance", "glp1-document", "unavailable", "not_applicable"}
    assert expected <= seen.keys()
    assert min(seen["both arms"], seen["ceiling"], seen["ends"]) > 5


def test_one_who_contradicts_himself_hurts_nobody_else() -> None:
    good = case_of(projection_options={"weight_loss_kg": 5})
    bad = replace(good, energy=Energy(deficit_kcal_per_day=500.0, deficit_pct=20.0))
    first, middle, last = assess_many([good, bad, good])
    assert isinstance(middle, ConflictingCaseError)
    assert middle.conflicts
    assert first == last
    assert isinstance(first, Assessment)


def test_nobody_at_all() -> None:
    assert list(assess_many([])) == []
