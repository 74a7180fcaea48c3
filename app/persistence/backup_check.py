"""Whether a SQLite file is sound, and one that this release can read."""

import sqlite3
from typing import Final

from app.persistence.migrate import SCRIPTS
from app.persistence.tables import metadata

_FIRST_TABLE: Final = "assessments"


class BackupError(Exception):
    """A copy cannot be made or brought back; the message names no value and no path."""


def check_integrity(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise BackupError("the database is damaged")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise BackupError("the database is damaged: a row lacks another that it belongs to")


def check_schema(connection: sqlite3.Connection) -> None:
    """Of this release or an earlier one, with all of its tables and columns where it is this."""
    columns = _columns(connection)
    if _FIRST_TABLE not in columns or "alembic_version" not in columns:
        raise BackupError("the file is no database of this service")
    from alembic.script import ScriptDirectory  # noqa: PLC0415 # a service does not load it

    scripts = ScriptDirectory(str(SCRIPTS))
    revisions = {row[0] for row in connection.execute("SELECT version_num FROM alembic_version")}
    if len(revisions) != 1 or not revisions <= {each.revision for each in scripts.walk_revisions()}:
        raise BackupError("the schema is not one that this release knows")
    if revisions == set(scripts.get_heads()) and any(
        not set(table.c.keys()) <= columns.get(name, set())
        for name, table in metadata.tables.items()
    ):
        raise BackupError("the schema lacks a table or a column")


def _columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    rows = connection.execute(
        """SELECT owner.name, field.name FROM sqlite_schema AS owner
           JOIN pragma_table_info(owner.name) AS field WHERE owner.type = 'table'"""
    )
    columns: dict[str, set[str]] = {}
    for table, column in rows:
        columns.setdefault(table, set()).add(column)
    return columns
