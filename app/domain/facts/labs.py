"""Latest, baseline and current value of one analyte, and its rise."""

import sys
from dataclasses import replace
from datetime import date
from math import inf
from typing import Final, TypeAlias

from app.domain.case import Analyte, LabEntry
from app.domain.decimals import round_decimal
from app.domain.facts.treatment import Treatment
from app.domain.thresholds import Z_USUAL
from app.domain.units import DAYS_PER_WEEK, PERCENT
from app.domain.value import value


@value
class Series:
    """One analyte over time.

    `recorded`: None where the labs are unknown, False where none of this analyte is recorded.
    `has_baseline`, `has_current`: None where a missing date keeps it open.
    `current_week` is whole weeks from the start of treatment to the current draw.
    `latest_index` is the place of the latest entry in the case's list; its value, upper reference
    bound and z-score stand beside it, since many rules read them.
    `start_missing`: inputs that would tell a baseline from a current value, where that is open.
    """

    recorded: bool | None
    latest: LabEntry | None = None
    latest_index: int | None = None
    latest_value: float | None = None
    reference_high: float | None = None
    z_score: float | None = None
    has_baseline: bool | None = None
    baseline: float | None = None
    has_current: bool | None = None
    current: float | None = None
    current_week: int | None = None
    rise_pct: float | None = None
    start_missing: tuple[str, ...] = ()


UNKNOWN: Final = Series(recorded=None)
NONE_RECORDED: Final = Series(recorded=False, has_baseline=False, has_current=False)
_Indexed: TypeAlias = tuple[int, LabEntry]


def series_of(
    labs: tuple[LabEntry, ...] | None,
    *,
    as_of: date,
    treatment: Treatment,
    started_on: date | None,
    stopped_on: date | None,
) -> tuple[Series, Series, Series]:
    """Derive the series of IGF-1, fasting glucose and HbA1c (contract, section 1).

    Entries after `as_of` are ignored.
    """
    undated = started_on is None and not treatment.planned
    asked = _start_missing(treatment) if undated else ()
    if labs is None:
        unknown = Series(recorded=None, start_missing=asked) if asked else UNKNOWN
        return unknown, unknown, unknown
    # One pass, since a case may hold a hundred entries.
    igf1: list[_Indexed] = []
    glucose: list[_Indexed] = []
    hba1c: list[_Indexed] = []
    kept: dict[Analyte, list[_Indexed]] = {"igf1": igf1, "fasting_glucose": glucose, "hba1c": hba1c}
    for index, entry in enumerate(labs):
        if entry.collected_on <= as_of and entry.analyte in kept:
            kept[entry.analyte].append((index, entry))
    if undated:
        return _undated(igf1, asked), _undated(glucose, asked), _undated(hba1c, asked)
    # A planned treatment starts no earlier than today.
    start = as_of if treatment.planned or started_on is None else started_on
    until = as_of if stopped_on is None or stopped_on > as_of else stopped_on
    return _dated(igf1, start, until), _dated(glucose, start, until), _dated(hba1c, start, until)


def _start_missing(treatment: Treatment) -> tuple[str, ...]:
    status = ("sermorelin.status",) if treatment.status is None else ()
    return ("sermorelin.started_on", *status)


def _undated(entries: list[_Indexed], asked: tuple[str, ...]) -> Series:
    """Without a start there is no baseline to find."""
    if not entries:
        return replace(NONE_RECORDED, start_missing=asked) if asked else NONE_RECORDED
    index, latest = entries[0]
    for each, entry in entries[1:]:
        if _outranks(entry, latest):
            index, latest = each, entry
    return Series(
        recorded=True,
        latest=latest,
        latest_index=index,
        latest_value=latest.value,
        reference_high=latest.reference_high,
        z_score=latest.z_score,
        start_missing=asked,
    )


def _dated(entries: list[_Indexed], start: date, until: date) -> Series:
    """The baseline is the last entry up to `start`, the current one the last after it."""
    baseline = current = later = None
    for pair in entries:
        entry = pair[1]
        if entry.collected_on <= start:
            if baseline is None or _outranks(entry, baseline[1]):
                baseline = pair
        elif entry.collected_on <= until:
            if current is None or _outranks(entry, current[1]):
                current = pair
        elif later is None or _outranks(entry, later[1]):
            later = pair
    latest = later or current or baseline
    if latest is None:
        return NONE_RECORDED
    return Series(
        True,  # noqa: FBT003 # `recorded`; by name it would take twice the time
        entry := latest[1],
        latest[0],
        entry.value,
        entry.reference_high,
        entry.z_score,
        baseline is not None,
        None if baseline is None else baseline[1].value,
        current is not None,
        None if current is None else current[1].value,
        None if current is None else (current[1].collected_on - start).days // DAYS_PER_WEEK,
        None
        if baseline is None or current is None
        else _rise_pct(baseline[1].value, current[1].value),
    )


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
    return entry.value > reference or z_score > Z_USUAL.value, z_score, -reference


def _rise_pct(baseline: float, current: float) -> float:
    # Of the ratio, so that small values keep their digits; no wild one may turn into an infinity
    # that no JSON can carry.
    return round_decimal(min(PERCENT * (current / baseline - 1), sys.float_info.max))
