"""Which URLs are taken, what is said of the others, and how a SQLite file is kept."""

import stat
from pathlib import Path

import pytest

from app.domain.errors import StorageUnavailableError
from app.persistence.engine import DatabaseUrlError, make_engine
from app.persistence.migrate import migrate
from app.persistence.unit_of_work import sql_unit_of_work
from tests.persistence.stored import add, an_assessment, get

PASSWORD = "hunter2:p@ss"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
async def test_the_driver_is_chosen_here(scheme: str) -> None:
    url = make_engine(f"{scheme}://me@db.example/leankeep?sslmode=require").url
    assert url.drivername == "postgresql+psycopg"
    assert (url.username, url.host, url.database) == ("me", "db.example", "leankeep")
    assert url.query == {"sslmode": "require"}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "leankeep.db",
        f"mysql://me:{PASSWORD}@db.example/leankeep",
        f"postgresql+asyncpg://me:{PASSWORD}@db.example/leankeep",
        f"postgresql://me:{PASSWORD}@db.example:{PASSWORD}/leankeep",
        "sqlite+aiosqlite:///file.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://file.db",
        "sqlite:///file.db?mode=memory",
    ],
)
def test_another_url_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(DatabaseUrlError) as refusal:
        make_engine(url)
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None
    for secret in ("hunter2", "ss@db", "db.example"):
        assert secret not in str(refusal.value)


async def test_a_relative_file_is_found_from_the_working_directory_of_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine = make_engine("sqlite:///var/data/leankeep.db")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    await migrate(engine)
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a"))
    assert (await get(unit_of_work, "a")).id == "a"
    file = tmp_path / "var/data/leankeep.db"
    for kept in (file, file.with_name("leankeep.db-wal")):
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    await engine.dispose()
    assert [each.name for each in file.parent.iterdir()] == ["leankeep.db"]


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageUnavailableError):
        make_engine(f"sqlite:///{tmp_path}/file/leankeep.db")


async def test_sqlite_is_as_durable_and_forgetful_as_promised(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 2000,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    async with engine.connect() as connection:
        for pragma, value in expected.items():
            result = await connection.exec_driver_sql(f"PRAGMA {pragma}")
            assert result.scalar_one() == value, pragma
    await engine.dispose()


async def test_postgresql_waits_for_no_lock_or_statement_without_end(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    for limit, value in {"lock_timeout": "1s", "statement_timeout": "3s"}.items():
        async with engine.connect() as connection:
            result = await connection.exec_driver_sql(f"SHOW {limit}")
            assert result.scalar_one() == value
            async with connection.begin_nested():
                assert (await connection.exec_driver_sql(f"SHOW {limit}")).scalar_one() == value
    await engine.dispose()
