"""A case with a value in every leaf that can be told from all other text."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

from app.api.schemas.case import CaseIn

BY_CLOCK: Final[dict[str, Any]] = {
    "patient_ref": "canary.ref-5c1f93e7",
    "as_of": "2031-10-07",
    "patient": {
        "sex": "female",
        "age_years": 53,
        "height_cm": 168.70413,
        "weight_kg": 84.90271,
        "conditions": {
            **dict.fromkeys(("active_malignancy", "cancer_history", "pregnant"), False),
            **dict.fromkeys(("breastfeeding", "untreated_hypothyroidism"), False),
            **dict.fromkeys(("intracranial_lesion", "pituitary_disorder"), False),
            **dict.fromkeys(("sermorelin_hypersensitivity", "mtc_or_men2_history"), False),
            **dict.fromkeys(("oncology_clearance", "diabetes", "tested_athlete"), True),
            "postmenopausal": True,
        },
        "medications": ["somatostatin_analogue", "antimuscarinic"],
        "symptoms": ["injection_site_reaction", "fasting_hyperglycaemia"],
    },
    "sermorelin": {
        "dose_mcg": 287.61809,
        "route": "intramuscular",
        "nights_per_week": 6,
        "started_on": "2031-06-09",
        "stopped_on": "2031-12-13",
        "status": "active",
        "planned_weeks": 27.31907,
        "dose_increase_planned": True,
        "stopping": False,
        "injection_time": "22:17",
        "sleep_time": "23:04",
        "wake_time": "07:26",
        "last_meal_end": "19:38",
        "next_meal_start": "07:53",
    },
    "glp1": {"drug": "tirzepatide", "dose_mg_per_week": 7.60318},
    "energy": {
        "deficit_kcal_per_day": 512.80637,
        "physical_activity_level": 1.53719,
        "maintenance_kcal_per_day": 2143.70259,
    },
    "nutrition": {"protein_g_per_kg": 1.47203, "meals_per_day": 4, "leucine_g_per_meal": 2.71306},
    "training": {"resistance_sessions_per_week": 3},
    "labs": [
        {
            "analyte": "igf1",
            "unit": "ng/mL",
            "value": 193.80427,
            "collected_on": "2031-09-11",
            "reference_low": 81.30629,
            "reference_high": 267.40813,
            "z_score": 0.31807,
        }
    ],
    "body_composition": [
        {
            "method": "dxa",
            "measured_on": "2031-08-14",
            "weight_kg": 86.10793,
            "fat_mass_kg": 32.10467,
            "body_fat_pct": 37.30849,
            "fat_free_mass_kg": 54.00321,
            "lean_soft_tissue_kg": 51.70983,
        }
    ],
    "monitoring": {"dexa_baseline": True, "dexa_followup_week": 17.60239, "igf1_draws": 3},
    "expectations": {"goal": "muscle_sparing", "result_week": 13.70461},
    "projection_options": {
        "horizon_weeks": 31,
        "weight_loss_kg": 9.20687,
        "strict_effect_ceiling": True,
    },
    "options": {"external_evidence": True},
}
_OTHERWISE: Final[dict[str, Any]] = {
    "minutes_before_sleep": 43.80651,
    "fasting_hours_before": 2.60953,
    "fasting_minutes_after": 38.10877,
    "time_of_day": "bedtime",
}
_CLOCK: Final = ("injection_time", "last_meal_end", "next_meal_start")
BY_DIFFERENCE: Final[dict[str, Any]] = BY_CLOCK | {
    "sermorelin": {k: v for k, v in BY_CLOCK["sermorelin"].items() if k not in _CLOCK} | _OTHERWISE,
    "energy": {"deficit_pct": 21.60439, "physical_activity_level": 1.53719},
    "nutrition": {"protein_g_per_day": 124.70851},
}
CONTRADICTING: Final[dict[str, Any]] = BY_CLOCK | {
    "sermorelin": BY_CLOCK["sermorelin"] | _OTHERWISE | {"wake_time": "23:04"},
    "energy": BY_CLOCK["energy"] | BY_DIFFERENCE["energy"],
    "nutrition": BY_CLOCK["nutrition"] | BY_DIFFERENCE["nutrition"],
}

Path = tuple[str | int, ...]


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every value with its place."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path, value


def names(model: type[BaseModel] = CaseIn, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every leaf that a case can have; entries of a list count as one."""
    for name, field in model.model_fields.items():
        inner = [each for each in _inner(field.annotation) if each is not NoneType]
        shapes = [each for each in inner if isinstance(each, type) and issubclass(each, BaseModel)]
        if shapes:
            yield from names(shapes[0], (*path, name))
        else:
            yield (*path, name)


def _inner(annotation: object) -> Iterator[object]:
    if get_origin(annotation) in {list, UnionType}:
        for each in get_args(annotation):
            yield from _inner(each)
    else:
        yield annotation


def tokens(*cases: dict[str, Any]) -> set[str]:
    """The values by which a case would be known again: fractions, days, clock times, the name.

    A choice, a flag or a small whole number stands in other text too, and cannot be told apart.
    """
    found: set[str] = set()
    for case in cases:
        for _, value in leaves(case):
            if isinstance(value, float):
                found.add(str(value))
            elif isinstance(value, str) and (":" in value or "canary" in value or value[0] == "2"):
                found.add(value)
    return found


def replaced(case: object, path: Path, value: object) -> Any:  # noqa: ANN401 - JSON
    """The case with another value at one place."""
    if not path:
        return value
    here, *rest = path
    if isinstance(case, dict):
        return case | {here: replaced(case[here], tuple(rest), value)}
    assert isinstance(case, list)
    assert isinstance(here, int)
    return [*case[:here], replaced(case[here], tuple(rest), value), *case[here + 1 :]]
