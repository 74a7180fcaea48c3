"""Wrong metrics: percentages of lean mass kept that are fat shares."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

METRIC: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="A1",
        title="Fat share printed as retention",
        claims=("jama-2014-sermorelin-kg", "jama-2014-placebo-kg", "jama-2014-87-76"),
        finding=(
            "The 87% and 76% of the 2014 trial equal fat lost over weight lost. As shares of "
            "baseline lean mass kept they would need a whole lean mass of under 7 kg."
        ),
        reading="The kilograms come first; the percentages are the fat share of the weight lost.",
        software=(
            "The lean share of the weight lost is the one quantity used. Retention is worked out "
            "only where a baseline lean mass is given, and no percentage of lean mass kept is "
            "taken from these figures."
        ),
        arithmetic=(
            Arithmetic(
                "fat share, treated arm",
                "{jama-2014-sermorelin-kg.fat} / {jama-2014-sermorelin-kg.total} * 100",
                86.8,
                "%",
            ),
            Arithmetic(
                "fat share, placebo arm",
                "{jama-2014-placebo-kg.fat} / {jama-2014-placebo-kg.total} * 100",
                75.8,
                "%",
            ),
            Arithmetic(
                "baseline lean mass implied by the label, treated arm",
                "{jama-2014-sermorelin-kg.lean} / (1 - {jama-2014-87-76.sermorelin} / 100)",
                6.92,
                "kg",
            ),
            Arithmetic(
                "baseline lean mass implied by the label, placebo arm",
                "{jama-2014-placebo-kg.lean} / (1 - {jama-2014-87-76.placebo} / 100)",
                6.25,
                "kg",
            ),
            Arithmetic(
                "true retention of 50 kg lean mass, treated arm",
                "(1 - {jama-2014-sermorelin-kg.lean} / 50) * 100",
                98.2,
                "%",
            ),
            Arithmetic(
                "true retention of 50 kg lean mass, placebo arm",
                "(1 - {jama-2014-placebo-kg.lean} / 50) * 100",
                97.0,
                "%",
            ),
        ),
    ),
    Contradiction(
        id="A2",
        title="The JCEM pair read as retention",
        claims=("intro-jcem-78-62",),
        finding=(
            "Read as labelled, a person with 50 kg of lean mass would lose 11 kg of it on the drug "
            "and 19 kg without."
        ),
        reading=(
            "Fat share again: lean shares of 0.22 and 0.38. That is a reduction of 42%, inside the "
            "30-50% of trials.p4."
        ),
        software="Kept as a check on the size of effect; not a parameter.",
        arithmetic=(
            Arithmetic(
                "lean lost of 50 kg as labelled, treated",
                "(1 - {intro-jcem-78-62.sermorelin_retained} / 100) * 50",
                11.0,
                "kg",
            ),
            Arithmetic(
                "lean lost of 50 kg as labelled, control",
                "(1 - {intro-jcem-78-62.control_retained} / 100) * 50",
                19.0,
                "kg",
            ),
            Arithmetic(
                "lean share, treated",
                "1 - {intro-jcem-78-62.sermorelin_retained} / 100",
                0.22,
                "fraction of weight lost",
            ),
            Arithmetic(
                "lean share, control",
                "1 - {intro-jcem-78-62.control_retained} / 100",
                0.38,
                "fraction of weight lost",
            ),
            Arithmetic(
                "relative reduction",
                (
                    "(1 - {intro-jcem-78-62.lean_share_sermorelin} / "
                    "{intro-jcem-78-62.lean_share_control}) * 100"
                ),
                42.1,
                "%",
            ),
        ),
    ),
    Contradiction(
        id="A3",
        title="The same label in the table and the takeaways",
        claims=("table-retention-sermorelin", "table-retention-glp1", "key-85-90-vs-70-76"),
        finding=(
            "The ranges of glp1-table.r2 and takeaways.p2 carry the same label. For a GLP-1 drug "
            "it would mean 11-16.5 kg of lean mass gone, out of 55 kg, in a loss of 15-20 kg."
        ),
        reading=(
            "Lean shares: 0.10-0.15 with the drug, 0.20-0.30 on a GLP-1 drug, 0.24-0.30 on diet "
            "only."
        ),
        software=(
            "Label and reading are both kept, and a finding warns of the metric wherever such a "
            "figure is expected."
        ),
        arithmetic=(
            Arithmetic(
                "lean lost of 55 kg as labelled, GLP-1, least",
                "(1 - {table-retention-glp1.retention.high} / 100) * 55",
                11.0,
                "kg",
            ),
            Arithmetic(
                "lean lost of 55 kg as labelled, GLP-1, most",
                "(1 - {table-retention-glp1.retention.low} / 100) * 55",
                16.5,
                "kg",
            ),
            Arithmetic(
                "lean lost of 50 kg as labelled, sermorelin, least",
                "(1 - {table-retention-sermorelin.retention.high} / 100) * 50",
                5.0,
                "kg",
            ),
            Arithmetic(
                "lean lost of 50 kg as labelled, sermorelin, most",
                "(1 - {table-retention-sermorelin.retention.low} / 100) * 50",
                7.5,
                "kg",
            ),
            Arithmetic(
                "lean share on diet only, least",
                "1 - {key-85-90-vs-70-76.control.high} / 100",
                0.24,
                "fraction of weight lost",
            ),
            Arithmetic(
                "lean share on diet only, most",
                "1 - {key-85-90-vs-70-76.control.low} / 100",
                0.3,
                "fraction of weight lost",
            ),
        ),
    ),
)
