"""Time of day, fasting and duration as the document gives them."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

TIMING: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="daytime-negates",
        locators=("dosing.p3",),
        topic="timing",
        statement=(
            "Morning or afternoon injection is said to suppress the evening pulse and cancel the "
            "benefit."
        ),
        consistency=(
            (
                "Attributed to negative feedback in dosing.p3 and to insulin in "
                "what-if.no-response; mechanism.p2 praises preserved feedback."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "Twice-daily GHRH(1-29) incl. morning raised 24-h GH and IGF-1 in older men; "
                "early-morning GHRH releases GH."
            ),
            references=("corpas-1992", "ghrh-morning"),
        ),
        used_for=("timing", "projection.e_timing"),
    ),
    Claim(
        source=ARTICLE,
        id="fast-2h-before",
        locators=("dosing.p3",),
        topic="fasting",
        statement="At least 2 hours without food before injecting.",
        figures=(Figure("fast_before", "h minimum", value=2),),
        external=ExternalStatus(
            "supported",
            note=(
                "Oral glucose 1 h before cut the GHRH response by 59%; 2 h exactly is convention "
                "and may be short with delayed gastric emptying on GLP-1."
            ),
            references=("glucose-ghrh",),
        ),
        used_for=("fasting", "projection.e_fasting"),
    ),
    Claim(
        source=ARTICLE,
        id="fast-30min-after",
        locators=("dosing.p3",),
        topic="fasting",
        statement="No food for 30 minutes after the injection.",
        figures=(Figure("fast_after", "min minimum", value=30),),
        external=ExternalStatus(
            "unverifiable",
            note="Plausible; no study found.",
        ),
        used_for=("fasting",),
    ),
    Claim(
        source=ARTICLE,
        id="carbs-blunt",
        locators=("dosing.p3",),
        topic="fasting",
        statement="Food, carbohydrate above all, blunts release through glucose and insulin.",
        external=ExternalStatus(
            "supported",
            note="Supported for glucose; free fatty acids also blunt.",
            references=("glucose-ghrh", "geref-ch-smpc"),
        ),
        used_for=("fasting",),
    ),
    Claim(
        source=ARTICLE,
        id="igf1-onset-2-4",
        locators=("dosing.p4",),
        topic="kinetics",
        statement="IGF-1 rise measurable after 2-4 weeks.",
        figures=(Figure("onset", "weeks", low=2, high=4),),
        consistency=("truth.p3 and faq.timeline say 3-4 weeks.",),
        external=ExternalStatus(
            "unverifiable",
            note="GH-axis IGF-1 changes appear in 1-2 weeks in rhGH/GHRH studies.",
            references=("snyder-1988", "corpas-1992"),
        ),
        used_for=("monitoring", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="bodycomp-12-16wk",
        locators=("dosing.p4",),
        topic="duration",
        statement=(
            "The shift in composition takes 12-16 weeks of steady dosing to reach significance."
        ),
        figures=(Figure("weeks", "weeks", low=12, high=16),),
        consistency=(
            (
                "faq.timeline also says only after 4 months (about 17 weeks); truth.p3 sets 16 "
                "weeks minimum."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="rhGH nitrogen effect is fastest in the first month and fades.",
            references=("snyder-1988",),
        ),
        used_for=("expectation", "projection.e_duration", "monitoring"),
    ),
    Claim(
        source=ARTICLE,
        id="multi-month-use",
        locators=("dosing.p4",),
        topic="duration",
        statement="Meant for multi-month use during weight loss, not short courses.",
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("expectation",),
    ),
)
