"""Cohorts for the tests: bodies drawn from a seed, and what each is answered alone."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from app.api.schemas.case import CaseIn
from app.commands.cohort.parts import Counts, FileKind, Part, PartsFolder
from app.commands.cohort.row import Row, row_of
from app.commands.cohort.work import Job, assess_part
from app.domain.assessment import assess
from app.use_cases.ruleset import current_ruleset
from tests.domain.projection.random_cases import bodies

AS_OF: Final = date(2026, 6, 1)


def cohort(seed: int, count: int) -> list[dict[str, Any]]:
    return [
        {"patient_ref": f"p-{number}", **body} for number, body in enumerate(bodies(seed, count))
    ]


def as_lines(values: Iterable[object]) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def alone(number: int, body: dict[str, Any]) -> Row:
    """The row as the case would be answered on its own."""
    case = CaseIn.model_validate(body).to_domain(today=AS_OF)
    return row_of(number, assess(case), current_ruleset())


def job_in(folder: Path, into: FileKind = "ndjson", *, documents: bool = False) -> Job:
    folder.mkdir(exist_ok=True)
    return Job(PartsFolder(folder), into, AS_OF, documents)


def done(content: bytes, job: Job, *, kind: FileKind = "ndjson", first_row: int = 1) -> Counts:
    return assess_part(Part(0, first_row, len(content), kind, content), job)


def read_lines(place: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in place.read_bytes().splitlines()]


def assert_rows(found: Sequence[Row], expected: Sequence[Row]) -> None:
    """The same but for the last digits; dates as text, which is how JSON has them."""
    assert len(found) == len(expected)
    for each, wanted in zip(found, expected, strict=True):
        assert each.keys() == wanted.keys()
        for name, value in wanted.items():
            if isinstance(value, float):
                assert each[name] == pytest.approx(value, rel=1e-9, abs=1e-9), name
            elif isinstance(value, date):
                assert str(each[name]) == value.isoformat()
            else:
                assert each[name] == value, name
