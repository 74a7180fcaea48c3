"""Whether the plan stands inside the document's dosing window: seven checks and a verdict."""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from app.domain.dosing_limits import (
    DOSE_LIMITS,
    FAST_AFTER_LIMITS,
    FAST_BEFORE_LIMITS,
    FREQUENCY_LIMITS,
    ROUTE_LIMITS,
    START_DOSE_LIMITS,
    TIMING_IN_DAYTIME_LIMITS,
    TIMING_LIMITS,
    Window,
)
from app.domain.evaluation import Evaluation, barred_by
from app.domain.facts.facts import Facts
from app.domain.facts.registry.injection import (
    DAYTIME,
    FASTING_HOURS_BEFORE,
    FASTING_MINUTES_AFTER,
    LAST_MEAL_INPUT,
    NEXT_MEAL_INPUT,
)
from app.domain.facts.registry.sermorelin import DOSE, NIGHTS_PER_WEEK, ROUTE, WEEKS_ON_TREATMENT
from app.domain.injection_window import InjectionWindow, injection_window
from app.domain.rules.rule import Target
from app.domain.thresholds import DOSE_HIGH, LONGEST_PLAUSIBLE_FAST, NIGHTS_POOR
from app.domain.units import MINUTES_PER_HOUR
from app.domain.value import value

_BARRED: Final = "Sermorelin is contraindicated here: the times only say what the clock allows."
_IMPLAUSIBLE: Final = (
    f"lies more than {LONGEST_PLAUSIBLE_FAST.value / MINUTES_PER_HOUR:g} h from the injection: "
    "not plausible, so it does not count."
)

CheckStatus: TypeAlias = Literal["pass", "fail", "unknown", "not_applicable"]
DosingVerdict: TypeAlias = Literal["inside", "outside", "contraindicated", "indeterminate"]


@value
class Check:
    """One check: what was seen, against what, by which rule and claims.

    `reason` says why a meal time that was given does not count.
    """

    id: str
    status: CheckStatus
    observed: float | str | None
    window: Window
    rule_id: str
    missing: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RaisedContraindication:
    """A raised rule that is a contraindication."""

    rule_id: str
    level: Literal["relative", "absolute"]
    applies_to: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class DosingWindow:
    """The verdict with everything that it rests on."""

    verdict: DosingVerdict
    checks: tuple[Check, ...]
    injection_window: InjectionWindow
    contraindications: tuple[RaisedContraindication, ...]
    contraindications_unknown: tuple[str, ...]
    screening: Literal["complete", "incomplete"]


def dosing_window(facts: Facts, evaluation: Evaluation) -> DosingWindow:
    """Check the plan (contract, section 3)."""
    checks = (
        _dose(facts),
        _start_dose(facts),
        _route(facts),
        _timing(facts),
        _fasting_before(facts),
        _fasting_after(facts),
        _frequency(facts),
    )
    barred = bool(barred_by(evaluation.raised, "sermorelin"))
    tonight = injection_window(facts.sermorelin)
    unknown = tuple(
        rule.id for rule, _ in evaluation.unknown if rule.contraindication == "absolute"
    )
    return DosingWindow(
        _verdict(checks, barred=barred),
        checks,
        _warned(tonight) if barred and tonight.opens_at is not None else tonight,
        tuple(
            RaisedContraindication(rule.id, rule.contraindication, rule.applies_to)
            for rule, _ in evaluation.raised
            if rule.contraindication != "none"
        ),
        unknown,
        "incomplete" if unknown else "complete",
    )


def _warned(tonight: InjectionWindow) -> InjectionWindow:
    """The interval is what the clock allows; nobody may take it for leave to inject."""
    said = (_BARRED, tonight.reason)
    return replace(tonight, reason=" ".join(each for each in said if each is not None))


def _verdict(checks: tuple[Check, ...], *, barred: bool) -> DosingVerdict:
    statuses = {check.status for check in checks}
    if barred:
        return "contraindicated"
    if "fail" in statuses:
        return "outside"
    return "indeterminate" if "unknown" in statuses else "inside"


def _within(window: Window, seen: float | None) -> Literal["pass", "fail", "unknown"]:
    if seen is None:
        return "unknown"
    too_low = window.low is not None and seen < window.low
    too_high = window.high is not None and seen > window.high
    return "fail" if too_low or too_high else "pass"


def _dose(facts: Facts) -> Check:
    dose = facts.sermorelin.dose_mcg
    return Check(
        "dose",
        _within(DOSE_LIMITS.window, dose),
        dose,
        DOSE_LIMITS.window,
        "dose-above-ceiling" if dose is not None and dose > DOSE_HIGH.value else "dose-below-range",
        DOSE.missing(facts) if dose is None else (),
        DOSE_LIMITS.claims,
    )


def _start_dose(facts: Facts) -> Check:
    dose, weeks = facts.sermorelin.dose_mcg, facts.treatment.weeks_on_treatment
    status: CheckStatus = _within(START_DOSE_LIMITS.window, dose)
    asked = DOSE.missing(facts) if dose is None else ()
    if facts.treatment.stopped or (weeks is not None and weeks > 0):
        status, asked = "not_applicable", ()
    elif weeks is None and status != "pass":
        status, asked = "unknown", (*asked, *WEEKS_ON_TREATMENT.missing(facts))
    return Check(
        "start-dose",
        status,
        dose,
        START_DOSE_LIMITS.window,
        "start-dose-high",
        asked,
        START_DOSE_LIMITS.claims,
    )


def _route(facts: Facts) -> Check:
    route = facts.sermorelin.route
    status: CheckStatus = (
        "unknown" if route is None else "pass" if route in ROUTE_LIMITS.window.allowed else "fail"
    )
    return Check(
        "route",
        status,
        route,
        ROUTE_LIMITS.window,
        "dose-route-not-sc",
        ROUTE.missing(facts) if route is None else (),
        ROUTE_LIMITS.claims,
    )


def _timing(facts: Facts) -> Check:
    minutes, daytime = facts.clock.minutes_before_sleep, facts.clock.daytime
    limits = TIMING_IN_DAYTIME_LIMITS if daytime else TIMING_LIMITS
    status: CheckStatus = "fail" if daytime else _within(limits.window, minutes)
    return Check(
        "timing",
        status,
        facts.sermorelin.time_of_day if minutes is None else minutes,
        limits.window,
        "timing-daytime" if daytime else "timing-window",
        DAYTIME.missing(facts) if status == "unknown" else (),
        limits.claims,
    )


def _fasting_before(facts: Facts) -> Check:
    hours = facts.clock.fasting_hours_before
    return Check(
        "fasting-before",
        _within(FAST_BEFORE_LIMITS.window, hours),
        hours,
        FAST_BEFORE_LIMITS.window,
        "fasting-before-short",
        FASTING_HOURS_BEFORE.missing(facts) if hours is None else (),
        FAST_BEFORE_LIMITS.claims,
        _implausible(facts, LAST_MEAL_INPUT.path),
    )


def _fasting_after(facts: Facts) -> Check:
    minutes = facts.clock.fasting_minutes_after
    return Check(
        "fasting-after",
        _within(FAST_AFTER_LIMITS.window, minutes),
        minutes,
        FAST_AFTER_LIMITS.window,
        "fasting-after-short",
        FASTING_MINUTES_AFTER.missing(facts) if minutes is None else (),
        FAST_AFTER_LIMITS.claims,
        _implausible(facts, NEXT_MEAL_INPUT.path),
    )


def _implausible(facts: Facts, path: str) -> str | None:
    return f"{path} {_IMPLAUSIBLE}" if path in facts.clock.implausible else None


def _frequency(facts: Facts) -> Check:
    nights = facts.sermorelin.nights_per_week
    return Check(
        "frequency",
        _within(FREQUENCY_LIMITS.window, nights),
        nights,
        FREQUENCY_LIMITS.window,
        "frequency-poor"
        if nights is not None and nights < NIGHTS_POOR.value
        else "frequency-not-nightly",
        NIGHTS_PER_WEEK.missing(facts) if nights is None else (),
        FREQUENCY_LIMITS.claims,
    )
