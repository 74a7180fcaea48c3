"""Bodies for the body-weight model shown in the OpenAPI document."""

from typing import Any, Final

from fastapi.openapi.models import Example

_PERSON: Final[dict[str, Any]] = {
    "sex": "female",
    "age_years": 45,
    "height_cm": 168,
    "weight_kg": 84,
    "physical_activity_level": 1.5,
    "body_fat_pct": 38,
}

PHASES: Final[dict[str, Any]] = {
    **_PERSON,
    "intake_changes": [
        {"from_day": 0, "kcal_per_day": -600},
        {"from_day": 84, "kcal_per_day": -130},
        {"from_day": 98, "kcal_per_day": -600},
        {"from_day": 154, "kcal_per_day": -190},
    ],
    "days": 336,
    "report_days": [0, 84, 98, 154, 182, 245, 336],
}

COURSE_EXAMPLES: Final[dict[str, Example]] = {
    "constant": {
        "summary": "500 kcal a day less for a year",
        "value": {
            **_PERSON,
            "intake_changes": [{"from_day": 0, "kcal_per_day": -500}],
            "days": 364,
        },
    },
    "phases": {
        "summary": "A diet with a break, then maintenance",
        "description": "Twelve weeks of deficit, two weeks near the intake that holds the weight "
        "reached, eight weeks of deficit, then half a year of holding it. Every entry is a "
        "difference from the maintenance of the start, which is too much after a loss.",
        "value": PHASES,
    },
}

GOAL_EXAMPLES: Final[dict[str, Example]] = {
    "lose": {
        "summary": "From 84 to 77 kg in half a year",
        "value": {**_PERSON, "goal_weight_kg": 77, "days": 182},
    },
    "more-activity": {
        "summary": "The same with a fifth more activity",
        "value": {**_PERSON, "goal_weight_kg": 77, "days": 182, "activity_change_pct": 20},
    },
}
