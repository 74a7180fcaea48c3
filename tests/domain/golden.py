"""What facts, rules, window and projection answer on fixed cases: what no hash of data can see.

`python -m tests.domain.golden` writes it anew, only together with a raised `CALCULATION`.
"""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from app.api.schemas.case import CaseIn
from app.api.schemas.interpreted import plain_interpreted
from app.domain.assessment import assess
from app.domain.dosing_window import DosingWindow
from app.domain.evaluation import Evaluation
from app.domain.projection.answer import Projection
from app.domain.projection.band import Band
from app.domain.rules.rule import Computed
from app.use_cases.ruleset import CALCULATION

GOLDEN: Final = Path(__file__).with_suffix(".jsonl")
_TODAY: Final = date(2026, 6, 1)
_DIGITS: Final = 9
"""Further ones may differ between machines."""


def answers(body: dict[str, Any]) -> dict[str, Any]:
    """The numbers and verdicts of one case, without any words."""
    given = CaseIn.model_validate(body)
    found = assess(given.to_domain(today=_TODAY))
    return {
        "facts": _short(plain_interpreted(given, found.facts)["derived"]),
        "window": _window(found.dosing_window),
        "projection": _projection(found.projection),
        "rules": _rules(found.evaluation),
    }


def _rules(evaluation: Evaluation) -> dict[str, str]:
    """Of every rule that is not clear its answer, with a mark of all that it says or asks for."""
    said = {
        rule.id: ("raised", [found.message, _figures(found.computed or {})])
        for rule, found in evaluation.raised
    }
    asked = {rule.id: ("unknown", list(found.missing)) for rule, found in evaluation.unknown}
    silent = {rule.id: ("suppressed", list(by)) for rule, by in evaluation.suppressed}
    return {
        rule_id: f"{answer} {sha256(json.dumps(told).encode()).hexdigest()[:8]}"
        for rule_id, (answer, told) in sorted({**said, **asked, **silent}.items())
    }


def _figures(computed: Mapping[str, Computed]) -> Any:  # noqa: ANN401 # JSON
    shown = ([name, one.unit, one.value, one.low, one.high] for name, one in computed.items())
    return _short(list(shown))


def _window(window: DosingWindow) -> dict[str, Any]:
    tonight = window.injection_window
    return {
        "verdict": window.verdict,
        "checks": {check.id: check.status for check in window.checks},
        "tonight": [tonight.opens_at, tonight.closes_at, tonight.finish_eating_by],
        "missing": sorted({path for check in window.checks for path in check.missing}),
    }


def _projection(made: Projection) -> dict[str, Any]:
    arms = {"control": made.control, "sermorelin": made.sermorelin}
    return {
        "status": made.status,
        "missing": made.missing,
        "lost": made.weight_loss
        and _short(
            [made.weight_loss.low_kg, made.weight_loss.central_kg, made.weight_loss.high_kg]
        ),
        **{
            name: arm
            and [_band(arm.lean_loss_kg), arm.lean_retention_pct and _band(arm.lean_retention_pct)]
            for name, arm in arms.items()
        },
        "factors": made.effect and {one.id: _short(one.value) for one in made.effect.factors},
        "opportunities": {one.path: _short(one.lean_loss_avoided_kg) for one in made.opportunities},
        "cross_check": made.cross_check and _short(made.cross_check.ffm_share_of_loss),
        "half_way": _short(list(made.trajectory.weight_loss_kg[: len(made.trajectory) // 2][-1:])),
    }


def _band(band: Band) -> list[Any]:
    found: list[Any] = _short([band.best, band.central, band.worst])
    return found


def _short(value: Any) -> Any:  # noqa: ANN401 # JSON
    match value:
        case float():
            return float(f"{value:.{_DIGITS}g}")
        case list() | tuple():
            return [_short(one) for one in value]
        case dict():
            return {name: _short(one) for name, one in value.items()}
        case _:
            return value


def as_json(value: object) -> Any:  # noqa: ANN401 # JSON
    """The value as it comes back from a file."""
    return json.loads(json.dumps(value))


def read() -> tuple[int, list[dict[str, Any]]]:
    """The calculation that the answers are of, and each case with its answers."""
    head, *lines = GOLDEN.read_text("utf-8").splitlines()
    return json.loads(head)["calculation"], [json.loads(line) for line in lines]


def main() -> None:
    then, before = read()
    entries = [
        {"given": entry["given"], "answers": as_json(answers(entry["given"]))} for entry in before
    ]
    if entries != before and then == CALCULATION:
        raise SystemExit(
            "they answer otherwise: raise CALCULATION in app/use_cases/ruleset.py first"
        )
    lines = [json.dumps(one) for one in ({"calculation": CALCULATION}, *entries)]
    GOLDEN.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
