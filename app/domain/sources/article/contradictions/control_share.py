"""What is lost without the drug."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

CONTROL_SHARE: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="B5",
        title="Many untreated lean shares",
        claims=(
            "intro-untreated-30lb-lean",
            "jama-2014-placebo-kg",
            "ajp-92-73",
            "key-85-90-vs-70-76",
            "table-retention-glp1",
            "intro-jcem-78-62",
        ),
        finding=(
            "The lean share without the drug runs from 0.20 to 0.40 across the document: 0.24 in "
            "the 2014 trial, 0.27 in AJP, 0.24-0.30 in the takeaways, 0.20-0.30 on a GLP-1 drug, "
            "0.27-0.40 in intro.p1, 0.38 in JCEM."
        ),
        reading="A band of 0.24, 0.30 and 0.40 for diet only.",
        software="That band is the control share of diet only.",
        arithmetic=(
            Arithmetic(
                "2014 trial",
                "{jama-2014-placebo-kg.lean} / {jama-2014-placebo-kg.total}",
                0.242,
                "fraction of weight lost",
            ),
            Arithmetic("AJP", "1 - {ajp-92-73.fat_share_placebo}", 0.27, "fraction of weight lost"),
            Arithmetic(
                "takeaways, least",
                "1 - {key-85-90-vs-70-76.control.high} / 100",
                0.24,
                "fraction of weight lost",
            ),
            Arithmetic(
                "takeaways, most",
                "1 - {key-85-90-vs-70-76.control.low} / 100",
                0.3,
                "fraction of weight lost",
            ),
            Arithmetic(
                "GLP-1 table, least",
                "1 - {table-retention-glp1.retention.high} / 100",
                0.2,
                "fraction of weight lost",
            ),
            Arithmetic(
                "GLP-1 table, most",
                "1 - {table-retention-glp1.retention.low} / 100",
                0.3,
                "fraction of weight lost",
            ),
            Arithmetic(
                "intro, least",
                (
                    "{intro-untreated-30lb-lean.muscle_lost.low} / "
                    "{intro-untreated-30lb-lean.total_loss}"
                ),
                0.267,
                "fraction of weight lost",
            ),
            Arithmetic(
                "intro, most",
                (
                    "{intro-untreated-30lb-lean.muscle_lost.high} / "
                    "{intro-untreated-30lb-lean.total_loss}"
                ),
                0.4,
                "fraction of weight lost",
            ),
            Arithmetic(
                "JCEM",
                "1 - {intro-jcem-78-62.control_retained} / 100",
                0.38,
                "fraction of weight lost",
            ),
        ),
    ),
    Contradiction(
        id="B6",
        title="A trained control arm called diet only",
        claims=("key-85-90-vs-70-76", "jama-2014-design", "jama-2014-placebo-kg", "ajp-92-73"),
        finding=(
            "The 76% of takeaways.p2 is the placebo arm of the 2014 trial, which trained three "
            "times a week. Training alone then gains almost nothing: 0.242-0.27 with it, 0.24-0.30 "
            "without."
        ),
        reading=(
            "Separate controls for diet and for diet with training. Outside trials of training "
            "alone give 0.09-0.175."
        ),
        software="Two control shares in the band; the outside value is shown beside them.",
        arithmetic=(
            Arithmetic(
                "lean share with training, least",
                "{jama-2014-placebo-kg.lean} / {jama-2014-placebo-kg.total}",
                0.242,
                "fraction of weight lost",
            ),
            Arithmetic(
                "lean share with training, most",
                "1 - {ajp-92-73.fat_share_placebo}",
                0.27,
                "fraction of weight lost",
            ),
        ),
        references=("beavers-2017", "glp1-meta-20rct"),
    ),
    Contradiction(
        id="B7",
        title="Lean share on a GLP-1 drug",
        claims=("glp1-over-25", "table-retention-glp1", "combo-90-10"),
        finding=(
            "More than 25% in one place, 20-30% in the table, and 75:25 in the example of the "
            "combination."
        ),
        reading="0.20, 0.25 and 0.30.",
        software="That band is the control share on a GLP-1 drug.",
        arithmetic=(
            Arithmetic(
                "table, least",
                "1 - {table-retention-glp1.retention.high} / 100",
                0.2,
                "fraction of weight lost",
            ),
            Arithmetic(
                "table, most",
                "1 - {table-retention-glp1.retention.low} / 100",
                0.3,
                "fraction of weight lost",
            ),
        ),
    ),
)
