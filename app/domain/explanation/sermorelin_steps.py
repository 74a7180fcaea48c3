"""The lean loss with sermorelin, and what is saved, step by step."""

from collections.abc import Iterable, Iterator

from app.domain.explanation.course_steps import Days, weekly_sum
from app.domain.explanation.step import BAND_NAMES, Step, each, known, number
from app.domain.facts.facts import Facts
from app.domain.projection.answer import SAVING_CLAIM_KG, Projection, Saved
from app.domain.projection.band import Band
from app.domain.projection.control_share import control_share
from app.domain.projection.course import MEAN_BUILD_UP
from app.domain.projection.effect import GENERAL_CLAIM, RELATIVE_REDUCTION, Effect


def sermorelin_steps(facts: Facts, projection: Projection, days: Days) -> Iterator[Step]:
    """The reduction at its peak, the weight whose lean is spared, and the lean lost."""
    weight = known(projection.weight_loss).central_kg
    peaks = list(_peaks(known(projection.effect)))
    spared = list(_spared(peaks, days, strict=facts.options.strict_effect_ceiling))
    yield from peaks
    yield from spared
    shares = control_share(facts, sessions=facts.sessions).share
    losses = known(projection.sermorelin).lean_loss_kg
    for (name, loss), (_, share), step in zip(each(losses), each(shares), spared, strict=True):
        yield Step(
            id=f"sermorelin-lean-loss.{name}",
            what=f"Lean mass lost with sermorelin, {name}",
            formula="phi_c * (W - M), the sum over days of phi(t_d) * dW_d",
            in_numbers=f"{number(share)} * ({number(weight)} - {number(step.value)})",
            value=loss,
            unit="kg",
            basis="derived",
        )


def _peaks(effect: Effect) -> Iterator[Step]:
    for (name, k), (_, e) in zip(each(RELATIVE_REDUCTION), each(effect.realised), strict=True):
        yield Step(
            id=f"peak-reduction.{name}",
            what=f"m_max, {name}: fall of the lean share once the effect is built up; spread over "
            "26 weeks of even loss from the start it averages k * e",
            formula="m_max = k / 0.75 * e; on each day phi(t) = phi_c * (1 - m(t)), "
            "m(t) = m_max * r(t)",
            in_numbers=f"{number(k)} / {MEAN_BUILD_UP} * {number(e)}",
            value=k / MEAN_BUILD_UP * e,
            unit="1",
            basis="derived",
        )


def _spared(peaks: Iterable[Step], days: Days, *, strict: bool) -> Iterator[Step]:
    touched = sum(days.weighted_kg())
    for name, peak in zip(BAND_NAMES, (step.value for step in peaks), strict=True):
        if strict:
            weeks = days.weighted_kg(factor=peak, cap=GENERAL_CLAIM)
            formula = "M = sum over days of min(0.5, m_max * r(t_d)) * dW_d"
            in_numbers, value = weekly_sum(weeks), sum(weeks)
        else:
            formula = "M = sum over days of m(t_d) * dW_d = m_max * S"
            in_numbers, value = f"{number(peak)} * {number(touched)}", peak * touched
        yield Step(
            id=f"spared-weight.{name}",
            what=f"M, {name}: the weight lost, each day's part counted by the fall of its share",
            formula=formula,
            in_numbers=in_numbers,
            value=value,
            unit="kg",
            basis="derived",
            claims=("reduction-30-50",) if strict else (),
        )


def saving_steps(projection: Projection) -> Iterator[Step]:
    """What is saved, and how it stands against the document's own claims."""
    control = known(projection.control).lean_loss_kg
    treated = known(projection.sermorelin).lean_loss_kg
    for (name, without), (_, taken) in zip(each(control), each(treated), strict=True):
        yield Step(
            id=f"reduction.{name}",
            what=f"Fall of the lean loss over the horizon, {name}; the document's general claim "
            f"ends at {GENERAL_CLAIM}",
            formula="1 - with / without",
            in_numbers=f"1 - {number(taken)} / {number(without)}",
            value=1 - taken / without,
            unit="1",
            basis="derived",
            claims=("reduction-30-50",),
        )
    yield from _saved(control, treated, known(projection.lean_saved_kg))


def _saved(control: Band, treated: Band, saved: Saved) -> Iterator[Step]:
    differences = [
        f"{number(without)} - {number(taken)}"
        for (_, without), (_, taken) in zip(each(control), each(treated), strict=True)
    ]
    every = ", ".join(differences)
    low, high = SAVING_CLAIM_KG
    for end, formula, in_numbers, value in (
        ("low", "least of the three differences", f"min({every})", saved.low),
        ("central", "without - with, central", differences[1], saved.central),
        ("high", "greatest of the three differences", f"max({every})", saved.high),
    ):
        yield Step(
            id=f"lean-saved.{end}",
            what=f"Lean mass saved, {end}; the document claims {low} to {high} kg",
            formula=formula,
            in_numbers=in_numbers,
            value=value,
            unit="kg",
            basis="derived",
            claims=("saved-2-4-lb",),
        )
