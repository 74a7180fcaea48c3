"""Random cases in which everything is known, with values on and around every threshold."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

from tests.api.schemas.leaves import CHOICE_LISTS, CHOICES, CONDITIONS
from tests.domain.given import day

Leaves: TypeAlias = dict[str, Any]
"""JSON values by dotted path; a list of measurements is one value, null is left out."""

_CLOCK: Final = st.sampled_from(
    ("19:00", "20:15", "21:00", "22:00", "22:15", "22:30", "23:00", "00:15", "03:00", "12:00")
)
_MINUTES: Final = st.sampled_from((-30, 0, 29, 30, 45, 60, 61, 240, 241, 600))
_HOURS: Final = st.sampled_from((0, 1.9, 2, 3, 3.9, 4, 16))

_SCALARS: Final = {
    "patient.sex": st.sampled_from(CHOICES["patient.sex"]),
    "patient.age_years": st.sampled_from((17, 18, 39, 40, 50, 60, 61, 64, 65, 80)),
    "patient.height_cm": st.sampled_from((160, 170, 180, 200)),
    "patient.weight_kg": st.sampled_from((50, 52, 74, 80, 95, 120, 240)),
    **{
        f"patient.conditions.{name}": st.sampled_from((False, False, False, True))
        for name in CONDITIONS
    },
    **{
        path: st.lists(st.sampled_from(choices), max_size=2)
        for path, choices in CHOICE_LISTS.items()
    },
    "sermorelin.dose_mcg": st.sampled_from((0, 19, 20, 199, 200, 250, 300, 301, 500, 501, 2001)),
    "sermorelin.route": st.sampled_from(("subcutaneous", "subcutaneous", "nasal")),
    "sermorelin.nights_per_week": st.sampled_from((0, 4, 5, 6, 7, 7, 7)),
    "sermorelin.planned_weeks": st.sampled_from((1, 15, 16, 26)),
    "sermorelin.dose_increase_planned": st.booleans(),
    "sermorelin.stopping": st.booleans(),
    "glp1.drug": st.sampled_from(CHOICES["glp1.drug"]),
    "glp1.dose_mg_per_week": st.sampled_from((0.25, 1, 1.1, 2.4, 2.5, 15, 16)),
    "nutrition.meals_per_day": st.sampled_from((3, 4, 5, 6)),
    "nutrition.leucine_g_per_meal": st.sampled_from((2.4, 2.5, 3)),
    "training.resistance_sessions_per_week": st.integers(0, 4),
    "monitoring.dexa_baseline": st.booleans(),
    "monitoring.dexa_followup_week": st.sampled_from((15, 16)),
    "monitoring.igf1_draws": st.integers(0, 3),
    "expectations.goal": st.sampled_from(CHOICES["expectations.goal"]),
    "expectations.result_week": st.sampled_from((11, 12)),
}

_BY_CLOCK: Final = {
    f"sermorelin.{name}": _CLOCK
    for name in ("injection_time", "sleep_time", "last_meal_end", "next_meal_start")
}
_BY_MINUTES: Final = {
    "sermorelin.minutes_before_sleep": _MINUTES,
    "sermorelin.time_of_day": st.sampled_from(CHOICES["sermorelin.time_of_day"]),
    "sermorelin.sleep_time": _CLOCK,
}
_BY_DIFFERENCE: Final = {
    "sermorelin.fasting_hours_before": _HOURS,
    "sermorelin.fasting_minutes_after": st.sampled_from((0, 29, 30, 960)),
}
_MEALS: Final = {f"sermorelin.{name}": _CLOCK for name in ("last_meal_end", "next_meal_start")}
_WAKE: Final = {"sermorelin.wake_time": st.sampled_from(("05:30", "07:00", "10:30"))}
_TIMING: Final = st.one_of(
    st.fixed_dictionaries(_BY_CLOCK | _WAKE),
    st.fixed_dictionaries(_BY_MINUTES | _MEALS | _WAKE),
    st.fixed_dictionaries(_BY_MINUTES | _BY_DIFFERENCE | _WAKE),
)

_ENERGY: Final = st.one_of(
    st.fixed_dictionaries(
        {"energy.deficit_kcal_per_day": st.sampled_from((-200, 0, 1, 500, 750, 751))}
    ),
    st.fixed_dictionaries({"energy.deficit_pct": st.sampled_from((-5, 0, 20, 25, 25.1))}),
)
_MAINTENANCE: Final = st.fixed_dictionaries(
    {
        "energy.physical_activity_level": st.sampled_from((1.2, 1.6)),
        "energy.maintenance_kcal_per_day": st.sampled_from((1800, 2000, 3000)),
    }
)
_PROTEIN: Final = st.one_of(
    st.fixed_dictionaries(
        {"nutrition.protein_g_per_kg": st.sampled_from((1.1, 1.2, 1.5, 1.6, 1.7, 2.2, 2.3))}
    ),
    st.fixed_dictionaries(
        {"nutrition.protein_g_per_day": st.sampled_from((60, 96, 128, 176, 200))}
    ),
)


def _course(started: int, lasts: int | None) -> Leaves:
    status = "active" if started <= 0 else "planned"
    course = {"sermorelin.started_on": day(started), "sermorelin.status": status}
    if lasts is None:
        return course
    course["sermorelin.stopped_on"] = day(started + lasts)
    return course if started + lasts > 0 else course | {"sermorelin.status": "stopped"}


_COURSE: Final = st.builds(
    _course,
    st.sampled_from((-140, -112, -112, -111, -70, -70, -70, -42, -41, -7, -6, 0, 1, 30)),
    st.sampled_from((None, None, None, 0, 30, 500)),
)


def _labs(analyte: str, unit: str, values: tuple[float, ...]) -> st.SearchStrategy[Leaves]:
    return st.fixed_dictionaries(
        {
            "analyte": st.just(analyte),
            "unit": st.just(unit),
            "value": st.sampled_from(values),
            "collected_on": st.sampled_from((-150, -120, -71, -64, -28, -1, 0, 1)).map(day),
            "reference_high": st.sampled_from((190, 245, 320)),
            "z_score": st.sampled_from((-1, 2, 2.1, 3, 3.1)),
        }
    )


_LABS: Final = st.builds(
    lambda *lists: [entry for entries in lists for entry in entries],
    st.lists(_labs("igf1", "ng/mL", (150, 200, 219, 220, 222, 223, 250, 300, 301)), max_size=2),
    st.lists(_labs("igf1", "ng/mL", (200, 229, 230, 239, 240, 270, 271, 350, 351)), max_size=2),
    st.lists(_labs("fasting_glucose", "mg/dL", (90, 99, 100, 110, 125, 126, 180)), max_size=2),
    st.lists(_labs("hba1c", "%", (5.6, 5.7, 6.4, 6.5, 7.9, 8)), max_size=1),
)
_BODY: Final = st.lists(
    st.fixed_dictionaries(
        {
            "method": st.sampled_from(("dxa", "dxa", "dxa", "bia")),
            "measured_on": st.sampled_from((-150, -115, -60, -1, 1)).map(day),
            "weight_kg": st.sampled_from((70, 75, 80, 85, 90)),
            "fat_free_mass_kg": st.sampled_from((50, 51, 52.5, 54)),
            "lean_soft_tissue_kg": st.sampled_from((47, 48, 49.5, 51)),
        }
    ),
    max_size=4,
)

LISTS: Final = ("labs", "body_composition")
FULL: Final[st.SearchStrategy[Leaves]] = st.builds(
    lambda *parts: {path: value for part in parts for path, value in part.items()},
    st.fixed_dictionaries(_SCALARS),
    _TIMING,
    _ENERGY,
    _MAINTENANCE,
    _PROTEIN,
    _COURSE,
    st.fixed_dictionaries({"labs": _LABS, "body_composition": _BODY}),
)
"""A case without an unknown leaf, as far as leaves do not exclude each other."""

SCALAR_PATHS: Final = (
    *_SCALARS,
    *_BY_CLOCK,
    *_BY_MINUTES,
    *_BY_DIFFERENCE,
    *_WAKE,
    "energy.deficit_kcal_per_day",
    "energy.deficit_pct",
    "energy.physical_activity_level",
    "energy.maintenance_kcal_per_day",
    "nutrition.protein_g_per_kg",
    "nutrition.protein_g_per_day",
    "sermorelin.started_on",
    "sermorelin.status",
)


def body_from(leaves: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON body that holds these leaves."""
    body: dict[str, Any] = {}
    for path, value in leaves.items():
        *blocks, name = path.split(".")
        inner = body
        for block in blocks:
            inner = inner.setdefault(block, {})
        inner[name] = value
    return body
