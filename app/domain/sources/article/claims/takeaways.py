"""The key takeaways of the document."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

TAKEAWAYS: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="key-85-90-vs-70-76",
        locators=("takeaways.p2",),
        topic="effect size",
        statement="85-90% kept versus 70-76% on diet only, called a 12-16% gain.",
        figures=(
            Figure("sermorelin", "% mislabelled", low=85, high=90),
            Figure("control", "% mislabelled", low=70, high=76),
            Figure("gain", "%", low=12, high=16),
            Figure(
                "lean_share_control", "fraction of weight lost, reinterpreted", low=0.24, high=0.3
            ),
        ),
        consistency=(
            "Range of differences 9-20, matched 14-15.",
            "The 62% control of intro.p1 is outside 70-76.",
            "76% came from a diet+training arm, not diet only.",
            "70-76 nearly equals GLP-1 70-80.",
        ),
        external=ExternalStatus(
            "contradicted",
        ),
        used_for=("projection.control_diet_only",),
    ),
    Claim(
        source=ARTICLE,
        id="key-dose-repeat",
        locators=("takeaways.p3",),
        topic="dose",
        statement="Repeats 200-500 mcg nightly, 30-60 min before sleep, empty stomach.",
        figures=(
            Figure("dose", "mcg/night", low=200, high=500),
            Figure("before_sleep", "min", low=30, high=60),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="As for dose-range-200-500.",
        ),
        used_for=("dose", "timing", "fasting"),
    ),
)
