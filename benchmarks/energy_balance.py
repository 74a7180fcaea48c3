"""Speed of the dynamic body-weight model, beside plain daily Runge-Kutta steps of its equations.

Run with `python -m benchmarks.energy_balance`. CPU time, best of several runs; both sides run in
turn, so that whatever else the machine does falls on both.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from app.commands.cohort.parts import ROWS_IN_PART
from app.domain.energy_balance import constants as c
from app.domain.energy_balance.baseline import Baseline, baseline_of
from app.domain.energy_balance.guards import PROJECTION_LIMITS
from app.domain.energy_balance.many_paths import ManyPaths, constant_paths
from app.domain.energy_balance.path import Path, constant_path
from app.domain.energy_balance.person import Person
from app.domain.projection.energy_path import EXPENDITURE_SHIFTS_KCAL_PER_DAY

PEOPLE: Final = ROWS_IN_PART
WEEKS_OF_MANY: Final = 52
DAYS: Final = 7 * WEEKS_OF_MANY
WEEKS: Final = 26
INTAKE_CHANGE: Final = -400.0
ARMS: Final = (-500.0, -650.0)
SETTLED_DAY: Final = 7
_PARTITION_KG: Final = c.FORBES_KG * c.LEAN_ENERGY_KCAL_PER_KG / c.FAT_ENERGY_KCAL_PER_KG
_LEAN_TURNOVER: Final = c.LEAN_TURNOVER_KCAL_PER_KG / c.LEAN_ENERGY_KCAL_PER_KG
_FAT_TURNOVER: Final = c.FAT_TURNOVER_KCAL_PER_KG / c.FAT_ENERGY_KCAL_PER_KG


@dataclass(frozen=True, slots=True)
class Plain:
    """One or many people under a constant change of intake: numbers, or arrays of them."""

    weight_kg: Any
    fat_mass_kg: Any
    lean_tissue_kg: Any
    extracellular_fluid_kg: Any
    energy_intake_kcal_per_day: Any
    carbohydrate_intake_kcal_per_day: Any
    carb_fraction: Any
    activity_kcal_per_kg_per_day: Any
    expenditure_constant_kcal_per_day: Any
    glycogen_rate_kcal_per_day_per_kg2: Any

    def weight(self, state: list[Any]) -> Any:  # noqa: ANN401 # a number or an array
        fat, lean, fluid, glycogen, _ = state
        return fat + lean + self.extracellular_fluid_kg + fluid + 3.7 * glycogen

    def slope(self, state: list[Any], change: float) -> list[Any]:
        """Eqs 1 to 7 of Hall 2011, as they stand in `model` but for their exact integrals."""
        fat, lean, fluid, glycogen, adaptation = state
        intake = self.energy_intake_kcal_per_day + change
        carbohydrate = self.carb_fraction * intake
        stored_g = carbohydrate - self.glycogen_rate_kcal_per_day_per_kg2 * glycogen * glycogen
        part = _PARTITION_KG / (_PARTITION_KG + fat)
        turnover = part * _LEAN_TURNOVER + (1 - part) * _FAT_TURNOVER
        spent = (
            self.expenditure_constant_kcal_per_day
            + c.FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY * fat
            + c.LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY * lean
            + self.activity_kcal_per_kg_per_day * self.weight(state)
            + c.THERMIC_EFFECT_OF_FOOD * change
            + adaptation
        )
        stored = (intake - stored_g - spent) / (1 + turnover)
        shed = 1 - carbohydrate / self.carbohydrate_intake_kcal_per_day
        return [
            (1 - part) * stored / c.FAT_ENERGY_KCAL_PER_KG,
            part * stored / c.LEAN_ENERGY_KCAL_PER_KG,
            (
                -c.SODIUM_EXCRETION_MG_PER_KG_PER_DAY * fluid
                - c.CARBOHYDRATE_SODIUM_MG_PER_DAY * shed
            )
            / c.SODIUM_MG_PER_KG_FLUID,
            stored_g / c.GLYCOGEN_ENERGY_KCAL_PER_KG,
            (c.ADAPTIVE_THERMOGENESIS * change - adaptation) / c.ADAPTATION_DAYS,
        ]

    def days(self, change: float, days: int) -> list[list[Any]]:
        """Body weight and the states at the start of each day, by Runge-Kutta steps of a day."""
        none = 0 * self.fat_mass_kg
        state = [self.fat_mass_kg, self.lean_tissue_kg, none, none + 0.5, none]
        found = [[self.weight(state), *state]]
        for _ in range(days):
            k1 = self.slope(state, change)
            k2 = self.slope([y + k / 2 for y, k in zip(state, k1, strict=True)], change)
            k3 = self.slope([y + k / 2 for y, k in zip(state, k2, strict=True)], change)
            k4 = self.slope([y + k for y, k in zip(state, k3, strict=True)], change)
            state = [
                y + (a + 2 * b + 2 * d + e) / 6
                for y, a, b, d, e in zip(state, k1, k2, k3, k4, strict=True)
            ]
            found.append([self.weight(state), *state])
        return found


def adults(count: int) -> list[Baseline]:
    """Adults spread over sex, age, height, weight and activity, the same in every run."""
    return [
        baseline_of(
            Person(
                sex=("male", "female")[number % 2],
                age_years=20 + number % 53,
                height_cm=150 + number % 41,
                weight_kg=70 + number % 61,
                physical_activity_level=1.4 + 0.1 * (number % 5),
            )
        )
        for number in range(count)
    ]


def plain_of(baselines: list[Baseline]) -> Plain:
    names = [field.name for field in fields(Plain)]
    return Plain(*(np.array([getattr(one, name) for one in baselines]) for name in names))


def paths_of(baselines: list[Baseline]) -> ManyPaths:
    """What a cohort asks of the model: weights by day, what was lost, and the ends of the band."""
    return constant_paths(
        baselines,
        [INTAKE_CHANGE] * len(baselines),
        WEEKS_OF_MANY,
        limits=PROJECTION_LIMITS,
        shifts_kcal_per_day=EXPENDITURE_SHIFTS_KCAL_PER_DAY,
    )


def plain_batch(people: Plain) -> npt.NDArray[np.float64]:
    """Body weight and every state of everybody on every day."""
    out = np.empty((6, DAYS + 1, len(people.weight_kg)))
    for day, states in enumerate(people.days(INTAKE_CHANGE, DAYS)):
        out[:, day] = states
    return out


def seconds(*runs: Callable[[], object], repeats: int, inner: int = 1) -> list[float]:
    """The best CPU time of each, all run in turn."""
    best = [float("inf")] * len(runs)
    for _ in range(repeats):
        for place, run in enumerate(runs):
            start = time.process_time()
            for _ in range(inner):
                run()
            best[place] = min(best[place], (time.process_time() - start) / inner)
    return best


def one_person() -> None:
    """Two arms of half a year for one person."""
    (baseline,) = adults(1)
    names = [field.name for field in fields(Plain)]
    plain = Plain(*(getattr(baseline, name) for name in names))

    def ours() -> list[Path]:
        return [constant_path(baseline, change, WEEKS, limits=PROJECTION_LIMITS) for change in ARMS]

    def ours_by_day() -> list[list[float]]:
        return [path.weight_by_day_kg() for path in ours()]

    def theirs() -> list[list[list[float]]]:
        return [plain.days(change, 7 * WEEKS) for change in ARMS]

    by_week, by_day = seconds(ours, ours_by_day, repeats=200, inner=20)
    (daily,) = seconds(theirs, repeats=10)
    apart = max(
        abs(weight - states[0])
        for path, days in zip(ours_by_day(), theirs(), strict=True)
        for weight, states in list(zip(path, days, strict=True))[SETTLED_DAY:]
    )
    print(f"one person, two arms of {WEEKS} weeks, limits checked")
    print(f"  by week                 {1e6 * by_week:9.0f} us CPU")
    print(f"  with every day's weight {1e6 * by_day:9.0f} us CPU")
    print(
        f"  plain daily RK4         {1e6 * daily:9.0f} us CPU, {daily / by_day:.0f} times as much"
    )
    print(f"  apart from day {SETTLED_DAY} on     {1000 * apart:9.2f} g of body weight at most")


def speeds(repeats: int) -> tuple[float, float, float]:
    """Million adult-days a second: from baselines, from people, and by plain daily RK4."""
    baselines = adults(PEOPLE)
    people = plain_of(baselines)
    times = seconds(
        lambda: paths_of(baselines),
        lambda: paths_of(adults(PEOPLE)),
        lambda: plain_batch(people),
        repeats=repeats,
        inner=5,
    )
    model, from_people, plain = (PEOPLE * DAYS / 1e6 / each for each in times)
    return model, from_people, plain


def many_people() -> None:
    """The paths of a year for many adults, as a cohort has them."""
    model, from_people, plain = speeds(5)
    baselines = adults(PEOPLE)
    found, expected = paths_of(baselines), plain_batch(plain_of(baselines))
    clear = found.is_clear
    weights, (_, fat, lean, *_) = expected[0], expected
    apart = {
        f"body weight from day {SETTLED_DAY} on": found.weight_by_day_kg[SETTLED_DAY:]
        - weights[SETTLED_DAY:],
        "fat lost at the end": found.fat_mass_loss_kg - (fat[0] - fat[-1]),
        "lean tissue lost at the end": found.lean_tissue_loss_kg - (lean[0] - lean[-1]),
    }
    print(f"{PEOPLE} adults for {DAYS} days, weights daily, the band's ends, limits checked")
    print(f"  from baselines          {model:9.1f} M adult-days/s CPU")
    print(f"  from people             {from_people:9.1f} M adult-days/s CPU")
    print(f"  plain daily RK4         {plain:9.1f} M adult-days/s CPU, all states daily")
    print(f"  ratio to plain RK4      {model / plain:9.1f}")
    print(f"  clear of every limit    {clear.mean():9.0%}")
    for what, kg in apart.items():
        print(f"  apart                   {1000 * np.abs(kg[..., clear]).max():9.2f} g of {what}")


if __name__ == "__main__":
    one_person()
    many_people()
