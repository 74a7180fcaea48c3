"""The what-if scenario of no result after 8 weeks."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

NO_RESPONSE: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="nonresponse-15-20",
        locators=("what-if.no-response",),
        topic="IGF-1 response",
        statement="At 8 weeks a rise short of 15-20% suggests low dose or bad timing.",
        figures=(
            Figure("min_rise", "% of baseline", low=15, high=20),
            Figure("week", "weeks", value=8),
        ),
        consistency=(
            (
                "faq.blood-markers sets at least 20-30% at 6-8 weeks: a 15-19% rise passes one and "
                "fails the other."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "Within-person IGF-1 variation (analytic+biologic) is roughly 10-15%; weight loss "
                "alone can give 10-19%."
            ),
            references=("redman-2010",),
        ),
        used_for=("lab-interpretation.response", "titration"),
    ),
    Claim(
        source=ARTICLE,
        id="troubleshoot-order",
        locators=("what-if.no-response",),
        topic="response",
        statement=(
            "First verify IGF-1; if raised without composition change look at protein and training."
        ),
        external=ExternalStatus(
            "unverifiable",
            note="Reasonable algorithm.",
        ),
        used_for=("response",),
    ),
    Claim(
        source=ARTICLE,
        id="protein-min-1-6",
        locators=("what-if.no-response",),
        topic="nutrition",
        statement="Minimum protein 1.6 g/kg/day.",
        figures=(Figure("protein", "g/kg/day minimum", value=1.6),),
        consistency=(
            "Inclusive in what-if.no-response; to be exceeded in what-if.on-glp1 and faq.timeline.",
        ),
        external=ExternalStatus(
            "supported",
            references=("longland-2016", "mettler-2010"),
        ),
        used_for=("nutrition",),
    ),
    Claim(
        source=ARTICLE,
        id="zero-training-no-signal",
        locators=("what-if.no-response",),
        topic="training",
        statement="With no resistance training there is no anabolic signal to amplify.",
        figures=(Figure("sessions", "sessions/week", value=0),),
        consistency=(
            "JCEM claim shows benefit without mention of training; faq.older-adults too.",
        ),
        external=ExternalStatus(
            "supported",
            note="Direction right; absolute wording overstated.",
            references=("sardeli-2018",),
        ),
        used_for=("training", "projection.e_training"),
    ),
)
