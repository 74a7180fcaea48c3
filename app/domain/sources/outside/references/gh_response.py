"""What moves GH and IGF-1 besides the drug."""

from typing import Final

from app.domain.sources.types import Reference

GH_RESPONSE: Final[tuple[Reference, ...]] = (
    Reference(
        id="redman-2010",
        citation="Redman 2010 (PMC2807912) CALERIE GH axis",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC2807912",
        tier="seen",
        confidence="high",
        numbers=("weight loss alone: IGF-1 +10% (CR+exercise), +19% (LCD), unchanged with 25% CR",),
    ),
    Reference(
        id="gh-resistance",
        citation="Fazeli & Klibanski 2014; Murphy 2020 (PMC8233264)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8233264",
        tier="seen",
        confidence="high",
        numbers=(
            (
                "under-nutrition = GH resistance; severe deficit + lifting: IGF-1 -18 to -27% "
                "despite 2.5x GH"
            ),
        ),
    ),
    Reference(
        id="obesity-gh",
        citation="Williams 1984 GRF(1-29) in obesity; Bonert 2004; PMC1618818",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "peak GH to GRF(1-29) 8.9 (obese) vs 28 mU/L; abnormal response 5% at BMI<25, 64% "
                "at BMI>=30; fasting glucose and insulin predict response"
            ),
        ),
    ),
    Reference(
        id="glucose-ghrh",
        citation="Oral glucose before GHRH(1-44)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=("75 g glucose 60 min before: peak GH 6.7 vs 16.5 mU/L (-59%)",),
    ),
    Reference(
        id="ghrh-morning",
        citation="Schier 1997: GHRH 04-07 h; diurnal GHRH response",
        url=None,
        tier="seen",
        confidence="medium",
        numbers=("early-morning GHRH still raises GH significantly",),
    ),
)
