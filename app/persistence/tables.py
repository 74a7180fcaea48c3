"""The schema of today; `alembic/versions` tells how it came about."""

from typing import Final

from sqlalchemy import BigInteger, Column, Date, Index, LargeBinary, MetaData, Table, Text

metadata: Final = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s"}
)

# Byte order on both databases: a PostgreSQL cluster may sort text by the rules of a language,
# and then a keyset walk would go another way there than on SQLite.
_Ordered: Final = Text().with_variant(Text(collation="C"), "postgresql")

assessments: Final = Table(
    "assessments",
    metadata,
    Column("id", _Ordered, primary_key=True),
    # Microseconds since 1970 in UTC. An integer is exact and sorts alike everywhere, while SQLite
    # has no time type and would compare whatever text a driver wrote.
    Column("created_at_us", BigInteger, nullable=False),
    Column("patient_ref", _Ordered, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("ruleset_version", Text, nullable=False),
    Column("ruleset_sha256", Text, nullable=False),
    Column("summary", LargeBinary, nullable=False),
    # Last, so that SQLite finds all the others without reading through it.
    Column("document", LargeBinary, nullable=False),
    # Both are read backwards, newest first: a descending index would gain nothing.
    Index(None, "patient_ref", "created_at_us", "id"),
    Index(None, "created_at_us", "id"),
)
