"""The what-if scenario of an IGF-1 that is high from the start."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

HIGH_IGF1: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="high-baseline-220-250",
        locators=("what-if.high-igf1",),
        topic="lab",
        statement=(
            "Upper-quartile baseline IGF-1, put at above 220-250 ng/mL for ages 40-60, leaves "
            "little room for benefit."
        ),
        figures=(
            Figure("threshold", "ng/mL", low=220, high=250),
            Figure("age", "years", low=40, high=60),
            Figure("quantile", "quantile as labelled", value=0.75),
        ),
        consistency=(
            "The response example ends at 230-250, inside this zone.",
            (
                "+35% from 222 reaches 300, so 220 is coherent with the 300 stop limit; +20% from "
                "250 also reaches 300."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "220-250 is around the 97.5th percentile, not the 75th, on most assays: ULN at "
                "51-60 is 232-245 (Mayo men), about 225/236 (ARUP, age 50), 190-215 (Roche). Real "
                "upper quartile is roughly 150-180. Old Quest range (to 317-328) shows assay "
                "dependence."
            ),
            references=("igf1-mayo", "igf1-arup", "igf1-roche", "igf1-quest", "igf1-bidlingmaier"),
        ),
        used_for=("lab-interpretation.baseline", "projection.e_baseline"),
    ),
    Claim(
        source=ARTICLE,
        id="retest-6-8-stop-300",
        locators=("what-if.high-igf1",),
        topic="lab",
        statement="Retest at 6-8 weeks; if no rise or above 300 ng/mL, stop or lower the dose.",
        figures=(
            Figure("retest", "weeks", low=6, high=8),
            Figure("ceiling", "ng/mL, exceeded", value=300),
        ),
        consistency=(
            "faq.risks says 300-350.",
            (
                "No rise means stop or reduce in what-if.high-igf1; in what-if.no-response a small "
                "rise means that the dose may be too low. Opposite actions; what-if.high-igf1 is "
                "about a high baseline only."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "300 already exceeds ULN at 40+ on Mayo, ARUP and Roche; by class label act at "
                "persistently >+3 SDS, by GH guidelines above the age range."
            ),
            references=("igf1-mayo", "egrifta-label"),
        ),
        used_for=("lab-interpretation.ceiling", "titration"),
    ),
    Claim(
        source=ARTICLE,
        id="high-igf1-cancer-theory",
        locators=("what-if.high-igf1",),
        topic="safety",
        statement="Supraphysiologic IGF-1 is linked to theoretical cancer risk.",
        external=ExternalStatus(
            "supported",
            note=(
                "Observational: modest; lowest mortality 120-160 ng/mL, below the document's "
                "target zone."
            ),
            references=("igf1-cancer", "igf1-mortality"),
        ),
        used_for=("safety", "lab-interpretation"),
    ),
    Claim(
        source=ARTICLE,
        id="needs-deficient-axis",
        locators=("what-if.high-igf1",),
        topic="indication",
        statement="Works by lifting a deficient or suboptimal axis.",
        external=ExternalStatus(
            "supported",
            note="Obesity blunts GHRH response, so low GH does not mean good response.",
            references=("obesity-gh",),
        ),
        used_for=("response",),
    ),
)
