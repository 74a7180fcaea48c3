"""Frequent question on blood markers and scans."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

FAQ_MARKERS: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="response-20-30",
        locators=("faq.blood-markers",),
        topic="IGF-1 response",
        statement="At 6-8 weeks IGF-1 should be up at least 20-30%.",
        figures=(
            Figure("min_rise", "% of baseline", low=20, high=30),
            Figure("week", "weeks", low=6, high=8),
        ),
        consistency=(
            "what-if.no-response says 15-20%; a minimum given as 20-30% is itself two thresholds.",
            "30% minimum is above much of the expected 20-35%.",
        ),
        external=ExternalStatus(
            "unverifiable",
            references=("redman-2010",),
        ),
        used_for=("lab-interpretation.response",),
    ),
    Claim(
        source=ARTICLE,
        id="response-example-180",
        locators=("faq.blood-markers",),
        topic="IGF-1 response",
        statement="180 rising to 230-250 ng/mL is offered as an adequate response.",
        figures=(
            Figure("baseline", "ng/mL", value=180),
            Figure("followup", "ng/mL", low=230, high=250),
            Figure("rise", "%", low=27.8, high=38.9),
        ),
        consistency=(
            "20-30% of 180 is 216-234; 250 is +38.9%, above 35%.",
            "Ends in the 220-250 zone where starting is discouraged.",
        ),
        external=ExternalStatus(
            "contradicted",
            note="For age 55 this target is at or over ULN on most assays.",
            references=("igf1-mayo", "igf1-roche"),
        ),
        used_for=("lab-interpretation.response",),
    ),
    Claim(
        source=ARTICLE,
        id="monitor-glucose-igfbp3",
        locators=("faq.blood-markers",),
        topic="monitoring",
        statement="Track fasting glucose and IGFBP-3 as secondary markers.",
        consistency=("No glucose cut-off given.",),
        external=ExternalStatus(
            "supported",
            note="Use ADA thresholds as external.",
            references=("ada-glucose", "egrifta-label"),
        ),
        used_for=("monitoring", "lab-interpretation"),
    ),
    Claim(
        source=ARTICLE,
        id="dexa-baseline-16",
        locators=("faq.blood-markers",),
        topic="monitoring",
        statement="DEXA at baseline and 16 weeks.",
        figures=(Figure("followup", "weeks", value=16),),
        consistency=("The trials of the document used a 6-month DEXA.",),
        external=ExternalStatus(
            "supported",
            references=("dxa-water",),
        ),
        used_for=("monitoring",),
    ),
)
