"""Which inputs would supply a derived fact that is unknown."""

from app.domain.facts.facts import Facts
from app.domain.facts.labs import Series

_STARTED_ON = ("sermorelin.started_on",)
_LABS = ("labs",)


def status(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell whether the treatment is planned, active or stopped."""
    if facts.sermorelin.started_on is None:
        return ("sermorelin.status", "sermorelin.started_on")
    return ("sermorelin.status",)


def planned_or_active(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell whether sermorelin is planned or taken."""
    return (*status(facts), "sermorelin.dose_mcg")


def weeks_on_treatment(_facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the weeks on treatment."""
    return _STARTED_ON


def injection(facts: Facts) -> tuple[str, ...]:
    """Inputs that would place the injection on the clock or before sleep."""
    given = facts.sermorelin
    if given.injection_minute is not None:
        return ("sermorelin.sleep_time",) if given.sleep_minute is None else ()
    if given.minutes_before_sleep is not None:
        return ("sermorelin.sleep_time",) if given.sleep_minute is None else ()
    clock = ("sermorelin.injection_time",) if given.time_of_day is None else ()
    sleep = ("sermorelin.sleep_time",) if given.sleep_minute is None else ()
    return ("sermorelin.minutes_before_sleep", *clock, *sleep)


def daytime(facts: Facts) -> tuple[str, ...]:
    """Inputs that would tell a daytime injection from a bedtime one."""
    if facts.sermorelin.injection_minute is not None:
        return injection(facts)
    return ("sermorelin.time_of_day", *injection(facts))


def fasting_hours_before(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the fast before the injection."""
    if "sermorelin.last_meal_end" in facts.clock.implausible:
        return ("sermorelin.last_meal_end",)
    if facts.sermorelin.last_meal_end_minute is not None:
        return _clock_of_injection(facts)
    return (
        "sermorelin.fasting_hours_before",
        "sermorelin.last_meal_end",
        *_clock_of_injection(facts),
    )


def fasting_minutes_after(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the fast after the injection."""
    if "sermorelin.next_meal_start" in facts.clock.implausible:
        return ("sermorelin.next_meal_start",)
    if facts.sermorelin.next_meal_start_minute is not None:
        return _clock_of_injection(facts)
    return (
        "sermorelin.fasting_minutes_after",
        "sermorelin.next_meal_start",
        *_clock_of_injection(facts),
    )


def _clock_of_injection(facts: Facts) -> tuple[str, ...]:
    return injection(facts) if facts.clock.injection_minute is None else ()


def protein_g_per_kg(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply protein per kilogram of body weight."""
    if facts.nutrition.protein_g_per_day is not None:
        return ("patient.weight_kg",)
    return ("nutrition.protein_g_per_kg",)


def bmi(facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the body-mass index."""
    height = ("patient.height_cm",) if facts.patient.height_cm is None else ()
    weight = ("patient.weight_kg",) if facts.patient.weight_kg is None else ()
    return (*height, *weight)


def deficit(_facts: Facts) -> tuple[str, ...]:
    """Inputs that would supply the energy deficit."""
    return ("energy.deficit_kcal_per_day", "energy.deficit_pct")


def latest(_series: Series) -> tuple[str, ...]:
    """Inputs that would supply the latest value of an analyte."""
    return _LABS


def baseline(series: Series) -> tuple[str, ...]:
    """Inputs that would supply an analyte's baseline."""
    return _STARTED_ON if series.recorded and series.has_baseline is None else _LABS


def current(series: Series) -> tuple[str, ...]:
    """Inputs that would supply an analyte's current value or its week."""
    return _STARTED_ON if series.recorded and series.has_current is None else _LABS


def rise_pct(series: Series) -> tuple[str, ...]:
    """Inputs that would supply the rise from baseline to current."""
    needs_baseline = baseline(series) if series.baseline is None else ()
    needs_current = current(series) if series.current is None else ()
    return tuple(dict.fromkeys((*needs_baseline, *needs_current)))
