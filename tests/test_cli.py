"""The command line, as processes: it starts, stops cleanly, and says why it cannot start."""

import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app import cli
from tests.api.live import ROOT, environment, running_service

pytestmark = pytest.mark.slow


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.cli", *arguments],
        cwd=ROOT,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_being_told_to_stop_is_no_failure(tmp_path: Path, number: signal.Signals) -> None:
    with running_service(tmp_path) as service:
        assert service.stop(number) == 0
        assert "Traceback" not in service.log()


def test_a_request_that_was_begun_is_answered_before_the_end(tmp_path: Path) -> None:
    with (
        running_service(tmp_path) as service,
        closing(socket.create_connection(("127.0.0.1", service.port), timeout=10)) as connection,
    ):
        connection.sendall(
            b"POST /v1/findings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
            b"content-length: 2\r\n\r\n{"
        )
        time.sleep(0.3)  # nothing tells that the half request was taken in
        service.process.send_signal(signal.SIGTERM)
        while "Shutting down" not in service.log():
            time.sleep(0.02)
        connection.sendall(b"}")
        assert connection.recv(12) == b"HTTP/1.1 200"
        assert service.process.wait(timeout=20) == 0


def test_wrong_settings_are_named_in_one_line() -> None:
    done = run("serve", port="many", prot="1")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "LEANKEEP_PORT has to be" in done.stderr
    assert "LEANKEEP_PROT is not a setting" in done.stderr


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://someone:hunter2@127.0.0.1:1/leankeep",
        "sqlite:////proc/nowhere/hunter2.db",
        "sqlite:///a.db?hunter2=1",
    ],
)
def test_without_a_database_it_does_not_start_and_keeps_the_password(url: str) -> None:
    done = run("serve", database_url=url, port="0")
    assert done.returncode != 0
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    [reason] = [line for line in lines if line["event"] == "cannot start"]
    assert reason["reason"]
    assert "hunter2" not in done.stderr + done.stdout


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'leankeep.db'}"
    for _ in range(2):
        assert run("migrate", database_url=url).returncode == 0
    assert (tmp_path / "deep" / "leankeep.db").stat().st_size > 0


def test_migrate_says_in_one_line_why_it_cannot() -> None:
    done = run("migrate", database_url="sqlite:////proc/nowhere/hunter2.db")
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert "hunter2" not in done.stderr
    assert "Traceback" not in done.stderr


def test_openapi_is_written_and_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "openapi" / "openapi.json"
    monkeypatch.setattr(cli, "OPENAPI_FILE", file)
    runner = CliRunner()
    assert runner.invoke(cli.app, ["openapi", "--check"]).exit_code == 1
    assert runner.invoke(cli.app, ["openapi"]).exit_code == 0
    assert runner.invoke(cli.app, ["openapi", "--check"]).exit_code == 0
    file.write_text(file.read_text("utf-8").replace('"leankeep"', '"other"'), "utf-8")
    done = runner.invoke(cli.app, ["openapi", "--check"])
    assert done.exit_code == 1
    assert '-    "title": "other"' in done.output
    assert "make openapi" in done.output


def test_help_is_plain() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "serve" in done.stdout
    assert "\x1b" not in done.stdout
