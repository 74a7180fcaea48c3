"""A plan that is inside the dosing window, for a patient about whom everything is known."""

from typing import Any, Final

from app.domain.dosing_window import DosingWindow, dosing_window
from app.domain.evaluation import evaluate
from tests.domain.given import day, facts_of

PLAN: Final[dict[str, Any]] = {
    "dose_mcg": 250,
    "route": "subcutaneous",
    "nights_per_week": 7,
    "started_on": day(-70),
    "minutes_before_sleep": 45,
    "fasting_hours_before": 3,
    "fasting_minutes_after": 60,
}
ABSOLUTE: Final = (
    "active_malignancy",
    "pregnant",
    "breastfeeding",
    "intracranial_lesion",
    "pituitary_disorder",
    "sermorelin_hypersensitivity",
    "mtc_or_men2_history",
)
SAFE: Final[dict[str, Any]] = {
    "sex": "female",
    "age_years": 50,
    "conditions": dict.fromkeys(
        (*ABSOLUTE, "cancer_history", "diabetes", "untreated_hypothyroidism"), False
    ),
    "symptoms": [],
}


def window(plan: dict[str, Any] | None = None, **blocks: Any) -> DosingWindow:  # noqa: ANN401
    """The window of the plan that is inside, but for the leaves that are given."""
    facts = facts_of(sermorelin=PLAN | (plan or {}), **({"patient": SAFE} | blocks))
    return dosing_window(facts, evaluate(facts))


def with_conditions(**conditions: object) -> dict[str, Any]:
    return SAFE | {"conditions": SAFE["conditions"] | conditions}
