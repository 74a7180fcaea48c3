"""Erased means gone: not only for queries but from the files, too."""

from pathlib import Path

from sqlalchemy import make_url

from app.persistence.engine import make_engine
from app.persistence.unit_of_work import sql_unit_of_work
from tests.persistence.stored import add, an_assessment, get, remove

SECRET = b"only-ever-said-of-this-patient"


def files_with(secret: bytes, database_url: str) -> list[str]:
    path = Path(str(make_url(database_url).database))
    return [file.name for file in sorted(path.parent.iterdir()) if secret in file.read_bytes()]


async def test_no_byte_of_an_erased_assessment_stays_in_a_sqlite_file(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    kept = an_assessment("kept", document=b"kept-as-it-was" * 9000)
    await add(
        unit_of_work,
        an_assessment("short", document=SECRET),
        kept,
        an_assessment("long", document=SECRET * 9000),
    )
    assert files_with(SECRET, sqlite_url) == ["leankeep.db-wal"]
    await remove(unit_of_work, "short")
    await remove(unit_of_work, "long")
    assert files_with(SECRET, sqlite_url) == []
    assert await get(unit_of_work, "kept") == kept
    await engine.dispose()
    assert files_with(SECRET, sqlite_url) == []
    assert files_with(b"kept-as-it-was", sqlite_url) == ["leankeep.db"]


async def test_no_byte_stays_once_pages_were_moved_into_the_main_file(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    await add(sql_unit_of_work(engine), an_assessment("a", document=SECRET * 9000))
    await engine.dispose()
    assert files_with(SECRET, sqlite_url) == ["leankeep.db"]
    await remove(sql_unit_of_work(engine), "a")
    assert files_with(SECRET, sqlite_url) == []
    await engine.dispose()


async def test_a_reader_in_the_way_does_not_undo_the_erasure(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    await add(unit_of_work, an_assessment("a", document=SECRET))
    async with engine.connect() as reader:
        await reader.exec_driver_sql("BEGIN")
        await reader.exec_driver_sql("SELECT id FROM assessments")
        await remove(unit_of_work, "a")
    await add(unit_of_work, an_assessment("b"))
    await remove(unit_of_work, "b")
    assert files_with(SECRET, sqlite_url) == []
    await engine.dispose()
