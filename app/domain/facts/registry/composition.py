"""Body composition: what scans and scales saw, and the DEXA plan."""

from typing import Final

from app.domain.facts.fact import Fact, Input, derived, inner
from app.domain.facts.facts import Facts
from app.domain.facts.registry.sermorelin import STARTED_ON, STARTED_ON_INPUT, STATUS
from app.domain.facts.registry.support import DEXA_BASELINE, DEXA_BASELINE_INPUT
from app.domain.thresholds import FIRST_SCAN_WITHIN
from app.domain.units import DAYS_PER_WEEK, PERCENT

COMPOSITION_INPUT: Final = Input(
    path="body_composition",
    label="body composition",
    question="Which measurements of body composition are there?",
    answer="entry",
)
ENTRY_INPUTS: Final = (
    Input(
        path="body_composition[].weight_kg",
        label="weight on the day of the measurement",
        question="What did the patient weigh on the day of the measurement?",
        answer="number",
        unit="kg",
    ),
    Input(
        path="body_composition[].fat_free_mass_kg",
        label="fat-free mass",
        question="What fat-free mass did the measurement give?",
        answer="number",
        unit="kg",
    ),
)


def _missing_share(facts: Facts) -> tuple[str, ...]:
    return facts.composition.share_missing


def _missing_treated_share(facts: Facts) -> tuple[str, ...]:
    if _first_scan_is_late(facts):
        return (COMPOSITION_INPUT.path,)
    return facts.composition.share_missing


def _missing_difference(facts: Facts) -> tuple[str, ...]:
    return facts.composition.difference_missing


def _missing_weight_change(facts: Facts) -> tuple[str, ...]:
    return facts.composition.weight_missing


def _missing_first_dexa(facts: Facts) -> tuple[str, ...]:
    ask_plan = (DEXA_BASELINE_INPUT.path,) if facts.monitoring.dexa_baseline is None else ()
    if facts.composition.first_dxa_on is None:
        return (*ask_plan, COMPOSITION_INPUT.path)
    return (*ask_plan, STARTED_ON_INPUT.path) if _entry_awaits_start(facts) else ask_plan


def _first_dxa_on(facts: Facts) -> str | None:
    day = facts.composition.first_dxa_on
    return None if day is None else day.isoformat()


def _has_first_dexa(facts: Facts) -> bool | None:
    """Whether there is a DEXA from the start; None where a missing start keeps an entry open."""
    return None if _entry_awaits_start(facts) else facts.dexa_baseline


def _entry_awaits_start(facts: Facts) -> bool:
    return (
        facts.composition.first_dxa_on is not None
        and facts.sermorelin.started_on is None
        and not facts.treatment.planned
        and not facts.dexa_baseline
    )


def _first_scan_is_late(facts: Facts) -> bool:
    first, started_on = facts.composition.first_dxa_on, facts.sermorelin.started_on
    if first is None or started_on is None:
        return False
    return (first - started_on).days > DAYS_PER_WEEK * FIRST_SCAN_WITHIN.value


def _spans_treatment(facts: Facts) -> bool:
    return facts.sermorelin.started_on is not None and not _first_scan_is_late(facts)


def _treated_loss_is_measurable(facts: Facts) -> bool | None:
    return facts.composition.loss_is_measurable if _spans_treatment(facts) else None


def _treated_share_pct(facts: Facts) -> float | None:
    return _share_pct(facts) if _spans_treatment(facts) else None


def _share_pct(facts: Facts) -> float | None:
    share = facts.composition.lean_share_of_loss
    return None if share is None else PERCENT * share


def _weight_fall_pct(facts: Facts) -> float | None:
    change = facts.composition.weight_change_pct
    return None if change is None else -change


FIRST_DXA_ON: Final[Fact[str]] = derived(
    "body_composition.first_dxa_on",
    "first DXA",
    _first_dxa_on,
    supplied_by=(COMPOSITION_INPUT.path,),
)
LEAN_SHARE: Final[Fact[float]] = derived(
    "body_composition.lean_share_of_loss",
    "observed lean share of the loss",
    "composition.lean_share_of_loss",
    supplied_by=_missing_share,
    unit="1",
)
DXA_DIFFERENCE: Final[Fact[float]] = derived(
    "body_composition.dxa_lean_difference_kg",
    "difference of the last two DXA lean masses",
    "composition.dxa_lean_difference_kg",
    supplied_by=_missing_difference,
    unit="kg",
)
WEIGHT_CHANGE: Final[Fact[float]] = derived(
    "body_composition.weight_change_pct",
    "observed change of weight",
    "composition.weight_change_pct",
    supplied_by=_missing_weight_change,
    unit="%",
)

LOSS_MEASURABLE: Final[Fact[bool]] = inner(
    "body_composition.loss_is_measurable",
    "loss large enough to take a share of",
    "composition.loss_is_measurable",
    supplied_by=_missing_share,
    says=(
        "the observed loss is large enough to take a share of",
        "the observed loss is too small to take a share of",
    ),
)
TREATED_LOSS_MEASURABLE: Final[Fact[bool]] = inner(
    "body_composition.treated_loss_is_measurable",
    "loss under treatment large enough to take a share of",
    _treated_loss_is_measurable,
    supplied_by=_missing_treated_share,
    made_of=(STARTED_ON,),
    says=(
        "the loss observed under treatment is large enough to take a share of",
        "the loss observed under treatment is too small to take a share of",
    ),
)
TREATED_LEAN_SHARE_PCT: Final[Fact[float]] = inner(
    "body_composition.treated_lean_share_of_loss_pct",
    "lean share of the loss observed under treatment",
    _treated_share_pct,
    supplied_by=_missing_treated_share,
    unit="%",
    made_of=(STARTED_ON, LEAN_SHARE),
)
LEAN_SHARE_PCT: Final[Fact[float]] = inner(
    "body_composition.lean_share_of_loss_pct",
    "observed lean share of the loss",
    _share_pct,
    supplied_by=_missing_share,
    unit="%",
    made_of=(LEAN_SHARE,),
)
WEIGHT_FALL: Final[Fact[float]] = inner(
    "body_composition.weight_fall_pct",
    "observed fall of weight",
    _weight_fall_pct,
    supplied_by=_missing_weight_change,
    unit="%",
    made_of=(WEIGHT_CHANGE,),
)
FIRST_DEXA: Final[Fact[bool]] = inner(
    "body_composition.has_first_dexa",
    "DEXA from the start",
    _has_first_dexa,
    supplied_by=_missing_first_dexa,
    made_of=(STATUS, STARTED_ON, FIRST_DXA_ON, DEXA_BASELINE),
    says=("there is a DEXA from the start", "there is no DEXA from the start"),
)

INPUTS: Final = (COMPOSITION_INPUT, *ENTRY_INPUTS)
FACTS: Final = (
    FIRST_DXA_ON,
    LEAN_SHARE,
    DXA_DIFFERENCE,
    WEIGHT_CHANGE,
    LOSS_MEASURABLE,
    TREATED_LOSS_MEASURABLE,
    TREATED_LEAN_SHARE_PCT,
    LEAN_SHARE_PCT,
    WEIGHT_FALL,
    FIRST_DEXA,
)
