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
_CHECKS: Final = {
    "dose": "check_dose",
    "start-dose": "check_start_dose",
    "route": "check_route",
    "timing": "check_timing",
    "fasting-before": "check_fasting_before",
    "fasting-after": "check_fasting_after",
    "frequency": "check_frequency",
}


def _each(name: str, ends: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}_{end}" for end in ends)


_BAND_NAMES: Final = {
    name: _each(name, _ENDS)
    for name in ("effect", *(f"{arm}_{part}" for arm in _ARMS for part in _OF_ARM))
}
_WEIGHT_LOSS: Final = _each("weight_loss_kg", _RANGE)
_SAVED: Final = _each("lean_saved_kg", _RANGE)
_BEYOND: Final = _each("beyond_general_claim", _ENDS)


def _columns() -> dict[str, Kind]:
    numbers = (name for names in _BAND_NAMES.values() for name in names)
    return {
        "row": int,
        "patient_ref": str,
        "as_of": date,
        "highest_severity": str,
        "contraindication": str,
        "contraindications_unknown_count": int,
        "screening": str,
        "dosing_verdict": str,
        **dict.fromkeys(_CHECKS.values(), str),
        "raised": list[str],
        "unknown": list[str],
        "suppressed": list[str],
        "projection_status": str,
        "projection_reason": str,
        "projection_missing": list[str],
        "horizon_weeks": int,
        "extrapolated": bool,
        "weight_loss_source": str,
        **dict.fromkeys(_WEIGHT_LOSS, float),
        "control_scenario": str,
        "sermorelin_reason": str,
        "retention_of": str,
        **dict.fromkeys(numbers, float),
        **dict.fromkeys(_SAVED, float),
        **dict.fromkeys(_BEYOND, bool),
        "saving_claim_reached": bool,
        "cross_check_model": str,
        "cross_check_ffm_share_of_loss": float,
        "cross_check_ffm_loss_kg": float,
        "assumptions": list[str],
        "ruleset_version": str,
        "ruleset_sha256": str,
    }


COLUMNS: Final[Mapping[str, Kind]] = MappingProxyType(_columns())
"""The columns in their order. Lists hold ids of rules, inputs and assumptions."""


def row_of(number: int, assessment: Assessment, ruleset: Ruleset) -> Row:
    """The row of the case in this row of the input, counted from 1; what is not there is None."""
    facts, summary, evaluation = assessment.facts, assessment.summary, assessment.evaluation
    row: Row = dict.fromkeys(COLUMNS)
    row |= {
        "row": number,
        "patient_ref": facts.case.patient_ref,
        "as_of": facts.as_of,
        "highest_severity": summary.highest_severity,
        "contraindication": summary.contraindication,
        "contraindications_unknown_count": summary.contraindications_unknown_count,
        "screening": summary.screening,
        "dosing_verdict": summary.dosing_verdict,
        **{_CHECKS[check.id]: check.status for check in assessment.dosing_window.checks},
        "raised": [rule.id for rule, _ in evaluation.raised],
        "unknown": [rule.id for rule, _ in evaluation.unknown],
        "suppressed": [rule.id for rule, _ in evaluation.suppressed],
        "ruleset_version": ruleset.version,
        "ruleset_sha256": ruleset.sha256,
    }
    _project(row, assessment.projection)
    return row


def _project(row: Row, projection: Projection) -> None:
    row["projection_status"] = projection.status
    row["projection_reason"] = projection.reason
    row["projection_missing"] = list(projection.missing)
    row["horizon_weeks"] = projection.horizon_weeks
    row["extrapolated"] = projection.extrapolated
    row["sermorelin_reason"] = projection.sermorelin_reason
    row["retention_of"] = projection.retention_of
    row["saving_claim_reached"] = projection.saving_claim_reached
    row["assumptions"] = [assumption.id for assumption in projection.assumptions]
    if (loss := projection.weight_loss) is not None:
        row["weight_loss_source"] = loss.source
        row |= zip(_WEIGHT_LOSS, (loss.low_kg, loss.central_kg, loss.high_kg), strict=True)
    if projection.control is not None:
        row["control_scenario"] = projection.control.scenario
    for name, arm in zip(_ARMS, (projection.control, projection.sermorelin), strict=True):
        _of_arm(row, name, arm)
    if projection.effect is not None:
        _band(row, "effect", projection.effect.realised)
    if (saved := projection.lean_saved_kg) is not None:
        row |= zip(_SAVED, (saved.low, saved.central, saved.high), strict=True)
    if (beyond := projection.beyond_general_claim) is not None:
        row |= zip(_BEYOND, (beyond.best, beyond.central, beyond.worst), strict=True)
    if (check := projection.cross_check) is not None:
        row["cross_check_model"] = check.model
        row["cross_check_ffm_share_of_loss"] = check.ffm_share_of_loss
        row["cross_check_ffm_loss_kg"] = check.ffm_loss_kg


def _of_arm(row: Row, name: str, arm: Arm | None) -> None:
    if arm is None:
        return
    _band(row, f"{name}_lean_share", arm.lean_share)
    _band(row, f"{name}_lean_loss_kg", arm.lean_loss_kg)
    _band(row, f"{name}_fat_loss_kg", arm.fat_loss_kg)
    if arm.lean_retention_pct is not None:
        _band(row, f"{name}_lean_retention_pct", arm.lean_retention_pct)


def _band(row: Row, name: str, band: Band) -> None:
    row |= zip(_BAND_NAMES[name], (band.best, band.central, band.worst), strict=True)
