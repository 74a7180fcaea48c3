"""Every clinical number of the projection, and of what a case may say, once: see `thresholds`.

What the projection shares with the rules (nights, fasts, protein, sessions, weeks of onset and
peak) stands there.
"""

from typing import Final

from app.domain.sources.cite import claim, reference
from app.domain.threshold import CitedBand, Threshold, middle

_OURS: Final = reference("our-judgement")

# The trials that the document describes
TRIAL_DOSE: Final = Threshold(200.0, "ug", (claim("jama-2014-design"),))
"""The one dose with a stated outcome."""
TRIAL_WEEKS: Final = Threshold(26, "wk", (claim("jama-2014-design"),))
"""They ran six months."""
RELATIVE_REDUCTION: Final = CitedBand(
    best=Threshold(0.70, "1", (claim("ajp-92-73"),)),
    central=Threshold(0.45, "1", (claim("jama-2014-sermorelin-kg"), claim("jama-2014-placebo-kg"))),
    worst=Threshold(0.30, "1", (claim("reduction-30-50"),)),
)
"""k: reduction of the lean share at the full effect, on average over those weeks."""
GENERAL_CLAIM_END: Final = Threshold(0.50, "1", (claim("reduction-30-50"),))
"""Upper end of the document's own general claim of the reduction."""
SAVING_LOW: Final = Threshold(0.907, "kg", (claim("saved-2-4-lb"),))
SAVING_HIGH: Final = Threshold(1.814, "kg", (claim("saved-2-4-lb"),))
"""The document's 2-4 lb of lean mass kept over 6 months."""

# What a fast too short leaves of the effect
SHORT_FAST_BEFORE_LEAVES: Final = Threshold(0.5, "1", (_OURS,))
SHORT_FAST_AFTER_LEAVES: Final = Threshold(0.75, "1", (_OURS,))
"""Parts of the effect [assumption]; the document gives no figure."""

# The share of lean mass in the weight lost without sermorelin
DIET_SHARE: Final = CitedBand(
    best=Threshold(0.24, "1", (claim("key-85-90-vs-70-76"),)),
    central=Threshold(0.30, "1", (claim("key-85-90-vs-70-76"),)),
    worst=Threshold(0.40, "1", (claim("intro-untreated-30lb-lean"),)),
)
"""Diet alone."""
_PLACEBO_2014: Final = Threshold(0.24, "1", (claim("jama-2014-placebo-kg"),))
_PLACEBO_AJP: Final = Threshold(0.27, "1", (claim("ajp-92-73"),))
TRAINED_SHARE: Final = CitedBand(
    best=_PLACEBO_2014,
    central=Threshold(
        middle(_PLACEBO_2014, _PLACEBO_AJP),
        "1",
        (claim("jama-2014-placebo-kg"), claim("ajp-92-73")),
    ),
    worst=_PLACEBO_AJP,
)
"""Diet and three sessions of training a week; the centre is half-way [assumption]."""
GLP1_SHARE: Final = CitedBand(
    best=Threshold(0.20, "1", (claim("table-retention-glp1"),)),
    central=Threshold(0.25, "1", (claim("glp1-over-25"),)),
    worst=Threshold(0.30, "1", (claim("table-retention-glp1"),)),
)
"""A GLP-1 drug; 75:25 without sermorelin stands in claim combo-90-10 too."""

# The weight lost
GLP1_LOSS_LOW: Final = Threshold(0.15, "1", (claim("table-glp1-15-20-6mo"),))
GLP1_LOSS_HIGH: Final = Threshold(0.20, "1", (claim("table-glp1-15-20-6mo"),))
GLP1_LOSS: Final = Threshold(
    middle(GLP1_LOSS_LOW, GLP1_LOSS_HIGH), "1", (claim("table-glp1-15-20-6mo"),)
)
"""Share of body weight that the document has lost on a GLP-1, the middle [assumption]."""
GLP1_LOSS_MONTHS: Final = Threshold(6, "mo", (claim("table-glp1-15-20-6mo"),))
GLP1_LOSS_WEEKS: Final = Threshold(26, "wk", (claim("table-glp1-15-20-6mo"),))
"""In this time: the same six months."""
SEMAGLUTIDE_TRIAL_WEEKS: Final = Threshold(68, "wk", (reference("step1-main"),))
TIRZEPATIDE_TRIAL_WEEKS: Final = Threshold(72, "wk", (reference("surmount1-main"),))
"""What trials took for as much."""
FAST_LOSS: Final = Threshold(1.0, "%/wk", (_OURS,))
FASTEST_LOSS: Final = Threshold(2.0, "%/wk", (_OURS,))
"""Stated losses, in % of body weight a week on average: unusual past the one, refused past the
other."""
LARGEST_LOSS: Final = Threshold(0.5, "1", (_OURS,))
"""Share of body weight past which no loss is projected."""
ACTIVITY_LEVEL: Final = Threshold(1.5, "1", (_OURS,))
"""Physical activity level where it is unknown [assumption]."""
EXPENDITURE_SHIFT: Final = Threshold(200.0, "kcal/d", (_OURS,))
"""Half width of the low/high band, as in the NIDDK body weight planner [assumption]."""
LEAST_INTAKE: Final = Threshold(800.0, "kcal/d", (_OURS,))
LEAST_FAT_MALE: Final = Threshold(3.0, "%", (_OURS,))
LEAST_FAT_FEMALE: Final = Threshold(10.0, "%", (_OURS,))
"""What a treatment may aim at: intake, and body fat on the way."""

# What a case may say
HEAVIEST: Final = Threshold(400.0, "kg", (_OURS,))
"""The largest body weight."""
MOST_PROTEIN: Final = Threshold(5.0, "g/kg/d", (_OURS,))
BODY_FAT_TOLERANCE: Final = Threshold(1.0, "%", (_OURS,))
"""Points of body fat by which its two statements may differ."""
