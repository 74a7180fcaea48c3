"""`audit verify`, `retention`, `backup` and `restore` at the command line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from tests.api.live import running_service
from tests.api.test_assessments import example

pytestmark = pytest.mark.slow


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of one assessment of each of two days, and of one erased patient."""
    file = tmp_path / "leankeep.db"
    monkeypatch.setenv("LEANKEEP_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.setenv("LEANKEEP_LOG_LEVEL", "error")
    with running_service(tmp_path, database_url=f"sqlite:///{file}") as service:
        for key in ("old", "new"):
            httpx.post(
                f"{service.url}/v1/assessments", json=example(), headers={"Idempotency-Key": key}
            ).raise_for_status()
        httpx.delete(f"{service.url}/v1/patients/nobody").raise_for_status()
        assert service.stop() == 0
    _sql(
        file,
        "UPDATE assessments SET created_at_us = created_at_us - 100 * 86400000000 "
        "WHERE id = (SELECT min(id) FROM assessments)",
    )
    return file


def _sql(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement).fetchall()


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_whole_trail_is_said_to_be_whole(database: Path) -> None:
    assert _sql(database, "SELECT count(*) FROM audit_events") == [(3,)]
    done = _run("audit", "verify")
    assert (done.exit_code, done.stdout) == (0, "local: whole\n")


@pytest.mark.parametrize(
    ("tampering", "seq"),
    [
        ("UPDATE audit_events SET row_count = 9 WHERE seq = 3", 3),
        ("DELETE FROM audit_events WHERE seq = 1", 1),
        ("DELETE FROM audit_events WHERE seq = 3", 3),
        ("DELETE FROM audit_events", 1),
    ],
)
def test_a_broken_trail_is_told_with_its_first_event(
    database: Path, tampering: str, seq: int
) -> None:
    _sql(database, tampering)
    for tenant in ((), ("--tenant", "local")):
        done = _run("audit", "verify", *tenant)
        assert (done.exit_code, done.stdout) == (1, f"local: broken at event {seq}\n")


def test_a_tenant_that_is_not_there_is_no_whole_one(database: Path) -> None:
    assert database.exists()
    for command in (("audit", "verify"), ("retention", "--older-than", "1d")):
        done = _run(*command, "--tenant", "nobody")
        assert done.exit_code == 1
        assert "no tenant of this name" in done.stderr


def test_what_is_older_is_erased(database: Path) -> None:
    done = _run("retention", "--older-than", "90d")
    assert done.exit_code == 0, done.output
    assert done.stdout == "local: 1 assessments, 0 idempotency keys erased\n"
    assert _sql(database, "SELECT count(*) FROM assessments") == [(1,)]
    assert _sql(database, "SELECT count(*) FROM replays") == [(1,)]
    last = "SELECT actor, action, row_count FROM audit_events ORDER BY seq DESC LIMIT 2"
    assert _sql(database, last) == [
        ("local", "retention.erased", 1),
        ("local", "assessment.erased", None),
    ]
    assert _run("audit", "verify").exit_code == 0
    assert "0 assessments" in _run("retention", "--older-than", "90d").stdout


@pytest.mark.parametrize("older_than", ["", "90", "d", "-1d", "1.5d", "90w", "123456d"])
def test_an_age_is_a_number_of_days(older_than: str) -> None:
    assert _run("retention", "--older-than", older_than).exit_code == 2


def test_a_copy_is_brought_back(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert _run("backup", str(copy)).exit_code == 0
    assert _run("backup", str(copy)).exit_code == 1
    assert _run("retention", "--older-than", "0d").exit_code == 0
    assert _sql(database, "SELECT count(*) FROM assessments") == [(0,)]
    refused = _run("restore", str(copy))
    assert refused.exit_code == 1
    assert "there is a database already" in refused.stderr
    assert _run("restore", str(copy), "--overwrite").exit_code == 0
    assert _sql(database, "SELECT count(*) FROM assessments") == [(2,)]
    assert _run("audit", "verify").exit_code == 0


def test_what_cannot_be_done_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEANKEEP_DATABASE_URL", "sqlite:////proc/nowhere/hunter2.db")
    for command in (("keys", "list"), ("audit", "verify"), ("backup", "nowhere/hunter2")):
        done = _run(*command)
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
        assert "hunter2" not in done.output
