"""A part of a cohort: every row is answered as it would be alone, or refused with its reason."""

import base64
import json
from pathlib import Path
from typing import Any, Final

import pytest

from app.commands.cohort.parts import Counts
from app.commands.cohort.row import COLUMNS
from tests.api.answers import whole_answer
from tests.commands.cohort.cohorts import (
    AS_OF,
    alone,
    as_lines,
    assert_rows,
    cohort,
    done,
    job_in,
    read_lines,
)

pytestmark = pytest.mark.slow

_CONFLICT: Final = {"energy": {"deficit_kcal_per_day": 500, "deficit_pct": 20}}


@pytest.mark.parametrize("seed", range(3))
def test_each_row_is_what_the_case_is_answered_alone(tmp_path: Path, seed: int) -> None:
    bodies, job = cohort(seed, 500), job_in(tmp_path)
    assert done(as_lines(bodies), job) == Counts(500, 0)
    rows = read_lines(job.folder.answers(0))
    assert list(rows[0]) == list(COLUMNS)
    assert_rows(rows, [alone(number, body) for number, body in enumerate(bodies, 1)])
    for name in COLUMNS:  # no column is empty in all of them
        assert any(row[name] not in (None, []) for row in rows), name


def test_documents_are_the_whole_answer(tmp_path: Path) -> None:
    bodies, job = cohort(9, 40), job_in(tmp_path, documents=True)
    done(as_lines(bodies), job)
    for body, row in zip(bodies, read_lines(job.folder.answers(0)), strict=True):
        whole = json.loads(whole_answer(body, today=AS_OF))
        assert row["assessment"] == whole
        assert row["dosing_verdict"] == whole["summary"]["dosing_verdict"]


def test_a_bad_row_fails_no_other_and_is_not_lost(tmp_path: Path) -> None:
    bad: dict[int, tuple[bytes, str, dict[str, Any]]] = {
        12: (b'{"a": 1', "malformed-json", {"line": '{"a": 1'}),
        13: (b"[]", "invalid-request", {"case": []}),
        14: (
            b"\xff\xfe",
            "malformed-json",
            {"line_base64": base64.b64encode(b"\xff\xfe").decode()},
        ),
        16: (b'{"x": NaN}', "malformed-json", {"line": '{"x": NaN}'}),
        17: (b'{"x": 1, "x": 2}', "malformed-json", {"line": '{"x": 1, "x": 2}'}),
        18: (json.dumps(_CONFLICT).encode(), "conflicting-case", {"case": _CONFLICT}),
        20: (
            b'{"patient": {"age_years": 130}}',
            "invalid-request",
            {"case": {"patient": {"age_years": 130}}},
        ),
    }
    lines = {
        11: b"{}",
        15: b" \t\r",
        19: b'{"patient_ref": "good"}  \r',
        **{n: line for n, (line, _, _) in bad.items()},
    }
    content = b"\n".join(lines[number] for number in sorted(lines))  # the last without its end
    job = job_in(tmp_path)
    assert done(content, job, first_row=11) == Counts(2, len(bad))
    assert [row["row"] for row in read_lines(job.folder.answers(0))] == [11, 19]
    rejects = read_lines(job.folder.rejects(0))
    assert [reject.pop("row") for reject in rejects] == sorted(bad)
    for reject, (_, code, kept) in zip(
        rejects, (bad[number] for number in sorted(bad)), strict=True
    ):
        problem = reject.pop("problem")
        assert problem["code"] == code
        assert problem["errors"]
        assert "request_id" not in problem
        assert reject == kept


def test_the_day_of_the_run_stands_in_and_a_case_s_own_counts(tmp_path: Path) -> None:
    job = job_in(tmp_path)
    done(as_lines([{}, {"as_of": "2025-01-31"}]), job)
    rows = read_lines(job.folder.answers(0))
    assert [row["as_of"] for row in rows] == [AS_OF.isoformat(), "2025-01-31"]


@pytest.mark.parametrize("content", [b"", b"\n\n \n"])
def test_a_part_without_cases(tmp_path: Path, content: bytes) -> None:
    job = job_in(tmp_path)
    assert done(content, job) == Counts(0, 0) == job.folder.done(0)
    assert job.folder.answers(0).read_bytes() == b""


def test_a_part_is_done_with_its_last_file(tmp_path: Path) -> None:
    job = job_in(tmp_path)
    assert job.folder.done(0) is None
    done(b"{}\nnothing\n", job)
    assert job.folder.done(0) == Counts(1, 1)
    assert {place.name for place in tmp_path.iterdir()} == {
        "00000000.answers",
        "00000000.rejects",
        "00000000.done",
    }
