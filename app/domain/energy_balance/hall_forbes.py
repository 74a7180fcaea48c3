"""How a weight change splits into fat and fat-free mass, by fat mass alone.

Forbes 1987 (Nutr Rev 45:225, doi 10.1111/j.1753-4887.1987.tb02684.x) found
FFM = 10.4 ln(FM) + const; Hall 2007 (Br J Nutr 97:1059, doi 10.1017/S0007114507691946) solved it
for a weight change of any size. Neither knows diet, training, sex or the passing loss of fluid.
"""

from math import exp, isfinite, log
from typing import Final

from app.domain.energy_balance.constants import FORBES_KG
from app.domain.energy_balance.errors import OutsideModelError

_SMALL: Final = -40.0
"""Below this, w + ln w = c is w = e^c to double precision."""
_NEWTON_STEPS: Final = 8
"""Four suffice for any body: the error squares from step to step."""


def final_fat_mass_kg(initial_fat_mass_kg: float, weight_change_kg: float) -> float:
    """Fat mass, kg, after a weight change, kg, negative for a loss (Hall 2007).

    F1 = 10.4 W((F0 / 10.4) exp((F0 + dW) / 10.4)), W the principal Lambert function; it is taken
    as w + ln w = ln(F0 / 10.4) + (F0 + dW) / 10.4, which no fat mass makes overflow.
    Raises OutsideModelError for a fat mass that is not positive or a change that is not finite.
    """
    if not (initial_fat_mass_kg > 0 and isfinite(initial_fat_mass_kg + weight_change_kg)):
        raise OutsideModelError("fat mass or weight change is outside the model")
    ratio = initial_fat_mass_kg / FORBES_KG
    return FORBES_KG * _lambert_w_of_exp(log(ratio) + ratio + weight_change_kg / FORBES_KG)


def fat_free_mass_change_kg(initial_fat_mass_kg: float, weight_change_kg: float) -> float:
    """Change of fat-free mass, kg: the weight change less the change of fat (Hall 2007).

    Raises OutsideModelError as `final_fat_mass_kg` does.
    """
    final = final_fat_mass_kg(initial_fat_mass_kg, weight_change_kg)
    return weight_change_kg + initial_fat_mass_kg - final


def _lambert_w_of_exp(c: float) -> float:
    """W(e^c): the root w > 0 of w + ln w = c, by Newton."""
    if c < _SMALL:
        return exp(c)
    w = c - log(c) if c > 1 else exp(c) / (1 + exp(c))
    for _ in range(_NEWTON_STEPS):
        w *= (1 + c - log(w)) / (1 + w)
    return w
