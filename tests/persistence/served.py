"""A SQLite database as a running service has it open, and what lies in its directory."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from app.persistence.engine import make_engine, sqlite_file
from app.persistence.migrate import migrate
from app.persistence.unit_of_work import sql_unit_of_work
from app.use_cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Served:
    url: str
    engine: AsyncEngine
    unit_of_work: UnitOfWork

    @property
    def file(self) -> Path:
        return sqlite_file(self.url)


async def served_at(url: str) -> Served:
    engine = make_engine(url)
    await migrate(engine)
    return Served(url, engine, sql_unit_of_work(engine))


def ids_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM assessments")}


def files_in(directory: Path) -> set[str]:
    return {path.name for path in directory.iterdir()}
