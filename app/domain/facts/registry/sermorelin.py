"""The sermorelin plan: dose, route and course."""

from typing import Final

from app.domain.facts.fact import Fact, Input, derived, inner, leaf
from app.domain.facts.facts import Facts
from app.domain.thresholds import NIGHTS
from app.domain.units import PERCENT

DOSE_INPUT: Final = Input(
    path="sermorelin.dose_mcg",
    label="dose",
    question="How much sermorelin is injected a night?",
    answer="number",
    unit="ug",
)
ROUTE_INPUT: Final = Input(
    path="sermorelin.route",
    label="route",
    question="How is sermorelin given?",
    answer="enum",
)
NIGHTS_INPUT: Final = Input(
    path="sermorelin.nights_per_week",
    label="nights a week",
    question="On how many nights a week is sermorelin injected?",
    answer="integer",
    unit="/wk",
)
STARTED_ON_INPUT: Final = Input(
    path="sermorelin.started_on",
    label="started on",
    question="On which day did sermorelin start, or will it?",
    answer="date",
)
STOPPED_ON_INPUT: Final = Input(
    path="sermorelin.stopped_on",
    label="stopped on",
    question="On which day did sermorelin stop, or will it?",
    answer="date",
)
STATUS_INPUT: Final = Input(
    path="sermorelin.status",
    label="status",
    question="Is sermorelin planned, taken or stopped?",
    answer="enum",
)
PLANNED_WEEKS_INPUT: Final = Input(
    path="sermorelin.planned_weeks",
    label="planned length",
    question="For how many weeks is sermorelin planned?",
    answer="number",
    unit="wk",
)
DOSE_INCREASE_INPUT: Final = Input(
    path="sermorelin.dose_increase_planned",
    label="dose increase planned",
    question="Is a higher dose planned?",
    answer="boolean",
)
STOPPING_INPUT: Final = Input(
    path="sermorelin.stopping",
    label="stopping",
    question="Is sermorelin being stopped?",
    answer="boolean",
)


_STATUS: Final = (STATUS_INPUT.path, STARTED_ON_INPUT.path, STOPPED_ON_INPUT.path)
_STATUS_WITHOUT_STOP: Final = _STATUS[:2]
_DOSE: Final = (DOSE_INPUT.path,)


def missing_status(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell whether the treatment is planned, active or stopped.

    A start always tells, so it is not known; a stop ahead does not.
    """
    return _STATUS if facts.sermorelin.stopped_on is None else _STATUS_WITHOUT_STOP


def _missing_planned_or_active(facts: Facts) -> tuple[str, ...]:
    return missing_status(facts) + _DOSE


def _started_on(facts: Facts) -> str | None:
    day = facts.sermorelin.started_on
    return None if day is None else day.isoformat()


def _stopped_on(facts: Facts) -> str | None:
    day = facts.sermorelin.stopped_on
    return None if day is None else day.isoformat()


def _doses_left_out_pct(facts: Facts) -> float | None:
    nights = facts.sermorelin.nights_per_week
    return None if nights is None else PERCENT * (NIGHTS.value - nights) / NIGHTS.value


DOSE: Final[Fact[float]] = leaf(DOSE_INPUT, "sermorelin.dose_mcg")
ROUTE: Final[Fact[str]] = leaf(ROUTE_INPUT, "sermorelin.route")
NIGHTS_PER_WEEK: Final[Fact[float]] = leaf(NIGHTS_INPUT, "sermorelin.nights_per_week")
STARTED_ON: Final[Fact[str]] = leaf(STARTED_ON_INPUT, _started_on)
STOPPED_ON: Final[Fact[str]] = leaf(STOPPED_ON_INPUT, _stopped_on)
PLANNED_WEEKS: Final[Fact[float]] = leaf(PLANNED_WEEKS_INPUT, "sermorelin.planned_weeks")
DOSE_INCREASE_PLANNED: Final[Fact[bool]] = leaf(
    DOSE_INCREASE_INPUT,
    "sermorelin.dose_increase_planned",
    says=("a dose increase is planned", "no dose increase is planned"),
)
STOPPING: Final[Fact[bool]] = leaf(
    STOPPING_INPUT,
    "sermorelin.stopping",
    says=("sermorelin is being stopped", "sermorelin is not being stopped"),
)
STATUS: Final[Fact[str]] = derived(
    "sermorelin.status", "status", "treatment.status", supplied_by=missing_status
)
PLANNED_OR_ACTIVE: Final[Fact[bool]] = derived(
    "sermorelin.planned_or_active",
    "sermorelin planned or active",
    "treatment.planned_or_active",
    supplied_by=_missing_planned_or_active,
    says=("sermorelin is planned or active", "sermorelin is neither planned nor active"),
)
WEEKS_ON_TREATMENT: Final[Fact[float]] = derived(
    "sermorelin.weeks_on_treatment",
    "time on treatment",
    "treatment.weeks_on_treatment",
    supplied_by=(STARTED_ON_INPUT.path,),
    unit="wk",
)
ACTIVE: Final[Fact[bool]] = inner(
    "sermorelin.active",
    "sermorelin active",
    "treatment.active",
    supplied_by=missing_status,
    made_of=(STATUS,),
    says=("sermorelin is active", "sermorelin is not active"),
)
STOPPED: Final[Fact[bool]] = inner(
    "sermorelin.stopped",
    "sermorelin stopped",
    "treatment.stopped",
    supplied_by=missing_status,
    made_of=(STATUS,),
    says=("sermorelin is stopped", "sermorelin is not stopped"),
)
DOSES_LEFT_OUT: Final[Fact[float]] = inner(
    "sermorelin.doses_left_out",
    "doses left out",
    _doses_left_out_pct,
    supplied_by=(NIGHTS_INPUT.path,),
    unit="%",
    made_of=(NIGHTS_PER_WEEK,),
    places=1,
)

INPUTS: Final = (
    DOSE_INPUT,
    ROUTE_INPUT,
    NIGHTS_INPUT,
    STARTED_ON_INPUT,
    STOPPED_ON_INPUT,
    STATUS_INPUT,
    PLANNED_WEEKS_INPUT,
    DOSE_INCREASE_INPUT,
    STOPPING_INPUT,
)
FACTS: Final = (
    DOSE,
    ROUTE,
    NIGHTS_PER_WEEK,
    STARTED_ON,
    STOPPED_ON,
    PLANNED_WEEKS,
    DOSE_INCREASE_PLANNED,
    STOPPING,
    STATUS,
    PLANNED_OR_ACTIVE,
    WEEKS_ON_TREATMENT,
    ACTIVE,
    STOPPED,
    DOSES_LEFT_OUT,
)
