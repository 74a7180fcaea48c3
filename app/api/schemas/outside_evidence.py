"""Wire shape of the outside evidence beside a projection."""

from typing_extensions import TypedDict

from app.api.schemas.citations import ReferenceOut, references
from app.domain.projection.answer import External


class RangeOut(TypedDict):
    """Low and high end."""

    low: float
    high: float


class ComparatorOut(TypedDict):
    """A row of outside evidence on the lean share."""

    scenario: str
    lean_share: RangeOut
    central: float
    references: list[ReferenceOut]
    note: str


class IncrementOut(TypedDict):
    """What outside evidence adds for sermorelin."""

    relative_reduction: float
    references: list[ReferenceOut]
    note: str


class ExternalOut(TypedDict):
    """Outside evidence, never mixed into the band."""

    comparators: list[ComparatorOut]
    sermorelin_increment: IncrementOut
    text: str


def plain_external(external: External) -> ExternalOut:
    """The shape of the outside evidence."""
    increment = external.sermorelin_increment
    return {
        "comparators": [
            {
                "scenario": row.scenario,
                "lean_share": {"low": row.low, "high": row.high},
                "central": row.central,
                "references": references(row.references),
                "note": row.note,
            }
            for row in external.comparators
        ],
        "sermorelin_increment": {
            "relative_reduction": increment.relative_reduction,
            "references": references(increment.references),
            "note": increment.note,
        },
        "text": external.text,
    }
