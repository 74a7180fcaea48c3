"""What a rule answers on a case with gaps holds however the gaps are filled.

An Unknown asks for nothing that was given. A Raised or Clear stays what it is with every fact
that was missing, except where the catalogue itself says what a missing fact counts as.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case import Case
from app.domain.conditions.truth import Unknown
from app.domain.conflicts import check
from app.domain.errors import ConflictingCaseError
from app.domain.facts.facts import Facts, derive
from app.domain.rules import RULES
from app.domain.rules.rule import Verdict
from tests.domain.any_case import FULL, LISTS, SCALAR_PATHS, Leaves, body_from
from tests.domain.given import case_of

pytestmark = pytest.mark.slow

Place: TypeAlias = tuple[str, int, str]
"""A leaf of an entry: list, place in it, name."""

DATES: Final = ("sermorelin.status", "sermorelin.started_on")
BODY_AND_ACTIVITY: Final = (
    "energy.physical_activity_level",
    "energy.maintenance_kcal_per_day",
    "patient.sex",
    "patient.age_years",
    "patient.height_cm",
    "patient.weight_kg",
)
STATUS_UNKNOWN_WITH_A_DOSE: Final = dict.fromkeys(
    DATES, "a status that is unknown counts as planned or active where a dose is given"
)
SLEEP_OF_8_HOURS: Final = {"sermorelin.wake_time": "sleep is taken to last 8 h"}
COARSE_TIME: Final = {
    "sermorelin.minutes_before_sleep": "the time of day stands in for the minutes",
    "sermorelin.sleep_time": "the time of day stands in for the clock",
}
UNKNOWN_DIABETES: Final = {"patient.conditions.diabetes": "diabetes != true"}
FIRST_DEXA: Final = {
    "body_composition": "dexa_baseline false counts until an entry from before the start is known",
}
EITHER_LEAN: Final = {
    "fat_free_mass_kg": "fat-free mass in both, else lean soft tissue in both",
}

COUNTS_AS: Final[Mapping[str, Mapping[str, str]]] = {
    "timing-daytime": SLEEP_OF_8_HOURS | COARSE_TIME,
    "ext-timing-daytime-disputed": SLEEP_OF_8_HOURS | COARSE_TIME,
    "monitor-baseline-igf1-missing": STATUS_UNKNOWN_WITH_A_DOSE,
    "monitor-dexa-plan": STATUS_UNKNOWN_WITH_A_DOSE | FIRST_DEXA,
    "ext-older-adult": STATUS_UNKNOWN_WITH_A_DOSE,
    "ext-regulatory-status": STATUS_UNKNOWN_WITH_A_DOSE,
    "ext-training-first": STATUS_UNKNOWN_WITH_A_DOSE,
    "energy-no-deficit": STATUS_UNKNOWN_WITH_A_DOSE,
    "ext-combo-untested": STATUS_UNKNOWN_WITH_A_DOSE,
    "safety-active-malignancy": {
        "patient.conditions.oncology_clearance": "unknown clearance = not cleared",
    },
    "safety-cancer-history": {
        "patient.conditions.active_malignancy": "active_malignancy != true",
        "patient.conditions.oncology_clearance": "oncology_clearance != true",
    },
    "ext-pregnancy-lactation": {
        "patient.conditions.pregnant": "a man, or a woman after menopause, need not be asked",
        "patient.conditions.breastfeeding": "a man need not be asked",
    },
    "ext-glucose-prediabetes": UNKNOWN_DIABETES,
    "ext-glucose-diabetes": UNKNOWN_DIABETES,
    "ext-glucose-diabetes-known": UNKNOWN_DIABETES,
    "ext-igf1-above-uln": {
        "reference_high": "either bound is enough",
        "z_score": "either bound is enough",
    },
    "ext-dxa-uncertainty": EITHER_LEAN,
    "response-igf1-ok-no-composition": EITHER_LEAN,
    "glp1-lean-share-high": EITHER_LEAN,
    "energy-deficit-outside-trial": dict.fromkeys(
        BODY_AND_ACTIVITY,
        "a percentage that can be neither read nor computed leaves the kcal to decide",
    ),
    "ext-glp1-6month-weight": dict.fromkeys(
        (*SCALAR_PATHS,), "Clear where no projection is made from the document's GLP-1 figure"
    ),
}
"""By rule: the leaves that may be missing without an Unknown, and what the catalogue says."""

EXCLUSIVE: Final = (
    ("sermorelin.injection_time", "sermorelin.minutes_before_sleep"),
    ("sermorelin.injection_time", "sermorelin.time_of_day"),
    ("sermorelin.last_meal_end", "sermorelin.fasting_hours_before"),
    ("sermorelin.next_meal_start", "sermorelin.fasting_minutes_after"),
    ("energy.deficit_kcal_per_day", "energy.deficit_pct"),
    ("nutrition.protein_g_per_kg", "nutrition.protein_g_per_day"),
)
IN_ENTRIES: Final = {
    "labs": ("reference_high", "z_score"),
    "body_composition": ("weight_kg", "fat_free_mass_kg", "lean_soft_tissue_kg"),
}

# A stop that is left out is no stop, and an option that is left out has its default: neither is
# a gap, so neither is blanked.
_FEW: Final = st.frozensets(st.sampled_from((*SCALAR_PATHS, *LISTS)), max_size=8)
_TOGETHER: Final = st.sampled_from(
    (
        frozenset(DATES),
        frozenset(DATES) | {"body_composition"},
        frozenset({"sermorelin.wake_time"}),
        frozenset({"energy.maintenance_kcal_per_day"}),
        frozenset(BODY_AND_ACTIVITY),
    )
)
BLANKED: Final = st.one_of(
    _FEW,
    st.builds(frozenset.union, _TOGETHER, _FEW),
    st.frozensets(st.sampled_from(SCALAR_PATHS), min_size=10, max_size=40).map(
        frozenset(SCALAR_PATHS).difference
    ),
)
BLANKED_IN_ENTRIES: Final = st.sets(
    st.sampled_from(
        [
            (block, index, name)
            for block, names in IN_ENTRIES.items()
            for name in names
            for index in range(4)
        ]
    ),
    max_size=5,
)


def _blank(full: Leaves, blanked: AbstractSet[str], inner: AbstractSet[Place]) -> Leaves:
    left = {path: value for path, value in full.items() if path not in blanked}
    for block in LISTS:
        if block in left:
            left[block] = [
                {name: one for name, one in entry.items() if (block, index, name) not in inner}
                for index, entry in enumerate(left[block])
            ]
    return left


def _filled(left: Leaves, other: Leaves) -> Leaves:
    """Every gap filled from another case, as far as leaves do not exclude each other."""
    barred = {b for pair in EXCLUSIVE for a, b in (pair, pair[::-1]) if left.get(a) is not None}
    # Dates that tell the status leave no gap: the status left out is theirs.
    if left.get("sermorelin.started_on") or left.get("sermorelin.stopped_on"):
        barred.add("sermorelin.status")
    if left.get("sermorelin.stopped_on"):
        barred.add("sermorelin.started_on")
    extra = {
        path: value
        for path, value in other.items()
        if path not in barred and path != "sermorelin.stopped_on"
    }
    return extra | left


def _completions(left: Leaves, full: Leaves, other: Leaves) -> Iterator[Leaves]:
    if not any(path.startswith("sermorelin.") for path in left):
        # A block without a known leaf is no gap: there is no sermorelin.
        full, other = _without_sermorelin(full), _without_sermorelin(other)
    yield full
    everything = _filled(left, other)
    yield everything
    gaps = sorted(path for path in everything if path not in left)
    for parity in (0, 1):
        yield left | {path: everything[path] for path in gaps[parity::2]}


def _without_sermorelin(leaves: Leaves) -> Leaves:
    return {path: one for path, one in leaves.items() if not path.startswith("sermorelin.")}


def _is_valid(case: Case) -> bool:
    try:
        check(case)
    except ConflictingCaseError:
        return False
    return True


def _changed(left: Leaves, completion: Leaves) -> set[str]:
    """The gaps of `left` that the completion fills, an entry's by the leaf's name alone."""
    found = {path for path, value in completion.items() if value is not None and path not in left}
    for block in set(LISTS) & left.keys():
        found |= {
            name
            for before, after in zip(left[block], completion[block], strict=True)
            for name in after.keys() - before.keys()
        }
    return found


def _is_given(path: str, left: Leaves) -> bool:
    block, _, rest = path.partition("[")
    if not rest:
        return left.get(path) is not None
    index, _, name = rest.partition("].")
    return name in left[block][int(index)]


def _answers(facts: Facts) -> dict[str, Verdict]:
    return {rule.id: rule.decide(facts) for rule in RULES}


def _facts(leaves: Leaves) -> Facts | None:
    case = case_of(**body_from(leaves))
    return derive(case) if _is_valid(case) else None


@given(full=FULL, other=FULL, blanked=BLANKED, inner=BLANKED_IN_ENTRIES)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_a_rule_answers_only_what_it_can_know(
    full: Leaves, other: Leaves, blanked: AbstractSet[str], inner: AbstractSet[Place]
) -> None:
    left = _blank(full, blanked, inner)
    facts = _facts(left)
    assert facts is not None
    answers = _answers(facts)
    for rule_id, answer in answers.items():
        if isinstance(answer, Unknown):
            _assert_asks_for_gaps(rule_id, answer, facts, left)
    for completion in _completions(left, full, other):
        completed = _facts(completion)
        if completed is not None:
            _assert_holds(answers, _answers(completed), _changed(left, completion))


def _assert_asks_for_gaps(rule_id: str, answer: Unknown, facts: Facts, left: Leaves) -> None:
    assert answer.missing, rule_id
    assert len(set(answer.missing)) == len(answer.missing), rule_id
    for path in answer.missing:
        may_fall_short = path in LISTS or path in facts.clock.implausible
        assert may_fall_short or not _is_given(path, left), (rule_id, path)


def _assert_holds(
    answers: Mapping[str, Verdict], later: Mapping[str, Verdict], filled: set[str]
) -> None:
    for rule_id, answer in answers.items():
        if not isinstance(answer, Unknown) and type(later[rule_id]) is not type(answer):
            excused: Any = COUNTS_AS.get(rule_id, {})
            assert filled & excused.keys(), (rule_id, answer, later[rule_id])
