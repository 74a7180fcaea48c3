"""Quotients and differences as they are reckoned on paper."""

from typing import Final

_PLACES: Final = 12
"""Far finer than anybody measures, and coarser than what a float adds of its own."""
_SCALE: Final = 10.0**_PLACES
_QUICK_UNTIL: Final = 1000.0
"""Until here a float is much finer than the last place, so that scaling it up does no harm."""


def round_decimal(number: float) -> float:
    """Give the number without the last digits that binary arithmetic adds to it.

    A threshold is decimal, and so is what is measured: 112.8 g at 70.5 kg are 1.6 g/kg.

    >>> 112.8 / 70.5, round_decimal(112.8 / 70.5)
    (1.5999999999999999, 1.6)
    """
    if -_QUICK_UNTIL < number < _QUICK_UNTIL:
        return round(number * _SCALE) / _SCALE  # a third of the time that the places would take
    return round(number, _PLACES)


MILLIGRAM_KG: Final = 1e-6
"""Under a milligram what a model gives is rounding: a share of it would mean nothing."""
LEAST_DIVISIBLE: Final = 1e-300
"""Under this a float has no digits left to split."""
ROUNDING_OF_A_QUOTIENT: Final = 1e-12
"""What rounding may add to a quotient: one that stands exactly on a limit is not past it."""
