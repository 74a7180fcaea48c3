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
