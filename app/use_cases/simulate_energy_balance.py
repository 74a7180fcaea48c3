"""Follow the body-weight model on its own, within the limits of what a body can survive."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.energy_balance.baseline import Baseline, baseline_of
from app.domain.energy_balance.guards import ENERGY_BALANCE_LIMITS
from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Course
from app.domain.energy_balance.state import State
from app.domain.energy_balance.trajectory import states


@dataclass(frozen=True, slots=True)
class Simulation:
    """Where the course starts from, and the body on each day that was asked for."""

    baseline: Baseline
    states: tuple[State, ...]


def simulate_energy_balance(
    person: Person, course: Course, *, report_days: Sequence[int], days: int
) -> Simulation:
    """The body on each of `report_days` of a course that lasts `days`.

    Raises what the model refuses: BeyondTheBodyError and OutsideModelError.
    """
    baseline = baseline_of(person)
    found = states(baseline, course, report_days, limits=ENERGY_BALANCE_LIMITS, through_day=days)
    return Simulation(baseline, found)
