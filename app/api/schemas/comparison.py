"""Wire shapes of a comparison: a base case and patches of it, side by side."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

from pydantic import Field
from typing_extensions import TypedDict

from app.api.merge_patch import merge_patch
from app.api.schemas.case import CaseIn
from app.api.schemas.dosing_window import DosingWindowOut, plain_dosing_window
from app.api.schemas.out import BandOut, EvaluationOut, plain_band, plain_header
from app.api.schemas.projection import ProjectionOut, plain_projection
from app.api.schemas.wire_types import WireModel
from app.domain.comparison import ArmDifference, Differences, Outcome
from app.use_cases.compare_cases import ComparedVariant, Comparison, GivenCase

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

    def base_case(self, *, today: date) -> GivenCase:
        """The domain's value of the base."""
        return GivenCase(f"/{BASE}", self.base.to_domain(today=today))

    def variant_cases(self, *, today: date) -> list[GivenCase]:
        """Those of the variants: the base with each one's patch put in."""
        base = _as_sent(self.base)
        merged = (
            CaseIn.model_validate(merge_patch(base, _as_sent(variant.patch)))
            for variant in self.variants
        )
        return [
            GivenCase(f"/variants/{index}/patch", case.to_domain(today=today))
            for index, case in enumerate(merged)
        ]


def _as_sent(case: CaseIn) -> dict[str, object]:
    """The body again: what was sent as null is null, what was left out is left out."""
    return case.model_dump(mode="json", exclude_unset=True)


class ArmDifferenceOut(TypedDict):
    """One arm, variant - base: best with best, central with central, worst with worst."""

    lean_loss_kg: BandOut | None
    fat_loss_kg: BandOut | None


class NotComparedOut(TypedDict):
    """A difference that is null, and why."""

    difference: Annotated[str, Field(examples=["control.lean_loss_kg"])]
    reason: Annotated[str, Field(examples=["different control tables"])]


class DifferencesOut(TypedDict):
    """Variant - base in kg; weight loss and lean mass saved are the central ones."""

    verdict_changed: bool
    weight_loss_kg: float | None
    control: ArmDifferenceOut
    sermorelin: ArmDifferenceOut
    lean_saved_kg: float | None
    not_compared: Annotated[list[NotComparedOut], Field(description="A reason for every null.")]


class ComparedOut(TypedDict):
    """One case of the comparison."""

    name: str
    as_of: date
    dosing_window: DosingWindowOut
    projection: ProjectionOut


class VariantOut(ComparedOut):
    """A variant, and what it changes."""

    same_control_table: Annotated[
        bool,
        Field(description="Whether the document's same control shares hold as for the base."),
    ]
    differences: DifferencesOut


class ComparisonAnswer(EvaluationOut):
    """Answer of POST /v1/comparisons."""

    note: Annotated[str, Field(examples=[NOTE])]
    base: ComparedOut
    variants: list[VariantOut]


def plain_comparison(names: Iterable[str], comparison: Comparison) -> ComparisonAnswer:
    """The shape of a comparison; `names` are those of the variants."""
    return {
        **plain_header(),
        "note": NOTE,
        "base": _compared(BASE, comparison.base),
        "variants": [
            _variant(name, compared)
            for name, compared in zip(names, comparison.variants, strict=True)
        ],
    }


def _compared(name: str, outcome: Outcome) -> ComparedOut:
    return {
        "name": name,
        "as_of": outcome.as_of,
        "dosing_window": plain_dosing_window(outcome.dosing_window),
        "projection": plain_projection(outcome.projection),
    }


def _variant(name: str, compared: ComparedVariant) -> VariantOut:
    return {
        **_compared(name, compared.outcome),
        "same_control_table": compared.differences.same_control_table,
        "differences": _differences(compared.differences),
    }


def _differences(found: Differences) -> DifferencesOut:
    return {
        "verdict_changed": found.verdict_changed,
        "weight_loss_kg": found.weight_loss_kg,
        "control": _arm(found.control),
        "sermorelin": _arm(found.sermorelin),
        "lean_saved_kg": found.lean_saved_kg,
        "not_compared": [
            {"difference": one.difference, "reason": one.reason} for one in found.not_compared
        ],
    }


def _arm(difference: ArmDifference) -> ArmDifferenceOut:
    lean, fat = difference.lean_loss_kg, difference.fat_loss_kg
    return {
        "lean_loss_kg": None if lean is None else plain_band(lean),
        "fat_loss_kg": None if fat is None else plain_band(fat),
    }
