"""The plan of the documentation's first example, changed here and there, as a chart's series."""

from copy import deepcopy
from datetime import date
from typing import Any

from app.api.charts import series
from app.api.charts.series import ChartSeries, NotMade
from app.api.schemas.case import CaseIn
from app.api.schemas.examples import CASE_EXAMPLES
from app.domain.assessment import barriers_of, facts_of
from app.domain.evaluation import evaluate
from app.domain.facts.facts import Facts
from app.domain.projection.answer import Projection
from app.domain.projection.project import project

UNUSED_DAY = date(2000, 1, 1)  # the examples say their own day
TRAINING_UNKNOWN: dict[str, Any] = {"training": None, "nutrition": None, "labs": None}


def example(name: str = "inside", **blocks: dict[str, Any] | None) -> dict[str, Any]:
    """An example with blocks replaced; `sermorelin` and `projection_options` are changed."""
    value: dict[str, Any] | None = CASE_EXAMPLES[name].get("value")
    assert value is not None
    case = deepcopy(value)
    for block, change in blocks.items():
        changed = block in {"sermorelin", "projection_options"} and change is not None
        case[block] = case[block] | change if changed else change
    return case


def over(weeks: int, kg: float = 6.8) -> dict[str, Any]:
    return {"horizon_weeks": weeks, "weight_loss_kg": kg}


def projected(case: dict[str, Any]) -> tuple[Projection, Facts]:
    facts = facts_of(CaseIn.model_validate(case).to_domain(today=UNUSED_DAY))
    return project(facts, barriers_of(evaluate(facts))), facts


def drawable(case: dict[str, Any]) -> ChartSeries | NotMade:
    return series.of_projection(*projected(case))


def drawn(case: dict[str, Any]) -> ChartSeries:
    found = drawable(case)
    assert isinstance(found, ChartSeries)
    return found
