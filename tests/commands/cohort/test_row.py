"""A row of a cohort says under each name what the whole answer says at its place."""

import json
from typing import Any, Final

import pytest

from app.api.json_answer import to_json
from app.commands.cohort.row import COLUMNS
from tests.api.answers import whole_answer
from tests.commands.cohort.cohorts import AS_OF, alone, cohort


def _each(column: str, path: str, *ends: str) -> dict[str, str]:
    return {f"{column}_{end}": path.format(end) for end in ends}


_BAND: Final = ("best", "central", "worst")
_RANGE: Final = ("low", "central", "high")
_PLACES: Final = {
    "patient_ref": "patient_ref",
    "as_of": "as_of",
    "highest_severity": "summary.highest_severity",
    "contraindication": "summary.contraindication",
    "contraindications_unknown_count": "summary.contraindications_unknown_count",
    "screening": "summary.screening",
    "dosing_verdict": "summary.dosing_verdict",
    "check_dose": "dosing_window.checks.dose.status",
    "check_start_dose": "dosing_window.checks.start-dose.status",
    "check_route": "dosing_window.checks.route.status",
    "check_timing": "dosing_window.checks.timing.status",
    "check_fasting_before": "dosing_window.checks.fasting-before.status",
    "check_fasting_after": "dosing_window.checks.fasting-after.status",
    "check_frequency": "dosing_window.checks.frequency.status",
    "raised": "findings",
    "unknown": "unknown",
    "suppressed": "suppressed",
    "projection_status": "projection.status",
    "projection_reason": "projection.reason",
    "projection_missing": "projection.missing",
    "horizon_weeks": "projection.horizon_weeks",
    "extrapolated": "projection.extrapolated",
    "weight_loss_source": "projection.weight_loss.source",
    **_each("weight_loss_kg", "projection.weight_loss.{}_kg", *_RANGE),
    "control_scenario": "projection.control.scenario",
    "sermorelin_reason": "projection.sermorelin_reason",
    "retention_of": "projection.retention_of",
    **_each("effect", "projection.effect.realised.{}", *_BAND),
    **{
        column: path
        for arm in ("control", "sermorelin")
        for part in ("lean_share", "lean_loss_kg", "fat_loss_kg", "lean_retention_pct")
        for column, path in _each(f"{arm}_{part}", f"projection.{arm}.{part}.{{}}", *_BAND).items()
    },
    **_each("lean_saved_kg", "projection.lean_saved_kg.{}", *_RANGE),
    **_each("beyond_general_claim", "projection.beyond_general_claim.{}", *_BAND),
    "saving_claim_reached": "projection.document_saving_claim.reached",
    "cross_check_model": "projection.cross_check.model",
    "cross_check_ffm_share_of_loss": "projection.cross_check.ffm_share_of_loss",
    "cross_check_ffm_loss_kg": "projection.cross_check.ffm_loss_kg",
    "assumptions": "projection.assumptions",
    "ruleset_version": "ruleset.version",
    "ruleset_sha256": "ruleset.sha256",
}


def _at(value: Any, path: str) -> Any:  # noqa: ANN401 # an answer is JSON
    """What stands there; things with an id are found by it, and a list of them is their ids."""
    for name in path.split("."):
        if isinstance(value, list):
            (value,) = (one for one in value if one["id"] == name)
        else:
            value = None if value is None else value[name]
    if isinstance(value, list):
        return [one if isinstance(one, str) else one.get("rule_id", one.get("id")) for one in value]
    return value


@pytest.mark.parametrize("seed", range(2))
def test_every_column(seed: int) -> None:
    assert list(COLUMNS) == ["row", *_PLACES]
    said: set[str] = set()
    for number, body in enumerate(cohort(seed, 100), 1):
        row = json.loads(to_json(alone(number, body)))
        whole = json.loads(whole_answer(body, today=AS_OF))
        assert row.pop("row") == number
        assert row == {name: _at(whole, path) for name, path in _PLACES.items()}
        said |= {name for name, value in row.items() if value not in (None, [])}
    assert said == _PLACES.keys(), "a column is empty in all of them"
