"""The share of lean mass in the weight lost without sermorelin."""

from typing import Final

from app.domain import protocol
from app.domain.facts.facts import Facts
from app.domain.projection.assumption import Assumption
from app.domain.projection.band import Band, combine
from app.domain.value import value

DIET: Final = Band(0.24, 0.30, 0.40)
"""Diet alone; claims key-85-90-vs-70-76, intro-untreated-30lb-lean, jama-2014-placebo-kg."""
DIET_AND_TRAINING: Final = Band(0.24, 0.255, 0.27)
"""Diet and three sessions; claims jama-2014-placebo-kg (.242), ajp-92-73 (.27)."""
GLP1: Final = Band(0.20, 0.25, 0.30)
"""A GLP-1 drug; claims table-retention-glp1, glp1-over-25, combo-90-10."""
TRAINING_UNKNOWN: Final = Band(0.24, 0.2775, 0.40)
"""Envelope of diet and diet with training, central half-way [assumption]."""

GLP1_BELOW_DIET: Final = Assumption(
    "glp1-share-below-diet-only",
    "The document's own tables give a GLP-1 a smaller lean share than diet alone, whatever the "
    "training; the document does not claim that a GLP-1 spares lean mass.",
)
_TRAINING_BETWEEN: Final = Assumption(
    "training-share-interpolated",
    "With 1-2 sessions a week the share lies on a line between diet and diet with training.",
)
_TRAINING_UNKNOWN: Final = Assumption(
    "training-unknown-share",
    "Training is unknown: the band spans diet with and without training.",
)
_GLP1_UNKNOWN: Final = Assumption(
    "glp1-unknown-as-none", "It is unknown whether a GLP-1 is taken: reckoned as none."
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
        return ControlShare(
            "glp1", GLP1, (GLP1_BELOW_DIET,), ("table-retention-glp1", "glp1-over-25")
        )
    glp1_unknown = (_GLP1_UNKNOWN,) if facts.on_glp1 is None else ()
    diet = ("key-85-90-vs-70-76", "intro-untreated-30lb-lean")
    trained = ("jama-2014-placebo-kg", "ajp-92-73")
    if sessions is None:
        return ControlShare(
            "diet-training-unknown",
            TRAINING_UNKNOWN,
            (*glp1_unknown, _TRAINING_UNKNOWN),
            diet + trained,
        )
    if sessions >= protocol.FULL_SESSIONS_PER_WEEK:
        return ControlShare("diet-and-training", DIET_AND_TRAINING, glp1_unknown, trained)
    if sessions == 0:
        return ControlShare("diet", DIET, glp1_unknown, diet)
    part = sessions / protocol.FULL_SESSIONS_PER_WEEK
    between = combine(DIET, DIET_AND_TRAINING, lambda low, high: low + (high - low) * part)
    return ControlShare(
        "diet-and-some-training", between, (*glp1_unknown, _TRAINING_BETWEEN), diet + trained
    )
