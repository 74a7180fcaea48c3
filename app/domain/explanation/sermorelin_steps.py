"""The lean loss with sermorelin, and what is saved, step by step."""

from collections.abc import Iterable, Iterator

from app.domain.explanation.course_steps import Days
from app.domain.explanation.step import BAND_NAMES, Step, each, step_of
from app.domain.facts.facts import Facts
from app.domain.formula import known, number
from app.domain.projection.answer import Projection, Saved
from app.domain.projection.arms import SERMORELIN_LOSS
from app.domain.projection.band import Band
from app.domain.projection.control_share import control_share
from app.domain.projection.effect import GENERAL_CLAIM, REDUCTION, Effect
from app.domain.projection.exposure import PEAK, SPARED, SPARED_STRICT
from app.domain.projection.summary import REDUCTION_OF_LOSS
from app.domain.projection_thresholds import SAVING_HIGH, SAVING_LOW, TRIAL_WEEKS
from app.domain.sources.cite import claim_ids


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
        yield step_of(
            SERMORELIN_LOSS,
            f"sermorelin-lean-loss.{name}",
            f"Lean mass lost with sermorelin, {name}",
            value=loss,
            share=share,
            lost=weight,
            spared=step.value,
        )


def _peaks(effect: Effect) -> Iterator[Step]:
    for (name, k), (_, e) in zip(each(REDUCTION), each(effect.realised), strict=True):
        yield step_of(
            PEAK,
            f"peak-reduction.{name}",
            f"m_max, {name}: fall of the lean share once the effect is built up; spread over "
            f"{TRIAL_WEEKS} of even loss from the start it averages k * e",
            value=PEAK.function(k=k, e=e),
            k=k,
            e=e,
        )


def _spared(peaks: Iterable[Step], days: Days, *, strict: bool) -> Iterator[Step]:
    touched = sum(days.weighted_kg())
    for name, peak in zip(BAND_NAMES, (step.value for step in peaks), strict=True):
        id_ = f"spared-weight.{name}"
        what = f"M, {name}: the weight lost, each day's part counted by the fall of its share"
        if strict:
            weeks = days.weighted_kg(factor=peak, cap=GENERAL_CLAIM)
            yield step_of(SPARED_STRICT, id_, what, value=sum(weeks), parts=weeks)
        else:
            spared = SPARED.function(peak=peak, touched=touched)
            yield step_of(SPARED, id_, what, value=spared, peak=peak, touched=touched)


def saving_steps(projection: Projection) -> Iterator[Step]:
    """What is saved, and how it stands against the document's own claims."""
    control = known(projection.control).lean_loss_kg
    treated = known(projection.sermorelin).lean_loss_kg
    for (name, without), (_, taken) in zip(each(control), each(treated), strict=True):
        yield step_of(
            REDUCTION_OF_LOSS,
            f"reduction.{name}",
            f"Fall of the lean loss over the horizon, {name}; the document's general claim ends at "
            f"{GENERAL_CLAIM}",
            value=REDUCTION_OF_LOSS.function(taken=taken, without=without),
            taken=taken,
            without=without,
        )
    yield from _saved(control, treated, known(projection.lean_saved_kg))


def _saved(control: Band, treated: Band, saved: Saved) -> Iterator[Step]:
    differences = [
        f"{number(without)} - {number(taken)}"
        for (_, without), (_, taken) in zip(each(control), each(treated), strict=True)
    ]
    every = ", ".join(differences)
    for end, formula, in_numbers, value in (
        ("low", "least of the three differences", f"min({every})", saved.low),
        ("central", "without - with, central", differences[1], saved.central),
        ("high", "greatest of the three differences", f"max({every})", saved.high),
    ):
        yield Step(
            id=f"lean-saved.{end}",
            what=f"Lean mass saved, {end}; the document claims {SAVING_LOW:bare} to {SAVING_HIGH}",
            formula=formula,
            in_numbers=in_numbers,
            value=value,
            unit="kg",
            basis="derived",
            claims=claim_ids(SAVING_LOW.cites),
        )
