"""Metrics of two examples, one of them ambiguous."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

METRIC_EXAMPLES: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="A4",
        title="The 25 lb and 30 lb example",
        claims=("example-25-30-lb",),
        finding=(
            "The printed swing of 6 lb follows only if the percentages are fat shares. Read as "
            "lean mass kept, it would need a whole lean mass of 30 lb. The two arms also lose "
            "different weights."
        ),
        reading="Lean shares of 0.05 and 0.25 of two different losses.",
        software="An illustration only: it lies outside the band and is flagged.",
        arithmetic=(
            Arithmetic(
                "swing as lean share",
                (
                    "{example-25-30-lb.loss_b} * (1 - {example-25-30-lb.keep_b} / 100) - "
                    "{example-25-30-lb.loss_a} * (1 - {example-25-30-lb.keep_a} / 100)"
                ),
                6.25,
                "lb",
            ),
            Arithmetic(
                "lean mass needed by the label",
                (
                    "{example-25-30-lb.swing} / (({example-25-30-lb.keep_a} - "
                    "{example-25-30-lb.keep_b}) / 100)"
                ),
                30.0,
                "lb",
            ),
            Arithmetic(
                "the same, at 0.45359237 kg a pound",
                (
                    "{example-25-30-lb.swing} / (({example-25-30-lb.keep_a} - "
                    "{example-25-30-lb.keep_b}) / 100) * 0.45359237"
                ),
                13.6,
                "kg",
            ),
        ),
    ),
    Contradiction(
        id="A5",
        title="The one retention that is physically possible",
        claims=("jhu-2021-pilot", "jama-2014-sermorelin-kg"),
        finding=(
            "Here 96% of lean mass kept is possible. It then means 4% of lean mass lost, a sixth "
            "to a fifth of the weight lost: worse than the 2014 treated arm, and not next to "
            "nothing. As a fat share it means a lean share of 0.04, better than every other "
            "figure."
        ),
        reading="Ambiguous: each reading clashes with something else that the document says.",
        software="Not a parameter. Both readings are shown.",
        arithmetic=(
            Arithmetic(
                "weight lost at 75 kg",
                "75 * {jhu-2021-pilot.weight_loss} / 100",
                9.0,
                "kg",
            ),
            Arithmetic(
                "lean lost at 42 kg lean mass",
                "42 * (1 - {jhu-2021-pilot.lean_preserved} / 100)",
                1.7,
                "kg",
            ),
            Arithmetic(
                "lean share of that person as retention",
                (
                    "42 * (1 - {jhu-2021-pilot.lean_preserved} / 100) / (75 * "
                    "{jhu-2021-pilot.weight_loss} / 100) * 100"
                ),
                18.7,
                "%",
            ),
            Arithmetic(
                "lean share as retention, lean mass half of weight",
                "(100 - {jhu-2021-pilot.lean_preserved}) / {jhu-2021-pilot.weight_loss} * 0.5",
                0.167,
                "fraction of weight lost",
            ),
            Arithmetic(
                "lean share as retention, lean mass three fifths of weight",
                "(100 - {jhu-2021-pilot.lean_preserved}) / {jhu-2021-pilot.weight_loss} * 0.6",
                0.2,
                "fraction of weight lost",
            ),
            Arithmetic(
                "lean share as fat share",
                "1 - {jhu-2021-pilot.lean_preserved} / 100",
                0.04,
                "fraction of weight lost",
            ),
            Arithmetic(
                "lean share of the 2014 treated arm",
                "{jama-2014-sermorelin-kg.lean} / {jama-2014-sermorelin-kg.total}",
                0.132,
                "fraction of weight lost",
            ),
        ),
    ),
)
