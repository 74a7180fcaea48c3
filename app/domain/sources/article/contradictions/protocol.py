"""Dose, timing, protein and duration: one protocol told in several ways."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

PROTOCOL: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="D1",
        title="Several dose ranges",
        claims=(
            "dose-range-200-500",
            "dose-start-200-300",
            "cost-monthly",
            "combo-dose-200-300",
            "key-dose-repeat",
        ),
        finding=(
            "The range is 200-500 mcg a night, but 200-300 mcg is the standard dose of the price, "
            "the dose beside a GLP-1 drug, and the start everywhere."
        ),
        reading="Range 200-500 mcg; start 200-300 mcg.",
        software=(
            "Two checks. The narrower dose beside a GLP-1 drug is information, and the cost is "
            "given for 200-300 mcg only."
        ),
    ),
    Contradiction(
        id="D2",
        title="An outcome at one dose only",
        claims=("jama-2014-design", "titrate-igf1-6-8wk", "dose-range-200-500"),
        turns_on=("titrate-igf1-6-8wk", "dose-range-200-500"),
        finding=(
            "The only dose with an outcome is 200 mcg, the lowest of the range. Nothing supports a "
            "better outcome after titration."
        ),
        reading="Titration rests on IGF-1, not on outcome.",
        software="A note of the titration rules says so.",
    ),
    Contradiction(
        id="D3",
        title="Why a daytime dose fails",
        claims=("daytime-negates", "nonresponse-15-20", "pulsatile-feedback"),
        finding=(
            "Negative feedback in dosing.p3, insulin in what-if.no-response; and mechanism.p2 "
            "praises feedback as an advantage."
        ),
        reading="The rule is clear, its mechanism is not.",
        software="The rule is stated without a mechanism.",
    ),
    Contradiction(
        id="D4",
        title="1.6 g/kg: included or exceeded",
        claims=("protein-range", "protein-min-1-6", "combo-90-10", "faq-4-months"),
        finding="Protein is 1.6-2.2 g/kg, or at least 1.6, or above 1.6.",
        reading="1.6 g/kg is enough.",
        software=(
            "Inclusive everywhere but beside a GLP-1 drug, where the document wants more than 1.6."
        ),
    ),
    Contradiction(
        id="D5",
        title="Protein between 1.2 and 1.6 g/kg",
        claims=("protein-below-1-2", "protein-min-1-6"),
        finding=(
            "Below 1.2 g/kg the benefit is said to be gone, from 1.6 g/kg it is there. Nothing is "
            "said in between."
        ),
        reading="A straight line from none to all.",
        software="An assumption of the projection, named in the answer.",
        arithmetic=(
            Arithmetic(
                "width of the gap",
                "{protein-min-1-6.protein} - {protein-below-1-2.threshold}",
                0.4,
                "g/kg/day",
            ),
        ),
    ),
    Contradiction(
        id="D6",
        title="Leucine at every meal",
        claims=("meals-4-5-leucine", "protein-range"),
        finding=(
            "At 55 kg and 1.6 g/kg, five meals hold about 18 g of protein and 1.4-1.8 g of leucine "
            "each: short of the 2.5-3 g asked for."
        ),
        reading="Light people cannot meet both numbers.",
        software="Information only.",
        arithmetic=(
            Arithmetic(
                "protein a meal at 55 kg",
                "55 * {protein-range.protein.low} / {meals-4-5-leucine.meals.high}",
                18,
                "g/meal",
            ),
            Arithmetic(
                "leucine a meal at 8% of protein",
                "55 * {protein-range.protein.low} / {meals-4-5-leucine.meals.high} * 0.08",
                1.4,
                "g/meal",
            ),
            Arithmetic(
                "leucine a meal at 10% of protein",
                "55 * {protein-range.protein.low} / {meals-4-5-leucine.meals.high} * 0.10",
                1.8,
                "g/meal",
            ),
            Arithmetic(
                "leucine a day asked for, least",
                "{meals-4-5-leucine.meals.low} * {meals-4-5-leucine.leucine.low}",
                10,
                "g/day",
            ),
            Arithmetic(
                "leucine a day asked for, most",
                "{meals-4-5-leucine.meals.high} * {meals-4-5-leucine.leucine.high}",
                15,
                "g/day",
            ),
        ),
    ),
    Contradiction(
        id="D7",
        title="When a result can be seen",
        claims=("bodycomp-12-16wk", "commit-16wk-dexa", "faq-4-months", "dexa-baseline-16"),
        finding="A result takes 12-16 weeks, or at least 16 weeks, or 4 months (17.4 weeks).",
        reading="Week 12 at the earliest; week 16 to assess.",
        software=(
            "A result expected earlier is flagged; scans are asked for at the start and at week 16."
        ),
        arithmetic=(
            Arithmetic(
                "4 months in weeks, at 365.25 / 12 days a month",
                "{faq-4-months.duration} * 365.25 / 12 / 7",
                17.4,
                "weeks",
            ),
        ),
    ),
    Contradiction(
        id="D8",
        title="Six months of trial, twelve of example",
        claims=("jama-2014-design", "saved-2-4-lb", "example-25-30-lb"),
        turns_on=("saved-2-4-lb", "example-25-30-lb"),
        finding="The trials and the saving are for 6 months, the 25 lb and 30 lb example for 12.",
        reading="Nothing is shown beyond 26 weeks.",
        software="A projection beyond 26 weeks is marked as extrapolated.",
    ),
)
