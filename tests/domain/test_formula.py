"""Formulas: what one says in numbers works out to what its function gives."""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Final

import pytest

import app.domain.projection
from app.domain.energy_balance.person import fat_mass_formula, resting_rate_formula
from app.domain.facts import energy
from app.domain.formula import Formula, known
from app.domain.projection.body_fat import MEASURED
from app.domain.projection.exposure import touched_weight
from tests.domain.test_explanation_steps import worked_out

_GAP: Final = re.compile(r"\{(\w+)\}")
_EXAMPLES: Final = {
    "age_years": (47, 71),
    "height_cm": (171.5, 160),
    "weight_kg": (84.3, 55),
    "weeks": (26, 11),
}
"""Quantities that are no number between 1 and 3 as all others are."""


def _formulas() -> Iterator[tuple[str, Formula]]:
    modules = [
        import_module(f"app.domain.projection.{found.name}")
        for found in pkgutil.iter_modules(app.domain.projection.__path__)
    ]
    for module in (*modules, energy):
        for name, held in vars(module).items():
            if isinstance(held, Formula):
                yield name, held
    for field, formula in MEASURED.items():
        yield f"MEASURED {field}", formula
    for sex in ("male", "female"):
        yield f"resting rate, {sex}", resting_rate_formula(sex)
        yield f"fat mass, {sex}", fat_mass_formula(sex)
    for ends in (True, False):
        yield f"touched weight, {ends}", touched_weight(ends=ends)


_FORMULAS: Final = dict(_formulas())


def _quantities(formula: Formula, example: int) -> dict[str, float | tuple[float, ...]]:
    """Two sets of numbers for the gaps of a formula."""
    names = dict.fromkeys(_GAP.findall(formula.numbers))
    plain = {name: 1 + 2 / (place + 1.5 + example) for place, name in enumerate(names)}
    special = {name: _EXAMPLES[name][example] for name in names if name in _EXAMPLES}
    parts = {name: (0.25, 0.5 + example) for name in names if name == "parts"}
    return {**plain, **special, **parts}


@pytest.mark.parametrize("example", [0, 1])
@pytest.mark.parametrize("formula", _FORMULAS.values(), ids=_FORMULAS)
def test_the_numbers_work_out_to_what_the_function_gives(formula: Formula, example: int) -> None:
    quantities = _quantities(formula, example)
    shown = formula.in_numbers(**quantities)
    assert worked_out(shown) == pytest.approx(formula.function(**quantities), rel=1e-12), shown


@pytest.mark.parametrize("formula", _FORMULAS.values(), ids=_FORMULAS)
def test_the_function_takes_what_the_numbers_show(formula: Formula) -> None:
    taken = set(inspect.signature(formula.function).parameters)
    if isinstance(formula.function, partial):
        taken -= set(formula.function.keywords)
    assert taken == set(_GAP.findall(formula.numbers))


def test_all_of_them_are_found() -> None:
    assert len(_FORMULAS) >= 20


def test_a_sum_and_an_expression_stand_in_the_numbers_as_they_are() -> None:
    formula = Formula(symbols="a + b", numbers="{a} + {b}", function=lambda *, a, b: a + b)
    assert formula.in_numbers(a=(1.5, -2), b="3 / 7") == "1.5 + (-2) + 3 / 7"


def test_what_a_formula_cannot_do_without_is_asked_for() -> None:
    assert known(0) == 0
    with pytest.raises(ValueError, match="not made from these facts"):
        known(None)
