"""Thousands of random cases against the contract's section 4 worked out day by day."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pytest

from app.domain.assessment import assess
from app.domain.evaluation import Evaluation
from app.domain.projection.answer import Projection
from app.domain.projection.band import Band
from tests.domain.given import case_of
from tests.domain.projection import reference, reference_weight
from tests.domain.projection import reference_facts as facts
from tests.domain.projection.random_cases import bodies
from tests.domain.projection.reference_facts import Body, leaf
from tests.domain.projection.reference_weight import Path

pytestmark = pytest.mark.slow

CASES_PER_SEED: Final = 500
SEEDS: Final = range(6)
TOO_NEAR: Final = 1e-3
"""A path this near a guard is left to the tests of the guards."""
KG: Final = 1e-9


def is_control_only(body: Body, evaluation: Evaluation) -> bool:
    """Section 4: no block, stopped, ruled out, a unit mistake, or no deficit."""
    deficits = (leaf(body, "energy.deficit_kcal_per_day"), leaf(body, "energy.deficit_pct"))
    return (
        not facts.has_sermorelin(body)
        or facts.status(body) == "stopped"
        or any(deficit is not None and deficit <= 0 for deficit in deficits)
        or any(
            rule.id == "dose-unit-implausible"
            or (
                rule.contraindication != "none"
                and "sermorelin" in rule.applies_to
                and (rule.contraindication == "absolute" or rule.severity == "critical")
            )
            for rule, _ in evaluation.raised
        )
    )


def values(band: Band) -> tuple[float, float, float]:
    return band.best, band.central, band.worst


def close(found: Sequence[float], expected: Sequence[float]) -> None:
    assert list(found) == pytest.approx(list(expected), rel=1e-9, abs=KG)


def check(body: Body, seen: Counter[str]) -> None:
    made = assess(case_of(**body))
    projection, evaluation = made.projection, made.evaluation
    path = reference_weight.path_of(body)
    if isinstance(path, str):
        seen[path] += 1
        assert projection.status == path
        assert projection.reason
        assert projection.weight_loss is None
        return
    if path.margin < TOO_NEAR:
        seen["too near"] += 1
        return
    seen[path.source] += 1
    check_weight(projection, path, body)
    check_arms(projection, path, body, control_only=is_control_only(body, evaluation), seen=seen)
    check_opportunities(projection, path, body, evaluation)


def check_weight(projection: Projection, path: Path, body: Body) -> None:
    assert projection.status == "projected"
    assert projection.reason is None
    weeks = reference_weight.weeks(body)
    assert projection.horizon_weeks == weeks
    assert projection.extrapolated == (weeks > 26)
    loss = projection.weight_loss
    assert loss is not None
    assert loss.source == path.source
    assert loss.low_kg <= loss.central_kg <= loss.high_kg
    # The ends of the band are worked out in longer steps, good to a gram.
    assert loss.low_kg == pytest.approx(path.low_kg, abs=1e-3)
    assert loss.high_kg == pytest.approx(path.high_kg, abs=1e-3)
    close([loss.central_kg], [path.lost_kg[-1]])
    close([week.weight_loss_kg for week in projection.trajectory], path.lost_kg[::7])
    assert [week.week for week in projection.trajectory] == list(range(weeks + 1))


def check_arms(
    projection: Projection, path: Path, body: Body, *, control_only: bool, seen: Counter[str]
) -> None:
    expected = reference.arms(body, path.lost_kg)
    control, sermorelin = projection.control, projection.sermorelin
    assert control is not None
    check_arm(projection, "control", expected.control, path.lost_kg)
    assert (sermorelin is None) == control_only
    assert (projection.sermorelin_reason is None) == (sermorelin is not None)
    if sermorelin is None:
        assert projection.effect is None
        assert projection.lean_saved_kg is None
        return
    seen["both arms"] += 1
    check_arm(projection, "sermorelin", expected.sermorelin, path.lost_kg)
    check_effect(projection, body)
    without, taken = ([arm[-1] for arm in one] for one in (expected.control, expected.sermorelin))
    saved = [c - s for c, s in zip(without, taken, strict=True)]
    found = projection.lean_saved_kg
    assert found is not None
    close((found.low, found.central, found.high), (min(saved), saved[1], max(saved)))
    assert projection.saving_claim_reached == (saved[1] >= 0.907)
    beyond = projection.beyond_general_claim
    assert beyond is not None
    for flag, c, s in zip((beyond.best, beyond.central, beyond.worst), without, taken, strict=True):
        assert flag == (1 - s / c > 0.5 + 1e-11)


def check_arm(
    projection: Projection,
    name: str,
    lean_by_day: Sequence[Sequence[float]],
    lost_kg: Sequence[float],
) -> None:
    arm = getattr(projection, name)
    lean = [by_day[-1] for by_day in lean_by_day]
    close(values(arm.lean_loss_kg), lean)
    close(values(arm.fat_loss_kg), [lost_kg[-1] - one for one in lean])
    close(values(arm.lean_share), [one / lost_kg[-1] for one in lean])
    weeks = [getattr(week, name) for week in projection.trajectory]
    for band, by_day in zip(("best", "central", "worst"), lean_by_day, strict=True):
        found = [getattr(week.lean_loss_kg, band) for week in weeks]
        close(found, by_day[::7])
        assert all(later >= earlier for earlier, later in pairwise(found))
        fat = [getattr(week.fat_loss_kg, band) for week in weeks]
        close([f + one for f, one in zip(fat, found, strict=True)], lost_kg[::7])


def check_effect(projection: Projection, body: Body) -> None:
    expected = reference.factors(body)
    assert projection.effect is not None
    found = {factor.id: factor for factor in projection.effect.factors}
    assert set(found) == set(expected)
    for name, value in expected.items():
        assert found[name].status == ("assumed" if value is None else "given")  # type: ignore[index]
        close([found[name].value], [1.0 if value is None else value])  # type: ignore[index]
    close(values(projection.effect.realised), reference.realised(expected))


def check_opportunities(
    projection: Projection, path: Path, body: Body, evaluation: Evaluation
) -> None:
    found = projection.opportunities
    if any(rule.contraindication != "none" for rule, _ in evaluation.raised):
        assert found == ()
        return
    treated = projection.sermorelin is not None
    expected = reference.opportunities(body, path.lost_kg, treated=treated)
    assert {one.path for one in found} == set(expected)
    close([one.lean_loss_avoided_kg for one in found], [expected[one.path] for one in found])
    avoided = [one.lean_loss_avoided_kg for one in found]
    assert avoided == sorted(avoided, reverse=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_cases(seed: int) -> None:
    seen: Counter[str] = Counter()
    for body in bodies(seed, CASES_PER_SEED):
        check(body, seen)
    for kind in ("stated", "energy-balance", "glp1-document", "both arms", "not_applicable"):
        assert seen[kind] >= 20, seen
    assert seen["too near"] <= 5, seen
