"""Every answer is what its declared shape says, whatever the case."""

from datetime import UTC, datetime
from typing import Any, Final

import orjson
import pytest
from pydantic import ValidationError

from app.api.json_answer import as_float, preserialized, to_json, written
from app.api.schemas.assessment import (
    AssessedOut,
    AssessmentOut,
    SummaryOut,
    plain_page,
    stored_answer,
    stored_case,
)
from app.api.schemas.case import StoredCaseIn
from app.api.schemas.comparison import ComparisonAnswer, ComparisonIn, plain_comparison
from app.api.schemas.examples import CASES
from app.api.schemas.out import BandOut, RulesetOut
from app.domain.assessment import assess
from app.use_cases.compare_cases import compare_cases
from app.use_cases.list_assessments import Page
from app.use_cases.ports import StoredAssessmentHead
from tests.api.answers import held_to, whole_answer
from tests.domain.given import AS_OF
from tests.domain.projection.random_cases import bodies

AT: Final = datetime(2026, 6, 1, 12, 30, 0, 250, UTC)


def test_a_whole_answer_is_of_its_shape() -> None:
    for body in ({}, *CASES.values(), *bodies(1, 150)):
        held_to(AssessedOut, whole_answer(body, today=AS_OF))


def test_a_stored_answer_is_of_its_shape_and_so_is_its_summary() -> None:
    for name, body in CASES.items():
        given = StoredCaseIn.model_validate(body)
        answer = stored_answer(
            given, assess(given.to_domain(today=AS_OF)), identifier=name, created_at=AT
        )
        shown = held_to(AssessmentOut, answer.document)
        assert (shown["id"], shown["created_at"]) == (name, AT)
        assert b'"created_at":"2026-06-01T12:30:00.000250Z"' in answer.document
        assert held_to(SummaryOut, answer.summary) == shown["summary"]


def test_a_stored_answer_gives_its_case_again() -> None:
    for name, body in CASES.items():
        given = StoredCaseIn.model_validate(body)
        answer = stored_answer(
            given, assess(given.to_domain(today=AS_OF)), identifier=name, created_at=AT
        )
        again = stored_case(answer.document)
        assert again is not None
        assert (
            stored_answer(
                again, assess(again.to_domain(today=AS_OF)), identifier=name, created_at=AT
            )
            == answer
        )
    assert stored_case(b'{"interpreted": {"as_of": "2026-06-01", "patient": 1}}') is None


def test_a_list_shows_the_summary_as_it_is_stored() -> None:
    head = StoredAssessmentHead(
        id="a",
        created_at=AT,
        patient_ref="p",
        as_of=AS_OF,
        ruleset_version="1",
        ruleset_sha256="0",
        summary=b'{"of": "an older shape"}',
    )
    assert to_json(plain_page(Page((head,), None))) == (
        b'{"items":[{"id":"a","created_at":"2026-06-01T12:30:00.000250Z","as_of":"2026-06-01",'
        b'"patient_ref":"p","ruleset":{"version":"1","sha256":"0"},'
        b'"summary":{"of": "an older shape"}}],"next_cursor":null}'
    )


def test_a_comparison_is_of_its_shape() -> None:
    patches: list[dict[str, Any]] = [
        {"nutrition": {"protein_g_per_kg": 1.3}},
        {"glp1": {"drug": "semaglutide"}},
        {"projection_options": {"weight_loss_kg": None, "horizon_weeks": 12}},
    ]
    names = ["0", "1", "2"]
    variants = [{"name": name, "patch": patch} for name, patch in zip(names, patches, strict=True)]
    for body in CASES.values():
        asked = ComparisonIn.model_validate({"base": body, "variants": variants})
        found = compare_cases(asked.base_case(today=AS_OF), asked.variant_cases(today=AS_OF))
        held_to(ComparisonAnswer, to_json(plain_comparison(names, found)))


@pytest.mark.parametrize(
    "content",
    [
        b'{"best":1.0,"central":2.0,"worst":3}',
        b'{"best":1.0,"central":2.0,"worst":3.0,"more":1}',
        b'{"best":1.0,"central":2.0}',
    ],
    ids=["a whole number", "a field too many", "a field too few"],
)
def test_what_is_not_of_its_shape_would_be_seen(content: bytes) -> None:
    with pytest.raises((AssertionError, ValidationError)):
        held_to(BandOut, content)


def test_a_part_that_is_written_ahead_stands_in_the_answer_as_it_was() -> None:
    ruleset: RulesetOut = {"version": "1", "sha256": "0"}
    ahead = {"now": preserialized(ruleset), "long ago": written(b'{"version": 1}', RulesetOut)}
    assert to_json(ahead) == b'{"now":{"version":"1","sha256":"0"},"long ago":{"version": 1}}'


def test_only_a_part_of_the_request_is_written_as_a_model() -> None:
    given = StoredCaseIn.model_validate({"patient_ref": "p", "as_of": "2026-06-01"})
    assert orjson.loads(to_json([given])) == [given.model_dump(mode="json")]
    with pytest.raises(TypeError):
        to_json([object()])


def test_a_real_number_has_its_point() -> None:
    assert to_json([as_float(30), as_float(30.5), as_float(None)]) == b"[30.0,30.5,null]"
