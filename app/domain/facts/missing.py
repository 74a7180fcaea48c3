"""Which inputs would supply a derived fact that is unknown."""

from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series

_STATUS = ("sermorelin.status",)
_STARTED_ON = ("sermorelin.started_on",)
_STOPPED_ON = ("sermorelin.stopped_on",)
_DOSE = ("sermorelin.dose_mcg",)
_MINUTES = ("sermorelin.minutes_before_sleep",)
_INJECTION = ("sermorelin.injection_time",)
_SLEEP = ("sermorelin.sleep_time",)
_TIME_OF_DAY = ("sermorelin.time_of_day",)
_HOURS_BEFORE = ("sermorelin.fasting_hours_before",)
_LAST_MEAL = ("sermorelin.last_meal_end",)
_MINUTES_AFTER = ("sermorelin.fasting_minutes_after",)
_NEXT_MEAL = ("sermorelin.next_meal_start",)
_HEIGHT = ("patient.height_cm",)
_WEIGHT = ("patient.weight_kg",)
_PROTEIN = ("nutrition.protein_g_per_kg", "nutrition.protein_g_per_day")
_DEFICIT = ("energy.deficit_kcal_per_day", "energy.deficit_pct")
_LABS = ("labs",)


def status(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell whether the treatment is planned, active or stopped.

    A start always tells, so it is not known; a stop ahead does not.
    """
    return _STATUS + _STARTED_ON + (_STOPPED_ON if facts.sermorelin.stopped_on is None else ())


def planned_or_active(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell whether sermorelin is planned or taken."""
    return status(facts) + _DOSE


def weeks_on_treatment(_facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the weeks on treatment."""
    return _STARTED_ON


def injection(facts: Facts) -> tuple[str, ...]:
    """Inputs that would place the injection on the clock or before sleep."""
    given = facts.sermorelin
    sleep = _SLEEP if given.sleep_minute is None else ()
    if given.injection_minute is not None or given.minutes_before_sleep is not None:
        return sleep
    clock = _INJECTION if given.time_of_day is None else ()
    return _MINUTES + clock + sleep


def daytime(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell a daytime injection from a bedtime one."""
    given = facts.sermorelin
    if given.injection_minute is not None or given.time_of_day is not None:
        return injection(facts)
    return _TIME_OF_DAY + injection(facts)


def fasting_hours_before(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the fast before the injection."""
    if "sermorelin.last_meal_end" in facts.clock.implausible:
        return _LAST_MEAL
    if facts.sermorelin.last_meal_end_minute is not None:
        return _clock_of_injection(facts)
    return _HOURS_BEFORE + _LAST_MEAL + _clock_of_injection(facts)


def fasting_minutes_after(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the fast after the injection."""
    if "sermorelin.next_meal_start" in facts.clock.implausible:
        return _NEXT_MEAL
    if facts.sermorelin.next_meal_start_minute is not None:
        return _clock_of_injection(facts)
    return _MINUTES_AFTER + _NEXT_MEAL + _clock_of_injection(facts)


def _clock_of_injection(facts: Facts) -> tuple[str, ...]:
    return injection(facts) if facts.clock.injection_minute is None else ()


def protein_g_per_kg(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply protein per kilogram of body weight."""
    return _PROTEIN if facts.nutrition.protein_g_per_day is None else _WEIGHT


def bmi(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the body-mass index."""
    height = _HEIGHT if facts.patient.height_cm is None else ()
    return height + _WEIGHT if facts.patient.weight_kg is None else height


def deficit(_facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the energy deficit."""
    return _DEFICIT


def latest(_series: Series) -> tuple[str, ...]:
    """Inputs that would supply the latest value of an analyte."""
    return _LABS


def baseline(series: Series) -> tuple[str, ...]:
    """Inputs that would supply an analyte's baseline."""
    return series.start_missing + (() if series.recorded and series.start_missing else _LABS)


def current(series: Series) -> tuple[str, ...]:
    """Inputs that would supply an analyte's current value or its week."""
    return baseline(series)


def rise_pct(series: Series) -> tuple[str, ...]:
    """Inputs that would supply the rise from baseline to current; none where it is known.

    Both values are missing for the same reason, so that one of them answers for both.
    """
    return baseline(series) if series.rise_pct is None else ()
