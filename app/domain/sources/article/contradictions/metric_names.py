"""A missing unit, and a wrong name for lean mass."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

METRIC_NAMES: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="A6",
        title="An advantage without a unit",
        claims=(
            "lean-gain-12-16",
            "key-85-90-vs-70-76",
            "table-advantage-10-15",
            "table-retention-sermorelin",
            "table-retention-glp1",
            "jama-2014-87-76",
            "intro-jcem-78-62",
            "ajp-92-73",
            "combo-90-10",
            "jama-2014-sermorelin-kg",
            "jama-2014-placebo-kg",
        ),
        turns_on=("lean-gain-12-16", "key-85-90-vs-70-76", "table-advantage-10-15"),
        finding=(
            "The advantage of 12-16% or 10-15% never names its unit. In points of fat share the "
            "pairs of the document give 9 to 20; as relative gains 12% to 29%; as retention of 50 "
            "kg little more than 1 point."
        ),
        reading="Percentage points of fat share, roughly.",
        software="Not used as a parameter.",
        arithmetic=(
            Arithmetic(
                "2014 trial",
                "{jama-2014-87-76.true_sermorelin} - {jama-2014-87-76.true_placebo}",
                11.0,
                "percentage points",
            ),
            Arithmetic(
                "JCEM",
                "{intro-jcem-78-62.sermorelin_retained} - {intro-jcem-78-62.control_retained}",
                16,
                "percentage points",
            ),
            Arithmetic(
                "AJP",
                "({ajp-92-73.fat_share_sermorelin} - {ajp-92-73.fat_share_placebo}) * 100",
                19,
                "percentage points",
            ),
            Arithmetic(
                "with a GLP-1 drug",
                "({combo-90-10.control_lean_share} - {combo-90-10.combo_lean_share}) * 100",
                15,
                "percentage points",
            ),
            Arithmetic(
                "takeaways, low with low",
                "{key-85-90-vs-70-76.sermorelin.low} - {key-85-90-vs-70-76.control.low}",
                15,
                "percentage points",
            ),
            Arithmetic(
                "takeaways, high with high",
                "{key-85-90-vs-70-76.sermorelin.high} - {key-85-90-vs-70-76.control.high}",
                14,
                "percentage points",
            ),
            Arithmetic(
                "takeaways, least",
                "{key-85-90-vs-70-76.sermorelin.low} - {key-85-90-vs-70-76.control.high}",
                9,
                "percentage points",
            ),
            Arithmetic(
                "takeaways, most",
                "{key-85-90-vs-70-76.sermorelin.high} - {key-85-90-vs-70-76.control.low}",
                20,
                "percentage points",
            ),
            Arithmetic(
                "table, low with low",
                "{table-retention-sermorelin.retention.low} - {table-retention-glp1.retention.low}",
                15,
                "percentage points",
            ),
            Arithmetic(
                "table, high with high",
                (
                    "{table-retention-sermorelin.retention.high} - "
                    "{table-retention-glp1.retention.high}"
                ),
                10,
                "percentage points",
            ),
            Arithmetic(
                "table, least",
                (
                    "{table-retention-sermorelin.retention.low} - "
                    "{table-retention-glp1.retention.high}"
                ),
                5,
                "percentage points",
            ),
            Arithmetic(
                "table, most",
                (
                    "{table-retention-sermorelin.retention.high} - "
                    "{table-retention-glp1.retention.low}"
                ),
                20,
                "percentage points",
            ),
            Arithmetic(
                "relative gain in fat share, least",
                (
                    "({key-85-90-vs-70-76.sermorelin.low} / {key-85-90-vs-70-76.control.high} - 1) "
                    "* 100"
                ),
                11.8,
                "%",
            ),
            Arithmetic(
                "relative gain in fat share, most",
                (
                    "({key-85-90-vs-70-76.sermorelin.high} / {key-85-90-vs-70-76.control.low} - 1) "
                    "* 100"
                ),
                28.6,
                "%",
            ),
            Arithmetic(
                "2014 trial as retention of 50 kg",
                "({jama-2014-placebo-kg.lean} - {jama-2014-sermorelin-kg.lean}) / 50 * 100",
                1.2,
                "percentage points",
            ),
        ),
    ),
    Contradiction(
        id="A7",
        title='Lean mass called "muscle"',
        claims=(
            "intro-untreated-30lb-lean",
            "saved-2-4-lb",
            "jama-2014-no-limb-loss",
            "example-25-30-lb",
            "dexa-gold-standard",
            "overdose-side-effects",
        ),
        finding=(
            'The document says "muscle" where DEXA measures lean mass, which holds water and '
            "organs. Drugs of the GH axis retain water, and the document itself lists oedema."
        ),
        reading="Lean mass throughout.",
        software=(
            'Every answer says lean mass or fat-free mass; "muscle" is not a quantity that is '
            "computed."
        ),
        references=("dxa-water",),
    ),
)
