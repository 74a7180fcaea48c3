"""Tenants: every row gets one; idempotency keys, API keys and the audit trail join."""

import sqlalchemy as sa
from alembic import context, op
from alembic.util import CommandError

revision = "2026_11_25_tenants"
down_revision = "2026_11_22_assessments"
branch_labels = None
depends_on = None

ORDERED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
ORDER = (
    "tenant_id",
    "id",
    "created_at_us",
    "patient_ref",
    "as_of",
    "ruleset_version",
    "ruleset_sha256",
    "summary",
    "document",  # last, so that SQLite finds all the others without reading through it
)
JOINED = ("replays", "api_keys", "audit_events", "audit_heads")


def upgrade() -> None:
    drop_indexes_of_assessments()
    # What was stored so far belongs to the tenant of a service that asks for no keys.
    op.add_column(
        "assessments", sa.Column("tenant_id", ORDERED, nullable=False, server_default="local")
    )
    with op.batch_alter_table("assessments", partial_reordering=[ORDER]) as batch:
        batch.alter_column("tenant_id", server_default=None)
        batch.drop_constraint("pk_assessments", type_="primary")
        batch.create_primary_key("pk_assessments", ["tenant_id", "id"])
    create_indexes_of_assessments("tenant_id")
    create_replays()
    create_api_keys()
    create_audit()


def downgrade() -> None:
    refuse_to_mix_tenants()
    refuse_to_lose_records()
    for table in JOINED:
        op.drop_table(table)
    drop_indexes_of_assessments("tenant_id")
    with op.batch_alter_table("assessments") as batch:
        batch.drop_constraint("pk_assessments", type_="primary")
        batch.drop_column("tenant_id")
        batch.create_primary_key("pk_assessments", ["id"])
    create_indexes_of_assessments()


def refuse_to_mix_tenants() -> None:
    """Before tenants everybody read everything, and an id was unique over all of them."""
    others = op.get_bind().execute(
        sa.text("SELECT count(*) FROM assessments WHERE tenant_id <> 'local'")
    )
    if count := others.scalar_one():
        raise CommandError(
            f"{count} assessments belong to other tenants than 'local', and the older schema would"
            " show them to everybody: move or erase them first"
        )


def refuse_to_lose_records() -> None:
    """The older schema has no place for them; only the operator can say that they may go."""
    bind = op.get_bind()
    counts = {
        table: bind.execute(sa.select(sa.func.count()).select_from(sa.table(table))).scalar_one()
        for table in JOINED
    }
    held = ", ".join(f"{count} in {table}" for table, count in counts.items() if count)
    if held and context.get_x_argument(as_dictionary=True).get("lose-records") != "yes":
        raise CommandError(
            f"the older schema has no place for these rows: {held}. Back the database up, then"
            " repeat the command as `alembic -x lose-records=yes downgrade …`"
        )


def drop_indexes_of_assessments(*first: str) -> None:
    for columns in indexed(first):
        op.drop_index(f"ix_assessments_{'_'.join(columns)}", "assessments")


def create_indexes_of_assessments(*first: str) -> None:
    for columns in indexed(first):
        op.create_index(f"ix_assessments_{'_'.join(columns)}", "assessments", columns)


def indexed(first: tuple[str, ...]) -> list[list[str]]:
    return [[*first, "patient_ref", "created_at_us", "id"], [*first, "created_at_us", "id"]]


def create_replays() -> None:
    op.create_table(
        "replays",
        sa.Column("tenant_id", ORDERED, nullable=False),
        sa.Column("key", ORDERED, nullable=False),
        sa.Column("body_sha256", sa.Text, nullable=False),
        sa.Column("assessment_id", ORDERED, nullable=False),
        sa.Column("created_at_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "key", name="pk_replays"),
        sa.ForeignKeyConstraint(
            ["tenant_id", "assessment_id"],
            ["assessments.tenant_id", "assessments.id"],
            name="fk_replays_assessments",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    for columns in (["tenant_id", "assessment_id"], ["tenant_id", "created_at_us"]):
        op.create_index(f"ix_replays_{'_'.join(columns)}", "replays", columns)


def create_api_keys() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", ORDERED, nullable=False),
        sa.Column("tenant_id", ORDERED, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("secret_sha256", ORDERED, nullable=False),
        sa.Column("scopes", sa.Text, nullable=False),
        sa.Column("created_at_us", sa.BigInteger, nullable=False),
        sa.Column("expires_at_us", sa.BigInteger),
        sa.Column("revoked_at_us", sa.BigInteger),
        sa.Column("last_used_at_us", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
    )
    op.create_index("ix_api_keys_secret_sha256", "api_keys", ["secret_sha256"], unique=True)


def create_audit() -> None:
    op.create_table(
        "audit_events",
        sa.Column("tenant_id", ORDERED, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("subject", sa.Text),
        sa.Column("row_count", sa.BigInteger),
        sa.Column("previous_sha256", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "seq", name="pk_audit_events"),
    )
    op.create_table(
        "audit_heads",
        sa.Column("tenant_id", ORDERED, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name="pk_audit_heads"),
    )
