"""The equations of the model, for one person or, given arrays, for many at once.

Hall 2011 (doi 10.1016/S0140-6736(11)60812-X, web appendix, eqs 1-7) follows five states. While
intake, sodium and activity stand still, three of them obey equations of their own, which are
solved exactly over any number of days:

    adaptation        tau dAT/dt = beta_AT dEI - AT
    fluid above E0    [Na] dE/dt = dNa - xi_CI (1 - CI / CI_b) - xi_Na E
    glycogen          rho_G dG/dt = CI - k_G G^2

Fat F and lean tissue take what is left. Expenditure (eq. 5) put into eq. 3 removes the partition
and leaves one account of energy, where x is the change of lean tissue, F = F0 exp(x / 10.4)
(Forbes 1987) and E' the expenditure without its terms in eta:

    (rho_F + eta_F) dF/dt + (rho_L + eta_L) dx/dt + rho_G dG/dt = EI - E'

Of its right side only (gamma_F + delta) (F - F0) + (gamma_L + delta) x has no exact integral. It
varies over months and enters by the trapezoid rule, scaled to be exact for an exponential
approach: a step of a day is good to 0.1 g and one of a week, once glycogen has settled, to 1 g.
"""

from collections.abc import Iterator

from app.domain.energy_balance.constants import BASELINE_GLYCOGEN_KG, FORBES_KG, WEIGHT_PER_GLYCOGEN
from app.domain.energy_balance.quantities import BaselineParameters, Body, Functions, Q
from app.domain.energy_balance.step import Step


def initial_state(rest: BaselineParameters[Q]) -> Body[Q]:
    """The body on day 0."""
    none = 0.0 * rest.fat_mass_kg
    return rest.fat_mass_kg, none, none, none + BASELINE_GLYCOGEN_KG, none


def weight_of(rest: BaselineParameters[Q], body: Body[Q]) -> Q:
    """Body weight, kg: F + L + E + 3.7 G (Hall 2011; McBride 1941), as a change from baseline."""
    fat, lean, fluid, glycogen, _ = body
    watery = WEIGHT_PER_GLYCOGEN * (glycogen - BASELINE_GLYCOGEN_KG)
    return rest.weight_kg + (fat - rest.fat_mass_kg) + lean + fluid + watery


def integrate(
    step: Step[Q], body: Body[Q], count: int, *, functions: Functions[Q]
) -> Iterator[Body[Q]]:
    """The bodies after 1, 2, ... `count` steps.

    With s = ln(F1 / F) and q the share of fat in the capacity, each step solves
    q (e^s - 1) + (1 - q) s = R by its series to third order and one Newton correction.
    """
    exp, log = functions.exp, functions.log
    (a_gain, a_kept, e_gain, e_kept, g_gain, g_kept, g_braked), account = step
    energy, per_a, per_e, per_g, per_log_g, per_fat, per_lean, fat_cap, lean_cap = account
    fat, lean, fluid, glycogen, adaptation = body
    for _ in range(count):
        a, e, g = adaptation, fluid, glycogen
        adaptation = a_kept * a + a_gain
        fluid = e_kept * e + e_gain
        braking = g_braked * g + g_kept
        glycogen = (g_kept * g + g_gain) / braking
        held = per_fat * fat + per_lean * lean + per_g * (glycogen - g) + per_log_g * log(braking)
        freed = energy + per_a * (adaptation - a) + per_e * (fluid - e)
        in_fat = fat_cap * fat
        capacity = in_fat + lean_cap
        share = in_fat / capacity
        r = (freed - held) / capacity
        s = r * (1.0 - r * share * (0.5 - r * (0.5 * share - 1 / 6)))
        growth = exp(s)
        miss = (r - s - share * (growth - 1.0 - s)) / (1.0 - share + share * growth)
        fat = fat * growth * (1.0 + miss * (1.0 + 0.5 * miss))
        lean = lean + FORBES_KG * (s + miss)
        yield fat, lean, fluid, glycogen, adaptation
