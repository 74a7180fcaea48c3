"""What the body-composition entries tell: change of weight, of lean mass, and its share."""

from datetime import date
from typing import Final, TypeAlias

from app.domain.case import BodyEntry
from app.domain.decimals import round_decimal
from app.domain.thresholds import MEASURABLE_LEAN_LOSS, MEASURABLE_WEIGHT_LOSS
from app.domain.units import PERCENT
from app.domain.value import value


@value
class Composition:
    """Facts over the entries on or before as_of; None is unknown.

    `loss_is_measurable`: False where the loss is known to be too small to judge.
    `lean_share_of_loss`: lean lost / weight lost, first to last DXA entry, of a measurable loss.
    `dxa_lean_difference_kg`: absolute difference of the last two DXA lean masses.
    `weight_change_pct`: first to last entry of any method, in % of the first weight.
    `*_missing`: the inputs that would supply the fact.
    """

    loss_is_measurable: bool | None = None
    lean_share_of_loss: float | None = None
    share_missing: tuple[str, ...] = ("body_composition",)
    first_dxa_on: date | None = None
    dxa_lean_difference_kg: float | None = None
    difference_missing: tuple[str, ...] = ("body_composition",)
    weight_change_pct: float | None = None
    weight_missing: tuple[str, ...] = ("body_composition",)


UNKNOWN: Final = Composition()
_Indexed: TypeAlias = tuple[int, BodyEntry]


def composition_of(entries: tuple[BodyEntry, ...] | None, *, as_of: date) -> Composition:
    """Derive the composition facts; entries after `as_of` are ignored."""
    if not entries:
        return UNKNOWN
    if not entries[1:]:  # nothing to compare with: the usual case
        (only,) = entries
        counts = only.method == "dxa" and only.measured_on <= as_of
        return Composition(first_dxa_on=only.measured_on) if counts else UNKNOWN
    past = past_entries(entries, as_of=as_of)
    dxa = [pair for pair in past if pair[1].method == "dxa"]
    measurable, share, share_missing = _lean_share(dxa)
    difference, difference_missing = _lean_difference(dxa)
    change, weight_missing = _weight_change(past)
    return Composition(
        measurable,
        share,
        share_missing,
        dxa[0][1].measured_on if dxa else None,
        difference,
        difference_missing,
        change,
        weight_missing,
    )


def past_entries(entries: tuple[BodyEntry, ...] | None, *, as_of: date) -> list[_Indexed]:
    """The entries up to `as_of` by day, those of one day as they came; each with its place."""
    past = [pair for pair in enumerate(entries or ()) if pair[1].measured_on <= as_of]
    if past[1:]:
        past.sort(key=_day)
    return past


def _day(pair: _Indexed) -> date:
    return pair[1].measured_on


def lean_change_kg(first: BodyEntry, last: BodyEntry) -> float | None:
    """Change of fat-free mass where both have it, else of lean soft tissue, else None."""
    if first.fat_free_mass_kg is not None and last.fat_free_mass_kg is not None:
        return round_decimal(last.fat_free_mass_kg - first.fat_free_mass_kg)
    if first.lean_soft_tissue_kg is not None and last.lean_soft_tissue_kg is not None:
        return round_decimal(last.lean_soft_tissue_kg - first.lean_soft_tissue_kg)
    return None


def _spans_time(entries: list[_Indexed]) -> bool:
    return bool(entries) and entries[0][1].measured_on < entries[-1][1].measured_on


def _weight_change_kg(first: BodyEntry, last: BodyEntry) -> float | None:
    if first.weight_kg is None or last.weight_kg is None:
        return None
    return round_decimal(last.weight_kg - first.weight_kg)


def _lean_share(dxa: list[_Indexed]) -> tuple[bool | None, float | None, tuple[str, ...]]:
    if not _spans_time(dxa):
        return None, None, ("body_composition",)
    first, last = dxa[0], dxa[-1]
    weight = _weight_change_kg(first[1], last[1])
    lean = lean_change_kg(first[1], last[1])
    too_little_weight = weight is not None and -weight < MEASURABLE_WEIGHT_LOSS.value
    too_little_lean = lean is not None and -lean < MEASURABLE_LEAN_LOSS.value
    if too_little_weight or too_little_lean:
        return False, None, ()
    if weight is None or lean is None:
        missing = (
            *_absent_weights(first, last),
            *(_absent_lean(first, last) if lean is None else ()),
        )
        return None, None, missing
    return True, round_decimal(lean / weight), ()


def _lean_difference(dxa: list[_Indexed]) -> tuple[float | None, tuple[str, ...]]:
    if not dxa[1:]:
        return None, ("body_composition",)
    before, last = dxa[-2:]
    change = lean_change_kg(before[1], last[1])
    if change is None:
        return None, _absent_lean(before, last)
    return abs(change), ()


def _weight_change(past: list[_Indexed]) -> tuple[float | None, tuple[str, ...]]:
    if not _spans_time(past):
        return None, ("body_composition",)
    first, last = past[0], past[-1]
    change = _weight_change_kg(first[1], last[1])
    if change is None or first[1].weight_kg is None:
        return None, _absent_weights(first, last)
    return round_decimal(PERCENT * change / first[1].weight_kg), ()


def _absent_weights(*pairs: _Indexed) -> tuple[str, ...]:
    return tuple(
        f"body_composition[{i}].weight_kg" for i, entry in pairs if entry.weight_kg is None
    )


def _absent_lean(*pairs: _Indexed) -> tuple[str, ...]:
    return tuple(
        f"body_composition[{i}].fat_free_mass_kg"
        for i, entry in pairs
        if entry.fat_free_mass_kg is None
    )
