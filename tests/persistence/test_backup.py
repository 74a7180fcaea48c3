"""A copy of a database that is being written to is whole, and of one moment."""

import asyncio
import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.persistence import backup as module
from app.persistence.backup import backup, restore
from app.persistence.backup_check import BackupError
from app.persistence.engine import DatabaseUrlError
from app.use_cases.ports import LOCAL_TENANT, AuditEvent
from tests.persistence.served import Served, files_in, ids_in, served_at
from tests.persistence.stored import NOON, add, an_assessment, newest_ids, remove

pytestmark = pytest.mark.slow


async def test_a_copy_is_one_private_file_with_everything(served: Served, tmp_path: Path) -> None:
    target = tmp_path / "kept" / "copy ?#%.db"
    target.parent.mkdir()
    umask = os.umask(0)
    try:
        await backup(served.url, target)
    finally:
        os.umask(umask)
    assert files_in(target.parent) == {target.name}
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes()[18:20] == b"\x01\x01"  # no log beside it is needed
    await remove(served.unit_of_work, "a")
    copy = await served_at(f"sqlite:///{shutil.copy(target, tmp_path / 'copy.db')}")
    assert await newest_ids(copy.unit_of_work) == ["a"]
    await copy.engine.dispose()


async def test_a_copy_made_while_others_write_is_of_one_moment(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAGES_AT_ONCE", 1)
    written: list[int] = []
    many = asyncio.Event()
    go_on = True

    async def write_pairs(writer: int) -> None:
        number = writer
        while go_on:
            pair = [an_assessment(f"{number} {half}", document=b"x" * 9000) for half in "ab"]
            async with served.unit_of_work(LOCAL_TENANT) as repositories:
                for each in pair:
                    await repositories.assessments.add(each)
                event = AuditEvent(NOON, "local", "assessment.created", pair[0].id)
                await repositories.audit.append(event)
            written.append(number)
            number += 2
            if len(written) == 40:
                many.set()

    writers = [asyncio.create_task(write_pairs(writer)) for writer in (0, 1)]
    await many.wait()
    done_before = set(written)
    for number in range(3):
        await backup(served.url, tmp_path / f"copy{number}.db")
    go_on = False
    await asyncio.gather(*writers)
    assert len(written) > len(done_before) + 3  # they did write meanwhile
    for number in range(3):
        ids = ids_in(tmp_path / f"copy{number}.db") - {"a"}
        pairs = {each.split()[0] for each in ids}
        assert ids == {f"{pair} {half}" for pair in pairs for half in "ab"}
        assert {str(each) for each in done_before} <= pairs
        copy = await served_at(f"sqlite:///{tmp_path}/copy{number}.db")
        async with copy.unit_of_work(LOCAL_TENANT) as repositories:
            assert await repositories.audit.first_broken() is None
        await copy.engine.dispose()


async def test_a_copy_overwrites_nothing(served: Served, tmp_path: Path) -> None:
    for target in (tmp_path / "there.db", served.file):
        target.touch()
        before = target.read_bytes()
        with pytest.raises(BackupError, match="not overwritten"):
            await backup(served.url, target)
        assert target.read_bytes() == before


async def test_what_cannot_be_copied_leaves_no_file(tmp_path: Path, postgres_url: str) -> None:
    target = tmp_path / "copy.db"
    with pytest.raises(BackupError, match="no such file"):
        await backup(f"sqlite:///{tmp_path}/missing.db", target)
    (tmp_path / "text.db").write_bytes(b"not a database" * 1000)
    with pytest.raises(BackupError, match="SQLITE_NOTADB"):
        await backup(f"sqlite:///{tmp_path}/text.db", target)
    (tmp_path / "empty.db").touch()
    with pytest.raises(BackupError, match="no database of this service"):
        await backup(f"sqlite:///{tmp_path}/empty.db", target)
    with pytest.raises(DatabaseUrlError):
        await backup(postgres_url, target)
    assert files_in(tmp_path) == {"text.db", "empty.db"}


async def test_a_directory_that_is_not_there_is_told(served: Served, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="No such file or directory"):
        await backup(served.url, tmp_path / "missing" / "copy.db")


async def test_a_damaged_database_is_not_taken_for_a_copy(served: Served, tmp_path: Path) -> None:
    stored = [an_assessment(f"{n}", document=b"x" * 3000) for n in range(50)]
    await add(served.unit_of_work, *stored)
    await served.engine.dispose()
    damage(served.file)
    with pytest.raises(BackupError, match=r"damaged|SQLITE_CORRUPT"):
        await backup(served.url, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
    with pytest.raises(BackupError, match=r"damaged|SQLITE_CORRUPT"):
        await restore(served.file, f"sqlite:///{tmp_path}/new.db")
    assert not (tmp_path / "new.db").exists()


async def test_a_damaged_schema_is_not_taken_for_a_copy(served: Served, tmp_path: Path) -> None:
    await served.engine.dispose()
    with served.file.open("r+b") as file:
        file.seek(3072)
        file.write(b"\xff" * 1024)
    with pytest.raises(BackupError, match=r"damaged|SQLITE_CORRUPT"):
        await restore(served.file, f"sqlite:///{tmp_path}/new.db")
    assert not (tmp_path / "new.db").exists()


def damage(path: Path) -> None:
    """Spoil the index of the patients, of which no reading of documents would tell."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'ix_assessments_%patient%'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096 + 2048)
        file.write(b"\xff" * 1024)


class Meanwhile(threading.Event):
    """Does something between any two steps of a copy, and never stops it."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self.act = act
        self.steps = 0

    def is_set(self) -> bool:
        self.act()
        self.steps += 1
        return self.steps > 1000


async def test_writes_between_two_steps_do_not_start_a_copy_again(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAGES_AT_ONCE", 1)
    with closing(sqlite3.connect(served.file, isolation_level=None)) as other:
        meanwhile = Meanwhile(
            lambda: other.execute("UPDATE assessments SET as_of = '2026-01-01'").close()
        )
        with (
            module._opened(served.file, "rw") as source,  # noqa: SLF001
            module._new_file(tmp_path / "copy.db") as target,  # noqa: SLF001
        ):
            module._copy(source, target, meanwhile)  # noqa: SLF001
            (pages,) = target.execute("PRAGMA page_count").fetchone()
    assert meanwhile.steps == pages
    assert ids_in(tmp_path / "copy.db") == {"a"}


async def test_what_is_erased_during_a_copy_is_gone_after_it(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = b"only-ever-said-of-this-patient"
    await add(served.unit_of_work, an_assessment("s", document=secret))
    whole_copy = module._copy  # noqa: SLF001
    connection = sqlite3.connect(
        served.file, timeout=0, isolation_level=None, check_same_thread=False
    )
    with closing(connection) as other:
        other.execute("PRAGMA secure_delete = ON")

        def erase() -> None:
            other.execute("DELETE FROM assessments WHERE id = 's'")
            log = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            assert log[0] == 1  # the copy is in the way

        monkeypatch.setattr(
            module, "_copy", lambda source, target, _: whole_copy(source, target, Meanwhile(erase))
        )
        await backup(served.url, tmp_path / "copy.db")
    assert ids_in(tmp_path / "copy.db") == {"a", "s"}
    wal = served.file.with_name("leankeep.db-wal")
    assert secret not in served.file.read_bytes() + wal.read_bytes()


async def test_a_copy_that_is_stopped_leaves_no_file(served: Served, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with (
        pytest.raises(BackupError, match="stopped"),
        module._opened(served.file, "rw") as source,  # noqa: SLF001 # as _in_thread does
        module._new_file(tmp_path / "copy.db") as target,  # noqa: SLF001
    ):
        module._copy(source, target, stop)  # noqa: SLF001
    assert "copy.db" not in files_in(tmp_path)
    assert not [name for name in files_in(tmp_path) if name.startswith(".leankeep-")]
