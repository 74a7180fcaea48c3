"""Whether the plan stands inside the document's dosing window: seven checks and a verdict."""

from dataclasses import replace
from typing import Final, Literal, TypeAlias

from app.domain import protocol
from app.domain.evaluation import Evaluation, barred_by
from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.injection_window import InjectionWindow, injection_window
from app.domain.rules.rule import Target
from app.domain.value import value

_BARRED: Final = "Sermorelin is contraindicated here: the times only say what the clock allows."

CheckStatus: TypeAlias = Literal["pass", "fail", "unknown", "not_applicable"]
DosingVerdict: TypeAlias = Literal["inside", "outside", "contraindicated", "indeterminate"]


@value
class Window:
    """Both ends inclusive; None is open. `unit` is UCUM; `allowed` names what is not a number."""

    low: float | None
    high: float | None
    unit: str | None
    allowed: tuple[str, ...] = ()


_DOSE_WINDOW: Final = Window(protocol.LOWEST_DOSE_MCG, protocol.HIGHEST_DOSE_MCG, "ug")
_START_DOSE_WINDOW: Final = Window(None, protocol.HIGHEST_START_DOSE_MCG, "ug")
_ROUTE_WINDOW: Final = Window(None, None, None, (protocol.ROUTE,))
_TIMING_WINDOW: Final = Window(
    protocol.LATEST_MINUTES_BEFORE_SLEEP, protocol.EARLIEST_MINUTES_BEFORE_SLEEP, "min"
)
_FAST_BEFORE_WINDOW: Final = Window(protocol.FAST_BEFORE_HOURS, None, "h")
_FAST_AFTER_WINDOW: Final = Window(protocol.FAST_AFTER_MINUTES, None, "min")
_NIGHTS_WINDOW: Final = Window(protocol.NIGHTS_PER_WEEK, protocol.NIGHTS_PER_WEEK, "/wk")


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


@value
class RaisedContraindication:
    """A raised rule that is a contraindication."""

    rule_id: str
    level: Literal["relative", "absolute"]
    applies_to: tuple[Target, ...]


@value
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


def _within(
    value: float | None, low: float | None, high: float | None
) -> Literal["pass", "fail", "unknown"]:
    if value is None:
        return "unknown"
    too_low, too_high = low is not None and value < low, high is not None and value > high
    return "fail" if too_low or too_high else "pass"


def _dose(facts: Facts) -> Check:
    dose = facts.sermorelin.dose_mcg
    status = _within(dose, protocol.LOWEST_DOSE_MCG, protocol.HIGHEST_DOSE_MCG)
    return Check(
        "dose",
        status,
        dose,
        _DOSE_WINDOW,
        "dose-above-ceiling"
        if dose is not None and dose > protocol.HIGHEST_DOSE_MCG
        else "dose-below-range",
        ("sermorelin.dose_mcg",) if dose is None else (),
        ("dose-range-200-500", "ceiling-500"),
    )


def _start_dose(facts: Facts) -> Check:
    dose, weeks = facts.sermorelin.dose_mcg, facts.treatment.weeks_on_treatment
    status: CheckStatus = _within(dose, None, protocol.HIGHEST_START_DOSE_MCG)
    asked: tuple[str, ...] = ("sermorelin.dose_mcg",) if dose is None else ()
    if facts.treatment.stopped or (weeks is not None and weeks > 0):
        status, asked = "not_applicable", ()
    elif weeks is None and status != "pass":
        status, asked = "unknown", (*asked, *missing.weeks_on_treatment(facts))
    return Check(
        "start-dose",
        status,
        dose,
        _START_DOSE_WINDOW,
        "start-dose-high",
        asked,
        ("dose-start-200-300",),
    )


def _route(facts: Facts) -> Check:
    route = facts.sermorelin.route
    status: CheckStatus = (
        "unknown" if route is None else "pass" if route == protocol.ROUTE else "fail"
    )
    return Check(
        "route",
        status,
        route,
        _ROUTE_WINDOW,
        "dose-route-not-sc",
        ("sermorelin.route",) if route is None else (),
        ("timing-30-60",),
    )


def _timing(facts: Facts) -> Check:
    minutes, daytime = facts.clock.minutes_before_sleep, facts.clock.daytime
    low = protocol.LATEST_MINUTES_BEFORE_SLEEP
    high = protocol.EARLIEST_MINUTES_BEFORE_SLEEP
    status: CheckStatus = "fail" if daytime else _within(minutes, low, high)
    observed = facts.sermorelin.time_of_day if minutes is None else minutes
    return Check(
        "timing",
        status,
        observed,
        _TIMING_WINDOW,
        "timing-daytime" if daytime else "timing-window",
        missing.daytime(facts) if status == "unknown" else (),
        ("timing-30-60", "daytime-negates") if daytime else ("timing-30-60",),
    )


def _fasting_before(facts: Facts) -> Check:
    hours = facts.clock.fasting_hours_before
    return Check(
        "fasting-before",
        _within(hours, protocol.FAST_BEFORE_HOURS, None),
        hours,
        _FAST_BEFORE_WINDOW,
        "fasting-before-short",
        missing.fasting_hours_before(facts) if hours is None else (),
        ("fast-2h-before", "carbs-blunt"),
        _implausible(facts, "sermorelin.last_meal_end"),
    )


def _fasting_after(facts: Facts) -> Check:
    minutes = facts.clock.fasting_minutes_after
    return Check(
        "fasting-after",
        _within(minutes, protocol.FAST_AFTER_MINUTES, None),
        minutes,
        _FAST_AFTER_WINDOW,
        "fasting-after-short",
        missing.fasting_minutes_after(facts) if minutes is None else (),
        ("fast-30min-after",),
        _implausible(facts, "sermorelin.next_meal_start"),
    )


def _implausible(facts: Facts, path: str) -> str | None:
    if path not in facts.clock.implausible:
        return None
    return f"{path} lies more than 16 h from the injection: not plausible, so it does not count."


def _frequency(facts: Facts) -> Check:
    nights = facts.sermorelin.nights_per_week
    return Check(
        "frequency",
        _within(nights, protocol.NIGHTS_PER_WEEK, protocol.NIGHTS_PER_WEEK),
        nights,
        _NIGHTS_WINDOW,
        "frequency-poor"
        if nights is not None and nights < protocol.FEWEST_NIGHTS_SHORT
        else "frequency-not-nightly",
        ("sermorelin.nights_per_week",) if nights is None else (),
        ("nightly-no-skip",),
    )
