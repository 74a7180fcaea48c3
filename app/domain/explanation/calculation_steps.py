"""The projection's arithmetic in order, from the inputs to kilograms."""

from collections.abc import Iterator

from app.domain.explanation.control_steps import arm_steps, control_steps
from app.domain.explanation.course_steps import course_steps, days_of
from app.domain.explanation.effect_steps import effect_steps
from app.domain.explanation.sermorelin_steps import saving_steps, sermorelin_steps
from app.domain.explanation.step import Step, step_of
from app.domain.explanation.weight_steps import weight_steps
from app.domain.facts.facts import Facts
from app.domain.formula import known
from app.domain.projection.answer import Arm, CrossCheck, Projection, WeightLoss
from app.domain.projection.course import course_of
from app.domain.projection.cross_check import FAT_FREE_SHARE
from app.domain.projection.refused import Refused
from app.domain.projection.summary import baseline_lean
from app.domain.projection.weight_path import weight_path


def calculation_steps(facts: Facts, projection: Projection) -> tuple[Step, ...]:
    """Every step, or none where no projection was made.

    Raises ValueError where the projection is not one of these facts.
    """
    loss, control, treated = projection.weight_loss, projection.control, projection.sermorelin
    if loss is None or control is None:
        return ()
    lean, weight = baseline_lean(facts), loss.central_kg
    return (
        *weight_steps(facts, loss),
        *control_steps(facts, control, weight),
        *arm_steps("control", "without sermorelin", control, weight_kg=weight, lean=lean),
        *(() if treated is None else _treated(facts, projection, loss, treated=treated)),
        *_cross_check(projection.cross_check, weight),
    )


def _treated(
    facts: Facts, projection: Projection, loss: WeightLoss, *, treated: Arm
) -> Iterator[Step]:
    path, course = weight_path(facts, loss.source), course_of(facts)
    by_day = known(None if isinstance(path, Refused) else path.loss_by_day_kg)
    days, weight = days_of(course, by_day), loss.central_kg
    yield from effect_steps(facts, known(projection.effect))
    yield from course_steps(facts, course, days, weight_kg=weight)
    yield from sermorelin_steps(facts, projection, days)
    yield from arm_steps(
        "sermorelin", "with sermorelin", treated, weight_kg=weight, lean=baseline_lean(facts)
    )
    yield from saving_steps(projection)


def _cross_check(found: CrossCheck | None, weight_kg: float) -> Iterator[Step]:
    if found is not None:
        yield step_of(
            FAT_FREE_SHARE,
            "cross-check",
            f"Fat-free share of the same loss by {found.model}, beside the band and never in it. "
            f"{found.basis}",
            value=found.ffm_share_of_loss,
            lean=found.ffm_loss_kg,
            lost=weight_kg,
        )
