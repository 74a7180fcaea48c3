"""The 90:10 promise and the fat loss, held against the general claim."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

PLAUSIBILITY: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="B3",
        title="90:10 on a GLP-1 drug",
        claims=(
            "combo-90-10",
            "reduction-30-50",
            "jama-2014-sermorelin-kg",
            "jama-2014-placebo-kg",
        ),
        turns_on=("combo-90-10",),
        finding=(
            "Going from 75:25 to 90:10 is a reduction of 60%. The 30-50% of trials.p4 would give "
            "82.5:17.5 to 87.5:12.5."
        ),
        reading="90:10 is near the optimistic end; the central value is about 86:14.",
        software="It stays inside the band, towards the best case.",
        arithmetic=(
            Arithmetic(
                "relative reduction",
                "(1 - {combo-90-10.combo_lean_share} / {combo-90-10.control_lean_share}) * 100",
                60,
                "%",
            ),
            Arithmetic(
                "lean share at 30%",
                (
                    "{combo-90-10.control_lean_share} * (1 - "
                    "{reduction-30-50.relative_reduction.low}) * 100"
                ),
                17.5,
                "%",
            ),
            Arithmetic(
                "lean share at 50%",
                (
                    "{combo-90-10.control_lean_share} * (1 - "
                    "{reduction-30-50.relative_reduction.high}) * 100"
                ),
                12.5,
                "%",
            ),
            Arithmetic(
                "lean share at the reduction of the 2014 trial",
                (
                    "{combo-90-10.control_lean_share} * {jama-2014-sermorelin-kg.lean_share} / "
                    "{jama-2014-placebo-kg.lean_share} * 100"
                ),
                14,
                "%",
            ),
        ),
    ),
    Contradiction(
        id="B4",
        title="Fat loss called comparable",
        claims=(
            "fat-loss-comparable",
            "jama-2014-sermorelin-kg",
            "jama-2014-placebo-kg",
            "example-25-30-lb",
        ),
        turns_on=("fat-loss-comparable", "jama-2014-sermorelin-kg"),
        finding=(
            "Fat loss is called about the same with and without the drug. In the kilograms of the "
            "2014 trial it is 25.5% greater, and weight loss 9.7% greater. The 25 lb and 30 lb "
            "example has less weight lost on the drug."
        ),
        reading="No steady effect on fat or weight.",
        software=(
            "The same weight loss is assumed with and without the drug; extra fat loss is never "
            "credited."
        ),
        arithmetic=(
            Arithmetic(
                "extra fat lost",
                "({jama-2014-sermorelin-kg.fat} / {jama-2014-placebo-kg.fat} - 1) * 100",
                25.5,
                "%",
            ),
            Arithmetic(
                "extra weight lost",
                "({jama-2014-sermorelin-kg.total} / {jama-2014-placebo-kg.total} - 1) * 100",
                9.7,
                "%",
            ),
            Arithmetic(
                "weight lost in the example, drug less control",
                "{example-25-30-lb.loss_a} - {example-25-30-lb.loss_b}",
                -5,
                "lb",
            ),
        ),
    ),
)
