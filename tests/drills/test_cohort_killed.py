"""A run over a cohort's file is killed again and again, and started again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from app.commands.cohort.parts import ROWS_IN_PART
from tests.api.live import ROOT, environment
from tests.commands.cohort.cohorts import as_lines, cohort, read_lines
from tests.drills.conftest import Figures
from tests.drills.scale import times

pytestmark = pytest.mark.drill

_PARTS: Final = 6
_DAY: Final = {"as_of": "2026-06-01"}


def _begin(*arguments: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", "batch", *map(str, arguments), "--workers", "2"],
        cwd=ROOT,
        env=environment(),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _processes_of(session: int) -> int:
    """How many are left of it."""
    found = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its_session = place.read_text().rpartition(")")[2].split()[:4]
        except (FileNotFoundError, ProcessLookupError):
            continue
        found += its_session == str(session) and state != "Z"
    return found


def _gone(session: int) -> None:
    gives_up_at = time.monotonic() + 10
    while _processes_of(session):
        assert time.monotonic() < gives_up_at
        time.sleep(0.02)


def test_killed_it_goes_on_and_loses_and_doubles_nothing(tmp_path: Path, figures: Figures) -> None:
    cases, answers, whole = (tmp_path / f"{name}.ndjson" for name in ("cases", "some", "whole"))
    few = as_lines(body | _DAY for body in cohort(5, ROWS_IN_PART // 4 - 1)) + b"no case\n"
    cases.write_bytes(few * 4 * _PARTS)
    parts = answers.with_name("some.ndjson.parts")
    kills = 0
    for turn in range(times(4, 20)):
        run = _begin(cases, answers)
        before = len(list(parts.glob("*.done")))
        # Once right at the start, then while it writes, each time at another place.
        while turn and run.poll() is None and len(list(parts.glob("*.done"))) <= before:
            time.sleep(0.01)
        time.sleep(turn * 7 % 11 / 100)
        if run.poll() is None:
            kills += 1
            # Of every other one only the first process is killed, and the rest must not stay.
            os.kill(run.pid if turn % 2 else -run.pid, signal.SIGKILL)
        run.wait()
        _gone(run.pid)
    assert kills
    for place in (answers, whole):
        if not place.exists():
            assert _begin(cases, place).wait() == 0
    assert answers.read_bytes() == whole.read_bytes()
    rejects = [place.with_suffix(".rejects.ndjson").read_bytes() for place in (answers, whole)]
    assert rejects[0] == rejects[1]
    rows = [row["row"] for row in read_lines(whole)]
    refused = [row["row"] for row in read_lines(whole.with_suffix(".rejects.ndjson"))]
    assert sorted(rows + refused) == list(range(1, 1 + ROWS_IN_PART * _PARTS))
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        *("cases.ndjson", "some.ndjson", "some.rejects.ndjson"),
        *("whole.ndjson", "whole.rejects.ndjson"),
    ]
    figures("kills", kills)
    figures("rows", len(rows))
