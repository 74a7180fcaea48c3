"""The document's table of sermorelin against GLP-1 drugs."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

GLP1_TABLE: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="table-retention-sermorelin",
        locators=("glp1-table.r2",),
        topic="effect size",
        statement="85-90% retention labelled as share of baseline over 6 months.",
        figures=(
            Figure("retention", "% mislabelled", low=85, high=90),
            Figure("lean_share", "fraction of weight lost, reinterpreted", low=0.1, high=0.15),
        ),
        consistency=(
            (
                "Same mislabel as 87/76: 10-15% of all lean mass (5-7.5 kg of 50) cannot be lost "
                "in a 6.8 kg loss. JCEM 78% and Johns Hopkins 96% lie outside."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
        ),
        used_for=("projection.check",),
    ),
    Claim(
        source=ARTICLE,
        id="table-retention-glp1",
        locators=("glp1-table.r2",),
        topic="effect size",
        statement="GLP-1 drugs: 70-80% retention, varying with protein.",
        figures=(
            Figure("retention", "% mislabelled", low=70, high=80),
            Figure("lean_share", "fraction of weight lost, reinterpreted", low=0.2, high=0.3),
        ),
        consistency=(
            (
                "Literal reading needs 11-16.5 kg lean lost by someone with 55 kg lean losing "
                "15-20 kg."
            ),
            "80% implies a lean share of 20%, at odds with more than 25% in what-if.on-glp1.",
        ),
        external=ExternalStatus(
            "supported",
            note=(
                "As lean share 20-30%: tirzepatide 25% fits; semaglutide 35-39% is worse than the "
                "range."
            ),
            references=("look-2025", "glp1-meta-20rct", "step1-dxa", "glp1-ffml-2024"),
        ),
        used_for=("projection.control_glp1",),
    ),
    Claim(
        source=ARTICLE,
        id="table-advantage-10-15",
        locators=("glp1-table.r2",),
        topic="effect size",
        statement="Sermorelin advantage put at 10-15%.",
        figures=(Figure("advantage", "percentage points", low=10, high=15),),
        consistency=(
            (
                "Correct only comparing low with low (85-70) and high with high (90-80); full span "
                "is 5-20. Differs from 12-16 elsewhere."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="No head-to-head trial.",
        ),
        used_for=("projection.check_only",),
    ),
    Claim(
        source=ARTICLE,
        id="table-igf1-glp1-none",
        locators=("glp1-table.r3",),
        topic="lab",
        statement="GLP-1 drugs do not raise IGF-1.",
        external=ExternalStatus(
            "supported",
            note="No direct GH action; weight loss itself may lift IGF-1 10-19%.",
            references=("redman-2010",),
        ),
        used_for=("lab-interpretation",),
    ),
    Claim(
        source=ARTICLE,
        id="table-glp1-doses",
        locators=("glp1-table.r4",),
        topic="dose",
        statement="Weekly semaglutide 1-2.4 mg and tirzepatide 2.5-15 mg.",
        figures=(
            Figure("semaglutide", "mg/week", low=1, high=2.4),
            Figure("tirzepatide", "mg/week", low=2.5, high=15),
        ),
        consistency=(
            "Semaglutide row starts mid-escalation while tirzepatide includes the starting dose.",
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "Semaglutide starts 0.25 then 0.5, 1, 1.7, 2.4; higher 7.2 mg under study/approved "
                "in places (general knowledge)."
            ),
            references=("wegovy-dose", "zepbound-dose"),
        ),
        used_for=("combination", "dose"),
    ),
    Claim(
        source=ARTICLE,
        id="table-glp1-15-20-6mo",
        locators=("glp1-table.r5",),
        topic="weight loss",
        statement="Mean 15-20% weight loss in 6 months on GLP-1.",
        figures=(
            Figure("weight_loss", "% of body weight", low=15, high=20),
            Figure("duration", "months", value=6),
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "14.9% needed 68 weeks (semaglutide), 20.9% needed 72 weeks (tirzepatide 15 mg). "
                "About 10% at 7 months real-world semaglutide."
            ),
            references=("step1-main", "surmount1-main", "semalean", "glp1-6mo"),
        ),
        used_for=("projection.weight_default", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="table-fat-rate-moderate",
        locators=("glp1-table.r5",),
        topic="expectation",
        statement="Sermorelin fat loss is moderate and set by deficit and training.",
        external=ExternalStatus(
            "supported",
            note="GHRH analogues are weight neutral.",
            references=("egrifta-label", "makimura-2012"),
        ),
        used_for=("expectation",),
    ),
    Claim(
        source=ARTICLE,
        id="table-combination-compatible",
        locators=("glp1-table.r6",),
        topic="combination",
        statement="Both drugs are listed as compatible.",
        consistency=("See faq-combo-safe.",),
        external=ExternalStatus(
            "unverifiable",
            note="No combination trial found; glucose effects oppose each other.",
            references=("search-null",),
        ),
        used_for=("combination", "safety"),
    ),
)
