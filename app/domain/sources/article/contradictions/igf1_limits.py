"""IGF-1: how much of a rise, and how high is too high."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

IGF1_LIMITS: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="C1",
        title="Two floors for the response",
        claims=("nonresponse-15-20", "response-20-30", "igf1-rise-20-35"),
        finding=(
            "A rise short of 15-20% is poor in one place, and at least 20-30% is demanded in "
            "another. Each floor is itself a range."
        ),
        reading=(
            "Below 15% inadequate; 15% to below 20% borderline; 20-35%, both ends included, as "
            "expected; above 35% more than expected."
        ),
        software=(
            "Four findings on the rise, none before week 6; the borderline one shows the "
            "disagreement."
        ),
    ),
    Contradiction(
        id="C2",
        title="The worked example of a response",
        claims=("response-example-180", "response-20-30", "igf1-rise-20-35"),
        finding=(
            "From 180 to 230-250 ng/mL is a rise of 27.8-38.9%. A rise of 20-30% would end at "
            "216-234, and 35% at 243."
        ),
        reading="The percentages count; the example is an illustration.",
        software="The response is judged by percentage only.",
        arithmetic=(
            Arithmetic(
                "rise to the lower end",
                "({response-example-180.followup.low} / {response-example-180.baseline} - 1) * 100",
                27.8,
                "%",
            ),
            Arithmetic(
                "rise to the upper end",
                (
                    "({response-example-180.followup.high} / {response-example-180.baseline} - 1) "
                    "* 100"
                ),
                38.9,
                "%",
            ),
            Arithmetic(
                "end of a 20% rise",
                "{response-example-180.baseline} * (1 + {response-20-30.min_rise.low} / 100)",
                216,
                "ng/mL",
            ),
            Arithmetic(
                "end of a 30% rise",
                "{response-example-180.baseline} * (1 + {response-20-30.min_rise.high} / 100)",
                234,
                "ng/mL",
            ),
            Arithmetic(
                "end of a 35% rise",
                "{response-example-180.baseline} * (1 + {igf1-rise-20-35.igf1_rise.high} / 100)",
                243,
                "ng/mL",
            ),
        ),
    ),
    Contradiction(
        id="C3",
        title="Success ends where a start is discouraged",
        claims=("response-example-180", "high-baseline-220-250"),
        finding=(
            "The example of a good response ends at 230-250 ng/mL. A start is discouraged from "
            "220-250 ng/mL."
        ),
        reading=(
            "Both stand: one is about the value under treatment, the other about the value before "
            "it."
        ),
        software=(
            "Separate rules for baseline and follow-up; a note of each says that the zones overlap."
        ),
    ),
    Contradiction(
        id="C4",
        title="One ceiling or two",
        claims=("retest-6-8-stop-300", "supraphysiologic-300-350"),
        finding=(
            "Stop or reduce above 300 ng/mL in one place; too high means 300-350 ng/mL in another."
        ),
        reading="300 is the point to act, 350 the point to stop.",
        software="Above 300 ng/mL a warning to stop or reduce; above 350 ng/mL a critical finding.",
    ),
    Contradiction(
        id="C5",
        title="A poor rise: more or less of the drug",
        claims=(
            "nonresponse-15-20",
            "troubleshoot-order",
            "retest-6-8-stop-300",
            "high-baseline-220-250",
        ),
        finding=(
            "what-if.no-response answers a poor rise with a look at dose and timing, "
            "what-if.high-igf1 with stopping or reducing."
        ),
        reading=(
            "what-if.high-igf1 applies where the axis is full already: baseline from 220 ng/mL at "
            "40-60 years, or a current value above 300 ng/mL."
        ),
        software="There it wins. Elsewhere timing and fasting are checked first, then the dose.",
    ),
)
