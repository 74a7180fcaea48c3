"""Whole bodies of a case for property tests: each leaf on an edge, in its range, or left out."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

from tests.api.schemas.leaves import CHOICE_LISTS, CHOICES, CLOCKS, FLAGS, NUMBERS, UNITS, WHOLES
from tests.domain.given import day

Body: TypeAlias = dict[str, Any]

_EDGES: Final[Mapping[str, tuple[float, ...]]] = {
    "patient.height_cm": (150, 160, 170, 180, 190),
    "patient.weight_kg": (45, 60, 75, 90, 105, 120),
    "sermorelin.dose_mcg": (0, 19, 20, 199, 200, 250, 300, 301, 500, 501, 2001),
    "sermorelin.planned_weeks": (12, 15.9, 16, 26),
    "sermorelin.minutes_before_sleep": (-30, 0, 29, 30, 45, 60, 61, 240, 241),
    "sermorelin.fasting_hours_before": (1.9, 2, 3, 3.9, 4),
    "sermorelin.fasting_minutes_after": (0, 29, 30, 60),
    "glp1.dose_mg_per_week": (0.25, 1, 1.1, 2.4, 2.5, 15, 16),
    "energy.deficit_kcal_per_day": (-200, 0, 1, 500, 750, 751),
    "energy.deficit_pct": (-5, 0, 20, 25, 25.1),
    "nutrition.protein_g_per_kg": (1.1, 1.2, 1.5, 1.6, 1.7, 2.2, 2.3),
    "nutrition.protein_g_per_day": (60, 96, 128, 176),
    "nutrition.leucine_g_per_meal": (2.4, 2.5, 3),
    "monitoring.dexa_followup_week": (15.9, 16),
    "expectations.result_week": (11.9, 12),
    "projection_options.weight_loss_kg": (0.5, 5, 12),
}
_WHOLE_EDGES: Final[Mapping[str, tuple[int, ...]]] = {
    "patient.age_years": (17, 18, 39, 40, 60, 61, 64, 65),
    "sermorelin.nights_per_week": (4, 5, 6, 7),
    "nutrition.meals_per_day": (3, 4, 5, 6),
    "training.resistance_sessions_per_week": (0, 1, 2, 3),
    "monitoring.igf1_draws": (0, 1, 3),
    "projection_options.horizon_weeks": (16, 26, 52),
}
EXCLUSIVE: Final = (
    ("sermorelin.injection_time", "sermorelin.minutes_before_sleep", "sermorelin.time_of_day"),
    ("sermorelin.last_meal_end", "sermorelin.fasting_hours_before"),
    ("sermorelin.next_meal_start", "sermorelin.fasting_minutes_after"),
    ("energy.deficit_kcal_per_day", "energy.deficit_pct"),
    ("nutrition.protein_g_per_kg", "nutrition.protein_g_per_day"),
)
"""The first of each excludes the others; minutes and time of day may go together."""


def _number(path: str) -> st.SearchStrategy[float]:
    """An edge of the rules more often than not, else anything the contract accepts."""
    if path not in NUMBERS:
        return st.sampled_from(_EDGES[path])
    low, high = NUMBERS[path]
    edges = st.sampled_from(_EDGES.get(path, (low, (low + high) / 2, high)))
    return st.one_of(edges, edges, st.floats(low, high))


def _whole(path: str) -> st.SearchStrategy[int]:
    edges = st.sampled_from(_WHOLE_EDGES[path])
    return st.one_of(edges, edges, st.integers(*WHOLES[path]))


def _leaves() -> dict[str, st.SearchStrategy[Any]]:
    scalar = [path for path in (*NUMBERS, "projection_options.weight_loss_kg") if "." in path]
    clock = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
    night = st.sampled_from(("21:00", "22:15", "22:30", "23:00", "19:30", "07:30"))
    return {
        **{path: _number(path) for path in scalar if ".0." not in path},
        **{path: _whole(path) for path in WHOLES},
        **{path: st.booleans() for path in FLAGS if path != "options.external_evidence"},
        **dict.fromkeys(CLOCKS, st.one_of(night, clock)),
        **{
            path: st.sampled_from(one)
            for path, one in CHOICES.items()
            if ".0." not in path and path != "sermorelin.status"
        },
        **{
            path: st.lists(st.sampled_from(several), max_size=3, unique=True)
            for path, several in CHOICE_LISTS.items()
        },
    }


LEAVES: Final = _leaves()
"""Every leaf outside the lists, the course and the option of outside evidence, by path."""

_DAYS: Final = st.sampled_from((-150, -120, -112, -111, -70, -43, -42, -41, -7, -1, 0, 1, 30))
_VALUES: Final = {
    "igf1": st.sampled_from((140, 150, 180, 200, 219, 220, 223, 240, 250, 264, 300, 301, 350, 351)),
    "igfbp3": st.sampled_from((3000, 4000)),
    "fasting_glucose": st.sampled_from((85, 95, 99, 100, 110, 125, 126, 179, 180)),
    "hba1c": st.sampled_from((5.2, 5.6, 5.7, 6.4, 6.5, 7.9, 8)),
}
"""In the canonical unit."""


def labs() -> st.SearchStrategy[list[Body]]:
    """Results in the canonical units, with context or without."""
    canonical = {"igf1": "ng/mL", "igfbp3": "ng/mL", "fasting_glucose": "mg/dL", "hba1c": "%"}
    assert all(unit in UNITS[analyte] for analyte, unit in canonical.items())
    entries = [
        st.fixed_dictionaries(
            {
                "analyte": st.just(analyte),
                "unit": st.just(canonical[analyte]),
                "value": values,
                "collected_on": _DAYS.map(day),
            },
            optional={
                "reference_high": st.sampled_from((190, 245, 320)),
                "z_score": st.sampled_from((-1, 2, 2.1, 3, 3.1)),
            },
        )
        for analyte, values in _VALUES.items()
    ]
    return st.lists(st.one_of(entries[0], entries[0], *entries), max_size=6)


def body_composition() -> st.SearchStrategy[list[Body]]:
    """Measurements without a fat mass, so that none can contradict itself."""
    entry = st.fixed_dictionaries(
        {"method": st.sampled_from(("dxa", "dxa", "bia")), "measured_on": _DAYS.map(day)},
        optional={
            "weight_kg": st.sampled_from((70, 75, 80, 85, 90)),
            "fat_free_mass_kg": st.sampled_from((50, 51, 52.5, 54)),
            "lean_soft_tissue_kg": st.sampled_from((47, 48, 49.5, 51)),
        },
    )
    return st.lists(entry, max_size=4)


_COURSE: Final[st.SearchStrategy[Body]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"sermorelin.status": st.sampled_from(CHOICES["sermorelin.status"])}),
    st.fixed_dictionaries(
        {"sermorelin.started_on": _DAYS.map(day)},
        optional={"sermorelin.stopped_on": st.sampled_from((30, 60)).map(day)},
    ),
    st.fixed_dictionaries(
        {"sermorelin.started_on": st.sampled_from((-112, -70, -42)).map(day)},
        optional={"sermorelin.stopped_on": st.sampled_from((-41, -1, 0)).map(day)},
    ),
)


def bodies(*, consistent: bool = True) -> st.SearchStrategy[Body]:
    """Bodies of a case on 2026-06-01, outside evidence on.

    Half of them leave no leaf out, as far as leaves allow each other. A consistent one gives no
    two leaves that exclude each other; a few still contradict themselves in their dates, their
    times or their protein.
    """
    return st.builds(
        _assemble,
        st.one_of(st.fixed_dictionaries({}, optional=LEAVES), st.fixed_dictionaries(LEAVES)),
        _COURSE,
        st.tuples(*(st.booleans() for _ in EXCLUSIVE)),
        st.one_of(st.none(), labs(), labs()),
        st.one_of(st.none(), body_composition(), body_composition()),
        consistent=st.just(consistent),
    )


def _assemble(
    leaves: Body,
    course: Body,
    by_clock: tuple[bool, ...],
    lab_list: list[Body] | None,
    body_list: list[Body] | None,
    *,
    consistent: bool,
) -> Body:
    kept = leaves | course
    if consistent:
        for (first, *others), keeps_first in zip(EXCLUSIVE, by_clock, strict=True):
            for path in others if keeps_first else (first,):
                kept.pop(path, None)
    lists = {"labs": lab_list, "body_composition": body_list}
    return nested(kept) | {name: entries for name, entries in lists.items() if entries is not None}


def nested(leaves: Mapping[str, Any]) -> Body:
    """The body that holds these leaves, given by dotted path."""
    body: Body = {}
    for path, value in leaves.items():
        put(body, path, value)
    return body


def put(body: Body, path: str, value: Any) -> None:  # noqa: ANN401 # a leaf of JSON
    """Set one leaf in place."""
    *blocks, name = path.split(".")
    for block in blocks:
        body = body.setdefault(block, {})
    body[name] = value


def rivals(path: str) -> tuple[str, ...]:
    """The leaves that may not be given beside this one."""
    for first, *others in EXCLUSIVE:
        if path == first:
            return tuple(others)
        if path in others:
            return (first,)
    return ()
