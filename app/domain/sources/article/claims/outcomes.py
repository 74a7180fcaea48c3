"""The outcomes that the introduction of the document promises."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

OUTCOMES: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="igf1-rise-20-35",
        locators=("intro.p4",),
        topic="IGF-1 response",
        statement=(
            "A rise of IGF-1 by 20-35% over 3-6 months is expected from nightly injections under "
            "the skin."
        ),
        figures=(
            Figure("igf1_rise", "% of baseline", low=20, high=35),
            Figure("window", "months", low=3, high=6),
            Figure("route", "route", value="subcutaneous"),
        ),
        consistency=(
            "Window conflicts with peak at 8-12 weeks and plateau after (igf1-kinetics-peak).",
            "The worked example 180 to 230-250 is +27.8% to +38.9%, partly above this range.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "No trial of 200-500 mcg nightly sermorelin alone found. Related: sermorelin 100 "
                "mcg + two GHRPs three times daily +50%; tesamorelin 1-2 mg +81% to +117%; "
                "GHRH(1-29) 2 mg nightly no significant IGF-1 change. Weight loss alone can give "
                "+10-19%."
            ),
            references=("sigalos-2017", "falutz-2007", "vittone-1997", "redman-2010"),
        ),
        used_for=("lab-interpretation.response", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="pathway-mtor-ubiquitin",
        locators=("intro.p4",),
        topic="mechanism",
        statement="IGF-1 is said to switch on PI3K/Akt/mTOR and restrain proteasome breakdown.",
        external=ExternalStatus(
            "supported",
            note=(
                "Established pathway in principle; size of effect in dieting adults is not shown "
                "by it, and energy deficit causes GH resistance."
            ),
            references=("gh-resistance",),
        ),
        used_for=("explanation",),
    ),
    Claim(
        source=ARTICLE,
        id="lean-gain-12-16",
        locators=("intro.p4",),
        topic="effect size",
        statement="Treated patients are said to keep 12-16% more lean mass on DEXA at 6 months.",
        figures=(
            Figure("advantage", "% (metric unstated)", low=12, high=16),
            Figure("endpoint", "months", value=6),
        ),
        consistency=(
            (
                "Named pairs give 11 (JAMA), 15-16 (GLP-1, JCEM) and 19 (AJP) percentage points of "
                "fat share; only 15-16 fall inside."
            ),
            "Endpoint differences of 85-90 vs 70-76 give 14-15 matched, 9-20 extreme.",
            (
                "As % of baseline lean mass the JAMA kilograms give about 1.2 points for a 50 kg "
                "lean mass, not 12-16."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
            note="No supporting trial; arithmetic shows it cannot be % of baseline lean mass.",
            references=("search-null",),
        ),
        used_for=("projection.check_only",),
    ),
    Claim(
        source=ARTICLE,
        id="fat-loss-comparable",
        locators=("intro.p4",),
        topic="effect size",
        statement="Fat loss is said to be about the same as with diet only.",
        consistency=(
            (
                "JAMA figures show 25.5% more fat lost (5.9 vs 4.7 kg) and 9.7% more weight lost "
                "with sermorelin."
            ),
            "The 25 vs 30 lb example has less total loss on sermorelin.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note="rhGH meta-analysis: fat -0.9 kg, no weight change.",
            references=("mekala-2009",),
        ),
        used_for=("projection", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="not-hypertrophy",
        locators=("intro.p5",),
        topic="expectation",
        statement=(
            "The drug is described as resisting breakdown rather than adding lean mass as "
            "testosterone does."
        ),
        consistency=("faq.older-adults claims gains in lean mass and strength without dieting.",),
        external=ExternalStatus(
            "supported",
            note=(
                "GH-axis agents add 1-2 kg of lean mass (partly water) without a consistent gain "
                "in strength."
            ),
            references=("mekala-2009", "ghs-reviews"),
        ),
        used_for=("expectation",),
    ),
)
