"""Outside evidence on the lean share of weight lost: shown beside the document's band, never in it.

The central values are our own summaries of a few studies, not a meta-analysis.
"""

from typing import Final

from app.domain.sources.types import Comparator, ExternalIncrement

EVIDENCE_NOTE: Final = (
    "The effect of the drug in this projection rests on the document alone. Outside trials give "
    "the credit to resistance training and show no sermorelin increment that could be estimated."
)
"""Goes with the document's band and with the outside rows, each by itself too."""
COMPARATOR_NOTICE: Final = (
    f"{EVIDENCE_NOTE} The outside central values are our own summaries, not a meta-analysis."
)

COMPARATORS: Final[tuple[Comparator, ...]] = (
    Comparator(
        scenario="diet",
        low=0.17,
        central=0.25,
        high=0.35,
        references=(
            "heymsfield-2014",
            "beavers-2017",
            "glp1-meta-20rct",
            "calerie-2",
            "wycherley-2012-52wk",
        ),
        note="Diet only. Single studies: .175, .262 (pooled), .29 and .35.",
    ),
    Comparator(
        scenario="diet-and-training",
        low=0.05,
        central=0.13,
        high=0.21,
        references=("beavers-2017", "glp1-meta-20rct", "sardeli-2018"),
        note="Diet with resistance training. One trial .092; pooled .175 (.142 to .208).",
    ),
    Comparator(
        scenario="tirzepatide",
        low=0.20,
        central=0.25,
        high=0.30,
        references=("look-2025", "glp1-meta-20rct"),
        note="Tirzepatide. One trial about .25; pooled .254.",
    ),
    Comparator(
        scenario="semaglutide",
        low=0.30,
        central=0.36,
        high=0.40,
        references=("glp1-meta-20rct", "step1-dxa"),
        note="Semaglutide. Pooled .352; one trial about .39.",
    ),
    Comparator(
        scenario="other-glp1",
        low=0.20,
        central=0.262,
        high=0.35,
        references=("glp1-meta-20rct",),
        note="A stand-in for any other GLP-1 drug: the pooled value for lifestyle alone.",
    ),
)

SERMORELIN_INCREMENT: Final = ExternalIncrement(
    relative_reduction=0.0,
    references=("search-null", "kim-1999", "snyder-1988"),
    note=(
        "No increment can be estimated: no trial of sermorelin for lean mass in an energy deficit "
        "was found, and injected GH over 11-12 weeks gave conflicting results."
    ),
)
