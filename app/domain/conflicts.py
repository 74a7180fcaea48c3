"""What a case may not say together: every contradiction between its own leaves."""

from collections.abc import Iterator
from typing import Final

from app.domain.case import BodyEntry, Case, Patient, Sermorelin
from app.domain.decimals import round_decimal
from app.domain.errors import Conflict, ConflictingCaseError
from app.domain.facts.treatment import status_by_dates
from app.domain.projection_thresholds import BODY_FAT_TOLERANCE, MOST_PROTEIN
from app.domain.units import PERCENT

_ROUNDING: Final = 1e-9
"""Slack for the rounding of a division, far below what anybody measures."""

_EXCLUSIVE_TIMING = (
    ("injection_minute", "minutes_before_sleep", "injection_time"),
    ("injection_minute", "time_of_day", "injection_time"),
    ("last_meal_end_minute", "fasting_hours_before", "last_meal_end"),
    ("next_meal_start_minute", "fasting_minutes_after", "next_meal_start"),
)


def check(case: Case) -> None:
    """Refuse a case that contradicts itself.

    Raises ConflictingCaseError naming every conflict (contract, section 1).
    """
    conflicts = (
        *_timing(case.sermorelin),
        *_dates(case),
        *_either_or(case),
        *_protein_per_kg(case),
        *_composition(case),
    )
    if conflicts:
        raise ConflictingCaseError(conflicts)


def _timing(sermorelin: Sermorelin) -> Iterator[Conflict]:
    for clock, difference, clock_name in _EXCLUSIVE_TIMING:
        if getattr(sermorelin, clock) is not None and getattr(sermorelin, difference) is not None:
            yield _both(f"/sermorelin/{difference}", clock_name)
    sleep, wake = sermorelin.sleep_minute, sermorelin.wake_minute
    if sleep is not None and sleep == wake:
        yield Conflict(
            "/sermorelin/wake_time", "equal-times", "wake_time must differ from sleep_time"
        )


def _dates(case: Case) -> Iterator[Conflict]:
    plan = case.sermorelin
    started, stopped = plan.started_on, plan.stopped_on
    if started is not None and stopped is not None and stopped < started:
        yield Conflict(
            "/sermorelin/stopped_on", "date-order", "stopped_on must not be before started_on"
        )
    elif not _status_is_possible(case):
        yield Conflict(
            "/sermorelin/status",
            "status-dates",
            "no choice of the missing dates gives this status on as_of",
        )


def _status_is_possible(case: Case) -> bool:
    """Whether some choice of the dates left out would give the stated status."""
    plan = case.sermorelin
    by_dates = status_by_dates(plan, case.as_of)
    if plan.status is None or by_dates is None:
        # No start is known and no stop has passed: only "stopped" with a stop ahead is impossible.
        return plan.status != "stopped" or plan.stopped_on is None
    if plan.status == "stopped" and by_dates == "active":
        return plan.stopped_on is None
    return plan.status == by_dates


def _either_or(case: Case) -> Iterator[Conflict]:
    energy, nutrition = case.energy, case.nutrition
    if energy.deficit_kcal_per_day is not None and energy.deficit_pct is not None:
        yield _both("/energy/deficit_pct", "deficit_kcal_per_day")
    if nutrition.protein_g_per_kg is not None and nutrition.protein_g_per_day is not None:
        yield _both("/nutrition/protein_g_per_day", "protein_g_per_kg")


def _protein_per_kg(case: Case) -> Iterator[Conflict]:
    per_day, weight = case.nutrition.protein_g_per_day, case.patient.weight_kg
    if per_day is None or weight is None:
        return
    if round_decimal(per_day / weight) > MOST_PROTEIN.value:
        yield Conflict(
            "/nutrition/protein_g_per_day",
            "protein-out-of-range",
            f"more than {MOST_PROTEIN:bare} g per kg of body weight a day",
        )


def _composition(case: Case) -> Iterator[Conflict]:
    for index, entry in enumerate(case.body_composition or ()):
        if _fat_disagrees(entry, case.patient):
            yield Conflict(
                f"/body_composition/{index}/body_fat_pct",
                "fat-mismatch",
                f"fat_mass_kg and body_fat_pct are more than {BODY_FAT_TOLERANCE:bare} point apart",
            )


def _fat_disagrees(entry: BodyEntry, patient: Patient) -> bool:
    if entry.fat_mass_kg is None or entry.body_fat_pct is None:
        return False
    weight = _weight_kg(entry, patient)
    if weight is None:
        return False
    apart = abs(PERCENT * entry.fat_mass_kg / weight - entry.body_fat_pct)
    return apart > BODY_FAT_TOLERANCE.value + _ROUNDING


def _weight_kg(entry: BodyEntry, patient: Patient) -> float | None:
    """Body weight on the day of the entry: as measured, else its parts, else that of today."""
    if entry.weight_kg is not None:
        return entry.weight_kg
    if entry.fat_mass_kg is not None and entry.fat_free_mass_kg is not None:
        return entry.fat_mass_kg + entry.fat_free_mass_kg
    return patient.weight_kg


def _both(pointer: str, other: str) -> Conflict:
    return Conflict(pointer, "either-or", f"cannot be given together with {other}")
