"""How much of the weight lost is lean: diet, training, protein."""

from typing import Final

from app.domain.sources.types import Reference

LEAN_SHARE: Final[tuple[Reference, ...]] = (
    Reference(
        id="heymsfield-2014",
        citation="Heymsfield 2014 Obes Rev 15:310 (doi 10.1111/obr.12143)",
        url="http://onlinelibrary.wiley.com/doi/10.1111/obr.12143",
        tier="seen",
        confidence="high",
        numbers=(
            (
                "quarter-FFM rule ~0.25 of weight lost is a rough average and is criticised in the "
                "paper"
            ),
        ),
    ),
    Reference(
        id="forbes-hall",
        citation="Forbes 1987/2000; Hall 2007 Br J Nutr 97:1059",
        url=None,
        tier="general",
        confidence="high",
        numbers=("dFFM/dW = 10.4/(10.4+FM kg): lean share falls as baseline fat mass rises",),
    ),
    Reference(
        id="weinheimer-2010",
        citation="Weinheimer 2010 Nutr Rev 68:375",
        url="https://pubmed.ncbi.nlm.nih.gov/20591106/",
        tier="seen",
        confidence="high",
        numbers=("lost >=15% of weight as FFM: 81% of diet-only vs 39% of diet+exercise groups",),
    ),
    Reference(
        id="beavers-2017",
        citation="Beavers 2017 Obesity (PMC5678994), 249 older adults, 18 mo",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5678994",
        tier="seen",
        confidence="high",
        numbers=(
            "WL -5.7 kg / lean -1.0 (17.5%)",
            "WL+aerobic -8.5 / -1.6 (18.8%)",
            "WL+resistance -8.7 / -0.8 (9.2%)",
        ),
    ),
    Reference(
        id="sardeli-2018",
        citation="Sardeli 2018 Nutrients 10:423 meta-analysis",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5946208",
        tier="seen",
        confidence="high",
        numbers=(
            (
                "resistance training averts 93.5% of diet-induced lean loss (0.819 kg, CI "
                "0.364-1.273) in obese elderly"
            ),
        ),
    ),
    Reference(
        id="villareal-2017",
        citation="Villareal 2017 NEJM 376:1943",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5552187",
        tier="seen",
        confidence="medium",
        numbers=(
            (
                "lean loss smaller with resistance/combined than aerobic (about 2-3% vs 5% - "
                "percentages from general knowledge)"
            ),
        ),
    ),
    Reference(
        id="wycherley-2012",
        citation="Wycherley 2012 AJCN 96:1281 meta-analysis",
        url="https://academic.oup.com/ajcn/article/96/6/1281/4571449",
        tier="seen",
        confidence="high",
        numbers=("high protein spares 0.43 kg FFM (CI 0.09-0.78)",),
    ),
    Reference(
        id="wycherley-2012-52wk",
        citation="Wycherley 2012 Nutr Diabetes 2:e40",
        url="https://doi.org/10.1038/nutd.2012.11",
        tier="seen",
        confidence="high",
        numbers=("12-mo FFM loss 2.6/12.3 kg (21%) high protein vs 3.8/10.9 kg (35%)",),
    ),
    Reference(
        id="longland-2016",
        citation="Longland 2016 AJCN (doi 10.3945/ajcn.115.119339)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            "40% deficit + intense training, 4 wk: 2.4 g/kg lean +1.2 kg, 1.2 g/kg lean +0.1 kg",
        ),
    ),
    Reference(
        id="mettler-2010",
        citation="Mettler 2010 MSSE 42:326",
        url=(
            "http://journals.lww.com/acsm-msse/Fulltext/2010/02000/Increased_Protein_Intake_Reduces_Lean_Body_Mass.14.aspx"
        ),
        tier="seen",
        confidence="high",
        numbers=("athletes, 40% deficit 2 wk: lean -0.3 kg (2.3 g/kg) vs -1.6 kg (1.0 g/kg)",),
    ),
    Reference(
        id="englert-2021",
        citation="Postmenopausal women, 0.8 vs 1.5 g/kg, no exercise (PMC8255642)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8255642",
        tier="seen",
        confidence="high",
        numbers=("FFM -0.9 of -4.6 kg vs -1.0 of -5.2 kg: protein alone did not spare lean",),
    ),
    Reference(
        id="calerie-2",
        citation="CALERIE-2 (Fontana 2016)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=("non-obese: 71% of loss was fat (29% lean)",),
    ),
)
