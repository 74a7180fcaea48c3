"""Latest, baseline and current value of one analyte, and its rise."""

import sys
from datetime import date
from math import isfinite
from typing import Final, NamedTuple

from app.domain.case import Analyte, LabEntry
from app.domain.facts.treatment import Treatment


class Series(NamedTuple):
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
        (index, entry)
        for index, entry in enumerate(labs)
        if entry.analyte == analyte and entry.collected_on <= as_of
    ]
    if not entries:
        return NONE_RECORDED
    latest_index, latest = _last(entries)
    if treatment.planned:
        return _dated(latest, latest_index, latest, None, started_on)
    if started_on is None:
        return Series(recorded=True, latest=latest, latest_index=latest_index)
    until = as_of if stopped_on is None else min(as_of, stopped_on)
    before = [pair for pair in entries if pair[1].collected_on <= started_on]
    after = [pair for pair in entries if started_on < pair[1].collected_on <= until]
    return _dated(
        latest,
        latest_index,
        _last(before)[1] if before else None,
        _last(after)[1] if after else None,
        started_on,
    )


def _dated(
    latest: LabEntry,
    latest_index: int | None,
    baseline: LabEntry | None,
    current: LabEntry | None,
    started_on: date | None,
) -> Series:
    week = None
    if current is not None and started_on is not None:
        week = (current.collected_on - started_on).days // 7
    return Series(
        recorded=True,
        latest=latest,
        latest_index=latest_index,
        has_baseline=baseline is not None,
        baseline=None if baseline is None else baseline.value,
        has_current=current is not None,
        current=None if current is None else current.value,
        current_week=week,
        rise_pct=_rise_pct(baseline, current),
    )


def _last(entries: list[tuple[int, LabEntry]]) -> tuple[int, LabEntry]:
    return max(entries, key=_rank) if entries[1:] else entries[0]


def _rank(pair: tuple[int, LabEntry]) -> tuple[date, float, float, float]:
    # The last day counts, of one day the higher value; among equals the more alarming context.
    _, entry = pair
    z_score = float("-inf") if entry.z_score is None else entry.z_score
    reference = float("inf") if entry.reference_high is None else entry.reference_high
    return entry.collected_on, entry.value, z_score, -reference


def _rise_pct(baseline: LabEntry | None, current: LabEntry | None) -> float | None:
    if baseline is None or current is None:
        return None
    change = current.value - baseline.value
    # No wild value may turn into an infinity that no JSON can carry.
    times_100 = 100 * change
    rise = times_100 / baseline.value if isfinite(times_100) else 100 * (change / baseline.value)
    return min(rise, sys.float_info.max)
