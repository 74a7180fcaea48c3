"""Body composition and weight loss on GLP-1 drugs."""

from typing import Final

from app.domain.sources.types import Reference

GLP1: Final[tuple[Reference, ...]] = (
    Reference(
        id="look-2025",
        citation="SURMOUNT-1 DXA substudy, Look 2025 DOM 27:2720 (doi 10.1111/dom.16275)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            "n=160; weight -21.3%, fat -33.9%, lean -10.9%; ~75:25 fat:lean in drug AND placebo",
        ),
    ),
    Reference(
        id="step1-dxa",
        citation="STEP 1 DXA substudy, Wilding 2021 J Endocr Soc 5(S1):A16",
        url="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8089287/",
        tier="general",
        confidence="medium",
        numbers=(
            (
                "its existence was seen, its figures were not: fat about -19.3%, lean about -9.7% "
                "at wk 68; lean ~39-40% of weight lost (-5.26/-13.6 or -6.92/-17.3 kg by estimand)"
            ),
        ),
    ),
    Reference(
        id="glp1-meta-20rct",
        citation="Meta-analysis of 20 RCTs (n=15 782) quoted by HumanProgress/NCBI",
        url=None,
        tier="secondary",
        confidence="medium",
        numbers=(
            (
                "lean share: semaglutide 35.2% (31.5-38.9), tirzepatide 25.4% (22.8-28.0), "
                "liraglutide 26.8%, lifestyle 26.2% (24.1-28.3), lifestyle+resistance 17.5% "
                "(14.2-20.8)"
            ),
        ),
    ),
    Reference(
        id="glp1-ffml-2024",
        citation="GLP-1RA FFM review, DOM 2024;26:5503 (doi 10.1111/dom.15913)",
        url="https://pubmed.ncbi.nlm.nih.gov/39344838",
        tier="seen",
        confidence="high",
        numbers=("fat-free share of the loss 20-40%, mostly >25%",),
    ),
    Reference(
        id="neeland-2024",
        citation="Neeland 2024 DOM (doi 10.1111/dom.15728)",
        url="https://pubmed.ncbi.nlm.nih.gov/38937282",
        tier="seen",
        confidence="high",
        numbers=("lean share 40-60% in some trials, <=15% in others; the change looks adaptive",),
    ),
    Reference(
        id="sargeant-2019",
        citation="Sargeant 2019 Endocrinol Metab 34:247",  # codespell:ignore sargeant
        url=None,
        tier="seen",
        confidence="high",
        numbers=("lean share 20-50% in over half of the studies",),
    ),
    Reference(
        id="step1-main",
        citation="STEP 1 main result",
        url=None,
        tier="seen",
        confidence="high",
        numbers=("-14.9% at 68 weeks (2.4 mg)",),
    ),
    Reference(
        id="surmount1-main",
        citation="SURMOUNT-1 main result, 72 weeks",
        url=None,
        tier="secondary",
        confidence="high",
        numbers=("-20.9% at 72 weeks on 15 mg",),
    ),
    Reference(
        id="semalean",
        citation="SEMALEAN 2025 DOM (doi 10.1111/dom.70141)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=("semaglutide 2.4 mg: -10% at month 7, -13% at month 12",),
    ),
    Reference(
        id="glp1-6mo",
        citation="Read from STEP 1 / SURMOUNT-1 trajectories",
        url=None,
        tier="general",
        confidence="medium",
        numbers=(
            "about -10 to -12% at 24-28 wk semaglutide 2.4 mg; about -12 to -15% tirzepatide",
        ),
    ),
)
