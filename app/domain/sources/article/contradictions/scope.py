"""Whom the drug is for, its status, its safety and its cost."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

SCOPE: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="D9",
        title="Only in a deficit, or without one too",
        claims=("only-in-deficit", "older-without-deficit"),
        finding=(
            "truth.p1 allows an effect in an energy deficit only; faq.older-adults reports gains "
            "without one."
        ),
        reading="A direct contradiction. truth.p1 is the plainer statement, and the more careful.",
        software="Without a deficit there is no projection; the finding cites both.",
    ),
    Contradiction(
        id="D10",
        title="No training, yet an effect",
        claims=("zero-training-no-signal", "intro-jcem-78-62", "prerequisite-training-protein"),
        turns_on=("zero-training-no-signal", "prerequisite-training-protein"),
        finding=(
            "Without training there is nothing to amplify; the JCEM claim reports an effect "
            "without a word on training."
        ),
        reading="Training is a condition.",
        software="No training, no credit for the drug.",
    ),
    Contradiction(
        id="D11",
        title="Two ways to state the deficit",
        claims=("jama-2014-design", "ajp-92-73"),
        finding=(
            "20% in one trial, 500 kcal a day in the other. They are the same at a need of 2500 "
            "kcal a day only."
        ),
        reading="Either.",
        software="Both are accepted; a percentage is of maintenance.",
        arithmetic=(
            Arithmetic(
                "need at which both agree",
                "{ajp-92-73.deficit} / ({jama-2014-design.deficit} / 100)",
                2500,
                "kcal/day",
            ),
            Arithmetic(
                "20% of 2500 kcal a day",
                "2500 * {jama-2014-design.deficit} / 100",
                500,
                "kcal/day",
            ),
        ),
    ),
    Contradiction(
        id="D12",
        title="Approved, compounded, off-label",
        claims=("intro-fda-1997", "offlabel-insurance"),
        finding="Called FDA-approved since 1997 in intro.p1, compounded and off-label in faq.cost.",
        reading="The approval was for children, and has been withdrawn.",
        software="A finding on regulatory status, marked as outside evidence.",
        references=("fr-2013-geref", "geref-history", "fda-503a"),
    ),
    Contradiction(
        id="D13",
        title="Cancer: one rule for now and then",
        claims=("cancer-contraindication",),
        finding=(
            "Active and past cancer share one rule, so that clearance could permit use in active "
            "cancer."
        ),
        reading="Active disease is a stop; past disease needs oncology clearance.",
        software=(
            "An absolute contraindication for active disease, one that clearance can lift for past "
            "disease."
        ),
        references=("egrifta-label",),
    ),
    Contradiction(
        id="D14",
        title="What a course costs",
        claims=(
            "cost-monthly",
            "cost-6-month",
            "cost-igf1-draw",
            "rhgh-comparison",
            "dexa-baseline-16",
        ),
        finding=(
            "The sum of six months is right, but leaves out blood draws, and no price is given for "
            "DEXA, although two scans are asked for."
        ),
        reading="1500-2700 USD for the drug, with two draws 1660-3000, with three 1740-3150.",
        software=(
            "The cost of the drug is computed, and of the blood draws where their number is known; "
            "the finding says that DEXA has no price."
        ),
        arithmetic=(
            Arithmetic(
                "six months, least",
                "{cost-6-month.months} * {cost-monthly.monthly.low}",
                1500,
                "USD",
            ),
            Arithmetic(
                "six months, most",
                "{cost-6-month.months} * {cost-monthly.monthly.high}",
                2700,
                "USD",
            ),
            Arithmetic(
                "with two draws, least",
                "{cost-6-month.total.low} + 2 * {cost-igf1-draw.per_draw.low}",
                1660,
                "USD",
            ),
            Arithmetic(
                "with two draws, most",
                "{cost-6-month.total.high} + 2 * {cost-igf1-draw.per_draw.high}",
                3000,
                "USD",
            ),
            Arithmetic(
                "with three draws, least",
                "{cost-6-month.total.low} + 3 * {cost-igf1-draw.per_draw.low}",
                1740,
                "USD",
            ),
            Arithmetic(
                "with three draws, most",
                "{cost-6-month.total.high} + 3 * {cost-igf1-draw.per_draw.high}",
                3150,
                "USD",
            ),
            Arithmetic(
                "injected GH a month, least",
                "{rhgh-comparison.cost_multiple.low} * {cost-monthly.monthly.low}",
                1250,
                "USD/month",
            ),
            Arithmetic(
                "injected GH a month, most",
                "{rhgh-comparison.cost_multiple.high} * {cost-monthly.monthly.high}",
                4500,
                "USD/month",
            ),
        ),
    ),
    Contradiction(
        id="D15",
        title="Two lists of side effects",
        claims=("overdose-side-effects", "side-effects-common"),
        finding="Oedema is in dosing.p2 only, reactions at the injection site in faq.risks only.",
        reading="The union of both.",
        software="Symptoms of either list are asked for and judged.",
    ),
    Contradiction(
        id="D16",
        title="Called safe",
        claims=("faq-combo-safe", "rhgh-comparison", "serious-ae-rare"),
        finding=(
            "The combination with a GLP-1 drug and long-term use are called safe without any data."
        ),
        reading="Not known.",
        software="Outside notes say what is missing; no answer calls either safe.",
        references=("search-null", "ghs-reviews", "wegovy-dose"),
    ),
)
