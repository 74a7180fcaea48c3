"""Where the sermorelin treatment stands: status and whole weeks."""

from datetime import date
from typing import Final

from app.domain.case import Sermorelin, Status
from app.domain.units import DAYS_PER_WEEK
from app.domain.value import value

NO_SERMORELIN: Final = Sermorelin()


@value
class Treatment:
    """The status as far as it is known; every flag None is unknown."""

    status: Status | None
    planned: bool | None
    active: bool | None
    stopped: bool | None
    planned_or_active: bool | None
    weeks_on_treatment: int | None


NO_TREATMENT: Final = Treatment(
    status=None,
    planned=False,
    active=False,
    stopped=False,
    planned_or_active=False,
    weeks_on_treatment=None,
)


def treatment_of(sermorelin: Sermorelin, as_of: date) -> Treatment:
    """Derive the treatment facts on the day `as_of` (contract, section 1).

    A block without a known leaf counts as none: then every status is false.
    """
    # A dose is nearly always there: asking for it first saves comparing every leaf.
    if sermorelin.dose_mcg is None and sermorelin == NO_SERMORELIN:
        return NO_TREATMENT
    status = sermorelin.status or status_by_dates(sermorelin, as_of)
    if status is None:
        # A stop that lies ahead rules `stopped` out even where nothing else is known.
        stopped = None if sermorelin.stopped_on is None else False
        planned_or_active = True if sermorelin.dose_mcg is not None else None
        return Treatment(None, None, None, stopped, planned_or_active, None)
    return Treatment(
        status,
        status == "planned",
        status == "active",
        status == "stopped",
        status != "stopped",
        _weeks(sermorelin, status, as_of),
    )


def status_by_dates(sermorelin: Sermorelin, as_of: date) -> Status | None:
    """The status that the dates alone give, or None where they do not tell."""
    if sermorelin.stopped_on is not None and sermorelin.stopped_on <= as_of:
        return "stopped"
    if sermorelin.started_on is None:
        return None
    return "active" if sermorelin.started_on <= as_of else "planned"


def _weeks(sermorelin: Sermorelin, status: Status, as_of: date) -> int | None:
    if status == "planned":
        return 0
    if sermorelin.started_on is None:
        return None
    until = as_of
    if sermorelin.stopped_on is not None and sermorelin.stopped_on < as_of:
        until = sermorelin.stopped_on
    return (until - sermorelin.started_on).days // DAYS_PER_WEEK
