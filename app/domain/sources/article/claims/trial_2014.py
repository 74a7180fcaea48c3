"""The trial of 2014 that the document describes."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

TRIAL_2014: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="dexa-gold-standard",
        locators=("trials.p1",),
        topic="measurement",
        statement="DEXA is called the most precise way to separate lean from fat.",
        external=ExternalStatus(
            "contradicted",
            note=(
                "Precise and practical, but four-compartment models and MRI are more accurate; DXA "
                "lean includes water, which GH-axis drugs raise."
            ),
            references=("dxa-water", "glp1-ffml-2024"),
        ),
        used_for=("monitoring",),
    ),
    Claim(
        source=ARTICLE,
        id="jama-2014-design",
        locators=("trials.p1",),
        topic="trial design",
        statement=(
            "A 2014 JAMA trial is described: 63 adults 45-65 y, 6 months, 200 mcg nightly, 20% "
            "energy deficit, resistance training 3 times weekly."
        ),
        figures=(
            Figure("n", "people", value=63),
            Figure("age", "years", low=45, high=65),
            Figure("duration", "months", value=6),
            Figure("dose", "mcg/night", value=200),
            Figure("deficit", "% of energy need", value=20),
            Figure("training", "sessions/week", value=3),
        ),
        consistency=(
            "20% deficit equals the AJP 500 kcal only at 2500 kcal/day.",
            (
                "Effect claimed at the lowest listed dose, so the document gives no outcome "
                "evidence for titrating to 500 mcg."
            ),
            "Placebo trained too, yet takeaways.p2 calls comparators diet-only.",
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "No such JAMA trial. The JAMA 2014 GHRH-analogue RCT is tesamorelin 2 mg in about "
                "50 people with HIV, no diet."
            ),
            references=("stanley-2014", "search-null"),
        ),
        used_for=("projection.reference_conditions",),
    ),
    Claim(
        source=ARTICLE,
        id="jama-2014-sermorelin-kg",
        locators=("trials.p2",),
        topic="trial result",
        statement="Treated arm: 6.8 kg lost, 5.9 fat and 0.9 lean.",
        figures=(
            Figure("total", "kg", value=6.8),
            Figure("fat", "kg", value=5.9),
            Figure("lean", "kg", value=0.9),
            Figure("lean_share", "fraction of weight lost", value=0.1324),
        ),
        consistency=("5.9+0.9=6.8 adds up.",),
        external=ExternalStatus(
            "unverifiable",
            note="The trial could not be found.",
            references=("search-null",),
        ),
        used_for=("projection.k_central", "projection.check"),
    ),
    Claim(
        source=ARTICLE,
        id="jama-2014-placebo-kg",
        locators=("trials.p2",),
        topic="trial result",
        statement="Placebo arm: 6.2 kg lost, 4.7 fat and 1.5 lean.",
        figures=(
            Figure("total", "kg", value=6.2),
            Figure("fat", "kg", value=4.7),
            Figure("lean", "kg", value=1.5),
            Figure("lean_share", "fraction of weight lost", value=0.2419),
        ),
        consistency=(
            "4.7+1.5=6.2 adds up.",
            "Difference in lean is 0.6 kg = 1.3 lb, below the claimed 2-4 lb.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "24% lean with resistance training is far worse than published diet+resistance "
                "arms (9-18%)."
            ),
            references=("beavers-2017", "glp1-meta-20rct"),
        ),
        used_for=("projection.control_diet_rt", "projection.check"),
    ),
    Claim(
        source=ARTICLE,
        id="jama-2014-87-76",
        locators=("trials.p2",),
        topic="trial result",
        statement="Calls the result 87% vs 76% of baseline lean mass kept, p below 0.01.",
        figures=(
            Figure("sermorelin", "% mislabelled", value=87),
            Figure("placebo", "% mislabelled", value=76),
            Figure("p", "upper bound", value=0.01),
            Figure("true_sermorelin", "% fat share of weight lost", value=86.8),
            Figure("true_placebo", "% fat share of weight lost", value=75.8),
        ),
        consistency=(
            "87 and 76 equal fat lost / weight lost (86.8, 75.8), not lean kept.",
            "If they were retention, baseline lean mass would be 6.9 and 6.3 kg.",
            "For 50 kg lean mass true retention is 98.2% vs 97.0%.",
        ),
        external=ExternalStatus(
            "contradicted",
            note="Contradicted by the document's own kilograms.",
        ),
        used_for=("metric-definition", "projection"),
    ),
    Claim(
        source=ARTICLE,
        id="jama-2014-visceral-34",
        locators=("trials.p2",),
        topic="trial result",
        statement="Visceral fat at L4-L5 is said to fall 34% more on sermorelin.",
        figures=(Figure("extra_vat_loss", "% more than placebo", value=34),),
        external=ExternalStatus(
            "unverifiable",
            note="Tesamorelin 2 mg: VAT about -15% vs +5%; 34% not documented for sermorelin.",
            references=("falutz-2007", "makimura-2012"),
        ),
        used_for=("expectation",),
    ),
    Claim(
        source=ARTICLE,
        id="jama-2014-no-limb-loss",
        locators=("trials.p2",),
        topic="trial result",
        statement="Lean mass of the arms and legs is said not to change at all in the treated arm.",
        figures=(Figure("appendicular_change", "kg", value=0),),
        consistency=(
            (
                "All 0.9 kg of lean loss would then come from the trunk (organs, water). That sits "
                "awkwardly beside trials.p4, where part of the lean mass is lost anyway."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="No such result was found.",
            references=("search-null",),
        ),
        used_for=("expectation",),
    ),
)
