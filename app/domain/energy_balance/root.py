"""The root of a rising function inside a bracket."""

from collections.abc import Callable
from typing import Final

MOST_STEPS: Final = 200


def rising_root(
    function: Callable[[float], float], *, low: float, high: float, tolerance: float
) -> float | None:
    """Where a rising function is within `tolerance` of 0; <= 0 at `low`, >= 0 at `high`.

    Regula falsi with the Illinois rule: an end that stays twice counts half, so that both ends
    close in; None where they have not met after 200 steps, as on a function that is no number
    somewhere. Dowell and Jarratt 1971, BIT 11:168, doi 10.1007/BF01934364.
    """
    below, above = function(low), function(high)
    kept = 0
    for _ in range(MOST_STEPS):
        guess = (low * above - high * below) / (above - below)
        value = function(guess)
        if abs(value) <= tolerance:
            return guess
        if value < 0:
            low, below = guess, value
            above = above / 2 if kept > 0 else above
            kept = 1
        else:
            high, above = guess, value
            below = below / 2 if kept < 0 else below
            kept = -1
    return None
