"""Wire shapes of a comparison: a base case and patches of it, side by side."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Final

from pydantic import Field

from app.api.field_errors import MOST_ERRORS
from app.api.json_answer import Plain
from app.api.merge_patch import merge_patch
from app.api.schemas.case import CaseIn
from app.api.schemas.dosing_window import DosingWindowOut, plain_dosing_window
from app.api.schemas.out import BandOut, EvaluationOut, OutModel, plain_header
from app.api.schemas.projection import ProjectionOut, plain_projection
from app.api.schemas.wire_types import WireModel
from app.domain.comparison import Differences, Outcome, differences, outcome_of
from app.domain.errors import Conflict, ConflictingCaseError

BASE: Final = "base"
NOTE: Final = (
    "Shown side by side, not ranked. Differences are variant - base. Where the two stand on "
    "different control tables the document gives no figure that sets them against each other, so "
    "lean and fat are not subtracted."
)


class VariantIn(WireModel):
    """What is otherwise in one variant."""

    name: str = Field(
        min_length=1,
        max_length=64,
        pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$",
        description="Differs from every other name and from `base`; no control characters.",
    )
    patch: CaseIn = Field(
        description="A JSON merge patch (RFC 7396) on the base as it was sent: what is named "
        "replaces, null makes unknown, a list is replaced as a whole."
    )


class ComparisonIn(WireModel):
    """A base case and one to nine variants of it."""

    base: CaseIn
    variants: Annotated[list[VariantIn], Field(min_length=1, max_length=9)]

    def merged(self) -> Iterator[CaseIn]:
        """Each variant's whole case."""
        base = _as_sent(self.base)
        for variant in self.variants:
            yield CaseIn.model_validate(merge_patch(base, _as_sent(variant.patch)))

    def outcomes(self, *, today: date) -> tuple[Outcome, list[Outcome]]:
        """What the base and each variant lead to.

        Raises ConflictingCaseError: of the base, else of every variant that contradicts itself.
        """
        try:
            base = outcome_of(self.base.to_domain(today=today))
        except ConflictingCaseError as error:
            raise ConflictingCaseError(_placed("/base", error)) from None
        outcomes: list[Outcome] = []
        conflicts: list[Conflict] = []
        for index, case in enumerate(self.merged()):
            try:
                outcomes.append(outcome_of(case.to_domain(today=today)))
            except ConflictingCaseError as error:
                conflicts += _placed(f"/variants/{index}/patch", error)
        if conflicts:
            raise ConflictingCaseError(tuple(conflicts[:MOST_ERRORS]))
        return base, outcomes


def _as_sent(case: CaseIn) -> dict[str, object]:
    """The body again: what was sent as null is null, what was left out is left out."""
    return case.model_dump(mode="json", exclude_unset=True)


def _placed(prefix: str, error: ConflictingCaseError) -> tuple[Conflict, ...]:
    return tuple(
        replace(conflict, pointer=f"{prefix}{conflict.pointer}") for conflict in error.conflicts
    )


class ArmDifferenceOut(OutModel):
    """One arm, variant - base: best with best, central with central, worst with worst."""

    lean_loss_kg: BandOut | None
    fat_loss_kg: BandOut | None


class NotComparedOut(OutModel):
    """A difference that is null, and why."""

    difference: str = Field(examples=["control.lean_loss_kg"])
    reason: str = Field(examples=["different control tables"])


class DifferencesOut(OutModel):
    """Variant - base in kg; weight loss and lean mass saved are the central ones."""

    verdict_changed: bool
    weight_loss_kg: float | None
    control: ArmDifferenceOut
    sermorelin: ArmDifferenceOut
    lean_saved_kg: float | None
    not_compared: list[NotComparedOut] = Field(description="A reason for every null.")


class ComparedOut(OutModel):
    """One case of the comparison."""

    name: str
    as_of: date
    dosing_window: DosingWindowOut
    projection: ProjectionOut


class VariantOut(ComparedOut):
    """A variant, and what it changes."""

    same_control_table: bool = Field(
        description="Whether the document's same control shares hold as for the base."
    )
    differences: DifferencesOut


class ComparisonAnswer(EvaluationOut):
    """Answer of POST /v1/comparisons."""

    note: str = Field(examples=[NOTE])
    base: ComparedOut
    variants: list[VariantOut]


def plain_comparison(asked: ComparisonIn, *, today: date) -> Plain:
    """The fields of `ComparisonAnswer`; raises ConflictingCaseError as `outcomes` does."""
    base, outcomes = asked.outcomes(today=today)
    return plain_header() | {
        "note": NOTE,
        "base": _compared(BASE, base),
        "variants": [
            _variant(variant.name, outcome, differences(base, outcome))
            for variant, outcome in zip(asked.variants, outcomes, strict=True)
        ],
    }


def _compared(name: str, outcome: Outcome) -> Plain:
    return {
        "name": name,
        "as_of": outcome.as_of,
        "dosing_window": plain_dosing_window(outcome.dosing_window),
        "projection": plain_projection(outcome.projection),
    }


def _variant(name: str, outcome: Outcome, found: Differences) -> Plain:
    told = DifferencesOut.model_validate(found).model_dump()
    return _compared(name, outcome) | {
        "same_control_table": found.same_control_table,
        "differences": told,
    }
