"""Wire shape of the dosing window."""

from functools import cache
from typing import Literal, Self

from pydantic import Field

from app.api.schemas.citations import CitationOut
from app.api.schemas.out import EvaluationOut, OutModel, evaluation_header
from app.domain import dosing_window as domain
from app.domain.injection_window import InjectionWindow
from app.domain.rules.rule import Target


class WindowOut(OutModel):
    """Both ends inclusive; null is open. `unit` is UCUM."""

    low: float | None
    high: float | None
    unit: str | None
    allowed: tuple[str, ...]


class CheckOut(OutModel):
    """One of the seven checks."""

    id: str
    status: domain.CheckStatus
    observed: int | float | str | None
    window: WindowOut
    rule_id: str
    missing: tuple[str, ...]
    reason: str | None = Field(description="Why a meal time that was given does not count.")
    citations: list[CitationOut]

    @classmethod
    def of(cls, check: domain.Check) -> Self:
        """Present one check."""
        return cls._against(check.id, check.window, check.rule_id, check.claims).model_copy(
            update={
                "status": check.status,
                "observed": check.observed,
                "missing": check.missing,
                "reason": check.reason,
            }
        )

    @classmethod
    @cache
    def _against(
        cls, check: str, window: domain.Window, rule_id: str, claims: tuple[str, ...]
    ) -> Self:
        """What is the same whatever was seen, made once: the checks have but a few windows."""
        return cls(
            id=check,
            status="unknown",
            observed=None,
            window=WindowOut.model_validate(window),
            rule_id=rule_id,
            missing=(),
            reason=None,
            citations=[CitationOut.of(claim) for claim in claims],
        )


class InjectionWindowOut(OutModel):
    """Tonight's interval by the local wall clock; null ends come with a reason."""

    opens_at: str | None = Field(examples=["22:00"])
    closes_at: str | None = Field(examples=["22:30"])
    reason: str | None
    finish_eating_by: str | None = Field(
        description="Eating that ends by then leaves the whole 30-60 minutes open."
    )

    @classmethod
    def of(cls, window: InjectionWindow) -> Self:
        """Present the interval."""
        return cls(
            opens_at=clock(window.opens_at),
            closes_at=clock(window.closes_at),
            reason=window.reason,
            finish_eating_by=clock(window.finish_eating_by),
        )


class ContraindicationOut(OutModel):
    """A raised contraindication."""

    rule_id: str
    level: Literal["relative", "absolute"]
    applies_to: Target
    also_applies_to: tuple[Target, ...] = Field(description="Where one rule bars two things.")


class DosingWindowOut(OutModel):
    """Whether the plan stands inside the document's window.

    `inside` says nothing about a contraindication that nobody asked about: read `screening`.
    """

    verdict: domain.DosingVerdict
    checks: list[CheckOut]
    injection_window: InjectionWindowOut
    contraindications: list[ContraindicationOut]
    contraindications_unknown: tuple[str, ...]
    screening: Literal["complete", "incomplete"]

    @classmethod
    def fields_of(cls, window: domain.DosingWindow) -> dict[str, object]:
        """The fields of this shape, for it and for the shapes that extend it."""
        return {
            "verdict": window.verdict,
            "checks": [CheckOut.of(check) for check in window.checks],
            "injection_window": InjectionWindowOut.of(window.injection_window),
            "contraindications": [
                ContraindicationOut(
                    rule_id=found.rule_id,
                    level=found.level,
                    applies_to=found.applies_to[0],
                    also_applies_to=found.applies_to[1:],
                )
                for found in window.contraindications
            ],
            "contraindications_unknown": window.contraindications_unknown,
            "screening": window.screening,
        }


class DosingWindowAnswer(DosingWindowOut, EvaluationOut):
    """Answer of POST /v1/dosing-windows."""

    @classmethod
    def of(cls, window: domain.DosingWindow) -> Self:
        """Present the window as an answer of its own."""
        return cls.model_validate({**cls.fields_of(window), **evaluation_header()})


def clock(minute: int | None) -> str | None:
    """HH:MM of minutes after midnight."""
    return None if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"
