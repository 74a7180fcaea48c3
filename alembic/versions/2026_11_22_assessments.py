"""Assessments: what was answered, kept to be answered again."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_assessments"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    ordered = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "assessments",
        sa.Column("id", ordered, nullable=False),
        sa.Column("created_at_us", sa.BigInteger, nullable=False),
        sa.Column("patient_ref", ordered, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("ruleset_version", sa.Text, nullable=False),
        sa.Column("ruleset_sha256", sa.Text, nullable=False),
        sa.Column("summary", sa.LargeBinary, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
    )
    op.create_index(
        "ix_assessments_patient_ref_created_at_us_id",
        "assessments",
        ["patient_ref", "created_at_us", "id"],
    )
    op.create_index("ix_assessments_created_at_us_id", "assessments", ["created_at_us", "id"])


def downgrade() -> None:
    op.drop_table("assessments")
