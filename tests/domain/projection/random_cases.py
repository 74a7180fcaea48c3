"""Cases drawn by lot from a fixed seed: the same ones on every run."""

from collections.abc import Callable, Iterator
from random import Random  # noqa: TID251 # seeded, so every run draws the same cases
from typing import Any, Final, TypeAlias

from tests.domain.given import day
from tests.domain.projection.reference_facts import Body

Leaves: TypeAlias = dict[str, Any]
_CLOCK: Final = ("19:00", "20:15", "21:00", "22:00", "22:30", "23:00", "00:15", "03:00", "12:00")
_DRUGS: Final = ("none", "semaglutide", "tirzepatide", "liraglutide", "other")


def bodies(seed: int, count: int) -> Iterator[Body]:
    """So many bodies, none of which contradicts itself."""
    draw = Random(seed)  # noqa: S311 # no secret hangs on it
    for _ in range(count):
        yield {name: block(draw) for name, block in _BLOCKS.items() if draw.random() > 0.05}


def _some(draw: Random, leaves: Leaves, *, unknown: float = 0.15) -> Leaves:
    return {name: value for name, value in leaves.items() if draw.random() > unknown}


def _patient(draw: Random) -> Leaves:
    height = draw.uniform(148, 200)
    yes = {name: draw.random() < 0.03 for name in ("pregnant", "breastfeeding", "cancer_history")}
    likelier = ("diabetes", "untreated_hypothyroidism", "mtc_or_men2_history")
    return _some(
        draw,
        {
            "sex": draw.choice(("female", "male")),
            "age_years": draw.choice((17, 18, 39, 40, 60, 61, *range(25, 80, 3))),
            "height_cm": height,
            "weight_kg": draw.triangular(17, 48, 29) * (height / 100) ** 2,
            "conditions": yes | {name: draw.random() < 0.1 for name in likelier},
        },
        unknown=0.04,
    )


def _sermorelin(draw: Random) -> Leaves:
    plan = {
        "dose_mcg": draw.choice((3, 20, 50, 100, 100, 150, 199, 200, 201, 250, 300, 500, 2000)),
        "nights_per_week": draw.randint(0, 7),
        "planned_weeks": draw.choice((1, 4.5, 10, 13, 26, 40)),
        "stopping": draw.random() < 0.3,
    }
    return _some(draw, plan, unknown=0.3) | _dates(draw) | _some(draw, _timing(draw))


def _dates(draw: Random) -> Leaves:
    started, ahead = draw.randint(-250, 0), draw.randint(1, 120)
    return draw.choice(
        (
            {},
            {"status": draw.choice(("planned", "active", "active", "stopped"))},
            {"started_on": day(started)},
            {"started_on": day(started)},
            {"started_on": day(started), "status": "active"},
            {"started_on": day(started), "stopped_on": day(ahead)},
            {"stopped_on": day(ahead), "status": "active"},
            {"started_on": day(ahead)},
            {"started_on": day(ahead), "stopped_on": day(ahead + 60)},
            {"started_on": day(started), "stopped_on": day(draw.randint(started, 0))},
        )
    )


def _timing(draw: Random) -> Leaves:
    by_clock = {name: draw.choice(_CLOCK) for name in ("last_meal_end", "next_meal_start")}
    by_difference = {
        "fasting_hours_before": draw.choice((0, 1.9, 2, 2.1, 5)),
        "fasting_minutes_after": draw.choice((0, 29, 30, 31, 300)),
    }
    meals = draw.choice((by_clock, by_difference, by_difference))
    times = {"sleep_time": draw.choice(("21:30", "23:00", "00:30")), "wake_time": "07:00"}
    at = draw.choice(
        (
            {"injection_time": draw.choice(_CLOCK)},
            {"minutes_before_sleep": draw.choice((-30, 0, 30, 45, 240, 240.5, 600))},
            {"time_of_day": draw.choice(("morning", "afternoon", "evening", "bedtime"))},
        )
    )
    return at | times | meals


def _energy(draw: Random) -> Leaves:
    deficit = draw.choice(
        (
            {},
            {"deficit_kcal_per_day": draw.choice((-300, 0, 150, 300, 500, 750, 1200))},
            {"deficit_kcal_per_day": draw.uniform(100, 900)},
            {"deficit_pct": draw.choice((-10, 0, 5, 15, 20, 25, 40))},
        )
    )
    rest = {
        "physical_activity_level": draw.uniform(1.2, 2.5),
        "maintenance_kcal_per_day": draw.uniform(1500, 3500),
    }
    return deficit | _some(draw, rest, unknown=0.5)


def _nutrition(draw: Random) -> Leaves:
    return draw.choice(
        (
            {},
            {"protein_g_per_kg": draw.choice((1.0, 1.2, 1.25, 1.4, 1.59, 1.6, 2.2))},
            {"protein_g_per_kg": draw.uniform(1.1, 1.7)},
            {"protein_g_per_day": draw.uniform(60, 180)},
        )
    )


def _training(draw: Random) -> Leaves:
    return _some(draw, {"resistance_sessions_per_week": draw.randint(0, 4)})


def _labs(draw: Random) -> list[Leaves]:
    return [
        {
            "analyte": draw.choice(("igf1", "igf1", "igf1", "igfbp3")),
            "unit": "ng/mL",
            "value": draw.choice((draw.uniform(90, 260), 219, 220, 221, 249, 250, 251)),
            "collected_on": day(draw.randint(-260, 3)),
        }
        for _ in range(draw.randint(0, 4))
    ]


def _body_composition(draw: Random) -> list[Leaves]:
    return [
        {"method": "dxa", "measured_on": day(draw.randint(-90, 10))}
        | draw.choice(
            ({"fat_mass_kg": draw.uniform(12, 45)}, {"body_fat_pct": draw.uniform(8, 50)}, {})
        )
        | _some(
            draw,
            {
                "weight_kg": draw.uniform(70, 110),
                "fat_free_mass_kg": draw.uniform(40, 65),
                "lean_soft_tissue_kg": draw.uniform(38, 60),
            },
            unknown=0.5,
        )
        for _ in range(draw.choice((0, 0, 1, 2, 3)))
    ]


def _options(draw: Random) -> Leaves:
    weeks = draw.choice((1, 2, 3, 4, 12, 25, 26, 26, 26, 27, 52, 104))
    stated = {"weight_loss_kg": draw.choice((draw.uniform(0.1, 0.6 * weeks), draw.uniform(1, 60)))}
    strict = {"strict_effect_ceiling": draw.random() < 0.5}
    return {"horizon_weeks": weeks} | _some(draw, stated, unknown=0.6) | _some(draw, strict)


_BLOCKS: Final[dict[str, Callable[[Random], object]]] = {
    "patient": _patient,
    "sermorelin": _sermorelin,
    "glp1": lambda draw: {"drug": draw.choice((*_DRUGS, None, "none", "none"))},
    "energy": _energy,
    "nutrition": _nutrition,
    "training": _training,
    "labs": _labs,
    "body_composition": _body_composition,
    "projection_options": _options,
}
