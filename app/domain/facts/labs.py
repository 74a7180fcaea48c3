"""Latest, baseline and current value of one analyte, and its rise."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.case import Analyte, LabEntry
from app.domain.facts.treatment import Treatment


@dataclass(frozen=True, slots=True)
class Series:
    """One analyte over time.

    `recorded`: None where the labs are unknown, False where none of this analyte is recorded.
    `has_baseline`, `has_current`: None where a missing date keeps it open.
    `current_week` is whole weeks from the start of treatment to the current draw.
    `latest_index` is the place of the latest entry in the case's list.
    """

    recorded: bool | None
    latest: LabEntry | None = None
    latest_index: int | None = None
    has_baseline: bool | None = None
    baseline: float | None = None
    has_current: bool | None = None
    current: float | None = None
    current_week: int | None = None
    rise_pct: float | None = None


UNKNOWN: Final = Series(recorded=None)
NONE_RECORDED: Final = Series(recorded=False, has_baseline=False, has_current=False)


def series_of(
    labs: tuple[LabEntry, ...] | None,
    analyte: Analyte,
    *,
    as_of: date,
    treatment: Treatment,
    started_on: date | None,
    stopped_on: date | None,
) -> Series:
    """Derive one analyte's series (contract, section 1); entries after `as_of` are ignored."""
    if labs is None:
        return UNKNOWN
    entries = [
        (entry, index)
        for index, entry in enumerate(labs)
        if entry.analyte == analyte and entry.collected_on <= as_of
    ]
    if not entries:
        return NONE_RECORDED
    latest, latest_index = max(entries, key=lambda pair: _rank(pair[0]))
    if treatment.planned:
        return Series(
            recorded=True,
            latest=latest,
            latest_index=latest_index,
            has_baseline=True,
            baseline=latest.value,
            has_current=False,
        )
    if started_on is None:
        return Series(recorded=True, latest=latest, latest_index=latest_index)
    until = as_of if stopped_on is None else min(as_of, stopped_on)
    baseline = _last(entry for entry, _ in entries if entry.collected_on <= started_on)
    current = _last(entry for entry, _ in entries if started_on < entry.collected_on <= until)
    return Series(
        recorded=True,
        latest=latest,
        latest_index=latest_index,
        has_baseline=baseline is not None,
        baseline=baseline.value if baseline else None,
        has_current=current is not None,
        current=current.value if current else None,
        current_week=(current.collected_on - started_on).days // 7 if current else None,
        rise_pct=_rise_pct(baseline, current),
    )


def _rank(entry: LabEntry) -> tuple[date, float, float, float]:
    # The last day counts, of one day the higher value; among equals the more alarming context.
    z_score = float("-inf") if entry.z_score is None else entry.z_score
    reference = float("inf") if entry.reference_high is None else entry.reference_high
    return entry.collected_on, entry.value, z_score, -reference


def _last(entries: Iterable[LabEntry]) -> LabEntry | None:
    return max(entries, key=_rank, default=None)


def _rise_pct(baseline: LabEntry | None, current: LabEntry | None) -> float | None:
    if baseline is None or current is None:
        return None
    rise = 100 * (current.value - baseline.value) / baseline.value
    # A vanishing baseline may not turn into an infinity that no JSON can carry.
    return min(rise, sys.float_info.max)
