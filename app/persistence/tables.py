"""The schema of today; `alembic/versions` tells how it came about."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
    }
)

# Byte order on both databases: a PostgreSQL cluster may sort text by the rules of a language,
# and then a keyset walk would go another way there than on SQLite.
_Ordered: Final = Text().with_variant(Text(collation="C"), "postgresql")

# Every time is microseconds since 1970 in UTC. An integer is exact and sorts alike everywhere,
# while SQLite has no time type and would compare whatever text a driver wrote.
_Moment: Final = BigInteger

assessments: Final = Table(
    "assessments",
    metadata,
    Column("tenant_id", _Ordered, primary_key=True),
    Column("id", _Ordered, primary_key=True),
    Column("created_at_us", _Moment, nullable=False),
    Column("patient_ref", _Ordered, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("ruleset_version", Text, nullable=False),
    Column("ruleset_sha256", Text, nullable=False),
    Column("summary", LargeBinary, nullable=False),
    # Last, so that SQLite finds all the others without reading through it.
    Column("document", LargeBinary, nullable=False),
    # Both are read backwards, newest first: a descending index would gain nothing.
    Index(None, "tenant_id", "patient_ref", "created_at_us", "id"),
    Index(None, "tenant_id", "created_at_us", "id"),
)

replays: Final = Table(
    "replays",
    metadata,
    Column("tenant_id", _Ordered, primary_key=True),
    Column("key", _Ordered, primary_key=True),
    Column("body_sha256", Text, nullable=False),
    Column("assessment_id", _Ordered, nullable=False),
    Column("created_at_us", _Moment, nullable=False),
    # Looked at when the unit ends, so that a key can be claimed before its answer is stored.
    ForeignKeyConstraint(
        ["tenant_id", "assessment_id"],
        ["assessments.tenant_id", "assessments.id"],
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    ),
    Index(None, "tenant_id", "assessment_id"),
    Index(None, "tenant_id", "created_at_us"),
)

# The one table that is read before the tenant is known: a caller is found by the secret alone.
# So its keys are unique over all tenants; both are drawn at random, and no tenant chooses one.
api_keys: Final = Table(
    "api_keys",
    metadata,
    Column("id", _Ordered, primary_key=True),
    Column("tenant_id", _Ordered, nullable=False),
    Column("name", Text, nullable=False),
    Column("secret_sha256", _Ordered, nullable=False),
    Column("scopes", Text, nullable=False),  # sorted, a space between two
    Column("created_at_us", _Moment, nullable=False),
    Column("expires_at_us", _Moment),
    Column("revoked_at_us", _Moment),
    Column("last_used_at_us", _Moment),
    Index(None, "secret_sha256", unique=True),
)

audit_events: Final = Table(
    "audit_events",
    metadata,
    Column("tenant_id", _Ordered, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at_us", _Moment, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text),
    Column("row_count", BigInteger),
    Column("previous_sha256", Text, nullable=False),
    Column("sha256", Text, nullable=False),
)

# Where each chain ends, kept apart from it: a tail that was cut off is missed.
audit_heads: Final = Table(
    "audit_heads",
    metadata,
    Column("tenant_id", _Ordered, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
)
