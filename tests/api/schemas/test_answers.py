"""Every answer has the very fields of its declared shape, whatever the case."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from pydantic import BaseModel, ValidationError

from app.api.json_answer import Plain, to_json
from app.api.schemas.assessment import AssessedOut, AssessmentOut, SummaryOut, stored_answer
from app.api.schemas.case import CaseIn
from app.api.schemas.comparison import ComparisonAnswer, ComparisonIn, plain_comparison
from app.api.schemas.dosing_window import DosingWindowAnswer, plain_dosing_window_answer
from app.api.schemas.examples import CASES
from app.api.schemas.findings import FindingsAnswer, plain_findings_answer
from app.api.schemas.projection import ProjectionAnswer, plain_projection_answer
from app.domain.assessment import Assessment, assess
from tests.api.answers import held_to, whole_answer
from tests.domain.given import AS_OF
from tests.domain.projection.random_cases import bodies

GIVEN: Final = [{}, *CASES.values(), *bodies(1, 150)]
SHAPES: Final[dict[type[BaseModel], Callable[[Assessment], Plain]]] = {
    FindingsAnswer: lambda made: plain_findings_answer(made.evaluation, made.facts),
    DosingWindowAnswer: lambda made: plain_dosing_window_answer(made.dosing_window),
    ProjectionAnswer: lambda made: plain_projection_answer(made.projection),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_evaluation_has_its_declared_fields(shape: type[BaseModel]) -> None:
    for body in GIVEN:
        made = assess(CaseIn.model_validate(body).to_domain(today=AS_OF))
        held_to(shape, to_json(SHAPES[shape](made)))


def test_a_whole_answer_has_its_declared_fields() -> None:
    for body in GIVEN:
        held_to(AssessedOut, whole_answer(body, today=AS_OF))


def test_a_stored_answer_has_its_declared_fields_and_so_has_its_summary() -> None:
    at = datetime(2026, 6, 1, 12, 30, 0, 250, UTC)
    for name, body in CASES.items():
        given = CaseIn.model_validate(body)
        answer = stored_answer(given, assess(given.to_domain(today=AS_OF)), name, at)
        shown = held_to(AssessmentOut, answer.document)
        assert (shown.id, shown.created_at) == (name, at)
        assert b'"created_at":"2026-06-01T12:30:00.000250Z"' in answer.document
        assert held_to(SummaryOut, answer.summary) == shown.summary


def test_a_comparison_has_its_declared_fields() -> None:
    patches: list[dict[str, Any]] = [
        {"nutrition": {"protein_g_per_kg": 1.3}},
        {"glp1": {"drug": "semaglutide"}},
        {"projection_options": {"weight_loss_kg": None, "horizon_weeks": 12}},
    ]
    variants = [{"name": str(index), "patch": patch} for index, patch in enumerate(patches)]
    for body in CASES.values():
        asked = ComparisonIn.model_validate({"base": body, "variants": variants})
        held_to(ComparisonAnswer, to_json(plain_comparison(asked, today=AS_OF)))


@pytest.mark.parametrize("more", [{"more": 1}, {"notice": None}])
def test_a_field_too_many_or_too_few_would_be_seen(more: dict[str, object]) -> None:
    made = assess(CaseIn().to_domain(today=AS_OF))
    answer = plain_findings_answer(made.evaluation, made.facts) | more
    with pytest.raises((AssertionError, ValidationError)):
        held_to(FindingsAnswer, to_json(answer))
