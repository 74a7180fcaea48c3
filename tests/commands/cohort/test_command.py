"""`batch` at the command line: a file in, a file out, and what stands in its way."""

import fcntl
import json
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from app.commands.cohort.parts import ROWS_IN_PART
from tests.commands.cohort.cohorts import AS_OF, alone, as_lines, assert_rows, cohort, read_lines

pytestmark = pytest.mark.slow

_SAID: Final = {"as_of": AS_OF.isoformat()}


def _batch(*arguments: Path | str) -> Result:
    return CliRunner().invoke(app, ["batch", *map(str, arguments)])


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    place = tmp_path / "cases.ndjson"
    place.write_bytes(as_lines({**body, **_SAID} for body in cohort(1, 30)) + b"\nno case\n")
    return place


def test_lines_to_lines_on_several_processes(tmp_path: Path) -> None:
    bodies = [{**body, **_SAID} for body in cohort(2, 100)]
    some = as_lines(bodies) + b"{}" + b"\n" * (ROWS_IN_PART - 100) + b"no case\n"
    place, answers = tmp_path / "cases.jsonl", tmp_path / "answers.ndjson"
    place.write_bytes(some * 3)
    done = _batch(place, answers, "--workers", "2")
    assert done.exit_code == 0, done.output
    assert f"303 cases assessed: {answers}" in done.stderr
    refused = tmp_path / "answers.rejects.ndjson"
    assert f"3 cases refused, with the reasons: {refused}" in done.stderr
    rows = read_lines(answers)
    third = ROWS_IN_PART + 1
    expected = [
        alone(number + part * third, body)
        for part in range(3)
        for number, body in enumerate(bodies, 1)
    ]
    assert_rows([row for row in rows if row["patient_ref"]], expected)
    assert [row["row"] for row in rows if not row["patient_ref"]] == [
        101 + part * third for part in range(3)
    ]
    rejects = read_lines(refused)
    assert [reject["row"] for reject in rejects] == [third, 2 * third, 3 * third]
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "answers.ndjson",
        "answers.rejects.ndjson",
        "cases.jsonl",
    ]


def test_parquet_to_parquet_with_a_file_for_rejects_of_its_own(tmp_path: Path) -> None:
    bodies = cohort(3, 20)
    place, answers, rejects = (tmp_path / name for name in ("c.parquet", "a.parquet", "bad.ndjson"))
    table = pa.Table.from_pylist([{**body, **_SAID} for body in bodies] + [{"as_of": "today"}])
    pq.write_table(table, place)
    done = _batch(place, answers, "--rejects", rejects, "--workers", "1")
    assert done.exit_code == 0, done.output
    expected = [alone(number, body | _SAID) for number, body in enumerate(bodies, 1)]
    assert_rows(pq.read_table(answers).to_pylist(), expected)
    assert [reject["row"] for reject in read_lines(rejects)] == [21]


def test_without_refused_cases_there_is_no_file_of_them(tmp_path: Path) -> None:
    place = tmp_path / "cases.ndjson"
    place.write_bytes(b"{}\n")
    done = _batch(place, tmp_path / "answers.ndjson", "--documents", "--workers", "1")
    assert done.exit_code == 0, done.output
    assert not (tmp_path / "answers.rejects.ndjson").exists()
    (row,) = read_lines(tmp_path / "answers.ndjson")
    assert row["as_of"] == row["assessment"]["as_of"]


def test_an_empty_file_has_no_answers(tmp_path: Path) -> None:
    (tmp_path / "cases.ndjson").touch()
    assert _batch(tmp_path / "cases.ndjson", tmp_path / "a.ndjson").exit_code == 0
    assert (tmp_path / "a.ndjson").read_bytes() == b""


@pytest.mark.parametrize(
    ("answers", "more", "said"),
    [
        ("cases.ndjson", (), "is there already"),
        ("taken.ndjson", (), "is there already"),
        ("new.ndjson", ("--rejects", "taken.ndjson"), "is there already"),
        ("new.ndjson", ("--rejects", "new.ndjson"), "three files"),
        ("new.csv", (), "must end in one of .ndjson, .jsonl, .parquet"),
        ("nowhere/new.ndjson", (), "no folder"),
        ("new.ndjson", ("--rejects", "nowhere/bad.ndjson"), "no folder"),
    ],
)
def test_it_writes_over_nothing_and_says_what_is_in_the_way(
    cases: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    more: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(cases.parent)
    Path("taken.ndjson").write_text("mine")
    before = cases.read_bytes()
    done = _batch("cases.ndjson", answers, *more)
    assert done.exit_code == 1
    assert said in done.stderr
    assert (cases.read_bytes(), Path("taken.ndjson").read_text()) == (before, "mine")
    assert not Path(f"{answers}.parts").exists()


def test_what_is_no_parquet_is_said_to_be_none(tmp_path: Path) -> None:
    place = tmp_path / "cases.parquet"
    place.write_bytes(b"{}\n")
    done = _batch(place, tmp_path / "answers.parquet")
    assert (done.exit_code, done.stderr) == (1, f"{place} is no Parquet file.\n")


def test_an_unfinished_run_over_something_else_is_left_alone(cases: Path) -> None:
    answers = cases.with_name("answers.ndjson")
    manifest = cases.with_name("answers.ndjson.parts") / "manifest.json"
    manifest.parent.mkdir()
    manifest.write_text('{"as_of": "2026-06-01", "input": []}')
    done = _batch(cases, answers)
    assert done.exit_code == 1
    assert "an unfinished run with another input, output, rule book, version" in done.stderr
    assert json.loads(manifest.read_bytes()) == {"as_of": "2026-06-01", "input": []}
    assert not answers.exists()


def test_two_at_once_do_not_mix(cases: Path) -> None:
    answers = cases.with_name("answers.ndjson")
    folder = cases.with_name("answers.ndjson.parts")
    folder.mkdir()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = _batch(cases, answers)
    assert done.exit_code == 1
    assert "another run is at work" in done.stderr
    assert not answers.exists()
