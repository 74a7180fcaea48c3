"""Latest, baseline and current value of one analyte, and its rise."""

import sys
from dataclasses import replace
from datetime import date
from math import inf
from typing import Final

from app.domain.case import Analyte, LabEntry
from app.domain.decimals import as_on_paper
from app.domain.facts.treatment import Treatment
from app.domain.value import value

HIGHEST_USUAL_Z: Final = 2.0
"""Upper end of a 95 % reference range, in standard deviations."""


@value
class Series:
    """One analyte over time.

    `recorded`: None where the labs are unknown, False where none of this analyte is recorded.
    `has_baseline`, `has_current`: None where a missing date keeps it open.
    `current_week` is whole weeks from the start of treatment to the current draw.
    `latest_index` is the place of the latest entry in the case's list.
    `start_missing`: inputs that would tell a baseline from a current value, where that is open.
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
    start_missing: tuple[str, ...] = ()


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
    undated = started_on is None and not treatment.planned
    asked = _start_missing(treatment) if undated else ()
    if labs is None:
        return Series(recorded=None, start_missing=asked) if asked else UNKNOWN
    # A planned treatment starts no earlier than today. Without a start there is no baseline to
    # find; that is said below, where the rest is known.
    start = as_of if treatment.planned or started_on is None else started_on
    until = as_of if stopped_on is None or stopped_on > as_of else stopped_on
    latest_index, baseline, current = _picked(labs, analyte, as_of=as_of, start=start, until=until)
    if latest_index is None:
        return replace(NONE_RECORDED, start_missing=asked) if asked else NONE_RECORDED
    latest = labs[latest_index]
    if undated:
        return Series(recorded=True, latest=latest, latest_index=latest_index, start_missing=asked)
    return _dated(latest, latest_index, baseline, current, start)


def _start_missing(treatment: Treatment) -> tuple[str, ...]:
    status = ("sermorelin.status",) if treatment.status is None else ()
    return ("sermorelin.started_on", *status)


def _picked(
    labs: tuple[LabEntry, ...], analyte: Analyte, *, as_of: date, start: date, until: date
) -> tuple[int | None, LabEntry | None, LabEntry | None]:
    """The place of the latest entry, the last one up to `start`, and the last one after it.

    One pass, since a case may hold a hundred entries and has three analytes.
    """
    latest = latest_index = baseline = current = None
    for index, entry in enumerate(labs):
        if entry.analyte != analyte or entry.collected_on > as_of:
            continue
        if latest is None or _outranks(entry, latest):
            latest, latest_index = entry, index
        if entry.collected_on <= start:
            baseline = entry if baseline is None or _outranks(entry, baseline) else baseline
        elif entry.collected_on <= until:
            current = entry if current is None or _outranks(entry, current) else current
    return latest_index, baseline, current


def _outranks(entry: LabEntry, other: LabEntry) -> bool:
    """Whether `entry` counts rather than `other`: the last day does, of one day the higher value.

    Of equal values the one with the more alarming context counts.
    """
    if entry.collected_on != other.collected_on:
        return entry.collected_on > other.collected_on
    return (entry.value, *_context(entry)) > (other.value, *_context(other))


def _context(entry: LabEntry) -> tuple[bool, float, float]:
    z_score = -inf if entry.z_score is None else entry.z_score
    reference = inf if entry.reference_high is None else entry.reference_high
    return entry.value > reference or z_score > HIGHEST_USUAL_Z, z_score, -reference


def _dated(
    latest: LabEntry,
    latest_index: int,
    baseline: LabEntry | None,
    current: LabEntry | None,
    start: date,
) -> Series:
    return Series(
        latest is not None,  # `recorded`; by name it would take twice the time
        latest,
        latest_index,
        baseline is not None,
        None if baseline is None else baseline.value,
        current is not None,
        None if current is None else current.value,
        None if current is None else (current.collected_on - start).days // 7,
        None if baseline is None or current is None else _rise_pct(baseline.value, current.value),
    )


def _rise_pct(baseline: float, current: float) -> float:
    # Of the ratio, so that small values keep their digits; no wild one may turn into an infinity
    # that no JSON can carry.
    return as_on_paper(min(100 * (current / baseline - 1), sys.float_info.max))
