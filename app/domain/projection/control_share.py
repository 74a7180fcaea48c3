"""The share of lean mass in the weight lost without sermorelin."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.formula import Basis, Formula
from app.domain.projection.assumption import Assumption
from app.domain.projection.band import Band, band_of, combine
from app.domain.projection_thresholds import DIET_SHARE, GLP1_SHARE, TRAINED_SHARE
from app.domain.sources.cite import claim_ids
from app.domain.threshold import CitedBand, middle
from app.domain.thresholds import SESSIONS_OF_TRIAL
from app.domain.value import value
from app.domain.words import spelled

_FULL: Final = int(SESSIONS_OF_TRIAL.value)
DIET: Final = band_of(DIET_SHARE)
DIET_AND_TRAINING: Final = band_of(TRAINED_SHARE)
GLP1: Final = band_of(GLP1_SHARE)
TRAINING_UNKNOWN: Final = Band(
    min(DIET.best, DIET_AND_TRAINING.best),
    middle(DIET_SHARE.central, TRAINED_SHARE.central),
    max(DIET.worst, DIET_AND_TRAINING.worst),
)
"""Envelope of diet and diet with training, central half-way [assumption]."""

GLP1_BELOW_DIET: Final = Assumption(
    "glp1-share-below-diet-only",
    "The document's own tables give a GLP-1 a smaller lean share than diet alone, whatever the "
    "training; the document does not claim that a GLP-1 spares lean mass.",
)
_TRAINING_BETWEEN: Final = Assumption(
    "training-share-interpolated",
    f"With 1-{_FULL - 1} sessions a week the share lies on a line between diet and diet with "
    "training.",
)
_TRAINING_UNKNOWN: Final = Assumption(
    "training-unknown-share",
    "Training is unknown: the band spans diet with and without training.",
)
_GLP1_UNKNOWN: Final = Assumption(
    "glp1-unknown-as-none", "It is unknown whether a GLP-1 is taken: reckoned as none."
)

BETWEEN: Final = Formula(
    symbols=f"diet + (diet with training - diet) * sessions / {_FULL}",
    numbers=f"{{diet}} + ({{trained}} - {{diet}}) * ({{sessions}} / {_FULL})",
    function=lambda *, diet, trained, sessions: diet + (trained - diet) * (sessions / _FULL),
)
"""The share with some training, on a line by the sessions a week."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a share is for, in words, and what it rests on; `formula` where it is worked out."""

    id: str
    words: str
    basis: Basis
    claims: tuple[str, ...]
    formula: Formula | None = None


def _scenario(
    id_: str,
    words: str,
    *shares: CitedBand,
    basis: Basis = "document",
    formula: Formula | None = None,
) -> Scenario:
    values = (each for share in shares for each in (share.best, share.central, share.worst))
    claims = claim_ids(cite for each in values for cite in each.cites)
    return Scenario(id_, words, basis, claims, formula)


_ON_GLP1: Final = _scenario("glp1", "a GLP-1 drug, whatever the training", GLP1_SHARE)
_ON_DIET: Final = _scenario("diet", "diet alone", DIET_SHARE)
_TRAINED: Final = _scenario(
    "diet-and-training",
    f"diet with {spelled(_FULL)} or more sessions of resistance training a week",
    TRAINED_SHARE,
)
_SOME_TRAINING: Final = _scenario(
    "diet-and-some-training",
    f"diet with {' or '.join(map(spelled, range(1, _FULL)))} sessions of resistance training a "
    "week",
    DIET_SHARE,
    TRAINED_SHARE,
    basis="assumption",
    formula=BETWEEN,
)
_UNKNOWN: Final = _scenario(
    "diet-training-unknown",
    "diet, the training unknown",
    DIET_SHARE,
    TRAINED_SHARE,
    basis="assumption",
)
SCENARIOS: Final[Mapping[str, Scenario]] = MappingProxyType(
    {one.id: one for one in (_ON_GLP1, _ON_DIET, _TRAINED, _SOME_TRAINING, _UNKNOWN)}
)


@value
class ControlShare:
    """The share, the scenario it stands for, the assumptions it used, its claims."""

    scenario: str
    share: Band
    assumptions: tuple[Assumption, ...]
    claims: tuple[str, ...]


def control_share(facts: Facts, *, sessions: int | None) -> ControlShare:
    """The control share for this drug and this training (contract, section 4).

    `sessions` is passed apart so that an opportunity can ask for more of them.
    """
    if facts.on_glp1:
        return _of(_ON_GLP1, GLP1, GLP1_BELOW_DIET)
    glp1_unknown = (_GLP1_UNKNOWN,) if facts.on_glp1 is None else ()
    if sessions is None:
        return _of(_UNKNOWN, TRAINING_UNKNOWN, *glp1_unknown, _TRAINING_UNKNOWN)
    if sessions >= _FULL:
        return _of(_TRAINED, DIET_AND_TRAINING, *glp1_unknown)
    if sessions == 0:
        return _of(_ON_DIET, DIET, *glp1_unknown)
    between = combine(
        DIET,
        DIET_AND_TRAINING,
        lambda diet, trained: BETWEEN.function(diet=diet, trained=trained, sessions=sessions),
    )
    return _of(_SOME_TRAINING, between, *glp1_unknown, _TRAINING_BETWEEN)


def _of(scenario: Scenario, share: Band, *assumptions: Assumption) -> ControlShare:
    return ControlShare(scenario.id, share, assumptions, scenario.claims)
