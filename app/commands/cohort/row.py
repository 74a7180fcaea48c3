"""What a cohort's output says of one case: a flat row, the same columns in every format."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from app.domain.assessment import Assessment
from app.domain.projection.answer import Arm, Projection
from app.domain.projection.band import Band
from app.use_cases.ruleset import Ruleset

Kind: TypeAlias = type[int | float | bool | str | date | list[str]]
Row: TypeAlias = dict[str, object]

DOCUMENT: Final = "assessment"
"""The column with the whole answer, where it is asked for."""

_ENDS: Final = ("best", "central", "worst")
_RANGE: Final = ("low", "central", "high")
_ARMS: Final = ("control", "sermorelin")
_OF_ARM: Final = ("lean_share", "lean_loss_kg", "fat_loss_kg", "lean_retention_pct")
_CHECKS: Final = (
    "check_dose",
    "check_start_dose",
    "check_route",
    "check_timing",
    "check_fasting_before",
    "check_fasting_after",
    "check_frequency",
)
"""As the dosing window has them."""


def _each(name: str, ends: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}_{end}" for end in ends)


_CROSS_CHECK: Final[dict[str, Kind]] = {
    "cross_check_model": str,
    "cross_check_ffm_share_of_loss": float,
    "cross_check_ffm_loss_kg": float,
}


def _columns() -> dict[str, Kind]:
    bands = ("effect", *(f"{arm}_{part}" for arm in _ARMS for part in _OF_ARM))
    return {
        "row": int,
        "patient_ref": str,
        "as_of": date,
        "highest_severity": str,
        "contraindication": str,
        "contraindications_unknown_count": int,
        "screening": str,
        "dosing_verdict": str,
        **dict.fromkeys(_CHECKS, str),
        "raised": list[str],
        "unknown": list[str],
        "suppressed": list[str],
        "projection_status": str,
        "projection_reason": str,
        "projection_missing": list[str],
        "horizon_weeks": int,
        "extrapolated": bool,
        "weight_loss_source": str,
        **dict.fromkeys(_each("weight_loss_kg", _RANGE), float),
        "control_scenario": str,
        "sermorelin_reason": str,
        "retention_of": str,
        **dict.fromkeys((name for band in bands for name in _each(band, _ENDS)), float),
        **dict.fromkeys(_each("lean_saved_kg", _RANGE), float),
        **dict.fromkeys(_each("beyond_general_claim", _ENDS), bool),
        "saving_claim_reached": bool,
        **_CROSS_CHECK,
        "assumptions": list[str],
        "ruleset_version": str,
        "ruleset_sha256": str,
    }


COLUMNS: Final[Mapping[str, Kind]] = MappingProxyType(_columns())
"""The columns in their order. Lists hold ids of rules, inputs and assumptions."""


_NAMES: Final = tuple(COLUMNS)
_NO_BAND: Final = (None,) * len(_ENDS)
_NO_ARM: Final = _NO_BAND * len(_OF_ARM)
_NO_LOSS: Final = (None, *_NO_BAND)
_NO_CHECK: Final = (None,) * len(_CROSS_CHECK)


def row_of(number: int, assessment: Assessment, ruleset: Ruleset) -> Row:
    """The row of the case in this row of the input, counted from 1; what is not there is None."""
    facts, summary, evaluation = assessment.facts, assessment.summary, assessment.evaluation
    values = (
        number,
        facts.case.patient_ref,
        facts.as_of,
        summary.highest_severity,
        summary.contraindication,
        summary.contraindications_unknown_count,
        summary.screening,
        summary.dosing_verdict,
        *[check.status for check in assessment.dosing_window.checks],
        [rule.id for rule, _ in evaluation.raised],
        [rule.id for rule, _ in evaluation.unknown],
        [rule.id for rule, _ in evaluation.suppressed],
        *_projected(assessment.projection),
        ruleset.version,
        ruleset.sha256,
    )
    return dict(zip(_NAMES, values, strict=True))


def _projected(projection: Projection) -> tuple[object, ...]:
    """From the projection's status to its assumptions."""
    loss, control, effect = projection.weight_loss, projection.control, projection.effect
    saved, beyond = projection.lean_saved_kg, projection.beyond_general_claim
    check = projection.cross_check
    return (
        projection.status,
        projection.reason,
        list(projection.missing),
        projection.horizon_weeks,
        projection.extrapolated,
        *((loss.source, loss.low_kg, loss.central_kg, loss.high_kg) if loss else _NO_LOSS),
        control.scenario if control else None,
        projection.sermorelin_reason,
        projection.retention_of,
        *(_band(effect.realised) if effect else _NO_BAND),
        *_arm(control),
        *_arm(projection.sermorelin),
        *((saved.low, saved.central, saved.high) if saved else _NO_BAND),
        *((beyond.best, beyond.central, beyond.worst) if beyond else _NO_BAND),
        projection.saving_claim_reached,
        *((check.model, check.ffm_share_of_loss, check.ffm_loss_kg) if check else _NO_CHECK),
        [assumption.id for assumption in projection.assumptions],
    )


def _arm(arm: Arm | None) -> tuple[float | None, ...]:
    if arm is None:
        return _NO_ARM
    kept = arm.lean_retention_pct
    return (
        *_band(arm.lean_share),
        *_band(arm.lean_loss_kg),
        *_band(arm.fat_loss_kg),
        *(_band(kept) if kept else _NO_BAND),
    )


def _band(band: Band) -> tuple[float, float, float]:
    return band.best, band.central, band.worst
