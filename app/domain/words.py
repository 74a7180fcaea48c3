"""Numbers and units as sentences show them."""

from typing import Final

_UNIT_WORDS: Final = {
    "ug": "mcg",
    "a": "years",
    "wk": "weeks",
    "mo": "months",
    "/d": "",
    "/wk": "",
    "1": "",
    "[USD]": "USD",
    "g/kg/d": "g/kg",
    "kcal/d": "kcal a day",
    "mg/wk": "mg a week",
}
"""UCUM codes that a sentence writes otherwise; all others stand as they are."""
_COUNTS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_HALF: Final = 0.5
_PERCENT: Final = 100


def unit_words(unit: str) -> str:
    """A UCUM code as a sentence has it.

    >>> unit_words("ug"), unit_words("ng/mL"), unit_words("/wk")
    ('mcg', 'ng/mL', '')
    """
    return _UNIT_WORDS.get(unit, unit)


def exact(value: float) -> str:
    """A number exactly, as short as can be.

    >>> exact(500.0), exact(0.1), exact(1 / 3)
    ('500', '0.1', '0.3333333333333333')
    """
    short = f"{value:g}"
    return short if float(short) == value else repr(value)


def with_unit(number: str, unit: str) -> str:
    """A number already in digits, with its unit if that has a word.

    >>> with_unit("300", "ug"), with_unit("7", "/wk")
    ('300 mcg', '7')
    """
    return f"{number} {unit_words(unit)}".rstrip()


def spelled(count: float) -> str:
    """A small count as a word, any other number in digits.

    >>> spelled(3), spelled(2.5), spelled(12)
    ('three', '2.5', '12')
    """
    return _COUNTS[int(count)] if count in range(len(_COUNTS)) else exact(count)


def share_words(part: float) -> str:
    """A part of a whole, in words or in %.

    >>> share_words(0.5), share_words(0.45)
    ('half', '45 %')
    """
    return "half" if part == _HALF else f"{_PERCENT * part:g} %"
