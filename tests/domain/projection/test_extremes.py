"""Whatever a body may hold is answered: by numbers that hang together, or with a reason."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import isfinite
from random import Random  # noqa: TID251 # seeded, so every run draws the same cases
from typing import Final

import pytest

from app.domain.assessment import assess
from app.domain.projection.answer import Projection
from tests.domain.given import case_of, day
from tests.domain.projection.made import of
from tests.domain.projection.reference_facts import Body

CASES_PER_SEED: Final = 250
LARGEST_SHARE: Final = 0.40
STARTS: Final = (day(-50), day(40), "0001-01-01", "9999-12-31")


def bodies(seed: int) -> Iterator[Body]:
    """Every range of the contract up to both of its ends, deficits down to almost nothing."""
    draw = Random(seed)  # noqa: S311 # no secret hangs on it
    for _ in range(CASES_PER_SEED):
        height = _between(draw, 50, 260)
        usual = draw.uniform(19, 60) * (height / 100) ** 2
        weight = min(max(draw.choice((_between(draw, 20, 400), usual)), 20), 400)
        yield {
            "patient": {
                "sex": draw.choice(("male", "female")),
                "age_years": draw.choice((18, 120, draw.randint(18, 120))),
                "height_cm": height,
                "weight_kg": weight,
            },
            "nutrition": {"protein_g_per_kg": _between(draw, 0, 5)},
            "training": {"resistance_sessions_per_week": draw.randint(0, 21)},
            "body_composition": draw.choice((None, [_entry(draw, weight)])),
            **_plan(draw),
        }


def _between(draw: Random, low: float, high: float) -> float:
    return draw.choice((low, high, draw.uniform(low, high), draw.uniform(low, high)))


def _entry(draw: Random, weight: float) -> Body:
    fat = weight * draw.choice((draw.random(), 0.03, 0.10, 0.999))
    return {"method": "bia", "measured_on": day(-1), "fat_mass_kg": min(max(fat, 1), 300)}


def _plan(draw: Random) -> Body:
    deficit = draw.choice((_between(draw, 1, 3000), 10 ** draw.uniform(-12, 3)))
    return {
        "sermorelin": {
            "dose_mcg": draw.choice((20, 200, 2000)),
            "started_on": draw.choice(STARTS),
            "planned_weeks": _between(draw, 1, 104),
        },
        "energy": {
            "deficit_kcal_per_day": deficit,
            "maintenance_kcal_per_day": draw.choice((None, _between(draw, 800, 8000))),
            "physical_activity_level": _between(draw, 1.2, 2.5),
        },
        "projection_options": {
            "horizon_weeks": draw.choice((1, 3, 4, 26, draw.randint(1, 104))),
            "strict_effect_ceiling": draw.random() < 0.5,
            "weight_loss_kg": draw.choice((None, None, None, 10 ** draw.uniform(-9, 3))),
        },
    }


def hangs_together(made: Projection) -> None:
    loss = made.weight_loss
    assert loss is not None
    assert isfinite(loss.low_kg)
    assert isfinite(loss.high_kg)
    assert loss.low_kg <= loss.central_kg <= loss.high_kg
    weeks = [week.weight_loss_kg for week in made.trajectory]
    assert all(later >= earlier for earlier, later in pairwise(weeks))
    for arm in (made.control, made.sermorelin):
        for share in of(arm.lean_share) if arm else ():
            assert 0 <= share <= LARGEST_SHARE + 1e-9
    if made.cross_check is not None:
        assert isfinite(made.cross_check.ffm_share_of_loss)


@pytest.mark.parametrize("seed", [11, 12])
def test_any_body_is_answered(seed: int) -> None:
    seen: Counter[str] = Counter()
    for body in bodies(seed):
        made = assess(case_of(**body)).projection
        seen[made.status] += 1
        if made.status == "projected":
            hangs_together(made)
        else:
            assert made.reason
            assert made.control is None
    assert seen["projected"] >= 25, seen
    assert seen["unavailable"] >= 25, seen
