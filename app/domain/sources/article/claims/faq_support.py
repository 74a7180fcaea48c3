"""Frequent questions on protein, stopping and older adults."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

FAQ_SUPPORT: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="protein-below-1-2",
        locators=("faq.protein",),
        topic="nutrition",
        statement="Below 1.2 g/kg the lean-sparing benefit is negated.",
        figures=(Figure("threshold", "g/kg/day, below", value=1.2),),
        consistency=("1.2-1.6 left undefined.",),
        external=ExternalStatus(
            "unverifiable",
            note="1.2 g/kg with hard training kept lean stable in a 40% deficit.",
            references=("longland-2016",),
        ),
        used_for=("nutrition", "projection.e_protein"),
    ),
    Claim(
        source=ARTICLE,
        id="meals-4-5-leucine",
        locators=("faq.protein",),
        topic="nutrition",
        statement="Spread protein over 4-5 meals with 2.5-3 g leucine each.",
        figures=(
            Figure("meals", "meals/day", low=4, high=5),
            Figure("leucine", "g/meal", low=2.5, high=3),
            Figure("leucine_day", "g/day", low=10, high=15),
        ),
        consistency=(
            (
                "At 1.6 g/kg a 55 kg person on 5 meals gets about 18 g protein and 1.4-1.8 g "
                "leucine per meal: cannot meet it."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="Leucine threshold is a hypothesis; 20-40 g protein per meal common advice.",
        ),
        used_for=("nutrition",),
    ),
    Claim(
        source=ARTICLE,
        id="stop-igf1-baseline",
        locators=("faq.stopping",),
        topic="discontinuation",
        statement="IGF-1 is back to baseline 2-4 weeks after stopping.",
        figures=(Figure("weeks", "weeks", low=2, high=4),),
        consistency=("Against 16-24 h persistence and overnight loss.",),
        external=ExternalStatus(
            "unverifiable",
            note="Likely days to 2 weeks.",
        ),
        used_for=("discontinuation",),
    ),
    Claim(
        source=ARTICLE,
        id="stop-lean-kept",
        locators=("faq.stopping",),
        topic="discontinuation",
        statement=(
            "Lean mass kept persists with training and protein; protection from later dieting is "
            "lost."
        ),
        external=ExternalStatus(
            "contradicted",
            note="rhGH withdrawal in obese women: lean advantage gone in 6 months.",
            references=("gh-withdrawal",),
        ),
        used_for=("discontinuation",),
    ),
    Claim(
        source=ARTICLE,
        id="cycle-with-phases",
        locators=("faq.stopping",),
        topic="discontinuation",
        statement="Many use it in weight-loss phases and stop in maintenance.",
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("discontinuation", "energy-balance"),
    ),
    Claim(
        source=ARTICLE,
        id="older-without-deficit",
        locators=("faq.older-adults",),
        topic="indication",
        statement="Older adults are said to gain modest lean and strength without dieting.",
        consistency=("Contradicts truth.p1 (only-in-deficit).",),
        external=ExternalStatus(
            "contradicted",
            note=(
                "Lean +1.26 kg in men only, no consistent strength gain; Beers criteria oppose GH "
                "in older adults."
            ),
            references=("khorram-1997", "ghs-reviews", "beers-gh"),
        ),
        used_for=("energy-balance", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="decline-after-30",
        locators=("faq.older-adults",),
        topic="physiology",
        statement="GH and IGF-1 fall with age after 30.",
        figures=(Figure("age", "years", value=30),),
        external=ExternalStatus(
            "supported",
            references=("igf1-mayo",),
        ),
        used_for=("explanation",),
    ),
    Claim(
        source=ARTICLE,
        id="training-primary-sarcopenia",
        locators=("faq.older-adults",),
        topic="training",
        statement="Resistance training stays the main treatment; drug is an adjunct.",
        external=ExternalStatus(
            "supported",
            references=("sardeli-2018",),
        ),
        used_for=("training",),
    ),
)
