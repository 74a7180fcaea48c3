"""Section 4 of the contract once more, from its words alone: plain, slow, a day at a time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.domain.given import AS_OF
from tests.domain.projection import reference_facts as facts
from tests.domain.projection.reference_facts import Body, leaf

Three = tuple[float, float, float]
"""Best, central, worst."""
REDUCTION: Final[Three] = (0.70, 0.45, 0.30)
SESSIONS: Final = "training.resistance_sessions_per_week"
BY_CLOCK: Final = ("injection_time", "minutes_before_sleep", "last_meal_end", "next_meal_start")


@dataclass(frozen=True, slots=True)
class Arms:
    """Lean mass lost by the end of each day, the first being 0: three lists an arm."""

    control: tuple[list[float], ...]
    sermorelin: tuple[list[float], ...]


def control_share(body: Body, sessions: int | None) -> Three:
    if leaf(body, "glp1.drug") not in facts.NOTHING_TAKEN:
        return 0.20, 0.25, 0.30
    if sessions is None:
        return 0.24, 0.2775, 0.40
    if sessions >= 3:
        return 0.24, 0.255, 0.27
    n = sessions / 3
    return 0.24, 0.30 * (1 - n) + 0.255 * n, 0.40 * (1 - n) + 0.27 * n


def clamp(value: float) -> float:
    return 0.0 if value < 0 else 1.0 if value > 1 else value


def factors(body: Body) -> dict[str, float | None]:
    """Each factor of e by its id; None is unknown, left out is left out."""
    protein = facts.protein_g_per_kg(body)
    sessions = leaf(body, SESSIONS)
    found = {
        "protein": None if protein is None else clamp((protein - 1.2) / 0.4),
        "training": None if sessions is None else min(sessions / 3, 1.0),
    }
    rise = facts.rise_pct(body)
    if rise is not None:
        return {**found, "igf1-response": clamp(rise / 20)}
    nights, dose = leaf(body, "sermorelin.nights_per_week"), leaf(body, "sermorelin.dose_mcg")
    daytime = facts.daytime(body)
    found["adherence"] = None if nights is None else nights / 7
    found["dose"] = None if dose is None else clamp(dose / 200)
    found["timing"] = None if daytime is None else 0.0 if daytime else 1.0
    found["fasting"] = fasting(facts.fasting_hours_before(body), facts.fasting_minutes_after(body))
    age, baseline = leaf(body, "patient.age_years"), facts.baseline_igf1(body)
    if age is not None and 40 <= age <= 60 and baseline is not None:
        found["baseline-igf1"] = clamp((250 - baseline) / 30)
    return found


def fasting(before: float | None, after: float | None) -> float | None:
    """Unknown only if both parts are; a known failing part counts."""
    if before is None and after is None:
        return None
    too_short = before is not None and before < 2
    too_soon = after is not None and after < 30
    if too_short and too_soon:
        return 0.375
    return 0.5 if too_short else 0.75 if too_soon else 1.0


def realised(found: dict[str, float | None]) -> Three:
    """Unknown: 1 in best and central, 0 in worst."""
    hopeful = math.prod(1.0 if value is None else value for value in found.values())
    worst = math.prod(0.0 if value is None else value for value in found.values())
    return hopeful, hopeful, worst


def treatment(body: Body) -> tuple[float, float | None]:
    """Weeks of treatment at as_of, and the week T of treatment in which it ends."""
    started = facts.day(body, "sermorelin.started_on")
    stopped = facts.day(body, "sermorelin.stopped_on")
    planned_weeks = leaf(body, "sermorelin.planned_weeks")
    active = facts.status(body) == "active"
    offset = 0.0 if started is None else (AS_OF - started).days / 7
    ends: list[float] = []
    if planned_weeks is not None and not (active and planned_weeks <= offset):
        ends.append(planned_weeks)
    if stopped is not None and stopped > AS_OF:
        ends.append(offset + (stopped - AS_OF).days / 7)
    if leaf(body, "sermorelin.stopping") and active:
        ends.append(offset)
    return offset, min(ends) if ends else None


def built_up(week: float, end: float | None) -> float:
    """The part r(t) of the full effect."""
    if end is not None and week > end:
        return built_up(end, None) * max(0.0, 1 - (week - end) / 3)
    return clamp((week - 3) / 7)


def arms(body: Body, lost_kg: Sequence[float]) -> Arms:
    """Both arms along a path; `lost_kg[d]` is the weight lost by the end of day d."""
    share = control_share(body, leaf(body, SESSIONS))
    effect = realised(factors(body))
    control = tuple([part * lost for lost in lost_kg] for part in share)
    treated = tuple(
        lean_lost(body, lost_kg, part, k * e)
        for part, k, e in zip(share, REDUCTION, effect, strict=True)
    )
    return Arms(control, treated)


def lean_lost(body: Body, lost_kg: Sequence[float], share: float, course: float) -> list[float]:
    """By the end of each day; `course` is k e, the reduction over 26 weeks from the start."""
    offset, end = treatment(body)
    strict = leaf(body, "projection_options.strict_effect_ceiling")
    lean = [0.0]
    for day in range(1, len(lost_kg)):
        m = course / 0.75 * built_up((day - 0.5) / 7 + offset, end)
        m = min(m, 0.5) if strict else m
        lean.append(lean[-1] + share * (1 - m) * (lost_kg[day] - lost_kg[day - 1]))
    return lean


def opportunities(body: Body, lost_kg: Sequence[float], *, treated: bool) -> dict[str, float]:
    """The fall of the central lean loss by each known and short input, by its path."""
    found: dict[str, float] = {}
    today = _central(body, lost_kg, factors(body), treated=treated)
    for path, changed in _mended(body, treated=treated).items():
        found[path] = today - _central(changed, lost_kg, factors(changed), treated=treated)
    return found


def _central(
    body: Body, lost_kg: Sequence[float], found: dict[str, float | None], *, treated: bool
) -> float:
    share = control_share(body, leaf(body, SESSIONS))[1]
    effect = realised(found)[1] if treated else 0.0
    return lean_lost(body, lost_kg, share, REDUCTION[1] * effect)[-1]


def _mended(body: Body, *, treated: bool) -> dict[str, Body]:
    """The body with one short input put right, for each of them."""
    found: dict[str, Body] = {}
    sessions = leaf(body, SESSIONS)
    if sessions is not None and sessions < 3:
        found[SESSIONS] = with_leaf(body, "training", resistance_sessions_per_week=3)
    protein = facts.protein_g_per_kg(body)
    if treated and protein is not None and protein < 1.6:
        found["nutrition.protein_g_per_kg"] = with_leaf(
            body, "nutrition", protein_g_per_day=None, protein_g_per_kg=1.6
        )
    if treated and facts.rise_pct(body) is None:
        found |= _mended_nights(body)
    return found


def _mended_nights(body: Body) -> dict[str, Body]:
    found: dict[str, Body] = {}
    nights, daytime = leaf(body, "sermorelin.nights_per_week"), facts.daytime(body)
    before, after = facts.fasting_hours_before(body), facts.fasting_minutes_after(body)
    # Every difference is written out, so that one can be changed without the others.
    plain = with_leaf(
        body,
        "sermorelin",
        **dict.fromkeys(BY_CLOCK),
        time_of_day=None if daytime is None else "morning" if daytime else "bedtime",
        fasting_hours_before=before,
        fasting_minutes_after=after,
    )
    if nights is not None and nights < 7:
        found["sermorelin.nights_per_week"] = with_leaf(plain, "sermorelin", nights_per_week=7)
    if daytime:
        minutes = facts.minutes_before_sleep(body)
        name = "time_of_day" if minutes is None else "minutes_before_sleep"
        found[f"sermorelin.{name}"] = with_leaf(plain, "sermorelin", time_of_day="bedtime")
    if before is not None and before < 2:
        found["sermorelin.fasting_hours_before"] = with_leaf(
            plain, "sermorelin", fasting_hours_before=2
        )
    if after is not None and after < 30:
        found["sermorelin.fasting_minutes_after"] = with_leaf(
            plain, "sermorelin", fasting_minutes_after=30
        )
    return found


def with_leaf(body: Body, name: str, **leaves: object) -> Body:
    """The body with some leaves of a block replaced."""
    return {**body, name: {**(body.get(name) or {}), **leaves}}
