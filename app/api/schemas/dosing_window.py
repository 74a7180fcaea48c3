"""Wire shape of the dosing window."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from app.api.json_answer import as_float
from app.api.schemas.citations import CitationOut, citations
from app.api.schemas.out import EvaluationOut, plain_header
from app.domain import dosing_window as domain
from app.domain.injection_window import InjectionWindow
from app.domain.rules.rule import Target


class WindowOut(TypedDict):
    """Both ends inclusive; null is open. `unit` is UCUM."""

    low: float | None
    high: float | None
    unit: str | None
    allowed: tuple[str, ...]


class CheckOut(TypedDict):
    """One of the seven checks."""

    id: str
    status: domain.CheckStatus
    observed: int | float | str | None
    window: WindowOut
    rule_id: str
    missing: tuple[str, ...]
    reason: Annotated[
        str | None, Field(description="Why a meal time that was given does not count.")
    ]
    citations: list[CitationOut]


class InjectionWindowOut(TypedDict):
    """Tonight's interval by the local wall clock; null ends come with a reason."""

    opens_at: Annotated[str | None, Field(examples=["22:00"])]
    closes_at: Annotated[str | None, Field(examples=["22:30"])]
    reason: str | None
    finish_eating_by: Annotated[
        str | None,
        Field(description="Eating that ends by then leaves the whole 30-60 minutes open."),
    ]


class ContraindicationOut(TypedDict):
    """A raised contraindication."""

    rule_id: str
    level: Literal["relative", "absolute"]
    applies_to: Target
    also_applies_to: Annotated[
        tuple[Target, ...], Field(description="Where one rule bars two things.")
    ]


class DosingWindowOut(TypedDict):
    """Whether the plan stands inside the document's window.

    `inside` says nothing about a contraindication that nobody asked about: read `screening`.
    """

    verdict: domain.DosingVerdict
    checks: list[CheckOut]
    injection_window: InjectionWindowOut
    contraindications: list[ContraindicationOut]
    contraindications_unknown: tuple[str, ...]
    screening: Literal["complete", "incomplete"]


class DosingWindowAnswer(EvaluationOut, DosingWindowOut):
    """Answer of POST /v1/dosing-windows."""


def plain_dosing_window(window: domain.DosingWindow) -> DosingWindowOut:
    """The shape of a dosing window."""
    return {
        "verdict": window.verdict,
        "checks": [_check(check) for check in window.checks],
        "injection_window": _tonight(window.injection_window),
        "contraindications": [
            {
                "rule_id": found.rule_id,
                "level": found.level,
                "applies_to": found.applies_to[0],
                "also_applies_to": found.applies_to[1:],
            }
            for found in window.contraindications
        ],
        "contraindications_unknown": window.contraindications_unknown,
        "screening": window.screening,
    }


def plain_dosing_window_answer(window: domain.DosingWindow) -> DosingWindowAnswer:
    """The same as an answer of its own."""
    return {**plain_header(), **plain_dosing_window(window)}


def _check(check: domain.Check) -> CheckOut:
    window = check.window
    return {
        "id": check.id,
        "status": check.status,
        "observed": check.observed,
        "window": {
            "low": as_float(window.low),
            "high": as_float(window.high),
            "unit": window.unit,
            "allowed": window.allowed,
        },
        "rule_id": check.rule_id,
        "missing": check.missing,
        "reason": check.reason,
        "citations": citations(check.claims),
    }


def _tonight(window: InjectionWindow) -> InjectionWindowOut:
    return {
        "opens_at": clock(window.opens_at),
        "closes_at": clock(window.closes_at),
        "reason": window.reason,
        "finish_eating_by": clock(window.finish_eating_by),
    }


def clock(minute: int | None) -> str | None:
    """HH:MM of minutes after midnight."""
    return None if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"
