"""Erased means gone: not only for queries but from the files, too."""

from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.compact import compact
from app.persistence.engine import make_engine
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import LOCAL_TENANT
from tests.persistence.stored import (
    add,
    add_with_key,
    an_assessment,
    at,
    get,
    newest_ids,
    remove,
    replay_of,
)

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


@pytest.mark.parametrize("how", ["by id", "by patient", "by age"])
async def test_no_byte_of_a_patient_or_a_key_stays_however_it_is_erased(
    sqlite_url: str, how: str
) -> None:
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    secret = SECRET.decode()
    stored = an_assessment(f"id-{secret}", patient_ref=secret, document=SECRET * 400)
    await add_with_key(unit_of_work, stored, f"key-{secret}")
    await add_with_key(unit_of_work, an_assessment("kept", created_at=at(1)), "kept-key")
    assert files_with(SECRET, sqlite_url) == ["leankeep.db-wal"]
    async with unit_of_work(LOCAL_TENANT) as repositories:
        match how:
            case "by id":
                await repositories.assessments.remove(stored.id)
            case "by patient":
                assert len(await repositories.assessments.remove_of_patient(secret)) == 1
            case _:
                assert len(await repositories.assessments.remove_older_than(at(1))) == 1
    assert files_with(SECRET, sqlite_url) == []
    assert await replay_of(unit_of_work, "kept-key") is not None
    await engine.dispose()
    assert files_with(SECRET, sqlite_url) == []


async def test_no_byte_of_a_forgotten_key_stays(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    await add_with_key(unit_of_work, an_assessment("a"), SECRET.decode())
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.replays.remove_older_than(at(1)) == 1
    assert files_with(SECRET, sqlite_url) == []
    await engine.dispose()


async def test_what_sqlite_left_in_gaps_is_gone_once_compacted(sqlite_url: str) -> None:
    """A coming and going in which SQLite 3.40 does leave a piece behind without compacting."""
    engine = make_engine(sqlite_url)
    unit_of_work = sql_unit_of_work(engine)
    others: list[str] = []
    async with unit_of_work(LOCAL_TENANT) as repositories:
        for number in range(1000):
            drawn = sha256(f"5 {number}".encode()).digest()
            of_secret = int.from_bytes(drawn[-2:]) % 10 == 0
            stored = an_assessment(
                drawn.hex(),
                created_at=at(int.from_bytes(drawn[:4])),
                patient_ref=SECRET.decode() if of_secret else f"p{int.from_bytes(drawn[-3:]) % 50}",
                document=b"x" * (int.from_bytes(drawn[4:6]) >> 4),
            )
            await repositories.assessments.add(stored)
            if not of_secret:
                others.append(stored.id)
            if int.from_bytes(drawn[10:12]) % 100 < 10 and others:
                gone = others.pop(int.from_bytes(drawn[12:15]) % len(others))
                await repositories.assessments.remove(gone)
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert len(await repositories.assessments.remove_of_patient(SECRET.decode())) == 97
    await compact(engine)
    assert files_with(SECRET, sqlite_url) == []
    await engine.dispose()


async def test_compacting_changes_no_row_and_fits_beside_a_reader(engine: AsyncEngine) -> None:
    unit_of_work = sql_unit_of_work(engine)
    await add_with_key(unit_of_work, an_assessment("a"), "key")
    async with unit_of_work(LOCAL_TENANT) as repositories:
        assert await repositories.assessments.get("a") == an_assessment("a")
        await compact(engine)
    await compact(engine)
    assert await newest_ids(unit_of_work) == ["a"]
    assert await replay_of(unit_of_work, "key") is not None
