"""Observed numbers in messages: short, and never at odds with the limit that they stand beside."""

from typing import Final

_PLAIN_UNTIL: Final = 1e15
_MOST_PLACES: Final = 15
"""Wilder numbers are told with an exponent, not with hundreds of digits."""
_QUICK_UNTIL: Final = 1e9
"""Up to here a float is far finer than the last place that is shown."""
_READY: Final = (
    {float(whole): str(whole) for whole in range(2001)}
    | {tenths / 10: f"{tenths / 10:g}" for tenths in range(1001)}
    | {quarters / 4: f"{quarters / 4:g}" for quarters in range(97)}
)
"""Doses and minutes are mostly whole, grams have one place, hours are in quarters: their words are
made once."""
_BY_PLACES: Final = {
    places: (0.51 * 10.0**-places, f"%.{places}f") for places in range(1, _MOST_PLACES + 1)
}
"""A little more than rounding may move a number by, and how it is written."""


def figure(value: float, limits: tuple[float, ...] = (), places: int = 2) -> str:
    """Shorten the number to some places, one at least, and to more where it would mislead.

    Of each limit it stays on its own side, and only zero is shown as zero: a reader who compares
    it with the limit in the same sentence comes to the answer that the rule gave. Quarters up to
    24 stay as they are.

    >>> figure(22.2222), figure(18.4997, (18.5,)), figure(300.001, (300.0,)), figure(1e-5)
    ('22.22', '18.4997', '300.001', '0.00001')
    """
    ready = _READY.get(value)
    if ready is not None:
        return ready
    near, form = _BY_PLACES[places]
    if near < value < _QUICK_UNTIL:
        for limit in limits:
            if -near <= value - limit <= near:
                break
        else:  # all limits are too far away for rounding to touch them
            shown = form % value
            return shown if shown[-1] != "0" else shown.rstrip("0").rstrip(".")
    return _careful(value, limits, places)


def signed(value: float, limits: tuple[float, ...] = (), places: int = 2) -> str:
    """A change: the same with a plus before a rise.

    >>> signed(14.9933, (15.0,)), signed(-3.5), signed(0.0)
    ('+14.99', '-3.5', '0')
    """
    return f"{'+' if value > 0 else ''}{figure(value, limits, places)}"


def _careful(value: float, limits: tuple[float, ...], places: int) -> str:
    shown = round(value, places)
    while shown != value and (shown == 0 or _parted(shown, value, limits)):
        places += 1
        shown = round(value, places)
    if places > _MOST_PLACES or not -_PLAIN_UNTIL < value < _PLAIN_UNTIL:
        return repr(shown)
    return f"{shown:.{places}f}".rstrip("0").rstrip(".")


def _parted(shown: float, value: float, limits: tuple[float, ...]) -> bool:
    """Whether a limit lies between two different numbers, or on one of them."""
    low, high = (shown, value) if shown < value else (value, shown)
    return any(low <= limit <= high for limit in limits)
