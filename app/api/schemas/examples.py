"""Full cases shown in the OpenAPI document: inside, outside and contraindicated."""

from copy import deepcopy
from typing import Any, Final

from fastapi.openapi.models import Example

_INSIDE: Final[dict[str, Any]] = {
    "patient_ref": "p-1042",
    "as_of": "2026-06-01",
    "patient": {
        "sex": "female",
        "age_years": 52,
        "height_cm": 168,
        "weight_kg": 84.0,
        "conditions": {
            "active_malignancy": False,
            "cancer_history": False,
            "oncology_clearance": None,
            "diabetes": False,
            "pregnant": False,
            "breastfeeding": False,
            "untreated_hypothyroidism": False,
            "intracranial_lesion": False,
            "pituitary_disorder": False,
            "sermorelin_hypersensitivity": False,
            "mtc_or_men2_history": False,
            "tested_athlete": False,
            "postmenopausal": True,
        },
        "medications": [],
        "symptoms": [],
    },
    "sermorelin": {
        "dose_mcg": 250,
        "route": "subcutaneous",
        "nights_per_week": 7,
        "started_on": "2026-03-30",
        "planned_weeks": 26,
        "injection_time": "22:15",
        "sleep_time": "23:00",
        "wake_time": "07:00",
        "last_meal_end": "19:30",
        "next_meal_start": "07:30",
    },
    "glp1": {"drug": "none"},
    "energy": {"deficit_kcal_per_day": 500, "physical_activity_level": 1.5},
    "nutrition": {"protein_g_per_kg": 1.6, "meals_per_day": 4, "leucine_g_per_meal": 2.5},
    "training": {"resistance_sessions_per_week": 3},
    "labs": [
        {"analyte": "igf1", "value": 142, "unit": "ng/mL", "collected_on": "2026-03-23"},
        {
            "analyte": "igf1",
            "value": 178,
            "unit": "ng/mL",
            "collected_on": "2026-05-18",
            "reference_low": 52,
            "reference_high": 233,
        },
        {
            "analyte": "fasting_glucose",
            "value": 5.1,
            "unit": "mmol/L",
            "collected_on": "2026-05-18",
        },
    ],
    "body_composition": [
        {
            "method": "dxa",
            "measured_on": "2026-03-24",
            "weight_kg": 86.2,
            "fat_mass_kg": 35.3,
            "fat_free_mass_kg": 50.9,
        }
    ],
    "monitoring": {"dexa_baseline": True, "dexa_followup_week": 16, "igf1_draws": 2},
    "expectations": {"goal": "muscle_sparing", "result_week": 16},
    "projection_options": {"horizon_weeks": 26, "weight_loss_kg": 6.8},
}


def _outside() -> dict[str, Any]:
    case = deepcopy(_INSIDE)
    case["patient_ref"] = "p-1043"
    case["sermorelin"] |= {
        "dose_mcg": 600,
        "nights_per_week": 5,
        "injection_time": "08:00",
        "last_meal_end": "07:15",
        "next_meal_start": "08:10",
    }
    case["nutrition"] = {"protein_g_per_kg": 1.3}
    case["training"] = {"resistance_sessions_per_week": 1}
    return case


def _contraindicated() -> dict[str, Any]:
    case = deepcopy(_INSIDE)
    case["patient_ref"] = "p-1044"
    case["patient"]["conditions"] |= {"active_malignancy": True, "oncology_clearance": False}
    case["glp1"] = {"drug": "semaglutide", "dose_mg_per_week": 1.7}
    return case


CASES: Final[dict[str, dict[str, Any]]] = {
    "inside": _INSIDE,
    "outside": _outside(),
    "contraindicated": _contraindicated(),
}
CASE_EXAMPLES: Final[dict[str, Example]] = {
    "inside": {
        "summary": "A plan inside the window",
        "description": "Ten weeks into treatment, a stated weight loss.",
        "value": CASES["inside"],
    },
    "outside": {
        "summary": "A plan outside the window",
        "description": "Too high a dose, in the morning, soon after a meal, five nights a week.",
        "value": CASES["outside"],
    },
    "contraindicated": {
        "summary": "A contraindicated plan",
        "description": "Active malignancy: the verdict and the projection both say no.",
        "value": CASES["contraindicated"],
    },
}
