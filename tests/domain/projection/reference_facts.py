"""What section 4 of the contract reads of a case, worked out again from section 1's words."""

from datetime import date
from typing import Any, Final

from tests.domain.given import AS_OF, minute

Body = dict[str, Any]
"""A case as JSON has it; every test case here is of 2026-06-01."""
NOTHING_TAKEN: Final = (None, "none")


def leaf(body: Body, path: str) -> Any:  # noqa: ANN401 # a leaf is whatever JSON holds
    """The value at a dotted path, or None."""
    value: Any = body
    for name in path.split("."):
        value = (value or {}).get(name)
    return value


def day(body: Body, path: str) -> date | None:
    text = leaf(body, path)
    return None if text is None else date.fromisoformat(text)


def has_sermorelin(body: Body) -> bool:
    """A block whose leaves are all null counts as none."""
    return any(value is not None for value in (body.get("sermorelin") or {}).values())


def status(body: Body) -> str | None:
    """As given; left out: by the dates."""
    given: str | None = leaf(body, "sermorelin.status")
    if given is not None:
        return given
    started, stopped = day(body, "sermorelin.started_on"), day(body, "sermorelin.stopped_on")
    if stopped is not None and stopped <= AS_OF:
        return "stopped"
    if started is None:
        return None
    return "active" if started <= AS_OF else "planned"


def bmi(body: Body) -> float | None:
    height, weight = leaf(body, "patient.height_cm"), leaf(body, "patient.weight_kg")
    return None if height is None or weight is None else weight / (height / 100) ** 2


def protein_g_per_kg(body: Body) -> float | None:
    per_kg: float | None = leaf(body, "nutrition.protein_g_per_kg")
    per_day = leaf(body, "nutrition.protein_g_per_day")
    weight = leaf(body, "patient.weight_kg")
    if per_kg is not None:
        return per_kg
    return None if per_day is None or weight is None else per_day / weight


def _clock(body: Body, name: str) -> int | None:
    text = leaf(body, f"sermorelin.{name}")
    return None if text is None else minute(text)


def injection(body: Body) -> float | None:
    """Minutes after midnight."""
    at, sleep = _clock(body, "injection_time"), _clock(body, "sleep_time")
    before = leaf(body, "sermorelin.minutes_before_sleep")
    if at is not None:
        return at
    return None if before is None or sleep is None else (sleep - before) % 1440


def minutes_before_sleep(body: Body) -> float | None:
    """Inside the sleep period, after its first minute, it is minus the minutes since onset."""
    given: float | None = leaf(body, "sermorelin.minutes_before_sleep")
    at, sleep, wake = injection(body), _clock(body, "sleep_time"), _clock(body, "wake_time")
    if given is not None:
        return given
    if at is None or sleep is None:
        return None
    lasts = 480 if wake is None else (wake - sleep) % 1440
    since_onset = (at - sleep) % 1440
    return -since_onset if since_onset < lasts else (sleep - at) % 1440


def daytime(body: Body) -> bool | None:
    minutes, time = minutes_before_sleep(body), leaf(body, "sermorelin.time_of_day")
    if minutes is not None:
        return minutes > 240
    return None if time is None else time in ("morning", "afternoon")


def fasting_hours_before(body: Body) -> float | None:
    """By the clock, more than 16 h is implausible, which is unknown."""
    at, meal = injection(body), _clock(body, "last_meal_end")
    if meal is None or at is None:
        given: float | None = leaf(body, "sermorelin.fasting_hours_before")
        return given
    hours = ((at - meal) % 1440) / 60
    return hours if hours <= 16 else None


def fasting_minutes_after(body: Body) -> float | None:
    """The same, and in minutes."""
    at, meal = injection(body), _clock(body, "next_meal_start")
    if meal is None or at is None:
        given: float | None = leaf(body, "sermorelin.fasting_minutes_after")
        return given
    minutes = (meal - at) % 1440
    return minutes if minutes <= 16 * 60 else None


def _igf1(body: Body) -> list[tuple[date, float]]:
    """Draws on or before as_of, in ng/mL, sorted: of one day the higher value is the last."""
    factor = {"ng/mL": 1.0, "ug/L": 1.0, "nmol/L": 7.649}
    draws = [
        (date.fromisoformat(lab["collected_on"]), lab["value"] * factor[lab["unit"]])
        for lab in body.get("labs") or []
        if lab["analyte"] == "igf1"
    ]
    return sorted(draw for draw in draws if draw[0] <= AS_OF)


def baseline_igf1(body: Body) -> float | None:
    """The last on or before started_on; on or before as_of if planned."""
    until = AS_OF if status(body) == "planned" else day(body, "sermorelin.started_on")
    before = [value for on, value in _igf1(body) if until is not None and on <= until]
    return before[-1] if before else None


def rise_pct(body: Body) -> float | None:
    """From the baseline to a current IGF-1 at week 6 or later; None without both."""
    started, stopped = day(body, "sermorelin.started_on"), day(body, "sermorelin.stopped_on")
    baseline = baseline_igf1(body)
    if started is None or baseline is None:
        return None
    until = AS_OF if stopped is None else min(AS_OF, stopped)
    after = [(on, value) for on, value in _igf1(body) if started < on <= until]
    if not after or (after[-1][0] - started).days // 7 < 6:
        return None
    return 100 * (after[-1][1] - baseline) / baseline


def past_entries(body: Body) -> list[Body]:
    """Body composition on or before as_of, the last first."""
    entries = [
        (entry["measured_on"], place, entry)
        for place, entry in enumerate(body.get("body_composition") or [])
        if date.fromisoformat(entry["measured_on"]) <= AS_OF
    ]
    return [entry for _, _, entry in sorted(entries, reverse=True)]
