"""How large the effect is: the document against its own figures."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

EFFECT_SIZE: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="B1",
        title="Size of effect beyond the general claim",
        claims=(
            "reduction-30-50",
            "intro-jcem-78-62",
            "jama-2014-sermorelin-kg",
            "jama-2014-placebo-kg",
            "combo-90-10",
            "ajp-92-73",
            "example-25-30-lb",
            "table-retention-sermorelin",
            "key-85-90-vs-70-76",
        ),
        turns_on=("reduction-30-50",),
        finding=(
            "The document claims a reduction of lean loss by 30-50%. Its own pairs give 42% "
            "(JCEM), 45% by share or 40% by kilograms (2014 trial), 60% (GLP-1 combination), 70% "
            "(AJP) and 80% (the 25 lb and 30 lb example)."
        ),
        reading=(
            "A relative reduction of the lean share of 0.30 (least), 0.45 (central) and 0.70 "
            "(most)."
        ),
        software=(
            "Results above a reduction of 0.50 are flagged as beyond the general claim, and a "
            "strict mode caps it there."
        ),
        arithmetic=(
            Arithmetic(
                "JCEM",
                (
                    "(1 - {intro-jcem-78-62.lean_share_sermorelin} / "
                    "{intro-jcem-78-62.lean_share_control}) * 100"
                ),
                42,
                "%",
            ),
            Arithmetic(
                "2014 trial by share",
                (
                    "(1 - {jama-2014-sermorelin-kg.lean_share} / "
                    "{jama-2014-placebo-kg.lean_share}) * 100"
                ),
                45,
                "%",
            ),
            Arithmetic(
                "2014 trial by kilograms",
                "(1 - {jama-2014-sermorelin-kg.lean} / {jama-2014-placebo-kg.lean}) * 100",
                40,
                "%",
            ),
            Arithmetic(
                "GLP-1 combination",
                "(1 - {combo-90-10.combo_lean_share} / {combo-90-10.control_lean_share}) * 100",
                60,
                "%",
            ),
            Arithmetic(
                "AJP",
                "(1 - {ajp-92-73.lean_share_sermorelin} / {ajp-92-73.lean_share_placebo}) * 100",
                70,
                "%",
            ),
            Arithmetic(
                "25 lb and 30 lb example",
                "(1 - (100 - {example-25-30-lb.keep_a}) / (100 - {example-25-30-lb.keep_b})) * 100",
                80,
                "%",
            ),
            Arithmetic(
                "takeaway ranges, least",
                (
                    "(1 - {table-retention-sermorelin.lean_share.high} / "
                    "{key-85-90-vs-70-76.lean_share_control.low}) * 100"
                ),
                37.5,
                "%",
            ),
            Arithmetic(
                "takeaway ranges, most",
                (
                    "(1 - {table-retention-sermorelin.lean_share.low} / "
                    "{key-85-90-vs-70-76.lean_share_control.high}) * 100"
                ),
                66.7,
                "%",
            ),
        ),
    ),
    Contradiction(
        id="B2",
        title="A saving of 2-4 lb",
        claims=(
            "saved-2-4-lb",
            "jama-2014-sermorelin-kg",
            "jama-2014-placebo-kg",
            "reduction-30-50",
            "combo-90-10",
        ),
        turns_on=("saved-2-4-lb", "reduction-30-50"),
        finding=(
            "The 2014 trial saves 0.6 kg, 1.3 lb. A reduction of 30-50% of its control loss is "
            "1.0-1.7 lb. Saving 2-4 lb needs a control loss of 6.7-8 lb of lean mass, so 27-32 lb "
            "of weight at a lean share of 0.25."
        ),
        reading="The saving depends on how much weight is lost.",
        software=(
            "The saving is computed from the inputs, compared with 2-4 lb (0.907-1.814 kg), and "
            "said not to be reached where it is not."
        ),
        arithmetic=(
            Arithmetic(
                "saved in the 2014 trial",
                "{jama-2014-placebo-kg.lean} - {jama-2014-sermorelin-kg.lean}",
                0.6,
                "kg",
            ),
            Arithmetic(
                "the same, at 2.20462 lb a kilogram",
                "({jama-2014-placebo-kg.lean} - {jama-2014-sermorelin-kg.lean}) * 2.20462",
                1.3,
                "lb",
            ),
            Arithmetic(
                "control loss of lean mass, at 2.20462 lb a kilogram",
                "{jama-2014-placebo-kg.lean} * 2.20462",
                3.3,
                "lb",
            ),
            Arithmetic(
                "30% of the control loss",
                "{jama-2014-placebo-kg.lean} * 2.20462 * {reduction-30-50.relative_reduction.low}",
                1.0,
                "lb",
            ),
            Arithmetic(
                "50% of the control loss",
                "{jama-2014-placebo-kg.lean} * 2.20462 * {reduction-30-50.relative_reduction.high}",
                1.7,
                "lb",
            ),
            Arithmetic(
                "control loss needed for 2 lb",
                "{saved-2-4-lb.saved.low} / {reduction-30-50.relative_reduction.low}",
                6.7,
                "lb",
            ),
            Arithmetic(
                "control loss needed for 4 lb",
                "{saved-2-4-lb.saved.high} / {reduction-30-50.relative_reduction.high}",
                8.0,
                "lb",
            ),
            Arithmetic(
                "weight loss needed for 2 lb",
                (
                    "{saved-2-4-lb.saved.low} / {reduction-30-50.relative_reduction.low} / "
                    "{combo-90-10.control_lean_share}"
                ),
                26.7,
                "lb",
            ),
            Arithmetic(
                "weight loss needed for 4 lb",
                (
                    "{saved-2-4-lb.saved.high} / {reduction-30-50.relative_reduction.high} / "
                    "{combo-90-10.control_lean_share}"
                ),
                32.0,
                "lb",
            ),
            Arithmetic(
                "2 lb at 0.45359237 kg a pound",
                "{saved-2-4-lb.saved.low} * 0.45359237",
                0.907,
                "kg",
            ),
            Arithmetic(
                "4 lb at 0.45359237 kg a pound",
                "{saved-2-4-lb.saved.high} * 0.45359237",
                1.814,
                "kg",
            ),
        ),
    ),
)
