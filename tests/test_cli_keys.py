"""`keys`: made, listed, rotated and revoked at the command line, and used over HTTP."""

from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from tests.api.live import running_service

pytestmark = pytest.mark.slow


class Line:
    """The command line over one database."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.database_url = f"sqlite:///{folder / 'leankeep.db'}"
        patch.setenv("LEANKEEP_DATABASE_URL", self.database_url)
        patch.setenv("LEANKEEP_LOG_LEVEL", "error")

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    def made(self, tenant: str = "acme", *scopes: str) -> str:
        """The secret alone is on stdout."""
        named = [part for scope in scopes or ("evaluate",) for part in ("--scope", scope)]
        done = self.run("keys", "create", "--tenant", tenant, "--name", "nightly job", *named)
        assert done.exit_code == 0, done.output
        assert done.stdout.count("\n") == 1
        return done.stdout.strip()

    def listed(self) -> list[dict[str, str]]:
        head, *rows = self.run("keys", "list").stdout.splitlines()
        return [dict(zip(head.split("\t"), row.split("\t"), strict=True)) for row in rows]


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(tmp_path, monkeypatch)


def test_a_key_is_shown_once_and_listed_without_its_secret(line: Line, tmp_path: Path) -> None:
    secret = line.made("acme", "evaluate", "assessments:read")
    assert secret.startswith("lk_")
    [key] = line.listed()
    assert (key["tenant"], key["name"], key["state"]) == ("acme", "nightly job", "live")
    assert key["scopes"] == "assessments:read,evaluate"
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert key["id"].encode() in stored
    assert secret.encode() not in stored


def test_a_rotated_key_ends_and_a_revoked_one_has_ended(line: Line) -> None:
    old_secret = line.made()
    [old] = line.listed()
    done = line.run("keys", "rotate", old["id"], "--grace-hours", "0")
    assert done.exit_code == 0
    assert done.stdout.strip() != old_secret
    was, new = line.listed()
    assert (was["state"], new["state"]) == ("expired", "live")
    assert line.run("keys", "revoke", new["id"]).exit_code == 0
    assert [key["state"] for key in line.listed()] == ["expired", "revoked"]
    assert line.run("keys", "rotate", new["id"]).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("keys", "create", "--tenant", "a b", "--name", "n", "--scope", "evaluate"),
        ("keys", "create", "--tenant", "x" * 65, "--name", "n", "--scope", "evaluate"),
        ("keys", "create", "--tenant", "a", "--name", "", "--scope", "evaluate"),
        ("keys", "create", "--tenant", "a", "--name", "a\tb", "--scope", "evaluate"),
        ("keys", "create", "--tenant", "a", "--name", "n", "--scope", "everything"),
        ("keys", "create", "--tenant", "a", "--name", "n"),
        ("keys", "rotate", "x", "--grace-hours", "-1"),
    ],
)
def test_what_is_not_meant_is_refused(line: Line, arguments: tuple[str, ...]) -> None:
    assert line.run(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["revoke", "rotate"])
def test_an_unknown_key_is_said_to_be_none(line: Line, command: str) -> None:
    line.made()
    done = line.run("keys", command, "none")
    assert done.exit_code == 1
    assert "no such key" in done.stderr


def test_a_key_opens_a_service_that_is_reached_from_anywhere(line: Line, tmp_path: Path) -> None:
    secret = line.made("acme", "evaluate")
    settings = {"host": "0.0.0.0", "access": "keys", "database_url": line.database_url}  # noqa: S104 - what is tested
    with running_service(tmp_path, **settings) as service:
        url = f"http://127.0.0.1:{service.port}/v1/findings"
        assert httpx.post(url, json={}).status_code == 401
        headers = {"Authorization": f"Bearer {secret}"}
        assert httpx.post(url, json={}, headers=headers).status_code == 200
        [key] = line.listed()
        assert key["used"] != "-"
        assert line.run("keys", "revoke", key["id"]).exit_code == 0
        assert httpx.post(url, json={}, headers=headers).status_code == 401
        assert secret not in service.log()
