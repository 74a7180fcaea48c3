"""Parquet in and out says the same as NDJSON."""

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from app.commands.cohort import parquet
from app.commands.cohort.parts import ROWS_IN_PART, Counts
from app.commands.cohort.row import COLUMNS, Row
from tests.commands.cohort.cohorts import (
    alone,
    as_lines,
    assert_rows,
    cohort,
    done,
    job_in,
    read_lines,
)


def _written(place: Path, table: pa.Table) -> Path:
    pq.write_table(table, place)
    return place


def _cases(place: Path) -> list[dict[str, object]]:
    return [case for part in parquet.parts_of(place) for case in parquet.cases_of(part.content)]


def _rows(place: Path) -> list[Row]:
    found: list[Row] = pq.read_table(place).to_pylist()
    return found


def test_nested_columns_are_blocks(tmp_path: Path) -> None:
    bodies = cohort(3, 300)
    (part,) = parquet.parts_of(_written(tmp_path / "in.parquet", pa.Table.from_pylist(bodies)))
    job = job_in(tmp_path / "parts", "parquet")
    assert done(part.content, job, kind="parquet") == Counts(300, 0)
    rows = _rows(job.folder.answers(0))
    assert list(rows[0]) == list(COLUMNS)
    assert_rows(rows, [alone(number, body) for number, body in enumerate(bodies, 1)])


def test_names_with_dots_are_blocks_too(tmp_path: Path) -> None:
    table = pa.table(
        {
            "patient_ref": ["p-1", "p-2"],
            "patient.sex": ["male", None],
            "patient.conditions.diabetes": [None, True],
            "sermorelin.dose_mcg": [250, None],
        }
    )
    assert _cases(_written(tmp_path / "in.parquet", table)) == [
        {"patient_ref": "p-1", "patient": {"sex": "male"}, "sermorelin": {"dose_mcg": 250}},
        {"patient_ref": "p-2", "patient": {"conditions": {"diabetes": True}}},
    ]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (date(2026, 5, 1), "2026-05-01"),
        (datetime(2026, 5, 1), "2026-05-01"),  # noqa: DTZ001 # as a data frame has its days
        (datetime(2026, 5, 1, 8, 30, tzinfo=UTC), "2026-05-01T08:30:00+00:00"),
        (time(22, 5), "22:05"),
        (time(22, 5, 30), "22:05:30"),
        (Decimal("250.5"), 250.5),
        (Decimal(250), 250),
        (6.0, 6),
        (6.5, 6.5),
        (1e300, 1e300),
        (True, True),
        (["insulin"], ["insulin"]),
        (
            [{"value": 5.0, "unit": "mg/dL", "z_score": None}],
            [{"value": 5, "unit": "mg/dL", "z_score": None}],
        ),
    ],
)
def test_values_are_as_json_has_them(tmp_path: Path, value: object, seen: object) -> None:
    (case,) = _cases(_written(tmp_path / "in.parquet", pa.table({"x": [value]})))
    assert case == {"x": seen}
    assert type(case["x"]) is type(seen)


def test_whole_numbers_in_a_column_of_floats_are_whole(tmp_path: Path) -> None:
    table = pa.table({"sermorelin.nights_per_week": [6.0, None, 6.5, float("nan")]})
    (part,) = parquet.parts_of(_written(tmp_path / "in.parquet", table))
    job = job_in(tmp_path / "parts")
    assert done(part.content, job, kind="parquet") == Counts(2, 2)
    rejects = read_lines(job.folder.rejects(0))
    assert [reject["row"] for reject in rejects] == [3, 4]
    nights = [reject["case"]["sermorelin"]["nights_per_week"] for reject in rejects]
    assert nights == [6.5, "NaN"]
    pointers = {error["pointer"] for reject in rejects for error in reject["problem"]["errors"]}
    assert pointers == {"/sermorelin/nights_per_week"}


def test_a_name_that_is_no_block_is_refused_not_dropped(tmp_path: Path) -> None:
    table = pa.table({"training": [3], "training.resistance_sessions_per_week": [3]})
    (part,) = parquet.parts_of(_written(tmp_path / "in.parquet", table))
    job = job_in(tmp_path / "parts")
    assert done(part.content, job, kind="parquet") == Counts(0, 1)


def test_parts_follow_each_other_and_join_to_one_file(tmp_path: Path) -> None:
    count = 2 * ROWS_IN_PART + 5
    place = _written(
        tmp_path / "in.parquet", pa.table({"patient_ref": [f"p-{n}" for n in range(count)]})
    )
    assert parquet.rows_in(place) == count
    parts = list(parquet.parts_of(place))
    assert [(part.number, part.first_row, part.size) for part in parts] == [
        (0, 1, ROWS_IN_PART),
        (1, 1 + ROWS_IN_PART, ROWS_IN_PART),
        (2, 1 + 2 * ROWS_IN_PART, 5),
    ]
    rows: list[Row] = [{**dict.fromkeys(COLUMNS), "row": number} for number in range(5)]
    places = [tmp_path / name for name in ("a", "b", "c")]
    for each, some in zip(places, (rows[:2], [], rows[2:]), strict=True):
        parquet.write_rows(each, some, documents=False)
    parquet.join(places, tmp_path / "joined", documents=False)
    assert _rows(tmp_path / "joined") == rows
    parquet.join([], tmp_path / "none", documents=True)
    assert pq.read_table(tmp_path / "none").num_rows == 0
    assert pq.read_table(tmp_path / "none").column_names == [*COLUMNS, "assessment"]


def test_documents_are_a_column_of_json(tmp_path: Path) -> None:
    bodies: list[dict[str, Any]] = cohort(4, 10)
    whole, in_lines = (
        job_in(tmp_path / "p", "parquet", documents=True),
        job_in(tmp_path / "n", documents=True),
    )
    for job in (whole, in_lines):
        done(as_lines(bodies), job)
    rows = _rows(whole.folder.answers(0))
    expected = read_lines(in_lines.folder.answers(0))
    assert [json.loads(str(row["assessment"])) for row in rows] == [
        row["assessment"] for row in expected
    ]
    assert [row["dosing_verdict"] for row in rows] == [row["dosing_verdict"] for row in expected]
