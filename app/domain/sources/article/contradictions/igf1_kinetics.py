"""IGF-1: when it rises, how long it lasts, and where the limits meet."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

IGF1_KINETICS: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="C6",
        title="When IGF-1 rises",
        claims=(
            "igf1-onset-2-4",
            "igf1-onset-3-4",
            "igf1-rise-20-35",
            "igf1-kinetics-peak",
            "titrate-igf1-6-8wk",
        ),
        finding=(
            "The rise is first seen after 2-4 or after 3-4 weeks. The full rise comes within 3-6 "
            "months in one place, and after 8-12 weeks, about 2-3 months, in another."
        ),
        reading="Onset 2-4 weeks, first assessment 6-8 weeks, peak 8-12 weeks, then a plateau.",
        software="The projection builds up between the midpoints, weeks 3 and 10.",
        arithmetic=(
            Arithmetic(
                "midpoint of onset",
                "({igf1-onset-2-4.onset.low} + {igf1-onset-2-4.onset.high}) / 2",
                3,
                "weeks",
            ),
            Arithmetic(
                "midpoint of peak",
                "({igf1-kinetics-peak.peak.low} + {igf1-kinetics-peak.peak.high}) / 2",
                10,
                "weeks",
            ),
            Arithmetic(
                "earliest peak, at 365.25 / 12 days a month",
                "{igf1-kinetics-peak.peak.low} * 7 * 12 / 365.25",
                1.8,
                "months",
            ),
            Arithmetic(
                "latest peak, at 365.25 / 12 days a month",
                "{igf1-kinetics-peak.peak.high} * 7 * 12 / 365.25",
                2.8,
                "months",
            ),
        ),
    ),
    Contradiction(
        id="C7",
        title="How long one dose lasts",
        claims=("igf1-persist-16-24h", "nightly-no-skip", "stop-igf1-baseline"),
        finding=(
            "An effect of 16-24 hours, and protection lost overnight, cannot go with 2-4 weeks "
            "until IGF-1 is back to baseline."
        ),
        reading="IGF-1 moves over days to weeks; single nights do not show.",
        software=(
            "The adherence factor of nights over 7 follows the document and says so. No daily dips "
            "are modelled."
        ),
        arithmetic=(
            Arithmetic(
                "least time to baseline over longest effect",
                "{stop-igf1-baseline.weeks.low} * 7 * 24 / {igf1-persist-16-24h.duration.high}",
                14,
                "times",
            ),
        ),
    ),
    Contradiction(
        id="C8",
        title="Skipped weekends",
        claims=("skip-weekend-30", "nightly-no-skip", "igf1-rise-20-35"),
        turns_on=("skip-weekend-30", "nightly-no-skip"),
        finding=(
            "Two of seven nights are 28.6% of the doses. Total IGF-1 exposure falls by 4.8-7.4% "
            "only, even if a missed night loses its whole rise."
        ),
        reading="About 30% fewer doses.",
        software="Said of doses; never of IGF-1.",
        arithmetic=(
            Arithmetic("doses missed, two nights", "2 / {nightly-no-skip.nights} * 100", 28.6, "%"),
            Arithmetic(
                "IGF-1 exposure lost at a 20% rise",
                (
                    "2 / {nightly-no-skip.nights} * {igf1-rise-20-35.igf1_rise.low} / (100 + "
                    "{igf1-rise-20-35.igf1_rise.low}) * 100"
                ),
                4.8,
                "%",
            ),
            Arithmetic(
                "IGF-1 exposure lost at a 35% rise",
                (
                    "2 / {nightly-no-skip.nights} * {igf1-rise-20-35.igf1_rise.high} / (100 + "
                    "{igf1-rise-20-35.igf1_rise.high}) * 100"
                ),
                7.4,
                "%",
            ),
        ),
    ),
    Contradiction(
        id="C9",
        title="220-250 ng/mL called an upper quartile",
        claims=("high-baseline-220-250",),
        finding=(
            "The numbers lie near the 97.5th percentile of most assays, not at the 75th. The real "
            "upper quartile is near 150-180 ng/mL."
        ),
        reading="The numbers count, the word quartile does not.",
        software=(
            "The document rule uses the numbers as printed; an outside rule uses the upper limit "
            "of the assay."
        ),
        references=("igf1-mayo", "igf1-arup", "igf1-roche", "igf1-quest", "igf1-bidlingmaier"),
    ),
    Contradiction(
        id="C10",
        title="Start and stop limits agree",
        claims=("igf1-rise-20-35", "high-baseline-220-250", "retest-6-8-stop-300"),
        finding=(
            "No conflict here. A rise of 35% from 222 ng/mL, or of 20% from 250 ng/mL, reaches 300 "
            "ng/mL."
        ),
        reading="The limit for starting is the limit for stopping less the expected rise.",
        software="A baseline that would overshoot 300 ng/mL with the expected rise is flagged.",
        arithmetic=(
            Arithmetic(
                "end of a 35% rise from 222 ng/mL",
                "222 * (1 + {igf1-rise-20-35.igf1_rise.high} / 100)",
                300,
                "ng/mL",
            ),
            Arithmetic(
                "end of a 20% rise from the top of the zone",
                (
                    "{high-baseline-220-250.threshold.high} * (1 + {igf1-rise-20-35.igf1_rise.low} "
                    "/ 100)"
                ),
                300,
                "ng/mL",
            ),
            Arithmetic(
                "baseline from which a 35% rise reaches the ceiling",
                "{retest-6-8-stop-300.ceiling} / (1 + {igf1-rise-20-35.igf1_rise.high} / 100)",
                222.2,
                "ng/mL",
            ),
        ),
    ),
)
