"""Everything the energy-balance model refuses."""

from typing import Literal

from app.domain.errors import EnergyBalanceError

Reason = Literal["resting", "intake", "bmi", "loss", "fat", "compartment"]
"""Which limit is broken: see `guards.Limits`; "resting" is a resting rate that is not positive."""


class OutsideModelError(EnergyBalanceError, ValueError):
    """An input that the model is not made for: a child, an unknown sex, a negative mass."""


class DuplicateChangeDayError(EnergyBalanceError, ValueError):
    """Two entries of one schedule start on the same day, so which one holds is unknown."""

    def __init__(self, day: int) -> None:
        """Keep the day that is named twice."""
        super().__init__(f"two changes start on day {day}")
        self.day = day


class BeyondTheBodyError(EnergyBalanceError):
    """The path leads where a body cannot or should not go; `day` is the first such day."""

    def __init__(self, day: int, reason: Reason) -> None:
        """Keep the first day beyond a limit, and which limit."""
        super().__init__(f"beyond the {reason} limit on day {day}")
        self.day = day
        self.reason = reason


class GoalUnreachableError(EnergyBalanceError):
    """No intake within the limits leads to the goal in time.

    `reason` is the limit that stands in the way, or "search" where even the largest intake that
    the solver tries leaves the body too light.
    """

    def __init__(self, reason: Reason | Literal["search"]) -> None:
        """Keep the limit that stands in the way."""
        super().__init__(f"the goal cannot be reached within the {reason} limit")
        self.reason = reason
