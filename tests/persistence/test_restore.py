"""A copy is brought back whole or not at all, and over a database only when that is asked for."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from alembic.command import downgrade

from app.persistence.backup import backup, restore
from app.persistence.backup_check import BackupError
from app.persistence.engine import sqlite_file
from app.persistence.migrate import alembic_config, change_schema
from tests.persistence.served import Served, files_in, served_at
from tests.persistence.stored import add, an_assessment, newest_ids, remove

pytestmark = pytest.mark.slow


async def test_a_copy_is_brought_back_to_where_nothing_is(served: Served, tmp_path: Path) -> None:
    await backup(served.url, tmp_path / "copy.db")
    url = f"sqlite:///{tmp_path}/new/place/leankeep.db"
    await restore(tmp_path / "copy.db", url)
    file = sqlite_file(url)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert files_in(file.parent) == {"leankeep.db"}
    back = await served_at(url)
    assert await newest_ids(back.unit_of_work) == ["a"]
    await add(back.unit_of_work, an_assessment("b"))
    await back.engine.dispose()


async def test_a_database_is_overwritten_only_when_that_is_asked_for(
    served: Served, tmp_path: Path
) -> None:
    await backup(served.url, tmp_path / "copy.db")
    await remove(served.unit_of_work, "a")
    await add(
        served.unit_of_work, *(an_assessment(f"b{n}", document=b"y" * 9000) for n in range(9))
    )
    with pytest.raises(BackupError, match="not asked for"):
        await restore(tmp_path / "copy.db", served.url)
    assert len(await newest_ids(served.unit_of_work)) == 9
    await restore(tmp_path / "copy.db", served.url, overwrite=True)
    # The same service goes on with the rows of the copy, by the connections that it has.
    assert await newest_ids(served.unit_of_work) == ["a"]
    await add(served.unit_of_work, an_assessment("c"))
    assert await newest_ids(served.unit_of_work) == ["c", "a"]
    async with served.engine.connect() as connection:
        assert (await connection.exec_driver_sql("PRAGMA journal_mode")).scalar_one() == "wal"
        check = await connection.exec_driver_sql("PRAGMA integrity_check")
        assert check.scalar_one() == "ok"
    wal = served.file.with_name("leankeep.db-wal")
    assert b"yyyyyyyy" not in served.file.read_bytes() + wal.read_bytes()


async def test_who_writes_is_not_pushed_aside(served: Served, tmp_path: Path) -> None:
    await backup(served.url, tmp_path / "copy.db")
    with closing(sqlite3.connect(served.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(5):
            with pytest.raises(BackupError, match=r"another program|SQLITE_BUSY"):
                await restore(tmp_path / "copy.db", served.url, overwrite=True)
    assert await newest_ids(served.unit_of_work) == ["a"]


async def test_what_is_no_sound_copy_is_not_brought_back(served: Served, tmp_path: Path) -> None:
    sources: dict[str, Path] = {}
    for name, change in {
        "no database of this service": "DROP TABLE alembic_version",
        "not one that this release knows": "UPDATE alembic_version SET version_num = '2999_later'",
        "lacks a table": "DROP TABLE audit_heads",
        "a column": "ALTER TABLE api_keys DROP COLUMN name",
        "lacks another": "DELETE FROM assessments",
    }.items():
        sources[name] = tmp_path / f"{len(sources)}.db"
        await backup(served.url, sources[name])
        with closing(sqlite3.connect(sources[name], isolation_level=None)) as connection:
            connection.execute(change)
    sources["no such file"] = tmp_path / "missing.db"
    for reason, source in sources.items():
        for url, overwrite in ((f"sqlite:///{tmp_path}/new.db", False), (served.url, True)):
            with pytest.raises(BackupError, match=reason):
                await restore(source, url, overwrite=overwrite)
    assert not (tmp_path / "new.db").exists()
    assert await newest_ids(served.unit_of_work) == ["a"]


async def test_a_log_left_of_another_database_is_not_mixed_in(
    served: Served, tmp_path: Path
) -> None:
    await backup(served.url, tmp_path / "copy.db")
    (tmp_path / "new.db-wal").write_bytes(b"of another")
    with pytest.raises(BackupError, match="log of another"):
        await restore(tmp_path / "copy.db", f"sqlite:///{tmp_path}/new.db")
    assert not (tmp_path / "new.db").exists()


async def test_a_copy_of_an_earlier_release_is_brought_back_and_migrated(
    served: Served, tmp_path: Path
) -> None:
    await remove(served.unit_of_work, "a")
    await add(served.unit_of_work, an_assessment("old"))
    await change_schema(
        served.engine,
        lambda connection: downgrade(alembic_config(connection), "2026_11_22_assessments"),
    )
    await backup(served.url, tmp_path / "old.db")
    url = f"sqlite:///{tmp_path}/new.db"
    await restore(tmp_path / "old.db", url)
    back = await served_at(url)
    assert await newest_ids(back.unit_of_work) == ["old"]
    await back.engine.dispose()
