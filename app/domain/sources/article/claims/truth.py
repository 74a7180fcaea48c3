"""The section in which the document limits its own promise."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

TRUTH: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="only-in-deficit",
        locators=("truth.p1",),
        topic="energy-balance",
        statement="Effect exists only while in calorie deficit; none at maintenance or surplus.",
        consistency=("faq.older-adults claims benefit without restriction.",),
        external=ExternalStatus(
            "contradicted",
            note="GHRH analogues gave small lean gains without diet.",
            references=("makimura-2012", "khorram-1997"),
        ),
        used_for=("energy-balance", "projection.applicability"),
    ),
    Claim(
        source=ARTICLE,
        id="example-25-30-lb",
        locators=("truth.p2",),
        topic="effect size",
        statement=(
            'Twelve months: 25 lb with 95% of "muscle" kept against 30 lb with 75%, called a 6 lb '
            "swing."
        ),
        figures=(
            Figure("loss_a", "lb", value=25),
            Figure("keep_a", "% mislabelled", value=95),
            Figure("loss_b", "lb", value=30),
            Figure("keep_b", "% mislabelled", value=75),
            Figure("swing", "lb", value=6),
            Figure("computed_swing", "lb", value=6.25),
            Figure("duration", "months", value=12),
        ),
        consistency=(
            (
                'Works only as lean share: 30x0.25 - 25x0.05 = 6.25 lb. As "muscle" kept it needs '
                "a total lean mass of 30 lb (13.6 kg)."
            ),
            "80% relative reduction and 6 lb exceed 30-50% and 2-4 lb.",
            "Arms differ in total loss, so not like for like.",
        ),
        external=ExternalStatus(
            "contradicted",
            note="An illustration, not data.",
        ),
        used_for=("metric-definition", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="no-visible-growth",
        locators=("truth.p2",),
        topic="expectation",
        statement="Visible growth within weeks should not be expected.",
        external=ExternalStatus(
            "supported",
            references=("ghs-reviews",),
        ),
        used_for=("expectation",),
    ),
    Claim(
        source=ARTICLE,
        id="igf1-onset-3-4",
        locators=("truth.p3",),
        topic="kinetics",
        statement="IGF-1 detectable at 3-4 weeks.",
        figures=(Figure("onset", "weeks", low=3, high=4),),
        consistency=("dosing.p4 says 2-4 weeks.",),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("monitoring",),
    ),
    Claim(
        source=ARTICLE,
        id="igf1-kinetics-peak",
        locators=("truth.p3",),
        topic="kinetics",
        statement="IGF-1 peaks around 8-12 weeks, then plateaus.",
        figures=(Figure("peak", "weeks", low=8, high=12),),
        consistency=("intro.p4 gives 3-6 months for the full rise of 20-35%.",),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("monitoring", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="bodycomp-lag-4-8",
        locators=("truth.p3",),
        topic="kinetics",
        statement="Composition change follows IGF-1 by 4-8 weeks.",
        figures=(Figure("lag", "weeks", low=4, high=8),),
        consistency=("Onset 2-4 + lag = 6-12 weeks; peak 8-12 + lag = 12-20; brackets 12-16.",),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("expectation",),
    ),
    Claim(
        source=ARTICLE,
        id="commit-16wk-dexa",
        locators=("truth.p3",),
        topic="monitoring",
        statement="Commit to at least 16 weeks, with DEXA before and after; week 4 is too early.",
        figures=(
            Figure("min_commitment", "weeks", value=16),
            Figure("too_early", "weeks", value=4),
        ),
        consistency=("dosing.p4 says 12-16 weeks, faq.timeline 4 months.",),
        external=ExternalStatus(
            "supported",
            note=(
                "DXA least significant change about 1-1.5 kg lean; a 0.6 kg effect is below it in "
                "one person."
            ),
            references=("dxa-water",),
        ),
        used_for=("monitoring", "expectation"),
    ),
)
