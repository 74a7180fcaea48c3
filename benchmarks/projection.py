"""CPU time of a 26-week projection with both arms: `python -m benchmarks.projection`.

A loss that is stated, and one by the dynamic model from a deficit; then what each part takes.
Best of many short runs. The yardstick, a thousand additions, tells how fast the machine is at
that moment: two measurements compare by their ratio to it.
"""

import gc
from collections.abc import Callable
from datetime import date
from time import process_time_ns
from typing import Any, Final

from app.api.schemas.case import CaseIn
from app.domain.assessment import barriers_of, facts_of
from app.domain.evaluation import evaluate
from app.domain.facts.facts import Facts
from app.domain.projection import summary
from app.domain.projection.arms import control_losses, sermorelin_losses
from app.domain.projection.control_share import control_share
from app.domain.projection.course import course_of
from app.domain.projection.effect import effect_of
from app.domain.projection.exposure import exposure_of
from app.domain.projection.inclusion import Barriers
from app.domain.projection.opportunities import Treated, opportunities
from app.domain.projection.project import project
from app.domain.projection.weight_path import WeightPath, weight_path
from app.domain.projection.weight_source import Source

GOAL_MICROSECONDS: Final = 120.0
ROUNDS: Final = 41
CALLS_PER_RUN: Final = 100
_TODAY: Final = date(2026, 6, 1)
_CASE: Final[dict[str, Any]] = {
    "patient": {"sex": "male", "age_years": 50, "height_cm": 178, "weight_kg": 95},
    "sermorelin": {
        "dose_mcg": 250,
        "nights_per_week": 6,
        "started_on": "2026-05-01",
        "minutes_before_sleep": 45,
        "fasting_hours_before": 1.5,
        "fasting_minutes_after": 30,
    },
    "glp1": {"drug": "none"},
    "energy": {"deficit_kcal_per_day": 500, "physical_activity_level": 1.5},
    "nutrition": {"protein_g_per_kg": 1.4},
    "training": {"resistance_sessions_per_week": 2},
    "body_composition": [{"method": "dxa", "measured_on": "2026-05-01", "fat_free_mass_kg": 65}],
}
"""A plan that falls short in four places, each of which is an opportunity to work out."""

CASES: Final[tuple[tuple[str, dict[str, object], Source], ...]] = (
    ("stated loss", {"projection_options": {"weight_loss_kg": 6.8}}, "stated"),
    ("deficit", {}, "energy-balance"),
)


def facts(**blocks: object) -> Facts:
    return facts_of(CaseIn.model_validate(_CASE | blocks).to_domain(today=_TODAY))


def microseconds(work: Callable[[], object]) -> float:
    """The best of many runs."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = process_time_ns()
        for _ in range(CALLS_PER_RUN):
            work()
        best = min(best, (process_time_ns() - start) / CALLS_PER_RUN / 1000)
    return best


def path_of(found: Facts, source: Source) -> WeightPath:
    path = weight_path(found, source)
    assert isinstance(path, WeightPath), path
    return path


def two_arms(found: Facts, path: WeightPath) -> object:
    """The arms proper: share, effect, build-up, both losses and both trajectories."""
    share, effect, weekly = (
        control_share(found, sessions=found.sessions).share,
        effect_of(found).realised,
        path.loss_by_day_kg[::7],
    )
    exposure = exposure_of(course_of(found), path.loss_by_day_kg, strict=False)
    control = control_losses(share, weekly)
    treated = sermorelin_losses(share, effect, loss_by_week_kg=weekly, exposure=exposure)
    return summary.trajectory(weekly, control, treated)


def measured(name: str, found: Facts, source: Source) -> tuple[Callable[[], object], ...]:
    """The whole projection and its parts, after a look at what it answers."""
    barriers: Barriers = barriers_of(evaluate(found))
    made, path = project(found, barriers), path_of(found, source)
    assert made.weight_loss is not None, name
    assert made.weight_loss.source == source
    assert made.sermorelin is not None
    assert len(made.opportunities) == 4
    exposure = exposure_of(course_of(found), path.loss_by_day_kg, strict=False)
    treated = Treated(effect_of(found), exposure)
    return (
        lambda: project(found, barriers),
        lambda: weight_path(found, source),
        lambda: two_arms(found, path),
        lambda: opportunities(found, share=0.3, loss_kg=path.central_kg, treated=treated),
    )


def _yardstick() -> int:
    total = 0
    for number in range(1000):
        total += number
    return total


def main() -> None:
    gc.freeze()  # as the service does: what was imported is not walked again
    print("CPU microseconds a projection, best of", ROUNDS, "runs of", CALLS_PER_RUN)
    print(f"{'case':<14}{'whole':>8}{'W(t)':>8}{'arms':>8}{'opportunities':>15}{'yardstick':>11}")
    for name, more, source in CASES:
        works = measured(name, facts(**more), source)
        whole, path, arms, mended = (microseconds(one) for one in works)
        yardstick = microseconds(_yardstick)
        print(f"{name:<14}{whole:>8.0f}{path:>8.0f}{arms:>8.0f}{mended:>15.0f}{yardstick:>11.1f}")
    print(f"goal: arms at or under {GOAL_MICROSECONDS:g}")


if __name__ == "__main__":
    main()
