"""The published equations once more, written out plainly and integrated in small steps.

Shares nothing with the package but its constants and its baseline: it keeps fat and lean tissue
as two states, with the partition and the closed form for expenditure (Hall 2011, web appendix).
"""

from collections.abc import Callable, Iterator

from app.domain.energy_balance import constants as c
from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.schedule import Course, stretches

State = tuple[float, ...]
"""F, L, E (fluid above baseline), G, AT."""

_PARTITION_KG = c.FORBES_KG * c.LEAN_ENERGY_KCAL_PER_KG / c.FAT_ENERGY_KCAL_PER_KG


def days(baseline: Baseline, course: Course, through_day: int, steps_a_day: int) -> Iterator[State]:
    """The states at the start of days 0 to `through_day`."""
    state: State = (baseline.fat_mass_kg, baseline.lean_tissue_kg, 0.0, baseline.glycogen_kg, 0.0)
    yield state
    for start, end, intake_change, sodium_change in stretches(course, through_day):
        slope = _slope_of(baseline, course, intake_change, sodium_change)
        for _ in range(end - start):
            for _ in range(steps_a_day):
                state = _runge_kutta(slope, state, 1 / steps_a_day)
            yield state


def weight_kg(baseline: Baseline, state: State) -> float:
    fat, lean, fluid, glycogen, _ = state
    return fat + lean + baseline.extracellular_fluid_kg + fluid + 3.7 * glycogen


def _slope_of(
    baseline: Baseline, course: Course, intake_change: float, sodium_change: float
) -> Callable[[State], State]:
    intake = baseline.energy_intake_kcal_per_day + intake_change
    carb_fraction = baseline.carb_fraction if course.carb_fraction is None else course.carb_fraction
    carbohydrate = carb_fraction * intake
    carb_ratio = carbohydrate / baseline.carbohydrate_intake_kcal_per_day
    activity = baseline.activity_kcal_per_kg_per_day * (1 + course.activity_change_pct / 100)

    def slope(state: State) -> State:
        fat, lean, fluid, glycogen, adaptation = state
        into_glycogen = carbohydrate - baseline.glycogen_rate_kcal_per_day_per_kg2 * glycogen**2
        lean_part = _PARTITION_KG / (_PARTITION_KG + fat)
        turnover = (
            lean_part * c.LEAN_TURNOVER_KCAL_PER_KG / c.LEAN_ENERGY_KCAL_PER_KG
            + (1 - lean_part) * c.FAT_TURNOVER_KCAL_PER_KG / c.FAT_ENERGY_KCAL_PER_KG
        )
        spent = (
            baseline.expenditure_constant_kcal_per_day
            + c.FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY * fat
            + c.LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY * lean
            + activity * weight_kg(baseline, state)
            + c.THERMIC_EFFECT_OF_FOOD * intake_change
            + adaptation
        )
        stored = (intake - into_glycogen - spent) / (1 + turnover)
        return (
            (1 - lean_part) * stored / c.FAT_ENERGY_KCAL_PER_KG,
            lean_part * stored / c.LEAN_ENERGY_KCAL_PER_KG,
            (sodium_change - 3000 * fluid - 4000 * (1 - carb_ratio)) / 3220,
            into_glycogen / c.GLYCOGEN_ENERGY_KCAL_PER_KG,
            (0.14 * intake_change - adaptation) / 14,
        )

    return slope


def _runge_kutta(slope: Callable[[State], State], state: State, step: float) -> State:
    first = slope(state)
    second = slope(_moved(state, first, step / 2))
    third = slope(_moved(state, second, step / 2))
    fourth = slope(_moved(state, third, step))
    return tuple(
        y + step / 6 * (a + 2 * b + 2 * c + d)
        for y, a, b, c, d in zip(state, first, second, third, fourth, strict=True)
    )


def _moved(state: State, slope: State, step: float) -> State:
    return tuple(y + step * dy for y, dy in zip(state, slope, strict=True))
