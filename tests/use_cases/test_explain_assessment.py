"""Explaining a stored assessment: from its own case, by rules that come to the same answer."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

import pytest

from app.domain.assessment import Assessment, assess
from app.domain.case import Case, Energy, Sermorelin
from app.domain.errors import RulesetChangedError
from app.domain.explanation.explain import explain
from app.use_cases.assess_case import Answer, make
from app.use_cases.explain_assessment import ExplainedAssessment, GivenCase, explain_assessment
from app.use_cases.ports import StoredAssessment

CASE: Final = Case(date(2026, 6, 1), "p-1", sermorelin=Sermorelin(dose_mcg=600.0))
NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)
ANSWER: Final = Answer(b'{"the": "answer", "ruleset": 1}', b"{}")
STORED: Final = make(
    CASE, patient_ref="p-1", assessment_id="a-1", now=NOW, present=lambda _: ANSWER
)[0]
OLDER: Final = replace(STORED, ruleset_sha256="0" * 64)


def explained(stored: StoredAssessment, present: bytes) -> ExplainedAssessment:
    def presented(assessment: Assessment) -> bytes:
        assert assessment == assess(CASE)
        return present

    return explain_assessment(stored, GivenCase(CASE, presented))


def test_the_stored_case_is_assessed_again_and_explained() -> None:
    found = explained(STORED, STORED.document)
    assert found.stored == STORED
    assert found.assessment == assess(CASE)
    assert found.explanation == explain(assess(CASE))


def test_other_rules_that_come_to_the_same_explain_it_too() -> None:
    present = b'{"ruleset": {"sha256": "another"}, "the":"answer", "new": [1]}'
    found = explained(OLDER, present)
    assert found.explanation == explain(assess(CASE))


def test_last_digits_of_another_machine_are_no_other_answer() -> None:
    said, says = b'{"the": [0.6118713981272714, 0.0]}', b'{"the": [0.6118713981272716, 1e-16]}'
    assert explained(replace(OLDER, document=said), says).assessment == assess(CASE)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (b'{"the": "answer"}', b'{"the": "other answer"}'),
        (b'{"the": "answer"}', b"{}"),
        (b'{"the": [1, {"a": 2}]}', b'{"the": [1, {"a": 3}]}'),
        (b'{"the": [1]}', b'{"the": [1, 2]}'),
        (b'{"the": {}}', b'{"the": null}'),
        (b'{"the": 0.61187}', b'{"the": 0.6118700013}'),
        (b'{"the": 84.0}', b'{"the": 84.0000002}'),
    ],
)
@pytest.mark.parametrize("stored", [STORED, OLDER], ids=["same hash", "another hash"])
def test_rules_that_come_to_another_answer_do_not_explain_it(
    stored: StoredAssessment, said: bytes, says: bytes
) -> None:
    with pytest.raises(RulesetChangedError):
        explained(replace(stored, document=said), says)


def test_rules_that_refuse_the_case_do_not_explain_it() -> None:
    refused = replace(CASE, energy=Energy(deficit_kcal_per_day=500.0, deficit_pct=20.0))
    with pytest.raises(RulesetChangedError):
        explain_assessment(OLDER, GivenCase(refused, lambda _: OLDER.document))


def test_a_case_of_another_shape_is_not_explained() -> None:
    with pytest.raises(RulesetChangedError):
        explain_assessment(OLDER, None)
